//! What can go wrong with one message from a device to the laptop.

use protobuf::Enum;
use trezor_client::protos::MessageType;
use trezor_client::protos::failure::FailureType;

/// One fault, at one message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The plug is pulled; the message is lost.
    Unplugged,
    /// The plug is pulled and put in again at once; the message is lost.
    Replugged,
    /// The plug is pulled, and another device's is put in.
    OtherDevice,
    /// The message never comes.
    Silence,
    /// The message ends before its announced length.
    Truncated,
    /// The message announces more than any message has.
    Oversized,
    /// In the middle of the message comes something else.
    Torn,
    /// A message of a type that nobody knows.
    UnknownType,
    /// A message of a type that does not belong here.
    OtherType,
    /// The message has none of its fields.
    NoFields,
    /// The message's fields end in the middle.
    HalfTheFields,
    /// A failure comes instead.
    Failure(FailureType),
    /// The person refuses on the device what this message tells of.
    Refused,
    /// The person cancels on the laptop what this message tells of.
    CancelledThere,
    /// The person gives up on the laptop while this message is awaited.
    GivenUp,
    /// The device locks itself.
    Locked,
    /// Another program opens a session of its own.
    OtherSession,
    /// The public key is one of another wallet.
    OtherWallet,
    /// The address is another one.
    OtherAddress,
    /// The signature is by another key, and says so.
    OtherSigner,
    /// The signature is by another key, and says that it is not.
    ForgedSigner,
}

impl Fault {
    /// Faults of a kind: each message gets one of each kind, in turn.
    pub fn kinds() -> Vec<Vec<Self>> {
        use Fault::*;
        let codes = FailureType::VALUES.iter().map(|code| Failure(*code));
        vec![
            vec![Unplugged, Replugged, OtherDevice],
            vec![Silence, GivenUp],
            vec![Truncated, Oversized, Torn],
            vec![UnknownType, OtherType, NoFields, HalfTheFields],
            codes.collect(),
            vec![Locked, OtherSession],
            vec![Refused],
            vec![CancelledThere],
            vec![OtherWallet],
            vec![OtherAddress],
            vec![OtherSigner],
            vec![ForgedSigner],
        ]
    }

    /// Every fault, in the page's order.
    pub fn all() -> Vec<Self> {
        Self::kinds().concat()
    }

    /// What the page calls it.
    pub fn name(self) -> String {
        let name = match self {
            Self::Unplugged => "unplugged",
            Self::Replugged => "replugged",
            Self::OtherDevice => "other device",
            Self::Silence => "no answer",
            Self::Truncated => "truncated frame",
            Self::Oversized => "oversized frame",
            Self::Torn => "torn frame",
            Self::UnknownType => "unknown message",
            Self::OtherType => "message out of place",
            Self::NoFields => "missing fields",
            Self::HalfTheFields => "half a message",
            Self::Failure(code) => return format!("{code:?}"),
            Self::Refused => "refused on the device",
            Self::CancelledThere => "cancelled on the laptop",
            Self::GivenUp => "given up on the laptop",
            Self::Locked => "locked itself",
            Self::OtherSession => "another session",
            Self::OtherWallet => "another wallet",
            Self::OtherAddress => "another address",
            Self::OtherSigner => "signature by another key",
            Self::ForgedSigner => "signature by another key, said to be right",
        };
        name.to_owned()
    }

    /// Whether what comes in the message's place, if anything, is all that comes.
    pub fn silences(self) -> bool {
        !matches!(self, Self::Locked | Self::OtherSession | Self::Refused | Self::CancelledThere)
    }

    /// Whether it can happen at a message of this kind.
    pub fn fits(self, kind: MessageType) -> bool {
        match self {
            Self::Refused | Self::CancelledThere => kind == MessageType::MessageType_ButtonRequest,
            Self::OtherWallet => kind == MessageType::MessageType_EthereumPublicKey,
            Self::OtherAddress => kind == MessageType::MessageType_EthereumAddress,
            Self::OtherSigner | Self::ForgedSigner => {
                kind == MessageType::MessageType_EthereumMessageSignature
            }
            _ => true,
        }
    }
}
