//! Which ceremony, its marks, and how far along it is.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::Paragraph;

use super::super::model::Model;
use super::Eyes;
use crate::ui::presentation::progress_in;
use crate::ui::presentation::wrap::{columns, cut};

/// Draws two rows. The marks are never cut, the ceremony's name gives way.
pub fn draw(frame: &mut Frame, area: Rect, model: &Model, Eyes { catalog, theme }: Eyes) {
    let marks: Vec<String> = model.header.marks(catalog).iter().map(|mark| format!(" {mark} ")).collect();
    let marked: usize = marks.iter().map(|mark| columns(mark) + 1).sum();
    let room = usize::from(area.width).saturating_sub(marked + columns("儀式 "));
    let mut first = vec![
        Span::styled("儀式 ", theme.strong()),
        Span::styled(cut(&model.header.line(), room), theme.strong()),
    ];
    for mark in marks {
        first.extend([Span::raw(" "), Span::styled(mark, theme.mark())]);
    }
    let second = progress_in(catalog, &model.progress, area.width.into());
    let lines = vec![Line::from(first), Line::styled(second, theme.plain())];
    frame.render_widget(Paragraph::new(lines), area);
}
