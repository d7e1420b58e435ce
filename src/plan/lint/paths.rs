//! P-PATH-COLLISION: one wallet and path, one role; one account, one name.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::super::addresses;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::repeats::may_repeat;
use super::PATH_COLLISION;
use crate::text::Problem;

/// Two roles on one wallet and path, and accounts with two names.
pub fn run(draft: &Draft, report: &mut Report) {
    roles(draft, report);
    accounts(draft, report);
}

/// Two ranges that overlap are one finding, however much they share.
fn roles(draft: &Draft, report: &mut Report) {
    if !may_repeat(draft.plan.roles.iter().map(|role| (&role.wallet, role.path))) {
        return;
    }
    let mut first = HashMap::new();
    let mut reported = BTreeSet::new();
    for (role, origin) in draft.plan.roles.iter().zip(&draft.origins) {
        let Some(&(before, at)) = first.get(&(&role.wallet, role.path)) else {
            first.insert((&role.wallet, role.path), (&role.name, origin.path.start));
            continue;
        };
        let pair = (at, origin.path.start);
        if !reported.insert(pair) {
            continue;
        }
        let problem = Problem::finding("p-path-collision-role")
            .with("role", &role.name)
            .with("other", before)
            .with("line", report.source().position(at).line)
            .with("wallet", &role.wallet)
            .with("path", role.path);
        report.error(PATH_COLLISION, origin.path.clone(), problem);
    }
}

fn accounts(draft: &Draft, report: &mut Report) {
    let mut first = BTreeMap::new();
    for it in addresses::declared(&draft.document) {
        let key = (it.wallet.clone(), it.number);
        let Some((name, start)) = first.get(&key) else {
            first.insert(key, (it.name, it.span.start));
            continue;
        };
        let problem = Problem::finding("p-path-collision-account")
            .with("account", it.number)
            .with("wallet", &it.wallet)
            .with("name", &it.name)
            .with("other", name)
            .with("line", report.source().position(*start).line);
        report.error(PATH_COLLISION, it.span, problem);
    }
}
