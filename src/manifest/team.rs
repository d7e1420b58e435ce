//! The manifest: all parts combined, every contract predicted from them.

use serde::{Deserialize, Serialize};

use super::{BatchEntry, CarriedDigests, ContractEntry, Heading, RetiredEntry, Tool, WitnessEntry};
use crate::keys::{Address, AddressPath, Digest};

/// `public/manifest.json`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// Every address, of this ceremony's parts and of earlier ones, in the plan's order.
    pub addresses: Vec<ManifestAddress>,
    /// What Safes are to send: changes of contracts first, then the plan's batches, each in the plan's order. Absent where
    /// there is nothing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub batches: Vec<BatchEntry>,
    /// The parts of earlier ceremonies that addresses come from, by sequence, then in the plan's order of members. Absent
    /// where there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
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
    pub retired: Vec<RetiredEntry>,
    /// How many of `policy` must sign the next manifest, too. Absent where all must.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub succession: Option<u64>,
    /// The program that wrote it.
    pub tool: Tool,
    /// Always [`Manifest::TYPE`].
    pub r#type: String,
    /// The address that signed each wallet's statement on its member's part, in the plan's order.
    pub wallet_signers: Vec<Signer>,
    /// Who else signs it, as witnesses, in the plan's order. Absent where there is nobody.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub witnesses: Vec<WitnessEntry>,
}

/// One address of the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ManifestAddress {
    /// The address.
    pub address: Address,
    /// What people call it.
    pub label: String,
    /// Whose device gave it.
    pub member: String,
    /// Where it lies.
    pub path: AddressPath,
    /// Its name in the plan.
    pub role: String,
    /// The sequence of the earlier ceremony whose part has it. Absent where it is of this one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<u64>,
    /// The wallet's tier.
    pub tier: u64,
    /// The wallet's name.
    pub wallet: String,
}

/// An address of no key of this ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExternalEntry {
    /// The address, or `TBD`.
    pub address: String,
    /// What people call it.
    pub label: String,
    /// Its name in the plan.
    pub name: String,
}

/// The digests of a member's files, with what only the journal tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartDigests {
    /// How many exceptions its journal holds: those in the part, and those recorded after it was settled.
    pub exceptions: u64,
    /// Of `sealed/journal-<member>.jsonl`.
    pub journal_sha256: Digest,
    /// Whose.
    pub member: String,
    /// Of `public/parts/<member>.json`.
    pub part_sha256: Digest,
    /// Of `sealed/<member>.json`.
    pub sealed_sha256: Digest,
}

/// Somebody who signs the manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Signer {
    /// The address that signs.
    pub address: Address,
    /// Whose.
    pub member: String,
    /// Its role.
    pub role: String,
    /// The wallet's name.
    pub wallet: String,
}

impl Manifest {
    /// What `type` says.
    pub const TYPE: &'static str = "gishiki-manifest-v1";
}
