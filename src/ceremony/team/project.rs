//! The manifest, as it follows from the plan and the parts.

use std::collections::{BTreeMap, HashSet};

use super::batches::batches_of;
use super::changes::changes_of;
use super::contracts_of;
use crate::keys::Address;
use crate::manifest::{
    ByName, CarriedDigests, ContractFile, ExternalEntry, Heading, Manifest, ManifestAddress, Part,
    PartAddress, PartDigests, RetiredEntry, Signer, Tool, WitnessEntry,
};
use crate::plan::{Plan, Retired, Role, Wallet};
use crate::text::Problem;

/// The manifest with the files of its contracts, from the plan and all parts, each with the digests of its files, in
/// the plan's order; `carried` are the earlier parts that addresses come from, which were checked before.
///
/// # Errors
/// A contract cannot be predicted, or a name stands for nothing.
pub fn manifest_of(
    plan: &Plan,
    heading: &Heading,
    tool: &Tool,
    parts: &[(&Part, &PartDigests)],
    carried: &[CarriedDigests],
) -> Result<(Manifest, Vec<ContractFile>), Problem> {
    let addresses = rows(plan, parts);
    // Only contracts and batches name addresses.
    let named = !(plan.safes.is_empty() && plan.splits.is_empty() && plan.batches.is_empty());
    let mut known: BTreeMap<&str, Address> =
        addresses.iter().filter(|_| named).map(|row| (row.role.as_str(), row.address)).collect();
    known.extend(plan.externals.iter().filter_map(|one| Some((one.name.as_str(), one.address?))));
    let (mut contracts, files) = contracts_of(plan, heading, &known)?;
    let made: Vec<_> = contracts.iter().map(|entry| (entry.name().to_owned(), entry.address())).collect();
    known.extend(made.iter().map(|(name, address)| (name.as_str(), *address)));
    let mut batches = changes_of(plan, &mut contracts, &known)?;
    batches.extend(batches_of(plan, &contracts, &known)?);
    let manifest = Manifest {
        batches,
        carried: carried.to_vec(),
        ceremony: heading.clone(),
        contracts,
        exceptions: parts.iter().fold(0, |count, (_, digests)| digests.exceptions.saturating_add(count)),
        externals: plan.externals.iter().map(external).collect(),
        parts: parts.iter().map(|(_, digests)| (*digests).clone()).collect(),
        policy: signers(&addresses, plan.signers.iter())?,
        retired: plan.retired.iter().map(retired).collect(),
        succession: plan.succession,
        tool: tool.clone(),
        r#type: Manifest::TYPE.to_owned(),
        wallet_signers: signers(&addresses, plan.wallets.iter().map(|wallet| &wallet.signer))?,
        witnesses: WitnessEntry::all_of(plan, heading.rehearsal),
        addresses,
    };
    Ok((manifest, files))
}

/// Every address, member by member and wallet by wallet: as this ceremony's parts have it, or as the plan carries it.
fn rows(plan: &Plan, parts: &[(&Part, &PartDigests)]) -> Vec<ManifestAddress> {
    let shown: Vec<&PartAddress> = parts.iter().flat_map(|(part, _)| &part.addresses).collect();
    let mut shown = ByName::new(&shown, |row| &row.role);
    let carried: BTreeMap<&str, u64> =
        plan.carried().into_iter().map(|(role, since)| (role.name.as_str(), since)).collect();
    let mut row = |wallet: &Wallet, role: &Role| {
        let since = if carried.is_empty() { None } else { carried.get(role.name.as_str()).copied() };
        let address =
            if since.is_some() { role.address } else { shown.get(&role.name).map(|row| row.address) };
        Some(ManifestAddress {
            address: address?,
            label: role.label.clone(),
            member: wallet.id.custodian.clone(),
            path: role.path,
            role: role.name.clone(),
            since,
            tier: u64::from(wallet.tier),
            wallet: wallet.id.name.clone(),
        })
    };
    let mut rows = Vec::with_capacity(plan.roles.len());
    for wallet in plan.custodians.iter().flat_map(|custodian| plan.wallets_of(&custodian.name)) {
        rows.extend(plan.roles_of(&wallet.id).filter_map(|role| row(wallet, role)));
    }
    rows
}

fn retired(it: &Retired) -> RetiredEntry {
    RetiredEntry {
        address: it.address,
        label: it.label.clone(),
        name: it.name.clone(),
        reason: it.reason.clone(),
        sequence: it.sequence,
    }
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
    let roles: Vec<_> = roles.collect();
    let wanted: HashSet<&str> = roles.iter().map(|role| role.as_str()).collect();
    let rows: Vec<_> = addresses.iter().filter(|row| wanted.contains(row.role.as_str())).collect();
    let mut rows = ByName::new(&rows, |row| &row.role);
    let mut signer = |role: &String| {
        let row = rows.get(role).copied();
        let row = row.ok_or_else(|| Problem::finding("name-unknown").with("name", role))?;
        let [member, role, wallet] = [&row.member, &row.role, &row.wallet].map(|name| name.to_string());
        Ok(Signer { address: row.address, member, role, wallet })
    };
    roles.into_iter().map(&mut signer).collect()
}
