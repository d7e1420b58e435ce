//! P-OWNERS and P-THRESHOLD: what `setup` of a Safe would revert on, found before it costs anything.

use super::super::draft::{Draft, Thing};
use super::super::finding::Report;
use super::super::schema::{Safe, Text};
use super::{OWNERS, THRESHOLD};
use crate::contracts::safe::{MOST_OWNERS, SENTINEL};
use crate::contracts::{FallbackHandler, Singleton, known_name};
use crate::keys::Address;
use crate::text::Problem;

/// Owners and thresholds of every Safe.
pub fn run(draft: &Draft, report: &mut Report) {
    for safe in &draft.document.safe.iter().flat_map(Safe::states).collect::<Vec<_>>() {
        if safe.owners.get_ref().is_empty() {
            let problem = Problem::finding("p-owners-none").with("safe", safe.name.get_ref());
            report.error(OWNERS, safe.owners.span(), problem);
            continue;
        }
        number(safe, report);
        owners(draft, safe, report);
        threshold(safe, report);
    }
}

/// More owners than one transaction can set up.
fn number(safe: &Safe, report: &mut Report) {
    let owners = safe.owners.get_ref().len();
    if owners > MOST_OWNERS {
        let problem = Problem::finding("p-owners-many")
            .with("safe", safe.name.get_ref())
            .with("owners", owners)
            .with("most", MOST_OWNERS);
        report.error(OWNERS, safe.owners.span(), problem);
    }
}

fn owners(draft: &Draft, safe: &Safe, report: &mut Report) {
    let mut seen: Vec<(String, &Text)> = Vec::new();
    for owner in safe.owners.get_ref() {
        let place = draft.plan.place(owner.get_ref());
        if let Some((_, before)) = seen.iter().find(|(other, _)| *other == place) {
            let problem = Problem::finding("p-owners-duplicate")
                .with("safe", safe.name.get_ref())
                .with("owner", owner.get_ref())
                .with("other", before.get_ref());
            report.error(OWNERS, owner.span(), problem);
        }
        seen.push((place, owner));
        if let Some(id) = refused(draft, safe, owner) {
            let problem =
                Problem::finding(id).with("safe", safe.name.get_ref()).with("owner", owner.get_ref());
            report.error(OWNERS, owner.span(), problem);
        }
    }
}

/// Why this owner could never sign.
fn refused(draft: &Draft, safe: &Safe, owner: &Text) -> Option<&'static str> {
    match draft.plan.thing(owner.get_ref())? {
        Thing::Split => Some("p-owners-split"),
        Thing::External(external) => match external.address {
            Some(address) if address == Address::ZERO => Some("p-owners-zero"),
            Some(address) if address == SENTINEL => Some("p-owners-sentinel"),
            Some(address) if known_name(address).is_some() => Some("p-owners-library"),
            Some(address) if runs(draft, safe, address) => Some("p-owners-own"),
            _ => None,
        },
        Thing::Role(_) | Thing::Safe => None,
    }
}

/// Whether the Safe itself runs this contract, as its singleton or fallback handler.
fn runs(draft: &Draft, safe: &Safe, address: Address) -> bool {
    draft.plan.safes.iter().filter(|plan| plan.name == *safe.name.get_ref()).any(|plan| {
        plan.singleton == Singleton::Own(address) || plan.fallback_handler == FallbackHandler::Custom(address)
    })
}

fn threshold(safe: &Safe, report: &mut Report) {
    let (threshold, owners) = (*safe.threshold.get_ref(), safe.owners.get_ref().len());
    let id = match threshold as usize {
        0 => "p-threshold-zero",
        needed if needed > owners => "p-threshold-unreachable",
        _ => return,
    };
    let problem = Problem::finding(id)
        .with("safe", safe.name.get_ref())
        .with("threshold", threshold)
        .with("owners", owners);
    report.error(THRESHOLD, safe.threshold.span(), problem);
}
