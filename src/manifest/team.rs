//! The manifest: all parts combined, every contract predicted from them.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::{BatchEntry, CarriedDigests, ContractEntry, Heading, RetiredEntry, Tool, WitnessEntry};
use crate::keys::{Address, AddressPath, Digest};
#[cfg(test)]
use crate::text::form;

/// `public/manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Every address, of this ceremony's parts and of earlier ones, in the plan's order.
    pub addresses: Vec<ManifestAddress>,
    /// What Safes are to send: changes of contracts first, then the plan's batches, each in the plan's order. Absent where
    /// there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(extend("minItems" = 1)))]
    pub batches: Vec<BatchEntry>,
    /// The parts of earlier ceremonies that addresses come from, by sequence, then in the plan's order of members. Absent
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(extend("minItems" = 1)))]
    pub carried: Vec<CarriedDigests>,
    /// Which ceremony.
    pub ceremony: Heading,
    /// Every Safe and split with all its inputs, in the plan's order.
    pub contracts: Vec<ContractEntry>,
    /// How many exceptions the members recorded in their runs, all together.
    pub exceptions: u64,
    /// Addresses of no key of this ceremony.
    pub externals: Vec<ExternalEntry>,
    /// The files it stands on, one entry a member.
    pub parts: Vec<PartDigests>,
    /// Who signs it: every one of these.
    pub policy: Vec<Signer>,
    /// What earlier manifests have and this one has no more, in the plan's order. Absent where there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, schemars(extend("minItems" = 1)))]
    pub retired: Vec<RetiredEntry>,
    /// How many of `policy` must sign the next manifest, too. Absent where all must.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("minimum" = 1)))]
    pub succession: Option<u64>,
    /// The program that wrote it.
    pub tool: Tool,
    /// Always [`Manifest::TYPE`].
    #[cfg_attr(test, schemars(extend("const" = Manifest::TYPE)))]
    pub r#type: String,
    /// The address that signed each wallet's statement on its member's part, in the plan's order.
    pub wallet_signers: Vec<Signer>,
    /// Who else signs it, as witnesses, in the plan's order. Absent where there is nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<WitnessEntry>,
}

/// One address of the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ManifestAddress {
    /// The address.
    pub address: Address,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: CompactString,
    /// Whose device gave it.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: CompactString,
    /// Where it lies.
    pub path: AddressPath,
    /// Its name in the plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub role: CompactString,
    /// The sequence of the earlier ceremony whose part has it. Absent where it is of this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, schemars(extend("minimum" = 1)))]
    pub since: Option<u64>,
    /// The wallet's tier.
    #[cfg_attr(test, schemars(extend("minimum" = 1), extend("maximum" = 9)))]
    pub tier: u64,
    /// The wallet's name.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub wallet: CompactString,
}

/// An address of no key of this ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExternalEntry {
    /// The address, or `TBD`.
    #[cfg_attr(test, schemars(with = "form::AddressOrTbd"))]
    pub address: String,
    /// What people call it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: String,
    /// Its name in the plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: String,
}

/// The digests of a member's files, with what only the journal tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct PartDigests {
    /// How many exceptions its journal holds: those in the part, and those recorded after it was settled.
    pub exceptions: u64,
    /// Of `sealed/journal-<member>.jsonl`.
    pub journal_sha256: Digest,
    /// Whose.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: String,
    /// Of `public/parts/<member>.json`.
    pub part_sha256: Digest,
    /// Of `sealed/<member>.json`.
    pub sealed_sha256: Digest,
    /// Whether it was taken from elsewhere without its digest having been told by another channel; absent where it
    /// was told, and where the whole team ran in one folder.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(test, schemars(extend("const" = true)))]
    pub unpinned: bool,
}

/// Somebody who signs the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// The address that signs.
    pub address: Address,
    /// Whose.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: String,
    /// Its role.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub role: String,
    /// The wallet's name.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub wallet: String,
}

impl Manifest {
    /// What `type` says.
    pub const TYPE: &'static str = "gishiki-manifest-v1";
}
