//! Batches of a verified bundle as files for Safe's Transaction Builder.

use alloy::primitives::{Bytes, U256};

use super::ChainReport;
use crate::contracts::{Batch, Transaction};
use crate::manifest::{BatchEntry, ContractEntry, Heading, Manifest};
use crate::text::Problem;

/// A batch of a manifest by its name.
///
/// # Errors
/// It has none of this name; the remedy names those that it has.
pub fn batch<'m>(manifest: &'m Manifest, name: &str) -> Result<&'m BatchEntry, Problem> {
    manifest.batches.iter().find(|batch| batch.name == name).ok_or_else(|| {
        let known: Vec<_> = manifest.batches.iter().map(|batch| batch.name.as_str()).collect();
        Problem::unusable("export-no-batch").with("name", name).with("known", known.join(", "))
    })
}

/// The calls of a batch.
///
/// # Errors
/// A call is not in its form; a bundle that verified has none such.
pub fn calls(entry: &BatchEntry) -> Result<Vec<Transaction>, Problem> {
    let call = |call: &crate::manifest::CallEntry| {
        let data: Bytes = call.data.parse().ok()?;
        let value = U256::from_str_radix(&call.value, 10).ok()?;
        Some(Transaction { to: call.to, value, data })
    };
    let malformed = || Problem::finding("export-batch-form").with("name", &entry.name);
    entry.calls.iter().map(|it| call(it).ok_or_else(malformed)).collect()
}

/// A batch for the Transaction Builder, once every one of these reports shows the contracts that it needs.
///
/// # Errors
/// No Safe sends it, or a contract does not stand as it should: what would be sent could be lost, or do something else.
pub fn released(manifest: &Manifest, entry: &BatchEntry, chain: &[ChainReport]) -> Result<Batch, Problem> {
    let is_safe = |it: &ContractEntry| matches!(it, ContractEntry::Safe(_)) && it.name() == entry.from_name;
    if !manifest.contracts.iter().any(is_safe) {
        let problem = Problem::unusable("export-batch-no-safe").with("name", &entry.name);
        return Err(problem.with("from", &entry.from_name));
    }
    for report in chain {
        report.releases(entry)?;
    }
    let heading = &manifest.ceremony;
    Ok(Batch {
        chain_id: heading.chain_id,
        safe: entry.from,
        name: format!("{}{}", heading.marks(" "), entry.label),
        description: description(heading, entry),
        calls: calls(entry)?,
    })
}

/// Where it comes from and what each call does, for the owners who sign it.
fn description(heading: &Heading, entry: &BatchEntry) -> String {
    let whats: Vec<_> = entry.calls.iter().map(|call| call.what.as_str()).collect();
    format!("{}, ceremony {} {}: {}", heading.organisation, heading.id, heading.sequence, whats.join("; "))
}
