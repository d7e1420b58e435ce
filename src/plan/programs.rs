//! Wallet programs, and which paths they reach with a Trezor, from a reviewed data file.

use std::ops::RangeInclusive;
use std::sync::LazyLock;

use serde::{Deserialize, Deserializer, Serialize, de};

use crate::keys::AddressPath;

/// How a program gets to an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Reach {
    /// It is among the addresses that the program offers.
    Listed,
    /// It is offered once addresses before it, or it itself, were used.
    Used,
    /// Only where the whole path is typed by hand.
    Typed,
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
    /// Where this was read.
    pub source: String,
    /// The date of that source.
    pub date: String,
    #[serde(rename = "path")]
    forms: Vec<Form>,
}

/// A form of paths that a program reaches.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Form {
    path: Shape,
    #[serde(default)]
    from: u32,
    #[serde(default = "unbounded")]
    to: u32,
    how: Reach,
}

fn unbounded() -> u32 {
    u32::MAX
}

/// `a'/c/i`, where each of the three is a number, or a letter for any.
#[derive(Debug)]
struct Shape {
    text: String,
    parts: [Option<u32>; 3],
}

impl<'de> Deserialize<'de> for Shape {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let parts = parts(&text).ok_or_else(|| de::Error::custom("not of the form a'/c/i"))?;
        Ok(Self { text, parts })
    }
}

fn parts(text: &str) -> Option<[Option<u32>; 3]> {
    let [account, change, index] = text.split('/').collect::<Vec<_>>()[..] else { return None };
    let part = |text: &str| match text.as_bytes() {
        [letter] if letter.is_ascii_lowercase() => Some(None),
        _ => text.parse().ok().map(Some),
    };
    Some([part(account.strip_suffix('\'')?)?, part(change)?, part(index)?])
}

impl Form {
    fn fits(&self, path: AddressPath) -> bool {
        let bounds: RangeInclusive<u32> = self.from..=self.to;
        let numbers = [path.account(), path.change(), path.index()];
        self.path.parts.iter().zip(numbers).all(|(part, number)| match part {
            Some(fixed) => *fixed == number,
            None => bounds.contains(&number),
        })
    }
}

impl Program {
    /// How it reaches an address on a Trezor; none where it does not.
    pub fn reach(&self, path: AddressPath) -> Option<Reach> {
        self.forms.iter().find(|form| form.fits(path)).map(|form| form.how)
    }

    /// The forms of the paths that it reaches, written whole.
    pub fn forms(&self) -> String {
        let mut forms: Vec<String> = Vec::new();
        for form in &self.forms {
            let whole = format!("m/44'/60'/{}", form.path.text);
            if !forms.contains(&whole) {
                forms.push(whole);
            }
        }
        forms.join(", ")
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    program: Vec<Program>,
}

static PROGRAMS: LazyLock<Vec<Program>> = LazyLock::new(|| {
    let table: Table =
        toml::from_str(include_str!("data/reach.toml")).expect("the file built in is read by a test below");
    table.program
});

/// Every program that is known, in the order of the data file.
pub fn programs() -> &'static [Program] {
    &PROGRAMS
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// The marks of the programs that reach a path: small where it is not simply listed.
    fn marks(tail: &str) -> String {
        let path = AddressPath::from_tail(tail).unwrap();
        let mark = |program: &Program| match program.reach(path) {
            None => '.',
            Some(Reach::Listed) => program.mark,
            Some(Reach::Used | Reach::Typed) => program.mark.to_ascii_lowercase(),
        };
        programs().iter().map(mark).collect()
    }

    #[test]
    fn each_path_of_a_team_is_reached_by_what_was_established() {
        // The columns of the matrix that was read from the programs' sources.
        for (tail, expected) in [
            ("0'/0/0", "MRTSACl"),
            ("0'/0/1", "MRtsACl"),
            ("0'/0/999", "MRtsACl"),
            ("0'/0/1000", ".RtsACl"),
            ("1'/0/0", ".RtSAcl"),
            ("4'/0/0", ".RtSAcl"),
            ("10'/0/0", ".RtsAcl"),
            ("11'/0/2", "...s.cl"),
            ("0'/1/0", "...s.cl"),
        ] {
            assert_eq!(marks(tail), expected, "{tail}");
        }
    }

    #[test]
    fn every_program_has_a_mark_of_its_own_a_source_and_a_date() {
        let marks: BTreeSet<char> = programs().iter().map(|program| program.mark).collect();
        assert_eq!(marks.len(), programs().len());
        for program in programs() {
            assert!(program.mark.is_ascii_uppercase() && program.name.is_ascii(), "{}", program.name);
            assert!(
                !program.source.is_empty() && program.date.len() == "2026-08-20".len(),
                "{}",
                program.name
            );
        }
    }

    #[test]
    fn a_form_is_three_numbers_or_letters() {
        assert_eq!(parts("0'/0/i"), Some([Some(0), Some(0), None]));
        assert_eq!(parts("a'/c/i"), Some([None; 3]));
        for wrong in ["", "0'/0", "0/0/0", "0'/0/0/0", "A'/0/0", "0'/0/ii", "0'/-1/0"] {
            assert_eq!(parts(wrong), None, "{wrong}");
        }
    }
}
