//! Safe: an account that moves only when `threshold` of its owners sign.

mod change;
mod error;
mod parameters;
#[cfg(test)]
mod tests;

use alloy::primitives::{B256, Bytes, Keccak256, U256, keccak256};
use alloy::sol_types::SolCall;
use serde::Serialize;

use super::abi::createProxyWithNonceCall;
use super::registry::{self, SafeSet};
use super::table::{self, CalldataError, Row};
use super::{Deployed, Transaction, encoding};
use crate::keys::Address;

pub use change::{OwnerCall, OwnerStep, SafeChange, SafeState};
pub use error::SafeError;
pub use parameters::{FallbackHandler, Preset, SafeParameters};

/// The address with which a Safe's list of owners begins and ends.
const SENTINEL: Address = Address::from_bytes([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

/// Whether a deployment of this version is known on this chain.
pub fn is_deployed(version: &str, chain_id: u64) -> bool {
    registry::safe(version, chain_id).is_ok()
}

/// A Safe ready to be deployed: every input, the calldata and the address that comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SafeDeployment {
    /// Version of the contracts.
    pub version: String,
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// SafeProxyFactory, which is called.
    pub factory: Address,
    /// The code that the proxy begins with.
    pub singleton: Address,
    /// Answers what the Safe itself does not; zero for none.
    pub fallback_handler: Address,
    /// Called by `setup` with delegatecall; zero for nothing.
    pub setup_to: Address,
    /// What it is called with.
    #[serde(serialize_with = "encoding::bytes")]
    pub setup_data: Bytes,
    /// Last argument of `setup`; nothing is ever paid.
    pub payment_receiver: Address,
    /// The owners, in the order of the initializer: another order is another address.
    pub owners: Vec<Address>,
    /// How many of them must sign.
    pub threshold: u32,
    /// Distinguishes Safes of equal owners.
    #[serde(serialize_with = "encoding::decimal")]
    pub salt_nonce: U256,
    /// Calldata of `setup`.
    #[serde(serialize_with = "encoding::bytes")]
    pub initializer: Bytes,
    /// Salt of CREATE2: keccak256(keccak256(initializer) ‖ salt nonce).
    #[serde(serialize_with = "encoding::hash")]
    pub salt: B256,
    /// keccak256 of the proxy's creation code with the singleton.
    #[serde(serialize_with = "encoding::hash")]
    pub init_code_hash: B256,
    /// Where it will stand.
    pub address: Address,
    /// What anyone may send to deploy it.
    pub tx: Transaction,
}

impl SafeDeployment {
    /// The calldata decoded again, line by line.
    ///
    /// # Errors
    /// When `tx.data` was changed into something that is no deployment of a Safe.
    pub fn table(&self) -> Result<Vec<Row>, CalldataError> {
        table::decode(&self.tx.data)
    }

    /// The contracts that must be on the chain before the transaction is sent. One that the registry does not know (a
    /// fallback handler of the caller's choice) has no code hash and is named `fallbackHandler`.
    pub fn needs(&self) -> Vec<Deployed> {
        let Ok(set) = registry::safe(&self.version, self.chain_id) else { return Vec::new() };
        let mut needs = vec![set.factory.clone()];
        let sets_up = self.setup_to == set.to_l2_setup.address;
        for (contract, used) in [
            (&set.singleton_l1, self.singleton == set.singleton_l1.address),
            (&set.singleton_l2, sets_up || self.singleton == set.singleton_l2.address),
            (&set.to_l2_setup, sets_up),
            (&set.fallback_handler, self.fallback_handler == set.fallback_handler.address),
        ] {
            if used {
                needs.push(contract.clone());
            }
        }
        if ![Address::ZERO, set.fallback_handler.address].contains(&self.fallback_handler) {
            let name = "fallbackHandler".to_owned();
            needs.push(Deployed { name, address: self.fallback_handler, code_hash: None });
        }
        needs
    }
}

/// keccak256 of what the factory hands to CREATE2: the proxy's creation code and the singleton as its argument.
pub(super) fn init_code_hash(set: &SafeSet, singleton: Address) -> B256 {
    let mut hasher = Keccak256::new();
    hasher.update(&set.proxy_creation_code);
    hasher.update(singleton.to_alloy().into_word());
    hasher.finalize()
}

/// The salt that `createProxyWithNonce` hands to CREATE2.
fn create2_salt(initializer: &[u8], salt_nonce: U256) -> B256 {
    keccak256([keccak256(initializer).0, salt_nonce.to_be_bytes()].concat())
}

/// Calldata of `createProxyWithNonce`.
fn create_proxy(singleton: Address, initializer: Bytes, salt_nonce: U256) -> Vec<u8> {
    createProxyWithNonceCall { _singleton: singleton.to_alloy(), initializer, saltNonce: salt_nonce }
        .abi_encode()
}
