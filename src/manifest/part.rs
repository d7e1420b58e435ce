//! The part: what one member's device gave.

use serde::{Deserialize, Serialize};

use super::{Heading, Tool};
use crate::keys::{Address, AddressPath, Digest, WalletIdentity};

/// `public/parts/<member>.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Part {
    /// Every address, each shown on the device and confirmed there, in the plan's order.
    pub addresses: Vec<PartAddress>,
    /// Which ceremony.
    pub ceremony: Heading,
    /// How many exceptions were recorded; their texts are in the sealed file.
    pub exceptions: u64,
    /// Whose part.
    pub member: String,
    /// SHA-256 of `sealed/<member>.json`.
    pub sealed_sha256: Digest,
    /// The program that wrote it.
    pub tool: Tool,
    /// Always [`Part::TYPE`].
    pub r#type: String,
    /// The wallets, in the plan's order.
    pub wallets: Vec<PartWallet>,
}

/// One address of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartAddress {
    /// The address.
    pub address: Address,
    /// What people call it.
    pub label: String,
    /// Where it lies.
    pub path: AddressPath,
    /// Its name in the plan.
    pub role: String,
    /// The wallet's name.
    pub wallet: String,
}

/// One wallet of a part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartWallet {
    /// How often its passphrase was entered before it was used: 2 for a new wallet, 1 for a known one.
    pub entries: u64,
    /// Where: `device` or `host`.
    pub entry: String,
    /// Public key at m/44'/60'.
    pub identity: WalletIdentity,
    /// The wallet's name.
    pub name: String,
    /// The role whose address signs for it.
    pub signer: String,
    /// Its tier.
    pub tier: u64,
}

impl Part {
    /// What `type` says.
    pub const TYPE: &'static str = "gishiki-part-v1";
}
