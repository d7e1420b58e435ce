//! Safe: an account that moves only when `threshold` of its owners sign.

mod change;
mod choices;
mod error;
mod owners;
mod parameters;
mod read;
#[cfg(test)]
mod tests;
mod wallet_file;

use alloy::primitives::{B256, Bytes, Keccak256, U256, keccak256};
use alloy::sol_types::SolCall;
use serde::Serialize;

use super::abi::createProxyWithNonceCall;
use super::calldata::CalldataError;
use super::registry::{self, SafeSet};
use super::table::{self, Row};
use super::{Deployed, DeploymentSet, Transaction, encoding, safe_tx};
use crate::keys::Address;
#[cfg(test)]
use crate::text::form;

pub use change::{OwnerCall, OwnerStep, SafeChange, SafeState};
pub use choices::{FallbackHandler, Method, Preset, Singleton};
pub use error::SafeError;
pub use owners::{MOST_OWNERS, SENTINEL};
pub use parameters::SafeParameters;
pub use wallet_file::{WalletFileError, WalletSafe, wallet_file};

/// Whether a canonical deployment of this version is known on this chain.
pub fn is_deployed(version: &str, chain_id: u64) -> bool {
    known(version, DeploymentSet::Canonical, chain_id).is_ok()
}

/// As [`is_deployed`] for any set of addresses, with the reason why not.
///
/// # Errors
/// [`SafeError::NotKnown`].
pub fn known(version: &str, set: DeploymentSet, chain_id: u64) -> Result<(), SafeError> {
    find(version, set, chain_id).map(|_| ())
}

fn find(version: &str, set: DeploymentSet, chain_id: u64) -> Result<&'static SafeSet, SafeError> {
    registry::safe(version, set, chain_id).map_err(|why| SafeError::NotKnown {
        version: version.to_owned(),
        chain_id,
        why,
    })
}

/// The set of addresses that tools take on a chain when they are told none: the first that safe-deployments lists.
pub fn first_set(version: &str, chain_id: u64) -> Option<DeploymentSet> {
    let sets = [DeploymentSet::Canonical, DeploymentSet::Eip155];
    sets.into_iter()
        .find(|set| registry::safe(version, *set, chain_id).is_ok_and(|it| it.first_on.contains(&chain_id)))
}

/// keccak256 of the code of every proxy that the factories of this version make, whatever its singleton, which lies in
/// its storage (slot 0). None for a version that is not known.
pub fn proxy_code_hash(version: &str) -> Option<B256> {
    registry::safe(version, DeploymentSet::Canonical, 1).ok().map(|set| set.proxy_code_hash)
}

/// A Safe ready to be deployed: every input, the calldata and the address that comes of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct SafeDeployment {
    /// Version of the contracts.
    #[cfg_attr(test, schemars(with = "form::SafeVersion"))]
    pub version: String,
    /// Which set of addresses; in JSON only where it is not the canonical one.
    #[serde(skip_serializing_if = "is_default")]
    #[cfg_attr(test, schemars(with = "Option<DeploymentSet>"))]
    pub deployment: DeploymentSet,
    /// The factory's method; in JSON only where it is not `createProxyWithNonce`.
    #[serde(skip_serializing_if = "is_default")]
    #[cfg_attr(test, schemars(with = "Option<Method>"))]
    pub method: Method,
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
    #[cfg_attr(test, schemars(with = "form::BytesText"))]
    pub setup_data: Bytes,
    /// Last argument of `setup`; nothing is ever paid.
    pub payment_receiver: Address,
    /// The owners, in the order of the initializer: another order is another address.
    pub owners: Vec<Address>,
    /// How many of them must sign.
    pub threshold: u32,
    /// Distinguishes Safes of equal owners.
    #[serde(serialize_with = "encoding::decimal")]
    #[cfg_attr(test, schemars(with = "form::Decimal"))]
    pub salt_nonce: U256,
    /// Calldata of `setup`.
    #[serde(serialize_with = "encoding::bytes")]
    #[cfg_attr(test, schemars(with = "form::BytesText"))]
    pub initializer: Bytes,
    /// Salt of CREATE2: keccak256(keccak256(initializer) ‖ salt nonce), chain-specific with ‖ chain id.
    #[serde(serialize_with = "encoding::hash")]
    #[cfg_attr(test, schemars(with = "form::HashText"))]
    pub salt: B256,
    /// keccak256 of the proxy's creation code with the singleton.
    #[serde(serialize_with = "encoding::hash")]
    #[cfg_attr(test, schemars(with = "form::HashText"))]
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
    /// singleton or fallback handler of the caller's choice) has no code hash and is named after its argument.
    pub fn needs(&self) -> Vec<Deployed> {
        let Ok(set) = registry::safe(&self.version, self.deployment, self.chain_id) else {
            return Vec::new();
        };
        let to_l2_setup = registry::ui_to_l2_setup();
        let mut needs = vec![set.factory.clone(), known_or(set, "singleton", self.singleton)];
        if self.setup_to == to_l2_setup.address {
            needs.extend([set.singleton_l2.clone(), to_l2_setup.clone()]);
        }
        if self.fallback_handler != Address::ZERO {
            needs.push(known_or(set, "fallbackHandler", self.fallback_handler));
        }
        needs
    }

    /// keccak256 of the proxy's code once it stands.
    pub fn code_hash(&self) -> Option<B256> {
        proxy_code_hash(&self.version)
    }

    /// What slot 0 of the proxy's storage holds once it stands: SafeToL2Setup puts SafeL2 there on every chain but
    /// mainnet.
    pub fn singleton_after(&self) -> Address {
        match registry::safe(&self.version, self.deployment, self.chain_id) {
            Ok(set) if self.setup_to != Address::ZERO && self.chain_id != 1 => set.singleton_l2.address,
            _ => self.singleton,
        }
    }

    /// The EIP-712 domain separator of what its owners will sign; known before it stands.
    pub fn domain_separator(&self) -> B256 {
        safe_tx::domain_hash(self.chain_id, self.address)
    }
}

fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn known_or(set: &SafeSet, name: &str, address: Address) -> Deployed {
    set.contract(address).cloned().unwrap_or_else(|| Deployed::unknown(name, address))
}

/// keccak256 of what the factory hands to CREATE2: the proxy's creation code and the singleton as its argument.
pub(super) fn init_code_hash(set: &SafeSet, singleton: Address) -> B256 {
    let mut hasher = Keccak256::new();
    hasher.update(&set.proxy_creation_code);
    hasher.update(singleton.to_alloy().into_word());
    hasher.finalize()
}

/// The salt that the method hands to CREATE2.
fn create2_salt(method: Method, initializer: &[u8], salt_nonce: U256, chain_id: u64) -> B256 {
    let mut inputs = [keccak256(initializer).0, salt_nonce.to_be_bytes()].concat();
    if method.is_chain_specific() {
        inputs.extend(U256::from(chain_id).to_be_bytes::<32>());
    }
    keccak256(inputs)
}

/// Calldata of the method: all take the same arguments.
fn create_proxy(method: Method, singleton: Address, initializer: Bytes, salt_nonce: U256) -> Vec<u8> {
    let call =
        createProxyWithNonceCall { _singleton: singleton.to_alloy(), initializer, saltNonce: salt_nonce };
    let mut calldata = call.abi_encode();
    calldata[..4].copy_from_slice(&method.selector());
    calldata
}
