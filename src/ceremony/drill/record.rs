//! The record, as it follows from the journal.

use super::state::DrillWalletState;
use super::{DrillState, DrillWalletOrder};
use crate::keys::Digest;
use crate::manifest::{Drill, DrillAddress, DrillWallet, canonical};
use crate::text::Problem;

/// The record's bytes with their SHA-256, from the state just before it is settled and the journal's head and length
/// then.
///
/// # Errors
/// Something is not settled yet, or has no canonical form.
pub fn record(state: &DrillState, head: Digest, events: u64) -> Result<(Vec<u8>, Digest), Problem> {
    let unsettled = || Problem::finding("part-unsettled").with("member", &state.order.member);
    let record = drill(state, head, events).ok_or_else(unsettled)?;
    let bytes = canonical::to_bytes(&record)
        .map_err(|error| Problem::unusable("not-canonical").with("reason", error))?;
    let digest = Digest::of(&bytes);
    Ok((bytes, digest))
}

fn drill(state: &DrillState, head: Digest, events: u64) -> Option<Drill> {
    let ((begun, time), (facts, same)) = (state.begun.clone()?, state.facts.clone()?);
    let compared = state.order.wallets.iter().zip(&state.wallets).filter(|(_, wallet)| !wallet.left_out);
    Some(Drill {
        ceremony: begun.ceremony,
        device: state.checked?.with_facts(facts),
        exceptions: state.exceptions.clone(),
        journal_events: events,
        journal_head: head,
        left_out: state.left_out().map(str::to_owned).collect(),
        manifest_sha256: begun.manifest,
        member: begun.member,
        same_device: same,
        seed_commitment: state.commitment?,
        time,
        tool: begun.tool,
        r#type: Drill::TYPE.to_owned(),
        wallets: compared.map(|(order, wallet)| drilled(order, wallet)).collect::<Option<_>>()?,
    })
}

/// A wallet with every address; none while one of them was not compared.
fn drilled(order: &DrillWalletOrder, wallet: &DrillWalletState) -> Option<DrillWallet> {
    let row = |row: &crate::manifest::ManifestAddress| DrillAddress {
        address: row.address,
        path: row.path,
        role: row.role.to_string(),
    };
    (wallet.compared == order.rows.len()).then(|| DrillWallet {
        addresses: order.rows.iter().map(row).collect(),
        identity: order.identity,
        name: order.name().to_owned(),
        signer: order.wallet.signer.clone(),
    })
}
