//! Simulated devices with the published test seeds, for rehearsals.

use std::collections::BTreeMap;

use crate::ceremony::{Bench, rehearsal_seed};
use crate::device::simulator::{self, Panel, PanelSlot, SimulatorConfig};
use crate::device::trezor::Driver;
use crate::device::{CancelFlag, Device, Worker};
use crate::keys::{Digest, Secret, Seed};
use crate::plan::Plan;
use crate::text::Problem;

/// One simulated device for each member of a plan.
pub struct SimulatedBench {
    slot: PanelSlot,
    configs: BTreeMap<String, SimulatorConfig>,
    /// Devices stay the same when they are plugged in again.
    devices: BTreeMap<String, Panel>,
}

impl SimulatedBench {
    /// A device for each member with a seed, in the plan's order: the first seed of a kind gets the first published
    /// test seed of that kind, and so on.
    ///
    /// # Errors
    /// The plan has more seeds of a kind than there are published ones.
    pub fn new(plan: &Plan, slot: PanelSlot) -> Result<Self, Problem> {
        Self::of(plan, slot, "device")
    }

    /// The same seeds on other devices, as if restored from their backups.
    ///
    /// # Errors
    /// As above.
    pub fn spares(plan: &Plan, slot: PanelSlot) -> Result<Self, Problem> {
        Self::of(plan, slot, "spare")
    }

    fn of(plan: &Plan, slot: PanelSlot, what: &str) -> Result<Self, Problem> {
        let mut configs = BTreeMap::new();
        for seed in &plan.seeds {
            let too_many = || Problem::unusable("rehearsal-seeds").with("seed", &seed.name);
            let (form, words) = rehearsal_seed(plan, &seed.name).ok_or_else(too_many)?;
            let words = Secret::new(words.to_owned());
            let config = SimulatorConfig {
                seed: Some(Seed::parse(form, &words)?),
                backup: Some(words),
                pin: Some(Secret::new(PIN.to_owned())),
                device_id: device_id(what, &seed.name),
                label: format!("Rehearsal {}", seed.custodian),
                ..SimulatorConfig::default()
            };
            configs.insert(seed.custodian.clone(), config);
        }
        Ok(Self { slot, configs, devices: BTreeMap::new() })
    }

    /// The panel of a member's device, started when first asked for.
    pub fn panel(&mut self, member: &str) -> Option<Panel> {
        if let Some(panel) = self.devices.get(member) {
            return Some(panel.clone());
        }
        let panel = simulator::start(self.configs.get(member)?.clone());
        self.devices.insert(member.to_owned(), panel.clone());
        Some(panel)
    }
}

/// What journals call this bench.
pub const SIMULATED: &str = "simulated";

/// The PIN of every simulated device; a hand types it where the device asks.
pub const PIN: &str = "1234";

/// 24 hex digits, as a Trezor's are, the same in every rehearsal.
fn device_id(what: &str, seed: &str) -> String {
    let digest = Digest::of(format!("Gishiki rehearsal {what} {seed}")).to_string();
    digest[..24].to_uppercase()
}

impl Bench for SimulatedBench {
    fn plug_in(&mut self, member: &str) -> Result<Box<dyn Device>, Problem> {
        let absent = || Problem::unusable("custodian-unknown").with("name", member);
        let panel = self.panel(member).ok_or_else(absent)?;
        // Plugged in anew: whatever was open on it is gone, as with a real one.
        panel.unplug();
        panel.replug();
        self.slot.set(panel.clone());
        let cancel = CancelFlag::default();
        let driver = Driver::new(Box::new(panel), cancel.clone());
        Ok(Box::new(Worker::spawn(Box::new(driver), cancel)))
    }

    fn is_software(&self) -> bool {
        true
    }

    fn name(&self) -> String {
        SIMULATED.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_page_about_rehearsals_tells_the_pin() {
        let page = include_str!("../../../docs/rehearsal.md");
        assert!(page.contains(&format!("| PIN of every device | `{PIN}` |\n")));
    }
}
