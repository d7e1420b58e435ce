//! What may mean that laptop, device or file is not what it seems: it stays in the journal, whatever is done next.

use serde::{Deserialize, Serialize};

use super::{DrillStep, MemberStep, TeamStep};
use crate::text::{Message, Problem};

/// Something that differed where nothing may differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Alarm {
    /// The device's proof of being genuine does not hold.
    DeviceDoubted,
    /// The device holds another seed than the one of the ceremony.
    SeedOther,
    /// Another wallet was open than the one that is known.
    WalletOther,
    /// The account's xpub is not one of the open wallet.
    XpubOther,
    /// The address is another than the plan expects.
    AddressUnexpected,
    /// The device gave another address than the laptop derived.
    AddressMismatch,
    /// A person saw another address or path on the device than on the laptop.
    AddressDisputed,
    /// The wallet's first address is another on the device than on the wallet's paper.
    SheetDiffers,
    /// Another machine computed another digest.
    DigestDiffers,
    /// The signature is by another key than the one that was to sign.
    SignerMismatch,
}

impl Alarm {
    /// Every one of them.
    pub const ALL: [Self; 10] = [
        Self::DeviceDoubted,
        Self::SeedOther,
        Self::WalletOther,
        Self::XpubOther,
        Self::AddressUnexpected,
        Self::AddressMismatch,
        Self::AddressDisputed,
        Self::SheetDiffers,
        Self::DigestDiffers,
        Self::SignerMismatch,
    ];

    /// The alarm that a problem is; none for what only went wrong.
    pub fn of(problem: &Problem) -> Option<Self> {
        match problem.id() {
            "device-debug" => Some(Self::DeviceDoubted),
            id if id.starts_with("device-doubt-") => Some(Self::DeviceDoubted),
            "seed-other" => Some(Self::SeedOther),
            "wallet-other" | "drill-wallet-other" => Some(Self::WalletOther),
            "xpub-other" => Some(Self::XpubOther),
            "address-unexpected" | "drill-address-unexpected" => Some(Self::AddressUnexpected),
            "address-mismatch" => Some(Self::AddressMismatch),
            "address-disputed" => Some(Self::AddressDisputed),
            "sheet-differs" => Some(Self::SheetDiffers),
            "digest-differs" => Some(Self::DigestDiffers),
            "signer-mismatch" => Some(Self::SignerMismatch),
            _ => None,
        }
    }

    /// Whether it can be raised at this step of a member's run.
    pub fn fits_member(self, step: MemberStep) -> bool {
        use MemberStep as Step;
        match self {
            Self::DeviceDoubted => step == Step::CheckDevice,
            Self::SeedOther => false,
            Self::WalletOther => {
                matches!(
                    step,
                    Step::ReadAccount(..) | Step::ShowAddress(..) | Step::CompareSheet(_) | Step::Sign(_)
                )
            }
            Self::XpubOther => matches!(step, Step::ReadAccount(..) | Step::ShowAddress(..)),
            Self::AddressMismatch | Self::SheetDiffers => {
                matches!(step, Step::ShowAddress(..) | Step::CompareSheet(_))
            }
            Self::AddressUnexpected | Self::AddressDisputed => matches!(step, Step::ShowAddress(..)),
            Self::DigestDiffers => step == Step::ComparePart,
            Self::SignerMismatch => matches!(step, Step::Sign(_)),
        }
    }

    /// Whether it can be raised at this step of the team's part. Whoever signs elsewhere compares the digest there.
    pub fn fits_team(self, step: &TeamStep) -> bool {
        match self {
            Self::WalletOther => matches!(step, TeamStep::CompareSheet(_) | TeamStep::Sign(_)),
            Self::AddressMismatch | Self::SheetDiffers => matches!(step, TeamStep::CompareSheet(_)),
            Self::SignerMismatch => matches!(step, TeamStep::Sign(_)),
            Self::DigestDiffers => {
                matches!(step, TeamStep::CompareManifest | TeamStep::CompareSheet(_) | TeamStep::Sign(_))
            }
            _ => false,
        }
    }

    /// Whether it can be raised at this step of a drill.
    pub fn fits_drill(self, step: DrillStep) -> bool {
        use DrillStep as Step;
        match self {
            Self::DeviceDoubted => step == Step::CheckDevice,
            Self::SeedOther => step == Step::CommitSeed,
            Self::WalletOther => {
                matches!(step, Step::Enter(_) | Step::ShowAddress(..) | Step::CompareSheet(_) | Step::Sign(_))
            }
            Self::AddressMismatch | Self::SheetDiffers => {
                matches!(step, Step::ShowAddress(..) | Step::CompareSheet(_))
            }
            Self::XpubOther | Self::AddressUnexpected | Self::AddressDisputed => {
                matches!(step, Step::ShowAddress(..))
            }
            Self::DigestDiffers => step == Step::CompareRecord,
            Self::SignerMismatch => matches!(step, Step::Sign(_)),
        }
    }

    /// What it is, in a few words.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::DeviceDoubted => "alarm-device-doubted",
            Self::SeedOther => "alarm-seed-other",
            Self::WalletOther => "alarm-wallet-other",
            Self::XpubOther => "alarm-xpub-other",
            Self::AddressUnexpected => "alarm-address-unexpected",
            Self::AddressMismatch => "alarm-address-mismatch",
            Self::AddressDisputed => "alarm-address-disputed",
            Self::SheetDiffers => "alarm-sheet-differs",
            Self::DigestDiffers => "alarm-digest-differs",
            Self::SignerMismatch => "alarm-signer-mismatch",
        })
    }
}
