//! A tap on the line: counts the messages that a device sends, and strikes at one of them.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use protobuf::Message;
use trezor_client::TrezorMessage;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    EthereumAddress, EthereumGetPublicKey, EthereumMessageSignature, EthereumSignMessage, Failure,
    Initialize, MessageType,
};
use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use gishiki::device::DeviceError;
use gishiki::device::simulator::{Panel, PanelSlot};
use gishiki::device::trezor::{Channel, Chunk, Chunks, Framed, Port, split};

use super::fault::Fault;
use super::impostor;

/// What is known of the line, shared with the person by it.
#[derive(Default)]
pub struct Line {
    /// Every message that came, by its kind.
    pub seen: Vec<MessageType>,
    /// Where it strikes.
    pub fault: Option<(usize, Fault)>,
    pub struck: bool,
    /// The device that was plugged in instead, until somebody says so.
    pub other: Option<Panel>,
    /// The person refuses what is shown now, or cancels it.
    pub no: Option<Fault>,
    /// Nothing comes until the device is spoken to again; how often it was looked for so far.
    silent: Option<usize>,
    /// Somebody should give up on the device now.
    pub hopeless: bool,
}

pub type Shared = Arc<Mutex<Line>>;

/// The port of a panel with a tap on it.
pub struct Tap {
    pub panel: Panel,
    pub slot: PanelSlot,
    pub line: Shared,
    pub other: Panel,
}

impl Port for Tap {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        let there = self.line.lock().unwrap().other.clone();
        let panel = there.unwrap_or_else(|| self.panel.clone());
        self.slot.set(panel.clone());
        let cable = Box::new(panel.cable()?);
        let (line, other) = (self.line.clone(), self.other.clone());
        Ok(Box::new(Tapped { panel, cable, line, other, asked: None, last: None }))
    }
}

struct Tapped {
    panel: Panel,
    cable: Box<dyn Channel>,
    line: Shared,
    other: Panel,
    /// The last question.
    asked: Option<(MessageType, Vec<u8>)>,
    /// The last message that was sent.
    last: Option<MessageType>,
}

type Received = Result<Option<ProtoMessage>, Error>;

/// How many looks at a silent device take their time where somebody is to give up meanwhile: two seconds of the driver's.
/// All others are over at once: the driver counts looks, and nothing comes of waiting.
const LOOKS: usize = 40;

impl Channel for Tapped {
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error> {
        if message.message_type() != MessageType::MessageType_ButtonAck {
            self.asked = Some((message.message_type(), message.payload().to_vec()));
        }
        self.last = Some(message.message_type());
        {
            let mut line = self.line.lock().unwrap();
            (line.silent, line.hopeless) = (None, false);
        }
        self.cable.send(message)
    }

    fn receive(&mut self, patience: Duration) -> Received {
        if self.is_silent(patience) {
            return Ok(None);
        }
        let Some(message) = self.cable.receive(patience)? else { return Ok(None) };
        let fault = {
            let mut line = self.line.lock().unwrap();
            let at = line.seen.len();
            line.seen.push(message.message_type());
            let here = line.fault.filter(|(position, _)| *position == at);
            if let Some((_, fault)) = here {
                line.struck = true;
                line.silent = fault.silences().then_some(0);
            }
            here.map(|(_, fault)| fault)
        };
        match fault {
            None => Ok(Some(message)),
            Some(fault) => self.strike(fault, message),
        }
    }
}

impl Tapped {
    /// Whether nothing will come; where a person is to give up on the device, they get the time to.
    fn is_silent(&self, patience: Duration) -> bool {
        let mut line = self.line.lock().unwrap();
        let given_up = matches!(line.fault, Some((_, Fault::GivenUp)));
        let Some(looks) = line.silent.as_mut() else { return false };
        *looks += 1;
        // While a person acts, only a person ends it.
        let waits = given_up && *looks <= LOOKS || self.last == Some(MessageType::MessageType_ButtonAck);
        line.hopeless = waits;
        drop(line);
        if waits {
            std::thread::sleep(patience);
        }
        true
    }

    fn strike(&mut self, fault: Fault, message: ProtoMessage) -> Received {
        let kind = message.message_type();
        let instead = |payload: Vec<u8>| Ok(Some(ProtoMessage::new(kind, payload)));
        match fault {
            Fault::Unplugged => self.gone(false),
            Fault::Replugged => self.gone(true),
            Fault::OtherDevice => {
                self.line.lock().unwrap().other = Some(self.other.clone());
                self.gone(false)
            }
            Fault::Silence | Fault::GivenUp => Ok(None),
            Fault::Truncated => framed(&long(&message)[..1]),
            Fault::Oversized => framed(&[oversized(&message)]),
            Fault::Torn => framed(&[long(&message)[0], [0; 64]]),
            Fault::UnknownType => framed(&unknown(&message)),
            Fault::OtherType => Ok(Some(ProtoMessage::new(MessageType::MessageType_TxRequest, Vec::new()))),
            Fault::NoFields => instead(Vec::new()),
            Fault::HalfTheFields => instead(message.payload()[..message.payload().len() / 2].to_vec()),
            Fault::Failure(code) => Ok(Some(failure(code))),
            Fault::Refused | Fault::CancelledThere => {
                self.line.lock().unwrap().no = Some(fault);
                Ok(Some(message))
            }
            Fault::Locked => {
                self.panel.lock();
                Ok(Some(message))
            }
            Fault::OtherSession => {
                self.another_program()?;
                Ok(Some(message))
            }
            Fault::OtherWallet => {
                let question = EthereumGetPublicKey::parse_from_bytes(self.question()).unwrap();
                Ok(Some(says(&impostor::public_key(&question))))
            }
            Fault::OtherAddress => {
                let address = Some("0x73d0385F4d8E00C5e6504C6030F47BF6212736A8".to_owned());
                Ok(Some(says(&EthereumAddress { address, ..Default::default() })))
            }
            Fault::OtherSigner | Fault::ForgedSigner => {
                let question = EthereumSignMessage::parse_from_bytes(self.question()).unwrap();
                let mut answer = impostor::signature(&question);
                if fault == Fault::ForgedSigner {
                    let true_answer = EthereumMessageSignature::parse_from_bytes(message.payload()).unwrap();
                    answer.address = true_answer.address;
                }
                Ok(Some(says(&answer)))
            }
        }
    }

    fn gone(&mut self, comes_back: bool) -> Received {
        self.panel.unplug();
        if comes_back {
            self.panel.replug();
        }
        self.cable.receive(Duration::ZERO)
    }

    /// Opens a fresh session on the same line, whatever the device is doing.
    fn another_program(&mut self) -> Result<(), Error> {
        self.cable.send(says(&Initialize::new()))?;
        for _ in 0..8 {
            let answer = self.cable.receive(Duration::from_secs(5))?;
            if answer.is_some_and(|it| it.message_type() == MessageType::MessageType_Features) {
                return Ok(());
            }
        }
        panic!("no features for the other program")
    }

    fn question(&self) -> &[u8] {
        self.asked.as_ref().map_or(&[], |(_, payload)| payload)
    }
}

pub fn says<M: TrezorMessage>(message: &M) -> ProtoMessage {
    ProtoMessage::new(M::MESSAGE_TYPE, message.write_to_bytes().unwrap())
}

fn failure(code: FailureType) -> ProtoMessage {
    let message = Some("Told by the test".to_owned());
    says(&Failure { code: Some(code.into()), message, ..Default::default() })
}

/// The message in two chunks or more.
fn long(message: &ProtoMessage) -> Vec<Chunk> {
    let payload = [message.payload(), &[0; 100]].concat();
    split(&ProtoMessage::new(message.message_type(), payload))
}

fn oversized(message: &ProtoMessage) -> Chunk {
    let mut chunk = split(message)[0];
    chunk[5] = 0xff;
    chunk
}

fn unknown(message: &ProtoMessage) -> Vec<Chunk> {
    let mut chunks = split(message);
    chunks[0][3..5].copy_from_slice(&[0xff, 0xfe]);
    chunks
}

/// These chunks as the driver reads them from a cable, and then nothing.
fn framed(chunks: &[Chunk]) -> Received {
    struct Said(VecDeque<Chunk>);
    impl Chunks for Said {
        fn write(&mut self, _: &Chunk) -> Result<(), Error> {
            Ok(())
        }

        fn read(&mut self, _: Duration) -> Result<Option<Chunk>, Error> {
            Ok(self.0.pop_front())
        }
    }
    Framed(Said(chunks.iter().copied().collect())).receive(Duration::ZERO)
}
