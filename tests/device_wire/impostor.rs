//! Another device, with another seed: what it would answer.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::time::Duration;

use protobuf::Message;
use trezor_client::protos::{
    EthereumGetPublicKey, EthereumMessageSignature, EthereumPublicKey, EthereumSignMessage, Initialize,
    PassphraseAck,
};

use gishiki::device::simulator::{Hand, SimulatorConfig, start};
use gishiki::device::trezor::{Channel, Driver};
use gishiki::device::{CancelFlag, Device, Entry};
use gishiki::keys::AddressPath;

use super::common::bip39;
use super::tap::says;

fn config() -> SimulatorConfig {
    SimulatorConfig { seed: Some(bip39(5)), ..SimulatorConfig::default() }
}

/// Its public key; asked for once each.
pub fn public_key(question: &EthereumGetPublicKey) -> EthereumPublicKey {
    static KNOWN: Mutex<BTreeMap<Vec<u32>, EthereumPublicKey>> = Mutex::new(BTreeMap::new());
    let mut known = KNOWN.lock().unwrap();
    let path = question.address_n.clone();
    known.entry(path).or_insert_with(|| asked_for_key(question)).clone()
}

fn asked_for_key(question: &EthereumGetPublicKey) -> EthereumPublicKey {
    let mut cable = start(config()).cable().unwrap();
    let mut ask = |question| {
        cable.send(question).unwrap();
        cable.receive(Duration::from_secs(60)).unwrap().unwrap()
    };
    ask(says(&Initialize::new()));
    ask(says(question));
    let standard = PassphraseAck { passphrase: Some(String::new()), ..Default::default() };
    EthereumPublicKey::parse_from_bytes(ask(says(&standard)).payload()).unwrap()
}

/// Its signature on the same statement.
pub fn signature(question: &EthereumSignMessage) -> EthereumMessageSignature {
    let panel = start(config());
    let mut hand = Hand::new(panel.clone());
    let mut driver = Driver::new(Box::new(panel), CancelFlag::default());
    driver.open(&Entry::Standard, &mut hand).unwrap();
    let statement = String::from_utf8(question.message().to_vec()).unwrap();
    let [account, change, index] = question.address_n[2..] else { panic!("no path of an address") };
    let path = AddressPath::from_tail(&format!("{}'/{change}/{index}", account & 0x7fff_ffff)).unwrap();
    assert_eq!(question.address_n, path.indices());
    let signed = driver.sign(path, &statement, &mut hand).unwrap();
    EthereumMessageSignature {
        address: Some(signed.address.to_string()),
        signature: Some(signed.signature.as_bytes().to_vec()),
        ..Default::default()
    }
}
