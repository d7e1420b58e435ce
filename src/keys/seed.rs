//! A seed in software: for simulated devices, and to know the published test seeds. Real seeds stay on devices.

use std::fmt::{self, Display};
use std::sync::Arc;

use coins_bip39::{English, Mnemonic, MnemonicError};
use pbkdf2::pbkdf2_hmac;
use sha2::Sha512;
use zeroize::Zeroizing;

use super::slip39::{EncryptedSecret, Slip39Error};
use super::{Root, Secret};
use crate::text::Problem;

/// How often BIP-39 stretches.
const BIP39_ROUNDS: u32 = 2048;

/// How a seed is written in words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SeedForm {
    /// BIP-39: 12 or 24 English words (15, 18 and 21 are read too).
    Bip39,
    /// SLIP-39: shares of 20 or 33 words.
    Slip39,
}

/// A seed before any passphrase.
#[derive(Clone)]
pub struct Seed(Kind);

#[derive(Clone)]
enum Kind {
    /// Its words with one space between them, checked.
    Bip39(Arc<Secret>),
    Slip39(EncryptedSecret),
}

/// Why words are not a seed, or a passphrase cannot open it. No word is ever told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeedError {
    /// As many words as BIP-39 never has.
    WordCount(usize),
    /// The word at this position, from 1, stands not in the list of BIP-39.
    UnknownWord(usize),
    /// The checksum of BIP-39 is wrong.
    Checksum,
    /// The shares are not a SLIP-39 seed; why.
    Slip39(Slip39Error),
    /// The passphrase has a character that a device's keyboard lacks: other programs may normalise it differently,
    /// which opens another wallet.
    Passphrase,
    /// The master key does not exist for this seed (about 1 in 2^127).
    NoMasterKey,
}

impl Seed {
    /// Reads a seed: lower-case words with any white space between them; of SLIP-39, one share a line.
    ///
    /// # Errors
    /// The words are not a seed of this form.
    pub fn parse(form: SeedForm, words: &Secret) -> Result<Self, SeedError> {
        match form {
            SeedForm::Bip39 => {
                let phrase = one_spaced(words);
                Mnemonic::<English>::new_from_phrase(phrase.expose()).map_err(of_bip39)?;
                Ok(Self(Kind::Bip39(Arc::new(phrase))))
            }
            SeedForm::Slip39 => {
                let shares = words.expose().lines().filter(|line| !line.trim().is_empty());
                EncryptedSecret::recover(shares).map(|s| Self(Kind::Slip39(s))).map_err(SeedError::Slip39)
            }
        }
    }

    /// A seed of [`test_seeds`](super::test_seeds), whose words are part of this program: finding each in the list takes longer
    /// than much of what is done with it.
    ///
    /// # Errors
    /// As [`Self::parse`]; what BIP-39's words say of themselves was read by a test.
    pub fn of_published(form: SeedForm, words: &'static str) -> Result<Self, SeedError> {
        let words = Secret::new(words.to_owned());
        match form {
            SeedForm::Bip39 => Ok(Self(Kind::Bip39(Arc::new(words)))),
            SeedForm::Slip39 => Self::parse(form, &words),
        }
    }

    /// The wallet that a passphrase opens; every passphrase opens one, the empty one too.
    ///
    /// # Errors
    /// The passphrase is not printable ASCII, or the wallet's master key does not exist.
    pub fn open(&self, passphrase: &Secret) -> Result<Root, SeedError> {
        if !passphrase.expose().bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
            return Err(SeedError::Passphrase);
        }
        // Of these characters nothing is normalised, so a Trezor opens the same.
        self.open_as_trezor(passphrase)
    }

    /// The wallet that a Trezor opens with any passphrase. Its firmware takes the bytes as they come, where BIP-39 has
    /// them normalised (trezor-firmware core/src/apps/common/mnemonic.py).
    ///
    /// # Errors
    /// The wallet's master key does not exist.
    pub fn open_as_trezor(&self, passphrase: &Secret) -> Result<Root, SeedError> {
        let passphrase = passphrase.expose().as_bytes();
        match &self.0 {
            Kind::Bip39(phrase) => {
                let salt = Zeroizing::new([b"mnemonic", passphrase].concat());
                let mut seed = Zeroizing::new([0; 64]);
                pbkdf2_hmac::<Sha512>(phrase.expose().as_bytes(), &salt, BIP39_ROUNDS, &mut *seed);
                Root::of_seed(seed.as_slice())
            }
            Kind::Slip39(encrypted) => Root::of_seed(&encrypted.decrypt(passphrase)),
        }
    }

    /// How it was written.
    pub fn form(&self) -> SeedForm {
        match self.0 {
            Kind::Bip39(_) => SeedForm::Bip39,
            Kind::Slip39(_) => SeedForm::Slip39,
        }
    }
}

/// Words with one space between them.
pub fn one_spaced(words: &Secret) -> Secret {
    // No longer than what it came from, so that growing leaves no copy behind.
    let mut phrase = Zeroizing::new(String::with_capacity(words.expose().len()));
    for word in words.expose().split_whitespace() {
        if !phrase.is_empty() {
            phrase.push(' ');
        }
        phrase.push_str(word);
    }
    Secret::new(std::mem::take(&mut *phrase))
}

fn of_bip39(error: MnemonicError) -> SeedError {
    match error {
        MnemonicError::InvalidWordCount(count) => SeedError::WordCount(count),
        MnemonicError::InvalidWord(at) => SeedError::UnknownWord(at + 1),
        MnemonicError::InvalidChecksum | MnemonicError::InvalidEntropyLength(_) => SeedError::Checksum,
        MnemonicError::Bip32Error(_) => SeedError::NoMasterKey,
    }
}

impl fmt::Debug for Seed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Seed")
    }
}

impl Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WordCount(count) => write!(f, "{count} words are no BIP-39 seed"),
            Self::UnknownWord(at) => write!(f, "word {at} is not in the list of BIP-39"),
            Self::Checksum => f.write_str("the checksum is wrong"),
            Self::Slip39(error) => Display::fmt(error, f),
            Self::Passphrase => f.write_str("the passphrase is not printable ASCII"),
            Self::NoMasterKey => f.write_str("the master key does not exist"),
        }
    }
}

impl std::error::Error for SeedError {}

impl From<SeedError> for Problem {
    fn from(error: SeedError) -> Self {
        match error {
            SeedError::WordCount(count) => Self::unusable("seed-bip39-word-count").with("count", count),
            SeedError::UnknownWord(at) => Self::unusable("seed-word-unknown").with("position", at),
            SeedError::Checksum => Self::unusable("seed-checksum"),
            SeedError::Slip39(error) => error.into(),
            SeedError::Passphrase => Self::unusable("seed-passphrase"),
            SeedError::NoMasterKey => Self::unusable("seed-no-master-key"),
        }
    }
}

#[cfg(test)]
mod tests;
