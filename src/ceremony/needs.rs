//! What a plan needs of a member's device, beyond what every ceremony does.

use crate::device::trezor::models::ModelFacts;
use crate::device::trezor::{ALWAYS_ON_DEVICE, BACKUP_TYPE};
use crate::device::{DeviceFacts, Hindrance};
use crate::keys::SeedForm;
use crate::plan::{EntryPlace, Plan, SeedKind, WalletId};
use crate::text::Problem;

/// What a plan needs of one member's device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Needs {
    member: String,
    seed: Option<SeedForm>,
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
            seed: plan.seeds.iter().find(|seed| seed.custodian == member).map(|seed| form(seed.kind)),
            backup_check: plan.seeds.iter().any(|seed| seed.custodian == member && seed.check_backup),
            typed_on_device: typed(EntryPlace::Device),
            typed_on_host: typed(EntryPlace::Host),
        }
    }

    /// The same where the device need not check its backup.
    #[must_use]
    pub fn without_backup_check(self) -> Self {
        Self { backup_check: false, ..self }
    }

    /// What this device lacks. A model that is not in the table is refused as such, elsewhere.
    pub fn lacks(&self, facts: &DeviceFacts) -> Vec<Problem> {
        let Some(model) = ModelFacts::of_device(facts) else { return Vec::new() };
        let slip39 = (self.seed == Some(SeedForm::Slip39) && !model.slip39)
            .then(|| Problem::device("device-no-slip39").with("member", &self.member));
        let other = if slip39.is_none() { self.other_backup(facts) } else { None };
        // Without a keyboard the words would be typed on the laptop, word by word.
        let backup = (self.backup_check && !model.keyboard)
            .then(|| Problem::device("device-no-backup-check").with("member", &self.member));
        let typed = self.typed_on_device.as_ref().filter(|_| !model.keyboard);
        let keyboard = typed.map(|wallet| Problem::device("device-no-keyboard").with("wallet", wallet));
        let typed = self.typed_on_host.as_ref().filter(|_| asks_always(facts));
        let only = typed.map(|wallet| Problem::device("device-keyboard-only").with("wallet", wallet));
        let lacks = [slip39, other, backup, keyboard, only].into_iter().flatten();
        lacks.map(|problem| problem.with("model", model.name)).collect()
    }

    /// The seed on it is written down in another form than the plan says. Firmware that does not say how, or in a form
    /// that this program does not know, is believed.
    fn other_backup(&self, facts: &DeviceFacts) -> Option<Problem> {
        let planned = self.seed?;
        let said = backup_form(facts).filter(|said| *said != planned)?;
        let problem = Problem::device("device-other-backup").with("member", &self.member);
        Some(problem.with("planned", form_name(planned)).with("said", form_name(said)))
    }

    /// A wallet whose passphrase the plan has typed on the laptop, though this device has a keyboard for it: allowed,
    /// and to be told.
    pub fn could_type_on(&self, facts: &DeviceFacts) -> Option<&WalletId> {
        self.typed_on_host.as_ref().filter(|_| {
            ModelFacts::of_device(facts).is_some_and(|model| model.keyboard) && !asks_always(facts)
        })
    }
}

/// Whether the device asks for every passphrase on its own keyboard, that of the wallet without one, too. Known only
/// once it is unlocked.
pub fn asks_always(facts: &DeviceFacts) -> bool {
    facts.details.get(ALWAYS_ON_DEVICE).is_some_and(|said| said == "true")
}

/// In which form the seed on the device is written down, by its own word; none without a seed, and where it does not
/// say, or in a way that this program does not know.
fn backup_form(facts: &DeviceFacts) -> Option<SeedForm> {
    let said =
        facts.details.get(BACKUP_TYPE).filter(|_| !facts.hindrances.contains(&Hindrance::Uninitialized));
    match said?.as_str() {
        "Bip39" => Some(SeedForm::Bip39),
        said if said.starts_with("Slip39_") => Some(SeedForm::Slip39),
        _ => None,
    }
}

fn form(kind: SeedKind) -> SeedForm {
    match kind {
        SeedKind::Slip39Words20 | SeedKind::Slip39Words33 => SeedForm::Slip39,
        SeedKind::Bip39Words12 | SeedKind::Bip39Words24 => SeedForm::Bip39,
    }
}

fn form_name(form: SeedForm) -> &'static str {
    match form {
        SeedForm::Bip39 => "BIP-39",
        SeedForm::Slip39 => "SLIP-39",
    }
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

    /// A Safe 5 that says this, too.
    fn says(name: &str, value: &str) -> DeviceFacts {
        let details = BTreeMap::from([(name.to_owned(), value.to_owned())]);
        DeviceFacts { details, ..facts("T3T1") }
    }

    fn wallet(name: &str) -> WalletId {
        WalletId::new("alice", name)
    }

    fn needs(seed: SeedForm, device: Option<&str>, host: Option<&str>) -> Needs {
        Needs {
            member: "alice".to_owned(),
            seed: Some(seed),
            backup_check: false,
            typed_on_device: device.map(wallet),
            typed_on_host: host.map(wallet),
        }
    }

    fn ids(needs: &Needs, facts: &DeviceFacts) -> Vec<String> {
        needs.lacks(facts).iter().map(|problem| problem.id().to_owned()).collect()
    }

    #[test]
    fn a_trezor_one_takes_no_slip_39_seed_and_no_passphrase_on_itself() {
        let all = needs(SeedForm::Slip39, Some("Vault"), None);
        assert_eq!(ids(&all, &facts("T1B1")), ["device-no-slip39", "device-no-keyboard"]);
        assert_eq!(ids(&needs(SeedForm::Bip39, None, Some("Vault")), &facts("T1B1")), [""; 0]);
        for model in ["T2T1", "T2B1", "T3B1", "T3T1", "unknown"] {
            assert_eq!(ids(&all, &facts(model)), [""; 0], "{model}");
        }
        let said = all.lacks(&facts("T1B1"))[1].to_string();
        assert!(said.contains("alice/Vault") && said.contains("Trezor One"), "{said}");
    }

    #[test]
    fn a_passphrase_on_the_laptop_is_told_where_the_device_could_take_it() {
        let both = needs(SeedForm::Slip39, Some("Vault"), Some("Daily"));
        assert_eq!(both.could_type_on(&facts("T3T1")), Some(&wallet("Daily")));
        assert_eq!(both.could_type_on(&facts("T1B1")), None);
        assert_eq!(needs(SeedForm::Slip39, Some("Vault"), None).could_type_on(&facts("T3T1")), None);
    }

    #[test]
    fn a_device_that_takes_passphrases_on_itself_only_takes_none_from_the_laptop() {
        let both = needs(SeedForm::Slip39, Some("Vault"), Some("Daily"));
        let (always, not) = (says(ALWAYS_ON_DEVICE, "true"), says(ALWAYS_ON_DEVICE, "false"));
        assert_eq!(ids(&both, &always), ["device-keyboard-only"]);
        assert_eq!(both.could_type_on(&always), None, "it is refused, not only told");
        assert_eq!(ids(&both, &not), [""; 0]);
        assert_eq!(ids(&needs(SeedForm::Slip39, Some("Vault"), None), &always), [""; 0]);
        assert_eq!(
            both.lacks(&always)[0].to_string(),
            "The plan has the passphrase of alice/Daily typed on the laptop, and this device is set to take passphrases \
             on its own keyboard only."
        );
    }

    #[test]
    fn a_seed_in_another_form_than_the_plan_says_is_found_where_the_device_says_so() {
        use SeedForm::{Bip39, Slip39};
        let slip39 = ["Basic", "Advanced", "Single_Extendable", "Basic_Extendable", "Advanced_Extendable"];
        let slip39 = slip39.map(|kind| format!("Slip39_{kind}"));
        let cases = slip39.iter().map(|said| (said.as_str(), Some(Slip39)));
        for (said, form) in cases.chain([("Bip39", Some(Bip39)), ("6", None)]) {
            for planned in [Bip39, Slip39] {
                let lacks = ids(&needs(planned, Some("Vault"), None), &says(BACKUP_TYPE, said));
                let other = form.is_some_and(|form| form != planned);
                assert_eq!(lacks, Vec::from_iter(other.then_some("device-other-backup")), "{said}");
            }
        }
        let lacks = needs(Slip39, None, None).lacks(&says(BACKUP_TYPE, "Bip39"));
        assert_eq!(
            lacks[0].to_string(),
            "The plan's seed of alice is written down as SLIP-39, but the device says that its own is written down as BIP-39."
        );
        // Without a seed a device calls its backup BIP-39, which means nothing.
        let empty = DeviceFacts { hindrances: vec![Hindrance::Uninitialized], ..says(BACKUP_TYPE, "Bip39") };
        assert_eq!(ids(&needs(Slip39, None, None), &empty), [""; 0]);
    }
}
