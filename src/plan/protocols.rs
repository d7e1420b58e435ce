//! Staking protocols, and what each means for a plan's addresses, from a reviewed data file.

use std::sync::LazyLock;

use serde::Deserialize;

use super::words::Said;
use super::{Plan, Role};

/// A staking protocol.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Protocol {
    /// What it is called.
    pub name: String,
    /// Its names as they stand in a plan, without spaces.
    words: Vec<String>,
    /// The id of the fact in the catalogs.
    pub finding: String,
    /// Where the fact was read.
    pub source: String,
    /// The date of that source.
    pub date: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    protocol: Vec<Protocol>,
}

static PROTOCOLS: LazyLock<Vec<Protocol>> = LazyLock::new(|| {
    let table: Table = toml::from_str(include_str!("data/protocols.toml"))
        .expect("the file built in is read by a test below");
    table.protocol
});

/// Every protocol that is known, in the order of the data file.
pub fn protocols() -> &'static [Protocol] {
    &PROTOCOLS
}

impl Protocol {
    /// Whether a role is about it.
    pub fn is_named_by(&self, plan: &Plan, role: &Role) -> bool {
        self.is_named_in(&Said::of(&plan.texts_of(role)))
    }

    /// Whether any of these words for one thing name it.
    pub fn is_one_of(&self, words: &[&str]) -> bool {
        self.is_named_in(&Said::of(words))
    }

    /// Whether its name is said.
    pub(super) fn is_named_in(&self, said: &Said) -> bool {
        self.words.iter().any(|word| said.says(word))
    }
}

impl Plan {
    /// All that a plan calls a role: its name, its label, and the names of its account and wallet.
    pub(super) fn texts_of<'a>(&'a self, role: &'a Role) -> Vec<&'a str> {
        let account = self.account_of(role).map(|account| account.name.as_str());
        [Some(role.name.as_str()), Some(role.label.as_str()), account, Some(role.wallet.name.as_str())]
            .into_iter()
            .flatten()
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_protocol_has_words_of_lower_case_a_source_and_a_date() {
        assert!(!protocols().is_empty());
        for protocol in protocols() {
            let plain = |word: &String| word.bytes().all(|b| b.is_ascii_lowercase());
            assert!(!protocol.words.is_empty() && protocol.words.iter().all(plain), "{}", protocol.name);
            assert!(!protocol.source.is_empty() && protocol.date.len() == "2026-08-20".len());
        }
    }
}
