//! Locking and unlocking.

use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ButtonAck, ButtonRequest, EthereumGetAddress, EthereumPublicKey, Features, GetFeatures, LockDevice,
    PassphraseRequest, Ping,
};

use super::{Bench, config, key, secret};
use crate::device::simulator::SimulatorConfig;

fn locked() -> Bench {
    Bench::new(SimulatorConfig { pin: Some(secret("1234")), ..config() })
}

fn unlock(bench: &mut Bench) {
    assert!(bench.panel.enter(&secret("1234")));
}

#[test]
fn the_pin_is_asked_for_at_the_first_question_that_needs_it() {
    let mut bench = locked();
    bench.succeeds(Ping::new());
    bench.initialize(None);
    assert_eq!(bench.request(key()), ("pin_device".to_owned(), 1));
    unlock(&mut bench);
    bench.ask::<_, PassphraseRequest>(ButtonAck::new());
}

#[test]
fn a_wrong_pin_is_asked_for_again_and_a_cancelled_one_is_not() {
    let mut bench = locked();
    bench.initialize(None);
    bench.ask::<_, ButtonRequest>(key());
    assert!(!bench.panel.enter(&secret("")) && !bench.panel.enter(&secret("12a4")));
    assert!(bench.panel.enter(&secret("9999")));
    assert_eq!(bench.request(ButtonAck::new()).0, "pin_device");
    let (_, screen) = bench.panel.screen();
    assert_eq!((screen.title.as_str(), screen.text().as_str()), ("Wrong PIN", "15 tries left"));
    assert_eq!(bench.cancel(), (FailureType::Failure_PinCancelled, "PIN entry cancelled".to_owned()));
    bench.ask::<_, ButtonRequest>(key());
    assert_eq!(bench.panel.screen().1.text(), "15 tries left");
    unlock(&mut bench);
    bench.ask::<_, PassphraseRequest>(ButtonAck::new());
}

#[test]
fn sixteen_wrong_ones_wipe_it() {
    let mut bench = locked();
    bench.initialize(None);
    bench.ask::<_, ButtonRequest>(key());
    for _ in 0..15 {
        assert!(bench.panel.enter(&secret("9999")));
        bench.ask::<_, ButtonRequest>(ButtonAck::new());
    }
    assert!(bench.panel.enter(&secret("9999")));
    assert!(bench.trezor.call_raw(ButtonAck::new()).is_err(), "it restarts");
    bench.trezor = Bench::connect(&bench.panel);
    assert!(!bench.ask::<_, Features>(GetFeatures::new()).initialized());
    bench.initialize(None);
    assert_eq!(bench.fails(key()).0, FailureType::Failure_NotInitialized);
}

#[test]
fn a_session_survives_the_lock_and_needs_the_pin_only() {
    let mut bench = Bench::new(SimulatorConfig { pin: Some(secret("1234")), ..config() });
    bench.initialize(None);
    bench.ask::<_, ButtonRequest>(key());
    unlock(&mut bench);
    bench.ask::<_, PassphraseRequest>(ButtonAck::new());
    let ack = trezor_client::protos::PassphraseAck { passphrase: Some(String::new()), ..Default::default() };
    let open: EthereumPublicKey = bench.ask(ack);
    bench.succeeds(LockDevice::new());
    assert!(!bench.ask::<_, Features>(GetFeatures::new()).unlocked());
    bench.ask::<_, ButtonRequest>(key());
    unlock(&mut bench);
    assert_eq!(bench.ask::<_, EthereumPublicKey>(ButtonAck::new()), open);
}

#[test]
fn locking_itself_ends_what_was_going_on() {
    let mut bench = Bench::new(SimulatorConfig { pin: Some(secret("1234")), ..config() });
    bench.initialize(None);
    bench.ask::<_, ButtonRequest>(key());
    unlock(&mut bench);
    bench.ask::<_, PassphraseRequest>(ButtonAck::new());
    let ack = trezor_client::protos::PassphraseAck { passphrase: Some(String::new()), ..Default::default() };
    bench.ask::<_, EthereumPublicKey>(ack);
    let path = vec![44 | 1 << 31, 60 | 1 << 31, 1 << 31, 0, 0];
    let shown = EthereumGetAddress { address_n: path, show_display: Some(true), ..Default::default() };
    bench.ask::<_, ButtonRequest>(shown);
    bench.panel.lock();
    // The failure is sent unasked; it stands before the answer to whatever is asked next.
    assert_eq!(bench.fails(GetFeatures::new()).0, FailureType::Failure_ActionCancelled);
    assert!(!bench.ask::<_, Features>(GetFeatures::new()).unlocked());
}

#[test]
fn without_a_pin_there_is_nothing_to_lock() {
    let mut bench = Bench::new(config());
    bench.succeeds(LockDevice::new());
    assert!(bench.ask::<_, Features>(GetFeatures::new()).unlocked());
}
