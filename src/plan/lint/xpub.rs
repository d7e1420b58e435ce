//! P-XPUB: whose addresses everybody must be able to derive again.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::XPUB;
use crate::text::Problem;

/// A wallet that keeps its xpub is one person's own affair: none of its addresses signs the manifest or owns a Safe.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    for it in &draft.document.wallet {
        let Some(kept) = &it.xpub else { continue };
        let own = plan.wallets.iter().filter(|wallet| {
            wallet.id.name == *it.name.get_ref()
                && it.custodian.as_ref().is_some_and(|custodian| *custodian.get_ref() == wallet.id.custodian)
        });
        for role in own.flat_map(|wallet| plan.roles_of(&wallet.id)) {
            let about =
                |id: &'static str| Problem::finding(id).with("wallet", &role.wallet).with("role", &role.name);
            let is = |name: &String| *name == role.name;
            if plan.signers.iter().any(is) {
                report.error(XPUB, kept.span(), about("p-xpub-signer"));
            }
            let owned = plan.safes.iter().find(|safe| {
                let states = [safe.before().owners, safe.after().owners];
                safe.owners.iter().any(is) || states.iter().any(|owners| owners.iter().any(is))
            });
            if let Some(safe) = owned {
                report.error(XPUB, kept.span(), about("p-xpub-owner").with("safe", &safe.name));
            }
        }
    }
}
