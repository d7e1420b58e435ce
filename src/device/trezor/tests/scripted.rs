//! What no simulator says: a Trezor One's PIN matrix, a Safe 7, and answers that lack something or do not fit.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use protobuf::{CodedOutputStream, Message};
use trezor_client::TrezorMessage;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::features::Capability;
use trezor_client::protos::{
    ButtonRequest, EthereumAddress, EthereumMessageSignature, EthereumPublicKey, Failure, Features,
    FirmwareHash, HDNodeType, MessageType, PassphraseRequest, PinMatrixAck, PinMatrixRequest, Ping, Success,
};
use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use super::{Desk, Person, config, path, secret};
use crate::device::genuine::Challenge;
use crate::device::simulator::start;
use crate::device::trezor::link::message;
use crate::device::trezor::{Channel, Driver, Port};
use crate::device::{CancelFlag, Device, DeviceError, Entry, Hindrance, Notice, PassphraseError, Reply};
use crate::keys::AccountPath;
use crate::text::Problem;

/// What was sent, but for the pings and cancels that keep the line clean.
pub(super) type Sent = Arc<Mutex<Vec<(MessageType, Vec<u8>)>>>;

/// Answers one message after the other from a script.
struct Script {
    answers: VecDeque<ProtoMessage>,
    ready: VecDeque<ProtoMessage>,
    sent: Sent,
    speaks_thp: bool,
}

impl Channel for Script {
    fn send(&mut self, sent: ProtoMessage) -> Result<(), Error> {
        let other = failure(FailureType::Failure_InvalidProtocol);
        match sent.message_type() {
            _ if self.speaks_thp => self.ready.push_back(other),
            MessageType::MessageType_Cancel => {
                self.ready.push_back(failure(FailureType::Failure_ActionCancelled));
            }
            MessageType::MessageType_Ping => {
                let ping = Ping::parse_from_bytes(sent.payload()).unwrap();
                let pong = Success { message: ping.message, ..Default::default() };
                self.ready.push_back(message(&pong)?);
            }
            kind => {
                self.sent.lock().unwrap().push((kind, sent.into_payload()));
                self.ready.extend(self.answers.pop_front());
            }
        }
        Ok(())
    }

    fn receive(&mut self, _: Duration) -> Result<Option<ProtoMessage>, Error> {
        // A script that is over is a device that is gone; nothing waits in these tests.
        self.ready.pop_front().map(Some).ok_or(Error::DeviceDisconnected)
    }
}

struct Once(Option<Script>);

impl Port for Once {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        let script = self.0.take().ok_or_else(|| DeviceError::Lost("once only".to_owned()))?;
        Ok(Box::new(script))
    }
}

pub(super) fn says<M: TrezorMessage>(answer: &M) -> ProtoMessage {
    message(answer).unwrap()
}

fn failure(code: FailureType) -> ProtoMessage {
    says(&Failure { code: Some(code.into()), ..Default::default() })
}

pub(super) fn scripted(answers: impl IntoIterator<Item = ProtoMessage>, speaks_thp: bool) -> (Driver, Sent) {
    let sent = Sent::default();
    let script = Script {
        answers: answers.into_iter().collect(),
        ready: VecDeque::new(),
        sent: sent.clone(),
        speaks_thp,
    };
    (Driver::new(Box::new(Once(Some(script))), CancelFlag::default()), sent)
}

pub(super) fn driver(answers: impl IntoIterator<Item = ProtoMessage>) -> Driver {
    scripted(answers, false).0
}

pub(super) fn nobody() -> Person<impl FnMut(&Notice) -> Reply> {
    Person::new(|_| panic!("asked for something"))
}

/// The true answer of a device to the question for a public key.
fn public_key(indices: &[u32]) -> EthereumPublicKey {
    let mut cable = start(config()).cable().unwrap();
    let mut ask = |question: ProtoMessage| {
        cable.send(question).unwrap();
        cable.receive(Duration::from_secs(60)).unwrap().unwrap()
    };
    ask(says(&trezor_client::protos::Initialize::new()));
    let question =
        trezor_client::protos::EthereumGetPublicKey { address_n: indices.to_vec(), ..Default::default() };
    ask(says(&question));
    let empty =
        trezor_client::protos::PassphraseAck { passphrase: Some(String::new()), ..Default::default() };
    ask(says(&empty)).into_message().unwrap()
}

#[test]
fn the_pin_matrix_s_positions_come_from_the_attendant() {
    let address = EthereumAddress {
        address: Some("0x73d0385F4d8E00C5e6504C6030F47BF6212736A8".to_owned()),
        ..Default::default()
    };
    let (mut driver, sent) = scripted([says(&PinMatrixRequest::new()), says(&address)], false);
    let mut person = Person::new(|_| Reply::Secret(secret("715")));
    driver.show_address(path("0'/0/0"), &mut person).unwrap();
    assert_eq!(person.0, [Notice::PinMatrix]);
    let (kind, bytes) = sent.lock().unwrap()[1].clone();
    assert_eq!(kind, MessageType::MessageType_PinMatrixAck);
    assert_eq!(PinMatrixAck::parse_from_bytes(&bytes).unwrap().pin(), "715");
}

#[test]
fn without_positions_no_pin_is_sent() {
    for (reply, error) in [
        (Reply::Cancel, DeviceError::Cancelled),
        (Reply::Go, DeviceError::Unexpected("no PIN where one is asked".to_owned())),
    ] {
        let (mut driver, sent) = scripted([says(&PinMatrixRequest::new())], false);
        let mut person = Person::new(move |_| reply.clone());
        assert_eq!(driver.identity(&mut person), Err(error));
        assert_eq!(sent.lock().unwrap().len(), 1);
    }
}

#[test]
fn failures_have_their_meaning() {
    for (code, error) in [
        (FailureType::Failure_ActionCancelled, DeviceError::Refused),
        (FailureType::Failure_PinCancelled, DeviceError::Refused),
        (FailureType::Failure_PinInvalid, DeviceError::WrongPin),
        (FailureType::Failure_InvalidSession, DeviceError::SessionLost),
    ] {
        assert_eq!(driver([failure(code)]).identity(&mut nobody()), Err(error));
    }
    let other = Failure {
        code: Some(FailureType::Failure_DataError.into()),
        message: Some("Forbidden key path".to_owned()),
        ..Default::default()
    };
    let expected = DeviceError::Failure {
        code: "Failure_DataError".to_owned(),
        message: "Forbidden key path".to_owned(),
    };
    assert_eq!(driver([says(&other)]).identity(&mut nobody()), Err(expected));
    let unknown = Failure { code: Some(protobuf::EnumOrUnknown::from_i32(1234)), ..Default::default() };
    let expected = DeviceError::Failure { code: "1234".to_owned(), message: String::new() };
    assert_eq!(driver([says(&unknown)]).identity(&mut nobody()), Err(expected));
}

#[test]
fn a_device_that_speaks_only_thp_is_named() {
    let (mut driver, _) = scripted([], true);
    let error = driver.identify(&mut nobody()).unwrap_err();
    assert_eq!(error, DeviceError::OtherProtocol);
    assert_eq!(Problem::from(error).id(), "device-thp");
}

#[test]
fn a_passphrase_request_outside_of_opening_is_never_answered() {
    let (mut driver, sent) = scripted([says(&PassphraseRequest::new())], false);
    assert_eq!(driver.identity(&mut nobody()), Err(DeviceError::SessionLost));
    assert_eq!(sent.lock().unwrap().len(), 1, "only the question was sent");
}

#[test]
fn a_device_that_asks_for_ever_is_not_followed() {
    let button = ButtonRequest { name: Some("again".to_owned()), ..Default::default() };
    let (mut driver, sent) = scripted((0..1000).map(|_| says(&button)), false);
    let mut person = Person::new(|_| Reply::Go);
    assert!(matches!(driver.identity(&mut person), Err(DeviceError::Unexpected(_))));
    assert!(sent.lock().unwrap().len() < 300);
}

#[test]
fn an_answer_to_another_question_or_without_form_is_unexpected() {
    for answer in [
        says(&Success::new()),
        ProtoMessage::new(MessageType::MessageType_EthereumPublicKey, vec![0xff]),
        ProtoMessage::new(MessageType::MessageType_Failure, vec![0x0a, 0x7f]),
    ] {
        assert!(matches!(driver([answer]).identity(&mut nobody()), Err(DeviceError::Unexpected(_))));
    }
}

#[test]
fn a_public_key_with_any_part_missing_or_changed_is_unexpected() {
    let account = AccountPath::new(3).unwrap();
    let good = public_key(&account.indices());
    driver([says(&good)]).account_xpub(account, &mut nobody()).unwrap();
    let other = public_key(&AccountPath::new(4).unwrap().indices());
    let changes: [fn(&mut HDNodeType); 10] = [
        |node| node.depth = Some(4),
        |node| node.child_num = Some(3),
        |node| node.fingerprint = Some(0),
        |node| node.fingerprint = None,
        |node| node.chain_code = Some(vec![0; 32]),
        |node| node.chain_code = None,
        |node| node.public_key = Some(vec![2; 33]),
        |node| node.public_key = Some(vec![]),
        |node| node.public_key = None,
        |node| node.depth = Some(259),
    ];
    let mut bad: Vec<EthereumPublicKey> = Vec::new();
    for change in changes {
        let mut answer = good.clone();
        change(answer.node.as_mut().unwrap());
        bad.push(answer);
    }
    bad.push(EthereumPublicKey { xpub: other.xpub.clone(), ..good.clone() });
    bad.push(EthereumPublicKey { xpub: Some("xpub".to_owned()), ..good.clone() });
    bad.push(other);
    for answer in bad {
        let result = driver([unchecked(&answer)]).account_xpub(account, &mut nobody());
        assert!(matches!(result, Err(DeviceError::Unexpected(_))), "{result:?} {answer:?}");
    }
    let gone = driver([ProtoMessage::new(MessageType::MessageType_EthereumPublicKey, vec![])])
        .account_xpub(account, &mut nobody());
    assert!(matches!(gone, Err(DeviceError::Unexpected(_))));
}

/// A message as its fields stand, also where protobuf itself would miss a required one.
fn unchecked<M: TrezorMessage>(message: &M) -> ProtoMessage {
    let mut bytes = Vec::new();
    let mut out = CodedOutputStream::vec(&mut bytes);
    message.compute_size();
    message.write_to_with_cached_sizes(&mut out).unwrap();
    out.flush().unwrap();
    drop(out);
    ProtoMessage::new(M::MESSAGE_TYPE, bytes)
}

#[test]
fn an_address_needs_its_checksum() {
    for address in [
        None,
        Some("0x73d0385f4d8e00c5e6504c6030f47bf6212736a8"),
        Some("73d0385F4d8E00C5e6504C6030F47BF6212736A8"),
    ] {
        let answer = EthereumAddress { address: address.map(str::to_owned), ..Default::default() };
        let result = driver([says(&answer)]).show_address(path("0'/0/0"), &mut nobody());
        assert!(matches!(result, Err(DeviceError::Unexpected(_))), "{result:?}");
    }
}

#[test]
fn a_signature_needs_its_form_and_its_address() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    let signed = desk.driver.sign(path("0'/0/0"), "hello", &mut desk.hand).unwrap();
    let bytes = signed.signature.as_bytes().to_vec();
    let answer = |signature: &[u8], address: Option<String>| {
        unchecked(&EthereumMessageSignature {
            signature: Some(signature.to_vec()),
            address,
            ..Default::default()
        })
    };
    let address = Some(signed.address.to_string());
    let sign = |reply| driver([reply]).sign(path("0'/0/0"), "hello", &mut nobody());
    assert_eq!(sign(answer(&bytes, address.clone())), Ok(signed));
    let mut other_v = bytes.clone();
    other_v[64] -= 27;
    for reply in [answer(&bytes, None), answer(&bytes[..64], address.clone()), answer(&other_v, address)] {
        let result = sign(reply);
        assert!(matches!(result, Err(DeviceError::Unexpected(_))), "{result:?}");
    }
}

pub(super) fn features() -> Features {
    Features {
        major_version: Some(1),
        minor_version: Some(14),
        patch_version: Some(0),
        internal_model: Some("T1B1".to_owned()),
        initialized: Some(true),
        unlocked: Some(true),
        pin_protection: Some(true),
        passphrase_protection: Some(true),
        safety_checks: Some(trezor_client::protos::SafetyCheckLevel::Strict.into()),
        capabilities: vec![Capability::Capability_Ethereum.into()],
        session_id: Some(vec![7; 32]),
        ..Default::default()
    }
}

#[test]
fn facts_are_printable_and_hold_no_session() {
    let mut told = features();
    told.set_device_id("é\u{1b}".to_owned());
    let facts = driver([says(&told)]).identify(&mut nobody()).unwrap();
    assert_eq!((facts.device_id.as_str(), facts.firmware.as_str()), ("\\u{e9}\\u{1b}", "1.14.0"));
    assert!(!facts.simulated);
    assert_eq!(facts.hindrances, []);
    let written = serde_json::to_string(&facts).unwrap();
    assert!(!written.contains(&hex::encode([7; 32])) && !written.contains("session"), "{written}");
}

#[test]
fn neither_what_it_is_nor_its_proof_needs_a_session_or_a_seed() {
    let locked = Features { unlocked: Some(false), ..features() };
    let hash = FirmwareHash { hash: Some(vec![1; 32]), ..Default::default() };
    let answers = [
        says(&locked),
        says(&PinMatrixRequest::new()),
        says(&Success::new()),
        says(&features()),
        says(&hash),
        says(&features()),
    ];
    let (mut driver, sent) = scripted(answers, false);
    let mut person = Person::new(|_| Reply::Secret(secret("1234")));
    assert_eq!(driver.identify(&mut person).unwrap().hindrances, []);
    assert_eq!(person.0, [Notice::PinMatrix]);
    let challenge = Challenge::of_entropy(&[7; 16]);
    assert_eq!(driver.firmware_hash(&challenge, &mut nobody()), Ok([1; 32]));
    assert_eq!(driver.prove(&challenge, &mut nobody()), Ok(None));
    let kinds: Vec<_> = sent.lock().unwrap().iter().map(|(kind, _)| *kind).collect();
    assert_eq!(
        kinds,
        [
            MessageType::MessageType_GetFeatures,
            MessageType::MessageType_ApplyFlags,
            MessageType::MessageType_PinMatrixAck,
            MessageType::MessageType_GetFeatures,
            MessageType::MessageType_GetFirmwareHash,
            MessageType::MessageType_GetFeatures,
        ]
    );
}

#[test]
fn what_is_not_said_stands_in_the_way() {
    let bitcoin = Features { capabilities: vec![], ..features() };
    let bootloader = Features { bootloader_mode: Some(true), ..features() };
    let silent = Features { passphrase_protection: None, safety_checks: None, ..features() };
    let version = |major, minor, patch, model: &str| Features {
        major_version: Some(major),
        minor_version: Some(minor),
        patch_version: Some(patch),
        internal_model: Some(model.to_owned()),
        ..features()
    };
    for (told, hindrances) in [
        (version(1, 11, 0, "T1B1"), vec![Hindrance::OldFirmware]),
        (version(1, 11, 1, "T1B1"), vec![]),
        (version(2, 7, 1, "T2T1"), vec![Hindrance::OldFirmware]),
        (version(2, 10, 0, "T2T1"), vec![]),
        (version(2, 8, 1, "T3B1"), vec![Hindrance::OldFirmware]),
        (version(2, 9, 4, "T3W1"), vec![Hindrance::UnsupportedModel]),
        (version(3, 0, 0, "T4X1"), vec![Hindrance::UnsupportedModel]),
        (bitcoin, vec![Hindrance::NoEthereum]),
        (bootloader, vec![Hindrance::Bootloader]),
        (silent, vec![Hindrance::PassphraseOff, Hindrance::SafetyChecksNotStrict]),
    ] {
        assert_eq!(driver([says(&told)]).identify(&mut nobody()).unwrap().hindrances, hindrances);
    }
}

#[test]
fn without_a_keyboard_nothing_can_be_typed_on_it() {
    let mut driver = driver([says(&features()), says(&Success::new())]);
    let error = driver.open(&Entry::OnDevice, &mut nobody()).err();
    assert_eq!(error, Some(DeviceError::Passphrase(PassphraseError::OnHostOnly)));
}

#[test]
fn a_session_without_an_id_is_unexpected() {
    for id in [None, Some(vec![])] {
        let told = Features { session_id: id, ..features() };
        let error = driver([says(&told)]).open(&Entry::Standard, &mut nobody()).err();
        assert!(matches!(error, Some(DeviceError::Unexpected(_))));
    }
}
