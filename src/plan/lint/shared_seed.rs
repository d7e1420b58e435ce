//! P-SHARED-SEED: a threshold above one is meant to need more than one person.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::{Plan, Role};
use super::SHARED_SEED;
use crate::text::Problem;

/// Safes with a threshold of two or more that one seed alone can meet. A testnet is where one person may well play
/// all owners: a warning there.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, safe) in draft.document.safe.iter().zip(&draft.plan.safes) {
        let (state, Some(it)) = (safe.after(), it.states().pop()) else { continue };
        if state.threshold < 2 {
            continue;
        }
        for seed in &draft.plan.seeds {
            let held = held(&draft.plan, &state.owners, &seed.name);
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

/// Those of a Safe's owners that a seed can sign for. An owner that is a Safe counts where the seed meets its threshold;
/// an external is someone else's.
fn held<'a>(plan: &Plan, owners: &'a [String], seed: &str) -> Vec<&'a str> {
    let lies = |role: &Role| plan.wallet(&role.wallet).is_some_and(|wallet| wallet.seed == seed);
    let signable = plan.signable(lies);
    let mut held: Vec<&str> = Vec::new();
    for owner in owners {
        if signable.contains(owner.as_str()) && !held.contains(&owner.as_str()) {
            held.push(owner);
        }
    }
    held
}
