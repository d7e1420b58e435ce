//! What is sent to deploy the bundle's contracts, in an order in which each finds what it needs.

use serde_json::json;

use super::{Contract, contracts_on};
use crate::manifest::{ContractEntry, Manifest};
use crate::text::Problem;
use crate::verify::Bundle;

/// Every deployment on a chain as `[{"address","name","needs","to","value","data"}]` with the marks of the ceremony, in an order in
/// which contracts come before those that name them. Anyone may send each: who sends enters no address.
///
/// # Errors
/// As [`contracts_on`].
pub fn deployments(bundle: &Bundle, manifest: &Manifest, chain_id: u64) -> Result<Vec<u8>, Problem> {
    let contracts = contracts_on(bundle, manifest, chain_id)?;
    let ordered = in_order(&manifest.contracts);
    let wanted = ordered.iter().filter_map(|entry| contracts.iter().find(|it| it.name == entry.name()));
    let list: Vec<_> = wanted.map(row).collect();
    let document = json!({
        "ceremony": manifest.ceremony,
        "chain_id": chain_id,
        "deployments": list,
    });
    Ok(format!("{document:#}\n").into_bytes())
}

fn row(contract: &Contract) -> serde_json::Value {
    let needs = contract.needs.iter().map(|need| {
        json!({ "name": need.name, "address": need.address, "code_hash": need.code_hash.map(|it| it.to_string()) })
    });
    json!({
        "address": contract.address,
        "name": contract.name,
        "needs": needs.collect::<Vec<_>>(),
        "to": contract.tx.to,
        "value": contract.tx.value.to_string(),
        "data": contract.tx.data.to_string(),
    })
}

/// The names that a contract was created with.
fn named(entry: &ContractEntry) -> Vec<&str> {
    match entry {
        ContractEntry::Safe(safe) => safe.owner_names.iter().map(String::as_str).collect(),
        ContractEntry::Split(split) => {
            split.recipient_names.iter().chain([&split.owner_name]).map(String::as_str).collect()
        }
    }
}

/// Contracts before those that name them, otherwise in the manifest's order. The chain would take them in any order; but
/// whoever sends them sees each thing stand before something is told to pay it.
pub fn in_order(contracts: &[ContractEntry]) -> Vec<&ContractEntry> {
    let mut ordered: Vec<&ContractEntry> = Vec::new();
    while ordered.len() < contracts.len() {
        let waits = |entry: &ContractEntry| {
            let waits_for = |name: &str| {
                let known = contracts.iter().any(|other| other.name() == name);
                known && ordered.iter().all(|other| other.name() != name)
            };
            named(entry).into_iter().any(waits_for)
        };
        let left = |entry: &&ContractEntry| ordered.iter().all(|other| other.name() != entry.name());
        let next = contracts.iter().filter(left).find(|entry| !waits(entry));
        // A circle cannot come from a plan that was linted; the rest stands as it does in the manifest then.
        match next.or_else(|| contracts.iter().find(left)) {
            Some(next) => ordered.push(next),
            None => break,
        }
    }
    ordered
}
