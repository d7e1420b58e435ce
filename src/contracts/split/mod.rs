//! 0xSplits: a contract that divides what it receives by fixed shares.

mod change;
mod error;
mod first;
mod parameters;
mod read;
mod second;
mod shares;
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
use super::{Deployed, NATIVE_TOKEN, Transaction, Unknown, encoding};
use crate::keys::Address;
#[cfg(test)]
use crate::text::form;

pub use change::{SplitChangeError, SplitState, transfer_ownership};
pub use error::SplitError;
pub use first::{MOST_FEE, WHOLE};
pub use parameters::{MOST_RECIPIENTS, Placement, SplitParameters, most_total};
pub use shares::{Division, Fraction, ShareError, divide};

/// How recipients get their share.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
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

/// As [`is_deployed`], with the reason why not. Version 1 has no kinds.
///
/// # Errors
/// [`SplitError::NotKnown`], and [`SplitError::Counted`] for Obol's contracts.
pub fn known(version: &str, kind: Kind, chain_id: u64) -> Result<(), SplitError> {
    match version {
        "1" => registry::main(chain_id).map(|_| ()).map_err(|why| not_known(version, chain_id, why)),
        _ => find(version, kind, chain_id).map(|_| ()),
    }
}

fn find(version: &str, kind: Kind, chain_id: u64) -> Result<&'static SplitSet, SplitError> {
    if version.starts_with("obol-") {
        let found = registry::obol(version, chain_id).map_err(|why| not_known(version, chain_id, why))?;
        let Deployed { name, address, .. } = &found.factory;
        return Err(SplitError::Counted { name, factory: *address });
    }
    registry::split(version, kind, chain_id).map_err(|why| not_known(version, chain_id, why))
}

fn not_known(version: &str, chain_id: u64, why: Unknown) -> SplitError {
    SplitError::NotKnown { version: version.to_owned(), chain_id, why }
}

/// A split ready to be deployed: every input, the calldata and the address that comes of it. Every later `distribute`
/// must name recipients, shares, total and incentive again, as the contract keeps only their hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct SplitDeployment {
    /// Version of the contracts.
    #[cfg_attr(test, schemars(with = "form::SplitVersion"))]
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
    #[cfg_attr(test, schemars(with = "Vec<form::Decimal>"))]
    pub allocations: Vec<U256>,
    /// What the shares add up to.
    #[serde(serialize_with = "encoding::decimal")]
    #[cfg_attr(test, schemars(with = "form::Decimal"))]
    pub total_allocation: U256,
    /// What a distributor is paid, in millionths of what is distributed.
    pub incentive: u32,
    /// Who may change it, stop it and move what it holds; zero for nobody.
    pub owner: Address,
    /// What was chosen to make the address its own; none where a nonce does, or the parameters alone.
    #[serde(serialize_with = "encoding::hash_option")]
    #[cfg_attr(test, schemars(with = "Option<form::HashText>"))]
    pub salt: Option<B256>,
    /// What the deployed contract answers to `splitHash()`.
    #[serde(serialize_with = "encoding::hash")]
    #[cfg_attr(test, schemars(with = "form::HashText"))]
    pub split_hash: B256,
    /// Salt of CREATE2; none where it is made by CREATE.
    #[serde(serialize_with = "encoding::hash_option")]
    #[cfg_attr(test, schemars(with = "Option<form::HashText>"))]
    pub create2_salt: Option<B256>,
    /// Where it will stand; none where nobody can know.
    pub address: Option<Address>,
    /// Under what condition alone the address holds, or why there is none, in English; none where it always holds.
    #[cfg_attr(test, schemars(with = "Option<form::Printable>"))]
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
        if self.version == "1" {
            let set = registry::main(self.chain_id);
            return set.map_or_else(|_| Vec::new(), |set| vec![set.main.clone(), set.wallet.clone()]);
        }
        match registry::split(&self.version, self.kind, self.chain_id) {
            Ok(set) => vec![set.factory.clone(), set.implementation.clone(), set.warehouse.clone()],
            Err(_) => Vec::new(),
        }
    }

    /// keccak256 of the split's code once it stands: that of every split of its version, kind and chain.
    pub fn code_hash(&self) -> Option<B256> {
        code_hash(&self.version, self.kind, self.chain_id)
    }

    /// The call by which anyone has it pay out the ether that it holds. None where its address is not known, and where a
    /// distributor is paid, whom only the sender can name.
    pub fn distribute_ether(&self) -> Option<Transaction> {
        let address = self.address.filter(|_| self.incentive == 0)?;
        if self.version == "1" {
            return Some(first::distribute_ether(self, address, Address::ZERO));
        }
        let recipients: Vec<_> =
            self.recipients.iter().copied().zip(self.allocations.iter().copied()).collect();
        Some(distribute(address, &recipients, 0, NATIVE_TOKEN, Address::ZERO))
    }
}

/// keccak256 of the code of every split of a version and kind on a chain: a clone that names its implementation. None
/// where they are not known.
pub fn code_hash(version: &str, kind: Kind, chain_id: u64) -> Option<B256> {
    // The init codes put everything behind their first instructions on chain, the later one without its zeros.
    if version == "1" {
        let set = registry::main(chain_id).ok()?;
        return Some(keccak256(&init_code_v1(set.wallet.address)[10..]));
    }
    let set = registry::split(version, kind, chain_id).ok()?;
    Some(keccak256(&init_code(set.implementation.address)[9..98]))
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
        _split: second::split_of(recipients, incentive),
        _token: token.to_alloy(),
        _distributor: distributor.to_alloy(),
    };
    Transaction::call(split, call.abi_encode())
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

/// keccak256 of the clone's init code (Clone.sol). It is 113 bytes long: the source's comment says 98, but its CREATE2
/// takes size 0x71 and so 15 zero bytes behind the code.
pub(super) fn init_code_hash(implementation: Address) -> B256 {
    keccak256(init_code(implementation))
}

fn init_code(implementation: Address) -> Vec<u8> {
    const BEFORE: [u8; 65] = hex!(
        "60593d8160093d39f336602c57343d527f9e4ac34f21c619cefc926c8bd93b54bf5a39c7ab2127a895af1cc0691d7e3dff"
        "593da1005b3d3d3d3d363d3d37363d73"
    );
    const AFTER: [u8; 28] = hex!("5af43d3d93803e605757fd5bf3000000000000000000000000000000");
    [&BEFORE[..], implementation.as_bytes(), &AFTER].concat()
}
