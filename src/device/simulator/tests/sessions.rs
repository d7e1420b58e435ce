//! Initialize, EndSession, the cache of ten, and what a power cut does to it.

use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{EndSession, EthereumPublicKey, Features, GetFeatures, PassphraseRequest};

use super::{Bench, config, key};

#[test]
fn every_initialize_without_an_id_is_a_session_of_its_own() {
    let mut bench = Bench::new(config());
    let (first, second) = (bench.initialize(None), bench.initialize(None));
    assert_eq!((first.len(), second.len()), (32, 32));
    assert_ne!(first, second);
}

#[test]
fn a_known_id_resumes_without_a_passphrase_also_over_a_new_connection() {
    let mut bench = Bench::new(config());
    let id = bench.open("a");
    bench.open("b");
    bench.trezor = Bench::connect(&bench.panel);
    assert_eq!(bench.initialize(Some(&id)), id);
    bench.ask::<_, EthereumPublicKey>(key());
}

#[test]
fn an_unknown_id_is_silently_another_session() {
    let mut bench = Bench::new(config());
    let id = bench.initialize(Some(&[7; 32]));
    assert_ne!(id, [7; 32]);
    bench.ask::<_, PassphraseRequest>(key());
}

#[test]
fn the_eleventh_session_evicts_the_one_used_longest_ago() {
    let mut bench = Bench::new(config());
    let first = bench.open("");
    let second = bench.open("");
    (0..8).for_each(|_| drop(bench.initialize(None)));
    assert_eq!(bench.initialize(Some(&first)), first, "ten are kept");
    bench.initialize(None);
    assert_eq!(bench.initialize(Some(&first)), first, "it was used after the second");
    assert_ne!(bench.initialize(Some(&second)), second);
}

#[test]
fn features_do_not_touch_the_session_and_do_not_name_it() {
    let mut bench = Bench::new(config());
    bench.open("");
    assert!(!bench.ask::<_, Features>(GetFeatures::new()).has_session_id());
    bench.ask::<_, EthereumPublicKey>(key());
}

#[test]
fn after_the_end_of_a_session_nothing_that_needs_a_seed_is_answered() {
    let mut bench = Bench::new(config());
    let id = bench.open("");
    bench.succeeds(EndSession::new());
    assert_eq!(bench.fails(key()).0, FailureType::Failure_InvalidSession);
    bench.succeeds(EndSession::new());
    assert_ne!(bench.initialize(Some(&id)), id);
}

#[test]
fn a_fresh_device_has_no_session() {
    let mut bench = Bench::new(config());
    assert_eq!(bench.fails(key()), (FailureType::Failure_InvalidSession, "Invalid session".to_owned()));
}

#[test]
fn a_power_cut_loses_every_session() {
    let mut bench = Bench::new(config());
    let id = bench.open("");
    bench.panel.unplug();
    assert!(bench.trezor.call_raw(key()).is_err());
    assert!(bench.panel.cable().is_err());
    bench.panel.replug();
    assert!(bench.trezor.call_raw(key()).is_err(), "the old connection stays dead");
    bench.trezor = Bench::connect(&bench.panel);
    assert_eq!(bench.fails(key()).0, FailureType::Failure_InvalidSession);
    assert_ne!(bench.initialize(Some(&id)), id);
}
