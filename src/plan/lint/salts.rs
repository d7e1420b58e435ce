//! P-SALT: a salt that is derived from the plan is another in the next plan.

use super::super::SplitSalt;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::SALT;
use crate::text::Problem;

/// Derived salts in any ceremony but the first: a split that is new may have one, one that stands may not.
pub fn run(draft: &Draft, report: &mut Report) {
    let sequence = draft.plan.ceremony.sequence;
    for (it, plan) in draft.document.split.iter().zip(&draft.plan.splits) {
        if sequence > 1 && matches!(plan.salt, SplitSalt::Derived(_)) {
            let problem = Problem::finding("p-salt").with("split", &plan.name).with("sequence", sequence);
            report.warning(SALT, it.salt.span(), problem);
        }
    }
}
