//! A whole rehearsal on the screen, in both languages; and one that is killed and gone on with.

use super::common::{check_signatures, check_sums, same_but_for_journals};
use super::person::{CONTROL_C, ENGLISH, ENTER, JAPANESE, Person, Words};
use super::{Home, SMALLEST, headless};

/// Walks through everything, leaves the last page, and finds the bytes that the headless rehearsal makes.
fn whole(words: &Words, size: (u16, u16)) {
    let home = Home::new();
    let mut terminal = home.rehearse(words, size);
    let mut person = Person::new(words);
    for page in [words.entry_1, words.entry_2, words.same_address, words.compare, words.complete] {
        person.walk_to(&mut terminal, page);
    }
    person.walk_to(&mut terminal, words.over);
    terminal.keys(ENTER);
    let (status, left) = terminal.ends();
    assert_eq!(status, 0, "{left}");
    assert!(left.replace('\n', "").contains(home.folder().to_str().unwrap()), "{left}");
    assert!(home.files() == *headless());
    home.verifies();
}

#[test]
fn in_english_on_the_smallest_screen() {
    whole(&ENGLISH, SMALLEST);
}

#[test]
fn in_japanese_on_the_smallest_screen() {
    whole(&JAPANESE, SMALLEST);
}

#[test]
fn in_japanese_on_a_large_screen() {
    whole(&JAPANESE, (120, 40));
}

/// Killed while an address is compared, and gone on with on another screen.
#[test]
fn killed_and_gone_on_with() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    Person::new(&ENGLISH).walk_to(&mut terminal, ENGLISH.same_address);
    terminal.kill();
    drop(terminal);
    assert!(home.journal().contains("wallet-entered") && !home.journal().contains("address-confirmed"));
    let mut terminal = home.resume(&JAPANESE);
    Person::new(&JAPANESE).walk_to(&mut terminal, JAPANESE.over);
    terminal.keys(ENTER);
    assert_eq!(terminal.ends().0, 0);
    let found = home.files();
    same_but_for_journals(&found, headless());
    check_sums(&found);
    check_signatures(&found);
    home.verifies();
}

/// Stopped by the person at the question about an address, and gone on with.
#[test]
fn stopped_and_gone_on_with() {
    let home = Home::new();
    let mut terminal = home.rehearse(&JAPANESE, SMALLEST);
    Person::new(&JAPANESE).walk_to(&mut terminal, JAPANESE.compare);
    terminal.keys(CONTROL_C);
    assert_eq!(terminal.ends().0, 130);
    let mut terminal = home.resume(&ENGLISH);
    Person::new(&ENGLISH).walk_to(&mut terminal, ENGLISH.over);
    terminal.keys(ENTER);
    assert_eq!(terminal.ends().0, 0);
    same_but_for_journals(&home.files(), headless());
}
