//! The screen, drawn from the model: a file a pane.

mod device;
mod footer;
mod header;
mod journal;
mod overlay;
mod page;
mod prompt;
mod theme;

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::text::Line;
use ratatui::widgets::Paragraph;

pub use self::theme::Theme;
use super::model::{Model, Note, Prompt};
use crate::ceremony::Moment;
use crate::text::{Catalog, Message};
use crate::ui::presentation::Page;
use crate::ui::presentation::wrap::{cut, wrap};

/// The smallest screen, in columns and rows.
const SMALLEST: (u16, u16) = (80, 24);
/// From so many rows on, the journal's tail has several lines.
const TALL: u16 = 30;
const DEVICE_COLUMNS: u16 = 28;

/// What every view needs.
#[derive(Clone, Copy)]
pub struct Eyes<'a> {
    /// The words.
    pub catalog: &'a Catalog,
    /// The looks.
    pub theme: Theme,
}

/// Draws everything; returns how many rows of the page can be scrolled away, none where the terminal is too small.
pub fn draw(frame: &mut Frame, model: &Model, catalog: &Catalog, theme: Theme) -> Option<u16> {
    let (eyes, area) = (Eyes { catalog, theme }, frame.area());
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        draw_small(frame, area, model, eyes);
        return None;
    }
    let journal_rows = if area.height < TALL { 1 } else { 6 };
    let rows = [
        Constraint::Length(2),
        Constraint::Min(1),
        Constraint::Length(1),
        Constraint::Length(journal_rows),
        Constraint::Length(1),
    ];
    let [top, middle, after, tail, bottom] = Layout::vertical(rows).areas(area);
    let page = page::of(model, eyes);
    header::draw(frame, top, model, eyes);
    let scroll_max = draw_middle(frame, middle, model, &page, eyes);
    draw_next(frame, after, &page, eyes);
    journal::draw(frame, tail, model, eyes);
    footer::draw(frame, bottom, model, eyes);
    overlay::draw(frame, area, model, eyes);
    Some(scroll_max)
}

/// Says that the terminal is too small, in as much of it as there is.
fn draw_small(frame: &mut Frame, area: Rect, model: &Model, Eyes { catalog, theme }: Eyes) {
    let message = Message::new("tui-small").with("columns", SMALLEST.0).with("rows", SMALLEST.1);
    let mut rows = lines(wrap(&catalog.say(&message), area.width.into()), theme.strong());
    if model.note == Some(Note::Unseen) {
        rows.extend(lines(wrap(&catalog.text("tui-unseen"), area.width.into()), theme.alarm()));
    }
    frame.render_widget(Paragraph::new(rows), area);
}

/// What comes next, always in the same place.
fn draw_next(frame: &mut Frame, area: Rect, page: &Page, eyes: Eyes) {
    let next = cut(page.next.as_deref().unwrap_or_default(), area.width.into());
    frame.render_widget(Paragraph::new(next).style(eyes.theme.plain()), area);
}

fn draw_middle(frame: &mut Frame, area: Rect, model: &Model, page: &Page, eyes: Eyes) -> u16 {
    let Some(screen) = model.screen.as_ref().filter(|_| device_matters(model)) else {
        return page::draw(frame, area, model, page, eyes);
    };
    let [left, right] =
        Layout::horizontal([Constraint::Min(1), Constraint::Length(DEVICE_COLUMNS)]).areas(area);
    device::draw(frame, right, model, screen, eyes);
    page::draw(frame, left, model, page, eyes)
}

/// Whether the simulated device has something to say: else its place is the page's.
fn device_matters(model: &Model) -> bool {
    if matches!(model.prompt, Some(Prompt::Exception { .. })) {
        return false;
    }
    let elsewhere = matches!(
        model.moment,
        None | Some(Moment::Compare { .. } | Moment::Combine | Moment::Finished { .. })
    );
    !elsewhere || !model.buttons().is_empty()
}

/// Whole lines of text, already broken.
fn lines(texts: Vec<String>, style: ratatui::style::Style) -> Vec<Line<'static>> {
    texts.into_iter().map(|text| Line::styled(text, style)).collect()
}
