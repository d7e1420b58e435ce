//! The driver: over the simulator for what a device does, over a script for what none should.

mod cancel;
mod figures;
mod locking;
mod safe_tx;
mod safe_tx_faults;
mod scripted;
mod wallets;

use crate::device::simulator::{Button, Hand, Panel, SimulatorConfig, start};
use crate::device::trezor::Driver;
use crate::device::{Attendant, CancelFlag, Device, DeviceError, Entry, Notice, Reply, Session};
use crate::keys::{AddressPath, Secret, Seed, SeedForm};

const ALL: &str = "all all all all all all all all all all all all";

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn seed(form: SeedForm, words: &str) -> Seed {
    Seed::parse(form, &secret(words)).unwrap()
}

fn path(tail: &str) -> AddressPath {
    AddressPath::from_tail(tail).unwrap()
}

fn config() -> SimulatorConfig {
    SimulatorConfig { seed: Some(seed(SeedForm::Bip39, ALL)), ..Default::default() }
}

/// A driver at a simulated device, with a person at it who confirms everything.
struct Desk {
    driver: Driver,
    panel: Panel,
    hand: Hand,
}

impl Desk {
    fn new(config: SimulatorConfig) -> Self {
        let panel = start(config);
        let driver = Driver::new(Box::new(panel.clone()), CancelFlag::default());
        let hand = Hand::new(panel.clone()).with_pin(secret("1234"));
        Self { driver, panel, hand }
    }

    fn open(&mut self, entry: &Entry) -> Result<Session, DeviceError> {
        self.driver.open(entry, &mut self.hand)
    }

    fn host(&mut self, passphrase: &str) -> Result<Session, DeviceError> {
        self.open(&Entry::OnHost(secret(passphrase)))
    }

    fn short(&mut self) -> String {
        self.driver.identity(&mut self.hand).unwrap().short()
    }
}

/// A person who does one thing at every notice, and keeps count.
struct Person<F: FnMut(&Notice) -> Reply>(Vec<Notice>, F);

impl<F: FnMut(&Notice) -> Reply> Person<F> {
    fn new(acts: F) -> Self {
        Self(Vec::new(), acts)
    }
}

impl<F: FnMut(&Notice) -> Reply> Attendant for Person<F> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        self.0.push(notice.clone());
        (self.1)(notice)
    }
}

fn refuser(panel: &Panel) -> impl FnMut(&Notice) -> Reply + use<> {
    let panel = panel.clone();
    move |_| {
        assert!(panel.press(Button::Cancel));
        Reply::Go
    }
}
