//! A SafeTx, told piece by piece and signed.

use std::collections::BTreeMap;

use alloy::primitives::{Address as AlloyAddress, B256, Bytes, U256};
use alloy::sol_types::{Eip712Domain, SolStruct, eip712_domain};
use k256::ecdsa::SigningKey;
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use serde::Deserialize;
use trezor_client::protos::{
    EthereumSignTypedHash, EthereumTypedDataSignature, EthereumTypedDataStructRequest,
    EthereumTypedDataValueRequest, Features, MessageType,
};
use trezor_client::transport::ProtoMessage;

use super::scripted::{driver, features, nobody, says, scripted};
use super::{Desk, Person, config, path, refuser};
use crate::contracts::{Operation, SafeTx};
use crate::device::simulator::{Button, Hand, Model, Screen, SimulatorConfig};
use crate::device::trezor::typed_data;
use crate::device::{Attendant, Device, DeviceError, Entry, Notice, Reply, Signed};
use crate::keys::{Address, Signature};

/// Of the seed's first address, as eth-account derives it.
const KEY: &str = "759e46263f1505994d11142d70027975c9b9fef15489b09bd987eb8a31aba0db";
const SIGNER: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";
const FIGURES: &str = include_str!("../../../../tests/vectors/trezor-typed-data.json");

mod declared {
    alloy::sol! {
        struct SafeTx {
            address to; uint256 value; bytes data; uint8 operation; uint256 safeTxGas; uint256 baseGas;
            uint256 gasPrice; address gasToken; address refundReceiver; uint256 nonce;
        }
    }
}

pub(super) fn a_tx() -> SafeTx {
    SafeTx {
        chain_id: 560_048,
        safe: Address::from_bytes([0x22; 20]),
        to: Address::from_bytes([0x11; 20]),
        value: U256::ZERO,
        data: vec![0xab; 40].into(),
        operation: Operation::Call,
        safe_tx_gas: U256::ZERO,
        base_gas: U256::ZERO,
        gas_price: U256::ZERO,
        gas_token: Address::ZERO,
        refund_receiver: Address::ZERO,
        nonce: U256::from(7),
    }
}

/// What k256 signs with the same key over alloy's hash of the same values.
pub(super) fn by_k256(tx: &SafeTx) -> Signature {
    let domain: Eip712Domain =
        eip712_domain! { chain_id: tx.chain_id, verifying_contract: tx.safe.to_alloy(), };
    let message = declared::SafeTx {
        to: tx.to.to_alloy(),
        value: tx.value,
        data: tx.data.clone(),
        operation: u8::from(tx.operation == Operation::DelegateCall),
        safeTxGas: tx.safe_tx_gas,
        baseGas: tx.base_gas,
        gasPrice: tx.gas_price,
        gasToken: tx.gas_token.to_alloy(),
        refundReceiver: tx.refund_receiver.to_alloy(),
        nonce: tx.nonce,
    };
    let hash: B256 = message.eip712_signing_hash(&domain);
    let key = SigningKey::from_slice(&hex::decode(KEY).unwrap()).unwrap();
    let (signature, id) = key.sign_prehash_recoverable(hash.as_slice());
    let mut bytes = signature.to_bytes().to_vec();
    bytes.push(27 + u8::from(id.is_y_odd()));
    Signature::from_bytes(&bytes).unwrap()
}

fn random() -> impl Strategy<Value = SafeTx> {
    let address = || any::<[u8; 20]>().prop_map(Address::from_bytes);
    let number = || {
        prop_oneof![Just(U256::ZERO), Just(U256::MAX), any::<[u8; 32]>().prop_map(U256::from_be_bytes::<32>)]
    };
    let parties = (any::<u64>(), address(), address(), address(), address());
    let numbers = (number(), number(), number(), number(), number());
    let data = prop::collection::vec(any::<u8>(), 0..200);
    (parties, numbers, data, any::<bool>()).prop_map(|(parties, numbers, data, delegates)| SafeTx {
        chain_id: parties.0,
        safe: parties.1,
        to: parties.2,
        value: numbers.0,
        data: Bytes::from(data),
        operation: if delegates { Operation::DelegateCall } else { Operation::Call },
        safe_tx_gas: numbers.1,
        base_gas: numbers.2,
        gas_price: numbers.3,
        gas_token: parties.3,
        refund_receiver: parties.4,
        nonce: numbers.4,
    })
}

fn opened(model: Model) -> Desk {
    let mut desk = Desk::new(SimulatorConfig { model, ..config() });
    desk.open(&Entry::Standard).unwrap();
    desk
}

#[test]
fn its_signature_is_the_one_that_k256_makes_over_its_hash() {
    let mut desk = opened(Model::SafeFive);
    let mut runner = TestRunner::new(Config { cases: 64, ..Config::default() });
    let signs = |tx: SafeTx| {
        let signed = desk.driver.sign_safe_tx(path("0'/0/0"), &tx, &mut desk.hand).unwrap();
        prop_assert_eq!(signed.signature, by_k256(&tx));
        prop_assert_eq!(signed.address.to_string(), SIGNER);
        Ok(())
    };
    let signs = std::cell::RefCell::new(signs);
    runner.run(&random(), |tx| (signs.borrow_mut())(tx)).unwrap();
}

/// A person who reads everything, and what stood there.
struct Reader<'a> {
    hand: &'a mut Hand,
    panel: crate::device::simulator::Panel,
    seen: Vec<(Screen, Option<u32>)>,
}

impl Attendant for Reader<'_> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        let Notice::Button { pages, .. } = notice else { panic!("{notice:?}") };
        self.seen.push((self.panel.screen().1, *pages));
        self.hand.notice(notice)
    }
}

#[derive(Deserialize)]
struct Figures {
    transactions: Vec<Transaction>,
    models: BTreeMap<String, Vec<Vec<Drawn>>>,
}

/// Numbers in decimal digits, bytes in hex digits.
#[derive(Deserialize)]
struct Transaction {
    data: String,
    value: String,
    nonce: String,
    chain_id: String,
    safe: String,
    operation: u8,
    gas_price: String,
    gas_token: String,
    message_hash: String,
    signature: String,
}

#[derive(Deserialize)]
struct Drawn {
    name: String,
    count: u32,
    title: String,
    pages: Vec<String>,
}

impl Transaction {
    fn tx(&self) -> SafeTx {
        let address = |digits: &str| digits.parse::<AlloyAddress>().unwrap().into();
        SafeTx {
            chain_id: self.chain_id.parse().unwrap(),
            safe: address(&self.safe),
            value: self.value.parse().unwrap(),
            data: hex::decode(&self.data).unwrap().into(),
            operation: if self.operation == 1 { Operation::DelegateCall } else { Operation::Call },
            gas_price: self.gas_price.parse().unwrap(),
            gas_token: address(&self.gas_token),
            nonce: self.nonce.parse().unwrap(),
            ..a_tx()
        }
    }
}

/// Pages without their spaces: where a line ends is not read from the emulators.
fn bare(pages: &[Vec<String>]) -> Vec<String> {
    pages.iter().map(|page| page.concat().replace(' ', "")).collect()
}

#[test]
fn screens_and_signatures_are_those_of_the_official_emulators() {
    let figures: Figures = serde_json::from_str(FIGURES).unwrap();
    for model in Model::ALL {
        let screens = &figures.models[model.internal_name()];
        for (figure, drawn) in figures.transactions.iter().zip(screens) {
            let mut desk = opened(model);
            let tx = figure.tx();
            assert_eq!(hex::encode(tx.message_hash()), figure.message_hash);
            let panel = desk.panel.clone();
            let mut reader = Reader { hand: &mut desk.hand, panel, seen: Vec::new() };
            let signed = desk.driver.sign_safe_tx(path("0'/0/0"), &tx, &mut reader).unwrap();
            assert_eq!(signed.signature.to_string(), format!("0x{}", figure.signature));
            assert_eq!(reader.seen.len(), drawn.len());
            for ((screen, pages), drawn) in reader.seen.iter().zip(drawn) {
                assert_eq!((screen.name, &screen.title), (drawn.name.as_str(), &drawn.title));
                assert_eq!(*pages, Some(drawn.count), "{model:?} {}", drawn.name);
                let ours = bare(screen.all_pages());
                let theirs: Vec<_> = drawn.pages.iter().map(|page| page.replace(' ', "")).collect();
                assert_eq!(ours[..theirs.len()], theirs, "{model:?}");
            }
        }
    }
}

#[test]
fn it_is_refused_at_every_screen_and_asked_again() {
    for number in 0..15 {
        let mut desk = opened(Model::SafeThree);
        let (mut hand, mut refuse) = (Hand::new(desk.panel.clone()), refuser(&desk.panel));
        let mut left = number;
        let mut person = Person::new(move |notice: &Notice| {
            left -= 1;
            if left < 0 { refuse(notice) } else { hand.notice(notice) }
        });
        let refused = desk.driver.sign_safe_tx(path("0'/0/0"), &a_tx(), &mut person);
        assert_eq!(refused, Err(DeviceError::Refused), "screen {number}");
        desk.driver.sign_safe_tx(path("0'/0/0"), &a_tx(), &mut desk.hand).unwrap();
    }
}

#[test]
fn given_up_on_the_laptop_the_device_is_left_ready() {
    for number in 0..15 {
        let mut desk = opened(Model::ModelT);
        let mut hand = Hand::new(desk.panel.clone());
        let mut left = number;
        let mut person = Person::new(move |notice: &Notice| {
            left -= 1;
            if left < 0 { Reply::Cancel } else { hand.notice(notice) }
        });
        let cancelled = desk.driver.sign_safe_tx(path("0'/0/0"), &a_tx(), &mut person);
        assert_eq!(cancelled, Err(DeviceError::Cancelled), "screen {number}");
        desk.driver.sign_safe_tx(path("0'/0/0"), &a_tx(), &mut desk.hand).unwrap();
    }
}

#[test]
fn confirmed_unread_it_is_signed_after_its_hash_was_shown() {
    let mut desk = opened(Model::SafeFive);
    let panel = desk.panel.clone();
    let mut person = Person::new(move |_: &Notice| {
        while panel.press(Button::NextPage) {}
        assert!(panel.press(Button::Confirm));
        Reply::Go
    });
    let signed = desk.driver.sign_safe_tx(path("0'/0/0"), &a_tx(), &mut person).unwrap();
    assert_eq!(signed.signature, by_k256(&a_tx()));
    let names = person.0.iter().map(|notice| match notice {
        Notice::Button { name, .. } => name.clone(),
        notice => panic!("{notice:?}"),
    });
    assert_eq!(
        names.collect::<Vec<_>>(),
        [
            "confirm_address",
            "confirm_typed_value",
            "should_show_struct",
            "confirm_message_hash",
            "confirm_typed_data_final"
        ]
    );
}

fn safe_five() -> ProtoMessage {
    says(&Features {
        internal_model: Some("T3T1".to_owned()),
        major_version: Some(2),
        minor_version: Some(12),
        ..features()
    })
}

fn type_question(name: &str) -> ProtoMessage {
    says(&EthereumTypedDataStructRequest { name: Some(name.to_owned()), ..Default::default() })
}

fn value_question(path: &[u32]) -> ProtoMessage {
    says(&EthereumTypedDataValueRequest { member_path: path.to_vec(), ..Default::default() })
}

#[test]
fn what_is_no_part_of_it_is_not_told() {
    let far = u32::MAX;
    let names = ["", "Safe", "safetx", "SafeTx ", "EIP712", "Mail"].map(type_question);
    let paths: [&[u32]; 10] =
        [&[], &[0], &[1], &[2], &[0, 2], &[1, 10], &[2, 0], &[1, 2, 0], &[0, 0, 0], &[1, far]];
    for question in names.into_iter().chain(paths.map(value_question)) {
        let (mut driver, sent) = scripted([safe_five(), question], false);
        let result = driver.sign_safe_tx(path("0'/0/0"), &a_tx(), &mut nobody());
        assert!(matches!(result, Err(DeviceError::Unexpected(_))), "{result:?}");
        let kinds: Vec<_> = sent.lock().unwrap().iter().map(|(kind, _)| *kind).collect();
        let begun = [MessageType::MessageType_GetFeatures, MessageType::MessageType_EthereumSignTypedData];
        assert_eq!(kinds, begun, "nothing was told");
    }
}

#[test]
fn nothing_is_told_where_no_safe_tx_is_signed() {
    for question in [type_question("SafeTx"), value_question(&[1, 0])] {
        let (mut driver, sent) = scripted([question], false);
        let result = driver.sign(path("0'/0/0"), "hello", &mut nobody());
        assert!(matches!(result, Err(DeviceError::Unexpected(_))), "{result:?}");
        assert_eq!(sent.lock().unwrap().len(), 1);
    }
}

fn answer(address: &str, signature: &Signature) -> ProtoMessage {
    says(&EthereumTypedDataSignature {
        address: Some(address.to_owned()),
        signature: Some(signature.as_bytes().to_vec()),
        ..Default::default()
    })
}

#[test]
fn a_signature_over_something_else_or_by_another_is_not_taken() {
    let tx = a_tx();
    let sign = |reply| driver([safe_five(), reply]).sign_safe_tx(path("0'/0/0"), &tx, &mut nobody());
    let signature = by_k256(&tx);
    let good = Signed { address: SIGNER.parse().unwrap(), signature };
    assert_eq!(sign(answer(SIGNER, &signature)), Ok(good));
    let other = by_k256(&SafeTx { nonce: U256::from(8), ..tx.clone() });
    let elsewhere = by_k256(&SafeTx { chain_id: 1, ..tx.clone() });
    let stranger = "0x1111111111111111111111111111111111111111";
    for reply in [answer(SIGNER, &other), answer(SIGNER, &elsewhere), answer(stranger, &signature)] {
        assert!(matches!(sign(reply), Err(DeviceError::Unexpected(_))));
    }
}

#[test]
fn a_model_that_shows_hashes_is_told_the_two_of_them() {
    let tx = a_tx();
    let (mut driver, sent) = scripted([says(&features()), answer(SIGNER, &by_k256(&tx))], false);
    driver.sign_safe_tx(path("0'/0/0"), &tx, &mut nobody()).unwrap();
    let (kind, bytes) = sent.lock().unwrap()[1].clone();
    assert_eq!(kind, MessageType::MessageType_EthereumSignTypedHash);
    let question: EthereumSignTypedHash = protobuf::Message::parse_from_bytes(&bytes).unwrap();
    assert_eq!(question.domain_separator_hash(), tx.domain_hash().as_slice());
    assert_eq!(question.message_hash(), tx.message_hash().as_slice());
    assert_eq!(question.address_n, path("0'/0/0").indices());
}

#[test]
fn what_no_message_holds_and_unknown_models_are_refused_before_anything_is_asked() {
    let long = SafeTx { data: vec![0; 7001].into(), ..a_tx() };
    let unknown = says(&Features { internal_model: Some("T4X1".to_owned()), ..features() });
    for (tx, model) in [(long, safe_five()), (a_tx(), unknown)] {
        let (mut driver, sent) = scripted([model], false);
        let result = driver.sign_safe_tx(path("0'/0/0"), &tx, &mut nobody());
        assert!(matches!(result, Err(DeviceError::Unsupported(_))), "{result:?}");
        assert_eq!(sent.lock().unwrap().len(), 1);
    }
    let mut desk = opened(Model::SafeThree);
    let most = SafeTx { data: vec![0; 7000].into(), ..a_tx() };
    desk.driver.sign_safe_tx(path("0'/0/0"), &most, &mut desk.hand).unwrap();
}

#[test]
fn its_types_are_those_of_safe_s_contract() {
    let declared: Vec<_> = typed_data::members("SafeTx")
        .unwrap()
        .members
        .iter()
        .map(|member| {
            let kind = member.type_.as_ref().unwrap();
            let name = format!("{:?}", kind.data_type().clone()).to_lowercase();
            let size = kind.size.map(|size| (8 * size).to_string()).unwrap_or_default();
            format!("{name}{size} {}", member.name())
        })
        .collect();
    let encoded = <declared::SafeTx as SolStruct>::eip712_encode_type();
    assert_eq!(format!("SafeTx({})", declared.join(",")), encoded);
}
