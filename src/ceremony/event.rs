//! What can happen in a ceremony.

use compact_str::CompactString;
use serde::{Deserialize, Serialize};

use super::Alarm;
use crate::device::genuine::Proof;
use crate::journal::Plain;
use crate::keys::{AccountPath, AccountXpub, Address, AddressPath, Digest, Signature, WalletIdentity};
use crate::manifest::{DeviceFacts, Exception, Heading, Tool};
#[cfg(test)]
use crate::text::form;

/// How a journal begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Begun {
    /// Which ceremony; says whether it is a rehearsal.
    pub ceremony: Heading,
    /// The program.
    pub tool: Tool,
    /// How devices are reached.
    #[cfg_attr(test, schemars(with = "form::BenchName"))]
    pub bench: String,
    /// Whether the whole team runs on this laptop, or one member.
    pub scope: Scope,
}

/// How much of a ceremony runs in one folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Scope {
    /// Every custodian in turn, then the team's manifest.
    Team,
    /// One custodian's part.
    Member,
    /// Parts from elsewhere are combined.
    Combination,
}

/// Why an entered wallet was not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Refusal {
    /// It is the wallet without a passphrase.
    Standard,
    /// It is a wallet of this ceremony already.
    Seen,
    /// It is not the wallet whose identity the plan knows.
    Unknown,
    /// The second entry opened another wallet than the first.
    Differs,
}

/// What can happen in a member's run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum Event {
    /// The run began.
    Begun(Begun),
    /// The device said what it is, and nothing stood in the way.
    DeviceIdentified {
        /// What it said.
        facts: DeviceFacts,
    },
    /// The device told what its firmware is, and proved that it is genuine. The challenge of both is made of the line
    /// before, see [`Challenge::of_head`](crate::device::genuine::Challenge::of_head).
    DeviceProved {
        /// The firmware's hash of itself, keyed with the challenge.
        firmware: Digest,
        /// The proof.
        proof: Proof,
    },
    /// The device told what its firmware is; its model has nothing that could prove that it is genuine.
    DeviceUnproved {
        /// The firmware's hash of itself, keyed with the challenge.
        firmware: Digest,
    },
    /// The words of its backup were typed on the device, and it said that they are the seed that it holds.
    BackupChecked {},
    /// The wallet without a passphrase was read, to tell shared seeds.
    SeedCommitted {
        /// See [`seed_commitment`](crate::manifest::seed_commitment).
        commitment: Digest,
    },
    /// A wallet was entered; a new one still needs its second entry.
    WalletEntered {
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// Which wallet opened.
        identity: WalletIdentity,
    },
    /// An entered wallet was not taken: both entries start again.
    WalletRefused {
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// Why.
        reason: Refusal,
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
    /// An account's xpub was read.
    AccountRead {
        /// The wallet's name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// Where it lies.
        path: AccountPath,
        /// What it is.
        xpub: AccountXpub,
    },
    /// An account's xpub was read for a wallet that keeps it: it is written nowhere, and read again after a stop.
    AccountKept {
        /// The wallet's name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// Where it lies.
        path: AccountPath,
    },
    /// An address was shown on the device, and confirmed there and on the laptop.
    AddressConfirmed {
        /// Its name in the plan.
        #[cfg_attr(test, schemars(with = "form::Name"))]
        role: CompactString,
        /// Where it lies.
        path: AddressPath,
        /// What was shown.
        address: Address,
    },
    /// The part is settled; its files follow from the journal up to here.
    PartWritten {
        /// SHA-256 of the part.
        part: Digest,
        /// SHA-256 of the sealed file.
        sealed: Digest,
    },
    /// A person compared the part's digest with one computed elsewhere.
    PartCompared {
        /// SHA-256 of the part.
        part: Digest,
    },
    /// A wallet signed the part's statement.
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
    /// The run is over.
    Finished {},
}

impl Event {
    /// The event that most lines of a journal hold, a confirmed address, from its bytes as they stand there; none of any other.
    pub fn plain(bytes: &[u8]) -> Option<Self> {
        let mut plain = Plain::new(bytes);
        plain.pass(b"{\"address-confirmed\":{\"role\":\"")?;
        let role = plain.quoted()?;
        plain.pass(b",\"path\":\"")?;
        let path = plain.quoted()?;
        plain.pass(b",\"address\":\"")?;
        let address = plain.quoted()?;
        plain.pass(b"}}")?;
        // Paths and addresses have one writing each.
        let (path, address) = (path.parse().ok()?, address.parse().ok()?);
        plain.is_empty().then(|| Self::AddressConfirmed { role: role.into(), path, address })
    }
}

/// What can happen when the team's parts come together.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
pub enum TeamEvent {
    /// Combining began.
    Begun(Begun),
    /// A member's part was checked and taken.
    PartAccepted {
        /// Whose.
        #[cfg_attr(test, schemars(with = "form::CustodianName"))]
        member: String,
        /// SHA-256 of the part.
        part: Digest,
        /// SHA-256 of the sealed file.
        sealed: Digest,
        /// SHA-256 of the journal.
        journal: Digest,
        /// Whether its digest was given by another channel.
        pinned: bool,
    },
    /// The manifest is settled; its files follow from the parts.
    ManifestWritten {
        /// SHA-256 of the manifest.
        manifest: Digest,
    },
    /// A person compared the manifest's digest with one computed elsewhere.
    ManifestCompared {
        /// SHA-256 of the manifest.
        manifest: Digest,
    },
    /// A signer's wallet was opened.
    WalletOpened {
        /// Whose.
        #[cfg_attr(test, schemars(with = "form::CustodianName"))]
        member: String,
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
    },
    /// The wallet's first address stood on the device as it stands on the wallet's paper.
    SheetCompared {
        /// Whose.
        #[cfg_attr(test, schemars(with = "form::CustodianName"))]
        member: String,
        /// The wallet's name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
        /// What was shown.
        address: Address,
    },
    /// An entered wallet was not the signer's.
    WalletRefused {
        /// Whose.
        #[cfg_attr(test, schemars(with = "form::CustodianName"))]
        member: String,
        /// Its name.
        #[cfg_attr(test, schemars(with = "form::WalletName"))]
        wallet: String,
    },
    /// A signer signed the manifest's statement.
    ManifestSigned {
        /// The signer's role.
        #[cfg_attr(test, schemars(with = "form::Name"))]
        role: String,
        /// Who signed, recovered from the signature.
        signer: Address,
        /// The signature.
        signature: Signature,
    },
    /// A witness signed the manifest's statement for witnesses.
    WitnessSigned {
        /// The witness's name.
        #[cfg_attr(test, schemars(with = "form::Name"))]
        witness: String,
        /// Who signed, recovered from the signature.
        signer: Address,
        /// The signature.
        signature: Signature,
    },
    /// A witness signed the printed statement by hand, and people saw it.
    WitnessOnPaper {
        /// The witness's name.
        #[cfg_attr(test, schemars(with = "form::Name"))]
        witness: String,
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
    /// A member's device forgot every wallet.
    SessionsEnded {
        /// Whose device.
        #[cfg_attr(test, schemars(with = "form::CustodianName"))]
        member: String,
    },
    /// Everybody signed.
    Finished {},
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn what_is_read_plainly_is_written_so(
            role in "[a-z0-9-]{1,32}", account in 0..=100_u32, change in 0..=1_u32, index in 0..=1_000_000_u32, address: [u8; 20],
            at: prop::sample::Index, byte in prop_oneof![any::<u8>(), b' '..=b'~'],
        ) {
            let path = AddressPath::new(account, change, index).unwrap();
            let event =
                Event::AddressConfirmed { role: role.into(), path, address: Address::from_bytes(address) };
            let mut bytes = serde_json::to_vec(&event).unwrap();
            prop_assert_eq!(Event::plain(&bytes), Some(event));
            let at = at.index(bytes.len());
            bytes[at] = byte;
            if let Some(event) = Event::plain(&bytes) {
                prop_assert_eq!(serde_json::to_vec(&event).unwrap(), bytes);
            }
        }
    }

    #[test]
    fn a_second_writing_of_a_path_is_not_read() {
        let read = |path: &str| {
            let address = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";
            Event::plain(
                format!(r#"{{"address-confirmed":{{"role":"a","path":"{path}","address":"{address}"}}}}"#)
                    .as_bytes(),
            )
        };
        assert!(read("m/44'/60'/0'/0/1").is_some());
        for path in [
            "m/44'/60'/0'/0/01",
            "m/44'/60'/+0'/0/1",
            "m/44'/60'/0h/0/1",
            "44'/60'/0'/0/1",
            "m/44'/60'/0'/0/1 ",
        ] {
            assert_eq!(read(path), None, "{path}");
        }
    }
}
