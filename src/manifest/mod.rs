//! What is signed: the part of one member and the manifest of the team; their canonical bytes, their statements,
//! and the files that follow from them.

mod batches;
mod by_name;
pub mod canonical;
mod contracts;
pub mod derived;
mod device_facts;
pub mod diff;
mod drill;
mod history;
mod layout;
mod part;
pub mod passage;
mod sealed;
mod statement;
mod states;
mod team;
mod witness;

pub use batches::{BatchEntry, CallEntry};
pub use by_name::ByName;
pub use contracts::{ContractEntry, ContractFile, SafeEntry, SplitEntry};
pub use device_facts::{DeviceFacts, Hindrance};
pub use drill::{Drill, DrillAddress, DrillWallet, SameDevice};
pub use history::{CarriedDigests, Kind, Live, Previous, RetiredEntry};
pub use layout::Layout;
pub use part::{Part, PartAddress, PartWallet};
pub use sealed::{Exception, KeptAccount, Sealed, SealedAccount, seed_commitment};
pub use statement::{Statement, StatementKind};
pub use states::{SafeStanding, SplitStanding};
pub use team::{ExternalEntry, Manifest, ManifestAddress, PartDigests, Signer};
pub use witness::{Unfit, WitnessEntry, WitnessStatement};

use serde::{Deserialize, Serialize};

use crate::keys::Digest;
use crate::plan::Plan;
#[cfg(test)]
use crate::text::form;

/// What every signed file says of the ceremony it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Heading {
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// The ceremony's id.
    #[cfg_attr(test, schemars(with = "form::Id"))]
    pub id: String,
    /// Who holds it.
    #[cfg_attr(test, schemars(with = "form::Organisation"))]
    pub organisation: String,
    /// SHA-256 of the plan as run.
    pub plan_sha256: Digest,
    /// SHA-256 of the previous manifest, or `none`.
    #[cfg_attr(test, schemars(with = "form::Previous"))]
    pub previous: String,
    /// Whether simulated devices took part: then nothing of it is real.
    pub rehearsal: bool,
    /// Position in the chain of ceremonies, from 1.
    #[cfg_attr(test, schemars(extend("minimum" = 1)))]
    pub sequence: u64,
    /// Whether the chain is a testnet.
    pub testnet: bool,
}

/// The program that made a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Tool {
    /// SHA-256 of its binary; zeros in a rehearsal, whose bytes are the same everywhere.
    pub binary_sha256: Digest,
    /// Its version.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub version: String,
}

impl Heading {
    /// The marks that everything of a ceremony carries: `REHEARSAL` and `TESTNET` where true, each with this behind it.
    pub fn marks(&self, behind: &str) -> String {
        let marks = [(self.rehearsal, "REHEARSAL"), (self.testnet, "TESTNET")];
        marks.into_iter().filter(|(is, _)| *is).flat_map(|(_, mark)| [mark, behind]).collect()
    }

    /// What a plan says of its ceremony.
    pub fn of(plan: &Plan, rehearsal: bool) -> Self {
        let ceremony = &plan.ceremony;
        Self {
            chain_id: ceremony.chain.id,
            id: ceremony.id.clone(),
            organisation: ceremony.organisation.clone(),
            plan_sha256: plan.digest,
            previous: ceremony.previous.map_or("none".to_owned(), |digest| digest.to_string()),
            rehearsal,
            sequence: ceremony.sequence,
            testnet: ceremony.chain.testnet,
        }
    }
}
