//! Labels for other people's programs: every address of a verified manifest under its name, once a chain.

mod metamask;
mod name;
mod neutral;
mod rotki;
mod safe;

pub(super) use metamask::{Contact, contacts};
pub use metamask::{metamask_contacts, metamask_labels};
pub(super) use name::fitting;
use name::guarded;
pub use neutral::labels;
pub use rotki::rotki;
pub use safe::{safe_address_book, safe_data};

use std::collections::{BTreeMap, BTreeSet};

use crate::manifest::Manifest;
use crate::manifest::derived::each_label;

/// One address on one chain, under the name by which another program shows it.
struct Row {
    address: String,
    chain_id: u64,
    /// As [`fitting`] makes it, with the marks of the ceremony before it.
    name: String,
    role: String,
    /// `key`, `contract` or `external`.
    kind: &'static str,
    /// Empty for what no device gave.
    path: String,
}

impl Row {
    /// What a person may want to read beside the name: the role in the plan, and the path.
    fn memo(&self) -> String {
        if self.path.is_empty() { self.role.clone() } else { format!("{} {}", self.role, self.path) }
    }
}

/// Every label of a manifest, in the order of its `labels.csv`. Two addresses never have one name: labels that other programs
/// would show alike give way to the roles.
fn rows(manifest: &Manifest) -> Vec<Row> {
    rows_named(manifest, fitting)
}

/// The same under names that another function makes of the marks, the label and the role.
fn rows_named(manifest: &Manifest, name: impl Fn(&str, &str, &str) -> String) -> Vec<Row> {
    let marks = manifest.ceremony.marks(" ");
    let mut rows = Vec::new();
    each_label(manifest, &mut |label| {
        rows.push(Row {
            address: label.address.to_owned(),
            chain_id: label.chain_id,
            name: name(&marks, label.label, label.role),
            role: label.role.to_owned(),
            kind: label.kind,
            path: label.path.to_owned(),
        });
    });
    // A role may be called what another one's label is, and then that one gives way, too.
    while give_way(&mut rows, |role| name(&marks, role, role)) {}
    rows
}

/// Gives every row whose name another address bears, too, the name of its role; whether that changed any.
fn give_way(rows: &mut [Row], of_role: impl Fn(&str) -> String) -> bool {
    let mut bearers: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for row in &*rows {
        bearers.entry(row.name.to_ascii_lowercase()).or_default().insert(row.address.clone());
    }
    let mut changed = false;
    for row in rows.iter_mut().filter(|row| bearers[&row.name.to_ascii_lowercase()].len() > 1) {
        let name = of_role(&row.role);
        changed |= name != row.name;
        row.name = name;
    }
    changed
}

#[cfg(test)]
mod tests;
