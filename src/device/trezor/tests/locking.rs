//! Locked devices, PINs, and what stands in the way.

use trezor_client::protos::SafetyCheckLevel;

use super::{Desk, Person, config, path, refuser, secret};
use crate::device::simulator::{Hand, SimulatorConfig};
use crate::device::{Device, DeviceError, Entry, Hindrance, Notice, Reply};

fn locked() -> SimulatorConfig {
    SimulatorConfig { pin: Some(secret("1234")), ..config() }
}

#[test]
fn identifying_unlocks_first_so_that_nothing_is_unknown() {
    let mut desk = Desk::new(locked());
    let facts = desk.driver.identify(&mut desk.hand).unwrap();
    assert_eq!(facts.hindrances, []);
    assert_eq!(facts.details["passphrase_always_on_device"], "false");
    assert_eq!(facts.details["safety_checks"], "Strict");
    assert_eq!(desk.hand.seen().len(), 1);
    assert_eq!(desk.hand.seen()[0].name, "pin_device");
}

#[test]
fn identifying_neither_opens_nor_disturbs_a_wallet() {
    let mut desk = Desk::new(locked());
    let session = desk.host("a").unwrap();
    let identity = desk.short();
    desk.driver.lock().unwrap();
    desk.driver.identify(&mut desk.hand).unwrap();
    assert_eq!(desk.short(), identity);
    desk.driver.reopen(&session, &mut desk.hand).unwrap();
    for config in [
        SimulatorConfig { passphrase_always_on_device: true, ..locked() },
        SimulatorConfig { passphrase_protection: false, ..locked() },
    ] {
        let mut desk = Desk::new(config);
        let facts = desk.driver.identify(&mut desk.hand).unwrap();
        assert!(!facts.hindrances.contains(&Hindrance::Locked));
        assert_eq!(desk.driver.identity(&mut desk.hand), Err(DeviceError::SessionLost));
    }
}

#[test]
fn a_wallet_survives_the_lock_and_asks_for_the_pin_only() {
    let mut desk = Desk::new(locked());
    let session = desk.host("a").unwrap();
    let identity = desk.short();
    desk.driver.lock().unwrap();
    desk.driver.reopen(&session, &mut desk.hand).unwrap();
    let seen = desk.hand.seen().len();
    assert_eq!(desk.short(), identity);
    let names: Vec<_> = desk.hand.seen()[seen..].iter().map(|screen| screen.name).collect();
    assert_eq!(names, ["pin_device"]);
}

#[test]
fn a_wrong_pin_is_asked_for_again_and_a_cancelled_one_is_refused() {
    let mut desk = Desk::new(locked());
    let panel = desk.panel.clone();
    let mut tries = ["9999", "1234"].into_iter();
    let mut person = Person::new(move |_| {
        assert!(panel.enter(&secret(tries.next().unwrap())));
        Reply::Go
    });
    desk.driver.identify(&mut person).unwrap();
    assert_eq!(person.0, [Notice::PinOnDevice, Notice::PinOnDevice]);
    desk.driver.lock().unwrap();
    let mut person = Person::new(refuser(&desk.panel));
    assert_eq!(desk.driver.identify(&mut person), Err(DeviceError::Refused));
}

#[test]
fn a_device_that_locks_itself_in_the_midst_of_a_call_does_not_disturb_the_next() {
    let mut desk = Desk::new(locked());
    desk.open(&Entry::Standard).unwrap();
    let panel = desk.panel.clone();
    let mut person = Person::new(move |_| {
        panel.lock();
        Reply::Go
    });
    assert_eq!(desk.driver.show_address(path("0'/0/0"), &mut person), Err(DeviceError::Refused));
    let address = desk.driver.show_address(path("0'/0/0"), &mut desk.hand).unwrap();
    assert_eq!(address.to_string(), "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8");
}

#[test]
fn sixteen_wrong_pins_leave_a_device_without_a_seed() {
    let mut desk = Desk::new(locked());
    let mut hand = Hand::new(desk.panel.clone()).with_pin(secret("9999"));
    assert!(matches!(desk.driver.identify(&mut hand), Err(DeviceError::Lost(_))));
    assert_eq!(hand.seen().len(), 16);
    let facts = desk.driver.identify(&mut hand).unwrap();
    assert!(facts.hindrances.contains(&Hindrance::Uninitialized));
}

#[test]
fn every_hindrance_is_seen() {
    let hindrances = |config: SimulatorConfig| {
        let mut desk = Desk::new(config);
        desk.driver.identify(&mut desk.hand).unwrap().hindrances
    };
    assert_eq!(hindrances(config()), [Hindrance::NoPin]);
    let cases = [
        (SimulatorConfig { passphrase_protection: false, ..locked() }, Hindrance::PassphraseOff),
        (SimulatorConfig { needs_backup: true, ..locked() }, Hindrance::NoBackup),
        (SimulatorConfig { no_backup: true, ..locked() }, Hindrance::NoBackup),
        (SimulatorConfig { unfinished_backup: true, ..locked() }, Hindrance::UnfinishedBackup),
        (
            SimulatorConfig { safety_checks: SafetyCheckLevel::PromptTemporarily, ..locked() },
            Hindrance::SafetyChecksNotStrict,
        ),
    ];
    for (config, hindrance) in cases {
        assert_eq!(hindrances(config), [hindrance]);
    }
    let empty = SimulatorConfig { seed: None, ..config() };
    assert_eq!(hindrances(empty), [Hindrance::Uninitialized, Hindrance::NoPin]);
}
