//! What is asked on the laptop, or what the device waits for.

use ratatui::text::{Line, Span};

use super::super::form::Form;
use super::super::model::{Model, Note, Prompt};
use super::{Eyes, lines};
use crate::text::{Message, Problem};
use crate::ui::presentation::wrap::{chunks, columns, wrap};
use crate::ui::presentation::{Asked, EXCEPTION_LABELS, EXCEPTION_MAX, passphrase_state};
use crate::ui::typed::Typed;

/// The rows below the page.
pub fn rows(model: &Model, width: usize, eyes: Eyes) -> Vec<Line<'static>> {
    let Eyes { catalog, theme } = eyes;
    let say = |message: &Message| lines(wrap(&catalog.say(message), width), theme.call());
    match &model.prompt {
        Some(Prompt::Choose { asked, at, sure }) => choice(model, asked, *at, *sure, width, eyes),
        Some(Prompt::Exception { form, .. }) => form_state(form, width, eyes),
        Some(Prompt::Passphrase { wallet, typed, refused }) => {
            let mut rows = match refused {
                Some(error) => problem(&Problem::from(*error), width, eyes),
                None => say(&Message::new("host-passphrase").with("wallet", wallet)),
            };
            rows.extend(fill_hint(model, width, eyes));
            rows.push(count(typed, passphrase_state(typed), eyes));
            rows
        }
        Some(Prompt::PinMatrix(typed)) => {
            let mut rows = say(&Message::new("host-pin-matrix"));
            rows.push(count(typed, "", eyes));
            rows
        }
        Some(Prompt::Over) => say(&Message::new("tui-over")),
        None if model.stopping => say(&Message::new("tui-stopping")),
        None => match (&model.notice, model.note) {
            (_, Some(Note::CannotType)) => say(&Message::new("device-cannot-type")),
            (Some(notice), _) => {
                let mut rows = say(&notice.hint());
                if model.types_on_device() {
                    rows.extend(fill_hint(model, width, eyes));
                }
                rows
            }
            // Wallets take a second to open: who waits is told so.
            (None, _) if model.moment.is_some() => {
                lines(wrap(&catalog.text("tui-working"), width), theme.faint())
            }
            (None, _) => Vec::new(),
        },
    }
}

/// What a newcomer to a rehearsal cannot know: it has PIN and passphrases of its own.
fn fill_hint(model: &Model, width: usize, Eyes { catalog, theme }: Eyes) -> Vec<Line<'static>> {
    let hint = model.header.rehearsal.then(|| wrap(&catalog.text("tui-fill-hint"), width));
    lines(hint.unwrap_or_default(), theme.plain())
}

/// How much was typed, and whether it could be sent so: never what.
fn count(typed: &Typed, state: &'static str, Eyes { catalog, theme }: Eyes) -> Line<'static> {
    let text = catalog.say(&Message::new("host-typed").count("bytes", typed.bytes()));
    if state.is_empty() {
        return Line::styled(format!("> {text}"), theme.strong());
    }
    Line::styled(format!("> {text} · {}", catalog.text(state)), theme.strong())
}

fn choice(
    model: &Model,
    asked: &Asked,
    at: usize,
    sure: Option<bool>,
    width: usize,
    eyes: Eyes,
) -> Vec<Line<'static>> {
    let Eyes { catalog, theme } = eyes;
    let mut rows = lines(wrap(&asked.text(catalog), width), theme.call());
    if let Some(sure) = sure {
        let label = asked.picks(&model.header)[at].label(catalog);
        let text = catalog.say(&Message::new("choice-sure").with("choice", label));
        rows.extend(lines(wrap(&text, width), theme.alarm()));
        rows.push(Line::styled(if sure { "> y" } else { ">" }, theme.strong()));
        return rows;
    }
    let labels: Vec<_> =
        asked.picks(&model.header).iter().map(|pick| format!(" {} ", pick.label(catalog))).collect();
    rows.extend(buttons(&labels, at, width, eyes));
    if model.note == Some(Note::Unread) {
        rows.extend(lines(wrap(&catalog.text("choice-unread"), width), theme.alarm()));
    }
    rows
}

/// Choices beside each other, in as many rows as they need. The chosen one is marked by more than its looks.
fn buttons(labels: &[String], chosen: usize, width: usize, Eyes { theme, .. }: Eyes) -> Vec<Line<'static>> {
    let mut rows: Vec<Vec<Span<'static>>> = vec![Vec::new()];
    let mut used = 0;
    for (at, label) in labels.iter().enumerate() {
        let wide = columns(label) + 3;
        if used + wide > width && used > 0 {
            rows.push(Vec::new());
            used = 0;
        }
        used += wide;
        let (open, close, style) =
            if at == chosen { ("▸", "◂ ", theme.chosen()) } else { ("[", "] ", theme.plain()) };
        if let Some(row) = rows.last_mut() {
            row.extend([Span::raw(open), Span::styled(label.clone(), style), Span::raw(close)]);
        }
    }
    rows.into_iter().map(Line::from).collect()
}

fn problem(problem: &Problem, width: usize, Eyes { catalog, theme }: Eyes) -> Vec<Line<'static>> {
    let mut rows = lines(wrap(&catalog.say(&problem.cause()), width), theme.alarm());
    rows.extend(lines(wrap(&catalog.say(&problem.remedy()), width), theme.plain()));
    rows
}

/// The form of an exception, in place of the page, and how many of its rows reach to the end of what is written.
pub fn form_rows(form: &Form, width: usize, Eyes { catalog, theme }: Eyes) -> (Vec<Line<'static>>, usize) {
    let explains = Message::new("exception-explains").with("most", EXCEPTION_MAX);
    let mut rows = lines(wrap(&catalog.say(&explains), width), theme.plain());
    let mut cursor = 0;
    for (at, (label, text)) in EXCEPTION_LABELS.iter().zip(&form.lines).enumerate() {
        let here = at == form.at && form.sure.is_none();
        let label_style = if here { theme.call() } else { theme.faint() };
        rows.push(Line::styled(catalog.text(label), label_style));
        let text = format!("{} {text}{}", if here { ">" } else { " " }, if here { "_" } else { "" });
        // Every character in its place: a space at the end counts, too.
        rows.extend(lines(chunks(&text, width), theme.strong()));
        if at <= form.at {
            cursor = rows.len();
        }
    }
    (rows, cursor)
}

fn form_state(form: &Form, width: usize, eyes: Eyes) -> Vec<Line<'static>> {
    let Eyes { catalog, theme } = eyes;
    if let Some(refused) = &form.refused {
        return problem(refused, width, eyes);
    }
    let Some(sure) = form.sure else { return Vec::new() };
    let text = catalog.say(&Message::new("choice-sure").with("choice", catalog.text("choice-exception")));
    let mut rows = lines(wrap(&text, width), theme.alarm());
    rows.push(Line::styled(if sure { "> y" } else { ">" }, theme.strong()));
    rows
}
