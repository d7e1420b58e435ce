//! Arbitrary bytes where a device, or a laptop before a simulated one, should speak: true conversations with some bytes changed,
//! left out or repeated. The fuzzer (`fuzz/`) drives the same properties further.

mod answers;
mod bytes;
mod frames;
mod proof;
mod questions;
mod seeds;

use std::path::Path;
use std::sync::LazyLock;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;

static FRAMES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::frames);
static ANSWERS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::answers);
static QUESTIONS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::questions);
static PROOFS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::proofs);

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
fn like(seeds: &'static LazyLock<Vec<Vec<u8>>>) -> impl Strategy<Value = Vec<u8>> {
    let changed = (any::<Index>(), vec(Change::any(), 0..6)).prop_map(|(which, changes)| {
        let mut bytes = which.get(seeds).clone();
        changes.iter().for_each(|change| change.make(&mut bytes));
        bytes
    });
    prop_oneof![6 => changed, 1 => vec(any::<u8>(), 0..300)]
}

proptest! {
    #[test]
    fn no_chunks_do_harm(bytes in like(&FRAMES)) {
        frames::check(&bytes);
    }

    #[test]
    fn no_answers_do_harm(bytes in like(&ANSWERS)) {
        answers::check(&bytes);
    }

    #[test]
    fn no_questions_do_harm(bytes in like(&QUESTIONS)) {
        questions::check(&bytes);
    }

    #[test]
    fn nothing_like_a_proof_is_a_genuine_one(bytes in like(&PROOFS)) {
        proof::check(&bytes);
    }
}

/// Unchanged, each call ends as it did when it was recorded: the properties are about what really happens.
#[test]
fn true_conversations_are_understood() {
    FRAMES.iter().for_each(|bytes| frames::check(bytes));
    QUESTIONS.iter().for_each(|bytes| questions::check(bytes));
    for seed in ANSWERS.iter() {
        assert_eq!(answers::check(seed), 0, "{seed:?}");
    }
    let roots: Vec<_> = PROOFS.iter().map(|bytes| proof::check(bytes)).collect();
    assert!(roots[0].is_some() && roots[1..].iter().all(Option::is_none), "{roots:?}");
}

/// What the fuzzer begins with, where it looks for it.
#[test]
#[ignore = "writes into fuzz/corpus/"]
fn true_conversations_are_written_for_the_fuzzer() {
    for (target, seeds) in
        [("frames", &FRAMES), ("answers", &ANSWERS), ("questions", &QUESTIONS), ("proof", &PROOFS)]
    {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
        std::fs::create_dir_all(&folder).unwrap();
        for (at, seed) in seeds.iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{at:02}")), seed).unwrap();
        }
    }
}
