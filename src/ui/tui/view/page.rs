//! The page of the moment, with what is asked below it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};

use super::super::model::{Model, Prompt};
use super::{Eyes, lines, prompt};
use crate::text::Message;
use crate::ui::presentation::wrap::{columns, cut, pad, wrap};
use crate::ui::presentation::{Fact, Page, page, waiting};

/// What the model's page says.
pub fn of(model: &Model, Eyes { catalog, .. }: Eyes) -> Page {
    let of_moment = || {
        let moment = model.moment.as_ref();
        moment.map_or_else(|| waiting(catalog), |moment| page(catalog, moment, &model.header))
    };
    match &model.prompt {
        Some(Prompt::Exception { .. }) => Page {
            title: catalog.text("exception-title"),
            next: Some(catalog.say(&Message::new("page-next").with("next", catalog.text("exception-next")))),
            ..Page::default()
        },
        Some(Prompt::Choose { asked, .. }) => asked.page(catalog, of_moment()),
        _ => of_moment(),
    }
}

/// Draws the page and the prompt; returns how many rows can be scrolled away.
pub fn draw(frame: &mut Frame, area: Rect, model: &Model, page: &Page, eyes: Eyes) -> u16 {
    let title = format!(" {} ", cut(&page.title, usize::from(area.width).saturating_sub(4)));
    let block = Block::new().borders(Borders::ALL).title(Span::styled(title, title_style(model, eyes)));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let asked = prompt::rows(model, inner.width.into(), eyes);
    let asked_rows = u16::try_from(asked.len()).unwrap_or(u16::MAX).min(inner.height / 2);
    let gap = u16::from(asked_rows > 0);
    let [top, between, bottom] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(gap), Constraint::Length(asked_rows)])
            .areas(inner);
    let (content, hidden, scroll) = content(model, page, top, eyes);
    frame.render_widget(Paragraph::new(content).scroll((scroll, 0)), top);
    let rule = "─".repeat(between.width.into());
    frame.render_widget(Paragraph::new(rule), between);
    frame.render_widget(Paragraph::new(asked), bottom);
    if scroll < hidden {
        more(frame, between, area, eyes);
    }
    hidden
}

/// The rows of the page, how many of them do not fit, and how many are scrolled away.
fn content(model: &Model, page: &Page, area: Rect, eyes: Eyes) -> (Vec<Line<'static>>, u16, u16) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let beyond = |rows: usize| u16::try_from(rows.saturating_sub(height)).unwrap_or(u16::MAX);
    if let Some(Prompt::Exception { form, .. }) = &model.prompt {
        let (rows, cursor) = prompt::form_rows(form, width, eyes);
        // What is being written is always seen.
        return (rows, 0, beyond(cursor));
    }
    let rows = rows(page, (width, height), eyes);
    let hidden = beyond(rows.len());
    (rows, hidden, model.scroll.min(hidden))
}

/// Says that the page goes on: on the rule below it, or on the frame where nothing is asked.
fn more(frame: &mut Frame, rule: Rect, area: Rect, Eyes { catalog, theme }: Eyes) {
    let text = format!(" {} ", catalog.text("tui-more"));
    let width = u16::try_from(columns(&text)).unwrap_or(u16::MAX).min(area.width);
    let y = if rule.height > 0 { rule.y } else { area.bottom() - 1 };
    let place = Rect { x: area.right() - 1 - width, y, width, height: 1 };
    frame.render_widget(Paragraph::new(text).style(theme.call()), place);
}

fn title_style(model: &Model, Eyes { theme, .. }: Eyes) -> Style {
    match &model.prompt {
        Some(Prompt::Exception { .. }) => theme.alarm(),
        Some(Prompt::Choose { asked, .. }) if asked.is_trouble() => theme.alarm(),
        _ => theme.strong(),
    }
}

/// The page with as much air as the room allows; nothing is left out of it.
fn rows(page: &Page, (width, height): (usize, usize), eyes: Eyes) -> Vec<Line<'static>> {
    let airs = [(true, true), (false, true), (false, false)];
    let mut choices = airs.into_iter().map(|(paragraphs, facts)| {
        let air = Air { paragraphs, facts };
        rows_with(page, air, width, eyes)
    });
    let tight = || rows_with(page, Air { paragraphs: false, facts: false }, width, eyes);
    choices.find(|rows| rows.len() <= height).unwrap_or_else(tight)
}

/// Where there is room for empty rows.
#[derive(Clone, Copy)]
struct Air {
    /// Between paragraphs.
    paragraphs: bool,
    /// Before the facts.
    facts: bool,
}

fn rows_with(page: &Page, air: Air, width: usize, eyes: Eyes) -> Vec<Line<'static>> {
    let theme = eyes.theme;
    let gap = |open: bool| open.then(Line::default);
    let mut rows = Vec::new();
    if !page.now.is_empty() {
        rows.extend(lines(wrap(&page.now, width), theme.strong()));
    }
    for paragraph in &page.paragraphs {
        rows.extend(gap(air.paragraphs && !rows.is_empty()));
        rows.extend(lines(wrap(paragraph, width), theme.plain()));
    }
    rows.extend(gap(air.facts && !page.facts.is_empty()));
    rows.extend(fact_rows(&page.facts, width, eyes));
    rows
}

fn fact_rows(facts: &[Fact], width: usize, Eyes { theme, .. }: Eyes) -> Vec<Line<'static>> {
    let label_width = facts.iter().map(|fact| columns(&fact.label) + 2).max().unwrap_or(0);
    let mut rows = Vec::new();
    for fact in facts {
        for (at, row) in fact.value.rows(width.saturating_sub(label_width)).into_iter().enumerate() {
            let label = if at == 0 { fact.label.as_str() } else { "" };
            rows.push(Line::from(vec![
                Span::styled(pad(label, label_width), theme.faint()),
                Span::styled(row, theme.strong()),
            ]));
        }
    }
    rows
}
