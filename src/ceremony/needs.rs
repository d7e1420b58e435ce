//! What a plan needs of a member's device, beyond what every ceremony does.

use crate::device::DeviceFacts;
use crate::device::trezor::models::ModelFacts;
use crate::plan::{EntryPlace, Plan, SeedKind, WalletId};
use crate::text::Problem;

/// What a plan needs of one member's device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    member: String,
    slip39: bool,
    backup_check: bool,
    typed_on_device: Option<WalletId>,
    typed_on_host: Option<WalletId>,
}

impl Needs {
    /// Of this member's device.
    pub fn of(plan: &Plan, member: &str) -> Self {
        let typed = |place| {
            plan.wallets_of(member).find(|wallet| wallet.entry == place).map(|wallet| wallet.id.clone())
        };
        Self {
            member: member.to_owned(),
            slip39: plan.seeds.iter().any(|seed| seed.custodian == member && is_slip39(seed.kind)),
            backup_check: plan.seeds.iter().any(|seed| seed.custodian == member && seed.check_backup),
            typed_on_device: typed(EntryPlace::Device),
            typed_on_host: typed(EntryPlace::Host),
        }
    }

    /// What this device lacks. A model that is not in the table is refused as such, elsewhere.
    pub fn lacks(&self, facts: &DeviceFacts) -> Vec<Problem> {
        let Some(model) = ModelFacts::of_device(facts) else { return Vec::new() };
        let slip39 = (self.slip39 && !model.slip39)
            .then(|| Problem::device("device-no-slip39").with("member", &self.member));
        // Without a keyboard the words would be typed on the laptop, word by word.
        let backup = (self.backup_check && !model.keyboard)
            .then(|| Problem::device("device-no-backup-check").with("member", &self.member));
        let typed = self.typed_on_device.as_ref().filter(|_| !model.keyboard);
        let keyboard = typed.map(|wallet| Problem::device("device-no-keyboard").with("wallet", wallet));
        slip39
            .into_iter()
            .chain(backup)
            .chain(keyboard)
            .map(|problem| problem.with("model", model.name))
            .collect()
    }

    /// A wallet whose passphrase the plan has typed on the laptop, though this device has a keyboard for it: allowed,
    /// and to be told.
    pub fn could_type_on(&self, facts: &DeviceFacts) -> Option<&WalletId> {
        self.typed_on_host
            .as_ref()
            .filter(|_| ModelFacts::of_device(facts).is_some_and(|model| model.keyboard))
    }
}

fn is_slip39(kind: SeedKind) -> bool {
    matches!(kind, SeedKind::Slip39Words20 | SeedKind::Slip39Words33)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    fn facts(model: &str) -> DeviceFacts {
        DeviceFacts {
            kind: "trezor".to_owned(),
            model: model.to_owned(),
            firmware: "2.12.4".to_owned(),
            device_id: "A".to_owned(),
            simulated: false,
            details: BTreeMap::new(),
            hindrances: Vec::new(),
        }
    }

    fn wallet(name: &str) -> WalletId {
        WalletId { custodian: "alice".to_owned(), name: name.to_owned() }
    }

    fn needs(slip39: bool, device: Option<&str>, host: Option<&str>) -> Needs {
        Needs {
            member: "alice".to_owned(),
            slip39,
            backup_check: false,
            typed_on_device: device.map(wallet),
            typed_on_host: host.map(wallet),
        }
    }

    #[test]
    fn a_trezor_one_takes_no_slip_39_seed_and_no_passphrase_on_itself() {
        let all = needs(true, Some("Vault"), None);
        let ids = |needs: &Needs, model| -> Vec<_> {
            needs.lacks(&facts(model)).iter().map(|problem| problem.id().to_owned()).collect()
        };
        assert_eq!(ids(&all, "T1B1"), ["device-no-slip39", "device-no-keyboard"]);
        assert_eq!(ids(&needs(false, None, Some("Vault")), "T1B1"), [""; 0]);
        for model in ["T2T1", "T2B1", "T3B1", "T3T1", "unknown"] {
            assert_eq!(ids(&all, model), [""; 0], "{model}");
        }
        let said = all.lacks(&facts("T1B1"))[1].to_string();
        assert!(said.contains("alice/Vault") && said.contains("Trezor One"), "{said}");
    }

    #[test]
    fn a_passphrase_on_the_laptop_is_told_where_the_device_could_take_it() {
        let both = needs(true, Some("Vault"), Some("Daily"));
        assert_eq!(both.could_type_on(&facts("T3T1")), Some(&wallet("Daily")));
        assert_eq!(both.could_type_on(&facts("T1B1")), None);
        assert_eq!(needs(true, Some("Vault"), None).could_type_on(&facts("T3T1")), None);
    }
}
