//! Passphrases mistyped, empty, of another wallet.

use super::*;

#[test]
fn a_mistyped_second_entry_starts_both_again_and_fills_nothing_in() {
    let mut trial = Trial::solo();
    let mut person = trial.patient();
    person.passphrase = typed(&[None, Some("rehearsal MasterAdminVaul")]);
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-differs"]);
    assert_eq!(person.entries("MasterAdminVault"), 5, "two, two again, and one to sign the manifest");
    let events = trial.events("member-1");
    assert_eq!(refusals(&events), [Refusal::Differs]);
    let entered = |event: &Event| match event {
        Event::WalletEntered { identity, .. } => Some(*identity),
        _ => None,
    };
    let entered: Vec<WalletIdentity> = events.iter().filter_map(entered).collect();
    assert_eq!(entered.len(), 3, "the mistyped wallet is nowhere in the journal");
    assert!(entered.iter().all(|identity| *identity == entered[0]));
    trial.ends_with_the_same_addresses();
}

#[test]
fn a_mistyped_first_entry_is_found_by_the_second() {
    let mut trial = Trial::solo();
    let mut person = trial.patient();
    person.passphrase = typed(&[Some("rehearsal masterAdminVault")]);
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(refusals(&trial.events("member-1")), [Refusal::Differs]);
    trial.ends_with_the_same_addresses();
}

#[test]
fn the_wallet_without_a_passphrase_is_never_taken() {
    for wrong in [&[Some("")] as &[_], &[None, Some("")]] {
        let mut trial = Trial::solo();
        let mut person = trial.patient();
        person.passphrase = typed(wrong);
        assert_eq!(trial.go(&mut person), Ok(true));
        assert_eq!(person.troubles(), ["wallet-standard"]);
        assert_eq!(refusals(&trial.events("member-1")), [Refusal::Standard]);
        trial.ends_with_the_same_addresses();
    }
}

#[test]
fn a_wallet_of_this_ceremony_is_not_taken_twice() {
    let mut trial = Trial::of(&common::two_wallets(None));
    let mut person = trial.patient();
    person.passphrase = Box::new(|wallet, nth| {
        let name = if wallet.name == "TeamFunds" && nth == 1 { "MasterAdminVault" } else { &wallet.name };
        rehearsal_passphrase(name).expose().to_owned()
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-seen"]);
    trial.ends_with_the_same_addresses();
}

/// The wallet's passphrase is typed on the laptop.
fn on_the_laptop() -> Trial {
    Trial::of(&common::shipped("solo").replacen("entry = \"device\"", "entry = \"host\"", 1))
}

#[test]
fn a_wallets_name_typed_on_the_laptop_is_refused_before_any_device_sees_it() {
    for name in ["MasterAdminVault", "masteradminvault"] {
        let wrong = [Some(name)];
        let mut trial = on_the_laptop();
        let mut person = trial.patient();
        person.passphrase = typed(&wrong);
        assert_eq!(trial.go(&mut person), Ok(true));
        assert_eq!(person.troubles(), ["passphrase-wallet-name"]);
        assert_eq!(person.entries("MasterAdminVault"), 4, "refused, two, and one to sign the manifest");
        assert_eq!(refusals(&trial.events("member-1")), [], "no wallet was opened by it");
        trial.ends_with_the_same_addresses();
    }
}

#[test]
fn who_does_not_go_on_after_the_warnings_has_begun_nothing() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    person.on_briefing = Box::new(|plan| {
        assert_eq!(plan.warnings()[0].lint, "P-WALLET-NAME");
        let [(accepted, reason)] = plan.accepted_warnings() else { panic!() };
        assert_eq!(
            (accepted.lint, reason.as_str()),
            ("P-ONE-OF-N", "One person; owners are added when there are more, and the address stays")
        );
        false
    });
    let problem = trial.go(&mut person).unwrap_err();
    assert_eq!((problem.id(), problem.kind().exit_status()), ("stopped-at-warnings", 130));
    assert_eq!((person.briefed, person.told.len()), (1, 0));
    assert!(trial.memory.files.is_empty());
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
}

fn identity_of(wallet: &str) -> String {
    bip39(1).open(&rehearsal_passphrase(wallet)).unwrap().identity().unwrap().to_string()
}

#[test]
fn a_known_wallet_is_entered_once_and_only_itself_is_taken() {
    let mut trial = Trial::of(&common::two_wallets(Some(&identity_of("TeamFunds"))));
    let mut person = trial.patient();
    person.passphrase = Box::new(|wallet, nth| match (wallet.name.as_str(), nth) {
        ("TeamFunds", 1) => "rehearsal TeamFund".to_owned(),
        (name, _) => rehearsal_passphrase(name).expose().to_owned(),
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!((person.troubles(), person.entries("TeamFunds")), (vec!["wallet-unknown"], 2));
    assert_eq!(refusals(&trial.events("member-1")), [Refusal::Unknown]);
    let part: Part = trial.read(&Layout::part("member-1"));
    let entries: Vec<_> = part.wallets.iter().map(|wallet| (wallet.name.as_str(), wallet.entries)).collect();
    assert_eq!(entries, [("MasterAdminVault", 2), ("TeamFunds", 1)]);
}

#[test]
fn the_first_address_of_a_known_wallet_is_compared_with_its_paper() {
    let mut trial = Trial::of(&common::two_wallets(Some(&identity_of("TeamFunds"))));
    let mut person = trial.patient();
    let mut noes = 1;
    person.on_question = Box::new(move |question| match question {
        Question::SameSheet { wallet } if wallet.name == "TeamFunds" && noes > 0 => {
            noes -= 1;
            Answer::No
        }
        _ => Answer::Yes,
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["sheet-differs"]);
    let written: Vec<_> = person
        .questions()
        .filter_map(|question| match question {
            Question::SameAddress { written, .. } => Some(*written),
            _ => None,
        })
        .collect();
    assert_eq!(written, [true, false, false, false], "a new wallet's first, a known one's twice, its second");
    let step = "show-address funds".to_owned();
    let alarm = Event::AlarmRaised { step, reason: gishiki::ceremony::Alarm::SheetDiffers };
    assert!(trial.events("member-1").contains(&alarm));
    trial.ends_as_ever();
}

#[test]
fn a_wallet_that_the_plan_knows_cannot_be_taken_under_another_name_before_its_turn() {
    let mut trial = Trial::of(&common::two_wallets(Some(&identity_of("TeamFunds"))));
    let mut person = trial.patient();
    let other = rehearsal_passphrase("TeamFunds");
    person.passphrase = Box::new(move |wallet, nth| match (wallet.name.as_str(), nth) {
        ("MasterAdminVault", 1 | 2) => other.expose().to_owned(),
        (name, _) => rehearsal_passphrase(name).expose().to_owned(),
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-seen", "wallet-seen"]);
    trial.ends_with_the_same_addresses();
}

#[test]
fn another_wallet_at_reopening_is_left_untouched() {
    let mut trial = Trial::solo();
    // The device loses its power before the statement is signed; then another passphrase is typed once.
    let mut person = trial.patient();
    person.passphrase = typed(&[None, None, Some("another")]);
    let mut once = true;
    person.on_moment = Box::new(move |moment, slot| {
        if matches!(moment, Moment::Sign { .. }) && std::mem::take(&mut once) {
            slot.get().unwrap().unplug();
        }
    });
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["device-lost", "wallet-other"]);
    trial.ends_as_ever();
    // The same in the team's part, where the journal tells of it.
    let mut trial = Trial::solo();
    let mut person = trial.patient();
    person.passphrase = typed(&[None, None, Some("another")]);
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(person.troubles(), ["wallet-other"]);
    let refused = |event: &TeamEvent| matches!(event, TeamEvent::WalletRefused { .. });
    assert_eq!(trial.team_events().iter().filter(|event| refused(event)).count(), 1);
    trial.ends_with_the_same_addresses();
}

#[test]
fn of_eleven_wallets_those_that_gave_way_are_opened_again_and_compared_before_they_sign() {
    let more = |n: usize| {
        format!(
            "[[wallet]]\nname = \"More{n}\"\ncustodian = \"member-1\"\nseed = \"seed-1\"\ntier = 4\nentry = \"device\"\n\
             signer = \"more-{n}\"\n\n[[role]]\nname = \"more-{n}\"\nlabel = \"HW - More {n}\"\n\
             wallet = \"member-1/More{n}\"\npath = \"0'/0/0\"\n\n"
        )
    };
    let eleven: String = (1..=10).map(more).collect();
    let first_role = "[[role]]\nname = \"owner-1\"";
    let mut trial =
        Trial::of(&common::shipped("solo").replacen(first_role, &format!("{eleven}{first_role}"), 1));
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    let events = trial.events("member-1");
    let settled = events.iter().position(|event| matches!(event, Event::PartWritten { .. })).unwrap();
    let opened = |event: &&Event| matches!(event, Event::WalletReopened { .. });
    assert_eq!(events[..settled].iter().filter(opened).count(), 0, "none gives way while it is in use");
    let reopened = events[settled..].iter().filter(opened).count();
    let compared = events.iter().filter(|event| matches!(event, Event::SheetCompared { .. })).count();
    assert!(reopened > 0);
    assert_eq!(reopened, compared);
    check_sums(&trial.memory.files);
    check_signatures(&trial.memory.files);
}
