//! A drill on the screen.

use std::fs;
use std::path::Path;

use super::person::{ENGLISH, ENTER, JAPANESE, Person, Words};
use super::terminal::Terminal;
use super::{SMALLEST, gishiki};

const PLAN: &str = "ceremonies/solo.toml";

/// The rehearsal of the smallest plan in this folder.
fn solo(home: &Path) -> String {
    let bundle = home.join("solo").to_str().unwrap().to_owned();
    let made = gishiki(&["rehearse", PLAN, "--headless", "--out", &bundle]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    bundle
}

fn call<'a>(bundle: &'a str, out: &'a str) -> Vec<&'a str> {
    vec!["drill", bundle, "--plan", PLAN, "--rehearsal", "--custodian", "member-1", "--out", out]
}

/// Walks through everything, and finds the bytes that the drill has without a screen.
fn whole(words: &Words, size: (u16, u16), title: &str) {
    let home = tempfile::tempdir().unwrap();
    let bundle = solo(home.path());
    let [out, plain] = ["screen", "headless"].map(|name| home.path().join(name));
    let made = gishiki(&[&call(&bundle, plain.to_str().unwrap())[..], &["--headless"]].concat());
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let drill = [&["--lang", words.lang][..], &call(&bundle, out.to_str().unwrap())].concat();
    let mut terminal = Terminal::start(size, &drill, &[]);
    let mut person = Person::new(words);
    person.walk_to(&mut terminal, title);
    person.walk_to(&mut terminal, words.same_address);
    assert!(!out.join("drill.json").exists());
    person.walk_to(&mut terminal, words.same_digest);
    assert!(out.join("drill.json").exists() && !out.join("statements/MasterAdminVault.sig").exists());
    person.walk_to(&mut terminal, words.over);
    terminal.keys(ENTER);
    let (status, left) = terminal.ends();
    assert_eq!(status, 0, "{left}");
    for name in ["drill.json", "SHA256SUMS", "statements/MasterAdminVault.sig"] {
        let [screen, headless] = [&out, &plain].map(|folder| fs::read(folder.join(name)).unwrap());
        assert_eq!(screen, headless, "{name}");
    }
}

#[test]
fn in_english_on_the_smallest_screen() {
    whole(&ENGLISH, SMALLEST, "can member-1 open it all again?");
}

#[test]
fn in_japanese_on_a_large_screen() {
    whole(&JAPANESE, (120, 40), "復元訓練: member-1 さんは");
}

#[test]
fn a_person_who_stops_goes_on_by_the_same_call() {
    let home = tempfile::tempdir().unwrap();
    let bundle = solo(home.path());
    let out = home.path().join("drill");
    let call = call(&bundle, out.to_str().unwrap());
    let mut terminal = Terminal::start(SMALLEST, &call, &[]);
    Person::new(&ENGLISH).walk_to(&mut terminal, ENGLISH.same_digest);
    terminal.keys("q");
    terminal.wait("the question whether to stop", |picture| picture.shows("the same call goes on"));
    terminal.keys("y");
    terminal.keys(ENTER);
    let (status, left) = terminal.ends();
    assert_eq!(status, 130, "{left}");
    assert!(left.contains("--out"), "{left}");
    let done = gishiki(&[&call[..], &["--headless"]].concat());
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert!(out.join("SHA256SUMS").exists());
}
