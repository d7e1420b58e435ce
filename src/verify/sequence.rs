//! The place in the chain of ceremonies.

use super::checks::SEQUENCE;
use super::history::breach;
use super::{Case, Evidence, Report};
use crate::manifest::passage::{Passage, place};
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
            let passage = Passage { before: previous, after: &case.manifest, plan: &case.plan };
            let broken = place(previous, heading).into_iter().chain(passage.contracts());
            failures.extend(broken.map(|it| breach(&it)));
            report.settle(SEQUENCE, failures, ok);
            for name in passage.changed_elsewhere() {
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
        } else if !place(old, &new.manifest.ceremony).is_empty() {
            failures.push(about("v-sequence-broken", sequence));
        }
    }
    failures
}
