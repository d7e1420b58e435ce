//! The screen without a terminal: keys in, effects and pictures out.

mod ceremony;
mod devices;
mod scenes;
mod screens;
mod updates;

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::model::{Effect, Model, Msg, Note, Overlay, Prompt, Told};
use super::update::update;
use crate::ceremony::Moment;
use crate::ui::presentation::{Asked, Header};

fn header(rehearsal: bool) -> Header {
    let text = |text: &str| text.to_owned();
    Header {
        ceremony: text("bonded-validator-1"),
        organisation: text("Example Staking"),
        rehearsal,
        testnet: true,
        folder: text("rehearsals/bonded-validator-1"),
        journal: true,
        again: false,
    }
}

fn model() -> Model {
    Model::new(header(true))
}

fn key(code: KeyCode) -> Msg {
    Msg::Key(KeyEvent::new(code, KeyModifiers::NONE))
}

fn ctrl_c() -> Msg {
    Msg::Key(KeyEvent::new(KeyCode::Char('c'), KeyModifiers::CONTROL))
}

/// Presses keys; returns what the last one wants done.
fn press(model: &mut Model, keys: impl IntoIterator<Item = KeyCode>) -> Vec<Effect> {
    keys.into_iter().map(|code| update(model, key(code))).last().unwrap_or_default()
}

fn write(model: &mut Model, text: &str) {
    press(model, text.chars().map(KeyCode::Char));
}

fn tell(model: &mut Model, told: Told) -> Vec<Effect> {
    update(model, Msg::Told(told))
}

/// At this moment, its page read to the end.
fn at(moment: Moment) -> Model {
    let mut model = model();
    tell(&mut model, Told::Moment(moment, crate::ui::presentation::tests::half_way()));
    model.drawn(Some(0));
    model
}
