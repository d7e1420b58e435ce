//! The simulated device in plain lines: its screen is read out, its buttons are numbered choices.

use std::io::{BufRead, Write};

use super::console::Console;
use crate::device::simulator::{Button, Kind, Panel, Screen};
use crate::keys::Secret;
use crate::text::{Catalog, Message};
use crate::ui::presentation::{button, screen_lines};

/// What can be done at a screen.
pub enum Act {
    /// Press a button.
    Press(Button),
    /// Type something.
    Type,
    /// Have this typed.
    Fill(Secret),
    /// Stop the ceremony.
    Stop,
}

impl Act {
    /// What is asked for where something is typed at this screen.
    pub fn asks(screen: &Screen) -> Message {
        Message::new(match screen.kind {
            Kind::PinEntry => "type-pin",
            Kind::WordCountEntry => "type-word-count",
            Kind::WordsEntry => "type-words",
            _ => "type-passphrase",
        })
    }
}

/// Stands by the device until the screen that waits was answered. None where the person stops.
pub fn attend<R: BufRead, W: Write>(
    console: &mut Console<'_, R, W>,
    panel: &Panel,
    rehearsal: &dyn Fn(&Screen) -> Option<(&'static str, Secret)>,
) -> Option<()> {
    loop {
        let (_, screen) = panel.screen();
        let mut choices = choices(console.catalog, &screen, rehearsal(&screen));
        choices.push((console.catalog.text("choice-stop"), Act::Stop));
        let (labels, mut acts): (Vec<_>, Vec<_>) = choices.into_iter().unzip();
        console.say(&Message::new("plain-device"));
        screen_lines(console.catalog, &screen).iter().for_each(|line| console.line(&format!("  | {line}")));
        // Only the choice to stop: nothing waits for the person.
        if acts.len() == 1 {
            return Some(());
        }
        let question = console.catalog.text("question-trouble");
        let chosen = console.choose(&question, &labels)?;
        match acts.swap_remove(chosen) {
            Act::Stop => return None,
            Act::Press(button @ (Button::NextPage | Button::PreviousPage)) => {
                panel.press(button);
            }
            Act::Press(button) => {
                if panel.press(button) {
                    return Some(());
                }
            }
            Act::Fill(secret) => {
                if typed(console, panel, &secret) {
                    return Some(());
                }
            }
            Act::Type => {
                let secret = console.secret(&Act::asks(&screen))?;
                if typed(console, panel, &secret) {
                    return Some(());
                }
            }
        }
    }
}

fn typed<R: BufRead, W: Write>(console: &mut Console<'_, R, W>, panel: &Panel, secret: &Secret) -> bool {
    let taken = panel.enter(secret);
    if !taken {
        console.say(&Message::new("device-cannot-type"));
    }
    taken
}

/// What can be done at this screen, in words; nothing where it waits for nobody.
pub fn choices(
    catalog: &Catalog,
    screen: &Screen,
    rehearsal: Option<(&'static str, Secret)>,
) -> Vec<(String, Act)> {
    let mut choices: Vec<(String, Act)> = Vec::new();
    if let Some((id, secret)) = rehearsal {
        choices.push((catalog.text(id), Act::Fill(secret)));
    }
    if screen.takes_text() {
        choices.push((catalog.say(&Act::asks(screen)), Act::Type));
    }
    for it in screen.buttons() {
        choices.push((button(catalog, screen, it), Act::Press(it)));
    }
    choices
}
