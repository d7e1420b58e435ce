//! The place in the chain of ceremonies.

use super::checks::SEQUENCE;
use super::{Case, Evidence, Previous, Report};
use crate::manifest::{ContractEntry, Heading, SafeStanding, SplitStanding};
use crate::text::Message;

/// `V-SEQUENCE`: the first of its chain, or the one after the manifest that the auditor trusts.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let heading = &case.manifest.ceremony;
    let first = heading.previous == "none";
    let ok = Message::new(if first { "v-sequence-first" } else { "v-sequence-ok" })
        .with("sequence", heading.sequence)
        .with("previous", &heading.previous);
    let mut failures = lineage(case, evidence);
    match evidence.before(heading.sequence) {
        Some(previous) => {
            failures.extend(after(heading, previous));
            failures.extend(contracts(case, previous));
            report.settle(SEQUENCE, failures, ok);
            for name in changed_elsewhere(case, previous) {
                report.unchecked(SEQUENCE, Message::new("v-sequence-elsewhere").with("name", name));
            }
        }
        None if !failures.is_empty() => report.settle(SEQUENCE, failures, ok),
        None if first && heading.sequence == 1 => report.settle(SEQUENCE, Vec::new(), ok),
        None if first => report.settle(SEQUENCE, vec![Message::new("v-sequence-differs")], ok),
        None => {
            let why = Message::new("v-sequence-unknown").with("previous", &heading.previous);
            report.unchecked(SEQUENCE, why);
        }
    }
}

/// The manifests that the auditor brought are one chain, and this one is none that they left behind: no two of one
/// sequence, no gap, each naming the one before it.
fn lineage(case: &Case, evidence: &Evidence) -> Vec<Message> {
    let here = (case.manifest.ceremony.sequence, case.digest);
    let mut failures = Vec::new();
    let about = |id: &'static str, sequence: u64| Message::new(id).with("sequence", sequence);
    for known in &evidence.previous {
        let sequence = known.manifest.ceremony.sequence;
        if sequence > here.0 {
            failures.push(about("v-sequence-replay", sequence));
        } else if sequence == here.0 && known.digest != here.1 {
            failures.push(about("v-sequence-fork", sequence).with("other", known.digest));
        }
    }
    for (old, new) in evidence.previous.iter().zip(evidence.previous.iter().skip(1)) {
        let sequence = new.manifest.ceremony.sequence;
        if old.manifest.ceremony.sequence == sequence {
            if old.digest != new.digest {
                failures.push(about("v-sequence-fork", sequence).with("other", new.digest));
            }
        } else if old.manifest.ceremony.sequence + 1 != sequence {
            failures.push(about("v-sequence-gap", sequence));
        } else if !after(&new.manifest.ceremony, old).is_empty() {
            failures.push(about("v-sequence-broken", sequence));
        }
    }
    failures
}

fn after(heading: &Heading, previous: &Previous) -> Vec<Message> {
    let before = &previous.manifest.ceremony;
    let mut failures = Vec::new();
    let mut demand = |holds: bool, id: &'static str| {
        if !holds {
            failures.push(Message::new(id));
        }
    };
    demand(before.sequence.checked_add(1) == Some(heading.sequence), "v-sequence-differs");
    demand(heading.previous == previous.digest.to_string(), "v-sequence-previous");
    demand(
        (before.chain_id, &before.organisation) == (heading.chain_id, &heading.organisation),
        "v-sequence-other",
    );
    demand(before.rehearsal == heading.rehearsal, "v-sequence-mixed");
    failures
}

/// A contract that both manifests have, by its name or by its address, is the same one. Where it does not stand as the last
/// ceremony left it, the new plan says so itself.
fn contracts(case: &Case, previous: &Previous) -> Vec<Message> {
    let mut failures = Vec::new();
    for (old, new) in pairs(case, previous) {
        let id = if old.address() != new.address() {
            "v-sequence-contract"
        } else if !follows(old, new) && !says_now(case, new.name()) {
            "v-sequence-state"
        } else {
            continue;
        };
        failures.push(Message::new(id).with("name", new.name()));
    }
    failures
}

/// Contracts that were changed since, in no ceremony, as the plan says: that it is so, only the chain tells.
fn changed_elsewhere<'c>(case: &'c Case, previous: &'c Previous) -> Vec<&'c str> {
    let changed = pairs(case, previous).filter(|(old, new)| {
        old.address() == new.address() && !follows(old, new) && says_now(case, new.name())
    });
    changed.map(|(_, new)| new.name()).collect()
}

fn pairs<'c>(
    case: &'c Case,
    previous: &'c Previous,
) -> impl Iterator<Item = (&'c ContractEntry, &'c ContractEntry)> {
    let is_same =
        |old: &ContractEntry, new: &ContractEntry| old.name() == new.name() || old.address() == new.address();
    let news = case.manifest.contracts.iter();
    news.flat_map(move |new| {
        let olds = previous.manifest.contracts.iter().filter(move |old| is_same(old, new));
        olds.map(move |old| (old, new))
    })
}

/// Whether the plan says how a contract stands before this ceremony, where that is not as it was created.
fn says_now(case: &Case, name: &str) -> bool {
    let safe = case.plan.safes.iter().any(|safe| safe.name == name && safe.now.is_some());
    safe || case.plan.splits.iter().any(|split| split.name == name && split.now.is_some())
}

fn follows(old: &ContractEntry, new: &ContractEntry) -> bool {
    match (old, new) {
        (ContractEntry::Safe(old), ContractEntry::Safe(new)) => {
            let of = |it: &SafeStanding| (it.owners.clone(), it.threshold);
            let before = new.before.as_ref().or(new.present.as_ref());
            let created = (old.owners.clone(), old.threshold);
            old.present.as_ref().map_or(created.clone(), of) == before.map_or(created, of)
        }
        (ContractEntry::Split(old), ContractEntry::Split(new)) => {
            let of =
                |it: &SplitStanding| (it.owner, it.recipients.clone(), it.allocations.clone(), it.incentive);
            let created = (old.owner, old.recipients.clone(), old.allocations.clone(), old.incentive);
            let before = new.before.as_deref().or(new.present.as_deref());
            old.present.as_deref().map_or(created.clone(), of) == before.map_or(created, of)
        }
        _ => false,
    }
}
