//! 0xSplits V2: a contract that divides what it receives by fixed shares.

mod change;
mod error;
mod parameters;
#[cfg(test)]
mod tests;

use std::fmt::{self, Display};
use std::str::FromStr;

use alloy::primitives::{B256, U256, hex, keccak256};
use alloy::sol_types::SolCall;
use serde::{Deserialize, Serialize};

use super::abi::distributeCall;
use super::calldata::CalldataError;
use super::registry::{self, SplitSet};
use super::table::{self, Row};
use super::{Deployed, Transaction, encoding};
use crate::keys::Address;

pub use change::{SplitChangeError, SplitState, transfer_ownership};
pub use error::SplitError;
pub use parameters::{MOST_RECIPIENTS, Placement, SplitParameters, most_total};

/// How recipients get their share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// Distribution sends it to them.
    Push,
    /// Distribution credits it in the warehouse, from where they withdraw it.
    Pull,
}

impl Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Push => "push",
            Self::Pull => "pull",
        })
    }
}

impl FromStr for Kind {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "push" => Ok(Self::Push),
            "pull" => Ok(Self::Pull),
            _ => Err(()),
        }
    }
}

/// Whether a deployment of this version and kind is known on this chain.
pub fn is_deployed(version: &str, kind: Kind, chain_id: u64) -> bool {
    known(version, kind, chain_id).is_ok()
}

/// As [`is_deployed`], with the reason why not.
///
/// # Errors
/// [`SplitError::NotKnown`].
pub fn known(version: &str, kind: Kind, chain_id: u64) -> Result<(), SplitError> {
    find(version, kind, chain_id).map(|_| ())
}

fn find(version: &str, kind: Kind, chain_id: u64) -> Result<&'static SplitSet, SplitError> {
    registry::split(version, kind, chain_id).map_err(|why| SplitError::NotKnown {
        version: version.to_owned(),
        chain_id,
        why,
    })
}

/// A split ready to be deployed: every input, the calldata and the address that comes of it. Every later `distribute`
/// must name recipients, shares, total and incentive again, as the contract keeps only their hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SplitDeployment {
    /// Version of the contracts.
    pub version: String,
    /// How recipients get their share.
    pub kind: Kind,
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// The factory, which is called.
    pub factory: Address,
    /// Who receives, in the order of the calldata.
    pub recipients: Vec<Address>,
    /// Their shares of the total, in the same order.
    #[serde(serialize_with = "encoding::decimals")]
    pub allocations: Vec<U256>,
    /// What the shares add up to.
    #[serde(serialize_with = "encoding::decimal")]
    pub total_allocation: U256,
    /// What a distributor is paid, in millionths of what is distributed.
    pub incentive: u16,
    /// Who may change it, stop it and move what it holds; zero for nobody.
    pub owner: Address,
    /// What was chosen to make the address its own; none where a nonce does.
    #[serde(serialize_with = "encoding::hash_option")]
    pub salt: Option<B256>,
    /// What the deployed contract answers to `splitHash()`.
    #[serde(serialize_with = "encoding::hash")]
    pub split_hash: B256,
    /// Salt of CREATE2.
    #[serde(serialize_with = "encoding::hash")]
    pub create2_salt: B256,
    /// Where it will stand.
    pub address: Address,
    /// Under what condition alone the address holds, in English; none where it always does.
    pub reason: Option<String>,
    /// What anyone may send to deploy it.
    pub tx: Transaction,
}

impl SplitDeployment {
    /// The calldata decoded again, line by line.
    ///
    /// # Errors
    /// When `tx.data` was changed into something that is no deployment of a split.
    pub fn table(&self) -> Result<Vec<Row>, CalldataError> {
        table::decode(&self.tx.data)
    }

    /// The contracts that must be on the chain before the transaction is sent.
    pub fn needs(&self) -> Vec<Deployed> {
        match registry::split(&self.version, self.kind, self.chain_id) {
            Ok(set) => vec![set.factory.clone(), set.implementation.clone(), set.warehouse.clone()],
            Err(_) => Vec::new(),
        }
    }
}

/// keccak256 of the init code of a split of version 1 (Clones.sol of splits-contracts), 103 bytes.
pub(super) fn init_code_hash_v1(wallet: Address) -> B256 {
    keccak256(init_code_v1(wallet))
}

fn init_code_v1(wallet: Address) -> Vec<u8> {
    const BEFORE: [u8; 70] = hex!(
        "3d605d80600a3d3981f336603057343d52307f830d2d700a97af574b186c80d40429385d24241565b08a7c559ba283a964d9b1"
        "60203da23d3df35b3d3d3d3d363d3d37363d73"
    );
    const AFTER: [u8; 13] = hex!("5af43d3d93803e605b57fd5bf3");
    [&BEFORE[..], wallet.as_bytes(), &AFTER].concat()
}

/// Calldata of `distribute`: has a split of version 2 pay out what it holds of a token, or of ether as [`NATIVE_TOKEN`].
/// Recipients, shares and incentive must be those that it was made with, or was last changed to.
///
/// [`NATIVE_TOKEN`]: super::NATIVE_TOKEN
pub fn distribute(
    split: Address,
    recipients: &[(Address, U256)],
    incentive: u16,
    token: Address,
    distributor: Address,
) -> Transaction {
    let call = distributeCall {
        _split: parameters::split_of(recipients, incentive),
        _token: token.to_alloy(),
        _distributor: distributor.to_alloy(),
    };
    Transaction::call(split, call.abi_encode())
}

/// keccak256 of the clone's init code (Clone.sol). It is 113 bytes long: the source's comment says 98, but its CREATE2
/// takes size 0x71 and so 15 zero bytes behind the code.
pub(super) fn init_code_hash(implementation: Address) -> B256 {
    const BEFORE: [u8; 65] = hex!(
        "60593d8160093d39f336602c57343d527f9e4ac34f21c619cefc926c8bd93b54bf5a39c7ab2127a895af1cc0691d7e3dff"
        "593da1005b3d3d3d3d363d3d37363d73"
    );
    const AFTER: [u8; 28] = hex!("5af43d3d93803e605757fd5bf3000000000000000000000000000000");
    keccak256([&BEFORE[..], implementation.as_bytes(), &AFTER].concat())
}
