//! PINs, locks, plugs, other devices.

use gishiki::ceremony::Alarm;
use gishiki::keys::Address;

use super::*;

#[test]
fn a_wrong_pin_is_asked_again_by_the_device() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("pin", |panel| {
        assert!(panel.enter(&Secret::new("9999".to_owned())));
        Reply::Go
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    trial.ends_as_ever();
}

/// The kinds of moments at which a device is there.
fn kinds(person: &Person) -> Vec<String> {
    let mut kinds: Vec<_> = person.moments().map(kind).collect();
    kinds.dedup();
    kinds.retain(|kind| !["PlugIn", "Combine", "Finished"].contains(&kind.as_str()));
    kinds
}

fn kind(moment: &Moment) -> String {
    format!("{moment:?}").split([' ', '{']).next().unwrap().to_owned()
}

/// Does something to the device at the n-th moment of those that `kinds` lists.
fn disturb(act: fn(&Panel), check: impl Fn(&Trial, &Person, &str)) {
    let mut usual = Trial::of(&common::two_wallets(None));
    let mut person = usual.impatient();
    usual.go(&mut person).unwrap();
    let all: Vec<_> = person.moments().map(kind).collect();
    assert!(kinds(&person).len() >= 8);
    let no_device = ["PlugIn", "Combine", "Finished"];
    for (nth, name) in all.iter().enumerate().filter(|(_, name)| !no_device.contains(&name.as_str())) {
        let mut trial = Trial::of(&common::two_wallets(None));
        let mut person = trial.patient();
        let mut count = 0;
        person.on_moment = Box::new(move |_, slot| {
            if count == nth {
                act(&slot.get().unwrap());
            }
            count += 1;
        });
        assert_eq!(trial.go(&mut person), Ok(true), "at {name}, moment {nth}");
        trial.ends_as_ever();
        check(&trial, &person, name);
    }
}

#[test]
fn a_device_locked_at_any_moment_asks_for_its_pin_and_goes_on() {
    disturb(Panel::lock, |trial, person, name| {
        assert_eq!(person.troubles(), Vec::<&str>::new(), "{name}");
        assert_eq!(reopened(&trial.events("member-1")), 0, "{name}: a lock closes no wallet");
    });
}

#[test]
fn a_device_unplugged_at_any_moment_goes_on_once_its_wallet_was_entered_again() {
    let lost = Cell::new(0);
    disturb(Panel::unplug, |trial, person, name| {
        assert!(person.troubles().len() <= 1, "{name}: {:?}", person.troubles());
        lost.set(lost.get() + person.troubles().len());
        if matches!(name, "ReadAccount" | "ShowAddress") {
            // Once for this step. A wallet finished before that is opened again only when it signs.
            let events = trial.events("member-1");
            let settled = events.iter().position(|event| matches!(event, Event::PartWritten { .. }));
            assert_eq!(reopened(&events[..settled.unwrap()]), 1, "{name}");
        }
    });
    assert!(lost.get() > 10);
}

#[test]
fn a_wallet_opened_again_is_compared_with_its_paper() {
    let mut trial = Trial::of(&common::two_wallets(None));
    let mut person = trial.patient();
    let mut first = true;
    person.on_moment = Box::new(move |moment, slot| {
        let second_address = matches!(moment, Moment::ShowAddress { sheet: None, .. });
        if second_address && std::mem::take(&mut first) {
            slot.get().unwrap().unplug();
        }
    });
    let mut noes = 1;
    person.on_question = Box::new(move |question| match question {
        Question::SameSheet { .. } if noes > 0 => {
            noes -= 1;
            Answer::No
        }
        _ => Answer::Yes,
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["device-lost", "sheet-differs"]);
    let events = trial.events("member-1");
    let reopened = events.iter().position(|event| matches!(event, Event::WalletReopened { .. })).unwrap();
    let step = "compare-sheet TeamFunds".to_owned();
    let (wallet, address) = ("TeamFunds".to_owned(), confirmed(&events, "funds"));
    let then =
        [Event::AlarmRaised { step, reason: Alarm::SheetDiffers }, Event::SheetCompared { wallet, address }];
    assert_eq!(events[reopened + 1..][..2], then);
    trial.ends_as_ever();
}

fn confirmed(events: &[Event], name: &str) -> Address {
    let address = events.iter().find_map(|event| match event {
        Event::AddressConfirmed { role, address, .. } if role == name => Some(*address),
        _ => None,
    });
    address.unwrap()
}

#[test]
fn a_device_unplugged_or_locked_while_it_waits_for_the_person_goes_on() {
    for screen in SCREENS {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, |panel| {
            panel.unplug();
            Reply::Go
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles(), ["device-lost"], "{screen}");
        trial.ends_as_ever();
    }
    for screen in ["show_address", "sign_message", "passphrase"] {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.on_notice = once_at(screen, |panel| {
            panel.lock();
            Reply::Go
        });
        assert_eq!(trial.go(&mut person), Ok(true), "{screen}");
        assert_eq!(person.troubles().len(), 1, "{screen}: {:?}", person.troubles());
        trial.ends_as_ever();
    }
}

#[test]
fn another_device_at_resume_is_not_taken() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("show_address", refuse);
    trial.go(&mut person).unwrap_err();
    let before = trial.memory.files.clone();
    trial.bench.set_up("member-1", |config| config.device_id = "F".repeat(24));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "device-other");
    assert!(trial.memory.files == before);
    trial.bench.set_up("member-1", |config| config.device_id = format!("{:024X}", 1));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    trial.ends_as_ever();
}

#[test]
fn the_same_device_with_another_seed_opens_no_wallet_of_the_ceremony() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_notice = once_at("show_address", refuse);
    trial.go(&mut person).unwrap_err();
    trial.bench.set_up("member-1", |config| config.seed = Some(bip39(5)));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "wallet-other");
}
