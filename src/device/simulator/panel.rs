//! The person's side of a simulated Trezor: its screen, its buttons, its plug.

use std::sync::{Arc, PoisonError};
use std::time::Duration;

use super::bus::{Holder, Input};
use super::cable::Cable;
use super::recovery;
use super::screen::{Button, Kind, Screen};
use crate::device::DeviceError;
use crate::device::passphrase::PASSPHRASE_MAX;
use crate::device::trezor::{Channel, Port};
use crate::keys::Secret;

/// The person's side. Clones are the same device; the device lives as long as one of them, or a cable.
#[derive(Clone)]
pub struct Panel {
    holder: Arc<Holder>,
}

impl Panel {
    pub(super) fn new(holder: Arc<Holder>) -> Self {
        Self { holder }
    }

    /// What is drawn now, with the number of what was drawn so far.
    pub fn screen(&self) -> (u64, Screen) {
        let state = self.holder.0.state();
        (state.drawn, state.screen.clone())
    }

    /// Waits until something was drawn after the number `seen`; `None` where nothing was in time.
    pub fn drawn_after(&self, seen: u64, patience: Duration) -> Option<(u64, Screen)> {
        let bus = &self.holder.0;
        let (state, _) = bus
            .bell
            .wait_timeout_while(bus.state(), patience, |state| state.drawn <= seen)
            .unwrap_or_else(PoisonError::into_inner);
        (state.drawn > seen).then(|| (state.drawn, state.screen.clone()))
    }

    /// Presses a button; `false` where the screen has none such now.
    pub fn press(&self, button: Button) -> bool {
        self.holder.0.change(|state| {
            if !state.screen.buttons().contains(&button) {
                return false;
            }
            if state.screen.turn(button) {
                state.drawn += 1;
            } else {
                state.act(Input::Pressed(button));
            }
            true
        })
    }

    /// Types what the screen asks for; `false` where nothing can be typed now, or not on this keyboard: a passphrase of
    /// at most 50 printable ASCII characters, a PIN of 1 to 50 digits, a number of words, or words of small letters.
    pub fn enter(&self, secret: &Secret) -> bool {
        let text = secret.expose();
        self.holder.0.change(|state| {
            let short = text.len() <= PASSPHRASE_MAX;
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            let can_type = match state.screen.kind {
                Kind::PassphraseEntry => short && text.bytes().all(|byte| matches!(byte, b' '..=b'~')),
                Kind::PinEntry => short && digits,
                Kind::WordCountEntry => recovery::WORD_COUNTS.iter().any(|count| count.to_string() == text),
                Kind::WordsEntry => text.bytes().all(|byte| matches!(byte, b' ' | b'a'..=b'z')),
                _ => false,
            };
            if !can_type {
                return false;
            }
            state.act(Input::Typed(secret.clone()));
            true
        })
    }

    /// Pulls the plug: sessions are lost, and the device is locked when it comes back.
    pub fn unplug(&self) {
        self.holder.0.change(|state| {
            state.powered = false;
            state.plugs += 1;
            state.to_device.clear();
            state.to_laptop.clear();
            state.draw(Screen::new(Kind::Off, "", "", Vec::new()));
        });
    }

    /// Plugs it in again.
    pub fn replug(&self) {
        self.holder.0.change(|state| {
            state.plugs += 1;
            state.powered = true;
        });
    }

    /// Locks it on the device itself, as its delay does: what was going on ends, sessions survive.
    pub fn lock(&self) {
        self.holder.0.change(|state| state.locks = true);
    }

    /// Connects as a laptop does.
    ///
    /// # Errors
    /// [`DeviceError::NoDevice`] while it is unplugged.
    pub fn cable(&self) -> Result<Cable, DeviceError> {
        Cable::plug(self.holder.clone()).ok_or(DeviceError::NoDevice)
    }
}

impl Port for Panel {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        Ok(Box::new(self.cable()?))
    }
}
