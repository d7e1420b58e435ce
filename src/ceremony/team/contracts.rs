//! Every Safe and split of the plan, predicted from the addresses that the parts gave.

use std::collections::BTreeMap;
use std::fmt::Display;

use alloy::primitives::U256;
use serde::Serialize;
use serde_json::Value;

use super::names::{Addresses, look, receivers, shares, unknown};
use crate::contracts::{Row, SafeDeployment, SplitDeployment};
use crate::keys::{Address, Digest};
use crate::manifest::{ContractEntry, ContractFile, Heading, SafeEntry, SplitEntry, canonical};
use crate::plan::{Plan, SafePlan, SplitPlan};
use crate::text::Problem;
#[cfg(test)]
use crate::text::form;

/// What `public/contracts/<name>.json` holds.
#[derive(Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct File<'a> {
    ceremony: &'a Heading,
    #[cfg_attr(test, schemars(with = "Vec<u64>"))]
    chains: &'a [u64],
    /// As `gishiki safe --json` or `gishiki split --json` says it, without what is empty.
    #[cfg_attr(test, schemars(with = "Deployment"))]
    deployment: Value,
    #[cfg_attr(test, schemars(with = "form::Label"))]
    label: &'a str,
    #[cfg_attr(test, schemars(with = "form::Name"))]
    name: &'a str,
    /// The calldata, decoded again line by line.
    table: Vec<Row>,
    #[cfg_attr(test, schemars(with = "String", extend("const" = TYPE)))]
    r#type: &'static str,
}

const TYPE: &str = "gishiki-contract-v1";

/// What `deployment` is, for the schema.
#[cfg(test)]
#[derive(schemars::JsonSchema)]
#[serde(untagged)]
#[allow(dead_code, reason = "only its form is used")]
enum Deployment {
    Safe(SafeDeployment),
    Split(SplitDeployment),
}

/// Every contract of the plan, in the plan's order (Safes, then splits), with its file. Contracts may name each other
/// in any order; the linter made sure that they do not do so in a circle.
///
/// # Errors
/// A name stands for nothing yet, or the contract would refuse its parameters.
pub fn contracts_of<'k>(
    plan: &'k Plan,
    heading: &Heading,
    known: &Addresses<'k>,
) -> Result<(Vec<ContractEntry>, Vec<ContractFile>), Problem> {
    let mut known = known.clone();
    let mut made = BTreeMap::new();
    let order = plan.deployment_order();
    for name in order.iter().map(|step| step.name) {
        let (entry, file) = contract(plan, heading, name, &known)?;
        known.insert(name, entry.address());
        made.insert(name, (entry, file));
    }
    let safes = plan.safes.iter().map(|it| it.name.as_str());
    let names: Vec<&str> = safes.chain(plan.splits.iter().map(|it| it.name.as_str())).collect();
    match names.iter().find(|name| !made.contains_key(*name)) {
        Some(stuck) => Err(unknown(stuck)),
        None => Ok(names.iter().filter_map(|name| made.remove(name)).unzip()),
    }
}

fn contract(
    plan: &Plan,
    heading: &Heading,
    name: &str,
    known: &Addresses,
) -> Result<(ContractEntry, ContractFile), Problem> {
    if let Some(safe) = plan.safes.iter().find(|safe| safe.name == name) {
        return safe_entry(safe, heading, known);
    }
    let split = plan.splits.iter().find(|split| split.name == name);
    split_entry(split.ok_or_else(|| unknown(name))?, heading, known)
}

fn safe_entry(
    plan: &SafePlan,
    heading: &Heading,
    known: &Addresses,
) -> Result<(ContractEntry, ContractFile), Problem> {
    let owners = plan.owners.iter().map(|name| look(known, name)).collect::<Result<Vec<_>, _>>()?;
    let deploy = |chain_id: u64| -> Result<SafeDeployment, Problem> {
        let parameters = plan.parameters(chain_id, owners.clone()).ok_or_else(|| unknown(&plan.preset))?;
        Ok(parameters.deployment()?)
    };
    let deployment = same_everywhere(&plan.name, &plan.chains, deploy, |safe| safe.address)?;
    let file = file(heading, &plan.name, &plan.label, &plan.chains, &deployment, deployment.table()?)?;
    let entry = SafeEntry {
        address: deployment.address,
        before: None,
        calldata_sha256: Digest::of(&deployment.tx.data),
        chains: plan.chains.clone(),
        file_sha256: Digest::of(&file.bytes),
        label: plan.label.clone(),
        name: plan.name.clone(),
        owner_names: plan.owners.clone(),
        owners,
        present: None,
        preset: plan.preset.clone(),
        salt_nonce: plan.salt_nonce.to_string(),
        deployment: differing(plan.deployment).map(|set| set.to_string()),
        singleton: differing(plan.singleton).map(|_| deployment.singleton),
        fallback_handler: differing(plan.fallback_handler).map(|_| deployment.fallback_handler),
        method: differing(plan.method).map(|method| method.to_string()),
        threshold: u64::from(plan.threshold),
        to: deployment.tx.to,
        version: plan.version.clone(),
    };
    Ok((ContractEntry::Safe(entry), file))
}

fn split_entry(
    plan: &SplitPlan,
    heading: &Heading,
    known: &Addresses,
) -> Result<(ContractEntry, ContractFile), Problem> {
    let owner = plan.owner.as_ref().map_or(Ok(Address::ZERO), |name| look(known, name))?;
    let recipients = receivers(known, &plan.recipients)?;
    let deploy = |chain_id: u64| -> Result<SplitDeployment, Problem> {
        let parameters =
            plan.parameters(chain_id, shares(&recipients), owner).ok_or_else(|| unknown(&plan.kind))?;
        Ok(parameters.deployment()?)
    };
    let deployment = same_everywhere(&plan.name, &plan.chains, deploy, |split| split.address)?;
    let address = deployment.address.ok_or_else(|| unknown(&plan.name))?;
    let file = file(heading, &plan.name, &plan.label, &plan.chains, &deployment, deployment.table()?)?;
    let entry = SplitEntry {
        address,
        allocations: deployment.allocations.iter().map(U256::to_string).collect(),
        before: None,
        calldata_sha256: Digest::of(&deployment.tx.data),
        chains: plan.chains.clone(),
        file_sha256: Digest::of(&file.bytes),
        incentive: u64::from(plan.incentive),
        kind: plan.kind.clone(),
        label: plan.label.clone(),
        name: plan.name.clone(),
        owner,
        owner_name: plan.owner.clone().unwrap_or_else(|| "none".to_owned()),
        present: None,
        recipient_names: recipients.into_iter().map(|it| it.name).collect(),
        recipients: deployment.recipients.clone(),
        salt: plan.salt.to_string(),
        to: deployment.tx.to,
        total_allocation: deployment.total_allocation.to_string(),
        version: plan.version.clone(),
    };
    Ok((ContractEntry::Split(entry), file))
}

/// What the manifest says only where it is not the default.
fn differing<T: Default + PartialEq>(value: T) -> Option<T> {
    (value != T::default()).then_some(value)
}

/// The deployment on the first of these chains, once it is certain that every other one gives the same address.
fn same_everywhere<D, A: PartialEq>(
    name: &str,
    chains: &[u64],
    deploy: impl Fn(u64) -> Result<D, Problem>,
    address: impl Fn(&D) -> A,
) -> Result<D, Problem> {
    let (first, others) = chains.split_first().ok_or_else(|| unknown(name))?;
    let deployment = deploy(*first)?;
    for chain in others {
        if address(&deploy(*chain)?) != address(&deployment) {
            return Err(Problem::finding("contract-per-chain").with("name", name).with("chain", chain));
        }
    }
    Ok(deployment)
}

fn file<D: Serialize>(
    heading: &Heading,
    name: &str,
    label: &str,
    chains: &[u64],
    deployment: &D,
    table: Vec<Row>,
) -> Result<ContractFile, Problem> {
    let not_canonical = |error: &dyn Display| Problem::unusable("not-canonical").with("reason", error);
    let mut deployment = serde_json::to_value(deployment).map_err(|error| not_canonical(&error))?;
    if let Some(members) = deployment.as_object_mut() {
        members.retain(|_, value| !value.is_null());
    }
    let file = File { ceremony: heading, chains, deployment, label, name, table, r#type: TYPE };
    let bytes = canonical::to_bytes(&file).map_err(|error| not_canonical(&error))?;
    Ok(ContractFile { name: name.to_owned(), bytes })
}
