//! What lies over everything: help, and the question whether to stop.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Borders, Clear, Paragraph};

use super::super::model::{Model, Overlay};
use super::{Eyes, lines};
use crate::ui::presentation::wrap::wrap;

const COLUMNS: u16 = 72;
const HELP: [&str; 7] = [
    "help-answers",
    "help-page",
    "help-device",
    "help-typing",
    "help-exception",
    "help-give-up",
    "help-stop",
];

/// Draws what lies on top, if anything.
pub fn draw(frame: &mut Frame, area: Rect, model: &Model, eyes: Eyes) {
    let width = usize::from(COLUMNS - 2);
    let (title, rows) = match model.overlay {
        None => return,
        Some(Overlay::Help) => ("help-title", help(width, eyes)),
        Some(Overlay::Stop(sure)) => {
            let id = if model.header.again { "tui-stop-again" } else { "tui-stop" };
            let mut rows = lines(wrap(&eyes.catalog.text(id), width), eyes.theme.plain());
            rows.push(Line::styled(if sure { "> y" } else { ">" }, eyes.theme.strong()));
            ("tui-stop-title", rows)
        }
    };
    let height = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX).min(area.height);
    let place = Rect {
        x: area.x + (area.width - COLUMNS) / 2,
        y: area.y + (area.height - height) / 2,
        width: COLUMNS,
        height,
    };
    let title = Span::styled(format!(" {} ", eyes.catalog.text(title)), eyes.theme.call());
    let block = Block::new().borders(Borders::ALL).border_type(BorderType::Double).title(title);
    // A column more on each side: a wide character cut in half would take the frame's place.
    let cleared = Rect { x: place.x - 1, width: place.width + 2, ..place };
    frame.render_widget(Clear, cleared);
    frame.render_widget(Paragraph::new(rows).block(block), place);
}

fn help(width: usize, Eyes { catalog, theme }: Eyes) -> Vec<Line<'static>> {
    let mut rows: Vec<_> =
        HELP.iter().flat_map(|id| lines(wrap(&catalog.text(id), width), theme.plain())).collect();
    rows.push(Line::default());
    rows.push(Line::styled(catalog.text("help-close"), theme.faint()));
    rows
}
