//! SLIP-39: a master secret, encrypted under a passphrase and shared in words
//! (<https://github.com/satoshilabs/slips/blob/master/slip-0039.md>). Only the lengths that a Trezor knows: 128 bits
//! (20 words a share) and 256 bits (33).

mod cipher;
mod error;
mod field;
mod recovery;
mod rs1024;
mod share;
#[cfg(test)]
mod tests;
mod wordlist;

pub use error::Slip39Error;

use zeroize::Zeroizing;

use super::Secret;
use share::{Common, Share};

/// Whether a word, in lower case and in full, stands in the list.
pub fn is_word(word: &str) -> bool {
    wordlist::index(word).is_some()
}

/// An encrypted master secret with what its decryption needs. Every passphrase decrypts it to some master secret.
#[derive(Clone)]
pub struct EncryptedSecret {
    common: Common,
    bytes: Zeroizing<Vec<u8>>,
}

impl EncryptedSecret {
    /// Recovers the encrypted master secret from shares: exactly as many as their thresholds ask for.
    ///
    /// # Errors
    /// A share is malformed, they do not belong together, or their number is not the one needed.
    pub fn recover<'a>(shares: impl IntoIterator<Item = &'a str>) -> Result<Self, Slip39Error> {
        let shares: Vec<Share> = shares.into_iter().map(Share::parse).collect::<Result<_, _>>()?;
        recovery::recover(&shares)
    }

    /// Takes an encrypted master secret of 16 or 32 bytes with a 15-bit identifier and a 4-bit exponent (each round
    /// of the cipher is stretched `2500 << exponent` times).
    ///
    /// # Errors
    /// Another length, or a number too large for its field.
    pub fn new(bytes: &[u8], id: u16, extendable: bool, exponent: u8) -> Result<Self, Slip39Error> {
        if !matches!(bytes.len(), 16 | 32) {
            return Err(Slip39Error::SecretLength(bytes.len()));
        }
        if id >= 1 << 15 {
            return Err(Slip39Error::Identifier(id));
        }
        if exponent >= 1 << 4 {
            return Err(Slip39Error::Exponent(exponent));
        }
        let common = Common { id, extendable, exponent, group_threshold: 1, group_count: 1 };
        Ok(Self { common, bytes: Zeroizing::new(bytes.to_vec()) })
    }

    /// The one share of a 1-of-1 backup, whose encrypted master secret stands in it unshared: 20 or 33 words.
    pub fn single_share(&self) -> Secret {
        let common = Common { group_threshold: 1, group_count: 1, ..self.common };
        Share { common, group_index: 0, member_index: 0, member_threshold: 1, value: self.bytes.clone() }
            .words()
    }

    /// The master secret under a passphrase, 16 or 32 bytes: directly the seed of BIP-32. The passphrase is bytes
    /// here; SLIP-39 wants printable ASCII.
    pub fn decrypt(&self, passphrase: &[u8]) -> Zeroizing<Vec<u8>> {
        cipher::decrypt(&self.bytes, passphrase, &self.common)
    }

    /// Whether the identifier stays out of the cipher, so that other shares of the same wallets can be made later.
    pub fn extendable(&self) -> bool {
        self.common.extendable
    }
}
