//! A person who confirms everything, for rehearsals without one.

use super::panel::Panel;
use super::screen::{Button, Kind, Screen};
use crate::device::{Attendant, Notice, Reply};
use crate::keys::Secret;

/// Stands by a simulated Trezor: reads every page, confirms, and types what it was given. Acts while the notice is
/// told: the simulator has drawn its screen by then.
pub struct Hand {
    panel: Panel,
    pin: Option<Secret>,
    passphrase: Secret,
    seen: Vec<Screen>,
}

impl Hand {
    /// A hand at this device, which types an empty passphrase and no PIN.
    pub fn new(panel: Panel) -> Self {
        Self { panel, pin: None, passphrase: Secret::new(String::new()), seen: Vec::new() }
    }

    /// Types this PIN; without one it cancels.
    #[must_use]
    pub fn with_pin(mut self, pin: Secret) -> Self {
        self.pin = Some(pin);
        self
    }

    /// Types this passphrase on the device from now on.
    pub fn remember(&mut self, passphrase: Secret) {
        self.passphrase = passphrase;
    }

    /// The screens that stood there, each at its first page, in order.
    pub fn seen(&self) -> &[Screen] {
        &self.seen
    }

    /// Does what the screen asks for; `false` where it offers nothing, or no longer stands there.
    pub fn act(&self, screen: &Screen) -> bool {
        match screen.kind {
            Kind::PinEntry => match &self.pin {
                Some(pin) => self.panel.enter(pin),
                None => self.panel.press(Button::Cancel),
            },
            Kind::PassphraseEntry => self.panel.enter(&self.passphrase),
            Kind::WordCountEntry | Kind::WordsEntry => match &screen.ready {
                Some(ready) => self.panel.enter(ready),
                None => self.panel.press(Button::Cancel),
            },
            Kind::Skippable => self.panel.press(Button::ShowAll),
            Kind::Confirm { .. } => {
                (screen.page()..screen.pages()).all(|_| self.panel.press(Button::NextPage))
                    && self.panel.press(Button::Confirm)
            }
            Kind::Off | Kind::Locked | Kind::Home | Kind::Busy => false,
        }
    }
}

impl Attendant for Hand {
    fn notice(&mut self, _: &Notice) -> Reply {
        let (_, screen) = self.panel.screen();
        let acted = self.act(&screen);
        self.seen.push(screen);
        // Where the screen offers nothing, waiting would be for ever.
        if acted { Reply::Go } else { Reply::Cancel }
    }
}
