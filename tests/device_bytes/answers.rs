//! Arbitrary answers of a device to every call of the driver: nothing panics, nothing is waited for for ever, and what a call
//! gives is what the device's last word was, in full.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use gishiki::contracts::{SafeTx, Transaction};
use gishiki::device::genuine::Challenge;
use gishiki::device::trezor::{Channel, Driver, Port};
use gishiki::device::{Attendant, CancelFlag, Device, DeviceError, Entry, Notice, Reply, Session};
use gishiki::keys::{AccountPath, Address, AddressPath, Secret};
use protobuf::Message;
use trezor_client::TrezorMessage;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    EthereumAddress, EthereumMessageSignature, EthereumPublicKey, EthereumTypedDataSignature, Failure,
    Features, FirmwareHash, MessageType, Ping, Success,
};
use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use super::bytes::Bytes;

/// What the driver reads, first; some that it never asked for behind.
pub const KINDS: [MessageType; 17] = [
    MessageType::MessageType_Failure,
    MessageType::MessageType_Success,
    MessageType::MessageType_Features,
    MessageType::MessageType_ButtonRequest,
    MessageType::MessageType_PassphraseRequest,
    MessageType::MessageType_PinMatrixRequest,
    MessageType::MessageType_AuthenticityProof,
    MessageType::MessageType_FirmwareHash,
    MessageType::MessageType_EthereumPublicKey,
    MessageType::MessageType_EthereumAddress,
    MessageType::MessageType_EthereumMessageSignature,
    MessageType::MessageType_EthereumTypedDataStructRequest,
    MessageType::MessageType_EthereumTypedDataValueRequest,
    MessageType::MessageType_EthereumTypedDataSignature,
    MessageType::MessageType_TxRequest,
    MessageType::MessageType_Initialize,
    MessageType::MessageType_PassphraseAck,
];
/// How many calls there are.
pub const CALLS: u8 = 15;
/// What comes instead of a message.
pub const SILENCE: u8 = KINDS.len() as u8;
pub const UNPLUGGED: u8 = SILENCE + 1;
pub const GIVEN_UP: u8 = SILENCE + 2;
const EVENTS: u8 = SILENCE + 3;
/// The most that a call may look and say: the driver's patience is 1200 looks, and each of its requests has that many.
const LOOKS: usize = 800_000;
const SAID: usize = 1_600;
const STATEMENT: &str = "Gishiki";

/// The device's side.
#[derive(Default)]
struct Line {
    events: VecDeque<(u8, Vec<u8>)>,
    /// Whether cancels and pings are answered as they should be, whatever else comes.
    is_in_step: bool,
    ready: VecDeque<ProtoMessage>,
    cancel: CancelFlag,
    looks: usize,
    said: usize,
    waits_for_person: bool,
    last: Option<(MessageType, Vec<u8>)>,
    /// Every session's id that was told.
    ids: Vec<Vec<u8>>,
}

impl Line {
    fn hear(&mut self, message: &ProtoMessage) {
        self.said += 1;
        assert!(self.said < SAID, "said for ever");
        self.waits_for_person = message.message_type() == MessageType::MessageType_ButtonAck;
        match message.message_type() {
            MessageType::MessageType_Cancel if self.is_in_step => {
                let code = Some(FailureType::Failure_ActionCancelled.into());
                self.ready.push_back(says(&Failure { code, ..Default::default() }));
            }
            MessageType::MessageType_Ping if self.is_in_step => {
                let ping = Ping::parse_from_bytes(message.payload()).unwrap();
                self.ready.push_back(says(&Success { message: ping.message, ..Default::default() }));
            }
            _ => {}
        }
    }

    fn answer(&mut self) -> Result<Option<ProtoMessage>, Error> {
        self.looks += 1;
        assert!(self.looks < LOOKS, "looked for ever");
        if let Some(ready) = self.ready.pop_front() {
            return Ok(Some(ready));
        }
        let Some((event, payload)) = self.events.pop_front() else {
            // Where a person is awaited, only a person ends it.
            if self.waits_for_person {
                self.cancel.raise();
            }
            return Ok(None);
        };
        match event {
            SILENCE => Ok(None),
            UNPLUGGED => Err(Error::DeviceDisconnected),
            GIVEN_UP => {
                self.cancel.raise();
                Ok(None)
            }
            kind => {
                let kind = KINDS[usize::from(kind)];
                if kind == MessageType::MessageType_Features {
                    self.ids
                        .extend(Features::parse_from_bytes(&payload).ok().and_then(|told| told.session_id));
                }
                self.last = Some((kind, payload.clone()));
                Ok(Some(ProtoMessage::new(kind, payload)))
            }
        }
    }

    /// The device's last word.
    fn last<M: TrezorMessage>(&self) -> M {
        let (kind, payload) = self.last.as_ref().expect("an answer without any message");
        assert_eq!(*kind, M::MESSAGE_TYPE);
        M::parse_from_bytes(payload).unwrap()
    }
}

#[derive(Clone, Default)]
struct Shared(Arc<Mutex<Line>>);

impl Port for Shared {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        Ok(Box::new(self.clone()))
    }
}

impl Channel for Shared {
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error> {
        self.0.lock().unwrap().hear(&message);
        Ok(())
    }

    fn receive(&mut self, _: Duration) -> Result<Option<ProtoMessage>, Error> {
        self.0.lock().unwrap().answer()
    }
}

/// Answers notices by the bits of a byte.
struct Moody(u8);

impl Attendant for Moody {
    fn notice(&mut self, _: &Notice) -> Reply {
        self.0 = self.0.rotate_left(1);
        match self.0 % 4 {
            0 | 2 => Reply::Go,
            1 => Reply::Cancel,
            _ => Reply::Secret(Secret::new("123".to_owned())),
        }
    }
}

fn says<M: TrezorMessage>(message: &M) -> ProtoMessage {
    ProtoMessage::new(M::MESSAGE_TYPE, message.write_to_bytes().unwrap())
}

/// Tells how many calls failed. The bytes: a mood, whether the line is kept in step, some calls, and events: each a byte, a message with its part behind it.
pub fn check(bytes: &[u8]) -> usize {
    let mut bytes = Bytes(bytes);
    let mut moody = Moody(bytes.byte());
    let line = Shared::default();
    line.0.lock().unwrap().is_in_step = !bytes.byte().is_multiple_of(4);
    let calls: Vec<u8> = (0..bytes.byte() % 6 + 1).map(|_| bytes.byte() % CALLS).collect();
    while !bytes.is_empty() {
        let event = bytes.byte() % EVENTS;
        let payload = if event < SILENCE { bytes.part().to_vec() } else { Vec::new() };
        line.0.lock().unwrap().events.push_back((event, payload));
    }
    let cancel = line.0.lock().unwrap().cancel.clone();
    let mut desk = Desk { driver: Driver::new(Box::new(line.clone()), cancel), line, opened: None };
    let mut failed = 0;
    for call in calls {
        {
            let mut line = desk.line.0.lock().unwrap();
            (line.looks, line.said, line.last) = (0, 0, None);
            line.ids.clear();
            line.cancel.lower();
        }
        failed += usize::from(desk.call(call, &mut moody).is_err());
    }
    failed
}

/// What is signed where a SafeTx is.
pub fn safe_tx() -> SafeTx {
    let call = Transaction { to: Address::ZERO, value: Default::default(), data: vec![0xab; 40].into() };
    SafeTx::call(560_048, Address::from_bytes([0x22; 20]), call, Default::default())
}

struct Desk {
    driver: Driver,
    line: Shared,
    /// The session that was opened last, and the ids of sessions that the device told meanwhile.
    opened: Option<(Session, Vec<Vec<u8>>)>,
}

impl Desk {
    fn call(&mut self, call: u8, moody: &mut Moody) -> Result<(), DeviceError> {
        let account = AccountPath::new(3).unwrap();
        let path = AddressPath::from_tail("3'/0/1").unwrap();
        let challenge = Challenge::of_entropy(&[7; 16]);
        let line = self.line.clone();
        let last = || line.0.lock().unwrap();
        match call {
            0 | 1 => {
                let facts = self.driver.identify(moody)?;
                last().last::<Features>();
                let texts = facts.details.values().chain([&facts.model, &facts.firmware, &facts.device_id]);
                texts
                    .for_each(|text| assert!(text.bytes().all(|byte| matches!(byte, b' '..=b'~')), "{text}"));
            }
            2 => {
                if let Some(proof) = self.driver.prove(&challenge, moody)? {
                    // As far as it goes: the same bytes go through a target of their own.
                    let _ = proof.root(&challenge, "T3T1");
                }
            }
            3 => {
                let hash = self.driver.firmware_hash(&challenge, moody)?;
                assert_eq!(last().last::<FirmwareHash>().hash(), hash);
            }
            4 => self.open(&Entry::Standard, moody)?,
            5 => self.open(&Entry::OnDevice, moody)?,
            6 => self.open(&Entry::OnHost(Secret::new("hunter2".to_owned())), moody)?,
            7 => {
                if let Some((session, ids)) = &self.opened {
                    self.driver.reopen(session, moody)?;
                    assert!(ids.contains(&last().last::<Features>().session_id.unwrap()));
                }
            }
            8 => {
                let identity = self.driver.identity(moody)?;
                let answer = last().last::<EthereumPublicKey>();
                assert_eq!(answer.node.public_key(), identity.as_bytes());
                assert_eq!(answer.node.depth(), 2);
            }
            9 => {
                let xpub = self.driver.account_xpub(account, moody)?;
                assert_eq!(xpub.to_string(), last().last::<EthereumPublicKey>().xpub());
                assert_eq!(xpub.account(), 3);
                let _ = xpub.address(0, 1);
            }
            10 => {
                let address = self.driver.show_address(path, moody)?;
                // Written with its checksum, or it would not be the same.
                assert_eq!(address.to_string(), last().last::<EthereumAddress>().address());
            }
            11 => {
                let signed = self.driver.sign(path, STATEMENT, moody)?;
                let answer = last().last::<EthereumMessageSignature>();
                assert_eq!(signed.address.to_string(), answer.address());
                assert_eq!(signed.signature.as_bytes(), answer.signature());
                let _ = signed.signature.signer(STATEMENT.as_bytes());
            }
            12 => {
                self.driver.check_backup(moody)?;
                last().last::<Success>();
            }
            13 => {
                let signed = self.driver.sign_safe_tx(path, &safe_tx(), moody)?;
                // Whatever was said before, only a signature over this one is taken.
                assert_eq!(signed.signature.signer_of_hash(safe_tx().hash()), Ok(signed.address));
                let answer = last().last::<EthereumTypedDataSignature>();
                assert_eq!(signed.signature.as_bytes(), answer.signature());
            }
            _ => {
                self.driver.lock()?;
                last().last::<Success>();
                if let Some((session, _)) = self.opened.take() {
                    self.driver.end(&[session])?;
                    last().last::<Success>();
                }
            }
        }
        Ok(())
    }

    /// A wallet is open once its public key was read.
    fn open(&mut self, entry: &Entry, moody: &mut Moody) -> Result<(), DeviceError> {
        let session = self.driver.open(entry, moody)?;
        let line = self.line.0.lock().unwrap();
        line.last::<EthereumPublicKey>();
        self.opened = Some((session, line.ids.clone()));
        Ok(())
    }
}
