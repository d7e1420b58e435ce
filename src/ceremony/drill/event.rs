//! What can happen in a drill.

use serde::{Deserialize, Serialize};

use crate::ceremony::Alarm;
use crate::device::genuine::Proof;
use crate::keys::{Address, AddressPath, Digest, Signature, WalletIdentity};
use crate::manifest::{DeviceFacts, Exception, Heading, SameDevice, Tool};
#[cfg(test)]
use crate::text::form;

/// How a drill's journal begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DrillBegun {
    /// The ceremony that made the manifest; says whether it is a rehearsal.
    pub ceremony: Heading,
    /// SHA-256 of the manifest.
    pub manifest: Digest,
    /// Whose wallets.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: String,
    /// The program.
    pub tool: Tool,
    /// How devices are reached.
    #[cfg_attr(test, schemars(with = "form::BenchName"))]
    pub bench: String,
}

/// What can happen in a drill. No public key of an account is kept: it is read anew whenever it is needed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum DrillEvent {
    /// The drill began.
    Begun(DrillBegun),
    /// The device said what it is, and nothing stood in the way.
    DeviceIdentified {
        /// What it said.
        facts: DeviceFacts,
        /// Whether it is the device of the ceremony.
        same: SameDevice,
    },
    /// As in a member's run.
    DeviceProved {
        /// The firmware's hash of itself, keyed with the challenge.
        firmware: Digest,
        /// The proof.
        proof: Proof,
    },
    /// As in a member's run.
    DeviceUnproved {
        /// The firmware's hash of itself, keyed with the challenge.
        firmware: Digest,
    },
    /// The wallet without a passphrase was read, to tell whether it is the seed of the ceremony.
    SeedCommitted {
        /// See [`seed_commitment`](crate::manifest::seed_commitment).
        commitment: Digest,
    },
    /// A wallet was entered, and is the one of the ceremony.
    WalletEntered {
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// Which wallet opened.
        identity: WalletIdentity,
    },
    /// A wallet was opened again after the device had forgotten it.
    WalletReopened {
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
    },
    /// The first address of a wallet that was opened again stood on the device as it stands on the wallet's paper.
    SheetCompared {
        /// The wallet's name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// What was shown.
        address: Address,
    },
    /// An address was derived from what the device gave, shown on it, and is the manifest's.
    AddressCompared {
        /// Its name in the plan.
        #[cfg_attr(test, schemars(with = "form::Name"))]
        role: String,
        /// Where it lies.
        path: AddressPath,
        /// What was shown.
        address: Address,
    },
    /// A wallet that could not be opened or compared is left out, after an exception said why.
    WalletLeftOut {
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
    },
    /// The record is settled; its files follow from the journal up to here.
    RecordWritten {
        /// SHA-256 of the record.
        record: Digest,
    },
    /// A person compared the record's digest with one computed elsewhere.
    RecordCompared {
        /// SHA-256 of the record.
        record: Digest,
    },
    /// A wallet signed the record's statement.
    StatementSigned {
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// Who signed, recovered from the signature.
        signer: Address,
        /// The signature.
        signature: Signature,
    },
    /// Something did not go as planned.
    ExceptionRecorded(Exception),
    /// Something differed where nothing may differ; what it was about was not taken.
    AlarmRaised {
        /// The step, as exceptions name it.
        #[cfg_attr(test, schemars(with = "form::Ascii"))]
        step: String,
        /// What differed.
        reason: Alarm,
    },
    /// The device forgot every wallet.
    SessionsEnded {},
    /// The drill is over.
    Finished {},
}
