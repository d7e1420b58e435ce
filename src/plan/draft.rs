//! A plan whose every value is well formed, beside the text it came from: what the lints look at.

use std::ops::Range;

use super::Plan;
use super::schema::Document;

/// Where a role was declared. Roles of one range share their spans.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Its name in the text.
    pub name: Range<usize>,
    /// Its label in the text.
    pub label: Range<usize>,
    /// Its path in the text, or the first account of its range.
    pub path: Range<usize>,
    /// Its wallet in the text.
    pub wallet: Range<usize>,
}

/// The model and the document. Custodians, seeds, wallets, externals, Safes and splits stand at the same
/// places in both; `origins` stands beside the model's roles.
#[derive(Clone, Debug)]
pub struct Draft {
    pub plan: Plan,
    pub document: Document,
    pub origins: Vec<Origin>,
}

/// What a name of the common name space means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Thing {
    /// Position among the roles.
    Role(usize),
    /// Position among the externals.
    External(usize),
    /// Position among the Safes.
    Safe(usize),
    /// Position among the splits.
    Split(usize),
}

impl Draft {
    /// Looks a name up among roles, externals, Safes and splits.
    pub fn thing(&self, name: &str) -> Option<Thing> {
        let plan = &self.plan;
        let role = || plan.roles.iter().position(|role| role.name == name).map(Thing::Role);
        let external = || plan.externals.iter().position(|it| it.name == name).map(Thing::External);
        let safe = || plan.safes.iter().position(|it| it.name == name).map(Thing::Safe);
        let split = || plan.splits.iter().position(|it| it.name == name).map(Thing::Split);
        role().or_else(external).or_else(safe).or_else(split)
    }

    /// Every name of the common name space with its label and where both stand.
    pub fn names(&self) -> Vec<(&str, &str, Range<usize>, Range<usize>)> {
        let plan = &self.plan;
        let roles = plan.roles.iter().zip(&self.origins);
        let mut names: Vec<_> = roles
            .map(|(it, origin)| (&*it.name, &*it.label, origin.name.clone(), origin.label.clone()))
            .collect();
        let mut add = |name, label| names.push(entry(name, label));
        self.document.external.iter().for_each(|it| add(&it.name, &it.label));
        self.document.safe.iter().for_each(|it| add(&it.name, &it.label));
        self.document.split.iter().for_each(|it| add(&it.name, &it.label));
        names.sort_by_key(|(_, _, span, _)| span.start);
        names
    }
}

fn entry<'a>(
    name: &'a toml::Spanned<String>,
    label: &'a toml::Spanned<String>,
) -> (&'a str, &'a str, Range<usize>, Range<usize>) {
    (name.get_ref(), label.get_ref(), name.span(), label.span())
}
