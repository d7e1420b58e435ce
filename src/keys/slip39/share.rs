//! One share: its words and what they say.

use zeroize::Zeroizing;

use super::{Slip39Error, rs1024, wordlist};
use crate::keys::Secret;

const WORD_BITS: usize = 10;
/// Identifier, flag and exponent take two words; the group and member fields two more.
const HEADER_WORDS: usize = 4;

/// What all shares of a set have in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Common {
    /// 15 random bits.
    pub id: u16,
    pub extendable: bool,
    /// 4 bits.
    pub exponent: u8,
    /// 1 to 16.
    pub group_threshold: u8,
    /// 1 to 16.
    pub group_count: u8,
}

/// A share as its words tell it.
#[derive(Clone)]
pub(super) struct Share {
    pub common: Common,
    /// 0 to 15: also the x of this group's share of the secret.
    pub group_index: u8,
    /// 0 to 15: also the x of this share within the group.
    pub member_index: u8,
    /// 1 to 16.
    pub member_threshold: u8,
    /// 16 or 32 bytes.
    pub value: Zeroizing<Vec<u8>>,
}

impl Share {
    /// Reads a share: words in lower case, any white space between them.
    pub fn parse(text: &str) -> Result<Self, Slip39Error> {
        let words = indices(text)?;
        let value_words = words.len() - HEADER_WORDS - rs1024::CHECKSUM_WORDS;
        let first = number(&words[..2]);
        let extendable = field(first, 4, 1) == 1;
        if !rs1024::holds(extendable, &words) {
            return Err(Slip39Error::Checksum);
        }
        let second = number(&words[2..HEADER_WORDS]);
        let share = Self {
            common: Common {
                // 15 bits.
                id: (first >> 5) as u16,
                extendable,
                exponent: field(first, 0, 4),
                group_threshold: field(second, 12, 4) + 1,
                group_count: field(second, 8, 4) + 1,
            },
            group_index: field(second, 16, 4),
            member_index: field(second, 4, 4),
            member_threshold: field(second, 0, 4) + 1,
            value: unpack(&words[HEADER_WORDS..HEADER_WORDS + value_words])?,
        };
        share.checked()
    }

    fn checked(self) -> Result<Self, Slip39Error> {
        let Common { group_threshold, group_count, .. } = self.common;
        if group_threshold > group_count {
            return Err(Slip39Error::GroupThreshold);
        }
        if self.group_index >= group_count {
            return Err(Slip39Error::GroupIndex);
        }
        Ok(self)
    }

    /// The share's words, one space between them.
    pub fn words(&self) -> Secret {
        let Common { id, extendable, exponent, group_threshold, group_count } = self.common;
        let first = u32::from(id) << 5 | u32::from(extendable) << 4 | u32::from(exponent);
        let second = u32::from(self.group_index) << 16
            | u32::from(group_threshold - 1) << 12
            | u32::from(group_count - 1) << 8
            | u32::from(self.member_index) << 4
            | u32::from(self.member_threshold - 1);
        let mut words = Zeroizing::new(Vec::with_capacity(33));
        words.extend([first, second].into_iter().flat_map(|n| [(n >> 10) as u16, (n & 0x3ff) as u16]));
        pack(&self.value, &mut words);
        let checksum = rs1024::checksum(extendable, &words);
        words.extend(checksum);
        text(&words)
    }
}

fn indices(text: &str) -> Result<Zeroizing<Vec<u16>>, Slip39Error> {
    let count = text.split_whitespace().count();
    if !matches!(count, 20 | 33) {
        return Err(Slip39Error::WordCount(count));
    }
    let mut words = Zeroizing::new(Vec::with_capacity(count));
    for (at, word) in text.split_whitespace().enumerate() {
        words.push(wordlist::index(word).ok_or(Slip39Error::UnknownWord(at + 1))?);
    }
    Ok(words)
}

fn text(words: &[u16]) -> Secret {
    // No word is longer than eight letters; room for all, so that growing leaves no copy behind.
    let mut text = String::with_capacity(words.len() * 9);
    for (at, &index) in words.iter().enumerate() {
        if at > 0 {
            text.push(' ');
        }
        text.push_str(wordlist::word(index));
    }
    Secret::new(text)
}

/// Two words as a number of 20 bits.
fn number(words: &[u16]) -> u32 {
    words.iter().fold(0, |number, &word| number << WORD_BITS | u32::from(word))
}

/// At most 8 bits of a number, `from` the lowest.
fn field(number: u32, from: u32, bits: u32) -> u8 {
    (number >> from & ((1 << bits) - 1)) as u8
}

/// The bytes at the end of the words' bits; what stands before them must be zero.
fn unpack(words: &[u16]) -> Result<Zeroizing<Vec<u8>>, Slip39Error> {
    let bits = words.len() * WORD_BITS;
    let padding = bits % 16;
    let bit = |at: usize| words[at / WORD_BITS] >> (WORD_BITS - 1 - at % WORD_BITS) & 1;
    if (0..padding).any(|at| bit(at) == 1) {
        return Err(Slip39Error::Padding);
    }
    let byte = |at: usize| (0..8).fold(0, |byte, i| byte << 1 | bit(padding + at * 8 + i) as u8);
    let mut bytes = Zeroizing::new(Vec::with_capacity(bits / 8));
    bytes.extend((0..(bits - padding) / 8).map(byte));
    Ok(bytes)
}

/// The words whose bits end with these bytes, zeros before them.
fn pack(bytes: &[u8], words: &mut Vec<u16>) {
    let count = (bytes.len() * 8).div_ceil(WORD_BITS);
    let padding = count * WORD_BITS - bytes.len() * 8;
    let bit = |at: usize| match at.checked_sub(padding) {
        Some(at) => u16::from(bytes[at / 8] >> (7 - at % 8) & 1),
        None => 0,
    };
    words.extend((0..count).map(|at| (0..WORD_BITS).fold(0, |word, i| word << 1 | bit(at * WORD_BITS + i))));
}
