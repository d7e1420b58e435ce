//! Addresses of keys, and those outside.

use super::{Found, pairs, rest};
use crate::manifest::{ExternalEntry, Manifest, ManifestAddress};
use crate::text::Message;

/// Rows by their role, then externals by their name.
pub fn compare(old: &Manifest, new: &Manifest, found: &mut Found) {
    for (was, is) in pairs(&old.addresses, &new.addresses, |row| &row.role) {
        match (was, is) {
            (Some(was), Some(is)) => changed(was, is, found),
            (None, Some(is)) => added(is, old, found),
            (Some(was), None) if !new.addresses.iter().any(|row| row.address == was.address) => {
                gone(was, found)
            }
            _ => {}
        }
    }
    for (was, is) in pairs(&old.externals, &new.externals, |external| &external.name) {
        external(was, is, found);
    }
}

fn about(id: &'static str, row: &ManifestAddress) -> Message {
    Message::new(id).with("label", &row.label).with("address", row.address)
}

fn wallet(row: &ManifestAddress) -> String {
    format!("{}/{}", row.member, row.wallet)
}

/// A role that the old manifest does not have: a new address, or one that only has another name now.
fn added(row: &ManifestAddress, old: &Manifest, found: &mut Found) {
    let before = old.addresses.iter().find(|it| it.address == row.address);
    let message = about(if before.is_some() { "diff-role-renamed" } else { "diff-address-new" }, row);
    let message = message.with("wallet", wallet(row)).with("path", row.path).with("tier", row.tier);
    let Some(before) = before else { return found.note(&row.role, message) };
    found.warn(&row.role, message.with("old", &before.role).with("new", &row.role));
    changed(before, row, found);
}

fn gone(row: &ManifestAddress, found: &mut Found) {
    found.warn(&row.role, about("diff-address-gone", row).with("wallet", wallet(row)));
}

fn changed(was: &ManifestAddress, is: &ManifestAddress, found: &mut Found) {
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
    rest::fields(was, is, &["address", "label", "member", "role", "wallet"], &is.role, found);
}

fn external(was: Option<&ExternalEntry>, is: Option<&ExternalEntry>, found: &mut Found) {
    let about = |id: &'static str, it: &ExternalEntry| {
        Message::new(id).with("label", &it.label).with("address", &it.address)
    };
    match (was, is) {
        (None, Some(is)) => found.warn(&is.name, about("diff-external-new", is)),
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
