//! Who receives from a split, before and after.

use alloy::primitives::U256;

use super::{Found, rest};
use crate::keys::Address;
use crate::manifest::{SplitEntry, SplitStanding};
use crate::text::Message;

/// A split that the old manifest does not have.
pub fn added(split: &SplitEntry, message: Message, found: &mut Found) {
    let standing = end(split);
    let named = standing.recipient_names.iter().zip(&standing.recipients);
    let shares: Vec<_> =
        named.map(|(name, address)| format!("{name} {}", share(&standing, *address))).collect();
    let message = message.with("shares", shares.join(", ")).with("owner", &standing.owner_name);
    found.warn(&split.name, message);
}

/// How a split stands once everything that its manifest means to do is done; without its hash, which follows.
fn end(split: &SplitEntry) -> SplitStanding {
    let present = split.present.as_deref().cloned();
    present.unwrap_or_else(|| SplitStanding {
        allocations: split.allocations.clone(),
        incentive: split.incentive,
        owner: split.owner,
        owner_name: split.owner_name.clone(),
        recipient_names: split.recipient_names.clone(),
        recipients: split.recipients.clone(),
        split_hash: String::new(),
        total_allocation: split.total_allocation.clone(),
    })
}

/// What somebody receives, in percent with four digits after the point; `0 %` where nothing.
fn share(standing: &SplitStanding, recipient: Address) -> String {
    let at = standing.recipients.iter().position(|it| *it == recipient);
    let share = at.and_then(|at| standing.allocations.get(at)).and_then(|text| text.parse::<U256>().ok());
    let total = standing.total_allocation.parse::<U256>().ok().filter(|total| !total.is_zero());
    let (Some(share), Some(total)) = (share, total) else { return "0 %".to_owned() };
    let scaled = share.checked_mul(U256::from(1_000_000)).map(|scaled| scaled / total);
    let Some(scaled) = scaled else { return format!("{share}/{total}") };
    let (whole, part) = (scaled / U256::from(10_000), scaled % U256::from(10_000));
    let part = format!("{:0>4}", part.to_string());
    match part.trim_end_matches('0') {
        "" => format!("{whole} %"),
        part => format!("{whole}.{part} %"),
    }
}

fn name_of(standing: &SplitStanding, recipient: Address) -> Option<&str> {
    let at = standing.recipients.iter().position(|it| *it == recipient)?;
    standing.recipient_names.get(at).map(String::as_str)
}

/// Shares of everybody who receives before or after, then who may change them.
pub fn changed(was: &SplitEntry, is: &SplitEntry, found: &mut Found) {
    let (before, after) = (end(was), end(is));
    if before == after {
        return;
    }
    let (name, said) = (&is.name, found.0.len());
    let about = |id: &'static str| Message::new(id).with("split", &is.label);
    shares(&before, &after, name, &about, found);
    if (before.owner, &before.owner_name) != (after.owner, &after.owner_name) {
        let message =
            about("diff-split-owner").with("old", &before.owner_name).with("old_address", before.owner);
        found.warn(name, message.with("new", &after.owner_name).with("address", after.owner));
    }
    if before.incentive != after.incentive {
        let message = about("diff-split-incentive").with("old", before.incentive);
        found.warn(name, message.with("new", after.incentive));
    }
    if found.0.len() == said {
        rest::fields(&before, &after, &[], name, found);
    } else if was.address == is.address {
        found.note(name, about("diff-split-until"));
    }
}

fn shares(
    before: &SplitStanding,
    after: &SplitStanding,
    name: &str,
    about: &impl Fn(&'static str) -> Message,
    found: &mut Found,
) {
    let gone = before.recipients.iter().filter(|it| !after.recipients.contains(it));
    for recipient in after.recipients.iter().chain(gone).copied() {
        let (was, is) = (share(before, recipient), share(after, recipient));
        let (named, renamed) = (name_of(before, recipient), name_of(after, recipient));
        let who = renamed.or(named).unwrap_or("-");
        if was != is {
            let message = about("diff-split-share").with("recipient", who).with("address", recipient);
            found.warn(name, message.with("old", was).with("new", is));
        }
        if let (Some(old), Some(new)) = (named, renamed)
            && old != new
        {
            let message = about("diff-split-name").with("address", recipient);
            found.warn(name, message.with("old", old).with("new", new));
        }
    }
}
