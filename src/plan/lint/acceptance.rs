//! Warnings that the team accepts by name, with a reason.

use super::super::Finding;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::{LINTS, REF};
use crate::text::Problem;

/// Takes accepted warnings out of the report. Accepting an error, or what was not found, is an error.
pub fn run(draft: &Draft, report: &mut Report) -> Vec<(Finding, String)> {
    let mut accepted = Vec::new();
    for (it, plan) in draft.document.accept.iter().zip(&draft.plan.accepted) {
        let found = |list: &[Finding]| list.iter().any(|finding| finding.lint == plan.lint);
        let id = if !LINTS.contains(&plan.lint.as_str()) {
            "p-ref-accept-unknown"
        } else if found(&report.errors) {
            "p-ref-accept-error"
        } else if found(&report.warnings) {
            let (taken, left) = report.warnings.drain(..).partition(|finding| finding.lint == plan.lint);
            report.warnings = left;
            let taken: Vec<Finding> = taken;
            accepted.extend(taken.into_iter().map(|finding| (finding, plan.reason.clone())));
            continue;
        } else {
            "p-ref-accept-unused"
        };
        report.error(REF, it.lint.span(), Problem::finding(id).with("lint", &plan.lint));
    }
    accepted
}
