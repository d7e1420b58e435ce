//! The part and the sealed file, as they follow from the journal.

use std::sync::Arc;

use serde::Serialize;

use super::{MemberState, Settled, WalletState};
use crate::ceremony::WalletScript;
use crate::keys::Digest;
use crate::manifest::{
    DeviceFacts, KeptAccount, Part, PartAddress, PartWallet, Sealed, SealedAccount, canonical,
};
use crate::text::Problem;

/// The detail that tells whose root a device's proof leads to.
pub const AUTHENTICITY: &str = "authenticity";
/// The detail that tells that the device checked its backup; absent where the plan does not ask for it.
const BACKUP: &str = "backup";
/// What stands there for a model that has nothing to prove itself with.
pub const NO_PROOF: &str = "none";

/// A member's part and sealed file, from the state just before the part is settled and the journal's head and length then.
///
/// # Errors
/// Something is not settled yet, or has no canonical form.
pub fn part_and_sealed(state: &MemberState, head: Digest, events: u64) -> Result<Settled, Problem> {
    let unsettled = || Problem::finding("part-unsettled").with("member", &state.script.member);
    let sealed = Arc::new(sealed_file(state, head, events).ok_or_else(unsettled)?);
    let sealed_digest = Digest::of(&canonical_bytes(&*sealed)?);
    let part = Arc::new(part_file(state, sealed_digest).ok_or_else(unsettled)?);
    let digest = Digest::of(&canonical_bytes(&*part)?);
    Ok(Settled { part, sealed, digest, sealed_digest })
}

/// The one encoding of a file.
pub(super) fn canonical_bytes<T: Serialize>(file: &T) -> Result<Vec<u8>, Problem> {
    canonical::to_bytes(file).map_err(|error| Problem::unusable("not-canonical").with("reason", error))
}

fn sealed_file(state: &MemberState, head: Digest, events: u64) -> Option<Sealed> {
    let accounts = pairs(state).flat_map(|(script, wallet)| sealed_accounts(script, wallet)).collect();
    Some(Sealed {
        accounts,
        ceremony: state.heading()?.clone(),
        device: device(state)?,
        exceptions: state.exceptions.clone(),
        journal_events: events,
        journal_head: head,
        kept: pairs(state).flat_map(|(script, wallet)| kept_accounts(script, wallet)).collect(),
        member: state.script.member.clone(),
        seed_commitment: state.commitment?,
        r#type: Sealed::TYPE.to_owned(),
    })
}

/// What the device said of itself, with what its hardware and firmware told.
fn device(state: &MemberState) -> Option<DeviceFacts> {
    let mut facts = state.checked?.with_facts(state.facts.clone()?);
    facts.details.extend(state.backup_checked.then(|| (BACKUP.to_owned(), "checked".to_owned())));
    Some(facts)
}

fn part_file(state: &MemberState, sealed_sha256: Digest) -> Option<Part> {
    let begun = state.begun.as_ref()?;
    let wallets = pairs(state).map(|(script, wallet)| part_wallet(script, wallet)).collect::<Option<_>>()?;
    let mut addresses = Vec::with_capacity(state.script.addresses());
    for (script, wallet) in pairs(state) {
        addresses.extend(part_addresses(script, wallet)?);
    }
    Some(Part {
        addresses,
        ceremony: begun.ceremony.clone(),
        exceptions: state.exceptions.len() as u64,
        member: state.script.member.clone(),
        sealed_sha256,
        tool: begun.tool.clone(),
        r#type: Part::TYPE.to_owned(),
        wallets,
    })
}

fn pairs(state: &MemberState) -> impl Iterator<Item = (&WalletScript, &WalletState)> {
    state.script.wallets.iter().zip(&state.wallets)
}

fn sealed_accounts(script: &WalletScript, wallet: &WalletState) -> Vec<SealedAccount> {
    let name = |number| {
        let named = script.wallet.accounts.iter().find(|account| account.number == number);
        named.map_or(String::new(), |account| account.name.clone())
    };
    let account = |(path, xpub): (&crate::keys::AccountPath, &crate::keys::AccountXpub)| SealedAccount {
        name: name(path.account()),
        path: *path,
        wallet: script.name().to_owned(),
        xpub: xpub.clone(),
    };
    script.accounts.iter().zip(&wallet.xpubs).map(account).collect()
}

fn kept_accounts(script: &WalletScript, wallet: &WalletState) -> Vec<KeptAccount> {
    let kept =
        |path: &crate::keys::AccountPath| KeptAccount { path: *path, wallet: script.name().to_owned() };
    script.accounts.iter().take(wallet.kept).map(kept).collect()
}

fn part_wallet(script: &WalletScript, wallet: &WalletState) -> Option<PartWallet> {
    Some(PartWallet {
        entries: script.entries(),
        entry: script.entry().to_owned(),
        identity: wallet.identity?,
        name: script.name().to_owned(),
        signer: script.wallet.signer.clone(),
        tier: u64::from(script.wallet.tier),
    })
}

/// Every address of a wallet; none while one of them is not confirmed.
fn part_addresses<'s>(
    script: &'s WalletScript,
    wallet: &'s WalletState,
) -> Option<impl Iterator<Item = PartAddress> + 's> {
    if wallet.confirmed.len() != script.roles.len() {
        return None;
    }
    let rows = script.roles.iter().zip(&wallet.confirmed).map(|(role, confirmed)| PartAddress {
        address: confirmed.address(),
        label: role.label.clone(),
        path: role.path,
        role: role.name.clone(),
        wallet: script.id().name.clone(),
    });
    Some(rows)
}
