//! When a passphrase is asked for, how it is entered, and what is refused.

use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ButtonAck, ButtonRequest, Cancel, EthereumPublicKey, PassphraseAck, PassphraseRequest,
};

use super::{Bench, config, key, secret};
use crate::device::simulator::{Kind, SimulatorConfig};

/// A bench at which a passphrase is asked for.
fn asked() -> Bench {
    let mut bench = Bench::new(config());
    bench.initialize(None);
    bench.ask::<_, PassphraseRequest>(key());
    bench
}

fn host(text: &str) -> PassphraseAck {
    PassphraseAck { passphrase: Some(text.to_owned()), ..Default::default() }
}

fn on_device() -> PassphraseAck {
    PassphraseAck { on_device: Some(true), ..Default::default() }
}

fn data_error(words: &str) -> (FailureType, String) {
    (FailureType::Failure_DataError, words.to_owned())
}

#[test]
fn it_is_asked_for_once_a_session() {
    let mut bench = asked();
    bench.ask::<_, EthereumPublicKey>(host(""));
    bench.ask::<_, EthereumPublicKey>(key());
}

#[test]
fn from_the_laptop_it_is_announced_and_shown_unless_it_is_empty() {
    let mut bench = asked();
    assert_eq!(bench.request(host("hunter2")), ("passphrase_host1".to_owned(), 1));
    assert_eq!(bench.panel.screen().1.lines(), ["The next screen shows your passphrase."]);
    assert_eq!(bench.confirm::<ButtonRequest>().name(), "passphrase_host2");
    assert_eq!(bench.panel.screen().1.secret, Some(secret("hunter2")));
    bench.confirm::<EthereumPublicKey>();
}

#[test]
fn a_device_can_be_set_not_to_show_it() {
    let mut bench = Bench::new(SimulatorConfig { hide_passphrase_from_host: true, ..config() });
    bench.initialize(None);
    bench.ask::<_, PassphraseRequest>(key());
    assert_eq!(bench.request(host("hunter2")).0, "passphrase_host1_hidden");
    assert_eq!(bench.panel.screen().1.secret, None);
    bench.confirm::<EthereumPublicKey>();
}

#[test]
fn both_ways_open_the_same_wallet() {
    let mut bench = asked();
    bench.ask::<_, ButtonRequest>(host("hunter2"));
    bench.confirm::<ButtonRequest>();
    let from_host: EthereumPublicKey = bench.confirm();
    bench.initialize(None);
    bench.ask::<_, PassphraseRequest>(key());
    assert_eq!(bench.request(on_device()).0, "passphrase_device");
    assert!(bench.panel.enter(&secret("hunter2")));
    assert_eq!(bench.ask::<_, EthereumPublicKey>(ButtonAck::new()), from_host);
}

#[test]
fn exactly_one_way_must_be_chosen() {
    let neither =
        "Passphrase not provided and on_device is False. Use empty string to set an empty passphrase.";
    assert_eq!(asked().fails(PassphraseAck::new()), data_error(neither));
    let both = PassphraseAck { passphrase: Some(String::new()), on_device: Some(true), ..Default::default() };
    assert_eq!(asked().fails(both), data_error("Passphrase provided when it should not be"));
}

#[test]
fn over_fifty_bytes_fail_after_they_were_confirmed() {
    for (text, fails) in [("a".repeat(50), false), ("a".repeat(51), true), ("é".repeat(26), true)] {
        let mut bench = asked();
        bench.ask::<_, ButtonRequest>(host(&text));
        bench.confirm::<ButtonRequest>();
        if fails {
            let failure: trezor_client::protos::Failure = bench.confirm();
            assert_eq!(
                (failure.code(), failure.message().to_owned()),
                data_error("Maximum passphrase length is 50 bytes")
            );
        } else {
            bench.confirm::<EthereumPublicKey>();
        }
    }
}

#[test]
fn a_refused_one_opens_nothing() {
    let mut bench = asked();
    bench.ask::<_, ButtonRequest>(host("hunter2"));
    assert_eq!(bench.cancel(), (FailureType::Failure_ActionCancelled, "Cancelled".to_owned()));
    bench.ask::<_, PassphraseRequest>(key());
    bench.ask::<_, ButtonRequest>(on_device());
    assert_eq!(bench.cancel().1, "Passphrase entry cancelled");
    bench.ask::<_, PassphraseRequest>(key());
    assert_eq!(bench.fails(Cancel::new()).0, FailureType::Failure_ActionCancelled);
}

#[test]
fn with_protection_off_nothing_is_asked() {
    let mut bench = Bench::new(SimulatorConfig { passphrase_protection: false, ..config() });
    bench.initialize(None);
    let off: EthereumPublicKey = bench.ask(key());
    assert_eq!(off, asked().ask::<_, EthereumPublicKey>(host("")));
}

#[test]
fn a_device_can_be_set_to_ask_on_its_own_keyboard_only() {
    let mut bench = Bench::new(SimulatorConfig { passphrase_always_on_device: true, ..config() });
    bench.initialize(None);
    assert_eq!(bench.request(key()).0, "passphrase_device");
    assert!(bench.panel.enter(&secret("")));
    bench.ask::<_, EthereumPublicKey>(ButtonAck::new());
}

#[test]
fn its_keyboard_types_fifty_printable_characters_and_no_others() {
    let mut bench = asked();
    bench.ask::<_, ButtonRequest>(on_device());
    assert_eq!(bench.panel.screen().1.kind, Kind::PassphraseEntry);
    for impossible in ["é", "a\t", &"a".repeat(51)] {
        assert!(!bench.panel.enter(&secret(impossible)));
    }
    assert!(bench.panel.enter(&secret(&"~".repeat(50))));
    assert!(!bench.panel.enter(&secret("again")), "the screen has served");
    bench.ask::<_, EthereumPublicKey>(ButtonAck::new());
}
