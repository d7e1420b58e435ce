//! Sizes and colours.

use super::person::{CONTROL_C, ENGLISH, ENTER, ESCAPE, F1, F5, JAPANESE, Person};
use super::terminal::Picture;
use super::{Home, SMALLEST, headless};
use gishiki::keys::Address;
use gishiki::manifest::{Part, canonical};

/// The only address of the ceremony.
fn owner() -> Address {
    let part: Part = canonical::from_bytes(&headless()["public/parts/member-1.json"]).unwrap();
    part.addresses[0].address
}

#[test]
fn the_terminal_changes_its_size_in_the_midst() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    let mut person = Person::new(&ENGLISH);
    person.walk(&mut terminal, "the address on the device", |picture| {
        picture.shows("Receive address") && picture.shows("c cancel")
    });
    let groups = owner().groups().to_vec();
    let (first, second) = (format!("0x {}", groups[..3].join(" ")), groups[3..7].join(" "));
    terminal.resize((132, 43));
    let wide = |picture: &Picture| picture.text().lines().any(|line| line.chars().count() > 120);
    let large = terminal.wait("a larger screen", wide).text();
    assert!(large.contains(&first) && large.contains(&second), "{large}");
    terminal.resize((60, 20));
    terminal.wait_for("too small");
    terminal.keys(F5);
    terminal.wait_for("No key is taken while nothing can be seen.");
    terminal.resize(SMALLEST);
    let small = terminal.wait_for("Next page").text();
    assert!(small.contains(&first) && small.contains(&second), "{small}");
    assert_eq!(small.lines().filter(|line| line.ends_with(['│', '┐', '┘'])).count(), 19, "{small}");
    person.walk_to(&mut terminal, ENGLISH.same_address);
    terminal.keys(CONTROL_C);
    assert_eq!(terminal.ends().0, 130);
}

/// Whether a terminal was told to take a colour (ECMA-48 SGR 30 to 49 and 90 to 107).
fn tells_colours(raw: &[u8]) -> bool {
    let text = String::from_utf8_lossy(raw);
    let sequences = text.split("\x1b[").skip(1).filter_map(|rest| {
        let end = rest.find(|c: char| c.is_ascii_alphabetic())?;
        rest[end..].starts_with('m').then(|| &rest[..end])
    });
    let is_colour = |code: &str| code.parse().is_ok_and(|code: u8| matches!(code, 30..=49 | 90..=107));
    sequences.flat_map(|sequence| sequence.split(';')).any(is_colour)
}

#[test]
fn without_colour_not_one_is_told() {
    for (environment, coloured) in [(&[("NO_COLOR", "1")][..], false), (&[][..], true)] {
        let home = Home::new();
        let mut terminal = home.rehearse_in(&JAPANESE, SMALLEST, environment);
        Person::new(&JAPANESE).walk_to(&mut terminal, JAPANESE.ready);
        assert!(terminal.picture().shows("REHEARSAL"), "marks are words");
        terminal.keys(CONTROL_C);
        let raw = terminal.raw_at_the_end();
        assert_eq!(tells_colours(&raw), coloured, "{environment:?}");
    }
}

#[test]
fn help_lies_over_the_page_and_goes_away() {
    let home = Home::new();
    let mut terminal = home.rehearse(&ENGLISH, SMALLEST);
    Person::new(&ENGLISH).walk_to(&mut terminal, ENGLISH.ready);
    for key in [F1, "?"] {
        terminal.keys(key);
        terminal.wait_for("Any key closes this page.");
        terminal.keys(ESCAPE);
        terminal.wait("the page", |picture| {
            !picture.shows("Any key closes this page.") && picture.shows(ENGLISH.ready)
        });
    }
    terminal.keys(ENTER);
    terminal.wait_for("typed: 0");
    terminal.keys(CONTROL_C);
    assert_eq!(terminal.ends().0, 130);
}
