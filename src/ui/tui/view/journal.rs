//! The journal's tail.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::widgets::{Block, Borders, Paragraph};

use super::super::model::Model;
use super::{Eyes, lines};
use crate::ui::presentation::journal_line;
use crate::ui::presentation::wrap::cut;

/// Draws the newest lines: one row without a frame, more with a title above.
pub fn draw(frame: &mut Frame, area: Rect, model: &Model, Eyes { catalog, theme }: Eyes) {
    let title = catalog.text("tui-journal");
    let empty = model.journal.is_empty().then(|| catalog.text("tui-journal-empty"));
    let newest = |count: usize| {
        let tail = &model.journal[model.journal.len().saturating_sub(count)..];
        tail.iter().map(|line| journal_line(catalog, line))
    };
    if area.height == 1 {
        let line = format!("{title} {}", newest(1).next().or(empty).unwrap_or_default());
        frame.render_widget(Paragraph::new(cut(&line, area.width.into())).style(theme.faint()), area);
        return;
    }
    let block = Block::new().borders(Borders::TOP).title(format!(" {title} "));
    let inner = block.inner(area);
    let tail = newest(inner.height.into()).chain(empty).map(|line| cut(&line, inner.width.into())).collect();
    frame.render_widget(block, area);
    frame.render_widget(Paragraph::new(lines(tail, theme.faint())), inner);
}
