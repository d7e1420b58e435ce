//! Values of options that clap's own parsers cannot read, each with a problem that names the option.

use alloy::primitives::{B256, Bytes, U256};

use crate::keys::{Address, AddressError};
use crate::text::Problem;

/// Reads an address, with its checksum.
pub(super) fn address(option: &'static str, text: &str) -> Result<Address, Problem> {
    text.parse().map_err(|error| match error {
        AddressError::Form => Problem::unusable("option-address").with("option", option).with("text", text),
        AddressError::Checksum(right) => Problem::unusable("option-checksum")
            .with("option", option)
            .with("text", text)
            .with("right", right),
    })
}

/// Reads a uint256: decimal digits, or `0x` and hex digits.
pub(super) fn number(option: &'static str, text: &str) -> Result<U256, Problem> {
    let (digits, radix) = match text.strip_prefix("0x") {
        Some(digits) => (digits, 16),
        None => (text, 10),
    };
    let plain = !digits.is_empty() && digits.chars().all(|c| c.is_digit(radix));
    plain
        .then(|| U256::from_str_radix(digits, u64::from(radix)).ok())
        .flatten()
        .ok_or_else(|| Problem::unusable("option-number").with("option", option).with("text", text))
}

/// Reads 32 bytes: `0x` and 64 hex digits.
pub(super) fn bytes32(option: &'static str, text: &str) -> Result<B256, Problem> {
    let mut bytes = [0; 32];
    text.strip_prefix("0x")
        .and_then(|digits| hex::decode_to_slice(digits, &mut bytes).ok())
        .map(|()| B256::from(bytes))
        .ok_or_else(|| Problem::unusable("option-bytes32").with("option", option).with("text", text))
}

/// Reads any bytes: `0x` and pairs of hex digits.
pub(super) fn bytes(option: &'static str, text: &str) -> Result<Bytes, Problem> {
    text.strip_prefix("0x")
        .and_then(|digits| hex::decode(digits).ok())
        .map(Bytes::from)
        .ok_or_else(|| Problem::unusable("option-bytes").with("option", option).with("text", text))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_has_two_writings_and_no_other() {
        assert_eq!(number("--n", "10"), Ok(U256::from(10)));
        assert_eq!(number("--n", "0x0a"), Ok(U256::from(10)));
        let most = format!("0x{}", "f".repeat(64));
        assert_eq!(number("--n", &most), Ok(U256::MAX));
        for wrong in ["", "0x", "-1", "+1", "1_000", "1e3", "0b1", "1.5", " 1", "a", &format!("{most}0")] {
            assert_eq!(number("--n", wrong).unwrap_err().id(), "option-number", "{wrong}");
        }
    }

    #[test]
    fn thirty_two_bytes_are_exactly_that() {
        assert_eq!(bytes32("--salt", &format!("0x{}", "07".repeat(32))), Ok(B256::repeat_byte(7)));
        for wrong in ["07".repeat(32), format!("0x{}", "07".repeat(31)), "0x07".to_owned(), String::new()] {
            assert_eq!(bytes32("--salt", &wrong).unwrap_err().id(), "option-bytes32", "{wrong}");
        }
    }
}
