//! Every way out gives the terminal back.

use std::process::Command;

use super::person::{CONTROL_C, ENGLISH, ENTER, JAPANESE, Person};
use super::{Home, SMALLEST};

#[test]
fn control_c_at_a_question() {
    let home = Home::new();
    let mut terminal = home.rehearse(&JAPANESE, SMALLEST);
    Person::new(&JAPANESE).walk_to(&mut terminal, JAPANESE.ready);
    terminal.keys(CONTROL_C);
    let (status, left) = terminal.ends();
    assert_eq!(status, 130);
    assert!(left.contains(JAPANESE.stopped) && left.contains("gishiki resume"), "{left}");
}

#[test]
fn stopping_while_the_device_waits() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    Person::new(&ENGLISH).walk(&mut terminal, "the address on the device", |picture| {
        picture.shows("Receive address") && picture.shows("c cancel")
    });
    terminal.keys("q");
    terminal.wait_for("Stop here?");
    terminal.keys("y");
    terminal.wait_for("> y");
    terminal.keys(ENTER);
    let (status, left) = terminal.ends();
    assert_eq!(status, 130);
    assert!(left.contains(ENGLISH.stopped), "{left}");
    assert!(home.journal().contains("account-read") && !home.journal().contains("address-confirmed"));
}

#[test]
fn a_signal_that_ends_the_program() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    Person::new(&ENGLISH).walk_to(&mut terminal, ENGLISH.ready);
    let told = Command::new("sh").arg("-c").arg(format!("kill -TERM {}", terminal.process())).status();
    assert!(told.unwrap().success());
    assert_eq!(terminal.ends().0, 130);
}

/// Nobody is left who could see or say anything: the program does not stay behind.
#[test]
fn a_terminal_that_goes_away() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    Person::new(&ENGLISH).walk(&mut terminal, "the address on the device", |picture| {
        picture.shows("Receive address") && picture.shows(ENGLISH.give_up)
    });
    assert_eq!(terminal.hang_up(), 130);
    assert!(home.journal().contains("account-read") && !home.journal().contains("address-confirmed"));
}

#[test]
fn a_plan_that_cannot_be_read_never_takes_the_terminal() {
    let terminal = super::Terminal::start(SMALLEST, &["rehearse", "ceremonies/none.toml"], &[]);
    let left = terminal.wait("the end", |picture| picture.shows("none.toml")).text();
    assert!(left.lines().count() >= 2, "{left}");
    assert_eq!(super::terminal::count(&terminal.raw(), super::terminal::ENTERED), 0);
}
