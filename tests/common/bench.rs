//! Simulated devices that a test sets up.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, OnceLock};

use gishiki::ceremony::Bench;
use gishiki::contracts::SafeTx;
use gishiki::device::genuine::{Challenge, Proof};
use gishiki::device::simulator::{self, Panel, PanelSlot, SimulatorConfig};
use gishiki::device::trezor::{Driver, Port};
use gishiki::device::{
    Attendant, CancelFlag, Device, DeviceError, DeviceFacts, Entry, Session, Signed, Worker,
};
use gishiki::host::bench::PIN;
use gishiki::keys::test_seeds::test_seed;
use gishiki::keys::{AccountPath, AccountXpub, Address, AddressPath, Secret, Seed, SeedForm, WalletIdentity};
use gishiki::plan::Plan;
use gishiki::text::Problem;

/// One simulated device a member. Their seeds are BIP-39 ones, which take a tenth of SLIP-39's time to open.
pub struct TestBench {
    pub slot: PanelSlot,
    configs: BTreeMap<String, SimulatorConfig>,
    devices: BTreeMap<String, Panel>,
    /// Where set, nothing is found any more.
    pub empty: bool,
    /// What lies between a device and the driver.
    pub port: PortOf,
    /// Sessions that were opened, and neither ended nor found lost.
    open: OpenSessions,
}

/// Puts something between a panel and the driver.
type PortOf = Box<dyn Fn(Panel) -> Box<dyn Port>>;

type OpenSessions = Arc<Mutex<Vec<Session>>>;

impl TestBench {
    pub fn new(plan: &Plan) -> Self {
        let config = |(at, member): (usize, String)| {
            let config = SimulatorConfig {
                seed: Some(bip39(at + 1)),
                backup: Some(bip39_words(at + 1)),
                pin: Some(Secret::new(PIN.to_owned())),
                device_id: format!("{:024X}", at + 1),
                ..SimulatorConfig::default()
            };
            (member, config)
        };
        let configs = plan.members().into_iter().enumerate().map(config).collect();
        Self {
            slot: PanelSlot::default(),
            configs,
            devices: BTreeMap::new(),
            empty: false,
            port: Box::new(|panel| Box::new(panel)),
            open: OpenSessions::default(),
        }
    }

    /// Sets a member's device up in another way, from its next start on.
    pub fn set_up(&mut self, member: &str, change: impl FnOnce(&mut SimulatorConfig)) {
        change(self.configs.get_mut(member).expect("a member of the plan"));
        self.devices.remove(member);
    }

    /// How many wallets a device may still know: every one of them was opened, and none ended.
    pub fn open_sessions(&self) -> usize {
        self.open.lock().unwrap().len()
    }

    fn panel(&mut self, member: &str) -> Panel {
        let config = &self.configs[member];
        self.devices.entry(member.to_owned()).or_insert_with(|| simulator::start(config.clone())).clone()
    }
}

impl Bench for TestBench {
    fn plug_in(&mut self, member: &str) -> Result<Box<dyn Device>, Problem> {
        if self.empty {
            return Err(Problem::device("device-lost").with("reason", "none found"));
        }
        let panel = self.panel(member);
        panel.replug();
        self.slot.set(panel.clone());
        let cancel = CancelFlag::default();
        let driver = Driver::new((self.port)(panel), cancel.clone());
        let worker = Worker::spawn(Box::new(driver), cancel);
        Ok(Box::new(Watched { device: worker, open: self.open.clone() }))
    }

    fn name(&self) -> String {
        "simulated".to_owned()
    }
}

/// A device whose sessions are counted.
struct Watched {
    device: Worker,
    open: OpenSessions,
}

impl Watched {
    fn closed(&self, session: &Session) {
        self.open.lock().unwrap().retain(|open| open != session);
    }
}

impl Device for Watched {
    fn identify(&mut self, attendant: &mut dyn Attendant) -> Result<DeviceFacts, DeviceError> {
        self.device.identify(attendant)
    }

    fn prove(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<Option<Proof>, DeviceError> {
        self.device.prove(challenge, attendant)
    }

    fn firmware_hash(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<[u8; 32], DeviceError> {
        self.device.firmware_hash(challenge, attendant)
    }

    fn check_backup(&mut self, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        self.device.check_backup(attendant)
    }

    fn open(&mut self, entry: &Entry, attendant: &mut dyn Attendant) -> Result<Session, DeviceError> {
        let session = self.device.open(entry, attendant)?;
        self.open.lock().unwrap().push(session.clone());
        Ok(session)
    }

    fn reopen(&mut self, session: &Session, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        let reopened = self.device.reopen(session, attendant);
        if reopened == Err(DeviceError::SessionLost) {
            self.closed(session);
        }
        reopened
    }

    fn identity(&mut self, attendant: &mut dyn Attendant) -> Result<WalletIdentity, DeviceError> {
        self.device.identity(attendant)
    }

    fn account_xpub(
        &mut self,
        path: AccountPath,
        attendant: &mut dyn Attendant,
    ) -> Result<AccountXpub, DeviceError> {
        self.device.account_xpub(path, attendant)
    }

    fn show_address(
        &mut self,
        path: AddressPath,
        attendant: &mut dyn Attendant,
    ) -> Result<Address, DeviceError> {
        self.device.show_address(path, attendant)
    }

    fn sign(
        &mut self,
        path: AddressPath,
        statement: &str,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        self.device.sign(path, statement, attendant)
    }

    fn sign_safe_tx(
        &mut self,
        path: AddressPath,
        tx: &SafeTx,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        self.device.sign_safe_tx(path, tx, attendant)
    }

    fn lock(&mut self) -> Result<(), DeviceError> {
        self.device.lock()
    }

    fn end(&mut self, sessions: &[Session]) -> Result<(), DeviceError> {
        self.device.end(sessions)?;
        sessions.iter().for_each(|session| self.closed(session));
        Ok(())
    }
}

/// A published test seed of BIP-39, 12 words, from 1.
pub fn bip39(n: usize) -> Seed {
    // Reading words takes longer than deriving from them: each is read once.
    static SEEDS: OnceLock<Vec<Seed>> = OnceLock::new();
    SEEDS.get_or_init(|| (1..=8).map(|n| seed(SeedForm::Bip39, 12, n)).collect())[n - 1].clone()
}

/// Its words.
pub fn bip39_words(n: usize) -> Secret {
    Secret::new(test_seed(12, SeedForm::Bip39, n).expect("as many test seeds").to_owned())
}

/// A published test seed of SLIP-39, 20 words, from 1.
pub fn slip39(n: usize) -> Seed {
    seed(SeedForm::Slip39, 20, n)
}

fn seed(form: SeedForm, words: usize, n: usize) -> Seed {
    let words = test_seed(words, form, n).expect("as many test seeds");
    Seed::parse(form, &Secret::new(words.to_owned())).unwrap()
}
