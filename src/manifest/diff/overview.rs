//! A manifest that nothing came before: what somebody who signs it must know of it besides its rows.

use std::collections::BTreeMap;

use super::{Difference, Found, addresses, batches, contracts, people};
use crate::manifest::Manifest;
use crate::text::Message;

/// Everything that a manifest says, as if there had been nothing before it: what speaks against it, who signs it and
/// who was there, its contracts, wallets and addresses.
pub fn overview(manifest: &Manifest) -> Vec<Difference> {
    let nothing = Manifest {
        addresses: Vec::new(),
        batches: Vec::new(),
        contracts: Vec::new(),
        externals: Vec::new(),
        ..manifest.clone()
    };
    let mut found = Found::default();
    parts(manifest, &mut found);
    signers(manifest, &mut found);
    people::witnesses(&[], &manifest.witnesses, &mut found);
    contracts::compare(&nothing, manifest, &mut found);
    batches::compare(&nothing, manifest, &mut found);
    wallets(manifest, &mut found);
    addresses::compare(&nothing, manifest, &mut found);
    found.0
}

fn parts(manifest: &Manifest, found: &mut Found) {
    for part in &manifest.parts {
        let about = |id: &'static str| Message::new(id).with("member", &part.member);
        if part.unpinned {
            found.warn(&part.member, about("diff-part-unpinned"));
        }
        if part.exceptions > 0 {
            found.warn(&part.member, about("diff-part-exceptions").with("count", part.exceptions));
        }
    }
}

fn signers(manifest: &Manifest, found: &mut Found) {
    for signer in &manifest.policy {
        found.warn(&signer.role, people::about("diff-signs", signer));
    }
    let (needed, signers) = (manifest.successors(), manifest.policy.len());
    let next = Message::new("diff-signs-next").with("needed", needed).with("signers", signers);
    found.warn("manifest", next);
}

/// Each wallet with how much of it there is, in the order of its first address.
fn wallets(manifest: &Manifest, found: &mut Found) {
    let mut counts: BTreeMap<(&str, &str), usize> = BTreeMap::new();
    for row in &manifest.addresses {
        *counts.entry((&row.member, &row.wallet)).or_default() += 1;
    }
    for signer in &manifest.wallet_signers {
        let id = (signer.member.as_str(), signer.wallet.as_str());
        let message = people::about("diff-wallet", signer).count("count", counts.remove(&id).unwrap_or(0));
        found.warn(&signer.member, message);
    }
    // Of a wallet that nobody signs for nothing else would tell.
    for ((member, wallet), count) in counts {
        let message = Message::new("diff-wallet-unsigned").with("wallet", format!("{member}/{wallet}"));
        found.warn(member, message.count("count", count));
    }
}
