//! What should stand on a chain: the contracts of a bundle with what they run and hold there.

use alloy::primitives::B256;
use serde::Deserialize;

use crate::contracts::{Deployed, SafeParameters, SplitParameters, Transaction};
use crate::keys::Address;
use crate::manifest::{ContractEntry, Layout, Manifest, SafeEntry, SplitEntry};
use crate::text::Problem;
use crate::verify::Bundle;

/// A contract of a bundle on one chain.
#[derive(Clone, Debug)]
pub struct Contract {
    /// Its name in the plan.
    pub name: String,
    /// Where it is.
    pub address: Address,
    /// What makes it, and what that needs.
    pub needs: Vec<Deployed>,
    /// The transaction that anyone may send to deploy it.
    pub tx: Transaction,
    /// What it should be.
    pub form: Form,
}

/// What a contract should be.
#[derive(Clone, Debug)]
pub enum Form {
    /// A Safe.
    Safe(SafeForm),
    /// A split.
    Split(SplitForm),
}

/// What a Safe should be on one chain.
#[derive(Clone, Debug)]
pub struct SafeForm {
    /// keccak256 of the proxy's code.
    pub code_hash: Option<B256>,
    /// What its storage names as the code that it runs.
    pub singleton: Address,
    /// What answers for it; zero for nothing.
    pub handler: Address,
    /// Version of the contracts.
    pub version: String,
    /// Its entry, with its owners before and after a change.
    pub entry: SafeEntry,
}

/// What a split should be on one chain.
#[derive(Clone, Debug)]
pub struct SplitForm {
    /// keccak256 of its code.
    pub code_hash: Option<B256>,
    /// What it answers to `splitHash()` as it was created.
    pub split_hash: B256,
    /// SplitMain, which is asked about a split of version 1.
    pub main: Option<Address>,
    /// Its entry, with its recipients before and after a change.
    pub entry: SplitEntry,
}

/// As much of a contract's file as leads to everything else.
#[derive(Deserialize)]
struct File {
    deployment: FileDeployment,
}

#[derive(Deserialize)]
struct FileDeployment {
    tx: Transaction,
}

/// The contracts that a manifest wants on a chain, in its order, from a bundle that was verified.
///
/// # Errors
/// A contract's file is not there, or is not what such a contract is made by.
pub fn contracts_on(bundle: &Bundle, manifest: &Manifest, chain_id: u64) -> Result<Vec<Contract>, Problem> {
    let wanted = manifest.contracts.iter().filter(|entry| entry.chains().contains(&chain_id));
    wanted.map(|entry| contract(bundle, entry, chain_id)).collect()
}

fn contract(bundle: &Bundle, entry: &ContractEntry, chain_id: u64) -> Result<Contract, Problem> {
    let name = entry.name().to_owned();
    let unreadable = || Problem::finding("export-contract").with("name", &name);
    let bytes = bundle.get(&Layout::contract(&name)).ok_or_else(unreadable)?;
    let file: File = serde_json::from_slice(&bytes).map_err(|_| unreadable())?;
    let tx = file.deployment.tx;
    let (address, needs, form) = match entry {
        ContractEntry::Safe(entry) => {
            let parameters = SafeParameters::read(&tx, chain_id).map_err(|_| unreadable())?;
            let made = parameters.deployment()?;
            let form = SafeForm {
                code_hash: made.code_hash(),
                singleton: made.singleton_after(),
                handler: made.fallback_handler,
                version: made.version.clone(),
                entry: entry.clone(),
            };
            (made.address, made.needs(), Form::Safe(form))
        }
        ContractEntry::Split(entry) => {
            let parameters = SplitParameters::read(&tx, chain_id).map_err(|_| unreadable())?;
            let made = parameters.deployment()?;
            let form = SplitForm {
                code_hash: made.code_hash(),
                split_hash: made.split_hash,
                main: (made.version == "1").then_some(made.factory),
                entry: entry.clone(),
            };
            (made.address.ok_or_else(unreadable)?, made.needs(), Form::Split(form))
        }
    };
    if address == entry.address() {
        Ok(Contract { name, address, needs, tx, form })
    } else {
        Err(unreadable())
    }
}
