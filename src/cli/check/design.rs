//! The design that a plan lays down, as tables.

use super::page::Page;
use crate::cli::Output;
use crate::cli::sheet::aligned;
use crate::contracts::{DeploymentSet, FallbackHandler, Method, Singleton};
use crate::plan::{EntryPlace, Linted, SafePlan, SeedKind, SeedPlan, SplitPlan};
use crate::text::Message;

/// Prints the whole design.
pub(super) fn print(plan: &Linted, output: &Output) {
    let page = Page { plan, output };
    page.title();
    page.seeds();
    page.wallets();
    page.addresses();
    page.externals();
    page.safes();
    page.splits();
    page.order();
    page.changes();
    page.batches();
    page.holders();
    page.signers();
    page.placeholders();
}

impl Page<'_> {
    fn title(&self) {
        let ceremony = &self.plan.ceremony;
        let title = Message::new("check-title")
            .with("id", &ceremony.id)
            .with("sequence", ceremony.sequence)
            .with("organisation", &ceremony.organisation)
            .with("chain", ceremony.chain.name)
            .with("number", ceremony.chain.id);
        self.output.say(&title);
        if ceremony.chain.testnet {
            self.output.line("TESTNET");
        }
        self.output.line(&format!("sha256 {}", self.plan.digest));
        if let Some(previous) = &ceremony.previous {
            self.output.say(&Message::new("check-previous").with("digest", previous));
        }
        self.output.line("");
    }

    fn seeds(&self) {
        let rows = self.plan.seeds.iter().map(|seed| {
            vec![
                seed.custodian.clone(),
                seed.name.clone(),
                self.text(kind(seed.kind)),
                self.text(ledger(seed)),
            ]
        });
        let columns = ["check-custodian", "check-seed", "check-kind", "check-ledger"];
        self.table("check-seeds", &columns, rows.collect());
    }

    fn wallets(&self) {
        let rows = self.plan.wallets.iter().map(|wallet| {
            let entry = match wallet.entry {
                EntryPlace::Device => "check-entry-device",
                EntryPlace::Host => "check-entry-host",
            };
            let identity = wallet.identity.as_ref();
            vec![
                wallet.tier.to_string(),
                wallet.id.to_string(),
                wallet.seed.clone(),
                self.text(entry),
                identity.map_or_else(|| self.text("check-identity-new"), |identity| identity.short()),
                wallet.signer.clone(),
                self.plan.roles_of(&wallet.id).count().to_string(),
            ]
        });
        let columns = [
            "check-tier",
            "check-wallet",
            "check-seed",
            "check-entry",
            "check-identity",
            "check-signer",
            "check-addresses",
        ];
        self.table("check-wallets", &columns, rows.collect());
    }

    fn externals(&self) {
        let rows = self.plan.externals.iter().map(|it| {
            let address = it.address.map_or_else(|| "TBD".to_owned(), |address| address.to_string());
            vec![it.name.clone(), it.label.clone(), address]
        });
        self.table("check-externals", &["check-name", "check-label", "check-address"], rows.collect());
    }

    fn safes(&self) {
        let row = |safe: &SafePlan| {
            let threshold =
                Message::new("check-of").with("threshold", safe.threshold).with("owners", safe.owners.len());
            vec![
                safe.name.clone(),
                safe.label.clone(),
                self.output.catalog().say(&threshold),
                safe.owners.join(", "),
                safe_kind(safe),
                safe.salt_nonce.to_string(),
                numbers(&safe.chains),
            ]
        };
        let columns = [
            "check-name",
            "check-label",
            "check-threshold",
            "check-owners",
            "check-version",
            "check-salt",
            "check-chains",
        ];
        self.table("check-safes", &columns, self.plan.safes.iter().map(row).collect());
    }

    fn splits(&self) {
        for split in &self.plan.splits {
            let version = format!("{} {}", split.version, split.kind);
            let owner = split.owner.clone().unwrap_or_else(|| self.text("check-owner-none"));
            let facts = [
                ("check-name", split.name.clone()),
                ("check-label", split.label.clone()),
                ("check-owner", owner),
                ("check-version", version),
                ("check-salt", split.salt.to_string()),
                ("check-incentive", split.incentive.to_string()),
                ("check-chains", numbers(&split.chains)),
            ];
            self.output.say(&Message::new("check-split"));
            let facts: Vec<_> = facts.into_iter().map(|(id, value)| vec![self.text(id), value]).collect();
            aligned(&facts).iter().for_each(|line| self.output.line(&format!("  {line}")));
            self.output.line("");
            self.recipients(split);
        }
    }

    fn recipients(&self, split: &SplitPlan) {
        let sum: u64 = split.recipients.iter().map(|it| it.share).sum();
        let rows = split.recipients.iter().map(|it| {
            let share = format!("{}/{sum}", it.share);
            vec![it.to.clone(), self.plan.holder(&it.to), share]
        });
        self.table("check-recipients", &["check-name", "check-held", "check-share"], rows.collect());
    }

    fn order(&self) {
        let order = self.plan.deployment_order();
        if order.is_empty() {
            return;
        }
        let rows = (1..).zip(&order).map(|(number, it): (usize, _)| {
            vec![number.to_string(), it.name.to_owned(), it.after.join(", ")]
        });
        self.table("check-order", &["check-number", "check-name", "check-order-after"], rows.collect());
        self.output.say(&Message::new("check-order-why"));
        self.output.say(&Message::new("check-order-so"));
        self.output.line("");
    }

    fn signers(&self) {
        let rows = self.plan.signers.iter().map(|name| vec![name.clone(), self.plan.holder(name)]);
        self.table("check-signers", &["check-role", "check-held"], rows.collect());
    }

    fn placeholders(&self) {
        let rows = self.plan.placeholders.iter().map(|it| {
            let at = format!("{}:{}", it.line, it.column);
            vec![it.what.clone(), at]
        });
        self.table("check-placeholders", &["check-what", "check-at"], rows.collect());
    }
}

fn kind(kind: SeedKind) -> &'static str {
    match kind {
        SeedKind::Slip39Words20 => "check-slip39-20",
        SeedKind::Slip39Words33 => "check-slip39-33",
        SeedKind::Bip39Words12 => "check-bip39-12",
        SeedKind::Bip39Words24 => "check-bip39-24",
    }
}

/// Whether a seed may go to a Ledger, and whether it can: P-LEDGER-SLIP39 warns where it may and cannot.
fn ledger(seed: &SeedPlan) -> &'static str {
    match (seed.kind, seed.may_move_to_ledger) {
        (SeedKind::Bip39Words12 | SeedKind::Bip39Words24, true) => "check-ledger-yes",
        (SeedKind::Bip39Words12 | SeedKind::Bip39Words24, false) => "check-ledger-no",
        (_, true) => "check-ledger-cannot",
        (_, false) => "check-ledger-new",
    }
}

fn numbers(chains: &[u64]) -> String {
    chains.iter().map(u64::to_string).collect::<Vec<_>>().join(", ")
}

/// Version and preset, and what was chosen besides.
fn safe_kind(safe: &SafePlan) -> String {
    let mut words = vec![safe.version.clone(), safe.preset.clone()];
    if safe.deployment != DeploymentSet::default() {
        words.push(safe.deployment.to_string());
    }
    if safe.singleton != Singleton::default() {
        words.push(format!("singleton {}", safe.singleton));
    }
    if safe.fallback_handler != FallbackHandler::default() {
        words.push(format!("handler {}", safe.fallback_handler));
    }
    if safe.method != Method::default() {
        words.push(safe.method.to_string());
    }
    words.join(" ")
}
