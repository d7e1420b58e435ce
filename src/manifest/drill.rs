//! The drill record: which wallets of a manifest a member opened again, on a spare device.

use serde::{Deserialize, Serialize};

use super::{DeviceFacts, Exception, Heading, Tool};
use crate::keys::{Address, AddressPath, Digest, WalletIdentity};
#[cfg(test)]
use crate::text::form;

/// `drill.json` in a drill's folder.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Drill {
    /// Which ceremony made the manifest.
    pub ceremony: Heading,
    /// What the device said of itself.
    pub device: DeviceFacts,
    /// What did not go as planned.
    pub exceptions: Vec<Exception>,
    /// How many lines the journal had when this was written.
    pub journal_events: u64,
    /// SHA-256 of the journal's last line then.
    pub journal_head: Digest,
    /// The wallets that were not opened or did not compare, by name, in the plan's order.
    #[cfg_attr(test, schemars(with = "Vec<form::WalletName>"))]
    pub left_out: Vec<String>,
    /// SHA-256 of the manifest that was drilled.
    pub manifest_sha256: Digest,
    /// Whose wallets.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: String,
    /// Whether it is the device of the ceremony.
    pub same_device: SameDevice,
    /// See [`seed_commitment`](super::seed_commitment), with the manifest's ceremony.
    pub seed_commitment: Digest,
    /// When it began, by the host's clock: `YYYY-MM-DDThh:mm:ssZ`.
    #[cfg_attr(test, schemars(with = "form::Time"))]
    pub time: String,
    /// The program.
    pub tool: Tool,
    /// Always [`Drill::TYPE`].
    #[cfg_attr(test, schemars(extend("const" = Drill::TYPE)))]
    pub r#type: String,
    /// The wallets that were opened and compared, in the plan's order.
    pub wallets: Vec<DrillWallet>,
}

/// A wallet that was opened again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DrillWallet {
    /// Every address that the manifest has of it, in the manifest's order.
    pub addresses: Vec<DrillAddress>,
    /// Public key at m/44'/60'.
    pub identity: WalletIdentity,
    /// The wallet's name.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub name: String,
    /// The role whose address signs for it.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub signer: String,
}

/// An address that was compared.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DrillAddress {
    /// The address.
    pub address: Address,
    /// Where it lies.
    pub path: AddressPath,
    /// Its name in the plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub role: String,
}

/// Whether a drill was held on the ceremony's own device. The sealed file tells, where it is at hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum SameDevice {
    /// The same: the backup was not tried.
    Same,
    /// Another one, as it should be.
    Other,
    /// The sealed file was not at hand.
    Unknown,
}

impl Drill {
    /// What `type` says.
    pub const TYPE: &'static str = "gishiki-drill-v1";
}
