//! How values of a contract are written in JSON and read from our data: hex with `0x`, numbers of the chain in decimal.

use std::fmt::Display;
use std::str::FromStr;

use alloy::primitives::{B256, Bytes, U256};
use serde::{Deserialize, Deserializer, Serializer, de};

/// 32 bytes as `0x` and 64 lower-case digits.
pub(super) fn hash<S: Serializer>(value: &B256, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("0x{}", hex::encode(value)))
}

/// Any bytes as `0x` and lower-case digits.
pub(super) fn bytes<S: Serializer>(value: &Bytes, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(&format_args!("0x{}", hex::encode(value)))
}

/// A uint256 as a decimal string: JSON numbers end at 2^53.
pub(super) fn decimal<S: Serializer>(value: &U256, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_str(value)
}

/// As [`hash`], or null.
pub(super) fn hash_option<S: Serializer>(value: &Option<B256>, serializer: S) -> Result<S::Ok, S::Error> {
    match value {
        Some(value) => hash(value, serializer),
        None => serializer.serialize_none(),
    }
}

/// As [`decimal`], a list.
pub(super) fn decimals<S: Serializer>(values: &[U256], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_seq(values.iter().map(U256::to_string))
}

/// Reads what stands in a text.
pub(super) fn parsed<'de, D, T>(deserializer: D) -> Result<T, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    String::deserialize(deserializer)?.parse().map_err(de::Error::custom)
}

/// Reads what stands in a text that may be absent.
pub(super) fn parsed_option<'de, D, T>(deserializer: D) -> Result<Option<T>, D::Error>
where
    D: Deserializer<'de>,
    T: FromStr<Err: Display>,
{
    parsed(deserializer).map(Some)
}
