//! Whether manifest and parts are what the plan wants.

use std::collections::BTreeSet;
use std::fmt::Display;

use super::case::Member;
use super::checks::{POLICY, ROWS, UNIQUE, WALLETS};
use super::{Case, Report};
use crate::ceremony::{Script, WalletScript};
use crate::manifest::{Manifest, PartWallet};
use crate::plan::Role;
use crate::text::Message;

/// `V-ROWS`, `V-WALLETS`, `V-POLICY`, `V-UNIQUE`.
pub fn check(case: &Case, report: &mut Report) {
    let expected = case.expected().ok().map(|(manifest, _)| manifest);
    rows(case, expected.as_ref(), report);
    wallets(case, report);
    policy(case, expected.as_ref(), report);
    unique(case, report);
}

fn script(case: &Case, member: &Member) -> Vec<WalletScript> {
    Script::of(&case.plan, &member.name).map_or(Vec::new(), |script| script.wallets)
}

fn rows(case: &Case, expected: Option<&Manifest>, report: &mut Report) {
    let mut failures = Vec::new();
    for member in &case.members {
        let wallets = script(case, member);
        let planned: Vec<&Role> = wallets.iter().flat_map(|wallet| &wallet.roles).collect();
        let rows = &member.part.addresses;
        if planned.len() != rows.len() {
            failures.push(Message::new("v-rows-number").with("member", &member.name));
        }
        for (role, row) in planned.iter().zip(rows) {
            let same = (&row.role, &row.label, row.path, &row.wallet)
                == (&role.name, &role.label, role.path, &role.wallet.name);
            if !same || role.address.is_some_and(|address| address != row.address) {
                failures.push(Message::new("v-rows-part").with("role", &role.name));
            }
        }
    }
    let of_manifest = |it: &Manifest| (it.addresses.clone(), it.externals.clone());
    if expected.map(of_manifest) != Some(of_manifest(&case.manifest)) {
        failures.push(Message::new("v-rows-manifest"));
    }
    report.settle(ROWS, failures, Message::new("v-rows-ok").count("rows", case.manifest.addresses.len()));
}

fn wallets(case: &Case, report: &mut Report) {
    let mut failures = Vec::new();
    for member in &case.members {
        let planned = script(case, member);
        let wallets = &member.part.wallets;
        let as_planned = |(planned, wallet): (&WalletScript, &PartWallet)| {
            let tier = u64::from(planned.wallet.tier);
            let known = planned.wallet.identity.is_none_or(|identity| identity == wallet.identity);
            let texts = (wallet.name.as_str(), wallet.entry.as_str(), wallet.signer.as_str());
            texts == (planned.name(), planned.entry(), planned.wallet.signer.as_str())
                && (wallet.tier, wallet.entries) == (tier, planned.entries())
                && known
        };
        if planned.len() != wallets.len() || !planned.iter().zip(wallets).all(as_planned) {
            failures.push(Message::new("v-wallets-differ").with("member", &member.name));
        }
    }
    let wallets: usize = case.members.iter().map(|member| member.part.wallets.len()).sum();
    let well = failures.is_empty();
    report.settle(WALLETS, failures, Message::new("v-wallets-ok").count("wallets", wallets));
    let typed = case.members.iter().flat_map(typed_on_laptop).collect::<Vec<_>>();
    if well && !typed.is_empty() {
        let message = Message::new("v-wallets-laptop").with("wallets", typed.join(", "));
        report.settle(WALLETS, Vec::new(), message);
    }
}

/// The wallets whose passphrases the laptop saw, by the signed part.
fn typed_on_laptop(member: &Member) -> impl Iterator<Item = String> {
    let typed = member.part.wallets.iter().filter(|wallet| wallet.entry != "device");
    typed.map(|wallet| format!("{}/{}", member.name, wallet.name))
}

fn policy(case: &Case, expected: Option<&Manifest>, report: &mut Report) {
    let policy = |it: &Manifest| (it.policy.clone(), it.wallet_signers.clone());
    let differs = expected.map(policy) != Some(policy(&case.manifest));
    let failures = differs.then(|| Message::new("v-policy-differs")).into_iter().collect();
    let ok = Message::new("v-policy-ok")
        .count("signers", case.manifest.policy.len())
        .count("wallets", case.manifest.wallet_signers.len());
    report.settle(POLICY, failures, ok);
}

fn unique(case: &Case, report: &mut Report) {
    let manifest = &case.manifest;
    let mut failures = Vec::new();
    let rows = || manifest.addresses.iter();
    let (contracts, externals) = (|| manifest.contracts.iter(), || manifest.externals.iter());
    let placed = externals().map(|it| it.address.clone()).filter(|it| it != "TBD");
    let addresses = rows().map(|it| it.address.to_string());
    twice(
        addresses.chain(contracts().map(|it| it.address().to_string())).chain(placed),
        "address",
        &mut failures,
    );
    let labels = rows().map(|it| it.label.as_str()).chain(contracts().map(|it| it.label()));
    twice(labels.chain(externals().map(|it| it.label.as_str())), "label", &mut failures);
    let wallets = case.members.iter().flat_map(|member| &member.part.wallets);
    twice(wallets.map(|wallet| wallet.identity), "wallet", &mut failures);
    let sealed = case.members.iter().filter_map(|member| member.sealed.as_ref());
    twice(sealed.map(|sealed| sealed.seed_commitment), "seed", &mut failures);
    report.settle(UNIQUE, failures, Message::new("v-unique-ok"));
    if !case.bundle.has_sealed() {
        report.unchecked(UNIQUE, Message::new("v-unique-seeds"));
    }
}

/// `what`: `address`, `label`, `wallet` or `seed`; the catalogs know each.
fn twice<T: Ord + Display>(items: impl Iterator<Item = T>, what: &'static str, failures: &mut Vec<Message>) {
    let mut seen = BTreeSet::new();
    for item in items {
        let text = item.to_string();
        if !seen.insert(item) {
            failures.push(Message::new("v-unique-twice").with("kind", what).with("value", text));
        }
    }
}
