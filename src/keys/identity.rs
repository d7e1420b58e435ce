//! Which passphrase wallet is open: its public key at m/44'/60'.

use std::fmt::{self, Display};
use std::str::FromStr;

use k256::ecdsa::VerifyingKey;
use ripemd::Ripemd160;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use sha2::{Digest as _, Sha256};

/// The compressed public key at `m/44'/60'` (33 bytes, SEC 1). Every device kind can give it and every passphrase
/// changes it. The whole key is compared; [`WalletIdentity::fingerprint`] is only for showing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WalletIdentity([u8; 33]);

impl WalletIdentity {
    /// Takes a compressed public key; `None` where it is not a point of secp256k1.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        VerifyingKey::from_sec1_bytes(bytes).ok()?;
        Some(Self(bytes.try_into().ok()?))
    }

    /// The 33 bytes.
    pub fn as_bytes(&self) -> &[u8; 33] {
        &self.0
    }

    /// The first four bytes of the key's hash160: the parent fingerprint that every account xpub of this wallet
    /// carries (BIP-32).
    pub fn fingerprint(&self) -> [u8; 4] {
        let hash = Ripemd160::digest(Sha256::digest(self.0));
        [hash[0], hash[1], hash[2], hash[3]]
    }

    /// The fingerprint as eight hex digits, for showing only.
    pub fn short(&self) -> String {
        hex::encode(self.fingerprint())
    }
}

impl Display for WalletIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&hex::encode(self.0))
    }
}

impl fmt::Debug for WalletIdentity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl FromStr for WalletIdentity {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, &'static str> {
        const FORM: &str = "not a compressed public key in 66 lower-case hex digits";
        if text.len() != 66 || text.bytes().any(|b| b.is_ascii_uppercase()) {
            return Err(FORM);
        }
        hex::decode(text).ok().and_then(|bytes| Self::from_bytes(&bytes)).ok_or(FORM)
    }
}

impl Serialize for WalletIdentity {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for WalletIdentity {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}
