//! P-REF: a contract's address can be predicted only from addresses that are known before it.

use super::super::draft::{Draft, Thing};
use super::super::finding::Report;
use super::super::schema::{Split, Text};
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

/// The names in every state of a contract: those that it was made with first, then what it is changed from and to.
fn names(draft: &Draft, contract: &str) -> Vec<Text> {
    let document = &draft.document;
    if let Some(safe) = document.safe.iter().find(|it| it.name.get_ref() == contract) {
        return safe.states().into_iter().flat_map(|it| it.owners.into_inner()).collect();
    }
    let split = document.split.iter().find(|it| it.name.get_ref() == contract);
    let states = split.map_or_else(Vec::new, Split::states).into_iter();
    let names = states.flat_map(|it| it.recipient.into_iter().map(|it| it.to).chain([it.owner]));
    names.filter(|name| name.get_ref() != "none").collect()
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
        for next in self.draft.plan.creation_names(name) {
            match trail.iter().position(|it| *it == next) {
                Some(start) => circle(self.draft, &trail[start..], report),
                None => self.visit(next, trail, report),
            }
        }
        trail.pop();
        self.done.push(name);
    }
}

/// Said where the last of the trail names the first.
fn circle(draft: &Draft, trail: &[&str], report: &mut Report) {
    let (Some(first), Some(last)) = (trail.first(), trail.last()) else { return };
    let named = names(draft, last).into_iter().find(|name| name.get_ref() == first);
    let circle = [trail, &trail[..1]].concat().join(" -> ");
    let span = named.map_or(0..0, |name| name.span());
    report.error(REF, span, Problem::finding("p-ref-circular").with("circle", circle));
}

/// What a contract was made with, and what it is changed from and to, must all be known.
fn unpredictable(draft: &Draft, contract: &str, report: &mut Report) {
    for name in names(draft, contract) {
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
