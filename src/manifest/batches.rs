//! What Safes are to send, as the manifest lists it.

use serde::{Deserialize, Serialize};

use crate::keys::Address;
#[cfg(test)]
use crate::text::form;

/// Calls to be signed and sent at once: a batch of the plan, or the change of a contract.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct BatchEntry {
    /// The calls, in the order in which they run.
    pub calls: Vec<CallEntry>,
    /// The contract that they change from how it stands to how it shall stand; absent for a batch of the plan.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(with = "Option<form::Name>"))]
    pub changes: Option<String>,
    /// Who sends them.
    pub from: Address,
    /// The sender's name in the plan: a Safe, or where a split is changed, its owner.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub from_name: String,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: String,
    /// Its name in the plan, or the name of the contract that it changes.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: String,
    /// The contracts of this manifest that must stand on the chain first, by name, in the manifest's order.
    #[cfg_attr(test, schemars(with = "Vec<form::Name>"))]
    pub needs: Vec<String>,
}

/// One call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CallEntry {
    /// The calldata, `0x` and lower-case hex digits.
    #[cfg_attr(test, schemars(with = "form::BytesText"))]
    pub data: String,
    /// Whom it calls.
    pub to: Address,
    /// Wei that go with it, decimal.
    #[cfg_attr(test, schemars(with = "form::Decimal"))]
    pub value: String,
    /// What it does, in one English sentence of the plan's names.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub what: String,
}
