//! P-CHANGE: what a ceremony may decide of a contract that stands already.

use std::collections::BTreeSet;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::{Recipient, SafeState, SplitState};
use super::CHANGE;
use crate::text::Problem;

/// `[safe.next]` and `[split.next]` that change nothing, or what nobody can change.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    for (it, safe) in draft.document.safe.iter().zip(&plan.safes) {
        let Some(next) = &it.next else { continue };
        if owners(draft, &safe.before()) == owners(draft, &safe.after()) {
            let problem = Problem::finding("p-change-none").with("contract", &safe.name);
            report.error(CHANGE, next.owners.span(), problem);
        }
    }
    for (it, split) in draft.document.split.iter().zip(&plan.splits) {
        if let Some(state) = it.now.as_ref().or(it.next.as_ref()).filter(|_| split.version == "1") {
            let problem = Problem::finding("p-change-v1").with("contract", &split.name);
            report.error(CHANGE, state.owner.span(), problem);
            continue;
        }
        let Some(next) = &it.next else { continue };
        let (before, after) = (split.before(), split.after());
        let id = if recipients(draft, &before) == recipients(draft, &after) {
            "p-change-none"
        } else if before.owner.is_none() {
            "p-change-immutable"
        } else {
            continue;
        };
        report.error(CHANGE, next.owner.span(), Problem::finding(id).with("contract", &split.name));
    }
}

/// The order of owners is the contract's business and none of a team's.
fn owners(draft: &Draft, state: &SafeState) -> (BTreeSet<String>, u32) {
    (state.owners.iter().map(|owner| draft.plan.place(owner)).collect(), state.threshold)
}

fn recipients(draft: &Draft, state: &SplitState) -> (BTreeSet<(String, u64)>, Option<String>, u16) {
    let place = |it: &Recipient| (draft.plan.place(&it.to), it.share);
    let owner = state.owner.as_ref().map(|owner| draft.plan.place(owner));
    (state.recipients.iter().map(place).collect(), owner, state.incentive)
}
