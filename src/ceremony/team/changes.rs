//! How contracts stand and shall stand, and the calls that lead from one to the other.

use alloy::primitives::U256;

use super::batches::call_entry;
use super::names::{self, Addresses, look, receivers, unknown};
use crate::contracts::safe::{OwnerCall, SafeState};
use crate::contracts::split::{SplitState, transfer_ownership};
use crate::keys::Address;
use crate::manifest::{
    BatchEntry, CallEntry, ContractEntry, SafeEntry, SafeStanding, SplitEntry, SplitStanding,
};
use crate::plan::{self, Plan, SafePlan, SplitPlan};
use crate::text::Problem;

/// Writes into each contract's entry how it stands, where that is not as it was created, and returns the batches of
/// those that this ceremony changes, in the contracts' order.
///
/// # Errors
/// A name stands for nothing, or the contract would refuse the change.
pub fn changes_of(
    plan: &Plan,
    contracts: &mut [ContractEntry],
    known: &Addresses,
) -> Result<Vec<BatchEntry>, Problem> {
    let mut batches = Vec::new();
    let names: Vec<String> = contracts.iter().map(|entry| entry.name().to_owned()).collect();
    for entry in contracts {
        batches.extend(match entry {
            ContractEntry::Safe(entry) => {
                let planned = plan.safes.iter().find(|safe| safe.name == entry.name);
                safe(planned.ok_or_else(|| unknown(&entry.name))?, entry, known)?
            }
            ContractEntry::Split(entry) => {
                let planned = plan.splits.iter().find(|split| split.name == entry.name);
                split(planned.ok_or_else(|| unknown(&entry.name))?, entry, known)?
            }
        });
    }
    // Whatever the batch counts on, contracts only, in the manifest's order.
    for batch in &mut batches {
        batch.needs = names.iter().filter(|name| batch.needs.contains(name)).cloned().collect();
    }
    Ok(batches)
}

fn safe(plan: &SafePlan, entry: &mut SafeEntry, known: &Addresses) -> Result<Option<BatchEntry>, Problem> {
    let state = |state: &plan::SafeState| -> Result<SafeState, Problem> {
        let owners = state.owners.iter().map(|name| look(known, name)).collect::<Result<_, _>>()?;
        Ok(SafeState { owners, threshold: state.threshold })
    };
    let (before, wanted) = (plan.before(), plan.after());
    let change = state(&before)?.change(entry.address, &state(&wanted)?)?;
    let names: Vec<_> = before.owners.iter().chain(&wanted.owners).collect();
    let standing = |state: &SafeState| -> Result<SafeStanding, Problem> {
        let owner_names = state.owners.iter().map(|owner| name_of(&names, known, *owner));
        Ok(SafeStanding {
            owner_names: owner_names.collect::<Result<_, _>>()?,
            owners: state.owners.clone(),
            threshold: u64::from(state.threshold),
        })
    };
    if plan.now.is_some() || plan.next.is_some() {
        entry.present = Some(standing(&change.after)?);
    }
    if change.steps.is_empty() {
        return Ok(None);
    }
    entry.before = Some(standing(&change.before)?);
    let calls = change.steps.iter().map(|step| {
        let name = |owner| name_of(&names, known, owner);
        let what = match step.call {
            OwnerCall::Swap { old, new, .. } => format!("owner {} in place of {}", name(new)?, name(old)?),
            OwnerCall::Add { owner, threshold } => {
                format!("owner {} joins, threshold {threshold}", name(owner)?)
            }
            OwnerCall::Remove { owner, threshold, .. } => {
                format!("owner {} leaves, threshold {threshold}", name(owner)?)
            }
            OwnerCall::Threshold(threshold) => format!("threshold {threshold}"),
        };
        Ok(call_entry(&step.call.transaction(entry.address), what))
    });
    let calls = calls.collect::<Result<Vec<_>, Problem>>()?;
    // An owner that is a Safe must be there before it is one.
    let joining = wanted.owners.into_iter().filter(|name| !before.owners.contains(name)).collect();
    Ok(Some(batch(&entry.name, &entry.label, (&entry.name, entry.address), joining, calls)))
}

/// The name, of these, that stands for an address.
fn name_of(names: &[&String], known: &Addresses, address: Address) -> Result<String, Problem> {
    let name = names.iter().find(|name| known.get(name.as_str()) == Some(&address));
    name.map(|name| (*name).clone()).ok_or_else(|| unknown(&address.to_string()))
}

fn split(
    split: &SplitPlan,
    entry: &mut SplitEntry,
    known: &Addresses,
) -> Result<Option<BatchEntry>, Problem> {
    if split.now.is_none() && split.next.is_none() {
        return Ok(None);
    }
    let (before, wanted) = (split.before(), split.after());
    let ((now, standing), (next, wished)) = (stand(split, &before, known)?, stand(split, &wanted, known)?);
    let mut calls = Vec::new();
    if now != next {
        let what = format!("pay {}", shares(&wished));
        calls.push(call_entry(&next.update(entry.address)?, what));
    }
    if standing.owner != wished.owner {
        let what = format!("owner {} in place of {}", wished.owner_name, standing.owner_name);
        calls.push(call_entry(&transfer_ownership(entry.address, wished.owner, None)?, what));
    }
    let from = (standing.owner_name.clone(), standing.owner);
    entry.present = Some(Box::new(wished));
    if calls.is_empty() {
        return Ok(None);
    }
    entry.before = Some(Box::new(standing));
    // Ownership passes in one step: the new owner must be there before.
    let joining = wanted.owner.into_iter().filter(|name| *name != from.0).collect();
    Ok(Some(batch(&entry.name, &entry.label, (&from.0, from.1), joining, calls)))
}

/// What the contract keeps in this state, and how the manifest tells it.
fn stand(
    split: &SplitPlan,
    state: &plan::SplitState,
    known: &Addresses,
) -> Result<(SplitState, SplitStanding), Problem> {
    let owner_name = state.owner.clone().unwrap_or_else(|| "none".to_owned());
    let owner = state.owner.as_ref().map_or(Ok(Address::ZERO), |name| look(known, name))?;
    let recipients = receivers(known, &state.recipients)?;
    let chain = *split.chains.first().ok_or_else(|| unknown(&split.name))?;
    let as_if_made = SplitPlan { incentive: state.incentive, ..split.clone() };
    let parameters = as_if_made.parameters(chain, names::shares(&recipients), owner);
    let kept = SplitState::of(&parameters.ok_or_else(|| unknown(&split.kind))?)?;
    let standing = SplitStanding {
        allocations: kept.allocations.iter().map(U256::to_string).collect(),
        incentive: u64::from(state.incentive),
        owner,
        owner_name,
        recipient_names: recipients.into_iter().map(|it| it.name).collect(),
        recipients: kept.recipients.clone(),
        split_hash: kept.hash().to_string(),
        total_allocation: kept.total_allocation.to_string(),
    };
    Ok((kept, standing))
}

fn shares(state: &SplitStanding) -> String {
    let total = &state.total_allocation;
    let each = state.recipient_names.iter().zip(&state.allocations);
    each.map(|(name, share)| format!("{name} {share}/{total}")).collect::<Vec<_>>().join(", ")
}

/// The batch that changes a contract: it needs the contract itself, its sender, and whoever becomes an owner.
fn batch(
    name: &str,
    label: &str,
    (from_name, from): (&str, Address),
    mut needs: Vec<String>,
    calls: Vec<CallEntry>,
) -> BatchEntry {
    needs.extend([name.to_owned(), from_name.to_owned()]);
    BatchEntry {
        calls,
        changes: Some(name.to_owned()),
        from,
        from_name: from_name.to_owned(),
        label: label.to_owned(),
        name: name.to_owned(),
        needs,
    }
}
