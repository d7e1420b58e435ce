//! P-CARRIED: what is taken over from an earlier ceremony says all that is known of it.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::{Role, WalletId};
use super::CARRIED;
use crate::text::Problem;

/// Roles with `confirmed`: an earlier ceremony, an address, a wallet that is known by its identity and by its first role.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    let mut seen: Vec<&WalletId> = Vec::new();
    for (role, origin) in plan.roles.iter().zip(&draft.origins) {
        let Some(confirmed) = role.confirmed else { continue };
        let about = |id: &'static str| Problem::finding(id).with("role", &role.name);
        if !(1..plan.ceremony.sequence).contains(&confirmed) {
            let problem = about("p-carried-sequence").with("confirmed", confirmed);
            report.error(CARRIED, origin.name.clone(), problem.with("sequence", plan.ceremony.sequence));
        }
        if role.address.is_none() {
            report.error(CARRIED, origin.name.clone(), about("p-carried-address"));
        }
        if seen.contains(&&role.wallet) {
            continue;
        }
        seen.push(&role.wallet);
        let about = |id: &'static str| about(id).with("wallet", &role.wallet);
        if plan.wallet(&role.wallet).is_some_and(|wallet| wallet.identity.is_none()) {
            report.error(CARRIED, origin.name.clone(), about("p-carried-identity"));
        }
        let first = |it: &&Role| it.confirmed.is_some();
        if !plan.roles_of(&role.wallet).next().is_some_and(|it| first(&it)) {
            report.error(CARRIED, origin.name.clone(), about("p-carried-first"));
        }
    }
}
