//! Whether manifest and parts are what the plan wants.

use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fmt::Display;
use std::hash::Hash;

use super::checks::{POLICY, ROWS, UNIQUE, WALLETS};
use super::history::breach;
use super::{Case, Evidence, Report};
use crate::ceremony::WalletScript;
use crate::manifest::passage;
use crate::manifest::{Manifest, Part, PartWallet, Previous};
use crate::plan::{EntryPlace, WalletId, may_repeat};
use crate::text::Message;

/// `V-ROWS`, `V-WALLETS`, `V-POLICY`, `V-UNIQUE`.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let expected = case.expected().ok().map(|(manifest, _)| manifest);
    rows(case, expected, report);
    wallets(case, report);
    policy(case, expected, report);
    unique(case, evidence, report);
}

fn rows(case: &Case, expected: Option<&Manifest>, report: &mut Report) {
    let mut failures = Vec::new();
    for member in &case.members {
        let planned: Vec<_> = member.script.wallets.iter().flat_map(|wallet| &wallet.roles).collect();
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
    fn of_manifest(it: &Manifest) -> impl PartialEq {
        (&it.addresses, &it.externals, &it.retired)
    }
    if expected.map(of_manifest) != Some(of_manifest(&case.manifest)) {
        failures.push(Message::new("v-rows-manifest"));
    }
    report.settle(ROWS, failures, Message::new("v-rows-ok").count("rows", case.manifest.addresses.len()));
}

fn wallets(case: &Case, report: &mut Report) {
    let mut failures = Vec::new();
    for member in &case.members {
        let planned = &member.script.wallets;
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
    let ok = Message::new("v-wallets-ok").count("wallets", wallets);
    report.settle_of(&case.members, WALLETS, failures, ok);
    if well {
        typed_on_laptop(case, report);
    }
}

/// Names the wallets whose passphrases a laptop saw, by the signed parts: of this ceremony, and of earlier ones that
/// something is carried from, as far as the plan still has those wallets.
fn typed_on_laptop(case: &Case, report: &mut Report) {
    let names = |part: &Part| {
        let typed = part.wallets.iter().filter(|wallet| wallet.entry != EntryPlace::Device.as_str());
        let ids = typed.map(|wallet| WalletId::new(&part.member, &wallet.name));
        let held = ids.filter(|id| case.plan.wallet(id).is_some());
        held.map(|id| id.to_string()).collect::<Vec<_>>()
    };
    let here: Vec<_> = case.members.iter().flat_map(|member| names(&member.part)).collect();
    let mut then: BTreeMap<u64, Vec<String>> = BTreeMap::new();
    for (past, part) in case.earlier.iter().filter_map(|past| Some((past, past.part()?))) {
        then.entry(past.sequence).or_default().extend(names(part));
    }
    let mut say = |message: Message, wallets: Vec<String>| {
        if !wallets.is_empty() {
            report.settle(WALLETS, Vec::new(), message.with("wallets", wallets.join(", ")));
        }
    };
    say(Message::new("v-wallets-laptop"), here);
    for (sequence, wallets) in then {
        say(Message::new("v-wallets-laptop-then").with("sequence", sequence), wallets);
    }
}

fn policy(case: &Case, expected: Option<&Manifest>, report: &mut Report) {
    fn policy(it: &Manifest) -> impl PartialEq {
        (&it.policy, &it.wallet_signers, it.succession)
    }
    let differs = expected.map(policy) != Some(policy(&case.manifest));
    let failures = differs.then(|| Message::new("v-policy-differs")).into_iter().collect();
    let ok = Message::new("v-policy-ok")
        .count("signers", case.manifest.policy.len())
        .count("wallets", case.manifest.wallet_signers.len());
    report.settle(POLICY, failures, ok);
}

fn unique(case: &Case, evidence: &Evidence, report: &mut Report) {
    let manifest = &case.manifest;
    let mut failures = Vec::new();
    let gone = || manifest.retired.iter();
    let addresses = manifest.live().map(|it| it.address);
    twice(addresses.chain(gone().map(|it| it.address)), "address", &mut failures);
    let labels = || manifest.live().map(|it| it.label).chain(gone().map(|it| it.label.as_str()));
    let waiting = manifest.externals.iter().filter(|it| it.address == "TBD").map(|it| it.label.as_str());
    twice(labels().chain(waiting), "label", &mut failures);
    twice(case.plan.wallets.iter().filter_map(|it| case.identity(&it.id)), "wallet", &mut failures);
    let sealed = case.members.iter().filter_map(|member| member.sealed.as_ref());
    let sealed = sealed.chain(case.earlier.iter().filter_map(|past| past.sealed.as_ref()));
    // A commitment is its ceremony's, so the same member's stands once for each.
    twice(sealed.map(|sealed| sealed.seed_commitment), "seed", &mut failures);
    failures.extend(reused(case, evidence));
    report.settle(UNIQUE, failures, Message::new("v-unique-ok"));
    if !case.bundle.has_sealed() {
        return report.unchecked(UNIQUE, Message::new("v-unique-seeds"));
    }
    for (member, others) in strangers(case) {
        let apart = Message::new("v-unique-seeds-apart").with("member", member);
        report.unchecked(UNIQUE, apart.with("others", others.join(", ")));
    }
}

/// Labels that an earlier manifest gives to another address than this one does.
fn reused(case: &Case, evidence: &Evidence) -> Vec<Message> {
    let before = |it: &&Previous| it.manifest.ceremony.sequence < case.manifest.ceremony.sequence;
    let earlier = evidence.previous.iter().filter(before);
    let reused: BTreeSet<_> = earlier.flat_map(|it| passage::reused(&it.manifest, &case.manifest)).collect();
    reused.iter().map(breach).collect()
}

/// Members with those after them, in the plan's order, whose seeds nothing here compares: a commitment is its ceremony's, and
/// they have none in common.
fn strangers<'c>(case: &'c Case) -> Vec<(&'c str, Vec<&'c str>)> {
    let mut held: BTreeMap<&str, BTreeSet<(&str, u64)>> = BTreeMap::new();
    let here = case.members.iter().map(|member| (member.name.as_str(), member.sealed.as_ref()));
    let past = case.earlier.iter().map(|past| (past.member.as_str(), past.sealed.as_ref()));
    for (member, sealed) in here.chain(past) {
        let ceremony = sealed.map(|sealed| (sealed.ceremony.id.as_str(), sealed.ceremony.sequence));
        held.entry(member).or_default().extend(ceremony);
    }
    let in_order = case.plan.custodians.iter().filter_map(|it| held.get_key_value(it.name.as_str()));
    let members: Vec<_> = in_order.collect();
    let apart = |(at, (member, mine)): (usize, &(&&'c str, &BTreeSet<_>))| {
        let others = members[at + 1..].iter().filter(|(_, theirs)| mine.is_disjoint(theirs));
        (**member, others.map(|(other, _)| **other).collect::<Vec<_>>())
    };
    let apart = members.iter().enumerate().map(apart);
    apart.filter(|(_, others)| !others.is_empty()).collect()
}

/// `what`: `address`, `label`, `wallet` or `seed`; the catalogs know each.
fn twice<T: Copy + Eq + Hash + Display>(
    items: impl Iterator<Item = T> + Clone,
    what: &'static str,
    failures: &mut Vec<Message>,
) {
    if !may_repeat(items.clone()) {
        return;
    }
    let mut seen = HashSet::new();
    let again = items.filter(|item| !seen.insert(*item));
    failures.extend(again.map(|item| Message::new("v-unique-twice").with("kind", what).with("value", item)));
}
