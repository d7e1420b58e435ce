//! P-EOA-CONTROLLER: whoever owns a split can change its recipients and take what it holds, in one transaction
//! (0xSplits v2: `updateSplit`, `execCalls`).

use super::super::draft::{Draft, Thing};
use super::super::finding::Report;
use super::EOA_CONTROLLER;
use crate::text::Problem;

/// Splits owned by a key of this plan, or by an external, of which the plan cannot tell what it is.
pub fn run(draft: &Draft, report: &mut Report) {
    for it in draft.document.split.iter().filter_map(|split| split.states().pop()) {
        let problem = match draft.plan.thing(it.owner.get_ref()) {
            Some(Thing::Role(role)) => Problem::finding("p-eoa-controller-role").with("wallet", &role.wallet),
            Some(Thing::External(_)) => Problem::finding("p-eoa-controller-external"),
            _ => continue,
        };
        let problem = problem.with("split", it.name.get_ref()).with("owner", it.owner.get_ref());
        report.warning(EOA_CONTROLLER, it.owner.span(), problem);
    }
}
