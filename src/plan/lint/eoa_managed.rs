//! P-EOA-MANAGED: a key stays a key. No Safe can be put over an address that a wallet gives.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::protocols::protocols;
use super::super::words::says;
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
    for (role, origin) in plan.roles.iter().zip(&draft.origins) {
        let id = if is_managed(plan, role) {
            "p-eoa-managed-called"
        } else if is_shared(plan, role) {
            "p-eoa-managed-shared"
        } else {
            continue;
        };
        let problem = Problem::finding(id)
            .with("role", &role.name)
            .with("label", &role.label)
            .with("wallet", &role.wallet)
            .with("custodian", &role.wallet.custodian);
        report.warning(EOA_MANAGED, origin.label.clone(), problem);
    }
}

/// The owners of a Safe may well be called after it.
fn is_managed(plan: &Plan, role: &Role) -> bool {
    let owns = plan.safes.iter().any(|safe| safe.after().owners.contains(&role.name));
    !owns && is_said(plan, role, &MANAGED)
}

/// A protocol's name may have such a word in it, as Rocket Pool's has; personal payouts are said to be so.
fn is_shared(plan: &Plan, role: &Role) -> bool {
    let mut recipients = plan.splits.iter().flat_map(|split| split.after().recipients);
    let named = protocols().iter().any(|protocol| protocol.is_named_by(plan, role));
    let receives = recipients.any(|it| it.to == role.name);
    receives && !named && is_said(plan, role, &SHARED) && !is_said(plan, role, &PERSONAL)
}

fn is_said(plan: &Plan, role: &Role, phrases: &[&str]) -> bool {
    plan.texts_of(role).iter().any(|text| phrases.iter().any(|phrase| says(text, phrase)))
}
