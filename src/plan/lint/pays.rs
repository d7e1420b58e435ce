//! P-PAYS: push or pull, by what a split will divide.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::PAYS;
use crate::contracts::token::{Advice, advice};
use crate::text::Problem;

/// Every token that a split says it pays.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, plan) in draft.document.split.iter().zip(&draft.plan.splits) {
        let Ok(kind) = plan.kind.parse() else { continue };
        for token in it.pays.iter().flatten() {
            let Some(advice) = advice(token.get_ref(), &plan.version, kind, &plan.chains) else { continue };
            let problem = match advice {
                Advice::Rebasing { wrapped, .. } => {
                    Problem::finding("p-pays-rebasing").with("wrapped", wrapped)
                }
                Advice::Stuck(_) => Problem::finding("p-pays-stuck"),
                Advice::Blocklist(_) => Problem::finding("p-pays-blocklist"),
                Advice::Unknown(_) => Problem::finding("p-pays-unknown"),
            };
            let problem = problem.with("split", &plan.name).with("token", token.get_ref());
            report.warning(PAYS, token.span(), problem);
        }
    }
}
