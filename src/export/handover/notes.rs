//! Notes for clusters whose fee recipient stands in no file of a node.

use std::collections::BTreeSet;

use super::{Handover, Policy};
use crate::keys::Address;
use crate::manifest::{Layout, Manifest};
use crate::plan::{self, protocols};
use crate::text::Problem;
use crate::verify::Bundle;

/// SSVNetwork by chain (ssvlabs/gitbook-docs 6bdb719, docs/developers/smart-contracts/README.md, 2026-05-27).
const SSV_NETWORK: [(u64, &str); 2] = [
    (1, "0xDD9BC35aE942eF0cFa76930954a156B3fF30a4E1"),
    (560_048, "0x58410Bef803ECd7E63B23664C586A6DB72DAf59c"),
];

/// Selector of `setFeeRecipientAddress(address)` (ssvlabs/ssv 365a4aba, eth/contract/contract.go).
const SET_FEE_RECIPIENT: &str = "dbcdc2cc";

/// Chains that charon's definitions are about (ObolNetwork/charon e6284707, fork versions).
const CHARON: [u64; 2] = [1, 560_048];

/// SSV: the fee recipient is what the clusters' owner sets at the network's contract. The note has the call, and which addresses of the
/// manifest name SSV.
///
/// # Errors
/// The policy is Rocket Pool's, whose validators its own software runs, or the chain has no known contract.
pub fn notes_ssv(handover: &Handover, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
    let network = SSV_NETWORK.iter().find(|(chain, _)| *chain == handover.chain.id).map(|(_, to)| *to);
    let to =
        network.filter(|_| handover.policy != Policy::RocketPool).ok_or_else(|| handover.unknown("SSV"))?;
    let word = hex::encode(handover.fee_recipient.as_bytes());
    let mut note = handover.sentences(&[
        "handover-from",
        &format!("handover-to-{}", handover.policy.name()),
        "handover-use-notes-ssv",
        "handover-ssv-owner",
    ]);
    note += &format!("\nto:    {to}\nvalue: 0\ndata:  0x{SET_FEE_RECIPIENT}{word:0>64}\n");
    let named = named(bundle, manifest, "SSV", handover.chain.id)?;
    if !named.is_empty() {
        note += &format!("\n{}", handover.sentences(&["handover-ssv-roles"]));
        note += &named.iter().map(|(address, label)| format!("{address}  {label}\n")).collect::<String>();
    }
    Ok(note.into_bytes())
}

/// Obol: fee recipient and withdrawal address stand in the cluster's definition, so the note has the arguments that it is made with.
///
/// # Errors
/// No withdrawal address is known for the policy, or charon does not know the chain.
pub fn notes_obol(handover: &Handover) -> Result<Vec<u8>, Problem> {
    let withdrawal = handover.withdrawal()?;
    if !CHARON.contains(&handover.chain.id) {
        return Err(handover.unknown("Obol"));
    }
    let note = handover.sentences(&[
        "handover-from",
        &format!("handover-to-{}", handover.policy.name()),
        "handover-use-notes-obol",
        &handover.about_withdrawals(),
        "handover-obol-fixed",
    ]);
    Ok(format!(
        "{note}\n--network={} --fee-recipient-addresses={} --withdrawal-addresses={withdrawal}\n",
        handover.chain.name, handover.fee_recipient
    )
    .into_bytes())
}

/// The addresses of the manifest whose roles or, on this chain, contracts name a protocol, with their labels.
fn named(
    bundle: &Bundle,
    manifest: &Manifest,
    protocol: &str,
    chain_id: u64,
) -> Result<Vec<(Address, String)>, Problem> {
    let missing = || Problem::finding("bundle-missing").with("file", Layout::PLAN);
    let plan = plan::read(&bundle.get(Layout::PLAN).ok_or_else(missing)?, Layout::PLAN).into_plan()?;
    let Some(protocol) = protocols().iter().find(|it| it.name == protocol) else { return Ok(Vec::new()) };
    let named: BTreeSet<_> = plan
        .roles
        .iter()
        .filter(|role| protocol.is_named_by(&plan, role))
        .map(|role| role.name.as_str())
        .collect();
    let rows = manifest.addresses.iter().filter(|row| named.contains(row.role.as_str()));
    let contracts = manifest.contracts.iter().filter(|it| it.chains().contains(&chain_id));
    let contracts = contracts.filter(|it| protocol.is_one_of(&[it.name(), it.label()]));
    let keys = rows.map(|row| (row.address, row.label.to_string()));
    Ok(keys.chain(contracts.map(|it| (it.address(), it.label().to_owned()))).collect())
}
