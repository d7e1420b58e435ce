//! Messages that come when others are awaited.

use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ButtonAck, ButtonRequest, Cancel, EthereumSignTypedHash, Features, GetFeatures, Initialize,
    PassphraseAck, PassphraseRequest, Ping, Success,
};

use super::{Bench, config, key};

fn ping(protected: bool) -> Ping {
    Ping { message: Some("hello".to_owned()), button_protection: Some(protected), ..Default::default() }
}

#[test]
fn what_it_does_not_know_is_unexpected() {
    let mut bench = Bench::new(config());
    let unexpected = (FailureType::Failure_UnexpectedMessage, "Unexpected message".to_owned());
    let hash = EthereumSignTypedHash { domain_separator_hash: Some(vec![0; 32]), ..Default::default() };
    assert_eq!(bench.fails(hash), unexpected);
    assert_eq!(bench.fails(ButtonAck::new()), unexpected);
    assert_eq!(bench.fails(PassphraseAck::new()), unexpected);
}

#[test]
fn a_message_in_the_midst_of_a_workflow_ends_it_and_is_answered() {
    let mut bench = Bench::new(config());
    bench.ask::<_, ButtonRequest>(ping(true));
    bench.ask::<_, Features>(Initialize::new());
    bench.ask::<_, PassphraseRequest>(key());
    bench.ask::<_, Features>(GetFeatures::new());
    bench.ask::<_, ButtonRequest>(ping(true));
    assert_eq!(bench.fails(Cancel::new()), (FailureType::Failure_ActionCancelled, "Cancelled".to_owned()));
    assert_eq!(bench.fails(Cancel::new()).0, FailureType::Failure_ActionCancelled, "also when idle");
}

#[test]
fn a_second_acknowledgement_is_one_message_too_many() {
    let mut bench = Bench::new(config());
    bench.ask::<_, ButtonRequest>(ping(true));
    bench.trezor.send_message(ButtonAck::new()).unwrap();
    assert_eq!(bench.fails(ButtonAck::new()).0, FailureType::Failure_UnexpectedMessage);
}

#[test]
fn a_ping_is_answered_with_its_message_confirmed_where_asked() {
    let mut bench = Bench::new(config());
    assert_eq!(bench.ask::<_, Success>(ping(false)).message(), "hello");
    assert_eq!(bench.request(ping(true)), ("ping".to_owned(), 1));
    assert_eq!(bench.confirm::<Success>().message(), "hello");
    bench.ask::<_, ButtonRequest>(ping(true));
    assert_eq!(bench.cancel().0, FailureType::Failure_ActionCancelled);
}

#[test]
fn a_press_before_the_laptop_acknowledged_counts_after_it() {
    let mut bench = Bench::new(config());
    bench.ask::<_, ButtonRequest>(ping(true));
    assert!(bench.panel.press(crate::device::simulator::Button::Confirm));
    assert!(!bench.panel.press(crate::device::simulator::Button::Cancel), "the screen has served");
    bench.ask::<_, Success>(ButtonAck::new());
}
