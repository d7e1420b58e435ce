//! What the simulated device really shows, taken from it.

use std::sync::OnceLock;

use crate::device::simulator::{Button, Panel, Screen, SimulatorConfig, start};
use crate::device::trezor::Driver;
use crate::device::{Attendant, CancelFlag, Device, Entry, Notice, Reply};
use crate::keys::{AddressPath, Secret, Seed, SeedForm, test_seeds};
use crate::ui::presentation::tests::STATEMENT;

const PIN: &str = "1234";

/// Screens of the simulated device.
#[derive(Clone)]
pub struct DeviceScreens {
    pub home: Screen,
    pub pin: Screen,
    /// The number of a backup's words, and the words.
    pub count: Screen,
    pub words: Screen,
    pub passphrase: Screen,
    pub address: Screen,
    /// Who signs.
    pub signer: Screen,
    /// The first page of the statement, and its last.
    pub first: Screen,
    pub last: Screen,
}

/// Keeps every screen, reads every page and confirms.
struct Looker {
    panel: Panel,
    seen: Vec<Screen>,
}

impl Attendant for Looker {
    fn notice(&mut self, notice: &Notice) -> Reply {
        let screen = self.panel.screen().1;
        self.seen.push(screen.clone());
        let typed = match (notice, screen.ready) {
            (Notice::PinOnDevice, _) => Secret::new(PIN.to_owned()),
            (Notice::PassphraseOnDevice, _) => Secret::new("rehearsal TeamFunds".to_owned()),
            (_, Some(ready)) => ready,
            _ => {
                while self.panel.press(Button::NextPage) {
                    self.seen.push(self.panel.screen().1);
                }
                self.panel.press(Button::Confirm);
                return Reply::Go;
            }
        };
        self.panel.enter(&typed);
        Reply::Go
    }
}

impl DeviceScreens {
    /// What the device shows; it is asked once.
    pub fn take() -> Self {
        static TAKEN: OnceLock<DeviceScreens> = OnceLock::new();
        TAKEN.get_or_init(Self::make).clone()
    }

    /// Opens a wallet on a simulated device, has an address shown and a statement signed.
    fn make() -> Self {
        let words = test_seeds::test_seed(20, SeedForm::Slip39, 1).unwrap();
        let words = Secret::new(words.to_owned());
        let seed = Some(Seed::parse(SeedForm::Slip39, &words).unwrap());
        let pin = Some(Secret::new(PIN.to_owned()));
        let label = "Rehearsal member-1".to_owned();
        let backup = Some(words);
        let panel = start(SimulatorConfig { seed, backup, pin, label, ..SimulatorConfig::default() });
        let mut looker = Looker { panel: panel.clone(), seen: Vec::new() };
        let mut driver = Driver::new(Box::new(panel.clone()), CancelFlag::default());
        driver.identify(&mut looker).unwrap();
        let home = panel.screen().1;
        driver.check_backup(&mut looker).unwrap();
        let path = AddressPath::new(10, 0, 3).unwrap();
        driver.open(&Entry::OnDevice, &mut looker).unwrap();
        driver.show_address(path, &mut looker).unwrap();
        let before = looker.seen.len();
        driver.sign(path, STATEMENT, &mut looker).unwrap();
        let seen = looker.seen;
        let named = |name: &str| seen.iter().find(|screen| screen.name == name).unwrap().clone();
        let typed = |title: &str| seen.iter().find(|screen| screen.title.contains(title)).unwrap().clone();
        Self {
            home,
            pin: typed("PIN"),
            count: named("recovery_word_count"),
            words: named("mnemonic"),
            passphrase: typed("passphrase"),
            address: named("show_address"),
            signer: seen[before].clone(),
            first: seen[before + 1].clone(),
            last: seen.last().unwrap().clone(),
        }
    }
}
