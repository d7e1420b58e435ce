//! Arbitrary bytes where a device, or a laptop before a simulated one, should speak: true conversations with some bytes changed,
//! left out or repeated. The fuzzer (`fuzz/`) drives the same properties further.

mod answers;
mod bytes;
#[path = "../common/changed.rs"]
mod changed;
mod frames;
mod proof;
mod questions;
mod seeds;

use std::path::Path;
use std::sync::LazyLock;

use proptest::prelude::*;

use changed::like;

static FRAMES: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::frames);
static ANSWERS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::answers);
static QUESTIONS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::questions);
static PROOFS: LazyLock<Vec<Vec<u8>>> = LazyLock::new(seeds::proofs);

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
