//! A person at the other end of the pipes: reads what was written, and answers by the words on the choices.

use std::cell::RefCell;
use std::io::{self, BufRead, Read, Write};
use std::rc::Rc;

use super::*;
use crate::ceremony::{Pins, Scope, Setting, Signers, Whole};
use crate::host::FixedFacts;
use crate::host::bench::SimulatedBench;
use crate::journal::Memory;
use crate::manifest::Heading;
use crate::plan::{self, Linted};
use crate::text::Lang;

const SOLO: &[u8] = include_bytes!("../../../ceremonies/solo.toml");

/// What the face wrote, shared with the person who reads it.
#[derive(Clone, Default)]
struct Paper(Rc<RefCell<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Paper {
    fn text(&self) -> String {
        String::from_utf8(self.0.borrow().clone()).unwrap()
    }
}

/// Chooses the first of these labels that is offered; types the next line where nothing is numbered.
struct Person {
    paper: Paper,
    read: usize,
    prefers: Vec<&'static str>,
    lines: Vec<&'static str>,
    said: Vec<u8>,
}

impl Person {
    fn answer(&mut self) -> Vec<u8> {
        let text = self.paper.text();
        let news = &text[self.read..];
        self.read = text.len();
        let numbered = |line: &str| {
            let (number, label) = line.strip_prefix("  ")?.split_once("  ")?;
            number.parse::<usize>().ok().map(|number| (number, label.to_owned()))
        };
        let offered: Vec<_> = news.lines().filter_map(numbered).collect();
        let pick = |wanted: &&str| offered.iter().find(|(_, label)| label.starts_with(*wanted));
        let answer = match self.prefers.iter().find_map(pick) {
            Some((number, _)) => number.to_string(),
            None if !self.lines.is_empty() => self.lines.remove(0).to_owned(),
            None => return Vec::new(),
        };
        format!("{answer}\n").into_bytes()
    }
}

impl Read for Person {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        unreachable!("lines are read through BufRead")
    }
}

impl BufRead for Person {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        if self.said.is_empty() {
            self.said = self.answer();
        }
        Ok(&self.said)
    }

    fn consume(&mut self, amount: usize) {
        self.said.drain(..amount);
    }
}

const WILLING: [&str; 9] = [
    "Yes, read to its end",
    "Type the rehearsal",
    "Leave it empty",
    "Next page",
    "Hold to confirm",
    "Confirm",
    "Ready",
    "Yes, exactly",
    "Do the step again",
];

fn solo() -> Linted {
    plan::read(SOLO, "solo.toml").into_plan().unwrap()
}

/// Runs the solo ceremony with this person; returns what came of it, what was written, and the files.
fn rehearse(prefers: &[&'static str], lines: &[&'static str]) -> (Result<bool, Problem>, String, Memory) {
    let (plan, catalog, slot) = (solo(), Catalog::new(Lang::En), PanelSlot::default());
    let mut bench = SimulatedBench::new(&plan, slot.clone()).unwrap();
    let mut storage = Memory::default();
    let paper = Paper::default();
    let person = Person {
        paper: paper.clone(),
        read: 0,
        prefers: prefers.to_vec(),
        lines: lines.to_vec(),
        said: Vec::new(),
    };
    let header = Header::of(&Heading::of(&plan, true));
    let mut face = Plain::new(person, paper.clone(), &catalog, header, slot);
    let setting = Setting {
        plan: &plan,
        plan_bytes: SOLO,
        rehearsal: true,
        scope: Scope::Team,
        only: None,
        signers: Signers::All,
        pins: Pins::default(),
        carried: Vec::new(),
    };
    let result = Whole::new(setting, &mut storage, &mut face, &FixedFacts, &mut bench).run();
    drop(face);
    (result, paper.text(), storage)
}

#[test]
fn a_whole_ceremony_through_pipes() {
    let (result, text, _) = rehearse(&WILLING, &[]);
    assert_eq!(result, Ok(true), "{text}");
    insta::assert_snapshot!(text);
}

#[test]
fn the_end_of_the_input_stops_and_loses_nothing() {
    let (result, text, storage) = rehearse(&WILLING[..5], &[]);
    assert_eq!(result.unwrap_err().id(), "stopped", "{text}");
    assert!(text.contains("Ready?") && !text.contains("wallet entered"), "{text}");
    assert!(storage.files.keys().any(|name| name.contains("journal")), "what was done is kept");
}

#[test]
fn an_exception_is_told_in_three_lines_and_strange_ones_are_refused() {
    let prefers: Vec<_> = ["Record an exception"].into_iter().chain(WILLING).collect();
    let lines = ["one entry", "\u{1b}[2J", "two", "", "go on"];
    let (result, text, storage) = rehearse(&prefers, &lines);
    assert_eq!(result.unwrap_err().id(), "stopped", "nothing more to say at the second exception");
    assert!(text.contains("has characters that the journal does not take"), "{text}");
    assert!(text.contains("A line of the exception is empty"), "{text}");
    assert!(text.contains("EXCEPTION recorded: identify"), "{text}");
    assert!(!text.contains('\u{1b}'));
    let kept = r#"{"decided":"go on","expected":"one entry","happened":"two","step":"identify"}"#;
    assert!(storage.files.values().any(|bytes| String::from_utf8_lossy(bytes).contains(kept)));
}

#[test]
fn a_passphrase_on_the_laptop_is_checked_counted_and_never_shown() {
    let catalog = Catalog::new(Lang::En);
    let mut paper = Paper::default();
    let wallet = WalletId::new("member-1", "Vault");
    let header = Header {
        ceremony: "c-1".into(),
        organisation: "o".into(),
        rehearsal: false,
        testnet: false,
        folder: String::new(),
        journal: true,
        again: false,
    };
    let input = "caf\u{e9} hunter2\n hunter2\nvault\nhunter2\n".as_bytes();
    let mut face = Plain::new(input, &mut paper, &catalog, header, PanelSlot::default());
    assert_eq!(face.passphrase(&wallet).unwrap().expose(), "hunter2");
    assert!(face.passphrase(&wallet).is_none(), "the input has ended");
    let text = paper.text();
    assert!(text.contains("does not have") && text.contains("begins or ends with a space"), "{text}");
    assert!(text.contains("This is the wallet's name"), "{text}");
    assert!(text.contains("7 bytes were taken"), "{text}");
    assert!(!text.contains("hunter2"));
}
