//! The line breaks, or something else comes, at each message of a SafeTx's exchange: nothing is signed unnoticed, and
//! the same SafeTx is signed afterwards.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use trezor_client::protos::{Failure, MessageType};
use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use super::safe_tx::{a_tx, by_k256};
use super::scripted::says;
use super::{config, path};
use crate::device::simulator::{Hand, Panel, start};
use crate::device::trezor::{Channel, Driver, Port};
use crate::device::{CancelFlag, Device, DeviceError, Entry};

/// What happens to one message of the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fault {
    Unplugged,
    OtherType,
    HalfOfIt,
    Empty,
    Failure,
    Twice,
}

const FAULTS: [Fault; 6] =
    [Fault::Unplugged, Fault::OtherType, Fault::HalfOfIt, Fault::Empty, Fault::Failure, Fault::Twice];

/// How many messages came, and at which one what happens.
#[derive(Default)]
struct Strike {
    seen: usize,
    at: Option<(usize, Fault)>,
    again: Option<ProtoMessage>,
}

#[derive(Clone)]
struct Struck(Panel, Arc<Mutex<Strike>>);

struct Line(Box<dyn Channel>, Arc<Mutex<Strike>>, Panel);

impl Port for Struck {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        Ok(Box::new(Line(self.0.connect()?, self.1.clone(), self.0.clone())))
    }
}

impl Channel for Line {
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error> {
        self.0.send(message)
    }

    fn receive(&mut self, patience: Duration) -> Result<Option<ProtoMessage>, Error> {
        if let Some(again) = self.1.lock().unwrap().again.take() {
            return Ok(Some(again));
        }
        let Some(message) = self.0.receive(patience)? else { return Ok(None) };
        let mut strike = self.1.lock().unwrap();
        strike.seen += 1;
        let Some((_, fault)) = strike.at.filter(|(at, _)| *at == strike.seen) else {
            return Ok(Some(message));
        };
        let cut = |to: usize| ProtoMessage::new(message.message_type(), message.payload()[..to].to_vec());
        Ok(Some(match fault {
            Fault::Unplugged => {
                self.2.unplug();
                return Err(Error::DeviceDisconnected);
            }
            Fault::OtherType => ProtoMessage::new(MessageType::MessageType_TxRequest, Vec::new()),
            Fault::HalfOfIt => cut(message.payload().len() / 2),
            Fault::Empty => cut(0),
            Fault::Failure => says(&Failure::new()),
            Fault::Twice => {
                strike.again = Some(ProtoMessage::new(message.message_type(), message.payload().to_vec()));
                message
            }
        }))
    }
}

/// Signs with a fault at the nth message since the wallet was opened; tells how that ended, and how many came.
fn struck(fault: Option<(usize, Fault)>) -> (Result<(), DeviceError>, usize) {
    let panel = start(config());
    let strike = Arc::new(Mutex::new(Strike::default()));
    let mut hand = Hand::new(panel.clone());
    let port = Struck(panel.clone(), strike.clone());
    let mut driver = Driver::new(Box::new(port), CancelFlag::default());
    driver.open(&Entry::Standard, &mut hand).unwrap();
    *strike.lock().unwrap() = Strike { at: fault, ..Strike::default() };
    let tx = a_tx();
    let ended = driver.sign_safe_tx(path("0'/0/0"), &tx, &mut hand);
    let came = strike.lock().unwrap().seen;
    // Whatever is taken for signed is this SafeTx, signed.
    assert!(ended.as_ref().is_ok_and(|signed| signed.signature == by_k256(&tx)) || ended.is_err());
    strike.lock().unwrap().at = None;
    if matches!(ended, Err(DeviceError::Lost(_))) {
        panel.replug();
        driver.identify(&mut hand).unwrap();
        driver.open(&Entry::Standard, &mut hand).unwrap();
    }
    let signed = driver.sign_safe_tx(path("0'/0/0"), &tx, &mut hand);
    // What came once more after all was over meets the next question, and the line is clean again after that.
    let signed = signed.or_else(|_| driver.sign_safe_tx(path("0'/0/0"), &tx, &mut hand)).unwrap();
    assert_eq!(signed.signature, by_k256(&tx), "{fault:?}");
    (ended.map(drop), came)
}

#[test]
fn every_message_of_the_exchange_may_break() {
    let (whole, count) = struck(None);
    assert_eq!(whole, Ok(()));
    // Features, two types, twelve values, fifteen screens, the signature.
    assert_eq!(count, 31);
    for at in 1..=count {
        for fault in FAULTS {
            let (ended, _) = struck(Some((at, fault)));
            let is_lost = matches!(ended, Err(DeviceError::Lost(_)));
            match fault {
                Fault::Unplugged => assert!(is_lost, "{at}: {ended:?}"),
                // Of the last message nobody notices that it came once more.
                Fault::Twice if at == count => assert_eq!(ended, Ok(())),
                // A screen without its name is confirmed like any other.
                Fault::Empty | Fault::HalfOfIt => {}
                _ => assert!(ended.is_err(), "{fault:?} {at}"),
            }
        }
    }
}
