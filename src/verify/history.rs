//! The manifests before this one: that nothing of them vanished, and that their signers agree with this one.

use std::collections::BTreeMap;

use super::checks::{RETIRED, SUCCESSION};
use super::{Case, Evidence, Report};
use crate::keys::Address;
use crate::manifest::Previous;
use crate::text::Message;

/// `V-RETIRED`, `V-SUCCESSION`: both need the manifest before this one.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let sequence = case.manifest.ceremony.sequence;
    match evidence.before(sequence) {
        Some(previous) => {
            let retired = case.manifest.retired.len();
            report.settle(
                RETIRED,
                retirement(case, previous),
                Message::new("v-retired-ok").count("retired", retired),
            );
            succession(case, previous, report);
        }
        None if sequence == 1 => {
            let failures: Vec<_> = case.manifest.retired.iter().map(never).collect();
            report.settle(RETIRED, failures, Message::new("v-retired-first"));
            report.settle(SUCCESSION, Vec::new(), Message::new("v-succession-first"));
        }
        None => {
            report.unchecked(RETIRED, Message::new("v-retired-unknown"));
            report.unchecked(SUCCESSION, Message::new("v-succession-unknown"));
        }
    }
}

fn never(it: &crate::manifest::RetiredEntry) -> Message {
    Message::new("v-retired-never").with("name", &it.name).with("address", it.address)
}

/// Every address of the manifest before this one is here, or is retired here under the name and label that it had; what was
/// retired before still is, and nothing else.
fn retirement(case: &Case, previous: &Previous) -> Vec<Message> {
    let here: BTreeMap<Address, &str> =
        case.manifest.live().map(|(address, label, _)| (address, label)).collect();
    let mut failures = Vec::new();
    let mut expected = previous.manifest.retired.clone();
    for (address, label, name) in previous.manifest.live() {
        if here.contains_key(&address) {
            continue;
        }
        let entry = case.manifest.retired.iter().find(|it| it.address == address);
        let right = entry.filter(|it| {
            (it.label.as_str(), it.name.as_str(), it.sequence)
                == (label, name, case.manifest.ceremony.sequence)
        });
        match (entry, right) {
            (_, Some(entry)) => expected.push(entry.clone()),
            (Some(entry), None) => {
                expected.push(entry.clone());
                failures.push(Message::new("v-retired-other").with("name", name).with("address", address));
            }
            (None, _) => {
                failures.push(Message::new("v-retired-vanished").with("name", name).with("address", address));
            }
        }
    }
    let forgotten = previous.manifest.retired.iter().filter(|it| !case.manifest.retired.contains(it));
    failures
        .extend(forgotten.map(|it| {
            Message::new("v-retired-forgotten").with("name", &it.name).with("address", it.address)
        }));
    failures.extend(case.manifest.retired.iter().filter(|it| !expected.contains(it)).map(never));
    failures
}

/// As many of the last manifest's signers as it demands signed this one, too: each of this one's signers must.
fn succession(case: &Case, previous: &Previous, report: &mut Report) {
    let needed = previous.manifest.successors();
    let signs = |address: Address| case.manifest.policy.iter().any(|signer| signer.address == address);
    let there = previous.manifest.policy.iter().filter(|signer| signs(signer.address)).count();
    let about = |id: &'static str| {
        Message::new(id)
            .with("needed", needed)
            .with("there", there)
            .with("signers", previous.manifest.policy.len())
    };
    let failures = if (there as u64) < needed { vec![about("v-succession-few")] } else { Vec::new() };
    report.settle(SUCCESSION, failures, about("v-succession-ok"));
}
