//! Who holds wallets, who brought parts, and who signs.

use std::collections::BTreeSet;

use super::{Found, pairs, rest};
use crate::manifest::{Manifest, PartDigests, Signer, WitnessEntry};
use crate::plan::WitnessMeans;
use crate::text::Message;

/// Members, wallets, parts, the manifest's signers and the wallets'.
pub fn compare(old: &Manifest, new: &Manifest, found: &mut Found) {
    members(old, new, found);
    for (was, is) in pairs(&old.parts, &new.parts, |part| &part.member) {
        part(was, is, found);
    }
    policy(old, new, found);
    witnesses(&old.witnesses, &new.witnesses, found);
    fn wallet(signer: &Signer) -> (&str, &str) {
        (&signer.member, &signer.wallet)
    }
    let kept = &wallets(old) & &wallets(new);
    for (was, is) in pairs(&old.wallet_signers, &new.wallet_signers, wallet) {
        match (was, is) {
            (Some(was), Some(is)) => signer("diff-wallet-signer-key", was, is, found),
            // Of a wallet that comes or goes it is said already.
            (was, is) => {
                for (id, one) in [("diff-wallet-signer-gone", was), ("diff-wallet-signer-new", is)] {
                    if let Some(one) =
                        one.filter(|one| kept.contains(&wallet(one)) || !in_rows(one, old, new))
                    {
                        found.warn(&one.role, about(id, one));
                    }
                }
            }
        }
    }
}

/// Who was there besides, and how each signs.
pub fn witnesses(old: &[WitnessEntry], new: &[WitnessEntry], found: &mut Found) {
    for (was, is) in pairs(old, new, |witness| &witness.name) {
        if was == is {
            continue;
        }
        if let Some(was) = was {
            found.warn(&was.name, Message::new("diff-witness-gone").with("witness", &was.name));
        }
        let Some(is) = is else { continue };
        let message = match (is.signs, is.address) {
            (WitnessMeans::Paper, _) => Message::new("diff-witness-paper"),
            (WitnessMeans::Key, None) => Message::new("diff-witness-any"),
            (WitnessMeans::Key, Some(address)) => Message::new("diff-witness").with("address", address),
        };
        found.warn(&is.name, message.with("witness", &is.name));
    }
}

fn in_rows(signer: &Signer, old: &Manifest, new: &Manifest) -> bool {
    let wallet = (&*signer.member, &*signer.wallet);
    wallets(old).contains(&wallet) || wallets(new).contains(&wallet)
}

fn wallets(manifest: &Manifest) -> BTreeSet<(&str, &str)> {
    manifest.addresses.iter().map(|row| (row.member.as_str(), row.wallet.as_str())).collect()
}

fn holders(manifest: &Manifest) -> BTreeSet<&str> {
    let rows = manifest.addresses.iter().map(|row| row.member.as_str());
    rows.chain(manifest.parts.iter().map(|part| part.member.as_str())).collect()
}

fn members(old: &Manifest, new: &Manifest, found: &mut Found) {
    let (before, after) = (holders(old), holders(new));
    for (id, who) in
        [("diff-member-new", after.difference(&before)), ("diff-member-gone", before.difference(&after))]
    {
        who.for_each(|member| found.warn(member, Message::new(id).with("member", member)));
    }
    let (before, after) = (wallets(old), wallets(new));
    for (id, which) in
        [("diff-wallet-new", after.difference(&before)), ("diff-wallet-gone", before.difference(&after))]
    {
        for (member, wallet) in which {
            found.warn(member, Message::new(id).with("wallet", format!("{member}/{wallet}")));
        }
    }
}

fn part(was: Option<&PartDigests>, is: Option<&PartDigests>, found: &mut Found) {
    let about = |id: &'static str, part: &PartDigests| Message::new(id).with("member", &part.member);
    match (was, is) {
        (Some(was), Some(is)) => {
            let files = |it: &PartDigests| (it.part_sha256, it.sealed_sha256, it.journal_sha256);
            if files(was) != files(is) {
                found.note(&is.member, about("diff-part", is));
            }
            if is.unpinned && !was.unpinned {
                found.warn(&is.member, about("diff-part-unpinned", is));
            } else if was.unpinned && !is.unpinned {
                found.note(&is.member, about("diff-part-pinned", is));
            }
            let told = ["journal_sha256", "member", "part_sha256", "sealed_sha256", "unpinned"];
            rest::fields(was, is, &told, &is.member, found);
        }
        (None, Some(is)) => {
            found.note(&is.member, about("diff-part-new", is));
            if is.unpinned {
                found.warn(&is.member, about("diff-part-unpinned", is));
            }
        }
        (Some(was), None) => found.note(&was.member, about("diff-part-gone", was)),
        (None, None) => {}
    }
}

/// A message about a signer.
pub fn about(id: &'static str, signer: &Signer) -> Message {
    let message = Message::new(id).with("role", &signer.role).with("address", signer.address);
    message.with("wallet", format!("{}/{}", signer.member, signer.wallet))
}

/// The signers of the manifest by their roles, and whether those of the old one still outweigh the others.
fn policy(old: &Manifest, new: &Manifest, found: &mut Found) {
    let said = found.0.len();
    for (was, is) in pairs(&old.policy, &new.policy, |signer| &signer.role) {
        match (was, is) {
            (Some(was), Some(is)) => signer("diff-signer-key", was, is, found),
            (None, Some(is)) => found.warn(&is.role, about("diff-signer-new", is)),
            (Some(was), None) => found.warn(&was.role, about("diff-signer-gone", was)),
            (None, None) => {}
        }
    }
    if found.0.len() > said {
        let kept =
            old.policy.iter().filter(|it| new.policy.iter().any(|one| one.address == it.address)).count();
        let message = Message::new("diff-signers").with("kept", kept).with("old", old.policy.len());
        found.warn("manifest", message.with("new", new.policy.len()));
    }
}

fn signer(id: &'static str, was: &Signer, is: &Signer, found: &mut Found) {
    if was.address != is.address {
        found.warn(&is.role, about(id, is).with("old", was.address));
    }
    rest::fields(was, is, &["address"], &is.role, found);
}
