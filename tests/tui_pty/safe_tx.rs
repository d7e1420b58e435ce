//! An owner signs a batch of a verified bundle, on the screen.

use std::fs;
use std::path::Path;

use super::person::{CONTROL_C, ENGLISH, ENTER, JAPANESE, Person, Words};
use super::terminal::Terminal;
use super::{SMALLEST, gishiki};

const BUNDLE: &str = "manifests/rehearsal-bonded-validator-1";
const PLAN: &str = "ceremonies/bonded-validator.toml";

fn call(out: &str) -> Vec<&str> {
    let mut args = vec!["safe-tx", "sign", BUNDLE, "--plan", PLAN, "--rehearsal", "--out", out];
    args.extend(["--batch", "share-rewards", "--role", "owner-2", "--nonce", "3"]);
    args
}

fn start(words: &Words, out: &Path, size: (u16, u16)) -> Terminal {
    let out = out.to_str().unwrap();
    Terminal::start(size, &[&["--lang", words.lang][..], &call(out)].concat(), &[])
}

/// Walks through everything, and finds the bytes that nobody's signature is without a screen.
fn whole(words: &Words, size: (u16, u16), hash: &str) {
    let home = tempfile::tempdir().unwrap();
    let (out, plain) = (home.path().join("signed.json"), home.path().join("headless.json"));
    let made = gishiki(&[&call(plain.to_str().unwrap())[..], &["--headless"]].concat());
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let mut terminal = start(words, &out, size);
    let mut person = Person::new(words);
    person.walk_to(&mut terminal, hash);
    assert!(!out.exists());
    person.walk_to(&mut terminal, "Really sign EIP-712");
    assert!(!out.exists());
    person.walk_to(&mut terminal, words.over);
    assert_eq!(fs::read(&out).unwrap(), fs::read(&plain).unwrap(), "kept before the screen is left");
    terminal.keys(ENTER);
    let (status, left) = terminal.ends();
    assert_eq!(status, 0, "{left}");
}

#[test]
fn in_english_on_the_smallest_screen() {
    whole(&ENGLISH, SMALLEST, "Confirm message hash");
}

#[test]
fn in_japanese_on_a_large_screen() {
    whole(&JAPANESE, (120, 40), "Confirm message hash");
}

#[test]
fn a_person_who_stops_leaves_nothing() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("signed.json");
    let mut terminal = start(&ENGLISH, &out, SMALLEST);
    Person::new(&ENGLISH).walk_to(&mut terminal, "Signing address");
    terminal.keys(CONTROL_C);
    assert_eq!(terminal.ends().0, 130);
    assert!(!out.exists());
}
