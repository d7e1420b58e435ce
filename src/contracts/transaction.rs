//! What somebody is asked to send.

use alloy::primitives::{Bytes, U256};
use serde::{Deserialize, Serialize};

use super::encoding;
use crate::keys::Address;
#[cfg(test)]
use crate::text::form;

/// A call that anyone may send: who sends it changes nothing about what comes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(deny_unknown_fields))]
pub struct Transaction {
    /// The contract called.
    pub to: Address,
    /// Wei that go with it.
    #[serde(serialize_with = "encoding::decimal", deserialize_with = "encoding::parsed")]
    #[cfg_attr(test, schemars(with = "form::Decimal"))]
    pub value: U256,
    /// The calldata.
    #[serde(serialize_with = "encoding::bytes", deserialize_with = "encoding::parsed")]
    #[cfg_attr(test, schemars(with = "form::BytesText"))]
    pub data: Bytes,
}

impl Transaction {
    /// A call without ether.
    pub(super) fn call(to: Address, data: Vec<u8>) -> Self {
        Self { to, value: U256::ZERO, data: data.into() }
    }
}
