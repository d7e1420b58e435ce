//! The part: what one member's device gave.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::{Heading, Tool};
use crate::keys::{Address, AddressPath, Digest, WalletIdentity};
#[cfg(test)]
use crate::text::form;

/// `public/parts/<member>.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Every address, each shown on the device and confirmed there, in the plan's order.
    pub addresses: Vec<PartAddress>,
    /// Which ceremony.
    pub ceremony: Heading,
    /// How many exceptions were recorded; their texts are in the sealed file.
    pub exceptions: u64,
    /// Whose part.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: String,
    /// SHA-256 of `sealed/<member>.json`.
    pub sealed_sha256: Digest,
    /// The program that wrote it.
    pub tool: Tool,
    /// Always [`Part::TYPE`].
    #[cfg_attr(test, schemars(extend("const" = Part::TYPE)))]
    pub r#type: String,
    /// The wallets, in the plan's order.
    pub wallets: Vec<PartWallet>,
}

/// One address of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartAddress {
    /// The address.
    pub address: Address,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: CompactString,
    /// Where it lies.
    pub path: AddressPath,
    /// Its name in the plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub role: CompactString,
    /// The wallet's name.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub wallet: CompactString,
}

/// One wallet of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartWallet {
    /// How often its passphrase was entered before it was used: 2 for a new wallet, 1 for a known one.
    #[cfg_attr(test, schemars(extend("minimum" = 1), extend("maximum" = 2)))]
    pub entries: u64,
    /// Where: `device` or `host`.
    #[cfg_attr(test, schemars(with = "form::Entry"))]
    pub entry: String,
    /// Public key at m/44'/60'.
    pub identity: WalletIdentity,
    /// The wallet's name.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub name: String,
    /// The role whose address signs for it.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub signer: String,
    /// Its tier.
    #[cfg_attr(test, schemars(extend("minimum" = 1), extend("maximum" = 9)))]
    pub tier: u64,
}

impl Part {
    /// What `type` says.
    pub const TYPE: &'static str = "gishiki-part-v1";
}
