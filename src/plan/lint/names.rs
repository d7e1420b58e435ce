//! P-REF: one name, one meaning.

use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::repeats::may_repeat;
use super::super::schema::Text;
use super::REF;
use crate::text::Problem;

/// Names that stand twice where each may stand once.
pub fn run(draft: &Draft, report: &mut Report) {
    let document = &draft.document;
    unique(document.custodian.iter().map(|it| &it.name), report);
    unique(document.seed.iter().map(|it| &it.name), report);
    unique(document.manifest.signers.get_ref().iter(), report);
    unique(document.amount.iter().map(|it| &it.name), report);
    unique(document.witness.iter().map(|it| &it.name), report);
    unique(document.accept.iter().map(|it| &it.lint), report);
    let names = draft.names();
    once(names.iter().map(|it| (it.name, it.name_span.clone())), report);
}

fn unique<'a>(names: impl Iterator<Item = &'a Text> + Clone, report: &mut Report) {
    once(names.map(|it| (it.get_ref().as_str(), it.span())), report);
}

/// A range that repeats itself is one finding, however long it is.
fn once<'a>(names: impl Iterator<Item = (&'a str, Range<usize>)> + Clone, report: &mut Report) {
    if !may_repeat(names.clone().map(|(name, _)| name)) {
        return;
    }
    let mut first: HashMap<&str, Range<usize>> = HashMap::new();
    let mut reported = BTreeSet::new();
    for (name, span) in names {
        let Some(before) = first.get(name) else {
            first.insert(name, span);
            continue;
        };
        let pair = (before.start, span.start);
        if reported.insert(pair) {
            let line = report.source().position(before.start).line;
            report.error(
                REF,
                span,
                Problem::finding("p-ref-duplicate").with("name", name).with("line", line),
            );
        }
    }
}
