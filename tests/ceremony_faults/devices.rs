//! Devices that are not ready, or that no ceremony may use.

use super::*;

#[test]
fn a_device_that_is_not_ready_for_a_ceremony_is_not_used() {
    use gishiki::device::simulator::SimulatorConfig;
    type Change = fn(&mut SimulatorConfig);
    let cases: [(&str, Change); 7] = [
        ("hindrance-passphrase-off", |config| config.passphrase_protection = false),
        ("hindrance-no-backup", |config| config.no_backup = true),
        ("hindrance-no-backup", |config| config.needs_backup = true),
        ("hindrance-unfinished-backup", |config| config.unfinished_backup = true),
        ("hindrance-uninitialized", |config| config.seed = None),
        ("hindrance-no-pin", |config| config.pin = None),
        ("hindrance-safety-checks-not-strict", |config| {
            config.safety_checks = trezor_client::protos::SafetyCheckLevel::PromptTemporarily;
        }),
    ];
    for (id, change) in cases {
        let mut trial = Trial::solo();
        trial.bench.set_up("member-1", change);
        let mut person = trial.impatient();
        let problem = trial.go(&mut person).unwrap_err();
        assert_eq!((problem.id(), problem.kind().exit_status()), (id, 3));
        assert_eq!(trial.events("member-1").len(), 1, "{id}: nothing but the beginning");
        // An exception does not waive it.
        let mut person = trial.impatient();
        let mut tries = 0;
        person.on_trouble = Box::new(move |_| {
            tries += 1;
            if tries < 3 { Decision::Exception(exception("as it is")) } else { Decision::Stop }
        });
        assert_eq!(trial.go(&mut person).unwrap_err().id(), id);
        let identified = |event: &Event| matches!(event, Event::DeviceIdentified { .. });
        assert!(!trial.events("member-1").iter().any(identified));
    }
}

#[test]
fn a_simulated_device_is_refused_in_a_real_run_whatever_is_recorded() {
    let mut trial = Trial::solo();
    let mut person = trial.impatient();
    let mut tries = 0;
    person.on_trouble = Box::new(move |_| {
        tries += 1;
        if tries < 3 { Decision::Exception(exception("never mind")) } else { Decision::Stop }
    });
    let terms = Terms { rehearsal: false, ..Terms::default() };
    let problem = trial.case.run(terms, &mut trial.memory, &mut trial.bench, &mut person).unwrap_err();
    assert_eq!(problem.id(), "device-simulated");
    assert_eq!(trial.events("member-1").len(), 3, "the beginning and two exceptions");
    // Nor does it become a rehearsal afterwards.
    let mut person = trial.impatient();
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "journal-of-another");
}

#[test]
fn two_members_with_one_seed_are_not_combined() {
    let mut trial = Trial::of(&common::two_people());
    trial.bench.set_up("member-2", |config| config.seed = Some(bip39(1)));
    let mut person = trial.impatient();
    person.passphrase = Box::new(|wallet, _| format!("of {wallet}"));
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "parts-share-seed");
    assert!(!trial.memory.files.contains_key(Layout::MANIFEST));
    // Nor later, nor with an exception.
    let mut person = trial.impatient();
    let mut tries = 0;
    person.on_trouble = Box::new(move |_| {
        tries += 1;
        if tries < 3 { Decision::Exception(exception("one seed will do")) } else { Decision::Stop }
    });
    assert_eq!(trial.go(&mut person).unwrap_err().id(), "parts-share-seed");
    assert!(!trial.memory.files.contains_key(Layout::MANIFEST));
}
