//! Everything that goes wrong at a device or with a person: nothing false is recorded, and the ceremony goes on.

#[path = "../common/mod.rs"]
mod common;
mod backups;
mod combining;
mod devices;
mod exceptions;
mod folders;
mod passphrases;
mod plugs;
mod refusals;
mod settings;

use std::cell::Cell;

use common::{
    Case, Person, Terms, TestBench, Told, bip39, check_signatures, check_sums, same_but_for_journals,
};
use gishiki::ceremony::{Answer, Decision, Event, Moment, Question, Refusal, Signers, TeamEvent};
use gishiki::device::simulator::{Button, Kind, Panel};
use gishiki::device::{Notice, Reply};
use gishiki::journal::{self, Memory};
use gishiki::keys::test_seeds::rehearsal_passphrase;
use gishiki::keys::{Secret, WalletIdentity};
use gishiki::manifest::{Exception, Layout, Manifest, Part, Sealed, canonical};
use gishiki::text::Problem;

/// A rehearsal with one fault in it.
struct Trial {
    case: Case,
    memory: Memory,
    bench: TestBench,
}

impl Trial {
    fn of(plan: &str) -> Self {
        let case = Case::of(plan);
        let bench = TestBench::new(&case.plan);
        Self { case, memory: Memory::default(), bench }
    }

    fn solo() -> Self {
        Self::of(&common::shipped("solo"))
    }

    fn go(&mut self, person: &mut Person) -> Result<bool, Problem> {
        let result = self.case.rehearse(&mut self.memory, &mut self.bench, person);
        if !person.troubles().contains(&"device-lost") {
            assert_eq!(self.bench.open_sessions(), 0, "no run leaves a wallet open: {result:?}");
        }
        result
    }

    fn patient<'w>(&self) -> Person<'w> {
        Person::patient(&self.bench)
    }

    fn impatient<'w>(&self) -> Person<'w> {
        Person::at(&self.bench)
    }

    fn events(&self, member: &str) -> Vec<Event> {
        let name = Layout::journal(member);
        let bytes = self.memory.files.get(&name).cloned().unwrap_or_default();
        journal::read(&name, &bytes).unwrap().lines.into_iter().map(|line| line.event).collect()
    }

    fn team_events(&self) -> Vec<TeamEvent> {
        let bytes = self.memory.files.get(Layout::TEAM_JOURNAL).cloned().unwrap_or_default();
        journal::read("team", &bytes).unwrap().lines.into_iter().map(|line| line.event).collect()
    }

    fn read<T: serde::Serialize + serde::de::DeserializeOwned>(&self, name: &str) -> T {
        canonical::from_bytes(&self.memory.files[name]).unwrap()
    }

    fn manifest(&self) -> Manifest {
        self.read(Layout::MANIFEST)
    }

    /// It came to its end, and to the same as if nothing had gone wrong, but for these events.
    fn ends_as_ever(&self) {
        check_sums(&self.memory.files);
        check_signatures(&self.memory.files);
        same_but_for_journals(&self.memory.files, &self.case.uninterrupted().files);
    }

    /// It came to its end, with the addresses that it would have had anyway.
    fn ends_with_the_same_addresses(&self) {
        check_sums(&self.memory.files);
        check_signatures(&self.memory.files);
        let ever: Manifest =
            canonical::from_bytes(&self.case.uninterrupted().files[Layout::MANIFEST]).unwrap();
        let manifest = self.manifest();
        assert_eq!((manifest.addresses, manifest.contracts), (ever.addresses, ever.contracts));
    }
}

/// What is typed for a wallet at its how-manieth entry.
type Typing<'w> = Box<dyn FnMut(&gishiki::plan::WalletId, usize) -> String + 'w>;

/// What hands do at a device.
type Hands<'w> = Box<dyn FnMut(&Notice, &Panel) -> Option<Reply> + 'w>;

/// The passphrase typed at the n-th entry of a wallet; the right one where the list is over or holds nothing.
fn typed<'w>(wrong: &'w [Option<&str>]) -> Typing<'w> {
    Box::new(|wallet, nth| {
        let right = || rehearsal_passphrase(&wallet.name).expose().to_owned();
        wrong.get(nth - 1).copied().flatten().map_or_else(right, str::to_owned)
    })
}

fn refusals(events: &[Event]) -> Vec<Refusal> {
    let refusal = |event: &Event| match event {
        Event::WalletRefused { reason, .. } => Some(*reason),
        _ => None,
    };
    events.iter().filter_map(refusal).collect()
}

fn reopened(events: &[Event]) -> usize {
    events.iter().filter(|event| matches!(event, Event::WalletReopened { .. })).count()
}

/// Does something else at the first notice of this name.
fn once_at<'w>(screen: &'static str, act: impl Fn(&Panel) -> Reply + 'w) -> Hands<'w> {
    let mut once = true;
    Box::new(move |notice, panel| {
        let here = match notice {
            Notice::Button { name, .. } => name == screen,
            Notice::PassphraseOnDevice => screen == "passphrase",
            Notice::PinOnDevice => screen == "pin",
            _ => false,
        };
        (here && std::mem::take(&mut once)).then(|| act(panel))
    })
}

fn refuse(panel: &Panel) -> Reply {
    while !panel.press(Button::Cancel) {
        assert!(panel.press(Button::NextPage) || panel.press(Button::ShowAll));
    }
    Reply::Go
}

const SCREENS: [&str; 4] = ["show_address", "sign_message", "passphrase", "pin"];

fn exception(happened: &str) -> Exception {
    Exception {
        decided: "go on".to_owned(),
        expected: "as planned".to_owned(),
        happened: happened.to_owned(),
        step: String::new(),
    }
}
