//! What is sent to deploy the bundle's contracts, in an order in which each finds what it needs.

use serde_json::json;

use super::{Contract, contracts_on};
use crate::manifest::{Layout, Manifest};
use crate::plan;
use crate::text::Problem;
use crate::verify::Bundle;

/// Every deployment on a chain as `[{"address","name","needs","to","value","data"}]` with the marks of the ceremony, in an order in
/// which contracts come before those that name them. Anyone may send each: who sends enters no address.
///
/// # Errors
/// As [`contracts_on`].
pub fn deployments(bundle: &Bundle, manifest: &Manifest, chain_id: u64) -> Result<Vec<u8>, Problem> {
    let contracts = contracts_on(bundle, manifest, chain_id)?;
    let missing = || Problem::finding("bundle-missing").with("file", Layout::PLAN);
    let plan = plan::read(&bundle.get(Layout::PLAN).ok_or_else(missing)?, Layout::PLAN).into_plan()?;
    let order = plan.deployment_order();
    let wanted = order.iter().filter_map(|next| contracts.iter().find(|it| it.name == next.name));
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
