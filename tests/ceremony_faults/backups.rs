//! The backup, checked by the device itself.

use super::*;

fn plan() -> String {
    let asked = "may_move_to_ledger = false\ncheck_backup = true";
    common::shipped("solo").replacen("may_move_to_ledger = false", asked, 1)
}

fn checked(events: &[Event]) -> Option<usize> {
    events.iter().position(|event| matches!(event, Event::BackupChecked {}))
}

#[test]
fn the_device_checks_its_backup_before_any_wallet_is_opened() {
    let mut trial = Trial::of(&plan());
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    let events = trial.events("member-1");
    let committed = events.iter().position(|event| matches!(event, Event::SeedCommitted { .. }));
    assert!(checked(&events).unwrap() < committed.unwrap());
    let sealed: Sealed = trial.read(&Layout::sealed("member-1"));
    assert_eq!(sealed.device.details["backup"], "checked");
    check_sums(&trial.memory.files);
    check_signatures(&trial.memory.files);
}

#[test]
fn without_being_asked_for_it_is_neither_done_nor_said() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    assert_eq!(checked(&trial.events("member-1")), None);
    let sealed: Sealed = trial.read(&Layout::sealed("member-1"));
    assert!(!sealed.device.details.contains_key("backup"));
}

#[test]
fn a_backup_of_another_seed_goes_no_further() {
    let mut trial = Trial::of(&plan());
    let junk = "test test test test test test test test test test test junk";
    let mut person = trial.impatient();
    person.on_notice = Box::new(move |_, panel| {
        let typed = match panel.screen().1.kind {
            Kind::WordCountEntry => "12",
            Kind::WordsEntry => junk,
            _ => return None,
        };
        assert!(panel.enter(&Secret::new(typed.to_owned())));
        Some(Reply::Go)
    });
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "backup-differs");
    let events = trial.events("member-1");
    assert_eq!(checked(&events), None);
    assert!(!events.iter().any(|event| matches!(event, Event::SeedCommitted { .. })));
    // Later, with the right plate, it goes on from there.
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person), Ok(true));
    assert!(checked(&trial.events("member-1")).is_some());
}
