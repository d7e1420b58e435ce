//! P-SESSIONS: a Trezor keeps ten wallets open.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::SESSIONS;
use crate::text::Problem;

/// How many sessions a Trezor keeps; the one used longest ago gives way to the next (core/src/storage/cache.py).
const SESSIONS_MAX: usize = 10;

/// Custodians with more wallets than that: they sign in the order in which they were opened, so that each may have to
/// be opened again.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, custodian) in draft.document.custodian.iter().zip(&draft.plan.custodians) {
        let wallets = draft.plan.wallets_of(&custodian.name).count();
        if wallets > SESSIONS_MAX {
            let problem = Problem::finding("p-sessions")
                .with("member", &custodian.name)
                .with("wallets", wallets)
                .with("most", SESSIONS_MAX);
            report.warning(SESSIONS, it.name.span(), problem);
        }
    }
}
