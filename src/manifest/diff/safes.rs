//! Who owns a Safe, before and after.

use super::{Found, rest};
use crate::keys::Address;
use crate::manifest::{SafeEntry, SafeStanding};
use crate::text::Message;

/// A Safe that the old manifest does not have.
pub fn added(safe: &SafeEntry, message: Message, found: &mut Found) {
    let standing = end(safe);
    let message = message.with("threshold", standing.threshold).with("count", standing.owners.len());
    found.warn(&safe.name, message.with("owners", standing.owner_names.join(", ")));
}

/// How a Safe stands once everything that its manifest means to do is done.
fn end(safe: &SafeEntry) -> SafeStanding {
    safe.present.clone().unwrap_or_else(|| SafeStanding {
        owner_names: safe.owner_names.clone(),
        owners: safe.owners.clone(),
        threshold: safe.threshold,
    })
}

fn name_of(standing: &SafeStanding, owner: Address) -> &str {
    let at = standing.owners.iter().position(|it| *it == owner);
    at.and_then(|at| standing.owner_names.get(at)).map_or("-", String::as_str)
}

/// Owners in and out, the threshold, and what that makes of whose Safe it is.
pub fn changed(was: &SafeEntry, is: &SafeEntry, found: &mut Found) {
    let (before, after) = (end(was), end(is));
    if before == after {
        return;
    }
    let (name, said) = (&is.name, found.0.len());
    let about = |id: &'static str| Message::new(id).with("safe", &is.label);
    owners(&before, &after, name, &about, found);
    if before.threshold != after.threshold {
        let message = about("diff-safe-threshold").with("old", before.threshold).with("new", after.threshold);
        let owners = message.with("before", before.owners.len()).with("after", after.owners.len());
        found.warn(name, owners);
    }
    if found.0.len() == said {
        rest::fields(&before, &after, &[], name, found);
    } else {
        hands(&before, &after, name, &about, found);
    }
    if was.address == is.address {
        let message = about("diff-safe-until").with("threshold", before.threshold);
        found.note(name, message.with("owners", before.owner_names.join(", ")));
    }
}

fn owners(
    before: &SafeStanding,
    after: &SafeStanding,
    name: &str,
    about: &impl Fn(&'static str) -> Message,
    found: &mut Found,
) {
    let lacks = |standing: &SafeStanding, owner: &Address| !standing.owners.contains(owner);
    let new_key = |owner: Address| {
        let same = |it: &&Address| name_of(after, **it) == name_of(before, owner) && lacks(before, it);
        after.owners.iter().find(same).copied()
    };
    let mut moved = Vec::new();
    for owner in before.owners.iter().copied().filter(|owner| lacks(after, owner)) {
        let message = |id| about(id).with("owner", name_of(before, owner));
        match new_key(owner) {
            Some(key) => {
                moved.push(key);
                found.warn(name, message("diff-safe-owner-key").with("old", owner).with("new", key));
            }
            None => found.warn(name, message("diff-safe-owner-out").with("address", owner)),
        }
    }
    for owner in after.owners.iter().copied().filter(|owner| !moved.contains(owner)) {
        let (was, is) = (name_of(before, owner), name_of(after, owner));
        if lacks(before, &owner) {
            found.warn(name, about("diff-safe-owner-in").with("owner", is).with("address", owner));
        } else if was != is {
            let message = about("diff-safe-owner-name").with("old", was).with("new", is);
            found.warn(name, message.with("address", owner));
        }
    }
}

/// Whether those who stay could act as before, and whether those who come could act alone.
fn hands(
    before: &SafeStanding,
    after: &SafeStanding,
    name: &str,
    about: &impl Fn(&'static str) -> Message,
    found: &mut Found,
) {
    let stay = before.owners.iter().filter(|owner| after.owners.contains(owner)).count();
    let come = after.owners.len().saturating_sub(stay);
    let count = |count: usize| u64::try_from(count).unwrap_or(u64::MAX);
    if count(come) >= after.threshold {
        found.warn(name, about("diff-safe-taken").with("come", come).with("threshold", after.threshold));
    } else if count(stay) < after.threshold {
        found.warn(name, about("diff-safe-weak").with("stay", stay).with("threshold", after.threshold));
    }
}
