//! How contracts stand, beside what they were created with.

use serde::{Deserialize, Serialize};

use crate::keys::Address;
#[cfg(test)]
use crate::text::form;

/// Who owns a Safe at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SafeStanding {
    /// The owners' names in the plan, in the order of `owners`.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub owner_names: Vec<String>,
    /// The owners, in the order in which the contract lists them.
    pub owners: Vec<Address>,
    /// How many of them must sign.
    #[cfg_attr(test, schemars(extend("minimum" = 1)))]
    pub threshold: u64,
}

/// Who receives from a split and who may change it at one moment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SplitStanding {
    /// The shares, in the recipients' order, decimal.
    #[cfg_attr(test, schemars(with = "Vec<form::Decimal>"))]
    pub allocations: Vec<String>,
    /// What a distributor is paid, in millionths.
    pub incentive: u64,
    /// Who may change it; the zero address where nobody may.
    pub owner: Address,
    /// The owner's name in the plan, or `none`.
    #[cfg_attr(test, schemars(with = "form::NameOrNone"))]
    pub owner_name: String,
    /// The recipients' names in the plan, in the order of `recipients`.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub recipient_names: Vec<String>,
    /// The recipients, in the order of the contract: ascending.
    pub recipients: Vec<Address>,
    /// What the contract answers to `splitHash()`, `0x` and 64 hex digits.
    #[cfg_attr(test, schemars(with = "form::HashText"))]
    pub split_hash: String,
    /// The sum of the shares, decimal.
    #[cfg_attr(test, schemars(with = "form::Decimal"))]
    pub total_allocation: String,
}
