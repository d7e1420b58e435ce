//! Cancelling on the laptop, and the device's own thread.

use std::time::Duration;

use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use super::{Desk, Person, config, path, secret};
use crate::contracts::SafeTx;
use crate::device::genuine::{Challenge, Proof};
use crate::device::simulator::{Button, Hand, start};
use crate::device::trezor::{Channel, Driver, Patience, Port};
use crate::device::{
    Attendant, CancelFlag, Device, DeviceError, DeviceFacts, Entry, Notice, Reply, Session, Signed, Worker,
};
use crate::keys::{AccountPath, AccountXpub, Address, AddressPath, WalletIdentity};

/// Lets the device wait, and gives up from the third look on.
#[derive(Default)]
struct Impatient {
    notices: usize,
    looks: usize,
}

impl Attendant for Impatient {
    fn notice(&mut self, _: &Notice) -> Reply {
        self.notices += 1;
        Reply::Go
    }

    fn gives_up(&mut self) -> bool {
        self.looks += 1;
        self.looks >= 3
    }
}

#[test]
fn cancelled_at_a_notice_the_device_is_told_and_stays_usable() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    let mut person = Person::new(|_| Reply::Cancel);
    assert_eq!(desk.driver.show_address(path("0'/0/0"), &mut person), Err(DeviceError::Cancelled));
    assert_eq!(desk.driver.sign(path("0'/0/0"), "hello", &mut person).err(), Some(DeviceError::Cancelled));
    desk.driver.show_address(path("0'/0/0"), &mut desk.hand).unwrap();
    assert_eq!(desk.driver.open(&Entry::OnDevice, &mut person).err(), Some(DeviceError::Cancelled));
}

#[test]
fn a_secret_where_only_buttons_are_asked_is_not_sent() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    let mut person = Person::new(|_| Reply::Secret(secret("1234")));
    let failed = desk.driver.show_address(path("0'/0/0"), &mut person);
    assert!(matches!(failed, Err(DeviceError::Unexpected(_))), "{failed:?}");
}

#[test]
fn cancelled_while_the_device_waits_for_the_person_it_waits_no_longer() {
    let panel = start(config());
    let cancel = CancelFlag::default();
    let driver = Driver::new(Box::new(panel.clone()), cancel.clone());
    let mut worker = Worker::spawn(Box::new(driver), cancel);
    let mut hand = Hand::new(panel.clone());
    worker.open(&Entry::Standard, &mut hand).unwrap();
    let mut impatient = Impatient::default();
    assert_eq!(worker.show_address(path("0'/0/0"), &mut impatient), Err(DeviceError::Cancelled));
    assert_eq!(impatient.notices, 1);
    assert!(impatient.looks >= 3);
    assert!(!panel.press(Button::Confirm), "the device shows it no longer");
    worker.show_address(path("0'/0/0"), &mut hand).unwrap();
}

#[test]
fn an_answer_that_crosses_the_cancel_is_not_taken_for_the_next_one() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    let cancel = CancelFlag::default();
    let panel = desk.panel.clone();
    let mut driver = Driver::new(Box::new(panel.clone()), cancel.clone());
    driver.open(&Entry::Standard, &mut desk.hand).unwrap();
    // The person confirms on the device at the very moment in which another cancels on the laptop.
    let mut both = Person::new(|_| {
        panel.press(Button::Confirm);
        cancel.raise();
        Reply::Go
    });
    assert_eq!(driver.show_address(path("0'/0/0"), &mut both), Err(DeviceError::Cancelled));
    let first = driver.show_address(path("1'/0/0"), &mut desk.hand).unwrap();
    assert_eq!(first.to_string(), "0xeDe5D356020A0aA3DC3fCAf0d899b5c63d7eA4aa");
}

#[test]
fn a_worker_is_the_same_device() {
    let panel = start(config());
    let cancel = CancelFlag::default();
    let driver = Driver::new(Box::new(panel.clone()), cancel.clone());
    let mut worker = Worker::spawn(Box::new(driver), cancel);
    let mut hand = Hand::new(panel);
    let facts = worker.identify(&mut hand).unwrap();
    assert_eq!(facts.model, "T3T1");
    let session = worker.open(&Entry::OnHost(secret("hunter2")), &mut hand).unwrap();
    let identity = worker.identity(&mut hand).unwrap();
    worker.open(&Entry::Standard, &mut hand).unwrap();
    worker.reopen(&session, &mut hand).unwrap();
    assert_eq!(worker.identity(&mut hand), Ok(identity));
    let xpub = worker.account_xpub(AccountPath::new(0).unwrap(), &mut hand).unwrap();
    let signed = worker.sign(path("0'/0/3"), "hello", &mut hand).unwrap();
    assert_eq!(Ok(signed.address), xpub.address(0, 3));
    worker.lock().unwrap();
    worker.end(std::slice::from_ref(&session)).unwrap();
    assert_eq!(worker.reopen(&session, &mut hand), Err(DeviceError::SessionLost));
}

/// A device whose every call ends its thread.
struct Broken;

impl Device for Broken {
    fn identify(&mut self, _: &mut dyn Attendant) -> Result<DeviceFacts, DeviceError> {
        std::panic::resume_unwind(Box::new("broken"))
    }

    fn prove(&mut self, _: &Challenge, _: &mut dyn Attendant) -> Result<Option<Proof>, DeviceError> {
        unreachable!()
    }

    fn firmware_hash(&mut self, _: &Challenge, _: &mut dyn Attendant) -> Result<[u8; 32], DeviceError> {
        unreachable!()
    }

    fn check_backup(&mut self, _: &mut dyn Attendant) -> Result<(), DeviceError> {
        unreachable!()
    }

    fn open(&mut self, _: &Entry, _: &mut dyn Attendant) -> Result<Session, DeviceError> {
        unreachable!()
    }

    fn reopen(&mut self, _: &Session, _: &mut dyn Attendant) -> Result<(), DeviceError> {
        unreachable!()
    }

    fn identity(&mut self, _: &mut dyn Attendant) -> Result<WalletIdentity, DeviceError> {
        unreachable!()
    }

    fn account_xpub(&mut self, _: AccountPath, _: &mut dyn Attendant) -> Result<AccountXpub, DeviceError> {
        unreachable!()
    }

    fn show_address(&mut self, _: AddressPath, _: &mut dyn Attendant) -> Result<Address, DeviceError> {
        unreachable!()
    }

    fn sign(&mut self, _: AddressPath, _: &str, _: &mut dyn Attendant) -> Result<Signed, DeviceError> {
        unreachable!()
    }

    fn sign_safe_tx(
        &mut self,
        _: AddressPath,
        _: &SafeTx,
        _: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        unreachable!()
    }

    fn lock(&mut self) -> Result<(), DeviceError> {
        unreachable!()
    }

    fn end(&mut self, _: &[Session]) -> Result<(), DeviceError> {
        unreachable!()
    }
}

#[test]
fn a_worker_whose_thread_has_ended_is_lost() {
    let mut worker = Worker::spawn(Box::new(Broken), CancelFlag::default());
    let mut nobody = Person::new(|_| Reply::Cancel);
    assert!(matches!(worker.identify(&mut nobody), Err(DeviceError::Lost(_))));
    assert!(matches!(worker.lock(), Err(DeviceError::Lost(_))));
}

/// A device that goes silent after so many answers.
struct Silent {
    panel: crate::device::simulator::Panel,
    answers: usize,
}

struct Muted(Box<dyn Channel>, usize);

impl Port for Silent {
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError> {
        Ok(Box::new(Muted(self.panel.connect()?, self.answers)))
    }
}

impl Channel for Muted {
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error> {
        self.0.send(message)
    }

    fn receive(&mut self, patience: Duration) -> Result<Option<ProtoMessage>, Error> {
        let answer = self.0.receive(patience)?;
        if answer.is_none() || self.1 == 0 {
            return Ok(None);
        }
        self.1 -= 1;
        Ok(answer)
    }
}

#[test]
fn a_device_that_does_not_answer_is_lost_in_the_end() {
    let panel = start(config());
    let patience = Patience { silence: Duration::from_millis(100), sync: Duration::from_millis(50) };
    // None at all; to the cancel only; to the ping too; and to one question.
    for answers in 0..4 {
        let port = Silent { panel: panel.clone(), answers };
        let mut driver = Driver::new(Box::new(port), CancelFlag::default()).with_patience(patience);
        let mut hand = Hand::new(panel.clone());
        let result = driver.open(&Entry::Standard, &mut hand);
        assert!(matches!(result, Err(DeviceError::Lost(_))), "after {answers} answers");
    }
}

#[test]
fn after_a_loss_nothing_is_asked_before_it_is_known_which_device_is_there() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    desk.panel.unplug();
    desk.panel.replug();
    for _ in 0..2 {
        assert!(matches!(desk.driver.identity(&mut desk.hand), Err(DeviceError::Lost(_))));
    }
    desk.driver.identify(&mut desk.hand).unwrap();
    desk.open(&Entry::Standard).unwrap();
}
