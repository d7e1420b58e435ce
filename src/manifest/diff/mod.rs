//! Two manifests, and what it means that they differ: for people, in consequences and not in bytes.
//!
//! Things are found by their names, and compared by what they are: a key that changed under the same name is told as
//! exactly that. What has no sentence of its own is told as a field with both values, so that nothing is left out.

mod addresses;
mod batches;
mod contracts;
mod history;
mod overview;
mod people;
mod rest;
mod safes;
mod splits;

#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::Manifest;
use crate::text::{Catalog, Lang, Message};

pub use overview::overview;

/// How grave a difference is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The two cannot belong to one history.
    Error,
    /// Money or control may move: it must be meant.
    Warning,
    /// Good to know.
    Note,
}

impl Severity {
    /// As JSON says it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

/// One difference.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// How grave it is.
    pub severity: Severity,
    /// What it is about, by its name in the plan; `manifest` for the whole.
    pub name: String,
    /// The sentence; its id is `diff-` and the kind.
    pub message: Message,
}

impl Difference {
    /// Its kind, e.g. `address-new`.
    pub fn kind(&self) -> &str {
        self.message.id().strip_prefix("diff-").unwrap_or(self.message.id())
    }

    /// `{"difference","severity","name","detail"}`, in English whatever the language.
    pub fn json(&self) -> Value {
        json!({
            "difference": self.kind(),
            "severity": self.severity.name(),
            "name": self.name,
            "detail": Catalog::new(Lang::En).say(&self.message),
        })
    }
}

/// What is different in `new`, in the order of the manifest's own lists; none where both are the same.
pub fn diff(old: &Manifest, new: &Manifest) -> Vec<Difference> {
    let mut found = Found::default();
    if old == new {
        return found.0;
    }
    history::compare(old, new, &mut found);
    people::compare(old, new, &mut found);
    addresses::compare(old, new, &mut found);
    contracts::compare(old, new, &mut found);
    batches::compare(old, new, &mut found);
    rest::compare(old, new, &mut found);
    found.0
}

/// Whether two manifests with these differences may belong to one history.
pub fn of_one_history(differences: &[Difference]) -> bool {
    differences.iter().all(|difference| difference.severity != Severity::Error)
}

/// What was found so far.
#[derive(Default)]
struct Found(Vec<Difference>);

impl Found {
    fn say(&mut self, severity: Severity, name: &str, message: Message) {
        self.0.push(Difference { severity, name: name.to_owned(), message });
    }

    fn error(&mut self, name: &str, message: Message) {
        self.say(Severity::Error, name, message);
    }

    fn warn(&mut self, name: &str, message: Message) {
        self.say(Severity::Warning, name, message);
    }

    fn note(&mut self, name: &str, message: Message) {
        self.say(Severity::Note, name, message);
    }
}

/// Pairs of what has the same name, then what only one has: `(old, new)` in `new`'s order, what is gone last.
fn pairs<'m, T, K: Ord>(
    old: &'m [T],
    new: &'m [T],
    name: impl Fn(&'m T) -> K,
) -> Vec<(Option<&'m T>, Option<&'m T>)> {
    let index = |items: &'m [T]| items.iter().rev().map(|it| (name(it), it)).collect::<BTreeMap<_, _>>();
    let (before, after) = (index(old), index(new));
    let news = new.iter().map(|item| (before.get(&name(item)).copied(), Some(item)));
    let gone = old.iter().filter(|item| !after.contains_key(&name(item))).map(|item| (Some(item), None));
    news.chain(gone).collect()
}
