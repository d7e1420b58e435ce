//! P-REACH: an address is of little use in a program that cannot get to it.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::programs::programs;
use super::{REACH, listed};
use crate::text::Problem;

/// One finding a wallet and program: the roles that a program does not reach which people expect to.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, wallet) in draft.document.wallet.iter().zip(&draft.plan.wallets) {
        for program in programs().iter().filter(|program| program.warn) {
            let beyond = draft.plan.roles_of(&wallet.id).filter(|role| program.reach(role.path).is_none());
            let beyond: Vec<&str> = beyond.map(|role| role.name.as_str()).collect();
            if beyond.is_empty() {
                continue;
            }
            let problem = Problem::finding("p-reach")
                .with("program", &program.name)
                .with("forms", program.forms())
                .with("wallet", &wallet.id)
                .with("roles", listed(beyond));
            report.warning(REACH, it.name.span(), problem);
        }
    }
}
