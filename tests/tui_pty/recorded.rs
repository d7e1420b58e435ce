//! `docs/screen.svg` and `docs/screen.ja.svg` show what the program really draws in a rehearsal. After a wanted change:
//! `RECORD=1 cargo test --test tui_pty recorded` writes them anew.

use std::path::Path;

use super::person::{ENGLISH, ENTER, JAPANESE, Person, Words};
use super::terminal::{Picture, Terminal};
use super::{Home, PLAN, SMALLEST, svg};

/// The pictures that explain the program, the one that explains most first: where nothing moves, only it is seen.
fn pictures(words: &Words) -> Vec<Picture> {
    let home = Home::new();
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let plan = project.join(PLAN);
    // Run beside its folder, so that no path of this machine stands in the picture.
    let args = ["--lang", words.lang, "rehearse", plan.to_str().unwrap(), "--out", "rehearsal"];
    let mut terminal = Terminal::start_in(home.0.path(), SMALLEST, &args, &[]);
    let mut person = Person::new(words);
    let mut at = |what: &str, wanted: &dyn Fn(&Picture) -> bool| {
        person.walk(&mut terminal, what, wanted);
        terminal.settled()
    };
    let passphrase = at("the passphrase, typed", &|picture| {
        picture.shows(words.entry_2) && picture.shows(words.passphrase_typed)
    });
    let address = at("the address on the device", &|picture| {
        picture.shows("Receive address") && picture.shows(words.give_up)
    });
    let digest = at("the digest", &|picture| picture.shows(words.same_digest));
    let statement = at("the statement on the device", &|picture| {
        picture.shows("Confirm message") && picture.shows(words.give_up)
    });
    let complete = at("the end", &|picture| picture.shows(words.over));
    terminal.keys(ENTER);
    assert_eq!(terminal.ends().0, 0);
    vec![address, digest, statement, complete, passphrase]
}

/// The committed file is what the program draws.
fn recorded(words: &Words, name: &str) {
    let screens: Vec<_> = pictures(words).into_iter().map(|picture| picture.screen).collect();
    let drawn = svg::animated(&screens, words.lang);
    assert!(drawn.len() < 150_000, "{} bytes", drawn.len());
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs").join(name);
    if std::env::var_os("RECORD").is_some() {
        std::fs::write(&path, &drawn).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    let again = "RECORD=1 cargo test --test tui_pty recorded";
    assert!(committed == drawn, "docs/{name} is not what the program draws; write it anew with: {again}");
}

#[test]
fn recorded_screen_in_english() {
    recorded(&ENGLISH, "screen.svg");
}

#[test]
fn recorded_screen_in_japanese() {
    recorded(&JAPANESE, "screen.ja.svg");
}
