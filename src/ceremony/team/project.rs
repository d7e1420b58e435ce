//! The manifest, as it follows from the plan and the parts.

use std::collections::BTreeMap;

use super::batches::batches_of;
use super::changes::changes_of;
use super::contracts_of;
use crate::keys::Address;
use crate::manifest::{
    ContractFile, ExternalEntry, Heading, Manifest, ManifestAddress, Part, PartDigests, Signer, Tool,
};
use crate::plan::Plan;
use crate::text::Problem;

/// The manifest with the files of its contracts, from the plan and all parts, each with the digests of its files, in
/// the plan's order.
///
/// # Errors
/// A contract cannot be predicted, or a name stands for nothing.
pub fn manifest_of(
    plan: &Plan,
    heading: &Heading,
    tool: &Tool,
    parts: &[(&Part, &PartDigests)],
) -> Result<(Manifest, Vec<ContractFile>), Problem> {
    let addresses: Vec<_> = parts.iter().flat_map(|(part, _)| rows(part)).collect();
    let mut known: BTreeMap<&str, Address> =
        addresses.iter().map(|row| (row.role.as_str(), row.address)).collect();
    known.extend(plan.externals.iter().filter_map(|one| Some((one.name.as_str(), one.address?))));
    let (mut contracts, files) = contracts_of(plan, heading, &known)?;
    let made: Vec<_> = contracts.iter().map(|entry| (entry.name().to_owned(), entry.address())).collect();
    known.extend(made.iter().map(|(name, address)| (name.as_str(), *address)));
    let mut batches = changes_of(plan, &mut contracts, &known)?;
    batches.extend(batches_of(plan, &contracts, &known)?);
    let manifest = Manifest {
        batches,
        ceremony: heading.clone(),
        contracts,
        exceptions: parts.iter().fold(0, |count, (_, digests)| digests.exceptions.saturating_add(count)),
        externals: plan.externals.iter().map(external).collect(),
        parts: parts.iter().map(|(_, digests)| (*digests).clone()).collect(),
        policy: signers(&addresses, plan.signers.iter())?,
        tool: tool.clone(),
        r#type: Manifest::TYPE.to_owned(),
        wallet_signers: signers(&addresses, plan.wallets.iter().map(|wallet| &wallet.signer))?,
        addresses,
    };
    Ok((manifest, files))
}

fn rows(part: &Part) -> impl Iterator<Item = ManifestAddress> {
    let tier = |wallet: &str| part.wallets.iter().find(|w| w.name == wallet).map_or(0, |w| w.tier);
    part.addresses.iter().map(move |row| ManifestAddress {
        address: row.address,
        label: row.label.clone(),
        member: part.member.clone(),
        path: row.path,
        role: row.role.clone(),
        tier: tier(&row.wallet),
        wallet: row.wallet.clone(),
    })
}

fn external(external: &crate::plan::External) -> ExternalEntry {
    ExternalEntry {
        address: external.address.map_or("TBD".to_owned(), |address| address.to_string()),
        label: external.label.clone(),
        name: external.name.clone(),
    }
}

fn signers<'r>(
    addresses: &[ManifestAddress],
    roles: impl Iterator<Item = &'r String>,
) -> Result<Vec<Signer>, Problem> {
    let signer = |role: &String| {
        let row = addresses.iter().find(|row| row.role == *role);
        let row = row.ok_or_else(|| Problem::finding("name-unknown").with("name", role))?;
        let ManifestAddress { address, member, role, wallet, .. } = row.clone();
        Ok(Signer { address, member, role, wallet })
    };
    roles.map(signer).collect()
}
