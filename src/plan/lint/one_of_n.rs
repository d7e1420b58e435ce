//! P-ONE-OF-N: a Safe that one signature moves protects no better than the weakest of its owners' keys.

use super::super::draft::{Draft, Thing};
use super::super::finding::Report;
use super::{ONE_OF_N, listed};
use crate::text::Problem;

/// Safes with a threshold of one: of several owners, or of a single key. A single owner that is itself a Safe has that
/// one's threshold, and what a single external is, a plan cannot tell.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, safe) in draft.document.safe.iter().zip(&draft.plan.safes) {
        let (state, Some(it)) = (safe.after(), it.states().pop()) else { continue };
        let id = match (state.threshold, &state.owners[..]) {
            (1, [only]) => match draft.plan.thing(only) {
                Some(Thing::Role(_)) => "p-one-of-n-single",
                _ => continue,
            },
            (1, [_, ..]) => "p-one-of-n",
            _ => continue,
        };
        let problem = Problem::finding(id)
            .with("safe", &safe.name)
            .with("number", state.owners.len())
            .with("owners", listed(state.owners.iter().map(String::as_str)));
        report.warning(ONE_OF_N, it.threshold.span(), problem);
    }
}
