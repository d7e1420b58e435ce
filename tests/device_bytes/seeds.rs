//! True conversations between the driver and a simulated device: what the fuzzer begins with, and what properties change.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use gishiki::device::simulator::{Hand, Panel, SimulatorConfig, start};
use gishiki::device::trezor::{Channel, Driver, Port, split};
use gishiki::device::{CancelFlag, Device, DeviceError, Entry};
use gishiki::keys::{AccountPath, AddressPath, Secret, Seed, SeedForm};
use trezor_client::protos::MessageType;
use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use super::answers::{KINDS, safe_tx};
use super::bytes::part;
use super::proof::challenge;

type Said = (MessageType, Vec<u8>);

/// What went over the line, both ways.
#[derive(Clone, Default)]
struct Record {
    questions: Arc<Mutex<Vec<Said>>>,
    answers: Arc<Mutex<Vec<Said>>>,
}

struct Recorder {
    cable: Box<dyn Channel>,
    record: Record,
}

struct Recording(Panel, Record);

impl Port for Recording {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        Ok(Box::new(Recorder { cable: self.0.connect()?, record: self.1.clone() }))
    }
}

impl Channel for Recorder {
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error> {
        let said = (message.message_type(), message.payload().to_vec());
        self.record.questions.lock().unwrap().push(said);
        self.cable.send(message)
    }

    fn receive(&mut self, patience: Duration) -> Result<Option<ProtoMessage>, Error> {
        let answer = self.cable.receive(patience)?;
        let said = answer.as_ref().map(|answer| (answer.message_type(), answer.payload().to_vec()));
        self.record.answers.lock().unwrap().extend(said);
        Ok(answer)
    }
}

/// Two calls that go together, by their numbers in `answers`, and what was said during the second one, or both.
struct Conversation {
    calls: Vec<u8>,
    questions: Vec<Said>,
    answers: Vec<Said>,
}

/// Every call once, on a fresh device, in a wallet where it needs one.
fn conversations() -> Vec<Conversation> {
    let alone = [vec![0], vec![2], vec![3], vec![12]];
    let opened = [7, 8, 9, 10, 11, 13, 14].map(|call| vec![4, call]);
    let ways = [vec![5], vec![6]];
    alone.into_iter().chain(opened).chain(ways).map(conversation).collect()
}

fn conversation(calls: Vec<u8>) -> Conversation {
    let words = Secret::new(["all"; 12].join(" "));
    let pin = Secret::new("1".to_owned());
    let seed = Seed::parse(SeedForm::Bip39, &words).ok();
    let backup = Some(words);
    let panel = start(SimulatorConfig { seed, backup, pin: Some(pin.clone()), ..SimulatorConfig::default() });
    let record = Record::default();
    let mut driver = Driver::new(Box::new(Recording(panel.clone(), record.clone())), CancelFlag::default());
    let mut hand = Hand::new(panel).with_pin(pin);
    hand.remember(Secret::new("hunter2".to_owned()));
    let (account, path) = (AccountPath::new(3).unwrap(), AddressPath::from_tail("3'/0/1").unwrap());
    let mut session = None;
    for call in &calls {
        match call {
            0 => drop(driver.identify(&mut hand).unwrap()),
            2 => drop(driver.prove(&challenge(), &mut hand).unwrap()),
            3 => drop(driver.firmware_hash(&challenge(), &mut hand).unwrap()),
            4 => session = driver.open(&Entry::Standard, &mut hand).ok(),
            5 => session = driver.open(&Entry::OnDevice, &mut hand).ok(),
            6 => session = driver.open(&Entry::OnHost(Secret::new("hunter2".to_owned())), &mut hand).ok(),
            7 => driver.reopen(session.as_ref().unwrap(), &mut hand).unwrap(),
            8 => drop(driver.identity(&mut hand).unwrap()),
            9 => drop(driver.account_xpub(account, &mut hand).unwrap()),
            10 => drop(driver.show_address(path, &mut hand).unwrap()),
            11 => drop(driver.sign(path, "Gishiki", &mut hand).unwrap()),
            12 => driver.check_backup(&mut hand).unwrap(),
            13 => drop(driver.sign_safe_tx(path, &safe_tx(), &mut hand).unwrap()),
            _ => {
                driver.lock().unwrap();
                driver.end(session.as_slice()).unwrap();
            }
        }
    }
    let questions = record.questions.lock().unwrap().clone();
    let answers = record.answers.lock().unwrap().clone();
    Conversation { calls, questions, answers }
}

/// The chunks of every message, device's and laptop's.
pub fn frames() -> Vec<Vec<u8>> {
    let chunks = |said: &[Said]| said.iter().flat_map(framed).collect();
    conversations().iter().flat_map(|it| [chunks(&it.questions), chunks(&it.answers)]).collect()
}

/// For `answers`: the line kept in step, and the answers without those that keep it so.
pub fn answers() -> Vec<Vec<u8>> {
    let seed = |conversation: Conversation| {
        let Conversation { calls, answers, .. } = conversation;
        let mut bytes = vec![0, 1, u8::try_from(calls.len() - 1).unwrap()];
        bytes.extend(calls);
        // The cancel's and the ping's, at the connection.
        for (kind, payload) in &answers[2..] {
            let kind = KINDS.iter().position(|known| known == kind).unwrap();
            bytes.push(u8::try_from(kind).unwrap());
            bytes.extend(part(payload));
        }
        bytes
    };
    conversations().into_iter().map(seed).collect()
}

/// For `questions`: each message, with the person's consent behind it.
pub fn questions() -> Vec<Vec<u8>> {
    let seed = |conversation: Conversation| {
        let messages = conversation.questions.iter().flat_map(|said| [part(&framed(said)), vec![0]].concat());
        [0].into_iter().chain(messages).collect()
    };
    conversations().into_iter().map(seed).collect()
}

/// For `proof`: the simulated one, for each model.
pub fn proofs() -> Vec<Vec<u8>> {
    let panel = start(SimulatorConfig::default());
    let mut driver = Driver::new(Box::new(panel.clone()), CancelFlag::default());
    let proof = driver.prove(&challenge(), &mut Hand::new(panel)).unwrap().unwrap();
    let certificates: Vec<u8> = proof.certificates.iter().flat_map(|it| part(it.as_bytes())).collect();
    let count = u8::try_from(proof.certificates.len()).unwrap();
    let bytes = |model| [&[model, count], &certificates[..], &part(proof.signature.as_bytes())].concat();
    (0..4).map(bytes).collect()
}

fn framed((kind, payload): &Said) -> Vec<u8> {
    split(&ProtoMessage::new(*kind, payload.clone())).concat()
}
