//! P-EOA-MANAGED: a key stays a key. No Safe can be put over an address that a wallet gives.

use std::collections::BTreeSet;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::protocols::protocols;
use super::super::words::Said;
use super::super::{Plan, Role};
use super::EOA_MANAGED;
use crate::text::Problem;

/// What is said of an address that is thought to be under a Safe.
const MANAGED: [&str; 9] = [
    "multisig",
    "safemanaged",
    "managedbysafe",
    "managedbyasafe",
    "managedbythesafe",
    "undersafe",
    "underasafe",
    "underthesafe",
    "bysafe",
];

/// What is said of money that belongs to several people.
const SHARED: [&str; 6] = ["team", "shared", "common", "joint", "pool", "treasury"];

/// What is said of money that belongs to one.
const PERSONAL: [&str; 4] = ["personal", "private", "own", "member"];

/// Roles that are called managed by a Safe, and recipients of splits that are called everybody's.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    let (owners, recipients) = (owners(plan), recipients(plan));
    for (kind, roles) in draft.kinds() {
        let said = Said::of(&plan.texts_of(kind));
        let managed = is_any_said(&said, &MANAGED);
        let shared = is_shared(&said);
        if !managed && !shared {
            continue;
        }
        for (role, origin) in roles {
            // The owners of a Safe may well be called after it.
            let id = if managed && !owners.contains(role.name.as_str()) {
                "p-eoa-managed-called"
            } else if shared && recipients.contains(role.name.as_str()) {
                "p-eoa-managed-shared"
            } else {
                continue;
            };
            report.warning(EOA_MANAGED, origin.label.clone(), problem(id, role));
        }
    }
}

fn problem(id: &'static str, role: &Role) -> Problem {
    Problem::finding(id)
        .with("role", &role.name)
        .with("label", &role.label)
        .with("wallet", &role.wallet)
        .with("custodian", &role.wallet.custodian)
}

fn owners(plan: &Plan) -> BTreeSet<String> {
    plan.safes.iter().flat_map(|safe| safe.after().owners).collect()
}

fn recipients(plan: &Plan) -> BTreeSet<String> {
    plan.splits.iter().flat_map(|split| split.after().recipients).map(|it| it.to).collect()
}

/// A protocol's name may have such a word in it, as Rocket Pool's has; personal payouts are said to be so.
fn is_shared(said: &Said) -> bool {
    let named = protocols().iter().any(|protocol| protocol.is_named_in(said));
    !named && is_any_said(said, &SHARED) && !is_any_said(said, &PERSONAL)
}

fn is_any_said(said: &Said, phrases: &[&str]) -> bool {
    phrases.iter().any(|phrase| said.says(phrase))
}
