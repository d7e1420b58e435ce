//! P-LABEL: what people will tell addresses apart by.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;

use super::super::addresses;
use super::super::draft::{Draft, Named};
use super::super::finding::Report;
use super::super::forms;
use super::super::repeats::{AnyCase, may_repeat};
use super::LABEL;
use crate::text::Problem;

/// Longer labels are cut off by wallets and on paper.
pub const LABEL_MAX: usize = 48;

/// Labels and account names in their form; labels unique, whatever their case.
pub fn run(draft: &Draft, report: &mut Report) {
    let mut reported = BTreeSet::new();
    let names = draft.names();
    for it in &names {
        form(it.label, it.label_span.clone(), report, &mut reported);
    }
    if may_repeat(names.iter().map(|it| AnyCase(it.label))) {
        duplicates(&names, report, &mut reported);
    }
    for it in addresses::declared(&draft.document) {
        form(&it.name, it.span, report, &mut reported);
    }
}

/// A place that is reported already is not reported again.
fn duplicates(names: &[Named], report: &mut Report, reported: &mut BTreeSet<usize>) {
    let mut first: HashMap<String, usize> = HashMap::new();
    for it in names {
        let at = it.label_span.start;
        let before = match first.entry(it.label.to_ascii_lowercase()) {
            Entry::Vacant(free) => {
                free.insert(at);
                continue;
            }
            Entry::Occupied(taken) => *taken.get(),
        };
        if reported.insert(at) {
            let line = report.source().position(before).line;
            let problem = Problem::finding("p-label-duplicate").with("label", it.label).with("line", line);
            report.error(LABEL, it.label_span.clone(), problem);
        }
    }
}

/// Whether a label has its form.
pub fn is_label(label: &str) -> bool {
    forms::is_printable(label) && label.len() <= LABEL_MAX
}

/// One finding a place: a range's label is long or strange only once.
fn form(label: &str, span: Range<usize>, report: &mut Report, reported: &mut BTreeSet<usize>) {
    if !is_label(label) && reported.insert(span.start) {
        let problem = Problem::finding("p-label-form").with("label", label).with("max", LABEL_MAX);
        report.error(LABEL, span, problem);
    }
}
