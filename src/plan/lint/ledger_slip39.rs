//! P-LEDGER-SLIP39: Ledger devices read BIP-39 words only.

use super::super::SeedKind;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::LEDGER_SLIP39;
use crate::text::Problem;

/// SLIP-39 seeds that the team wants to be able to move to a Ledger.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, seed) in draft.document.seed.iter().zip(&draft.plan.seeds) {
        let slip39 = matches!(seed.kind, SeedKind::Slip39Words20 | SeedKind::Slip39Words33);
        if slip39 && seed.may_move_to_ledger {
            let problem = Problem::finding("p-ledger-slip39").with("seed", &seed.name);
            report.warning(LEDGER_SLIP39, it.may_move_to_ledger.span(), problem);
        }
    }
}
