//! The simulated Trezor: its screen, what its menu tells, its buttons with their keys.

use ratatui::Frame;
use ratatui::layout::Rect;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, BorderType, Borders, Paragraph};

use super::super::model::Model;
use super::super::update::BUTTON_KEYS;
use super::{Eyes, lines};
use crate::device::simulator::{Button, Kind, Screen};
use crate::text::{Message, clean};
use crate::ui::presentation::wrap::{chunks, columns, cut, pad, wrap};
use crate::ui::presentation::{button, page_of, typed_state};

/// The rows of the device's own screen, its frame not counted.
const GLASS_ROWS: u16 = 9;

/// Draws the device.
pub fn draw(frame: &mut Frame, area: Rect, model: &Model, screen: &Screen, eyes: Eyes) {
    let title = format!(" {} ", eyes.catalog.text("device-pane"));
    let block = Block::new().borders(Borders::ALL).title(Span::styled(title, eyes.theme.strong()));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let glass = Rect { height: (GLASS_ROWS + 2).min(inner.height), ..inner };
    draw_glass(frame, glass, model, screen, eyes);
    let below = Rect { y: glass.bottom(), height: inner.height - glass.height, ..inner };
    let buttons = button_rows(model, screen, below.width.into(), eyes);
    let room = usize::from(below.height).saturating_sub(buttons.len());
    let mut rows = menu_rows(screen, below.width.into(), eyes);
    rows.truncate(room);
    rows.extend(buttons);
    frame.render_widget(Paragraph::new(rows), below);
}

/// What is drawn on the device.
fn draw_glass(frame: &mut Frame, area: Rect, model: &Model, screen: &Screen, Eyes { catalog, theme }: Eyes) {
    let waits = !screen.buttons().is_empty();
    let frame_style = if waits { theme.call() } else { theme.faint() };
    let glass = Block::new().borders(Borders::ALL).border_type(BorderType::Rounded).border_style(frame_style);
    let inner = glass.inner(area);
    frame.render_widget(glass, area);
    let width = usize::from(inner.width);
    let mut rows = lines(wrap(&screen.title, width), theme.strong());
    if screen.kind == Kind::Off {
        rows = lines(vec![catalog.text("device-off")], theme.faint());
    }
    let texts = screen.lines().iter().flat_map(|line| chunks(&clean(line), width)).collect();
    rows.extend(lines(texts, theme.plain()));
    if let Some(secret) = &screen.secret {
        rows.extend(lines(chunks(secret.expose(), width), theme.plain()));
    }
    if screen.takes_text() {
        let typed = Message::new("device-typed").count("bytes", model.typed.bytes());
        rows.push(Line::styled(catalog.say(&typed), theme.strong()));
        let state = typed_state(screen, &model.typed);
        rows.extend(lines(wrap(&catalog.text(state), width), theme.plain()));
    }
    rows.extend(page_of(catalog, screen).map(|page| Line::styled(page, theme.faint())));
    frame.render_widget(Paragraph::new(rows), inner);
}

/// What the device's menu tells, such as the path.
fn menu_rows(screen: &Screen, width: usize, Eyes { theme, .. }: Eyes) -> Vec<Line<'static>> {
    let mut rows = Vec::new();
    for (name, value) in &screen.details {
        let (name, value) = (format!("{name}: "), clean(value));
        if columns(&name) + columns(&value) <= width {
            rows.push(Line::from(vec![
                Span::styled(name, theme.faint()),
                Span::styled(value, theme.strong()),
            ]));
        } else {
            rows.push(Line::styled(name, theme.faint()));
            rows.extend(lines(chunks(&value, width), theme.strong()));
        }
    }
    rows
}

fn button_rows(
    model: &Model,
    screen: &Screen,
    width: usize,
    Eyes { catalog, theme }: Eyes,
) -> Vec<Line<'static>> {
    let row = |(at, it)| {
        let key = BUTTON_KEYS.iter().find(|(_, button)| *button == it).map_or(0, |(key, _)| *key);
        let label = if model.holds && it == Button::Confirm {
            catalog.text("button-holding")
        } else {
            button(catalog, screen, it)
        };
        let focused = model.focus == Some(at);
        let mark = if focused { "▸" } else { "" };
        let text = cut(&format!("{mark}[F{key}] {label}"), width);
        Line::styled(pad(&text, width), if focused { theme.chosen() } else { theme.call() })
    };
    screen.buttons().into_iter().enumerate().map(row).collect()
}
