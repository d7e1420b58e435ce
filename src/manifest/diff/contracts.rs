//! Safes and splits: which there are, and what they were created with.

use serde::Serialize;

use super::addresses::is_retired;
use super::{Found, pairs, rest, safes, splits};
use crate::manifest::{ContractEntry, Manifest};
use crate::text::Message;

/// Contracts by their names; one that only has another name now is found by its address.
pub fn compare(old: &Manifest, new: &Manifest, found: &mut Found) {
    let same_heading = old.ceremony == new.ceremony;
    for (was, is) in pairs(&old.contracts, &new.contracts, ContractEntry::name) {
        match (was, is) {
            (Some(was), Some(is)) => changed(was, is, same_heading, found),
            (None, Some(is)) => match old.contracts.iter().find(|it| it.address() == is.address()) {
                Some(was) => {
                    let message = about("diff-contract-renamed", is).with("old", was.name());
                    found.warn(is.name(), message.with("new", is.name()));
                    changed(was, is, same_heading, found);
                }
                None => added(is, found),
            },
            (Some(was), None) if !stays(was, new) => found.warn(was.name(), about("diff-contract-gone", was)),
            _ => {}
        }
    }
}

/// Whether a contract has another name now, or is retired, which is told with its reason.
fn stays(entry: &ContractEntry, new: &Manifest) -> bool {
    new.contracts.iter().any(|it| it.address() == entry.address())
        || is_retired(new, &entry.address().to_string())
}

fn about(id: &'static str, entry: &ContractEntry) -> Message {
    Message::new(id).with("label", entry.label()).with("address", entry.address())
}

fn added(entry: &ContractEntry, found: &mut Found) {
    match entry {
        ContractEntry::Safe(safe) => safes::added(safe, about("diff-safe-new", entry), found),
        ContractEntry::Split(split) => splits::added(split, about("diff-split-new", entry), found),
    }
}

fn changed(was: &ContractEntry, is: &ContractEntry, same_heading: bool, found: &mut Found) {
    if was.address() != is.address() {
        found.warn(is.name(), about("diff-contract-address", is).with("old", was.address()));
    }
    if was.label() != is.label() {
        found.warn(is.name(), about("diff-address-label", is).with("old", was.label()));
    }
    // A contract's file says which ceremony it belongs to, so its digest is another one in each.
    let mut told = vec!["address", "before", "label", "name", "present"];
    if !same_heading {
        told.push("file_sha256");
    }
    match (was, is) {
        (ContractEntry::Safe(was), ContractEntry::Safe(is)) => {
            safes::changed(was, is, found);
            if was.present.is_none() && is.present.is_none() {
                told.extend(["owner_names", "owners", "threshold"]);
            }
            rest::fields(was, is, &told, &is.name, found);
            change(was.before.as_ref(), is.before.as_ref(), &is.name, found);
        }
        (ContractEntry::Split(was), ContractEntry::Split(is)) => {
            splits::changed(was, is, found);
            if was.present.is_none() && is.present.is_none() {
                told.extend(["allocations", "incentive", "owner", "owner_name"]);
                told.extend(["recipient_names", "recipients", "total_allocation"]);
            }
            rest::fields(was, is, &told, &is.name, found);
            change(was.before.as_deref(), is.before.as_deref(), &is.name, found);
        }
        _ => found.warn(is.name(), about("diff-contract-kind", is)),
    }
}

/// A change that one of the two manifests makes. Its calls are told with the batches.
fn change<T: Serialize + PartialEq>(was: Option<&T>, is: Option<&T>, name: &str, found: &mut Found) {
    let message = |id: &'static str| Message::new(id).with("name", name);
    match (was, is) {
        (Some(_), None) => found.note(name, message("diff-change-past")),
        (None, Some(_)) => found.warn(name, message("diff-change-coming")),
        (Some(was), Some(is)) if was != is => {
            found.warn(name, message("diff-change-coming"));
            rest::fields(was, is, &[], name, found);
        }
        _ => {}
    }
}
