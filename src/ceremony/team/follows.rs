//! Whether a plan can follow a manifest at all. What the verifier would refuse afterwards is refused before anybody signs.

use std::collections::{BTreeMap, BTreeSet};

use crate::keys::{Address, AddressPath};
use crate::manifest::{Manifest, ManifestAddress, Previous};
use crate::plan::{Plan, Role};
use crate::text::Problem;

/// Holds a plan to the manifest right before it: nothing of it vanishes, what was retired stays so, enough of its signers
/// sign the next one, and every wallet keeps the first address that its paper has.
///
/// # Errors
/// It is not the manifest that the plan names, or the first thing that the verifier would refuse.
pub fn follows(plan: &Plan, previous: &Previous) -> Result<(), Problem> {
    if plan.ceremony.previous != Some(previous.digest) {
        return Err(Problem::finding("previous-other").with("digest", previous.digest));
    }
    first_addresses(plan, &previous.manifest)?;
    nothing_vanishes(plan, &previous.manifest)?;
    succession(plan, &previous.manifest)
}

/// A wallet that the last manifest has keeps its first role: its paper has that address and no other.
fn first_addresses(plan: &Plan, before: &Manifest) -> Result<(), Problem> {
    for wallet in &plan.wallets {
        let of = |row: &&ManifestAddress| row.member == wallet.id.custodian && row.wallet == wallet.id.name;
        let Some(known) = before.addresses.iter().find(of) else { continue };
        let first = plan.roles.iter().find(|role| role.wallet == wallet.id);
        if first.is_some_and(|first| first.path != known.path) {
            let problem = Problem::finding("next-first").with("wallet", &wallet.id);
            return Err(problem.with("role", &known.role).with("address", known.address));
        }
    }
    Ok(())
}

/// Member, wallet and path: what decides a key's address.
type Place<'a> = (&'a str, &'a str, AddressPath);

fn of_role(role: &Role) -> Place<'_> {
    (&role.wallet.custodian, &role.wallet.name, role.path)
}

fn of_row(row: &ManifestAddress) -> Place<'_> {
    (&row.member, &row.wallet, row.path)
}

fn nothing_vanishes(plan: &Plan, before: &Manifest) -> Result<(), Problem> {
    let retired: BTreeSet<Address> = plan.retired.iter().map(|it| it.address).collect();
    let told = plan.roles.iter().filter_map(|role| role.address);
    let outside = plan.externals.iter().filter_map(|external| external.address);
    let stays: BTreeSet<Address> = told.chain(outside).collect();
    // A role that is shown again at its old path has its old address; a contract that keeps its name is held to its address
    // by the verifier.
    let again: BTreeSet<Place> = plan.roles.iter().map(of_role).collect();
    let rows: BTreeMap<Address, Place> =
        before.addresses.iter().map(|row| (row.address, of_row(row))).collect();
    let contracts = plan.safes.iter().map(|it| &it.name).chain(plan.splits.iter().map(|it| &it.name));
    let contracts: BTreeSet<&str> = contracts.map(String::as_str).collect();
    let vanished = before.live().find(|(address, _, name)| {
        let kept = rows.get(address).map_or_else(|| contracts.contains(name), |place| again.contains(place));
        !stays.contains(address) && !retired.contains(address) && !kept
    });
    let about = |id: &'static str, name: &str, address: Address| {
        Problem::finding(id).with("name", name).with("address", address)
    };
    if let Some((address, _, name)) = vanished {
        return Err(about("next-vanished", name, address));
    }
    match before.retired.iter().find(|it| !retired.contains(&it.address)) {
        Some(it) => Err(about("next-forgotten", &it.name, it.address)),
        None => Ok(()),
    }
}

/// Signers whose addresses the plan does not tell are those of the last manifest where their paths are.
fn succession(plan: &Plan, before: &Manifest) -> Result<(), Problem> {
    let signers: Vec<&Role> = plan.signers.iter().filter_map(|name| plan.role(name)).collect();
    let at = |role: &Role| {
        let known = || before.addresses.iter().find(|row| of_row(row) == of_role(role));
        role.address.or_else(|| known().map(|row| row.address))
    };
    let signs: BTreeSet<Address> = signers.into_iter().filter_map(at).collect();
    let there = before.policy.iter().filter(|signer| signs.contains(&signer.address)).count();
    if (there as u64) < before.successors() {
        let problem = Problem::finding("next-succession").with("there", there);
        return Err(problem.with("needed", before.successors()).with("signers", before.policy.len()));
    }
    Ok(())
}
