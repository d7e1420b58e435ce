//! Safe: an account that moves only when `threshold` of its owners sign.

use alloy::primitives::{B256, Keccak256};

use super::registry::{self, SafeSet};
use crate::keys::Address;

/// Whether a deployment of this version is known on this chain.
pub fn is_deployed(version: &str, chain_id: u64) -> bool {
    registry::safe(version, chain_id).is_ok()
}

/// keccak256 of what the factory hands to CREATE2: the proxy's creation code and the singleton as its argument.
pub(super) fn init_code_hash(set: &SafeSet, singleton: Address) -> B256 {
    let mut hasher = Keccak256::new();
    hasher.update(&set.proxy_creation_code);
    hasher.update(singleton.to_alloy().into_word());
    hasher.finalize()
}
