//! Witnesses: people who signed that they were there, with a key of their own or on paper.

use std::fmt::{self, Display};

use serde::{Deserialize, Serialize};

use super::{Heading, Layout, Manifest};
use crate::keys::test_addresses::is_test_address;
use crate::keys::test_witness::rehearsal_witness;
use crate::keys::{Address, Digest};
use crate::plan::{Plan, WitnessMeans};
#[cfg(test)]
use crate::text::form;

/// A witness of the ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WitnessEntry {
    /// The address that signs; absent where the plan knows none, or on paper.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<Address>,
    /// The witness's name in the plan.
    #[cfg_attr(test, schemars(with = "form::Name"))]
    pub name: String,
    /// How the witness signs.
    pub signs: WitnessMeans,
}

impl WitnessEntry {
    /// The plan's witnesses, in its order. Nobody's own key signs in a rehearsal.
    pub fn all_of(plan: &Plan, rehearsal: bool) -> Vec<Self> {
        let entry = |witness: &crate::plan::Witness| Self {
            address: match witness.signs {
                WitnessMeans::Key if rehearsal => Some(rehearsal_witness(&witness.name)),
                _ => witness.address,
            },
            name: witness.name.clone(),
            signs: witness.signs,
        };
        plan.witnesses.iter().map(entry).collect()
    }
}

/// What a witness signs, with any Ethereum key as EIP-191 personal message, or by hand: one line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WitnessStatement<'a> {
    /// Which ceremony.
    pub ceremony: &'a Heading,
    /// Who signs.
    pub witness: &'a str,
    /// SHA-256 of the manifest.
    pub sha256: Digest,
}

impl Display for WitnessStatement<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Heading { organisation, id, sequence, .. } = self.ceremony;
        write!(f, "Gishiki witness v1; {}org: {organisation}; ", self.ceremony.marks("; "))?;
        write!(f, "ceremony: {id}; seq: {sequence}; ")?;
        write!(f, "witness: {}; sha256: {}", self.witness, self.sha256)
    }
}

/// Why an address is no witness's: a witness is somebody else, with a key that nobody else has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// It is that of this name: of a key, a contract, an outside or a retired address, or of another witness.
    Taken(String),
    /// Anyone has its key.
    Published,
}

impl Manifest {
    /// Why an address cannot sign for a witness, if anything speaks against it. `signed` are witnesses with the addresses
    /// that signed for them. In a rehearsal the keys of
    /// witnesses are published ones.
    pub fn unfit_witness(&self, name: &str, signer: Address, signed: &[(&str, Address)]) -> Option<Unfit> {
        let live = self.live().map(|it| (it.name, it.address));
        let gone = self.retired.iter().map(|it| (it.name.as_str(), it.address));
        let planned = self.witnesses.iter().filter_map(|it| Some((it.name.as_str(), it.address?)));
        let witnesses = planned.chain(signed.iter().copied()).filter(|(other, _)| *other != name);
        let taken = live.chain(gone).chain(witnesses).find(|(_, address)| *address == signer);
        if let Some((other, _)) = taken {
            return Some(Unfit::Taken(other.to_owned()));
        }
        let rehearsed = || self.witnesses.iter().any(|it| rehearsal_witness(&it.name) == signer);
        let published = !self.ceremony.rehearsal && (rehearsed() || is_test_address(&signer));
        published.then_some(Unfit::Published)
    }

    /// Every witness with the name of the statement's file and the statement.
    pub fn witness_statements(
        &self,
        sha256: Digest,
    ) -> impl Iterator<Item = (&WitnessEntry, String, String)> {
        self.witnesses.iter().map(move |entry| {
            let statement = WitnessStatement { ceremony: &self.ceremony, witness: &entry.name, sha256 };
            (entry, Layout::witness_statement(&entry.name), statement.to_string())
        })
    }
}
