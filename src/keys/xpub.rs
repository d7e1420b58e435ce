//! Account xpubs: m/44'/60'/account', from which every address of the account follows without a key.

use std::fmt::{self, Display};
use std::str::FromStr;
use std::sync::OnceLock;

use coins_bip32::xkeys::{Parent, XPub};
use k256::ecdsa::VerifyingKey;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::path::HARDENED;
use super::{Address, AddressPath};
use crate::text::Problem;

/// The extended public key of one BIP-44 account (depth 3), with Bitcoin mainnet's `xpub` version bytes.
#[derive(Clone)]
pub struct AccountXpub {
    xpub: XPub,
    /// Its text, once somebody asked for it: base58 takes long.
    text: OnceLock<String>,
}

/// The public key of one address, without anything that leads to others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicKeyAt {
    /// Compressed (33 bytes, SEC 1).
    pub key: [u8; 33],
    /// BIP-32's fingerprint of the key above it.
    pub parent_fingerprint: [u8; 4],
    /// The key's address.
    pub address: Address,
}

/// Why a text is not an account xpub, or a child cannot be derived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum XpubError {
    /// Not base58check of an xpub; what the reader says.
    Form(String),
    /// A ypub, zpub, tpub or the like: another writing of an extended public key.
    Writing,
    /// An extended private key.
    Private,
    /// At this depth instead of 3: not an account of BIP-44.
    Depth(u8),
    /// Its last step is not hardened, or it is another account than the path's: not the account of BIP-44.
    NotAnAccount,
    /// The child at this index does not exist (about 1 in 2^127).
    NoChild(u32),
}

impl AccountXpub {
    /// Wraps an extended key.
    ///
    /// # Errors
    /// It does not lie at `m/purpose'/coin'/account'`.
    pub fn new(xpub: XPub) -> Result<Self, XpubError> {
        let info = AsRef::<coins_bip32::primitives::XKeyInfo>::as_ref(&xpub);
        if info.depth != 3 {
            return Err(XpubError::Depth(info.depth));
        }
        if info.index < HARDENED {
            return Err(XpubError::NotAnAccount);
        }
        Ok(Self { xpub, text: OnceLock::new() })
    }

    /// The account's number, without the hardening bit.
    pub fn account(&self) -> u32 {
        self.info().index & !HARDENED
    }

    /// The fingerprint of the key at m/44'/60', i.e. of the wallet's identity.
    pub fn parent_fingerprint(&self) -> [u8; 4] {
        self.info().parent.0
    }

    /// Whether every child of this account is the same child of the other: equal keys and chain codes, whatever else their
    /// texts say.
    pub fn has_children_of(&self, other: &Self) -> bool {
        self.key() == other.key() && self.chain_code() == other.chain_code()
    }

    /// The account's public key.
    pub(super) fn key(&self) -> &VerifyingKey {
        self.xpub.as_ref()
    }

    /// BIP-32's chain code of the account.
    pub(super) fn chain_code(&self) -> &[u8; 32] {
        &self.info().chain_code.0
    }

    /// The address at `change/index` below this account.
    ///
    /// # Errors
    /// The child does not exist: BIP-32 then says to take the next index, which would be another path than shown.
    pub fn address(&self, change: u32, index: u32) -> Result<Address, XpubError> {
        let child = Self::child(&Self::child(&self.xpub, change)?, index)?;
        let key: &VerifyingKey = child.as_ref();
        Ok(Address::of_key(key))
    }

    /// The address at a whole path, which must lie in this account.
    ///
    /// # Errors
    /// As [`Self::address`], or another account's path.
    pub fn address_at(&self, path: AddressPath) -> Result<Address, XpubError> {
        if path.account() != self.account() {
            return Err(XpubError::NotAnAccount);
        }
        self.address(path.change(), path.index())
    }

    /// The public key at a whole path, which must lie in this account, with the fingerprint of the key above it.
    ///
    /// # Errors
    /// As [`Self::address_at`].
    pub fn key_at(&self, path: AddressPath) -> Result<PublicKeyAt, XpubError> {
        if path.account() != self.account() {
            return Err(XpubError::NotAnAccount);
        }
        let child = Self::child(&Self::child(&self.xpub, path.change())?, path.index())?;
        let key: &VerifyingKey = child.as_ref();
        let mut bytes = [0; 33];
        bytes.copy_from_slice(key.to_sec1_point(true).as_bytes());
        let parent = AsRef::<coins_bip32::primitives::XKeyInfo>::as_ref(&child).parent.0;
        Ok(PublicKeyAt { key: bytes, parent_fingerprint: parent, address: Address::of_key(key) })
    }

    fn child(parent: &XPub, index: u32) -> Result<XPub, XpubError> {
        let child = parent.derive_child(index).map_err(|_| XpubError::NoChild(index))?;
        // The library takes the next index where one does not exist, silently.
        let info = AsRef::<coins_bip32::primitives::XKeyInfo>::as_ref(&child);
        if info.index == index { Ok(child) } else { Err(XpubError::NoChild(index)) }
    }

    fn info(&self) -> &coins_bip32::primitives::XKeyInfo {
        self.xpub.as_ref()
    }
}

/// The text follows from the key.
impl PartialEq for AccountXpub {
    fn eq(&self, other: &Self) -> bool {
        self.xpub == other.xpub
    }
}

impl Display for AccountXpub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.text.get_or_init(|| self.xpub.to_base58()))
    }
}

impl fmt::Debug for AccountXpub {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Display::fmt(self, f)
    }
}

impl FromStr for AccountXpub {
    type Err = XpubError;

    fn from_str(text: &str) -> Result<Self, XpubError> {
        // Said before anything is read of it, and whatever else is wrong with it.
        if text.get(1..4) == Some("prv") {
            return Err(XpubError::Private);
        }
        let xpub = XPub::from_base58(text).map_err(|e| XpubError::Form(e.to_string()))?;
        // ypub, zpub and tpub are other writings of the same key.
        if !text.starts_with("xpub") {
            return Err(XpubError::Writing);
        }
        let xpub = Self::new(xpub)?;
        let same = xpub.to_string() == text;
        same.then_some(xpub).ok_or_else(|| XpubError::Form("another writing of it".to_owned()))
    }
}

impl Display for XpubError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form(reason) => write!(f, "not an xpub: {reason}"),
            Self::Writing => f.write_str("another version than xpub"),
            Self::Private => f.write_str("an extended private key"),
            Self::Depth(depth) => write!(f, "an xpub of depth {depth}, not of an account's depth 3"),
            Self::NotAnAccount => f.write_str("not the xpub of the account m/44'/60'/account'"),
            Self::NoChild(index) => write!(f, "there is no child {index}"),
        }
    }
}

impl std::error::Error for XpubError {}

/// Nothing of the text that was read is told: it may have been a secret in the wrong place.
impl From<XpubError> for Problem {
    fn from(error: XpubError) -> Self {
        match error {
            XpubError::Form(_) => Self::unusable("xpub-form"),
            XpubError::Writing => Self::unusable("xpub-writing"),
            XpubError::Private => Self::unusable("xpub-private"),
            XpubError::Depth(depth) => Self::unusable("xpub-depth").with("depth", depth),
            XpubError::NotAnAccount => Self::unusable("xpub-not-account"),
            XpubError::NoChild(index) => Self::unusable("xpub-no-child").with("index", index),
        }
    }
}

impl Serialize for AccountXpub {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for AccountXpub {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // Recorded on the official Trezor core emulator: seed "all" x12, no passphrase.
    const XPUB: &str = "xpub6CNFa58kEQJu2hwMVoofpDEKVVSg6gfwqBqE2zHAianaUnQkrJzJJ42iLDp7Dmg2aP88qCKoFZ4jidk3tECdQ\
        uF4567NGHDfe7iBRwHxgke";

    #[test]
    fn addresses_of_the_official_emulator_follow_from_the_xpub() {
        let xpub: AccountXpub = XPUB.parse().unwrap();
        assert_eq!(xpub.account(), 0);
        assert_eq!(xpub.address(0, 0).unwrap().to_string(), "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8");
        assert_eq!(xpub.address(0, 1).unwrap().to_string(), "0xFA01a39f8Abaeb660c3137f14A310d0b414b2A15");
        assert_eq!(xpub.to_string(), XPUB);
    }

    #[test]
    fn another_account_s_path_is_refused() {
        let xpub: AccountXpub = XPUB.parse().unwrap();
        assert_eq!(xpub.address_at("m/44'/60'/1'/0/0".parse().unwrap()), Err(XpubError::NotAnAccount));
    }

    #[test]
    fn other_writings_and_other_depths_are_refused() {
        // BIP-32, test vector 1, the master key.
        let master = "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";
        assert_eq!(master.parse::<AccountXpub>(), Err(XpubError::Depth(0)));
        // The same vector's private key.
        let private = "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi";
        assert_eq!(private.parse::<AccountXpub>(), Err(XpubError::Private));
        assert!(matches!("xpub".parse::<AccountXpub>(), Err(XpubError::Form(_))));
    }
}
