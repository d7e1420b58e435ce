//! A plan whose every value is well formed, beside the text it came from: what the lints look at.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::schema::Document;
use super::{External, Plan, Role};

/// Where a role was declared. Roles of one range share their spans.
#[derive(Clone, Debug)]
pub struct Origin {
    /// Its name in the text.
    pub name: Range<usize>,
    /// Its label in the text.
    pub label: Range<usize>,
    /// Its path in the text, or the first account of its range.
    pub path: Range<usize>,
}

/// The model and the document. Custodians, seeds, wallets, externals, Safes, splits, amounts and batches stand at the
/// same places in both; `origins` stands beside the model's roles.
#[derive(Clone, Debug)]
pub struct Draft {
    pub plan: Plan,
    pub document: Document,
    pub origins: Vec<Origin>,
}

/// What a name of the common name space means.
#[derive(Clone, Copy, Debug)]
pub enum Thing<'a> {
    Role(&'a Role),
    External(&'a External),
    Safe,
    Split,
}

/// A name of the common name space with its label, and where both stand.
#[derive(Clone, Debug)]
pub struct Named<'a> {
    pub name: &'a str,
    pub label: &'a str,
    pub name_span: Range<usize>,
    pub label_span: Range<usize>,
}

impl Plan {
    /// Looks a name up among roles, externals, Safes and splits.
    pub(super) fn thing(&self, name: &str) -> Option<Thing<'_>> {
        let external = || self.externals.iter().find(|it| it.name == name).map(Thing::External);
        let safe = || self.safes.iter().find(|it| it.name == name).map(|_| Thing::Safe);
        let split = || self.splits.iter().find(|it| it.name == name).map(|_| Thing::Split);
        self.role(name).map(Thing::Role).or_else(external).or_else(safe).or_else(split)
    }

    /// What decides a name's address: two names with the same text are one address.
    pub(super) fn place(&self, name: &str) -> String {
        match self.thing(name) {
            Some(Thing::Role(role)) => format!("{} {}", role.wallet, role.path),
            Some(Thing::External(External { address: Some(address), .. })) => address.to_string(),
            _ => name.to_owned(),
        }
    }
}

/// Roles of one kind, each with where it was declared.
pub type Kind<'a> = Vec<(&'a Role, &'a Origin)>;

impl Draft {
    /// The roles by kind, in the plan's order, each kind with the first of it: those of one range and account are called the
    /// same but for the numbers in their names and labels.
    pub fn kinds(&self) -> Vec<(&Role, Kind<'_>)> {
        let roles: Vec<_> = self.plan.roles.iter().map(Arc::as_ref).zip(&self.origins).collect();
        let same = |one: &(&Role, &Origin), next: &(&Role, &Origin)| {
            one.1.name.start == next.1.name.start && one.0.path.account() == next.0.path.account()
        };
        roles.chunk_by(same).map(|roles| (roles[0].0, roles.to_vec())).collect()
    }

    /// Every name of the common name space, in the file's order.
    pub fn names(&self) -> Vec<Named<'_>> {
        let roles = self.plan.roles.iter().zip(&self.origins);
        let mut names: Vec<_> = roles
            .map(|(role, origin)| Named {
                name: &role.name,
                label: &role.label,
                name_span: origin.name.clone(),
                label_span: origin.label.clone(),
            })
            .collect();
        names.extend(self.document.external.iter().map(|it| named(&it.name, &it.label)));
        names.extend(self.document.safe.iter().map(|it| named(&it.name, &it.label)));
        names.extend(self.document.split.iter().map(|it| named(&it.name, &it.label)));
        names.extend(self.document.batch.iter().map(|it| named(&it.name, &it.label)));
        names.sort_by_key(|it| it.name_span.start);
        names
    }
}

fn named<'a>(name: &'a Spanned<String>, label: &'a Spanned<String>) -> Named<'a> {
    Named { name: name.get_ref(), label: label.get_ref(), name_span: name.span(), label_span: label.span() }
}
