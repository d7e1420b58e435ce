//! Simulated devices that a test sets up.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use gishiki::ceremony::{Bench, members_of};
use gishiki::device::simulator::{self, Panel, PanelSlot, SimulatorConfig};
use gishiki::device::trezor::Driver;
use gishiki::device::{CancelFlag, Device, Worker};
use gishiki::host::bench::PIN;
use gishiki::keys::test_seeds::test_seed;
use gishiki::keys::{Secret, Seed, SeedForm};
use gishiki::plan::Plan;
use gishiki::text::Problem;

/// One simulated device a member. Their seeds are BIP-39 ones, which take a tenth of SLIP-39's time to open.
pub struct TestBench {
    pub slot: PanelSlot,
    configs: BTreeMap<String, SimulatorConfig>,
    devices: BTreeMap<String, Panel>,
    /// Where set, nothing is found any more.
    pub empty: bool,
}

impl TestBench {
    pub fn new(plan: &Plan) -> Self {
        let config = |(at, member): (usize, String)| {
            let config = SimulatorConfig {
                seed: Some(bip39(at + 1)),
                pin: Some(Secret::new(PIN.to_owned())),
                device_id: format!("{:024X}", at + 1),
                ..SimulatorConfig::default()
            };
            (member, config)
        };
        let configs = members_of(plan).into_iter().enumerate().map(config).collect();
        Self { slot: PanelSlot::default(), configs, devices: BTreeMap::new(), empty: false }
    }

    /// Sets a member's device up in another way, from its next start on.
    pub fn set_up(&mut self, member: &str, change: impl FnOnce(&mut SimulatorConfig)) {
        change(self.configs.get_mut(member).expect("a member of the plan"));
        self.devices.remove(member);
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
        let driver = Driver::new(Box::new(panel), cancel.clone());
        Ok(Box::new(Worker::spawn(Box::new(driver), cancel)))
    }

    fn name(&self) -> String {
        "simulated".to_owned()
    }
}

/// A published test seed of BIP-39, 12 words, from 1.
pub fn bip39(n: usize) -> Seed {
    // Reading words takes longer than deriving from them: each is read once.
    static SEEDS: OnceLock<Vec<Seed>> = OnceLock::new();
    SEEDS.get_or_init(|| (1..=8).map(|n| seed(SeedForm::Bip39, 12, n)).collect())[n - 1].clone()
}

/// A published test seed of SLIP-39, 20 words, from 1.
pub fn slip39(n: usize) -> Seed {
    seed(SeedForm::Slip39, 20, n)
}

fn seed(form: SeedForm, words: usize, n: usize) -> Seed {
    let words = test_seed(words, form, n).expect("as many test seeds");
    Seed::parse(form, &Secret::new(words.to_owned())).unwrap()
}
