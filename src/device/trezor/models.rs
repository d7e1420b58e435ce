//! What each model can do: one table for the driver, the simulator, `doctor` and `docs/devices.md`. Figures without
//! another source are those of trezor-firmware at dd7afbc3, 2026-08-21.

use std::fmt::{self, Display};

use crate::device::paper::Paper;
use crate::device::passphrase::PASSPHRASE_MAX;
use crate::device::{DeviceFacts, genuine::Root};

/// A firmware's version: major, minor, patch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Version(pub u32, pub u32, pub u32);

/// How messages are put on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// Protocol v1, which this program speaks.
    V1,
    /// THP alone, with pairing and encryption, which it does not speak yet.
    Thp,
}

/// How typed data is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TypedData {
    /// Field by field on the screen (`EthereumSignTypedData`).
    Fields,
    /// By its two hashes only (`EthereumSignTypedHash`).
    Hashes,
}

/// A line of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ModelFacts {
    /// `Features.internal_model`.
    pub internal: &'static str,
    /// What people call it.
    pub name: &'static str,
    /// What it speaks.
    pub protocol: Protocol,
    /// Whether PIN and passphrase are typed on the device; otherwise on the laptop, the PIN by the places of its
    /// digits.
    pub keyboard: bool,
    /// The longest passphrase, in bytes of UTF-8.
    pub passphrase_max: usize,
    /// Whether it takes SLIP-39 seeds.
    pub slip39: bool,
    /// How it signs typed data.
    pub typed_data: TypedData,
    /// The longest message it signs, in bytes.
    pub message_max: usize,
    /// How it breaks a message into lines and pages.
    pub paper: Paper,
    /// Whether what was read is confirmed on a page of its own, which counts as one.
    pub asks_apart: bool,
    /// The oldest firmware that a ceremony is held on.
    pub firmware_min: Version,
}

/// Core models show a message up to this many pages in full; a longer one may be confirmed unread
/// (`LONG_MSG_PAGE_THRESHOLD`).
const PAGES_IN_FULL: usize = 5;

/// The wire buffer of core models is 8192 bytes; a message of 7000 leaves room for the rest
/// (core/src/trezor/wire/codec/codec_v1.py).
const CORE_MESSAGE_MAX: usize = 7000;

/// Extendable SLIP-39 backups, which new devices make, are known since 2.7.2; the Safe 3 types every character of a
/// passphrase since 2.7.0, and the Safe 5 began with 2.7.2.
const CORE_MIN: Version = Version(2, 7, 2);

/// Core firmware from here on shows the hash of typed data where the laptop asks for it, and compares it with its own;
/// older firmware passes that over (core/CHANGELOG.md).
pub const HASH_SHOWN_SINCE: Version = Version(2, 9, 1);

/// A core model as most are.
const CORE: ModelFacts = ModelFacts {
    internal: "",
    name: "",
    protocol: Protocol::V1,
    keyboard: true,
    passphrase_max: PASSPHRASE_MAX,
    slip39: true,
    typed_data: TypedData::Fields,
    message_max: CORE_MESSAGE_MAX,
    paper: Paper { columns: 17, alone: 19, rows: 6, mark: 4 },
    asks_apart: false,
    firmware_min: CORE_MIN,
};

/// A Safe 3, of either revision.
const SAFE_THREE: ModelFacts =
    ModelFacts { name: "Trezor Safe 3", paper: Paper { columns: 18, alone: 18, rows: 4, mark: 2 }, ..CORE };

/// A THP-only model: what it could do is not asked before it can be spoken to. Its first firmware is 2.9.4.
const THP: ModelFacts = ModelFacts { protocol: Protocol::Thp, firmware_min: Version(2, 9, 4), ..CORE };

/// Every model that is known, the oldest first.
pub const MODELS: [ModelFacts; 7] = [
    ModelFacts {
        internal: "T1B1",
        name: "Trezor One",
        keyboard: false,
        slip39: false,
        typed_data: TypedData::Hashes,
        // legacy/firmware/protob/messages-ethereum.options
        message_max: 1024,
        // legacy/firmware/fsm.c, `fsm_layoutPaginated`; it offers no way around a page.
        paper: Paper { columns: 18, alone: 18, rows: 4, mark: 0 },
        // The first with GetFirmwareHash.
        firmware_min: Version(1, 11, 1),
        ..CORE
    },
    ModelFacts { internal: "T2T1", name: "Trezor Model T", ..CORE },
    ModelFacts { internal: "T2B1", ..SAFE_THREE },
    // Began with this firmware (common/releases.json).
    ModelFacts { internal: "T3B1", firmware_min: Version(2, 8, 3), ..SAFE_THREE },
    ModelFacts {
        internal: "T3T1",
        name: "Trezor Safe 5",
        paper: Paper { columns: 18, alone: 18, rows: 7, mark: 4 },
        asks_apart: true,
        ..CORE
    },
    ModelFacts { internal: "T3W1", name: "Trezor Safe 7", ..THP },
    ModelFacts { internal: "T3T2", name: "Trezor T3T2", ..THP },
];

impl ModelFacts {
    /// The line of the model that calls itself this internally.
    pub fn of(internal: &str) -> Option<&'static Self> {
        MODELS.iter().find(|model| model.internal == internal)
    }

    /// The line of a device that said what it is.
    pub fn of_device(facts: &DeviceFacts) -> Option<&'static Self> {
        Self::of(&facts.model)
    }

    /// How many characters of a message it surely shows in full.
    pub fn characters_in_full(&self) -> usize {
        self.paper.holds(PAGES_IN_FULL - usize::from(self.asks_apart))
    }

    /// Whether it has a secure element whose proof this program can follow.
    pub fn proves_itself(&self) -> bool {
        Root::known(self.internal)
    }
}

impl Version {
    /// Reads `2.12.4`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = text.split('.').map(|part| part.parse().ok());
        let version = Self(parts.next()??, parts.next()??, parts.next()??);
        parts.next().is_none().then_some(version)
    }
}

impl Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

impl Protocol {
    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::V1 => "v1",
            Self::Thp => "thp",
        }
    }
}

impl TypedData {
    /// Its name in documents.
    pub fn name(self) -> &'static str {
        match self {
            Self::Fields => "fields",
            Self::Hashes => "hashes",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::manifest::Statement;
    use crate::plan::CALLDATA_MAX;

    /// A line of `docs/devices.md`.
    fn line(model: &ModelFacts) -> String {
        let yes = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
        let place = if model.keyboard { "device" } else { "laptop" };
        let cells = [
            format!("{} (`{}`)", model.name, model.internal),
            model.protocol.name().to_owned(),
            place.to_owned(),
            model.passphrase_max.to_string(),
            yes(model.slip39),
            model.typed_data.name().to_owned(),
            model.message_max.to_string(),
            model.characters_in_full().to_string(),
            yes(model.proves_itself()),
            model.firmware_min.to_string(),
        ];
        format!("| {} |\n", cells.join(" | "))
    }

    fn thp_line(model: &ModelFacts) -> String {
        format!("| {} (`{}`) | thp | refused | | | | | | | |\n", model.name, model.internal)
    }

    #[test]
    fn the_page_about_devices_has_this_table() {
        let page = include_str!("../../../docs/devices.md");
        let lines = MODELS.iter().map(|model| match model.protocol {
            Protocol::V1 => line(model),
            Protocol::Thp => thp_line(model),
        });
        let table: String = lines.collect();
        assert!(page.contains(&format!("|---|---|---|---|---|---|---|---|---|---|\n{table}\n")), "{table}");
    }

    #[test]
    fn versions_are_numbers_not_texts() {
        assert!(Version::parse("2.12.4") > Version::parse("2.7.2"));
        assert!(Version::parse("1.14.0") < Version::parse("2.7.2"));
        for text in ["", "2.7", "2.7.2.1", "2.7.x", "v2.7.2"] {
            assert_eq!(Version::parse(text), None, "{text}");
        }
        assert_eq!(Version(2, 7, 2).to_string(), "2.7.2");
    }

    #[test]
    fn every_model_that_shows_a_batch_takes_what_a_plan_may_ask_for() {
        let showing = MODELS.iter().filter(|model| model.typed_data == TypedData::Fields);
        assert_eq!(showing.map(|model| model.message_max).min(), Some(CALLDATA_MAX));
    }

    #[test]
    fn a_statement_fits_on_five_pages_of_every_model() {
        for model in MODELS {
            assert!(model.characters_in_full() >= Statement::MAX_BYTES, "{}", model.name);
            assert!(model.message_max >= Statement::MAX_BYTES, "{}", model.name);
        }
    }
}
