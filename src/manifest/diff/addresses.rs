//! Addresses of keys, and those outside.

use std::collections::BTreeMap;

use super::{Found, pairs, rest};
use crate::keys::Address;
use crate::manifest::{ExternalEntry, Manifest, ManifestAddress};
use crate::text::Message;

/// Rows by their role, then externals by their name.
pub fn compare(old: &Manifest, new: &Manifest, found: &mut Found) {
    let (before, after) = (by_address(old), by_address(new));
    for (was, is) in pairs(&old.addresses, &new.addresses, |row| &row.role) {
        match (was, is) {
            (Some(was), Some(is)) => changed((old, was), (new, is), found),
            (None, Some(is)) => added(is, before.get(&is.address).copied(), (old, new), found),
            (Some(was), None) if !after.contains_key(&was.address) => gone(was, new, found),
            _ => {}
        }
    }
    for (was, is) in pairs(&old.externals, &new.externals, |external| &external.name) {
        external(was, is, new, found);
    }
}

fn about(id: &'static str, row: &ManifestAddress) -> Message {
    Message::new(id).with("label", &row.label).with("address", row.address)
}

fn wallet(row: &ManifestAddress) -> String {
    format!("{}/{}", row.member, row.wallet)
}

fn by_address(manifest: &Manifest) -> BTreeMap<Address, &ManifestAddress> {
    manifest.addresses.iter().map(|row| (row.address, row)).collect()
}

/// A role that the old manifest does not have: a new address, or one that only has another name now.
fn added(
    row: &ManifestAddress,
    before: Option<&ManifestAddress>,
    (old, new): (&Manifest, &Manifest),
    found: &mut Found,
) {
    let message = about(if before.is_some() { "diff-role-renamed" } else { "diff-address-new" }, row);
    let message = message.with("wallet", wallet(row)).with("path", row.path).with("tier", row.tier);
    let Some(before) = before else { return found.note(&row.role, message) };
    found.warn(&row.role, message.with("old", &before.role).with("new", &row.role));
    changed((old, before), (new, row), found);
}

fn gone(row: &ManifestAddress, new: &Manifest, found: &mut Found) {
    // What is retired by name is told with its reason.
    if !is_retired(new, &row.address.to_string()) {
        found.warn(&row.role, about("diff-address-gone", row).with("wallet", wallet(row)));
    }
}

/// Whether a manifest names an address as retired.
pub fn is_retired(manifest: &Manifest, address: &str) -> bool {
    manifest.retired.iter().any(|one| one.address.to_string() == address)
}

fn changed(
    (old, was): (&Manifest, &ManifestAddress),
    (new, is): (&Manifest, &ManifestAddress),
    found: &mut Found,
) {
    if was.address != is.address {
        let message = about("diff-address-key", is).with("role", &is.role).with("old", was.address);
        found.warn(&is.role, message);
    }
    if was.label != is.label {
        let message = about("diff-address-label", is).with("old", &was.label);
        found.warn(&is.role, message);
    }
    if wallet(was) != wallet(is) {
        let message = about("diff-address-wallet", is).with("old", wallet(was)).with("new", wallet(is));
        found.warn(&is.role, message);
    }
    let mut told = vec!["address", "label", "member", "role", "wallet"];
    let since = |manifest: &Manifest, row: &ManifestAddress| row.since.unwrap_or(manifest.ceremony.sequence);
    if old.ceremony.sequence != new.ceremony.sequence {
        if since(old, was) == since(new, is) {
            told.push("since");
        } else if is.since.is_none() {
            told.push("since");
            found.note(&is.role, about("diff-address-again", is));
        }
    }
    rest::fields(was, is, &told, &is.role, found);
}

fn external(was: Option<&ExternalEntry>, is: Option<&ExternalEntry>, new: &Manifest, found: &mut Found) {
    let about = |id: &'static str, it: &ExternalEntry| {
        Message::new(id).with("label", &it.label).with("address", &it.address)
    };
    match (was, is) {
        (None, Some(is)) => found.warn(&is.name, about("diff-external-new", is)),
        (Some(was), None) if is_retired(new, &was.address) => {}
        (Some(was), None) => found.warn(&was.name, about("diff-external-gone", was)),
        (Some(was), Some(is)) => {
            if was.address != is.address {
                found.warn(&is.name, about("diff-external-address", is).with("old", &was.address));
            }
            if was.label != is.label {
                found.warn(&is.name, about("diff-address-label", is).with("old", &was.label));
            }
            rest::fields(was, is, &["address", "label", "name"], &is.name, found);
        }
        (None, None) => {}
    }
}
