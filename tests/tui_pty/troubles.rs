//! What does not go as planned, and how the screen leads out of it.

use super::common::same_but_for_journals;
use super::person::{ENGLISH, ENTER, F8, Person, choose};
use super::terminal::Terminal;
use super::{Home, SMALLEST, headless};

/// Goes on to the last page and leaves it; returns what the program then says.
fn to_the_end(person: &mut Person, mut terminal: Terminal) -> String {
    person.walk_to(&mut terminal, person.words.over);
    terminal.keys(ENTER);
    let (status, left) = terminal.ends();
    assert_eq!(status, 0, "{left}");
    left
}

/// At the address that the device shows, awaiting its buttons.
fn at_the_address(person: &mut Person, terminal: &mut Terminal) {
    person.walk(terminal, "the address on the device", |picture| {
        picture.shows("Receive address") && picture.shows("c cancel")
    });
}

#[test]
fn an_address_that_differs_is_not_taken_and_shown_again() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    let mut person = Person::new(&ENGLISH);
    person.walk_to(&mut terminal, ENGLISH.same_address);
    choose(&mut terminal, &ENGLISH, "No, something differs", true);
    let trouble = terminal.wait_for("Something is in the way").text();
    assert!(trouble.contains("Do not use this address"), "{trouble}");
    assert!(!home.journal().contains("address-confirmed"));
    choose(&mut terminal, &ENGLISH, "Do the step again", false);
    at_the_address(&mut person, &mut terminal);
    to_the_end(&mut person, terminal);
    assert!(home.journal().contains("alarm-raised"));
    same_but_for_journals(&home.files(), headless());
}

#[test]
fn what_is_refused_on_the_device_can_be_done_again() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    let mut person = Person::new(&ENGLISH);
    at_the_address(&mut person, &mut terminal);
    terminal.keys(F8);
    terminal.wait_for("It was refused on the device.");
    choose(&mut terminal, &ENGLISH, "Do the step again", false);
    at_the_address(&mut person, &mut terminal);
    // The laptop gives up as well, and the device is not left waiting.
    terminal.keys("c");
    terminal.wait_for("It was cancelled on the laptop.");
    choose(&mut terminal, &ENGLISH, "Do the step again", false);
    to_the_end(&mut person, terminal);
    assert!(home.files() == *headless());
}

#[test]
fn an_exception_is_written_and_found_in_the_journal_and_at_the_end() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    let mut person = Person::new(&ENGLISH);
    person.walk_to(&mut terminal, ENGLISH.same_address);
    terminal.keys("x");
    let lines = ["both look at it", "the witness left the room", "we wait for her"];
    for line in lines {
        terminal.wait_for("> _");
        terminal.keys(line);
        terminal.wait_for(&format!("> {line}_"));
        terminal.keys(ENTER);
    }
    // It is confirmed as everything final is, and the question comes back.
    terminal.wait_for("is final");
    person.walk(&mut terminal, "the question again", |picture| {
        picture.shows(ENGLISH.same_address) && picture.shows("1 exception")
    });
    let left = to_the_end(&mut person, terminal).replace('\n', "");
    let [expected, happened, decided] = lines;
    let kept = format!(
        r#"{{"decided":"{decided}","expected":"{expected}","happened":"{happened}","step":"show-address owner-1"}}"#
    );
    assert!(home.journal().contains(&kept), "{}", home.journal());
    home.verifies();
    assert!(lines.iter().all(|line| left.contains(line)), "{left}");
}

#[test]
fn a_mistyped_second_entry_starts_both_again() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    let mut person = Person::new(&ENGLISH);
    person.walk(&mut terminal, "the second entry on the device", |picture| {
        picture.shows(ENGLISH.entry_2) && picture.shows("typed: 0")
    });
    terminal.keys("rehearsal MasterAdminVaulf");
    let typed = terminal.wait_for("typed: 26 bytes").text();
    assert!(!typed.contains("Vaulf"), "what is typed is not seen: {typed}");
    terminal.keys(ENTER);
    terminal.wait_for("opened different wallets");
    assert!(home.journal().contains("wallet-refused"));
    choose(&mut terminal, &ENGLISH, "Do the step again", false);
    terminal.wait_for(ENGLISH.entry_1);
    to_the_end(&mut person, terminal);
    let journal = home.journal();
    assert_eq!(journal.matches("\"wallet-entered\"").count(), 3, "{journal}");
    home.verifies();
}
