//! P-REF: a contract's address can be predicted only from addresses that are known before it.

use std::ops::Range;

use super::super::draft::{Draft, Thing};
use super::super::finding::Report;
use super::super::schema::{Safe, Split, Text};
use super::REF;
use crate::text::Problem;

/// Contracts that depend on themselves, or on an address still to be filled in.
pub fn run(draft: &Draft, report: &mut Report) {
    let mut walk = Walk { draft, done: Vec::new() };
    let document = &draft.document;
    let safes = document.safe.iter().map(|it| it.name.get_ref());
    for name in safes.chain(document.split.iter().map(|it| it.name.get_ref())) {
        walk.visit(name, &mut Vec::new(), report);
        unpredictable(draft, name, report);
    }
}

/// The names that go into a contract's address.
fn needed<'a>(draft: &'a Draft, contract: &str) -> Vec<&'a Text> {
    let document = &draft.document;
    if let Some(safe) = document.safe.iter().find(|it| it.name.get_ref() == contract) {
        return safe.owners.get_ref().iter().collect();
    }
    let split = document.split.iter().find(|it| it.name.get_ref() == contract);
    split.map_or_else(Vec::new, |split| {
        let owner = Some(&split.owner).filter(|owner| owner.get_ref() != "none");
        split.recipient.iter().map(|it| &it.to).chain(owner).collect()
    })
}

struct Walk<'a> {
    draft: &'a Draft,
    done: Vec<&'a str>,
}

impl<'a> Walk<'a> {
    /// Depth first; a name already on the trail closes a circle.
    fn visit(&mut self, name: &'a str, trail: &mut Vec<&'a str>, report: &mut Report) {
        if self.done.contains(&name) {
            return;
        }
        trail.push(name);
        for next in needed(self.draft, name) {
            match trail.iter().position(|it| it == next.get_ref()) {
                Some(start) => circle(&trail[start..], next.span(), report),
                None => self.visit(next.get_ref(), trail, report),
            }
        }
        trail.pop();
        self.done.push(name);
    }
}

fn circle(trail: &[&str], span: Range<usize>, report: &mut Report) {
    let circle = [trail, &trail[..1]].concat().join(" -> ");
    report.error(REF, span, Problem::finding("p-ref-circular").with("circle", circle));
}

/// What a contract was made with, and what it is changed from and to, must all be known.
fn unpredictable(draft: &Draft, contract: &str, report: &mut Report) {
    let safes = draft.document.safe.iter().flat_map(Safe::states).map(|it| (it.name, it.owners.into_inner()));
    let split = |it: Split| {
        let owner = Some(it.owner).filter(|owner| owner.get_ref() != "none");
        (it.name, it.recipient.into_iter().map(|it| it.to).chain(owner).collect())
    };
    let splits = draft.document.split.iter().flat_map(Split::states).map(split);
    let all = safes.chain(splits).filter(|(name, _)| name.get_ref() == contract);
    for name in all.flat_map(|(_, names)| names) {
        if let Some(Thing::External(external)) = draft.plan.thing(name.get_ref())
            && external.address.is_none()
        {
            let problem = Problem::finding("p-ref-unpredictable")
                .with("contract", contract)
                .with("external", &external.name);
            report.error(REF, name.span(), problem);
        }
    }
}
