//! Whether a plan can follow a manifest at all. What the verifier would refuse afterwards is refused before anybody signs.

use std::sync::Arc;

use super::manifest_of;
use crate::keys::{Address, AddressPath, Digest};
use crate::manifest::passage::{Breach, Passage, Rule, place, reused};
use crate::manifest::{Heading, Manifest, ManifestAddress, Part, PartAddress, PartDigests, Previous};
use crate::plan::{Plan, Role};
use crate::text::Problem;

/// Holds a plan to the manifest right before it, by the rules that the verifier holds its manifest to: it is the next of the
/// same history, nothing vanishes or becomes something else, contracts stand as they were left, no label passes to another
/// address, and enough signers agree. And every wallet keeps the first address that its paper has.
///
/// # Errors
/// It is not the manifest that the plan names, or the first thing that the verifier would refuse.
pub fn follows(plan: &Plan, rehearsal: bool, previous: &Previous) -> Result<(), Problem> {
    let heading = Heading::of(plan, rehearsal);
    first(&place(previous, &heading), previous)?;
    first_addresses(plan, &previous.manifest)?;
    let foreseen = foreseen(plan, &heading, &previous.manifest)?;
    let passage = Passage { before: previous, after: &foreseen, plan };
    first(&passage.contracts(), previous)?;
    first(&passage.kept(), previous)?;
    first(&reused(&previous.manifest, &foreseen), previous)?;
    let agreement = passage.agreement();
    if agreement.there < agreement.needed {
        let problem = Problem::finding("next-succession").with("there", agreement.there);
        return Err(problem.with("needed", agreement.needed).with("signers", agreement.signers));
    }
    Ok(())
}

/// The first of what does not hold.
fn first(broken: &[Breach], previous: &Previous) -> Result<(), Problem> {
    let Some(it) = broken.first() else { return Ok(()) };
    let id = match it.rule {
        Rule::Sequence => "next-sequence",
        Rule::Named => "previous-other",
        Rule::History => "next-history",
        Rule::Mixed => "next-mixed",
        Rule::Contract => "next-contract",
        Rule::State => "next-state",
        Rule::Vanished => "next-vanished",
        Rule::RetiredOther => "next-retired-other",
        Rule::Forgotten => "next-forgotten",
        Rule::Never => "next-never",
        Rule::Dissolved => "next-dissolved",
        Rule::Claimed => "next-claimed",
        Rule::Label => "next-label",
    };
    let problem = Problem::finding(id).with("name", &it.name).with("digest", previous.digest);
    Err(it.address.iter().fold(problem, |problem, address| problem.with("address", address)))
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

/// The manifest as far as plan and last manifest tell it.
fn foreseen(plan: &Plan, heading: &Heading, before: &Manifest) -> Result<Manifest, Problem> {
    let row = |role: &Arc<Role>| PartAddress {
        address: expected(role, before),
        label: role.label.clone(),
        path: role.path,
        role: role.name.clone(),
        wallet: role.wallet.name.clone(),
    };
    let part = Part {
        addresses: plan.roles.iter().map(row).collect(),
        ceremony: heading.clone(),
        exceptions: 0,
        member: String::new(),
        sealed_sha256: Digest::ZERO,
        tool: before.tool.clone(),
        r#type: Part::TYPE.to_owned(),
        wallets: Vec::new(),
    };
    let digests = PartDigests {
        exceptions: 0,
        journal_sha256: Digest::ZERO,
        member: String::new(),
        part_sha256: Digest::ZERO,
        sealed_sha256: Digest::ZERO,
        unpinned: false,
    };
    Ok(manifest_of(plan, heading, &before.tool, &[(&part, &digests)], &[])?.0)
}

/// Member, wallet and path: what decides a key's address.
type Place<'a> = (&'a str, &'a str, AddressPath);

/// The address that the plan tells, or the one that the last manifest has at the role's place. A new one's nobody knows yet:
/// it is told by a digest of its place, which is no address of anything else.
fn expected(role: &Role, before: &Manifest) -> Address {
    let at: Place = (&role.wallet.custodian, &role.wallet.name, role.path);
    let known = || before.addresses.iter().find(|row| (&*row.member, &*row.wallet, row.path) == at);
    let new = || {
        let digest = Digest::of(format!("new: {} {}", role.wallet, role.path));
        let mut bytes = [0; 20];
        bytes.copy_from_slice(&digest.as_bytes()[..20]);
        Address::from_bytes(bytes)
    };
    role.address.or_else(|| known().map(|row| row.address)).unwrap_or_else(new)
}
