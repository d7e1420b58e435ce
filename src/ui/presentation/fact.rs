//! What is to be read exactly: an address, a path, a digest, a statement.

use super::wrap::{chunks, columns, pad, wrap};
use crate::keys::{Address, Digest};
use crate::text::words;

/// Columns of the pages of a device in plain lines: what the smallest terminal has.
const PLAIN_WIDTH: usize = 80;

/// A label with its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// What it is.
    pub label: String,
    /// What it says.
    pub value: Value,
}

impl Fact {
    /// The fact in lines that are not broken: one, but for what a device shows on several.
    pub fn lines(&self) -> Vec<String> {
        let line = match &self.value {
            Value::Text(text) | Value::Exact(text) => text.clone(),
            Value::Groups { prefix: "", groups } => groups.join(" "),
            Value::Groups { prefix, groups } => format!("{prefix} {}", groups.join(" ")),
            Value::Words(words) => words.join(" "),
            Value::Pages(pages) => {
                let rows = page_rows(pages, PLAIN_WIDTH);
                return std::iter::once(format!("{}:", self.label)).chain(rows).collect();
            }
        };
        vec![format!("{}: {line}", self.label)]
    }
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
    /// A text on the pages of a device, each with its lines.
    Pages(Vec<Vec<String>>),
}

impl Value {
    /// An address in full, in groups and rows as every Trezor shows them: the prefix apart, then ten groups of four.
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

    /// The value in rows of at most `width` columns (at least 24).
    pub fn rows(&self, width: usize) -> Vec<String> {
        match self {
            Self::Text(text) => wrap(text, width),
            Self::Exact(text) => chunks(text, width),
            Self::Groups { prefix: "", groups } => group_rows(groups, width),
            Self::Groups { prefix, groups } => device_rows(prefix, groups, width),
            Self::Words(words) => word_rows(words, width),
            Self::Pages(pages) => page_rows(pages, width),
        }
    }
}

fn group_rows(groups: &[String], width: usize) -> Vec<String> {
    let fits = |per_row: &usize| groups.len().is_multiple_of(*per_row) && 5 * per_row <= width + 1;
    let per_row = (1..=groups.len()).rev().find(fits).unwrap_or(1);
    groups.chunks(per_row).map(|row| row.join(" ")).collect()
}

/// Four cells of four characters in a row, the first of which holds the prefix (docs/emulator.md). Where the width
/// allows it, the rows stand beside each other with a wider gap.
fn device_rows(prefix: &str, groups: &[String], width: usize) -> Vec<String> {
    let cells: Vec<_> = std::iter::once(format!("{prefix:>4}")).chain(groups.iter().cloned()).collect();
    let rows: Vec<_> = cells.chunks(4).map(|row| row.join(" ")).collect();
    let all = rows.join("   ").trim_start().to_owned();
    if columns(&all) <= width { vec![all] } else { rows }
}

/// As many pages beside each other as fit, each under its number.
fn page_rows(pages: &[Vec<String>], width: usize) -> Vec<String> {
    const GAP: usize = 3;
    let widest = pages.iter().flatten().map(|line| columns(line)).max().unwrap_or(0);
    let per_row = ((width + GAP) / (widest + GAP)).max(1);
    let numbered = |(at, page): (usize, &Vec<String>)| {
        // Without a total: some models count the page that only asks for the confirmation.
        let number = format!("({})", at + 1);
        std::iter::once(number).chain(page.iter().cloned()).collect::<Vec<_>>()
    };
    let numbered: Vec<_> = pages.iter().enumerate().map(numbered).collect();
    let row = |pages: &[Vec<String>], at: usize| {
        let cell = |page: &Vec<String>| pad(page.get(at).map_or("", String::as_str), widest + GAP);
        pages.iter().map(cell).collect::<String>().trim_end().to_owned()
    };
    numbered
        .chunks(per_row)
        .flat_map(|pages| {
            let longest = pages.iter().map(Vec::len).max().unwrap_or(0);
            (0..longest).map(|at| row(pages, at)).collect::<Vec<_>>()
        })
        .collect()
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
    fn an_address_stands_in_the_rows_of_a_device() {
        let value = Value::address(&address());
        assert_eq!(value.rows(55), ["  0x 73d0 385F 4d8E", "00C5 e650 4C60 30F4", "7BF6 2127 36A8"]);
        assert_eq!(value.rows(56), ["0x 73d0 385F 4d8E   00C5 e650 4C60 30F4   7BF6 2127 36A8"]);
        let fact = Fact { label: "Address".to_owned(), value };
        assert_eq!(fact.lines(), ["Address: 0x 73d0 385F 4d8E 00C5 e650 4C60 30F4 7BF6 2127 36A8"]);
    }

    #[test]
    fn a_digest_stands_in_sixteen_groups() {
        let rows = Value::digest(&Digest::of("abc")).rows(40);
        assert_eq!(
            rows,
            ["ba78 16bf 8f01 cfea 4141 40de 5dae 2223", "b003 61a3 9617 7a9c b410 ff61 f200 15ad"]
        );
    }

    #[test]
    fn pages_stand_beside_each_other_where_there_is_room() {
        let page = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
        let value = Value::Pages(vec![page(&["aaaaaa", "bb"]), page(&["cccccc", "d"]), page(&["e"])]);
        assert_eq!(value.rows(15), ["(1)      (2)", "aaaaaa   cccccc", "bb       d", "(3)", "e"]);
        assert_eq!(value.rows(14).len(), 8);
        let fact = Fact { label: "On the device".to_owned(), value };
        let row = "(1)      (2)      (3)";
        assert_eq!(fact.lines(), ["On the device:", row, "aaaaaa   cccccc   e", "bb       d"]);
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
