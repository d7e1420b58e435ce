//! What Safes are to send: the batches of the plan, as calls.

use super::names::{Addresses, look, receivers, shares, unknown};
use crate::contracts::{NATIVE_TOKEN, Transaction, pay, split};
use crate::keys::Address;
use crate::manifest::{BatchEntry, CallEntry, ContractEntry};
use crate::plan::{BatchPlan, CallPlan, Plan};
use crate::text::Problem;

/// The batches of the plan, in its order.
///
/// # Errors
/// A name stands for nothing.
pub fn batches_of(
    plan: &Plan,
    contracts: &[ContractEntry],
    known: &Addresses,
) -> Result<Vec<BatchEntry>, Problem> {
    plan.batches.iter().map(|batch| entry(plan, batch, contracts, known)).collect()
}

fn entry(
    plan: &Plan,
    batch: &BatchPlan,
    contracts: &[ContractEntry],
    known: &Addresses,
) -> Result<BatchEntry, Problem> {
    let from = look(known, &batch.safe)?;
    let mut needed = vec![batch.safe.as_str()];
    let mut calls = Vec::new();
    for call in &batch.calls {
        let (transaction, what) = match call {
            CallPlan::Pay { to, amount, token } => {
                needed.push(to);
                paid(plan, known, to, amount, token.as_deref())?
            }
            CallPlan::Distribute { split, token } => {
                needed.push(split);
                distributed(plan, known, split, token.as_deref(), from)?
            }
        };
        calls.push(call_entry(&transaction, what));
    }
    let contracts = contracts.iter().map(ContractEntry::name);
    Ok(BatchEntry {
        calls,
        changes: None,
        from,
        from_name: batch.safe.clone(),
        label: batch.label.clone(),
        name: batch.name.clone(),
        needs: contracts.filter(|name| needed.contains(name)).map(str::to_owned).collect(),
    })
}

/// A call as the manifest lists it.
pub fn call_entry(transaction: &Transaction, what: String) -> CallEntry {
    CallEntry {
        data: format!("0x{}", hex::encode(&transaction.data)),
        to: transaction.to,
        value: transaction.value.to_string(),
        what,
    }
}

fn paid(
    plan: &Plan,
    known: &Addresses,
    to: &str,
    amount: &str,
    token: Option<&str>,
) -> Result<(Transaction, String), Problem> {
    let amount = plan.amount(amount).ok_or_else(|| unknown(amount))?;
    let contract = token.map(|token| look(known, token)).transpose()?;
    let transaction = pay(look(known, to)?, amount.value, contract);
    let what = format!("pay {} {} ({}) to {to}", amount.text, token.unwrap_or("ether"), amount.name);
    Ok((transaction, what))
}

/// A split pays out by how it shall stand after this ceremony: its change comes first.
fn distributed(
    plan: &Plan,
    known: &Addresses,
    name: &str,
    token: Option<&str>,
    distributor: Address,
) -> Result<(Transaction, String), Problem> {
    let planned = plan.splits.iter().find(|split| split.name == name).ok_or_else(|| unknown(name))?;
    let state = planned.after();
    let recipients = shares(&receivers(known, &state.recipients)?);
    let paid = token.map_or(Ok(NATIVE_TOKEN), |token| look(known, token))?;
    let transaction = split::distribute(look(known, name)?, &recipients, state.incentive, paid, distributor);
    Ok((transaction, format!("distribute {} of {name}", token.unwrap_or("ether"))))
}
