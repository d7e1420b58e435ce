//! What a manifest takes over from earlier ceremonies: parts that rows of it come from, and what is retired.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use super::{Manifest, canonical};
use crate::keys::{Address, Digest};
#[cfg(test)]
use crate::text::form;

/// The digests of an earlier ceremony's part that rows come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CarriedDigests {
    /// Whose part it is.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: String,
    /// Of `public/carried/<sequence>.<member>.json`, which was that ceremony's `public/parts/<member>.json`.
    pub part_sha256: Digest,
    /// Of `sealed/carried/<sequence>.<member>.json`, which was that ceremony's `sealed/<member>.json`.
    pub sealed_sha256: Digest,
    /// The sequence of the ceremony that made it.
    #[cfg_attr(test, schemars(extend("minimum" = 1)))]
    pub sequence: u64,
}

/// An address that an earlier manifest has and that is nothing of the team's any more.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RetiredEntry {
    /// The address.
    pub address: Address,
    /// What people called it.
    #[cfg_attr(test, schemars(with = "form::Label"))]
    pub label: String,
    /// Its name in the earlier plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: String,
    /// Why.
    #[cfg_attr(test, schemars(with = "form::Printable"))]
    pub reason: String,
    /// The sequence of the ceremony that retired it.
    #[cfg_attr(test, schemars(extend("minimum" = 1)))]
    pub sequence: u64,
}

/// What stands at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A key of the team.
    Key,
    /// A Safe or a split.
    Contract,
    /// Nothing of this ceremony.
    External,
}

/// An address of a manifest.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Live<'m> {
    /// What stands there.
    pub kind: Kind,
    /// Where.
    pub address: Address,
    /// What people call it.
    pub label: &'m str,
    /// Its name in the plan.
    pub name: &'m str,
}

impl<'m> Live<'m> {
    fn new(kind: Kind, address: Address, label: &'m str, name: &'m str) -> Self {
        Self { kind, address, label, name }
    }
}

/// A manifest of an earlier ceremony that somebody trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Previous {
    /// What it says.
    pub manifest: Manifest,
    /// SHA-256 of its bytes.
    pub digest: Digest,
}

impl Previous {
    /// Reads a manifest that somebody trusts.
    ///
    /// # Errors
    /// No manifest in its one encoding.
    pub fn new(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Manifest = canonical::from_bytes(bytes).map_err(|error| error.to_string())?;
        if manifest.r#type == Manifest::TYPE {
            Ok(Self { manifest, digest: Digest::of(bytes) })
        } else {
            Err(format!("its type is not {}", Manifest::TYPE))
        }
    }

    /// The address that it gives for a role.
    pub fn address(&self, role: &str) -> Option<Address> {
        self.manifest.addresses.iter().find(|row| row.role == role).map(|row| row.address)
    }

    /// The digests of an earlier part, as this manifest says them: of its own ceremony, or of one that it carries.
    pub fn part(&self, sequence: u64, member: &str) -> Option<(Digest, Digest)> {
        if sequence == self.manifest.ceremony.sequence {
            let part = self.manifest.parts.iter().find(|part| part.member == member)?;
            return Some((part.part_sha256, part.sealed_sha256));
        }
        let of = |it: &&CarriedDigests| (it.sequence, it.member.as_str()) == (sequence, member);
        self.manifest.carried.iter().find(of).map(|it| (it.part_sha256, it.sealed_sha256))
    }
}

impl Manifest {
    /// How many of the addresses in `policy` must sign the next manifest, too.
    pub fn successors(&self) -> u64 {
        self.succession.unwrap_or(self.policy.len() as u64)
    }

    /// Every address that this manifest says something of: of keys, contracts and externals, not those that are retired.
    pub fn live(&self) -> impl Iterator<Item = Live<'_>> + Clone {
        let rows = self.addresses.iter();
        let rows = rows.map(|it| Live::new(Kind::Key, it.address, &it.label, &it.role));
        let contracts = self.contracts.iter();
        let contracts = contracts.map(|it| Live::new(Kind::Contract, it.address(), it.label(), it.name()));
        let placed = self.externals.iter();
        let placed = placed
            .filter_map(|it| Some(Live::new(Kind::External, it.address.parse().ok()?, &it.label, &it.name)));
        rows.chain(contracts).chain(placed)
    }

    /// An address that stands twice, with the names of what bears it: two that are live, or one that is and one that is retired.
    pub fn met(&self) -> Option<(Address, &str, &str)> {
        let live = self.live().map(|it| (it.address, it.name));
        let gone = self.retired.iter().map(|it| (it.address, it.name.as_str()));
        let mut seen: HashMap<Address, &str> = HashMap::new();
        let mut all = live.chain(gone);
        all.find_map(|(address, name)| seen.insert(address, name).map(|first| (address, first, name)))
    }
}
