//! How the member's device is set up, against what the plan wants.

use gishiki::plan::EntryPlace;

use super::common::slip39;
use super::*;

/// A device that takes passphrases on its own keyboard only.
fn asking(plan: &str) -> Trial {
    let mut trial = Trial::of(plan);
    trial.bench.set_up("member-1", |config| config.passphrase_always_on_device = true);
    trial
}

/// What followed the moment at which the wallet without a passphrase is read, up to the next moment.
fn at_commitment(person: &Person) -> (bool, Vec<Told>) {
    let moment = |told: &Told| match told {
        Told::Moment(Moment::CommitSeed { asks, .. }, _) => Some(*asks),
        _ => None,
    };
    let (at, asks) = person.told.iter().enumerate().find_map(|(at, told)| Some((at, moment(told)?))).unwrap();
    let rest = person.told[at + 1..].iter();
    (asks, rest.take_while(|told| !matches!(told, Told::Moment(..))).cloned().collect())
}

#[test]
fn a_device_that_always_asks_is_told_of_before_it_asks_for_the_empty_passphrase() {
    let mut trial = asking(&common::shipped("solo"));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    let empty = Told::Notice(Notice::EmptyPassphraseOnDevice);
    assert_eq!(at_commitment(&person), (true, vec![Told::Question(Question::Ready), empty]));
    let sealed: Sealed = trial.read(&Layout::sealed("member-1"));
    assert_eq!(sealed.device.details["passphrase_always_on_device"], "true");
    trial.ends_with_the_same_addresses();
}

#[test]
fn a_device_that_does_not_always_ask_asks_nothing_for_it() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(at_commitment(&person), (false, Vec::new()));
}

#[test]
fn who_stops_before_the_empty_passphrase_has_committed_to_nothing() {
    let mut trial = asking(&common::shipped("solo"));
    let mut person = trial.impatient();
    let mut stops = false;
    let stop = Cell::new(false);
    person.on_moment = Box::new(|moment, _| stop.set(matches!(moment, Moment::CommitSeed { .. })));
    person.on_question = Box::new(|_| {
        stops |= stop.get();
        if stop.get() { Answer::Stop } else { Answer::Yes }
    });
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "stopped");
    drop(person);
    assert!(stops);
    let events = trial.events("member-1");
    assert!(!events.iter().any(|event| matches!(event, Event::SeedCommitted { .. })));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    trial.ends_with_the_same_addresses();
}

#[test]
fn a_passphrase_typed_where_nothing_was_to_be_typed_is_named_as_what_it_may_be() {
    let mut trial = asking(&common::shipped("solo"));
    let mut person = trial.impatient();
    let wrong = rehearsal_passphrase("MasterAdminVault");
    person.on_notice = Box::new(move |notice, panel| {
        let empty = *notice == Notice::EmptyPassphraseOnDevice;
        (empty && panel.enter(&wrong)).then_some(Reply::Go)
    });
    let problem = trial.go(&mut person).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "What opened instead of member-1/MasterAdminVault is the wallet that the device opened where it was to be left empty."
    );
    assert_eq!(refusals(&trial.events("member-1")), [Refusal::Standard]);
}

#[test]
fn a_passphrase_that_the_plan_has_on_the_laptop_is_refused_before_the_device_is_known() {
    let mut trial = asking(&common::shipped("solo").replacen("entry = \"device\"", "entry = \"host\"", 1));
    let mut person = trial.impatient();
    let problem = trial.go(&mut person).unwrap_err();
    assert_eq!(problem.id(), "device-keyboard-only");
    assert_eq!(trial.events("member-1").len(), 1, "it only began");
    assert_eq!(person.entries("MasterAdminVault"), 0);
}

#[test]
fn a_seed_in_another_form_than_the_plan_says_is_refused_before_the_device_is_known() {
    let mut trial = Trial::solo();
    trial.bench.set_up("member-1", |config| config.seed = Some(slip39(1)));
    let mut person = trial.impatient();
    let problem = trial.go(&mut person).unwrap_err();
    assert_eq!(
        problem.to_string(),
        "The plan's seed of member-1 is written down as BIP-39, but the device says that its own is written down as SLIP-39."
    );
    assert_eq!(trial.events("member-1").len(), 1);
    // The right one can be plugged in instead.
    trial.bench.set_up("member-1", |config| config.seed = Some(bip39(1)));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    trial.ends_as_ever();
}

#[test]
fn the_signed_part_says_where_each_passphrase_was_typed() {
    let plan = common::two_wallets(None).replacen("entry = \"device\"", "entry = \"host\"", 1);
    let mut trial = Trial::of(&plan);
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    let part: Part = trial.read(&Layout::part("member-1"));
    let entries: Vec<_> = part.wallets.iter().map(|it| (it.name.as_str(), it.entry.as_str())).collect();
    let planned: Vec<_> = trial.case.plan.wallets.iter().map(|it| (it.id.name.as_str(), it.entry)).collect();
    let of = |place| if place == EntryPlace::Host { "host" } else { "device" };
    assert_eq!(entries, planned.iter().map(|(name, place)| (*name, of(*place))).collect::<Vec<_>>());
    assert!(entries.iter().any(|(_, place)| *place == "host"));
    let told = person.moments().filter_map(|moment| match moment {
        Moment::Enter { wallet, place, .. } => Some((wallet.name.clone(), *place)),
        _ => None,
    });
    assert!(told.into_iter().all(|(name, place)| planned.contains(&(name.as_str(), place))));
}
