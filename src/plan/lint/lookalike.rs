//! P-LOOKALIKE: labels and addresses that people take for each other.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::super::draft::Draft;
use super::super::finding::{ERRORS_MAX, Report};
use super::super::repeats::may_repeat;
use super::{LOOKALIKE, listed};
use crate::keys::Address;
use crate::text::Problem;

/// Labels that differ only in what looks alike, and addresses that begin and end alike.
pub fn run(draft: &Draft, report: &mut Report) {
    labels(draft, report);
    addresses(draft, report);
}

fn labels(draft: &Draft, report: &mut Report) {
    let retired = &draft.document.retired;
    let names = draft.names();
    let labels = names.iter().map(|it| (it.label, it.label_span.clone()));
    let labels = labels.chain(retired.iter().map(|it| (it.label.get_ref().as_str(), it.label.span())));
    if !may_repeat(labels.clone().map(|(label, _)| skeleton(label))) {
        return;
    }
    let (mut seen, mut alike) = (BTreeSet::new(), BTreeMap::<_, Vec<_>>::new());
    for (label, span) in labels {
        // The same in another case is an error already.
        if seen.insert(label.to_ascii_lowercase()) {
            alike.entry(skeleton(label)).or_default().push((label, span));
        }
    }
    for of_one in alike.into_values().filter(|it| it.len() > 1).take(ERRORS_MAX) {
        let said: Vec<_> = of_one.iter().map(|(label, _)| format!("\"{label}\"")).collect();
        let said = listed(said.iter().map(String::as_str));
        warn(Problem::finding("p-lookalike-label").with("labels", said), of_one.last(), report);
    }
}

fn addresses(draft: &Draft, report: &mut Report) {
    let (mut seen, mut alike) = (BTreeSet::new(), BTreeMap::<_, Vec<_>>::new());
    for (it, span) in known(draft) {
        let [a, b, .., y, z] = *it.address.as_bytes();
        if seen.insert(it.address) {
            alike.entry([a, b, y, z]).or_default().push((it, span));
        }
    }
    for of_one in alike.into_values().filter(|it| it.len() > 1).take(ERRORS_MAX) {
        let said: Vec<_> = of_one.iter().map(|(it, _)| format!("{} {}", it.name, it.address)).collect();
        let said = listed(said.iter().map(String::as_str));
        warn(Problem::finding("p-lookalike-address").with("addresses", said), of_one.last(), report);
    }
}

fn warn<T>(problem: Problem, last: Option<&(T, Range<usize>)>, report: &mut Report) {
    let span = last.map(|(_, span)| span.clone()).unwrap_or_default();
    report.warning(LOOKALIKE, span, problem);
}

/// An address that the plan states, and whose it is.
struct Known<'a> {
    name: &'a str,
    address: Address,
}

/// Every address that the plan states, with its place: what contracts and new roles will be, nobody can imitate yet.
fn known(draft: &Draft) -> Vec<(Known<'_>, Range<usize>)> {
    let (plan, document) = (&draft.plan, &draft.document);
    let roles = plan.roles.iter().zip(&draft.origins);
    let roles = roles.map(|(it, origin)| (it.name.as_str(), it.address, origin.name.clone()));
    let externals = plan.externals.iter().zip(&document.external);
    let externals = externals.map(|(it, text)| (it.name.as_str(), it.address, text.address.span()));
    let retired = plan.retired.iter().zip(&document.retired);
    let retired = retired.map(|(it, text)| (it.name.as_str(), Some(it.address), text.address.span()));
    let witnesses = plan.witnesses.iter().zip(&document.witness);
    let witnesses = witnesses.map(|(it, text)| (it.name.as_str(), it.address, text.name.span()));
    let all = roles.chain(externals).chain(retired).chain(witnesses);
    let mut all: Vec<_> =
        all.filter_map(|(name, address, span)| Some((Known { name, address: address? }, span))).collect();
    all.sort_by_key(|(_, span)| span.start);
    all
}

/// What is left of a label for the eye: the same for O and 0, for l, 1, i and |, for rn and m, vv and w, in any case and
/// however spaced; but a space between two digits parts numbers.
fn skeleton(label: &str) -> String {
    let bytes = label.as_bytes();
    let digit = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_digit);
    let mut left = String::with_capacity(label.len() + 4);
    for (at, c) in label.char_indices() {
        match c.to_ascii_lowercase() {
            ' ' if digit(at.checked_sub(1)) && digit(Some(at + 1)) => left.push(' '),
            ' ' => {}
            '0' => left.push('o'),
            '1' | 'i' | '|' => left.push('l'),
            'm' => left.push_str("rn"),
            'w' => left.push_str("vv"),
            other => left.push(other),
        }
    }
    left
}
