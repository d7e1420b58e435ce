//! The page of the moment, with what is asked below it.

use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::Style;
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Borders, Paragraph};

use super::super::model::{Model, Prompt};
use super::{Eyes, lines, prompt};
use crate::ui::presentation::wrap::{columns, cut, pad, wrap};
use crate::ui::presentation::{Asked, Fact, Page, page, waiting};

/// Draws the page and the prompt; returns how many rows can be scrolled away.
pub fn draw(frame: &mut Frame, area: Rect, model: &Model, eyes: Eyes) -> u16 {
    let (shown, title_style) = shown(model, eyes);
    let title = format!(" {} ", cut(&shown.title, usize::from(area.width).saturating_sub(4)));
    let block = Block::new().borders(Borders::ALL).title(Span::styled(title, title_style));
    let inner = block.inner(area);
    frame.render_widget(block, area);
    let asked = prompt::rows(model, inner.width.into(), eyes);
    let asked_rows = u16::try_from(asked.len()).unwrap_or(u16::MAX).min(inner.height / 2);
    let gap = u16::from(asked_rows > 0);
    let [top, between, bottom] =
        Layout::vertical([Constraint::Min(1), Constraint::Length(gap), Constraint::Length(asked_rows)])
            .areas(inner);
    let content = match &model.prompt {
        Some(Prompt::Exception { form, .. }) => prompt::form_rows(form, inner.width.into(), eyes),
        _ => rows(&shown, (inner.width.into(), top.height.into()), eyes),
    };
    let hidden = u16::try_from(content.len()).unwrap_or(u16::MAX).saturating_sub(top.height);
    let scroll = model.scroll.min(hidden);
    frame.render_widget(Paragraph::new(content).scroll((scroll, 0)), top);
    let rule = "─".repeat(between.width.into());
    frame.render_widget(Paragraph::new(rule), between);
    frame.render_widget(Paragraph::new(asked), bottom);
    if scroll < hidden {
        more(frame, between, area, eyes);
    }
    hidden
}

/// Says that the page goes on: on the rule below it, or on the frame where nothing is asked.
fn more(frame: &mut Frame, rule: Rect, area: Rect, Eyes { catalog, theme }: Eyes) {
    let text = format!(" {} ", catalog.text("tui-more"));
    let width = u16::try_from(columns(&text)).unwrap_or(u16::MAX).min(area.width);
    let y = if rule.height > 0 { rule.y } else { area.bottom() - 1 };
    let place = Rect { x: area.right() - 1 - width, y, width, height: 1 };
    frame.render_widget(Paragraph::new(text).style(theme.call()), place);
}

fn shown(model: &Model, Eyes { catalog, theme }: Eyes) -> (Page, Style) {
    let of_moment = || model.moment.as_ref().map_or_else(|| waiting(catalog), |moment| page(catalog, moment));
    match &model.prompt {
        Some(Prompt::Exception { .. }) => {
            (Page { title: catalog.text("exception-title"), ..Page::default() }, theme.alarm())
        }
        Some(Prompt::Choose { asked, .. }) => match asked.page(catalog) {
            Some(page) if matches!(asked, Asked::Briefing(_)) => (page, theme.strong()),
            Some(page) => (page, theme.alarm()),
            None => (of_moment(), theme.strong()),
        },
        _ => (of_moment(), theme.strong()),
    }
}

/// The page with as much air as the room allows; where it is short, what comes next gives way, and nothing else.
fn rows(page: &Page, (width, height): (usize, usize), eyes: Eyes) -> Vec<Line<'static>> {
    let whole = Air { paragraphs: true, facts: true, next: true };
    let tight = Air { paragraphs: false, facts: false, next: false };
    let airs =
        [whole, Air { paragraphs: false, ..whole }, Air { facts: false, paragraphs: false, ..whole }, tight];
    let mut choices = airs.into_iter().map(|air| rows_with(page, air, width, eyes));
    choices.find(|rows| rows.len() <= height).unwrap_or_else(|| rows_with(page, tight, width, eyes))
}

/// What there is room for beside what must be read.
#[derive(Clone, Copy)]
struct Air {
    /// Empty rows between paragraphs.
    paragraphs: bool,
    /// Empty rows around the facts.
    facts: bool,
    /// What comes next.
    next: bool,
}

fn rows_with(page: &Page, air: Air, width: usize, eyes: Eyes) -> Vec<Line<'static>> {
    let theme = eyes.theme;
    let gap = |open: bool| open.then(Line::default);
    let mut rows = Vec::new();
    for (at, paragraph) in page.paragraphs.iter().enumerate() {
        rows.extend(gap(air.paragraphs && at > 0));
        rows.extend(lines(wrap(paragraph, width), theme.plain()));
    }
    rows.extend(gap(air.facts && !page.facts.is_empty()));
    rows.extend(fact_rows(&page.facts, width, eyes));
    if let Some(next) = page.next.as_ref().filter(|_| air.next) {
        rows.extend(gap(air.facts));
        rows.extend(lines(wrap(next, width), theme.faint()));
    }
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
