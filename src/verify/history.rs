//! The manifests before this one: that nothing of them vanished, and that their signers agree with this one.

use super::checks::{RETIRED, SUCCESSION};
use super::{Case, Evidence, Report};
use crate::manifest::passage::{Breach, Passage, Rule};
use crate::manifest::{Kind, Live, RetiredEntry};
use crate::text::Message;

/// `V-RETIRED`, `V-SUCCESSION`: both need the manifest before this one.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let sequence = case.manifest.ceremony.sequence;
    match evidence.before(sequence) {
        Some(before) => {
            let passage = Passage { before, after: &case.manifest, plan: &case.plan };
            let failures = passage.kept().iter().map(breach).collect();
            let ok = Message::new("v-retired-ok").count("retired", case.manifest.retired.len());
            report.settle(RETIRED, failures, ok);
            let renamed = passage.renamed();
            report.tell(RETIRED, renamed.iter().flat_map(|(was, is)| renaming(was, is)).collect());
            succession(&passage, report);
        }
        None if sequence == 1 => {
            let never = |it: &RetiredEntry| about("v-retired-never", &it.name, it.address);
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

fn about(id: &'static str, name: &str, address: impl std::fmt::Display) -> Message {
    Message::new(id).with("name", name).with("address", address)
}

/// What does not hold between this manifest and the one before it.
pub fn breach(it: &Breach) -> Message {
    let id = match it.rule {
        Rule::Sequence => "v-sequence-differs",
        Rule::Named => "v-sequence-previous",
        Rule::History => "v-sequence-other",
        Rule::Mixed => "v-sequence-mixed",
        Rule::Contract => "v-sequence-contract",
        Rule::State => "v-sequence-state",
        Rule::Vanished => "v-retired-vanished",
        Rule::RetiredOther => "v-retired-other",
        Rule::Forgotten => "v-retired-forgotten",
        Rule::Never => "v-retired-never",
        Rule::Dissolved => "v-retired-dissolved",
        Rule::Claimed => "v-retired-claimed",
        Rule::Label => "v-unique-reused",
    };
    match it.address {
        Some(address) => about(id, &it.name, address),
        None => Message::new(id),
    }
}

/// In what an address is told otherwise than before.
fn renaming(was: &Live, is: &Live) -> Vec<Message> {
    let mut told = Vec::new();
    let mut tell = |id: &'static str, old: &str, new: &str| {
        if old != new {
            told.push(about(id, is.name, is.address).with("old", old).with("new", new));
        }
    };
    tell("v-retired-name", was.name, is.name);
    tell("v-retired-label", was.label, is.label);
    tell("v-retired-kind", kind(was.kind), kind(is.kind));
    told
}

/// The catalogs know each.
fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Key => "key",
        Kind::Contract => "contract",
        Kind::External => "external",
    }
}

/// As many of the last manifest's signers as it demands signed this one, too: each of this one's signers must.
fn succession(passage: &Passage, report: &mut Report) {
    let agreement = passage.agreement();
    let about = |id: &'static str| {
        Message::new(id)
            .count("needed", agreement.needed)
            .count("there", agreement.there)
            .count("signers", agreement.signers)
    };
    let few = agreement.there < agreement.needed;
    let failures = if few { vec![about("v-succession-few")] } else { Vec::new() };
    report.settle(SUCCESSION, failures, about("v-succession-ok"));
}
