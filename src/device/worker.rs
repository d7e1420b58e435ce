//! A device on a thread of its own, so that a face stays alive while a person acts on the device.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use super::genuine::{Challenge, Proof};
use super::{Attendant, CancelFlag, Device, DeviceError, DeviceFacts, Entry, Notice, Reply, Session, Signed};
use crate::contracts::SafeTx;
use crate::keys::{AccountPath, AccountXpub, Address, AddressPath, WalletIdentity};

/// How often the attendant is asked whether it gives up.
const TICK: Duration = Duration::from_millis(50);

/// How long nothing may be asked of a device before it is locked: people compare and write then, and may have left.
const IDLE: Duration = Duration::from_secs(180);

type Errand = Box<dyn FnOnce(&mut dyn Device) + Send>;

/// What comes back from the device's thread while an errand runs.
enum Event<T> {
    Notice(Notice),
    Done(Result<T, DeviceError>),
}

/// A device on a thread of its own. Notices reach the attendant on the caller's thread. The device lives as long as
/// the worker does.
pub struct Worker {
    errands: Sender<Errand>,
    cancel: CancelFlag,
}

/// The attendant's place on the device's thread: hands notices over and waits for the replies.
struct Relay<T> {
    events: Sender<Event<T>>,
    replies: Receiver<Reply>,
}

impl<T> Attendant for Relay<T> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        match self.events.send(Event::Notice(notice.clone())) {
            // Nobody is there any more: the device is not left waiting.
            Err(_) => Reply::Cancel,
            Ok(()) => self.replies.recv().unwrap_or(Reply::Cancel),
        }
    }
}

/// Stands by where nobody is asked anything.
struct Nobody;

impl Attendant for Nobody {
    fn notice(&mut self, _: &Notice) -> Reply {
        Reply::Cancel
    }
}

impl Worker {
    /// Moves a device onto a thread of its own. `cancel` is the flag that the device looks at while it waits. A device
    /// that was asked something, and then nothing for three minutes, is locked: open wallets survive that, and the PIN
    /// is asked again.
    pub fn spawn(device: Box<dyn Device + Send>, cancel: CancelFlag) -> Self {
        Self::spawn_locking(device, cancel, IDLE)
    }

    fn spawn_locking(mut device: Box<dyn Device + Send>, cancel: CancelFlag, idle: Duration) -> Self {
        let (errands, queue) = mpsc::channel::<Errand>();
        thread::spawn(move || {
            let mut used = false;
            loop {
                let next = if used { queue.recv_timeout(idle) } else { queue.recv().map_err(Into::into) };
                used = next.is_ok();
                match next {
                    Ok(errand) => errand(&mut *device),
                    // One that is gone needs no lock, and the next call says so.
                    Err(RecvTimeoutError::Timeout) => drop(device.lock()),
                    Err(RecvTimeoutError::Disconnected) => return,
                }
            }
        });
        Self { errands, cancel }
    }

    fn run<T: Send + 'static>(
        &mut self,
        attendant: &mut dyn Attendant,
        call: impl FnOnce(&mut dyn Device, &mut dyn Attendant) -> Result<T, DeviceError> + Send + 'static,
    ) -> Result<T, DeviceError> {
        let lost = || DeviceError::Lost("the device's thread has ended".to_owned());
        let (events, incoming) = mpsc::channel();
        let (reply, replies) = mpsc::channel();
        let errand: Errand = Box::new(move |device| {
            let mut relay = Relay { events: events.clone(), replies };
            let result = call(device, &mut relay);
            // Where the caller is gone, so is whoever wanted to know.
            let _ = events.send(Event::Done(result));
        });
        // A cancel that came too late for the call before is not meant for this one.
        self.cancel.lower();
        self.errands.send(errand).map_err(|_| lost())?;
        loop {
            match incoming.recv_timeout(TICK) {
                Ok(Event::Done(result)) => return result,
                Ok(Event::Notice(notice)) => reply.send(attendant.notice(&notice)).map_err(|_| lost())?,
                Err(RecvTimeoutError::Timeout) if attendant.gives_up() => self.cancel.raise(),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return Err(lost()),
            }
        }
    }
}

impl Device for Worker {
    fn identify(&mut self, attendant: &mut dyn Attendant) -> Result<DeviceFacts, DeviceError> {
        self.run(attendant, |device, relay| device.identify(relay))
    }

    fn prove(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<Option<Proof>, DeviceError> {
        let challenge = *challenge;
        self.run(attendant, move |device, relay| device.prove(&challenge, relay))
    }

    fn firmware_hash(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<[u8; 32], DeviceError> {
        let challenge = *challenge;
        self.run(attendant, move |device, relay| device.firmware_hash(&challenge, relay))
    }

    fn check_backup(&mut self, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        self.run(attendant, |device, relay| device.check_backup(relay))
    }

    fn open(&mut self, entry: &Entry, attendant: &mut dyn Attendant) -> Result<Session, DeviceError> {
        let entry = entry.clone();
        self.run(attendant, move |device, relay| device.open(&entry, relay))
    }

    fn reopen(&mut self, session: &Session, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        let session = session.clone();
        self.run(attendant, move |device, relay| device.reopen(&session, relay))
    }

    fn identity(&mut self, attendant: &mut dyn Attendant) -> Result<WalletIdentity, DeviceError> {
        self.run(attendant, |device, relay| device.identity(relay))
    }

    fn account_xpub(
        &mut self,
        path: AccountPath,
        attendant: &mut dyn Attendant,
    ) -> Result<AccountXpub, DeviceError> {
        self.run(attendant, move |device, relay| device.account_xpub(path, relay))
    }

    fn show_address(
        &mut self,
        path: AddressPath,
        attendant: &mut dyn Attendant,
    ) -> Result<Address, DeviceError> {
        self.run(attendant, move |device, relay| device.show_address(path, relay))
    }

    fn sign(
        &mut self,
        path: AddressPath,
        statement: &str,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        let statement = statement.to_owned();
        self.run(attendant, move |device, relay| device.sign(path, &statement, relay))
    }

    fn sign_safe_tx(
        &mut self,
        path: AddressPath,
        tx: &SafeTx,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        let tx = tx.clone();
        self.run(attendant, move |device, relay| device.sign_safe_tx(path, &tx, relay))
    }

    fn lock(&mut self) -> Result<(), DeviceError> {
        self.run(&mut Nobody, |device, _| device.lock())
    }

    fn end(&mut self, sessions: &[Session]) -> Result<(), DeviceError> {
        let sessions = sessions.to_vec();
        self.run(&mut Nobody, move |device, _| device.end(&sessions))
    }
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use super::*;
    use crate::device::simulator::{Hand, Kind, SimulatorConfig, start};
    use crate::device::trezor::Driver;
    use crate::keys::{Secret, Seed, SeedForm, test_seeds};

    #[test]
    fn a_device_of_which_nothing_is_asked_is_locked_and_keeps_its_wallets() {
        let pin = || Secret::new("1234".to_owned());
        let words = test_seeds::test_seed(20, SeedForm::Slip39, 1).unwrap().to_owned();
        let seed = Seed::parse(SeedForm::Slip39, &Secret::new(words)).unwrap();
        let panel = start(SimulatorConfig { seed: Some(seed), pin: Some(pin()), ..Default::default() });
        let cancel = CancelFlag::default();
        let driver = Driver::new(Box::new(panel.clone()), cancel.clone());
        let mut worker = Worker::spawn_locking(Box::new(driver), cancel, Duration::from_millis(20));
        let mut hand = Hand::new(panel.clone()).with_pin(pin());
        worker.open(&Entry::Standard, &mut hand).unwrap();
        let known = worker.identity(&mut hand).unwrap();
        let asked = hand.seen().len();
        let deadline = Instant::now() + Duration::from_secs(60);
        while panel.screen().1.kind != Kind::Locked {
            assert!(Instant::now() < deadline, "never locked");
            thread::sleep(TICK);
        }
        assert_eq!(worker.identity(&mut hand), Ok(known));
        let screens: Vec<_> = hand.seen()[asked..].iter().map(|screen| screen.kind).collect();
        assert_eq!(screens, [Kind::PinEntry]);
    }
}
