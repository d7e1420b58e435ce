//! A byte flipped anywhere in any output makes `verify` fail, also with everything remade that needs no key.

use std::time::Instant;

use gishiki::manifest::Layout;
use gishiki::verify::Evidence;

use super::forger::forge;
use super::maker::*;

fn timing() -> Evidence {
    Evidence { rehearsal: true, ..told(solo()) }
}

#[test]
fn how_long() {
    let evidence = timing();
    let start = Instant::now();
    for _ in 0..10 {
        assert!(judge(solo(), &evidence).ok());
    }
    eprintln!("verify {:?}", start.elapsed() / 10);
    let start = Instant::now();
    let mut flipped = solo().clone();
    flipped.get_mut(Layout::PLAN).unwrap()[5] ^= 1;
    for _ in 0..10 {
        forge(solo(), &flipped);
    }
    eprintln!("forge {:?}", start.elapsed() / 10);
    for (name, bytes) in solo() {
        eprintln!("{} {name}", bytes.len());
    }
}
