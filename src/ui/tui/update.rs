//! The one place where the model changes: a message in, the effects out. Pure.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::form::{Form, Outcome};
use super::model::{Effect, Model, Msg, Note, Overlay, Prompt, Said, Told};
use crate::ceremony::{Answer, Decision};
use crate::device::simulator::Button;
use crate::device::{Notice, PassphraseError, Reply};
use crate::keys::Secret;
use crate::keys::test_seeds::rehearsal_passphrase;
use crate::ui::presentation::{Asked, Pick, rehearsal_text};
use crate::ui::typed::Typed;

const PAGE: u16 = 8;

/// The key of each of the simulated device's buttons, always the same.
pub const BUTTON_KEYS: [(u8, Button); 5] = [
    (5, Button::Confirm),
    (6, Button::NextPage),
    (7, Button::PreviousPage),
    (8, Button::Cancel),
    (9, Button::ShowAll),
];

/// Takes a message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    match msg {
        Msg::Key(key) => {
            model.note = None;
            key_pressed(model, key)
        }
        Msg::Screen(screen) => {
            (model.screen, model.holds) = (screen, false);
            model.focus = model.focus.filter(|_| !model.buttons().is_empty()).map(|_| 0);
            if !model.types_on_device() {
                model.typed = Typed::new();
            }
            Vec::new()
        }
        Msg::NotTaken => {
            model.note = Some(Note::CannotType);
            Vec::new()
        }
        Msg::Told(told) => ceremony_told(model, told),
    }
}

fn ceremony_told(model: &mut Model, told: Told) -> Vec<Effect> {
    if !matches!(told, Told::Notice(_)) {
        model.notice = None;
    }
    match told {
        Told::Briefing(briefing) => {
            turn_page(model);
            ask(model, Asked::Briefing(briefing));
        }
        Told::Moment(moment, progress) => {
            (model.moment, model.progress) = (Some(moment), progress);
            turn_page(model);
        }
        Told::Recorded(line) => {
            // The question comes back without a new moment, which would tell the count.
            model.progress.exceptions += usize::from(line.contains(r#""event":{"exception-recorded""#));
            model.journal.push(line);
        }
        Told::Notice(Notice::PinMatrix) => {
            model.prompt = Some(Prompt::PinMatrix(Typed::new()));
            model.notice = Some(Notice::PinMatrix);
        }
        Told::Notice(notice) => model.notice = Some(notice),
        Told::Question(question) => ask(model, Asked::Question(question)),
        Told::Trouble(problem) => {
            turn_page(model);
            ask(model, Asked::Trouble(problem));
        }
        Told::Passphrase(wallet) => {
            model.prompt = Some(Prompt::Passphrase { wallet, typed: Typed::new(), refused: None });
        }
        Told::Over => model.prompt = Some(Prompt::Over),
    }
    if model.stopping { stop(model) } else { Vec::new() }
}

fn turn_page(model: &mut Model) {
    (model.scroll, model.scroll_max, model.read) = (0, 0, false);
}

fn ask(model: &mut Model, asked: Asked) {
    model.prompt = Some(Prompt::Choose { asked, at: 0, sure: None });
    model.focus = None;
}

fn key_pressed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    if key.code == KeyCode::Char('c') && key.modifiers.contains(KeyModifiers::CONTROL) {
        return if model.stopping { vec![Effect::Abandon] } else { stop(model) };
    }
    if model.small {
        // Nobody confirms what nobody sees.
        model.note = Some(Note::Unseen);
        return Vec::new();
    }
    if let Some(overlay) = model.overlay {
        return overlaid(model, overlay, key);
    }
    if key.code == KeyCode::F(1) {
        model.overlay = Some(Overlay::Help);
        return Vec::new();
    }
    let held = std::mem::take(&mut model.holds);
    if let Some(button) = pressed(model, key) {
        model.holds = button == Button::Confirm && !held && model.must_hold();
        return if model.holds { Vec::new() } else { vec![Effect::Press(button)] };
    }
    let prompt = model.prompt.take();
    match prompt {
        _ if model.types_on_device() && prompt.is_none() => device_typed(model, key),
        None => plain_key(model, key),
        Some(Prompt::Choose { asked, at, sure }) => choose(model, asked, at, sure, key),
        Some(Prompt::Exception { form, asked }) => write_exception(model, form, asked, key),
        Some(Prompt::Passphrase { wallet, mut typed, .. }) => match hidden(&mut typed, key) {
            Hidden::Fill if model.header.rehearsal => {
                typed.fill(&rehearsal_passphrase(&wallet.name));
                keep(model, Prompt::Passphrase { wallet, typed, refused: None })
            }
            Hidden::Done => {
                let secret = typed.take();
                match PassphraseError::check_for(&wallet.name, &secret) {
                    Ok(()) => say(Said::Passphrase(Some(secret))),
                    Err(error) => keep(model, Prompt::Passphrase { wallet, typed, refused: Some(error) }),
                }
            }
            Hidden::GiveUp => say(Said::Passphrase(None)),
            Hidden::Open | Hidden::Fill => keep(model, Prompt::Passphrase { wallet, typed, refused: None }),
        },
        Some(Prompt::PinMatrix(mut typed)) => match hidden(&mut typed, key) {
            Hidden::Done => say(Said::Reply(Reply::Secret(typed.take()))),
            Hidden::GiveUp => say(Said::Reply(Reply::Cancel)),
            Hidden::Open | Hidden::Fill => keep(model, Prompt::PinMatrix(typed)),
        },
        Some(Prompt::Over) if matches!(key.code, KeyCode::Enter | KeyCode::Char('q')) => vec![Effect::Leave],
        Some(Prompt::Over) => {
            common(model, key);
            keep(model, Prompt::Over)
        }
    }
}

fn keep(model: &mut Model, prompt: Prompt) -> Vec<Effect> {
    model.prompt = Some(prompt);
    Vec::new()
}

fn say(said: Said) -> Vec<Effect> {
    vec![Effect::Say(said)]
}

fn overlaid(model: &mut Model, overlay: Overlay, key: KeyEvent) -> Vec<Effect> {
    model.overlay = match (overlay, key.code) {
        (Overlay::Stop(true), KeyCode::Enter) => {
            model.overlay = None;
            return stop(model);
        }
        (Overlay::Stop(_), KeyCode::Char('y' | 'Y')) => Some(Overlay::Stop(true)),
        (Overlay::Stop(false), KeyCode::Enter) => Some(Overlay::Stop(false)),
        _ => None,
    };
    Vec::new()
}

/// Stops: what is asked now, or next, is answered so; what the device waits for is given up.
fn stop(model: &mut Model) -> Vec<Effect> {
    model.stopping = true;
    model.overlay = None;
    match model.prompt.take() {
        Some(Prompt::Choose { asked, .. } | Prompt::Exception { asked, .. }) => match asked {
            Asked::Briefing(_) | Asked::Question(_) => say(Said::Answer(Answer::Stop)),
            Asked::Trouble(_) => say(Said::Decision(Decision::Stop)),
        },
        Some(Prompt::Passphrase { .. }) => say(Said::Passphrase(None)),
        Some(Prompt::PinMatrix(_)) => say(Said::Reply(Reply::Cancel)),
        Some(Prompt::Over) => vec![Effect::Leave],
        None => vec![Effect::GiveUp],
    }
}

/// A button of the simulated device, by its key or by the focus.
fn pressed(model: &Model, key: KeyEvent) -> Option<Button> {
    let buttons = model.buttons();
    if let KeyCode::F(n) = key.code {
        let (_, button) = BUTTON_KEYS.iter().find(|(number, _)| *number == n)?;
        return buttons.contains(button).then_some(*button);
    }
    (key.code == KeyCode::Enter).then(|| buttons.get(model.focus?).copied()).flatten()
}

fn device_typed(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    match hidden(&mut model.typed, key) {
        Hidden::Done => vec![Effect::Type(model.typed.take())],
        Hidden::Fill => {
            if let Some(secret) = rehearsal(model) {
                model.typed.fill(&secret);
            }
            Vec::new()
        }
        Hidden::GiveUp => {
            model.overlay = Some(Overlay::Stop(false));
            Vec::new()
        }
        Hidden::Open => Vec::new(),
    }
}

fn rehearsal(model: &Model) -> Option<Secret> {
    let screen = model.screen.as_ref().filter(|_| model.header.rehearsal)?;
    rehearsal_text(screen, model.moment.as_ref(), model.notice.as_ref()).map(|(_, secret)| secret)
}

/// Keys where nothing is asked.
fn plain_key(model: &mut Model, key: KeyEvent) -> Vec<Effect> {
    match key.code {
        KeyCode::Char('c') if model.awaits_device() => return vec![Effect::GiveUp],
        _ => common(model, key),
    }
    Vec::new()
}

/// Keys that mean the same wherever letters are not text.
fn common(model: &mut Model, key: KeyEvent) {
    match key.code {
        KeyCode::Char('q') => model.overlay = Some(Overlay::Stop(false)),
        KeyCode::Char('?') => model.overlay = Some(Overlay::Help),
        KeyCode::Tab | KeyCode::BackTab => {
            model.focus = if model.focus.is_some() || model.buttons().is_empty() { None } else { Some(0) };
        }
        KeyCode::Right | KeyCode::Left if model.focus.is_some() => {
            let step = if key.code == KeyCode::Right { 1 } else { model.buttons().len().saturating_sub(1) };
            model.focus = model.focus.map(|at| (at + step) % model.buttons().len().max(1));
        }
        _ => scrolled(model, key),
    }
}

fn scrolled(model: &mut Model, key: KeyEvent) {
    model.scroll = match key.code {
        KeyCode::Up => model.scroll.saturating_sub(1),
        KeyCode::Down => model.scroll.saturating_add(1),
        KeyCode::PageUp => model.scroll.saturating_sub(PAGE),
        KeyCode::PageDown => model.scroll.saturating_add(PAGE),
        KeyCode::Home => 0,
        KeyCode::End => model.scroll_max,
        _ => return,
    }
    .min(model.scroll_max);
}

fn choose(model: &mut Model, asked: Asked, at: usize, sure: Option<bool>, key: KeyEvent) -> Vec<Effect> {
    let (picks, mut at, mut next) = (asked.picks(&model.header), at, None);
    match (key.code, sure) {
        (KeyCode::Enter, Some(true)) => return decide(model, asked, at),
        (KeyCode::Char('y' | 'Y'), Some(_)) => next = Some(true),
        (KeyCode::Enter, Some(false)) => next = Some(false),
        (_, Some(_)) => {}
        (KeyCode::Right, None) if model.focus.is_none() => at = (at + 1) % picks.len(),
        (KeyCode::Left, None) if model.focus.is_none() => at = (at + picks.len() - 1) % picks.len(),
        (KeyCode::Char('x'), None) if picks.contains(&Pick::Exception) => {
            return keep(model, Prompt::Exception { form: Form::default(), asked });
        }
        (KeyCode::Enter, None) if picks[at].needs_reading() && !model.read => model.note = Some(Note::Unread),
        (KeyCode::Enter, None) if picks[at].is_final() => next = Some(false),
        (KeyCode::Enter, None) => return decide(model, asked, at),
        _ => common(model, key),
    }
    keep(model, Prompt::Choose { asked, at, sure: next })
}

fn decide(model: &mut Model, asked: Asked, at: usize) -> Vec<Effect> {
    let pick = asked.picks(&model.header)[at];
    model.stopping |= pick == Pick::Stop;
    let said = match &asked {
        Asked::Briefing(_) | Asked::Question(_) => pick.answer().map(Said::Answer),
        Asked::Trouble(_) => pick.decision().map(Said::Decision),
    };
    match said {
        Some(said) => say(said),
        None => keep(model, Prompt::Exception { form: Form::default(), asked }),
    }
}

fn write_exception(model: &mut Model, mut form: Form, asked: Asked, key: KeyEvent) -> Vec<Effect> {
    match form.key(key) {
        Outcome::Open => keep(model, Prompt::Exception { form, asked }),
        Outcome::Back => keep(model, Prompt::Choose { asked, at: 0, sure: None }),
        Outcome::Done(exception) => say(match asked {
            Asked::Briefing(_) | Asked::Question(_) => Said::Answer(Answer::Exception(exception)),
            Asked::Trouble(_) => Said::Decision(Decision::Exception(exception)),
        }),
    }
}

/// What came of a key where what is typed must not be seen.
enum Hidden {
    Open,
    Fill,
    Done,
    GiveUp,
}

fn hidden(typed: &mut Typed, key: KeyEvent) -> Hidden {
    match key.code {
        KeyCode::Enter => return Hidden::Done,
        KeyCode::Esc => return Hidden::GiveUp,
        KeyCode::F(4) => return Hidden::Fill,
        KeyCode::Backspace => typed.pop(),
        KeyCode::Char(c) if !key.modifiers.intersects(KeyModifiers::CONTROL | KeyModifiers::ALT) => {
            typed.push(c);
        }
        _ => {}
    }
    Hidden::Open
}
