//! How the two stand to each other in the chain of ceremonies.

use super::{Found, pairs, rest};
use crate::keys::Digest;
use crate::manifest::{CarriedDigests, Manifest, RetiredEntry, canonical};
use crate::text::Message;

/// Whose ceremonies they are, whether they are of the same kind, and which comes after which.
pub fn compare(old: &Manifest, new: &Manifest, found: &mut Found) {
    let (before, after) = (&old.ceremony, &new.ceremony);
    let mut demand = |same: bool, id: &'static str, was: String, is: String| {
        if !same {
            found.error("manifest", Message::new(id).with("old", was).with("new", is));
        }
    };
    demand(
        before.organisation == after.organisation,
        "diff-organisation",
        before.organisation.clone(),
        after.organisation.clone(),
    );
    demand(
        before.chain_id == after.chain_id,
        "diff-chain",
        before.chain_id.to_string(),
        after.chain_id.to_string(),
    );
    demand(
        before.rehearsal == after.rehearsal,
        "diff-rehearsal",
        mark(before.rehearsal),
        mark(after.rehearsal),
    );
    demand(before.testnet == after.testnet, "diff-testnet", mark(before.testnet), mark(after.testnet));
    if before.id != after.id {
        let message = Message::new("diff-id").with("old", &before.id).with("new", &after.id);
        found.note("manifest", message);
    }
    order(old, new, found);
    carried(old, new, found);
    for (was, is) in pairs(&old.retired, &new.retired, |one| one.address) {
        retired(was, is, found);
    }
    let succession = |manifest: &Manifest| (manifest.successors(), manifest.policy.len());
    let (was, is) = (succession(old), succession(new));
    if was != is {
        let message = Message::new("diff-succession").with("old", was.0).with("of_old", was.1);
        found.warn("manifest", message.with("new", is.0).with("of_new", is.1));
    }
}

/// Parts of earlier ceremonies that rows come from. One of the older manifest is carried as that manifest names it.
fn carried(old: &Manifest, new: &Manifest, found: &mut Found) {
    for (was, is) in pairs(&old.carried, &new.carried, |part| (part.sequence, &part.member)) {
        let message = |id: &'static str, part: &CarriedDigests| {
            Message::new(id).with("member", &part.member).with("sequence", part.sequence)
        };
        match (was, is) {
            (Some(was), Some(is)) => rest::fields(was, is, &[], &is.member, found),
            (Some(was), None) => found.note(&was.member, message("diff-carried-past", was)),
            (None, Some(is)) => {
                found.note(&is.member, message("diff-carried", is));
                let made = old.parts.iter().find(|part| part.member == is.member);
                let digests = made.map(|part| (part.part_sha256, part.sealed_sha256));
                if is.sequence == old.ceremony.sequence && digests != Some((is.part_sha256, is.sealed_sha256))
                {
                    found.error(&is.member, message("diff-carried-other", is));
                }
            }
            (None, None) => {}
        }
    }
}

fn retired(was: Option<&RetiredEntry>, is: Option<&RetiredEntry>, found: &mut Found) {
    let about = |id: &'static str, one: &RetiredEntry| {
        let message = Message::new(id).with("label", &one.label).with("address", one.address);
        message.with("reason", &one.reason)
    };
    match (was, is) {
        (Some(was), Some(is)) => rest::fields(was, is, &[], &is.name, found),
        (None, Some(is)) => found.warn(&is.name, about("diff-retired", is)),
        (Some(was), None) => found.warn(&was.name, about("diff-retired-gone", was)),
        (None, None) => {}
    }
}

fn mark(is: bool) -> String {
    if is { "true" } else { "false" }.to_owned()
}

fn order(old: &Manifest, new: &Manifest, found: &mut Found) {
    let (was, is) = (old.ceremony.sequence, new.ceremony.sequence);
    let message = |id: &'static str| Message::new(id).with("old", was).with("new", is);
    if was == is {
        found.error("manifest", message("diff-fork"));
        for (field, was, is) in [
            ("previous", &old.ceremony.previous, &new.ceremony.previous),
            ("plan_sha256", &old.ceremony.plan_sha256.to_string(), &new.ceremony.plan_sha256.to_string()),
        ] {
            if was != is {
                let message = Message::new("diff-field").with("field", field).with("old", was);
                found.warn("manifest", message.with("new", is));
            }
        }
    } else if is < was {
        found.warn("manifest", message("diff-backwards"));
    } else if was.checked_add(1) != Some(is) {
        found.warn("manifest", message("diff-gap"));
    } else if follows(old, new) {
        found.note("manifest", message("diff-next"));
    } else {
        found.error("manifest", message("diff-not-previous").with("previous", &new.ceremony.previous));
    }
}

fn follows(old: &Manifest, new: &Manifest) -> bool {
    canonical::to_bytes(old).is_ok_and(|bytes| new.ceremony.previous == Digest::of(&bytes).to_string())
}
