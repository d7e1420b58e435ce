//! Contracts as the manifest lists them: every input, the predicted address, the digest of the calldata.

use serde::{Deserialize, Serialize};

use super::{SafeStanding, SplitStanding};
use crate::keys::{Address, Digest};
#[cfg(test)]
use crate::text::form;

/// A contract to be deployed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum ContractEntry {
    /// A Safe.
    Safe(SafeEntry),
    /// A split.
    Split(SplitEntry),
}

/// A Safe: the inputs of its creation and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SafeEntry {
    /// The predicted address, the same on each of the chains.
    pub address: Address,
    /// How it stood before this ceremony's change; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<SafeStanding>,
    /// SHA-256 of the calldata's bytes.
    pub calldata_sha256: Digest,
    /// Where it is wanted, EIP-155 chain ids.
    pub chains: Vec<u64>,
    /// `eip155`; absent for the canonical set of addresses.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Option<form::SafeSet>"))]
    pub deployment: Option<String>,
    /// The fallback handler, zero for none; absent for the version's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fallback_handler: Option<Address>,
    /// SHA-256 of `public/contracts/<name>.json`.
    pub file_sha256: Digest,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: String,
    /// The factory's method; absent for `create-proxy-with-nonce`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Option<form::SafeMethod>"))]
    pub method: Option<String>,
    /// Its name in the plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: String,
    /// The owners' names in the plan, in the order of the initializer.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub owner_names: Vec<String>,
    /// The owners.
    pub owners: Vec<Address>,
    /// How it stands once this ceremony's change is done; absent where that is as it was created.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<SafeStanding>,
    /// `ui` or `plain`.
    #[cfg_attr(test, schemars(with = "form::SafePreset"))]
    pub preset: String,
    /// Decimal.
    #[cfg_attr(test, schemars(with = "form::Decimal"))]
    pub salt_nonce: String,
    /// The singleton; absent for the preset's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub singleton: Option<Address>,
    /// How many owners must sign.
    #[cfg_attr(test, schemars(extend("minimum" = 1)))]
    pub threshold: u64,
    /// The factory that the calldata goes to.
    pub to: Address,
    /// `1.4.1`.
    #[cfg_attr(test, schemars(with = "form::SafeVersion"))]
    pub version: String,
}

/// A split: the inputs of its creation and what follows from them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SplitEntry {
    /// The predicted address, the same on each of the chains.
    pub address: Address,
    /// The shares, in the recipients' order, decimal.
    #[cfg_attr(test, schemars(with = "Vec<form::Decimal>"))]
    pub allocations: Vec<String>,
    /// As a Safe's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub before: Option<Box<SplitStanding>>,
    /// SHA-256 of the calldata's bytes.
    pub calldata_sha256: Digest,
    /// Where it is wanted, EIP-155 chain ids.
    pub chains: Vec<u64>,
    /// SHA-256 of `public/contracts/<name>.json`.
    pub file_sha256: Digest,
    /// What a distributor is paid, in millionths.
    pub incentive: u64,
    /// `push` or `pull`.
    #[cfg_attr(test, schemars(with = "form::SplitKind"))]
    pub kind: String,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: String,
    /// Its name in the plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: String,
    /// Who may change it; the zero address where nobody may.
    pub owner: Address,
    /// The owner's name in the plan, or `none`.
    #[cfg_attr(test, schemars(with = "form::NameOrNone"))]
    pub owner_name: String,
    /// As a Safe's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub present: Option<Box<SplitStanding>>,
    /// The recipients' names in the plan, in the order of the contract.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub recipient_names: Vec<String>,
    /// The recipients, in the order of the contract: ascending.
    pub recipients: Vec<Address>,
    /// 0x and 64 hex digits, also where the plan has it derived; `none` in version 1.
    #[cfg_attr(test, schemars(with = "form::Salt"))]
    pub salt: String,
    /// The factory that the calldata goes to.
    pub to: Address,
    /// The sum of the shares, decimal.
    #[cfg_attr(test, schemars(with = "form::Decimal"))]
    pub total_allocation: String,
    /// `2.2`.
    #[cfg_attr(test, schemars(with = "form::SplitVersion"))]
    pub version: String,
}

/// The file of a contract: parameters, calldata and decoded table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ContractFile {
    /// The contract's name in the plan.
    pub name: String,
    /// The bytes of `public/contracts/<name>.json`.
    pub bytes: Vec<u8>,
}

impl ContractEntry {
    /// Its name in the plan.
    pub fn name(&self) -> &str {
        match self {
            Self::Safe(safe) => &safe.name,
            Self::Split(split) => &split.name,
        }
    }

    /// What people call it.
    pub fn label(&self) -> &str {
        match self {
            Self::Safe(safe) => &safe.label,
            Self::Split(split) => &split.label,
        }
    }

    /// Where it will be.
    pub fn address(&self) -> Address {
        match self {
            Self::Safe(safe) => safe.address,
            Self::Split(split) => split.address,
        }
    }

    /// The chains it is wanted on.
    pub fn chains(&self) -> &[u64] {
        match self {
            Self::Safe(safe) => &safe.chains,
            Self::Split(split) => &split.chains,
        }
    }
}
