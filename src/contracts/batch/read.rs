//! Reading a batch's file: stricter than the Transaction Builder, which mends some of what is refused here.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use alloy::primitives::{Bytes, U256};
use serde_json::Value;

use super::super::Transaction;
use super::{Batch, checksum};
use crate::keys::{Address, AddressError};
use crate::text::Problem;

/// No file of a batch is longer, in bytes: its calls could not go into one transaction.
pub const BATCH_MAX: u64 = 16 << 20;

/// A batch as it stood in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BatchFile {
    /// What it says.
    pub batch: Batch,
    /// Whether its checksum holds.
    pub checksum: Checksum,
}

/// What a file's checksum says. It guards against accidents only: whoever changes a file can compute it again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Checksum {
    /// The file is as it was generated.
    Right,
    /// The file has none.
    Missing,
    /// The file was changed since it was generated.
    Wrong,
}

/// Why a file is no batch that can be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BatchError {
    /// Longer than [`BATCH_MAX`].
    TooLong,
    /// Not JSON; holds why.
    Json(String),
    /// A member is missing, or not of its kind; holds where it should stand.
    Member(String),
    /// A value is a number, which JavaScript would round; it must be decimal digits in a text.
    Number(String),
    /// No address, or one whose EIP-55 checksum is wrong.
    Address {
        /// Where it stands.
        at: String,
        /// What is wrong with it.
        why: AddressError,
    },
    /// A call is given as a method with inputs, not as data; holds where it stands.
    Method(String),
    /// It is for another chain.
    Chain {
        /// The file's chain id.
        found: u64,
        /// The one wanted.
        wanted: u64,
    },
}

impl From<BatchError> for Problem {
    fn from(error: BatchError) -> Self {
        match error {
            BatchError::TooLong => Self::unusable("batch-too-long").with("most", BATCH_MAX),
            BatchError::Json(reason) => Self::unusable("batch-json").with("reason", reason),
            BatchError::Member(at) => Self::unusable("batch-member").with("at", at),
            BatchError::Number(at) => Self::unusable("batch-number").with("at", at),
            BatchError::Address { at, why } => {
                Self::unusable("batch-address").with("at", at).with("reason", why)
            }
            BatchError::Method(at) => Self::unusable("batch-method").with("at", at),
            BatchError::Chain { found, wanted } => {
                Self::unusable("batch-chain").with("found", found).with("wanted", wanted)
            }
        }
    }
}

impl BatchFile {
    /// Reads the file of a batch for a chain, and no more of it than a batch can have.
    ///
    /// # Errors
    /// It cannot be read, or is refused as by [`Self::read`].
    pub fn load(place: &Path, chain_id: u64) -> Result<Self, Problem> {
        let unreadable =
            |error| Problem::unusable("file-unreadable").with("file", place.display()).with("reason", error);
        let mut bytes = Vec::new();
        let file = File::open(place).map_err(unreadable)?;
        file.take(BATCH_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        Ok(Self::read(&bytes, chain_id)?)
    }

    /// Reads a batch for a chain.
    ///
    /// # Errors
    /// More than [`BATCH_MAX`] bytes, whatever could be read in two ways or would be rounded, and a batch for another
    /// chain.
    pub fn read(bytes: &[u8], chain_id: u64) -> Result<Self, BatchError> {
        if bytes.len() as u64 > BATCH_MAX {
            return Err(BatchError::TooLong);
        }
        let document: Value =
            serde_json::from_slice(bytes).map_err(|error| BatchError::Json(error.to_string()))?;
        let root = Place { value: &document, at: String::new() };
        if root.text("version")? != "1.0" {
            return Err(BatchError::Member("version".to_owned()));
        }
        let found = decimal(&root, "chainId")?;
        if found != U256::from(chain_id) {
            return Err(BatchError::Chain { found: found.saturating_to(), wanted: chain_id });
        }
        let meta = root.member("meta");
        let calls = root.member("transactions");
        let items = calls.value.as_array().ok_or_else(|| BatchError::Member(calls.at.clone()))?;
        let calls = (0..items.len()).map(|i| call(&calls.item(i))).collect::<Result<_, _>>()?;
        let batch = Batch {
            chain_id,
            safe: address(&meta, "createdFromSafeAddress")?,
            name: meta.text("name")?.to_owned(),
            description: meta.text_or_none("description")?.unwrap_or_default().to_owned(),
            calls,
        };
        Ok(Self { batch, checksum: Checksum::of(&document)? })
    }
}

impl Checksum {
    fn of(document: &Value) -> Result<Self, BatchError> {
        let computed = checksum(document).ok_or_else(|| BatchError::Number("createdAt".to_owned()))?;
        Ok(match document["meta"]["checksum"].as_str() {
            None => Self::Missing,
            Some(found) if found == computed => Self::Right,
            Some(_) => Self::Wrong,
        })
    }
}

/// A value and where it stands.
struct Place<'a> {
    value: &'a Value,
    at: String,
}

impl<'a> Place<'a> {
    fn member(&self, name: &str) -> Self {
        let at = if self.at.is_empty() { name.to_owned() } else { format!("{}.{name}", self.at) };
        Self { value: self.value.get(name).unwrap_or(&Value::Null), at }
    }

    fn item(&self, i: usize) -> Self {
        Self { value: &self.value[i], at: format!("{}[{i}]", self.at) }
    }

    /// A text that must be there.
    fn text(&self, name: &str) -> Result<&'a str, BatchError> {
        let at = self.member(name).at;
        self.text_or_none(name)?.ok_or(BatchError::Member(at))
    }

    /// A text that may be absent or null.
    fn text_or_none(&self, name: &str) -> Result<Option<&'a str>, BatchError> {
        let member = self.member(name);
        match member.value {
            Value::Null => Ok(None),
            Value::String(text) => Ok(Some(text)),
            Value::Number(_) => Err(BatchError::Number(member.at)),
            _ => Err(BatchError::Member(member.at)),
        }
    }
}

fn call(place: &Place) -> Result<Transaction, BatchError> {
    let method = place.member("contractMethod");
    let data = match place.text_or_none("data")? {
        Some(text) => bytes(text).ok_or_else(|| BatchError::Member(place.member("data").at))?,
        None if method.value.is_null() => Bytes::new(),
        None => return Err(BatchError::Method(place.at.clone())),
    };
    Ok(Transaction { to: address(place, "to")?, value: decimal(place, "value")?, data })
}

fn address(place: &Place, name: &str) -> Result<Address, BatchError> {
    let text = place.text(name)?;
    text.parse().map_err(|why| BatchError::Address { at: place.member(name).at, why })
}

fn decimal(place: &Place, name: &str) -> Result<U256, BatchError> {
    let text = place.text(name)?;
    let plain = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    plain
        .then(|| U256::from_str_radix(text, 10).ok())
        .flatten()
        .ok_or_else(|| BatchError::Member(place.member(name).at))
}

fn bytes(text: &str) -> Option<Bytes> {
    text.strip_prefix("0x").and_then(|digits| hex::decode(digits).ok()).map(Bytes::from)
}
