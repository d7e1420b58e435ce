//! P-SPLIT: stricter than the contract, which takes duplicates, zeros and empty lists and then cannot pay out.

use std::collections::BTreeMap;

use super::super::draft::{Draft, Thing};
use super::super::finding::Report;
use super::super::schema::{Recipient, Split, Text};
use super::SPLIT;
use crate::contracts::known_name;
use crate::keys::Address;
use crate::text::Problem;

/// A distribution to more recipients nears the gas that one transaction may use (0xSplits' own advice).
const RECIPIENTS_MAX: usize = 400;

/// The largest integer that every JSON reader holds exactly (RFC 8259 §6): what is signed must read alike everywhere.
const SUM_MAX: u64 = (1 << 53) - 1;

/// What shares of a version 1 split must add up to (SplitMain.sol, `PERCENTAGE_SCALE`).
const SUM_V1: u64 = 1_000_000;

/// Recipients and shares of every split.
pub fn run(draft: &Draft, report: &mut Report) {
    for split in &draft.document.split.iter().flat_map(Split::states).collect::<Vec<_>>() {
        number(split, report);
        sum(split, report);
        for recipient in &split.recipient {
            share(split, recipient, report);
            address(draft, split, recipient, report);
            library(draft, split, &recipient.to, report);
        }
        owner(draft, split, report);
        library(draft, split, &split.owner, report);
        version_one(split, report);
        salt(split, report);
        duplicates(draft, split, report);
    }
}

fn about(id: &'static str, split: &Split) -> Problem {
    Problem::finding(id).with("split", split.name.get_ref())
}

fn number(split: &Split, report: &mut Report) {
    let recipients = split.recipient.len();
    let id = match recipients {
        0..2 => "p-split-few",
        RECIPIENTS_MAX.. if recipients > RECIPIENTS_MAX => "p-split-many",
        _ => return,
    };
    let problem = about(id, split).with("recipients", recipients).with("max", RECIPIENTS_MAX);
    report.error(SPLIT, split.name.span(), problem);
}

fn sum(split: &Split, report: &mut Report) {
    let sum: u128 = split.recipient.iter().map(|it| u128::from(*it.share.get_ref())).sum();
    if sum > u128::from(SUM_MAX) {
        let problem = about("p-split-sum", split).with("sum", sum).with("max", SUM_MAX);
        report.error(SPLIT, split.name.span(), problem);
    } else if split.version.get_ref() == "1" && sum != u128::from(SUM_V1) {
        let problem = about("p-split-sum-v1", split).with("sum", sum).with("whole", SUM_V1);
        report.error(SPLIT, split.name.span(), problem);
    }
}

fn share(split: &Split, recipient: &Recipient, report: &mut Report) {
    if *recipient.share.get_ref() == 0 {
        let problem = about("p-split-zero-share", split).with("recipient", recipient.to.get_ref());
        report.error(SPLIT, recipient.share.span(), problem);
    }
}

/// A contract of Safe or 0xSplits gives nothing back.
fn library(draft: &Draft, split: &Split, named: &Text, report: &mut Report) {
    if let Some(Thing::External(external)) = draft.plan.thing(named.get_ref())
        && let Some(contract) = external.address.and_then(known_name)
    {
        let problem =
            about("p-split-library", split).with("named", named.get_ref()).with("contract", contract);
        report.error(SPLIT, named.span(), problem);
    }
}

fn address(draft: &Draft, split: &Split, recipient: &Recipient, report: &mut Report) {
    if let Some(Thing::External(external)) = draft.plan.thing(recipient.to.get_ref())
        && external.address == Some(Address::ZERO)
    {
        let problem = about("p-split-zero-address", split).with("recipient", recipient.to.get_ref());
        report.error(SPLIT, recipient.to.span(), problem);
    }
}

/// The zero address as owner would silently mean that nobody may ever change the split.
fn owner(draft: &Draft, split: &Split, report: &mut Report) {
    if let Some(Thing::External(external)) = draft.plan.thing(split.owner.get_ref())
        && external.address == Some(Address::ZERO)
    {
        let problem = about("p-split-zero-owner", split).with("owner", split.owner.get_ref());
        report.error(SPLIT, split.owner.span(), problem);
    }
}

/// What version 1 cannot have where its address shall be known before.
fn version_one(split: &Split, report: &mut Report) {
    if split.version.get_ref() != "1" {
        return;
    }
    if split.owner.get_ref() != "none" {
        let problem = about("p-split-v1-owner", split).with("owner", split.owner.get_ref());
        report.error(SPLIT, split.owner.span(), problem);
    }
    if split.kind.get_ref() == "push" {
        report.error(SPLIT, split.kind.span(), about("p-split-v1-push", split));
    }
}

/// Version 1 has no salt, version 2 always one; and one that is derived from this plan is that of no split that stands.
fn salt(split: &Split, report: &mut Report) {
    let (none, first) = (split.salt.get_ref() == "none", split.version.get_ref() == "1");
    let stands = split.now.is_some() || split.next.is_some();
    let id = match (none, first) {
        (false, true) => "p-split-v1-salt",
        (true, false) => "p-split-no-salt",
        _ if stands && split.salt.get_ref() == "derived" => "p-split-derived-stands",
        _ => return,
    };
    report.error(SPLIT, split.salt.span(), about(id, split));
}

fn duplicates(draft: &Draft, split: &Split, report: &mut Report) {
    let mut first = BTreeMap::new();
    for it in &split.recipient {
        let place = draft.plan.place(it.to.get_ref());
        let Some(&other) = first.get(&place) else {
            first.insert(place, it.to.get_ref());
            continue;
        };
        let problem =
            about("p-split-duplicate", split).with("recipient", it.to.get_ref()).with("other", other);
        report.error(SPLIT, it.to.span(), problem);
    }
}
