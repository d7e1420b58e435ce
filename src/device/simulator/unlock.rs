//! The PIN, and the passphrase of a session (trezor-firmware core/src/apps/common/request_pin.py, passphrase.py, seed.py).

use std::sync::Arc;

use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::{MessageType, PassphraseAck, PassphraseRequest};

use super::bus::Input;
use super::core::{Core, envelope};
use super::halt::Halt;
use super::screen::{Kind, Screen};
use crate::device::passphrase::PASSPHRASE_MAX;
use crate::keys::{Root, Secret};

/// How often a PIN may be wrong before the storage wipes itself.
const PIN_TRIES: u32 = 16;
const CONFIRM: Kind = Kind::Confirm { hold: false };

impl Core {
    /// Has the PIN typed until it is right.
    pub(super) fn unlock(&mut self) -> Result<(), Halt> {
        let mut title = "Enter PIN";
        while !self.unlocked {
            let left = PIN_TRIES - self.pin_failures;
            let screen = Screen::new(Kind::PinEntry, "pin_device", title, vec![format!("{left} tries left")]);
            let Input::Typed(typed) = self.interact(ButtonRequestType::ButtonRequest_PinEntry, screen)?
            else {
                return Err(Halt::pin_cancelled());
            };
            self.unlocked = self.config.pin.as_ref() == Some(&typed);
            if self.unlocked {
                self.pin_failures = 0;
            } else {
                self.pin_failures += 1;
                title = "Wrong PIN";
                if self.pin_failures == PIN_TRIES {
                    return Err(self.wipe());
                }
            }
        }
        Ok(())
    }

    /// Too many wrong PINs: nothing is left, and the device restarts.
    fn wipe(&mut self) -> Halt {
        self.config.seed = None;
        self.config.pin = None;
        self.pin_failures = 0;
        self.flags = 0;
        self.restart()
    }

    /// The root of the session's wallet; at its first use the passphrase is asked for.
    pub(super) fn root(&mut self) -> Result<Arc<Root>, Halt> {
        if let Some(root) = self.sessions.root()? {
            return Ok(root.clone());
        }
        let seed = self.config.seed.clone().ok_or_else(Halt::not_initialized)?;
        let passphrase = self.passphrase()?;
        let root = Arc::new(seed.open_as_trezor(&passphrase).map_err(|_| Halt::firmware_error())?);
        *self.sessions.root()? = Some(root.clone());
        Ok(root)
    }

    fn passphrase(&mut self) -> Result<Secret, Halt> {
        let empty = Secret::new(String::new());
        if !self.config.passphrase_protection {
            return Ok(empty);
        }
        let passphrase = if self.config.passphrase_always_on_device {
            self.passphrase_on_device()?
        } else {
            self.passphrase_from_host()?
        };
        if passphrase.expose().len() > PASSPHRASE_MAX {
            return Err(Halt::data_error(&format!("Maximum passphrase length is {PASSPHRASE_MAX} bytes")));
        }
        Ok(passphrase)
    }

    fn passphrase_on_device(&mut self) -> Result<Secret, Halt> {
        let screen = Screen::new(Kind::PassphraseEntry, "passphrase_device", "Enter passphrase", Vec::new());
        match self.interact(ButtonRequestType::ButtonRequest_PassphraseEntry, screen)? {
            Input::Typed(passphrase) => Ok(passphrase),
            Input::Pressed(_) => Err(Halt::cancelled("Passphrase entry cancelled")),
        }
    }

    fn passphrase_from_host(&mut self) -> Result<Secret, Halt> {
        let please = vec!["Please enter your passphrase.".to_owned()];
        self.draw(Screen::new(Kind::Busy, "", "", please));
        let request = envelope(&PassphraseRequest::new())?;
        let mut ack: PassphraseAck = self.call(request, MessageType::MessageType_PassphraseAck)?;
        let passphrase = ack.passphrase.take().map(Secret::new);
        if ack.on_device() {
            return match passphrase {
                Some(_) => Err(Halt::data_error("Passphrase provided when it should not be")),
                None => self.passphrase_on_device(),
            };
        }
        let Some(passphrase) = passphrase else {
            return Err(Halt::data_error(
                "Passphrase not provided and on_device is False. Use empty string to set an empty passphrase.",
            ));
        };
        if !passphrase.is_empty() {
            self.show_passphrase(&passphrase)?;
        }
        Ok(passphrase)
    }

    fn show_passphrase(&mut self, passphrase: &Secret) -> Result<(), Halt> {
        const OTHER: ButtonRequestType = ButtonRequestType::ButtonRequest_Other;
        let says = |name, line: &str| Screen::new(CONFIRM, name, "Passphrase wallet", vec![line.to_owned()]);
        if self.config.hide_passphrase_from_host {
            let line = "The passphrase from the laptop will be used without being shown.";
            return self.confirm(OTHER, says("passphrase_host1_hidden", line));
        }
        self.confirm(OTHER, says("passphrase_host1", "The next screen shows your passphrase."))?;
        let screen = Screen::new(CONFIRM, "passphrase_host2", "Confirm passphrase", Vec::new())
            .asking(self.config.model);
        self.confirm(OTHER, screen.with_secret(passphrase.clone()))
    }
}
