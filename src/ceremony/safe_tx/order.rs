//! What is signed and by whom, as it follows from a verified manifest, the signer's part and the plan.

use crate::contracts::safe_tx::{Circumstances, Finding, Severity};
use crate::contracts::{SafeState, SafeTx, Transaction};
use crate::keys::{Address, WalletIdentity};
use crate::manifest::{BatchEntry, ContractEntry, Manifest, Part, SafeEntry};
use crate::plan::{Linted, Role, Wallet};
use crate::text::Problem;

/// What is signed, by whom, and what its signer's wallet is known by.
pub struct SafeTxOrder<'a> {
    /// The reviewed plan.
    pub plan: &'a Linted,
    /// Whether it is a rehearsal's.
    pub rehearsal: bool,
    /// What people call the batch.
    pub label: String,
    /// What each of its calls does, a sentence each.
    pub calls: Vec<String>,
    /// What somebody should say is meant, before it is signed.
    pub warnings: Vec<Finding>,
    /// The transaction.
    pub tx: SafeTx,
    /// The role that signs.
    pub role: &'a Role,
    /// Its address in the manifest.
    pub signer: Address,
    /// Its wallet.
    pub wallet: &'a Wallet,
    /// What the wallet is known by, from the signer's part.
    pub identity: WalletIdentity,
    /// The wallet's first address, which is on its sheet of paper.
    pub first: (&'a Role, Address),
}

impl<'a> SafeTxOrder<'a> {
    /// An owner's order for a batch of this manifest. `part` is the part of the role's member, none where that member has no
    /// part in this ceremony; `tx` is the batch as the Safe's transaction.
    ///
    /// # Errors
    /// The role is none of the plan's and the manifest's, or owns nothing of the Safe when the batch runs; or the
    /// transaction would revert, lose funds or give the Safe away.
    pub fn of(
        plan: &'a Linted,
        manifest: &Manifest,
        part: Option<&Part>,
        role: &'a Role,
        entry: &BatchEntry,
        tx: SafeTx,
    ) -> Result<Self, Problem> {
        let unknown = || Problem::finding("name-unknown").with("name", &role.name);
        let wallet = plan.wallet(&role.wallet).ok_or_else(unknown)?;
        let row = manifest.addresses.iter().find(|row| row.role == role.name).ok_or_else(unknown)?;
        let safe = sender(manifest, entry)?;
        if !owners_at(manifest, entry, safe).0.contains(&row.address) {
            return Err(Problem::finding("safe-tx-not-owner")
                .with("role", &role.name)
                .with("safe", &safe.name)
                .with("batch", &entry.name));
        }
        let here = part.and_then(|part| part.wallets.iter().find(|known| known.name == wallet.id.name));
        let identity = here.map(|known| known.identity).or(wallet.identity).ok_or_else(unknown)?;
        Ok(Self {
            plan,
            rehearsal: manifest.ceremony.rehearsal,
            label: entry.label.clone(),
            calls: entry.calls.iter().map(|call| call.what.clone()).collect(),
            warnings: warnings(manifest, entry, safe, &tx)?,
            tx,
            role,
            signer: row.address,
            wallet,
            identity,
            first: first_address(plan, manifest, wallet).ok_or_else(unknown)?,
        })
    }
}

/// The first address of a wallet, with its line of the plan.
fn first_address<'a>(plan: &'a Linted, manifest: &Manifest, wallet: &Wallet) -> Option<(&'a Role, Address)> {
    let first = plan.roles.iter().find(|role| role.wallet == wallet.id)?;
    let row = manifest.addresses.iter().find(|row| row.role == first.name)?;
    Some((first, row.address))
}

/// What is to be said before it is signed. That the bundle has these calls speaks for none of them: a plan can be wrong,
/// too. Only the change of owners that the manifest spells out, from how the Safe stands to how it shall stand, is as meant.
fn warnings(
    manifest: &Manifest,
    entry: &BatchEntry,
    safe: &SafeEntry,
    tx: &SafeTx,
) -> Result<Vec<Finding>, Problem> {
    let (owners, threshold) = owners_at(manifest, entry, safe);
    let of_plan = own_change(entry, safe);
    let now = Some(state(owners, threshold));
    let known = Circumstances { version: &safe.version, safe_nonce: None, now, of_plan: &of_plan };
    let mut findings = tx.findings(&known);
    if let Some(error) = findings.iter().find(|finding| finding.severity == Severity::Error) {
        return Err(error.problem.clone());
    }
    findings.retain(|finding| finding.severity == Severity::Warning);
    Ok(findings)
}

/// The calls by which the Safe gets the owners and the threshold that the manifest gives it, where the batch is that
/// change.
fn own_change(entry: &BatchEntry, safe: &SafeEntry) -> Vec<Transaction> {
    let is_own = entry.changes.as_ref() == Some(&safe.name);
    let states = safe.before.as_ref().zip(safe.present.as_ref()).filter(|_| is_own);
    let change = states.and_then(|(before, present)| {
        let [before, present] = [before, present].map(|it| state(&it.owners, it.threshold));
        before.change(safe.address, &present).ok()
    });
    change.map_or(Vec::new(), |change| change.calls())
}

fn state(owners: &[Address], threshold: u64) -> SafeState {
    SafeState { owners: owners.to_vec(), threshold: u32::try_from(threshold).unwrap_or(u32::MAX) }
}

/// The Safe that sends a batch.
///
/// # Errors
/// No Safe of this manifest sends it: it is a key's own to send.
pub fn sender<'m>(manifest: &'m Manifest, entry: &BatchEntry) -> Result<&'m SafeEntry, Problem> {
    let safe = manifest.contracts.iter().find_map(|contract| match contract {
        ContractEntry::Safe(safe) if safe.name == entry.from_name && safe.address == entry.from => Some(safe),
        _ => None,
    });
    let none =
        || Problem::unusable("safe-tx-no-safe").with("batch", &entry.name).with("from", &entry.from_name);
    safe.ok_or_else(none)
}

/// Who owns the Safe, and how many of them must sign, when this batch of the manifest runs: batches run in its order.
fn owners_at<'m>(manifest: &Manifest, entry: &BatchEntry, safe: &'m SafeEntry) -> (&'m [Address], u64) {
    let changes = |batch: &BatchEntry| batch.changes.as_ref() == Some(&safe.name);
    let change = manifest.batches.iter().position(changes);
    let at = manifest.batches.iter().position(|batch| batch == entry);
    let is_before = change.is_some() && at <= change;
    let standing = if is_before { &safe.before } else { &safe.present };
    match standing {
        Some(standing) => (&standing.owners, standing.threshold),
        None => (&safe.owners, safe.threshold),
    }
}
