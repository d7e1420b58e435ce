//! P-CONTRACT-DUPLICATE: a contract's inputs are its address.

use std::collections::BTreeMap;
use std::ops::Range;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::{Plan, SafePlan, SplitPlan};
use super::CONTRACT_DUPLICATE;
use crate::text::Problem;

/// Two Safes or two splits with equal inputs.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    let safes = plan.safes.iter().zip(&draft.document.safe);
    same(safes.map(|(safe, it)| (safe_inputs(plan, safe), &*safe.name, it.name.span())), report);
    let splits = plan.splits.iter().zip(&draft.document.split);
    same(splits.map(|(split, it)| (split_inputs(plan, split), &*split.name, it.name.span())), report);
}

fn same<'a, K: Ord>(contracts: impl Iterator<Item = (K, &'a str, Range<usize>)>, report: &mut Report) {
    let mut first = BTreeMap::new();
    for (inputs, name, span) in contracts {
        let Some(&other) = first.get(&inputs) else {
            first.insert(inputs, name);
            continue;
        };
        let problem = Problem::finding("p-contract-duplicate").with("contract", name).with("other", other);
        report.error(CONTRACT_DUPLICATE, span, problem);
    }
}

/// The owners' order is part of a Safe's initializer, hence of its address.
fn safe_inputs(plan: &Plan, safe: &SafePlan) -> impl Ord {
    let owners: Vec<_> = safe.owners.iter().map(|owner| plan.place(owner)).collect();
    let choices = format!(
        "{} {} {} {} {}",
        safe.version, safe.deployment, safe.singleton, safe.fallback_handler, safe.method
    );
    (owners, safe.threshold, choices, safe.preset.clone(), safe.salt_nonce)
}

/// Recipients are sorted before a split is made, so their order in the plan is no input.
fn split_inputs(plan: &Plan, split: &SplitPlan) -> impl Ord {
    let mut recipients: Vec<_> = split.recipients.iter().map(|it| (plan.place(&it.to), it.share)).collect();
    recipients.sort();
    let owner = split.owner.as_ref().map(|owner| plan.place(owner));
    (recipients, owner, split.kind.clone(), split.version.clone(), split.salt.bytes(), split.incentive)
}
