//! P-CHANGE: what a ceremony may decide of a contract that stands already.

use std::collections::BTreeSet;

use toml::Spanned;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::schema::{self, Text};
use super::super::{Plan, Recipient, SafePlan, SafeState, SplitPlan, SplitState};
use super::CHANGE;
use crate::text::Problem;

/// The sections `now` and `next` of every contract: what they say must differ, and somebody must be able to make it so.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, plan) in draft.document.safe.iter().zip(&draft.plan.safes) {
        safe(draft, it, plan, report);
        one_chain(&it.name, it.next.is_some(), &it.chains, report);
    }
    for (it, plan) in draft.document.split.iter().zip(&draft.plan.splits) {
        split(draft, it, plan, report);
        one_chain(&it.name, it.next.is_some(), &it.chains, report);
    }
}

fn about(id: &'static str, contract: &str) -> Problem {
    Problem::finding(id).with("contract", contract)
}

/// A change is made on one chain, while the manifest would say it of all of them.
fn one_chain(name: &Text, changes: bool, chains: &Spanned<Vec<Spanned<u64>>>, report: &mut Report) {
    let count = chains.get_ref().len();
    if changes && count > 1 {
        report.error(CHANGE, chains.span(), about("p-change-chains", name.get_ref()).with("chains", count));
    }
}

fn safe(draft: &Draft, it: &schema::Safe, safe: &SafePlan, report: &mut Report) {
    if let Some(next) = &it.next
        && owners(draft, &safe.before()) == owners(draft, &safe.after())
    {
        report.error(CHANGE, next.owners.span(), about("p-change-none", &safe.name));
    }
    for owner in unsigned(draft, it, safe) {
        let problem = about("p-change-unsigned", &safe.name).with("owner", owner.get_ref());
        report.error(CHANGE, owner.span(), problem);
    }
    for owner in it.now.iter().chain(&it.next).flat_map(|state| state.owners.get_ref()) {
        let mut trail = vec![owner.get_ref().as_str()];
        if leads(&draft.plan, &safe.name, &mut trail, &mut BTreeSet::new()) {
            let circle = [&[safe.name.as_str()][..], &trail].concat().join(" -> ");
            report.error(CHANGE, owner.span(), about("p-change-circle", &safe.name).with("circle", circle));
        }
    }
}

/// The owners that a Safe shall have and that do not sign the manifest which says so: a key that nobody has would be found
/// too late. Only keys of this plan can sign it.
fn unsigned<'d>(draft: &'d Draft, it: &'d schema::Safe, safe: &SafePlan) -> Vec<&'d Text> {
    let Some(next) = &it.next else { return Vec::new() };
    if owners(draft, &safe.before()).0 == owners(draft, &safe.after()).0 {
        return Vec::new();
    }
    let plan = &draft.plan;
    let signs =
        |owner: &&Text| plan.role(owner.get_ref()).is_some() && !plan.signers.contains(owner.get_ref());
    next.owners.get_ref().iter().filter(signs).collect()
}

/// Whether the end of a trail is a Safe, or leads to it through who owns Safes after the ceremony; the trail then goes there.
fn leads<'a>(plan: &'a Plan, safe: &str, trail: &mut Vec<&'a str>, seen: &mut BTreeSet<&'a str>) -> bool {
    let Some(&end) = trail.last() else { return false };
    if end == safe {
        return true;
    }
    let Some(through) = plan.safes.iter().find(|it| it.name == end).filter(|_| seen.insert(end)) else {
        return false;
    };
    let after = through.next.as_ref().or(through.now.as_ref()).map_or(&through.owners, |state| &state.owners);
    after.iter().any(|owner| {
        trail.push(owner);
        let arrives = leads(plan, safe, trail, seen);
        if !arrives {
            trail.pop();
        }
        arrives
    })
}

fn split(draft: &Draft, it: &schema::Split, split: &SplitPlan, report: &mut Report) {
    if let Some(state) = it.now.as_ref().or(it.next.as_ref()).filter(|_| split.version == "1") {
        return report.error(CHANGE, state.owner.span(), about("p-change-v1", &split.name));
    }
    for to in it.now.iter().chain(&it.next).flat_map(|state| &state.recipient).map(|it| &it.to) {
        if *to.get_ref() == split.name {
            report.error(CHANGE, to.span(), about("p-change-itself", &split.name));
        }
    }
    let same = |one: &SplitState, other: &SplitState| recipients(draft, one) == recipients(draft, other);
    let (created, before, after) = (split.created(), split.before(), split.after());
    if let Some(now) = it.now.as_ref().filter(|_| created.owner.is_none() && !same(&created, &before)) {
        return report.error(CHANGE, now.owner.span(), about("p-change-never", &split.name));
    }
    let Some(next) = &it.next else { return };
    if same(&before, &after) {
        report.error(CHANGE, next.owner.span(), about("p-change-none", &split.name));
    } else if before.owner.is_none() {
        report.error(CHANGE, next.owner.span(), about("p-change-immutable", &split.name));
    }
}

/// The order of owners is the contract's business and none of a team's.
fn owners(draft: &Draft, state: &SafeState) -> (BTreeSet<String>, u32) {
    (state.owners.iter().map(|owner| draft.plan.place(owner)).collect(), state.threshold)
}

fn recipients(draft: &Draft, state: &SplitState) -> (BTreeSet<(String, u64)>, Option<String>, u16) {
    let place = |it: &Recipient| (draft.plan.place(&it.to), it.share);
    let owner = state.owner.as_ref().map(|owner| draft.plan.place(owner));
    (state.recipients.iter().map(place).collect(), owner, state.incentive)
}
