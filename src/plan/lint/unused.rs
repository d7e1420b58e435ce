//! P-REF: nothing stands in a plan without a use. What nobody needs is a slip of the pen or a leftover.

use std::collections::BTreeSet;

use super::super::addresses;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::REF;
use crate::text::Problem;

/// Custodians and seeds without a wallet, wallets and named accounts without a role.
pub fn run(draft: &Draft, report: &mut Report) {
    let (plan, document) = (&draft.plan, &draft.document);
    let mut unused = Vec::new();
    for it in &document.custodian {
        let used = plan.wallets.iter().any(|wallet| wallet.id.custodian == *it.name.get_ref());
        unused.extend((!used).then(|| ("custodian", it.name.get_ref().clone(), it.name.span())));
    }
    for it in &document.seed {
        let used = plan.wallets.iter().any(|wallet| wallet.seed == *it.name.get_ref());
        unused.extend((!used).then(|| ("seed", it.name.get_ref().clone(), it.name.span())));
    }
    for (it, wallet) in document.wallet.iter().zip(&plan.wallets) {
        let used = plan.roles_of(&wallet.id).next().is_some();
        unused.extend((!used).then(|| ("wallet", wallet.id.to_string(), it.name.span())));
    }
    let used: BTreeSet<_> = plan.roles.iter().map(|role| (&role.wallet, role.path.account())).collect();
    for it in addresses::declared(document) {
        let used = used.contains(&(&it.wallet, it.number));
        unused.extend((!used).then_some(("account", it.name, it.span)));
    }
    for (what, name, span) in unused {
        report.error(REF, span, Problem::finding("p-ref-unused").with("what", what).with("name", name));
    }
}
