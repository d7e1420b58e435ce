//! What kind of Trezor is simulated, and how it is set up.

use trezor_client::protos::SafetyCheckLevel;

use super::ethereum::SHOW_ADDRESS;
use crate::device::paper::Paper;
use crate::device::trezor::models::ModelFacts;
use crate::keys::{Secret, Seed};

/// What ends the beginning of a long message.
pub(super) const DOTS: &str = "...";

/// A model of the core firmware that speaks protocol v1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Model {
    /// Safe 3, revision B (`T3B1`).
    SafeThree,
    /// Safe 5 (`T3T1`).
    #[default]
    SafeFive,
    /// Model T (`T2T1`).
    ModelT,
}

impl Model {
    /// Every model.
    pub const ALL: [Self; 3] = [Self::SafeThree, Self::SafeFive, Self::ModelT];

    /// Its name on a command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::SafeThree => "safe-3",
            Self::SafeFive => "safe-5",
            Self::ModelT => "model-t",
        }
    }

    /// What the firmware calls it: `Features.internal_model`.
    pub fn internal_name(self) -> &'static str {
        match self {
            Self::SafeThree => "T3B1",
            Self::SafeFive => "T3T1",
            Self::ModelT => "T2T1",
        }
    }

    /// What people call it: `Features.model`.
    pub fn name(self) -> &'static str {
        match self {
            Self::SafeThree => "Safe 3",
            Self::SafeFive => "Safe 5",
            Self::ModelT => "T",
        }
    }

    /// What the table says of it.
    pub fn facts(self) -> &'static ModelFacts {
        ModelFacts::of(self.internal_name()).expect("a line of the table, as the test of this module shows")
    }

    /// How a message is broken into lines and pages.
    pub(super) fn paper(self) -> Paper {
        self.facts().paper
    }

    /// Whether cancelling a message leads back to the address that signs it.
    pub(super) fn leads_back(self) -> bool {
        self == Self::SafeThree
    }

    /// How a long message begins, before it is skipped or shown in full: with this sentence above it, if any, and so
    /// many lines. Three dots end it.
    pub(super) fn beginning(self) -> (Option<&'static str>, Paper) {
        let paper = Paper { columns: self.paper().alone, mark: DOTS.len(), ..self.paper() };
        match self {
            Self::SafeFive => (Some("View all data in the menu."), Paper { rows: 3, ..paper }),
            Self::SafeThree | Self::ModelT => (None, Paper { rows: 4, ..paper }),
        }
    }

    /// Whether a refused address on the screen of this name is asked about once more.
    pub(super) fn asks_of_mismatch(self, screen: &str) -> bool {
        match self {
            Self::SafeThree => screen == SHOW_ADDRESS,
            // Its menu asks, and our button for cancelling stands for all of that.
            Self::SafeFive => false,
            Self::ModelT => true,
        }
    }

    /// Pixels of the screen, for `Features`.
    pub(super) fn pixels(self) -> (u32, u32) {
        match self {
            Self::SafeThree => (128, 64),
            Self::SafeFive | Self::ModelT => (240, 240),
        }
    }
}

/// A Trezor to simulate. The default is a Safe 5 as a ceremony wants it, but for the PIN and the seed.
#[derive(Clone, Debug)]
pub struct SimulatorConfig {
    /// The seed on it; `None` for a device that is not set up.
    pub seed: Option<Seed>,
    /// The words of that seed, where they are published: a rehearsal has them ready to be typed.
    pub backup: Option<Secret>,
    /// The PIN; without one it is never locked.
    pub pin: Option<Secret>,
    /// Whether it asks for passphrases.
    pub passphrase_protection: bool,
    /// Whether it takes passphrases on its own keyboard only.
    pub passphrase_always_on_device: bool,
    /// Whether it does not show a passphrase that comes from the laptop.
    pub hide_passphrase_from_host: bool,
    /// What it calls itself until it is wiped.
    pub device_id: String,
    /// Session ids follow from this and the device's id: drawn at random where another program must not take an
    /// earlier run's session for its own, all zeros in rehearsals, so that they repeat.
    pub entropy: [u8; 16],
    /// The name on its home screen.
    pub label: String,
    /// Its model.
    pub model: Model,
    /// Whether it refuses unusual paths.
    pub safety_checks: SafetyCheckLevel,
    /// Whether its seed waits to be written down.
    pub needs_backup: bool,
    /// Whether writing the seed down was broken off.
    pub unfinished_backup: bool,
    /// Whether it was set up without a backup.
    pub no_backup: bool,
}

impl Default for SimulatorConfig {
    fn default() -> Self {
        Self {
            seed: None,
            backup: None,
            pin: None,
            passphrase_protection: true,
            passphrase_always_on_device: false,
            hide_passphrase_from_host: false,
            device_id: "0123456789ABCDEF01234567".to_owned(),
            entropy: [0; 16],
            label: "Simulator".to_owned(),
            model: Model::default(),
            safety_checks: SafetyCheckLevel::Strict,
            needs_backup: false,
            unfinished_backup: false,
            no_backup: false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::trezor::models::Protocol;

    #[test]
    fn every_simulated_model_is_one_of_the_table() {
        for model in Model::ALL {
            let facts = model.facts();
            assert_eq!(facts.internal, model.internal_name());
            assert!(facts.name.ends_with(model.name()), "{}", facts.name);
            assert!(facts.protocol == Protocol::V1 && facts.keyboard && facts.slip39);
        }
    }
}
