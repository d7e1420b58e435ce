//! A wallet that keeps its xpub: its addresses are compared on the device, signed, and follow from no file.

mod common;

use std::cell::Cell;

use common::{Case, Person, Recorder, TestBench, check_signatures, check_sums, two_wallets};
use gishiki::ceremony::{Decision, Event, Moment};
use gishiki::journal::{self, Memory};
use gishiki::manifest::{Layout, Part, Sealed, canonical};

const MEMBER: &str = "member-1";

/// Two wallets, of which the second keeps what it could give.
fn plan() -> String {
    two_wallets(None).replacen("signer = \"funds\"", "xpub = \"kept\"\nsigner = \"funds\"", 1)
}

fn sealed(memory: &Memory) -> Sealed {
    canonical::from_bytes(&memory.files[&Layout::sealed(MEMBER)]).unwrap()
}

fn events(memory: &Memory) -> Vec<Event> {
    let bytes = memory.files.get(&Layout::journal(MEMBER)).cloned().unwrap_or_default();
    let lines = journal::read::<Event>("journal", &bytes).unwrap().lines;
    lines.into_iter().map(|line| line.event).collect()
}

#[test]
fn the_addresses_are_the_same_and_the_xpub_is_nowhere() {
    let (open, kept) = (Case::of(&two_wallets(None)).uninterrupted(), Case::of(&plan()).uninterrupted());
    let rows = |memory: &Memory| {
        let part: Part = canonical::from_bytes(&memory.files[&Layout::part(MEMBER)]).unwrap();
        part.addresses
    };
    assert_eq!(rows(&open), rows(&kept));
    let secret: Vec<_> =
        sealed(&open).accounts.into_iter().filter(|it| it.wallet == "TeamFunds").map(|it| it.xpub).collect();
    assert_eq!(secret.len(), 2);
    for xpub in &secret {
        let xpub = serde_json::to_value(xpub).unwrap();
        for (name, bytes) in &kept.files {
            assert!(!String::from_utf8_lossy(bytes).contains(xpub.as_str().unwrap()), "{name}");
        }
    }
    let sealed = sealed(&kept);
    assert!(sealed.accounts.iter().all(|it| it.wallet == "MasterAdminVault"));
    let told: Vec<_> = sealed.kept.iter().map(|it| (it.wallet.clone(), it.path.to_string())).collect();
    let told: Vec<_> = told.iter().map(|(wallet, path)| (wallet.as_str(), path.as_str())).collect();
    assert_eq!(told, [("TeamFunds", "m/44'/60'/0'"), ("TeamFunds", "m/44'/60'/1'")]);
    let kept_events = events(&kept).into_iter().filter(|event| matches!(event, Event::AccountKept { .. }));
    assert_eq!(kept_events.count(), 2);
}

/// What was read is gone with the power: it is read again, and every address still compared with it.
#[test]
fn a_run_goes_on_after_any_write() {
    let case = Case::of(&plan());
    let mut whole = Recorder::on(Memory::default());
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    assert_eq!(case.rehearse(&mut whole, &mut bench, &mut person), Ok(true));
    let sealed = |memory: &Memory| sealed(memory).kept;
    for kept in 0..whole.snapshots.len() {
        let mut memory = whole.snapshots[kept].clone();
        let mut bench = TestBench::new(&case.plan);
        let mut person = Person::at(&bench);
        assert_eq!(case.rehearse(&mut memory, &mut bench, &mut person), Ok(true), "after {kept} writes");
        assert_eq!(sealed(&memory), sealed(&whole.memory));
        check_sums(&memory.files);
        check_signatures(&memory.files);
    }
}

/// After a stop in the midst of the addresses another device's wallet is not taken for the one that kept its xpub.
#[test]
fn after_a_stop_the_account_is_read_from_the_same_wallet() {
    let case = Case::of(&plan());
    let stops = Cell::new(false);
    let (mut memory, mut bench) = (Memory::default(), TestBench::new(&case.plan));
    let mut person = Person::at(&bench);
    person.on_moment = Box::new(|moment, slot| {
        let last = matches!(moment, Moment::ShowAddress { role, .. } if role == "funds-2");
        if last && !stops.replace(true) {
            slot.get().unwrap().unplug();
        }
    });
    person.on_trouble = Box::new(|_| Decision::Stop);
    assert!(case.rehearse(&mut memory, &mut bench, &mut person).is_err());
    let mut bench = TestBench::new(&case.plan);
    let mut person = Person::at(&bench);
    assert_eq!(case.rehearse(&mut memory, &mut bench, &mut person), Ok(true));
    let read = person.moments().filter(|moment| matches!(moment, Moment::ReadAccount { .. })).count();
    assert_eq!(read, 1, "the account of the address that is left");
    assert_eq!(sealed(&memory).kept.len(), 2);
}
