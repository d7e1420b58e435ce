//! Why words are not SLIP-39 shares, or not a set.

use std::fmt::{self, Display};

use crate::text::Problem;

/// Why shares are refused. Positions count from 1; no word is ever told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slip39Error {
    /// A share has neither 20 nor 33 words, but this many.
    WordCount(usize),
    /// The word at this position stands not in the list.
    UnknownWord(usize),
    /// The checksum (RS1024) is wrong: a word is mistyped or out of order.
    Checksum,
    /// The bits that fill up the first word of the value are not zero.
    Padding,
    /// A share asks for more groups than there are.
    GroupThreshold,
    /// A share says it is of a group that there is not.
    GroupIndex,
    /// No share at all.
    NoShares,
    /// Shares of different sets: identifier, extendable flag, exponent, group threshold or count differ.
    MixedSets,
    /// Shares of different lengths.
    MixedLengths,
    /// Shares of one group (from 1) that ask for different numbers of members.
    MixedThresholds(u8),
    /// Two shares of one group (from 1) with the same member index (from 1).
    Duplicate(u8, u8),
    /// Not as many groups as needed.
    Groups {
        /// How many are needed.
        needed: u8,
        /// How many there are.
        given: usize,
    },
    /// Not as many shares of a group as needed.
    Members {
        /// Which group, from 1.
        group: u8,
        /// How many of its shares are needed.
        needed: u8,
        /// How many there are.
        given: usize,
    },
    /// The recovered secret does not fit its digest: a share is of another set, or forged.
    Digest,
    /// An encrypted master secret of neither 16 nor 32 bytes.
    SecretLength(usize),
    /// An identifier of more than 15 bits.
    Identifier(u16),
    /// An iteration exponent of more than 4 bits.
    Exponent(u8),
}

impl Display for Slip39Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WordCount(n) => write!(f, "{n} words, not 20 or 33"),
            Self::UnknownWord(at) => write!(f, "word {at} is not in the list"),
            Self::Checksum => f.write_str("the checksum is wrong"),
            Self::Padding => f.write_str("the padding is not zero"),
            Self::GroupThreshold => f.write_str("the group threshold is over the group count"),
            Self::GroupIndex => f.write_str("the group index is not under the group count"),
            Self::NoShares => f.write_str("no share"),
            Self::MixedSets => f.write_str("shares of different sets"),
            Self::MixedLengths => f.write_str("shares of different lengths"),
            Self::MixedThresholds(group) => write!(f, "shares of group {group} with different thresholds"),
            Self::Duplicate(group, member) => write!(f, "member {member} of group {group} stands twice"),
            Self::Groups { needed, given } => write!(f, "{given} groups, not {needed}"),
            Self::Members { group, needed, given } => {
                write!(f, "{given} shares of group {group}, not {needed}")
            }
            Self::Digest => f.write_str("the digest of the recovered secret is wrong"),
            Self::SecretLength(n) => write!(f, "a secret of {n} bytes, not 16 or 32"),
            Self::Identifier(n) => write!(f, "identifier {n} has more than 15 bits"),
            Self::Exponent(n) => write!(f, "exponent {n} has more than 4 bits"),
        }
    }
}

impl std::error::Error for Slip39Error {}

impl From<Slip39Error> for Problem {
    fn from(error: Slip39Error) -> Self {
        match error {
            Slip39Error::WordCount(count) => Self::unusable("seed-slip39-word-count").with("count", count),
            Slip39Error::UnknownWord(at) => Self::unusable("seed-word-unknown").with("position", at),
            Slip39Error::Checksum => Self::unusable("seed-checksum"),
            Slip39Error::NoShares => Self::unusable("seed-no-words"),
            Slip39Error::MixedSets
            | Slip39Error::MixedLengths
            | Slip39Error::MixedThresholds(_)
            | Slip39Error::Digest => Self::unusable("seed-shares-mixed"),
            Slip39Error::Duplicate(group, member) => {
                Self::unusable("seed-share-twice").with("group", group).with("member", member)
            }
            Slip39Error::Groups { needed, given } => {
                Self::unusable("seed-groups-count").with("needed", needed).with("given", given)
            }
            Slip39Error::Members { group, needed, given } => Self::unusable("seed-shares-count")
                .with("group", group)
                .with("needed", needed)
                .with("given", given),
            // Correct checksums around contradictions: no program that follows SLIP-39 writes these.
            Slip39Error::Padding
            | Slip39Error::GroupThreshold
            | Slip39Error::GroupIndex
            | Slip39Error::SecretLength(_)
            | Slip39Error::Identifier(_)
            | Slip39Error::Exponent(_) => Self::unusable("seed-share-malformed").with("reason", error),
        }
    }
}
