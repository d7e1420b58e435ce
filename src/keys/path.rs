//! BIP-44 paths of Ethereum, within what a Trezor accepts without a warning.

use std::fmt::{self, Display};
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::parsed::Parsed;

/// Set on an index that is hardened (BIP-32).
pub const HARDENED: u32 = 0x8000_0000;

/// `m/44'/60'`: where a wallet's identity is read.
pub const COIN_PATH: [u32; 2] = [44 | HARDENED, 60 | HARDENED];

const ACCOUNT_MAX: u32 = 100;
const CHANGE_MAX: u32 = 1;
const INDEX_MAX: u32 = 1_000_000;

/// `m/44'/60'/account'`: the xpub of an account.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AccountPath(u32);

/// `m/44'/60'/account'/change/index`: one address. Inside the ranges that a Trezor accepts by default
/// (trezor-firmware core/src/apps/common/paths.py): account 0–100, change 0–1, index 0–1,000,000.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AddressPath {
    account: u32,
    change: u32,
    index: u32,
}

/// Which number of a path is out of range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scope {
    /// `account'`, 0 to 100.
    Account,
    /// `change`, 0 or 1.
    Change,
    /// `index`, 0 to 1,000,000.
    Index,
}

/// Why a text or three numbers are not a path.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PathError {
    /// Not written `m/44'/60'/a'/c/i` (or `a'/c/i` where the prefix is understood).
    Form,
    /// A number that the device would refuse; which, and its value.
    Range(Scope, u32),
}

impl AccountPath {
    /// The path of an account.
    ///
    /// # Errors
    /// Above 100 the device refuses.
    pub fn new(account: u32) -> Result<Self, PathError> {
        if account > ACCOUNT_MAX {
            return Err(PathError::Range(Scope::Account, account));
        }
        Ok(Self(account))
    }

    /// The account's number, without the hardening bit.
    pub fn account(self) -> u32 {
        self.0
    }

    /// The BIP-32 indices.
    pub fn indices(self) -> [u32; 3] {
        [COIN_PATH[0], COIN_PATH[1], self.0 | HARDENED]
    }
}

impl AddressPath {
    /// The path of an address.
    ///
    /// # Errors
    /// Outside what the device accepts.
    pub fn new(account: u32, change: u32, index: u32) -> Result<Self, PathError> {
        AccountPath::new(account)?;
        if change > CHANGE_MAX {
            return Err(PathError::Range(Scope::Change, change));
        }
        if index > INDEX_MAX {
            return Err(PathError::Range(Scope::Index, index));
        }
        Ok(Self { account, change, index })
    }

    /// Reads `a'/c/i`, the part under `m/44'/60'`, as plans write it.
    ///
    /// # Errors
    /// Another form, or a number that the device would refuse.
    pub fn from_tail(tail: &str) -> Result<Self, PathError> {
        let mut parts = tail.split('/');
        let mut next = || parts.next().ok_or(PathError::Form);
        let account = number(next()?.strip_suffix('\'').ok_or(PathError::Form)?)?;
        let (change, index) = (number(next()?)?, number(next()?)?);
        if parts.next().is_some() {
            return Err(PathError::Form);
        }
        Self::new(account, change, index)
    }

    /// The account it lies in.
    pub fn account_path(self) -> AccountPath {
        AccountPath(self.account)
    }

    /// The account's number, without the hardening bit.
    pub fn account(self) -> u32 {
        self.account
    }

    /// 0 for receiving, 1 for change.
    pub fn change(self) -> u32 {
        self.change
    }

    /// The address index.
    pub fn index(self) -> u32 {
        self.index
    }

    /// The BIP-32 indices.
    pub fn indices(self) -> [u32; 5] {
        let [purpose, coin, account] = self.account_path().indices();
        [purpose, coin, account, self.change, self.index]
    }

    /// `a'/c/i`, as plans write it.
    pub fn tail(self) -> String {
        format!("{}'/{}/{}", self.account, self.change, self.index)
    }
}

/// A decimal number in its one writing: no sign, no leading zero.
fn number(text: &str) -> Result<u32, PathError> {
    let in_its_writing =
        text.bytes().all(|byte| byte.is_ascii_digit()) && (text == "0" || !text.starts_with('0'));
    let value = text.parse().ok().filter(|_| in_its_writing);
    value.ok_or(PathError::Form)
}

impl Display for AccountPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "m/44'/60'/{}'", self.0)
    }
}

impl Display for AddressPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // Without the machinery of `write!`: a manifest of a hundred thousand addresses is written and compared several times.
        let mut digits = itoa::Buffer::new();
        f.write_str("m/44'/60'/")?;
        f.write_str(digits.format(self.account))?;
        f.write_str("'/")?;
        f.write_str(digits.format(self.change))?;
        f.write_str("/")?;
        f.write_str(digits.format(self.index))
    }
}

impl FromStr for AccountPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        let account = text.strip_prefix("m/44'/60'/").and_then(|t| t.strip_suffix('\''));
        Self::new(number(account.ok_or(PathError::Form)?)?)
    }
}

impl FromStr for AddressPath {
    type Err = PathError;

    fn from_str(text: &str) -> Result<Self, PathError> {
        Self::from_tail(text.strip_prefix("m/44'/60'/").ok_or(PathError::Form)?)
    }
}

impl Display for PathError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Form => f.write_str("not of the form m/44'/60'/account'/change/index"),
            Self::Range(Scope::Account, n) => write!(f, "account {n} is over {ACCOUNT_MAX}"),
            Self::Range(Scope::Change, n) => write!(f, "change {n} is over {CHANGE_MAX}"),
            Self::Range(Scope::Index, n) => write!(f, "index {n} is over {INDEX_MAX}"),
        }
    }
}

impl std::error::Error for PathError {}

macro_rules! serde_as_text {
    ($($type:ty),*) => {$(
        impl Serialize for $type {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> Deserialize<'de> for $type {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Parsed::new())
            }
        }
    )*};
}

serde_as_text!(AccountPath, AddressPath);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_ranges_are_the_devices() {
        assert_eq!(AddressPath::from_tail("101'/0/0"), Err(PathError::Range(Scope::Account, 101)));
        assert_eq!(AddressPath::from_tail("0'/2/0"), Err(PathError::Range(Scope::Change, 2)));
        assert_eq!(AddressPath::from_tail("0'/0/1000001"), Err(PathError::Range(Scope::Index, 1_000_001)));
        assert!(AddressPath::from_tail("100'/1/1000000").is_ok());
    }

    #[test]
    fn there_is_one_writing() {
        for text in ["0/0/0", "0h/0/0", "00'/0/0", "+0'/0/0", "0'/0'/0", "0'/0/0/", "0'/0", " 0'/0/0", ""] {
            assert_eq!(AddressPath::from_tail(text), Err(PathError::Form), "{text}");
        }
    }

    proptest! {
        #[test]
        fn reading_what_was_written_is_the_identity(a in 0..=100_u32, c in 0..=1_u32, i in 0..=1_000_000_u32) {
            let path = AddressPath::new(a, c, i).unwrap();
            prop_assert_eq!(path.to_string().parse(), Ok(path));
            prop_assert_eq!(path.account_path().to_string().parse(), Ok(path.account_path()));
        }
    }
}
