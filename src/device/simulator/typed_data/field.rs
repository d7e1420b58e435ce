//! The types of typed data, as far as a SafeTx and its domain have them: numbers, addresses and bytes (trezor-firmware
//! core/src/apps/ethereum/sign_typed_data.py, helpers.py).

use alloy::primitives::{U256, keccak256};
use trezor_client::protos::ethereum_typed_data_struct_ack::{
    EthereumDataType, EthereumFieldType, EthereumStructMember,
};

use crate::device::simulator::halt::Halt;
use crate::keys::Address;

/// A member of a struct.
#[derive(Debug)]
pub(super) struct Member {
    /// Its name.
    pub(super) name: String,
    /// Its type.
    pub(super) kind: FieldKind,
}

/// The type of a member.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FieldKind {
    /// A number without a sign, of so many bytes.
    Uint(usize),
    Address,
    /// So many bytes; without a number as many as there are.
    Bytes(Option<usize>),
}

impl Member {
    /// # Errors
    /// As the firmware says of a type that contradicts itself, or a type that is not simulated.
    pub(super) fn read(member: &EthereumStructMember) -> Result<Self, Halt> {
        let missing =
            |name| Halt::data_error(&format!("Failed to decode message: Missing required field. {name}"));
        let kind = member.type_.as_ref().ok_or_else(|| missing("type"))?;
        let name = member.name.clone().ok_or_else(|| missing("name"))?;
        Ok(Self { name, kind: FieldKind::read(kind)? })
    }

    /// As it stands in the type's encoding: `uint256 value`.
    pub(super) fn declared(&self) -> String {
        format!("{} {}", self.kind.name(), self.name)
    }

    /// As it stands above its value: `value (uint256)`.
    pub(super) fn described(&self) -> String {
        format!("{} ({})", self.name, self.kind.name())
    }
}

impl FieldKind {
    fn read(field: &EthereumFieldType) -> Result<Self, Halt> {
        let size = field.size.map(|size| size as usize);
        let kind = field.data_type.and_then(|kind| kind.enum_value().ok());
        if !matches!(kind, Some(EthereumDataType::ARRAY)) && field.entry_type.is_some() {
            return Err(Halt::data_error("Unexpected entry_type in nonarray"));
        }
        if !matches!(kind, Some(EthereumDataType::ARRAY | EthereumDataType::STRUCT))
            && field.struct_name.is_some()
        {
            return Err(Halt::data_error("Unexpected struct_name in nonstruct"));
        }
        match (kind, size) {
            (Some(EthereumDataType::UINT), Some(size @ 1..=32)) => Ok(Self::Uint(size)),
            (Some(EthereumDataType::UINT), _) => Err(Halt::data_error("Invalid size in int/uint")),
            (Some(EthereumDataType::ADDRESS), None) => Ok(Self::Address),
            (Some(EthereumDataType::ADDRESS), Some(_)) => {
                Err(Halt::data_error("Unexpected size in str/bool/addr"))
            }
            (Some(EthereumDataType::BYTES), None | Some(1..=32)) => Ok(Self::Bytes(size)),
            (Some(EthereumDataType::BYTES), Some(_)) => Err(Halt::data_error("Invalid size in bytes")),
            _ => Err(Halt::unexpected_message()),
        }
    }

    fn name(self) -> String {
        match self {
            Self::Uint(size) => format!("uint{}", 8 * size),
            Self::Address => "address".to_owned(),
            Self::Bytes(size) => size.map_or_else(|| "bytes".to_owned(), |size| format!("bytes{size}")),
        }
    }

    /// Whether the firmware shows it as bytes, not as a text.
    pub(super) fn is_blob(self) -> bool {
        !matches!(self, Self::Uint(_))
    }

    /// # Errors
    /// The value has another length than its type.
    pub(super) fn check(self, value: &[u8]) -> Result<(), Halt> {
        match self {
            Self::Uint(size) | Self::Bytes(Some(size)) if value.len() != size => {
                Err(Halt::data_error("Invalid length"))
            }
            Self::Address if value.len() != 20 => Err(Halt::data_error("Invalid address")),
            _ => Ok(()),
        }
    }

    /// The 32 bytes that EIP-712 hashes of a checked value.
    pub(super) fn encoded(self, value: &[u8]) -> [u8; 32] {
        let mut word = [0; 32];
        match self {
            Self::Uint(_) | Self::Address => word[32 - value.len()..].copy_from_slice(value),
            Self::Bytes(Some(_)) => word[..value.len()].copy_from_slice(value),
            Self::Bytes(None) => word = keccak256(value).0,
        }
        word
    }

    /// A checked value as it is shown.
    pub(super) fn shown(self, value: &[u8]) -> String {
        match self {
            Self::Uint(_) => U256::from_be_slice(value).to_string(),
            Self::Address => {
                let mut bytes = [0; 20];
                bytes.copy_from_slice(value);
                Address::from_bytes(bytes).to_string()
            }
            Self::Bytes(_) => hex::encode(value),
        }
    }
}
