//! Wallet programs: which addresses they reach with which device, and how, from a reviewed data file.

mod form;
mod table;
#[cfg(test)]
mod tests;
mod way;

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

use super::{Plan, SeedKind, Wallet};
use crate::keys::AddressPath;
use crate::text::Message;

use form::Form;
use table::{Entry, How, TABLE};
pub use way::Way;

/// A device that holds keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Hardware {
    /// A Trezor.
    Trezor,
    /// A Ledger.
    Ledger,
}

impl Display for Hardware {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Trezor => "Trezor",
            Self::Ledger => "Ledger",
        })
    }
}

/// How a program gets to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// It is among the addresses that the program offers.
    Listed,
    /// It is offered once addresses before it, or it itself, were used.
    Used,
    /// Only where a path is typed by hand.
    Typed,
}

/// Whether a program gets to an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does, this way.
    Reached(Reach, Way),
    /// It does not.
    Beyond,
    /// Nobody looked closely enough to say.
    Unverified,
}

/// Where something was read.
#[derive(Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Evidence {
    /// A short name for it.
    pub id: String,
    /// Repository and commit, files, versions.
    pub what: String,
    /// Its date, or the day of reading where it bears none, YYYY-MM-DD.
    pub date: String,
}

/// What is known of a program, a device and a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// Whether it is reached, and how.
    pub verdict: Verdict,
    /// Something to know before: a sentence of the catalogs.
    pub note: Option<Message>,
    /// Whether the passphrase of the wallet is typed on the computer for it.
    pub passphrase_on_host: bool,
    /// Where this was read.
    pub evidence: &'static Evidence,
}

impl Cell {
    /// How it is reached; none where it is not, or where nobody knows.
    pub fn reach(&self) -> Option<Reach> {
        match self.verdict {
            Verdict::Reached(reach, _) => Some(reach),
            Verdict::Beyond | Verdict::Unverified => None,
        }
    }

    /// The way, where it is reached.
    pub fn way(&self) -> Option<&Way> {
        match &self.verdict {
            Verdict::Reached(_, way) => Some(way),
            Verdict::Beyond | Verdict::Unverified => None,
        }
    }
}

/// A wallet program.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Program {
    /// What it is called.
    pub name: String,
    /// Its letter in the design table.
    pub mark: char,
    /// Whether people expect it to reach everything, so that a plan says where it does not.
    pub(super) warn: bool,
    #[serde(rename = "cell")]
    entries: Vec<Entry>,
}

impl Program {
    /// What is known of an address with a device.
    pub fn cell(&self, hardware: Hardware, path: AddressPath) -> Cell {
        let entries = self.entries.iter().filter(|entry| entry.device == hardware);
        let found = entries.filter_map(|entry| Some((entry, entry.number(path)?))).next();
        let (entry, number) = found.expect("the last entry of each program and device fits any path");
        Cell {
            verdict: entry.verdict(path, number),
            note: entry.note.as_ref().map(|note| Message::new(format!("reach-note-{note}"))),
            passphrase_on_host: entry.passphrase_on_host,
            evidence: entry.evidence(),
        }
    }

    /// How it reaches an address on a Trezor; none where it does not, or where nobody knows.
    pub fn reach(&self, path: AddressPath) -> Option<Reach> {
        self.cell(Hardware::Trezor, path).reach()
    }

    /// Whether it reaches anything with a device, or nobody knows.
    pub fn takes(&self, hardware: Hardware) -> bool {
        self.entries.iter().any(|entry| entry.device == hardware && entry.how != How::None)
    }

    /// Whether it reaches anything with a device only after the passphrase was typed on the computer.
    pub fn asks_on_host(&self, hardware: Hardware) -> bool {
        self.entries.iter().any(|entry| entry.device == hardware && entry.passphrase_on_host)
    }

    /// The forms of the paths that it reaches with a Trezor, written whole.
    pub fn forms(&self) -> String {
        let mut forms: Vec<String> = Vec::new();
        for entry in self.entries.iter().filter(|entry| entry.device == Hardware::Trezor && entry.reaches()) {
            let whole = entry.path.whole();
            if !forms.contains(&whole) {
                forms.push(whole);
            }
        }
        forms.join(", ")
    }
}

impl Entry {
    fn reaches(&self) -> bool {
        !matches!(self.how, How::None | How::Unverified)
    }

    /// The place of a path in the list of this form, from 1; none where it does not fit. Of a form with several letters the
    /// last one counts.
    fn number(&self, path: AddressPath) -> Option<u32> {
        let letters = self.path.letters(path)?;
        let bound = letters.iter().all(|number| (self.from..=self.to).contains(number));
        bound.then(|| letters.last().map_or(1, |number| number - self.from + 1))
    }

    fn verdict(&self, path: AddressPath, number: u32) -> Verdict {
        let reach = match self.how {
            How::Listed => Reach::Listed,
            How::Used => Reach::Used,
            How::Typed => Reach::Typed,
            How::None => return Verdict::Beyond,
            How::Unverified => return Verdict::Unverified,
        };
        let Some(find) = self.find else { return Verdict::Unverified };
        // Where a program's own words are not known, the form says what is meant.
        let menu = if self.menu.is_empty() { vec![self.path.whole()] } else { self.menu.clone() };
        let frame = way::Frame { find, menu, number, page: self.page, command: &self.command };
        Verdict::Reached(reach, frame.fill(path))
    }

    fn evidence(&self) -> &'static Evidence {
        let found = TABLE.source.iter().find(|source| source.id == self.source);
        found.expect("every entry names a source of the same file")
    }
}

/// Every program that is known, in the order of the data file.
pub fn programs() -> &'static [Program] {
    &TABLE.program
}

/// Everything that cells name as their evidence.
pub fn evidence() -> &'static [Evidence] {
    &TABLE.source
}

impl Plan {
    /// The devices that a wallet can be on: a Trezor, and a Ledger where its seed is meant and able to go there.
    pub fn hardware_of(&self, wallet: &Wallet) -> Vec<Hardware> {
        let seed = self.seeds.iter().find(|seed| seed.name == wallet.seed);
        let moves = seed.is_some_and(|seed| {
            let read = matches!(seed.kind, SeedKind::Bip39Words12 | SeedKind::Bip39Words24);
            seed.may_move_to_ledger && read
        });
        if moves { vec![Hardware::Trezor, Hardware::Ledger] } else { vec![Hardware::Trezor] }
    }
}
