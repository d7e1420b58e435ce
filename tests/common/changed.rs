//! True bytes with some of them changed, left out or repeated.

use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

/// What is done to some bytes.
#[derive(Clone, Debug)]
enum Change {
    Set(Index, u8),
    Cut(Index, usize),
    Repeat(Index, usize),
    Insert(Index, Vec<u8>),
}

impl Change {
    fn any() -> impl Strategy<Value = Self> {
        prop_oneof![
            3 => (any::<Index>(), any::<u8>()).prop_map(|(at, byte)| Self::Set(at, byte)),
            1 => (any::<Index>(), 1..80_usize).prop_map(|(at, length)| Self::Cut(at, length)),
            1 => (any::<Index>(), 1..80_usize).prop_map(|(at, length)| Self::Repeat(at, length)),
            1 => (any::<Index>(), vec(any::<u8>(), 1..70)).prop_map(|(at, bytes)| Self::Insert(at, bytes)),
        ]
    }

    fn make(&self, bytes: &mut Vec<u8>) {
        let (Self::Set(at, _) | Self::Cut(at, _) | Self::Repeat(at, _) | Self::Insert(at, _)) = self;
        if bytes.is_empty() {
            return;
        }
        let at = at.index(bytes.len());
        let end = |length: usize| (at + length).min(bytes.len());
        match self {
            Self::Set(_, byte) => bytes[at] = *byte,
            Self::Cut(_, length) => drop(bytes.drain(at..end(*length))),
            Self::Repeat(_, length) => {
                let again = bytes[at..end(*length)].to_vec();
                bytes.splice(at..at, again);
            }
            Self::Insert(_, new) => drop(bytes.splice(at..at, new.iter().copied())),
        }
    }
}

/// One of these with some changes, or mere bytes.
pub fn like(seeds: &'static LazyLock<Vec<Vec<u8>>>) -> impl Strategy<Value = Vec<u8>> {
    let changed = (any::<Index>(), vec(Change::any(), 0..6)).prop_map(|(which, changes)| {
        let mut bytes = which.get(seeds).clone();
        changes.iter().for_each(|change| change.make(&mut bytes));
        bytes
    });
    prop_oneof![6 => changed, 1 => vec(any::<u8>(), 0..300)]
}
