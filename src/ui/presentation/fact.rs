//! What is to be read exactly: an address, a path, a digest, a statement.

use super::wrap::{chunks, columns, pad, wrap};
use crate::keys::{Address, Digest};
use crate::text::words;

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: Value,
}

/// A value, so that each face can lay it out in the width that it has, and none shortens it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A name or a sentence, broken between words.
    Text(String),
    /// Text of which every character counts, broken where the line is full.
    Exact(String),
    /// Groups of four digits behind a prefix, in rows of equal length.
    Groups {
        /// `0x`, or nothing.
        prefix: &'static str,
        /// The groups.
        groups: Vec<String>,
    },
    /// Words to read aloud, in columns.
    Words(Vec<&'static str>),
}

impl Value {
    /// An address in full, in groups as a Trezor shows them: the prefix apart, then ten groups of four.
    pub fn address(address: &Address) -> Self {
        Self::Groups { prefix: "0x", groups: address.groups().to_vec() }
    }

    /// The 64 hex digits of a digest in sixteen groups of four.
    pub fn digest(digest: &Digest) -> Self {
        let groups = digest.as_bytes().chunks(2).map(hex::encode).collect();
        Self::Groups { prefix: "", groups }
    }

    /// A digest as words, one a byte.
    pub fn words(digest: &Digest) -> Self {
        Self::Words(words(digest.as_bytes()))
    }

    /// The value in one line.
    pub fn line(&self) -> String {
        match self {
            Self::Text(text) | Self::Exact(text) => text.clone(),
            Self::Groups { prefix: "", groups } => groups.join(" "),
            Self::Groups { prefix, groups } => format!("{prefix} {}", groups.join(" ")),
            Self::Words(words) => words.join(" "),
        }
    }

    /// The value in rows of at most `width` columns (at least 24).
    pub fn rows(&self, width: usize) -> Vec<String> {
        match self {
            Self::Text(text) => wrap(text, width),
            Self::Exact(text) => chunks(text, width),
            Self::Groups { prefix, groups } => group_rows(prefix, groups, width),
            Self::Words(words) => word_rows(words, width),
        }
    }
}

fn group_rows(prefix: &str, groups: &[String], width: usize) -> Vec<String> {
    let indent = if prefix.is_empty() { 0 } else { prefix.len() + 1 };
    let fits = |per_row: &usize| groups.len().is_multiple_of(*per_row) && indent + 5 * per_row <= width + 1;
    let per_row = (1..=groups.len()).rev().find(fits).unwrap_or(1);
    let row = |(at, row): (usize, &[String])| {
        let lead = if at == 0 { prefix } else { "" };
        format!("{lead:indent$}{}", row.join(" "))
    };
    groups.chunks(per_row).enumerate().map(row).collect()
}

/// In pairs, so that two-syllable words stand over each other, and three-syllable ones beside them.
fn word_rows(words: &[&str], width: usize) -> Vec<String> {
    let widest = |odd: usize| words.iter().skip(odd).step_by(2).map(|word| columns(word)).max().unwrap_or(0);
    let wide = [widest(0) + 1, widest(1) + 1];
    let per_row = 2 * ((width + 1) / (wide[0] + wide[1])).max(1);
    let row = |row: &[&str]| {
        let padded = row.iter().enumerate().map(|(at, word)| pad(word, wide[at % 2]));
        padded.collect::<String>().trim_end().to_owned()
    };
    words.chunks(per_row).map(row).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn address() -> Address {
        "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8".parse().unwrap()
    }

    #[test]
    fn an_address_stands_in_rows_of_equal_groups() {
        let value = Value::address(&address());
        assert_eq!(value.rows(52), ["0x 73d0 385F 4d8E 00C5 e650 4C60 30F4 7BF6 2127 36A8"]);
        assert_eq!(value.rows(51), ["0x 73d0 385F 4d8E 00C5 e650", "   4C60 30F4 7BF6 2127 36A8"]);
        assert_eq!(value.line(), "0x 73d0 385F 4d8E 00C5 e650 4C60 30F4 7BF6 2127 36A8");
    }

    #[test]
    fn a_digest_stands_in_sixteen_groups() {
        let rows = Value::digest(&Digest::of("abc")).rows(40);
        assert_eq!(
            rows,
            ["ba78 16bf 8f01 cfea 4141 40de 5dae 2223", "b003 61a3 9617 7a9c b410 ff61 f200 15ad"]
        );
    }

    proptest! {
        #[test]
        fn nothing_of_an_address_or_a_digest_is_left_out(bytes: [u8; 20], more: [u8; 32], width in 24_usize..120) {
            let address = Address::from_bytes(bytes);
            let digest = Digest::from(more);
            let joined = |value: Value| {
                let rows = value.rows(width);
                prop_assert!(rows.iter().all(|row| columns(row) <= width), "{rows:?}");
                Ok(rows.concat().replace(' ', ""))
            };
            prop_assert_eq!(joined(Value::address(&address))?, address.to_string());
            prop_assert_eq!(joined(Value::digest(&digest))?, digest.to_string());
            prop_assert_eq!(joined(Value::words(&digest))?, words(&more).concat());
        }
    }
}
