//! P-SHARED-SEED: a threshold above one is meant to need more than one person.

use std::collections::BTreeSet;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::{Plan, Role};
use super::SHARED_SEED;
use crate::text::Problem;

/// Safes with a threshold of two or more that one seed alone can meet. A testnet is where one person may well play
/// all owners: a warning there.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    let several = |safe: &&super::super::SafePlan| safe.after().threshold >= 2;
    if !plan.safes.iter().any(|safe| several(&safe)) {
        return;
    }
    let signable: Vec<_> = plan.seeds.iter().map(|seed| signable(plan, &seed.name)).collect();
    for (it, safe) in draft.document.safe.iter().zip(&plan.safes).filter(|(_, safe)| several(safe)) {
        let (state, Some(it)) = (safe.after(), it.states().pop()) else { continue };
        for (seed, signable) in plan.seeds.iter().zip(&signable) {
            let held = held(&state.owners, signable);
            if held.len() < state.threshold as usize {
                continue;
            }
            let problem = Problem::finding("p-shared-seed")
                .with("safe", &safe.name)
                .with("threshold", state.threshold)
                .with("seed", &seed.name)
                .with("owners", held.join(", "));
            if draft.plan.ceremony.chain.testnet {
                report.warning(SHARED_SEED, it.owners.span(), problem);
            } else {
                report.error(SHARED_SEED, it.owners.span(), problem);
            }
        }
    }
}

/// The owners that a seed can sign for. An owner that is a Safe counts where the seed meets its threshold; an external is
/// someone else's.
fn signable<'a>(plan: &'a Plan, seed: &str) -> BTreeSet<&'a str> {
    plan.signable_owners(|role: &Role| plan.wallet(&role.wallet).is_some_and(|wallet| wallet.seed == seed))
}

fn held<'a>(owners: &'a [String], signable: &BTreeSet<&str>) -> Vec<&'a str> {
    let mut held: Vec<&str> = Vec::new();
    for owner in owners {
        if signable.contains(owner.as_str()) && !held.contains(&owner.as_str()) {
            held.push(owner);
        }
    }
    held
}
