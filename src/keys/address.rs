//! Ethereum addresses that are always written, and only read, with their EIP-55 checksum.

use std::cmp::Ordering;
use std::fmt::{self, Display};
use std::hash::{Hash, Hasher};
use std::str::FromStr;

use alloy::primitives;
use k256::ecdsa::VerifyingKey;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::parsed::Parsed;

/// A 20-byte Ethereum address as the laptop computed or read it. Written with the EIP-55 checksum; reading demands it.
#[derive(Clone, Copy)]
pub struct Address {
    bytes: primitives::Address,
    /// Which of its digits are capitals, where it was read: the checksum need not be hashed again to write it.
    capitals: Option<[u8; 5]>,
}

/// Why a text is not an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AddressError {
    /// Not `0x` and 40 hex digits.
    Form,
    /// The mixed-case checksum (EIP-55) is wrong or missing; holds the right writing of the same digits.
    Checksum(String),
}

impl Address {
    /// The zero address.
    pub const ZERO: Self = Self::from_bytes([0; 20]);

    /// Wraps raw bytes.
    pub const fn from_bytes(bytes: [u8; 20]) -> Self {
        Self { bytes: primitives::Address::new(bytes), capitals: None }
    }

    /// The address of a public key: the last 20 bytes of keccak256 of its 64 uncompressed bytes.
    pub fn of_key(key: &VerifyingKey) -> Self {
        let point = key.to_sec1_point(false);
        primitives::Address::from_raw_public_key(&point.as_bytes()[1..]).into()
    }

    /// The address of a public key by its coordinates: x ‖ y, each 32 bytes, big end first.
    pub(super) fn of_coordinates(coordinates: &[u8; 64]) -> Self {
        primitives::Address::from_raw_public_key(coordinates).into()
    }

    /// The address of a contract created by CREATE2 (EIP-1014).
    pub fn create2(deployer: Self, salt: [u8; 32], init_code_hash: [u8; 32]) -> Self {
        deployer.bytes.create2(salt, init_code_hash).into()
    }

    /// The 20 bytes.
    pub fn as_bytes(&self) -> &[u8; 20] {
        self.bytes.as_ref()
    }

    /// As the ABI encoder's type.
    pub fn to_alloy(self) -> primitives::Address {
        self.bytes
    }

    /// The 40 digits in ten groups of four, as the device shows them: `0x` is left out.
    pub fn groups(&self) -> [String; 10] {
        let text = self.to_string();
        std::array::from_fn(|i| text[2 + 4 * i..6 + 4 * i].to_owned())
    }
}

/// Equal bytes are one address, wherever they come from.
impl PartialEq for Address {
    fn eq(&self, other: &Self) -> bool {
        self.bytes == other.bytes
    }
}

impl Eq for Address {}

impl PartialOrd for Address {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Address {
    fn cmp(&self, other: &Self) -> Ordering {
        self.bytes.cmp(&other.bytes)
    }
}

impl Hash for Address {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.bytes.hash(state);
    }
}

impl From<primitives::Address> for Address {
    fn from(address: primitives::Address) -> Self {
        Self { bytes: address, capitals: None }
    }
}

impl Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(capitals) = self.capitals else {
            return f.write_str(self.bytes.to_checksum_buffer(None).as_str());
        };
        let mut text = [b'0'; 42];
        text[1] = b'x';
        for (at, digit) in text[2..].iter_mut().enumerate() {
            let value = self.bytes[at / 2] >> (4 * ((at + 1) % 2)) & 0xf;
            let letter = if capitals[at / 8] >> (at % 8) & 1 == 1 { b'A' } else { b'a' };
            *digit = if value < 10 { b'0' + value } else { letter + value - 10 };
        }
        f.write_str(std::str::from_utf8(&text).map_err(|_| fmt::Error)?)
    }
}

impl fmt::Debug for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Self, AddressError> {
        let digits = text.strip_prefix("0x").ok_or(AddressError::Form)?;
        let mut bytes = [0; 20];
        // As long as these are 40 digits, no second prefix fits in.
        primitives::hex::decode_to_slice(digits, &mut bytes).map_err(|_| AddressError::Form)?;
        let mut address = Self::from_bytes(bytes);
        let right = address.bytes.to_checksum_buffer(None);
        if right.as_str() != text {
            return Err(AddressError::Checksum(right.as_str().to_owned()));
        }
        let mut capitals = [0; 5];
        for (eight, digits) in capitals.iter_mut().zip(digits.as_bytes().chunks_exact(8)) {
            *eight = (0..)
                .zip(digits)
                .fold(0, |set, (at, digit)| set | u8::from(digit.is_ascii_uppercase()) << at);
        }
        address.capitals = Some(capitals);
        Ok(address)
    }
}

impl Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("not 0x and 40 hex digits"),
            Self::Checksum(right) => write!(f, "wrong EIP-55 checksum; these digits are written {right}"),
        }
    }
}

impl std::error::Error for AddressError {}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Address {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_str(Parsed::new())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_wrong_checksum_is_an_error_that_names_the_right_one() {
        let wrong = "0x73d0385f4d8e00c5e6504c6030f47bf6212736a8";
        assert_eq!(
            wrong.parse::<Address>(),
            Err(AddressError::Checksum("0x73d0385F4d8E00C5e6504C6030F47BF6212736A8".to_owned()))
        );
    }

    #[test]
    fn groups_of_four_make_up_the_whole_address() {
        let address: Address = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8".parse().unwrap();
        assert_eq!(format!("0x{}", address.groups().concat()), address.to_string());
    }

    proptest! {
        #[test]
        fn reading_what_was_written_is_the_identity(bytes: [u8; 20]) {
            let address = Address::from_bytes(bytes);
            prop_assert_eq!(address.to_string().parse(), Ok(address));
            let read: Address = address.to_string().parse().unwrap();
            prop_assert_eq!(read.to_string(), address.to_string());
        }

        #[test]
        fn no_other_writing_is_read(bytes: [u8; 20], flip in 2_usize..42) {
            let text = Address::from_bytes(bytes).to_string();
            let mut other = text.clone().into_bytes();
            other[flip] ^= 0x20;
            if other[flip].is_ascii_alphabetic() {
                prop_assert!(String::from_utf8(other).unwrap().parse::<Address>().is_err());
            }
        }
    }
}
