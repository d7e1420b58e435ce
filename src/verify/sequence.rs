//! The place in the chain of ceremonies.

use super::checks::SEQUENCE;
use super::{Case, Evidence, Previous, Report};
use crate::manifest::Heading;
use crate::text::Message;

/// `V-SEQUENCE`: the first of its chain, or the one after the manifest that the auditor trusts.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let heading = &case.manifest.ceremony;
    let first = heading.previous == "none";
    let ok = Message::new(if first { "v-sequence-first" } else { "v-sequence-ok" })
        .with("sequence", heading.sequence)
        .with("previous", &heading.previous);
    match &evidence.previous {
        Some(previous) => report.settle(SEQUENCE, after(heading, previous), ok),
        None if first && heading.sequence == 1 => report.settle(SEQUENCE, Vec::new(), ok),
        None if first => report.settle(SEQUENCE, vec![Message::new("v-sequence-differs")], ok),
        None => {
            let why = Message::new("v-sequence-unknown").with("previous", &heading.previous);
            report.unchecked(SEQUENCE, why);
        }
    }
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
