//! Signatures and who made them: over EIP-191 messages, and over hashes.

use std::fmt::{self, Display};
use std::str::FromStr;

use alloy::primitives::{B256, eip191_hash_message};
use k256::ecdsa;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::{Address, recovery};

/// `r ‖ s ‖ v`, 65 bytes, in the one form we accept: s in the lower half (EIP-2), v 27 or 28.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Signature([u8; 65]);

/// Why bytes are not a signature, or not one that names a signer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignatureError {
    /// Not `0x` and 130 lower-case hex digits.
    Form,
    /// v is neither 27 nor 28.
    RecoveryByte,
    /// s is in the upper half of the group order: the same signature has another writing.
    HighS,
    /// r and s are not the coordinates of any signature.
    NoPoint,
}

impl Signature {
    /// Takes 65 bytes as a Trezor returns them.
    ///
    /// # Errors
    /// Not 65 bytes, or not in the one form.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, SignatureError> {
        let bytes: [u8; 65] = bytes.try_into().map_err(|_| SignatureError::Form)?;
        if !matches!(bytes[64], 27 | 28) {
            return Err(SignatureError::RecoveryByte);
        }
        let signature = ecdsa::Signature::from_slice(&bytes[..64]).map_err(|_| SignatureError::NoPoint)?;
        if signature.normalize_s() != signature {
            return Err(SignatureError::HighS);
        }
        Ok(Self(bytes))
    }

    /// The 65 bytes.
    pub fn as_bytes(&self) -> &[u8; 65] {
        &self.0
    }

    /// The address whose key signed `message` as EIP-191 personal message. Any signature recovers to *some*
    /// address: compare with the one expected.
    ///
    /// # Errors
    /// No key could have made it.
    pub fn signer(&self, message: &[u8]) -> Result<Address, SignatureError> {
        self.signer_of_hash(eip191_hash_message(message))
    }

    /// The address whose key signed this hash itself, such as a SafeTx's by EIP-712. Any signature recovers to *some*
    /// address: compare with the one expected.
    ///
    /// # Errors
    /// No key could have made it.
    pub fn signer_of_hash(&self, hash: B256) -> Result<Address, SignatureError> {
        let key = recovery::key_behind(hash.0, &self.0[..64], self.0[64] == 28);
        key.map(|key| Address::of_coordinates(&key)).ok_or(SignatureError::NoPoint)
    }
}

impl Display for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "0x{}", hex::encode(self.0))
    }
}

impl fmt::Debug for Signature {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl FromStr for Signature {
    type Err = SignatureError;

    fn from_str(text: &str) -> Result<Self, SignatureError> {
        let digits = text.strip_prefix("0x").ok_or(SignatureError::Form)?;
        if digits.bytes().any(|b| b.is_ascii_uppercase()) {
            return Err(SignatureError::Form);
        }
        Self::from_bytes(&hex::decode(digits).map_err(|_| SignatureError::Form)?)
    }
}

impl Display for SignatureError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Form => "not 0x and 130 lower-case hex digits",
            Self::RecoveryByte => "the last byte is neither 27 nor 28",
            Self::HighS => "s is in the upper half of the group order",
            Self::NoPoint => "no key could have made it",
        })
    }
}

impl std::error::Error for SignatureError {}

impl Serialize for Signature {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Signature {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Recorded on the official Trezor core emulator: seed "all" x12, no passphrase, m/44'/60'/0'/0/0.
    const MESSAGE: &[u8] = b"ceremony rehearsal vector 1";
    const SIGNATURE: &str = "0x26fd5bcb9f7e05d0a39cb02452b23a61a5b416ac9b60b95cebd58e1069c4c9ce\
        42f42a67e092f912dac7d946ed4f41c385eaccd16f38109e1481edd50cf3c7811c";
    const SIGNER: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";

    #[test]
    fn a_signature_of_the_official_emulator_names_its_signer() {
        let signature: Signature = SIGNATURE.parse().unwrap();
        assert_eq!(signature.signer(MESSAGE).unwrap().to_string(), SIGNER);
        assert_eq!(signature.to_string(), SIGNATURE);
    }

    #[test]
    fn one_more_byte_in_the_message_names_another() {
        let signature: Signature = SIGNATURE.parse().unwrap();
        let with_newline = [MESSAGE, b"\n"].concat();
        assert_ne!(signature.signer(&with_newline).map(|a| a.to_string()), Ok(SIGNER.to_owned()));
    }

    #[test]
    fn the_other_writing_of_the_same_signature_is_refused() {
        let signature: Signature = SIGNATURE.parse().unwrap();
        let (r, s) = ecdsa::Signature::from_slice(&signature.0[..64]).unwrap().split_scalars();
        let high = ecdsa::Signature::from_scalars(r, -s).unwrap();
        let mut bytes = high.to_bytes().to_vec();
        bytes.push(27);
        assert_eq!(Signature::from_bytes(&bytes), Err(SignatureError::HighS));
        assert_eq!(SIGNATURE.to_uppercase().parse::<Signature>(), Err(SignatureError::Form));
    }

    #[test]
    fn other_recovery_bytes_are_refused() {
        let mut bytes = *SIGNATURE.parse::<Signature>().unwrap().as_bytes();
        bytes[64] = 1;
        assert_eq!(Signature::from_bytes(&bytes), Err(SignatureError::RecoveryByte));
    }
}
