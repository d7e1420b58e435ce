//! How single values are written, whatever they refer to.

use std::fmt::Write;

use alloy::primitives::{B256, U256};

use crate::contracts::{FallbackHandler, Singleton};
use crate::keys::Digest;

/// Longest name of a role, external, Safe, split or seed.
const NAME_MAX: usize = 32;

/// A short name: `[a-z0-9-]{1,32}`, and not `none`, which says that a split has no owner.
pub fn is_name(text: &str) -> bool {
    is_slug(text) && text.len() <= NAME_MAX && text != "none"
}

/// `[a-z0-9-]` and something.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
}

/// A custodian's name: as a slug, and not a word that file names keep for the team.
pub fn is_custodian(text: &str) -> bool {
    is_slug(text) && !matches!(text, "manifest" | "team" | "witness")
}

/// A wallet's name: `[A-Za-z0-9]` and something.
pub fn is_wallet(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric())
}

/// Printable ASCII that neither starts nor ends with a space.
pub fn is_printable(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| (0x20..0x7f).contains(&b)) && text.trim() == text
}

/// An organisation: printable, without the `;` that parts the fields of a statement.
pub fn is_organisation(text: &str) -> bool {
    is_printable(text) && !text.contains(';')
}

/// `none`, or 64 lower-case hex digits.
pub fn previous(text: &str) -> Option<Option<Digest>> {
    if text == "none" { Some(None) } else { text.parse().ok().map(Some) }
}

/// `0x` and 64 lower-case hex digits.
pub fn salt(text: &str) -> Option<B256> {
    let digits = text.strip_prefix("0x")?;
    let digest: Digest = digits.parse().ok()?;
    Some(B256::from(*digest.as_bytes()))
}

/// `l1`, `l2` or an address.
pub fn singleton(text: &str) -> Option<Singleton> {
    match text {
        "l1" => Some(Singleton::L1),
        "l2" => Some(Singleton::L2),
        _ => text.parse().ok().map(Singleton::Own),
    }
}

/// `default`, `none` or an address.
pub fn fallback_handler(text: &str) -> Option<FallbackHandler> {
    match text {
        "default" => Some(FallbackHandler::Default),
        "none" => Some(FallbackHandler::None),
        _ => text.parse().ok().map(FallbackHandler::Custom),
    }
}

/// A number below 2^256: decimal without leading zeros, or `0x` and 1 to 64 hex digits.
pub fn salt_nonce(text: &str) -> Option<U256> {
    if let Some(digits) = text.strip_prefix("0x") {
        let hex = !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_hexdigit());
        return hex.then(|| U256::from_str_radix(digits, 16).ok()).flatten();
    }
    let decimal = text == "0" || !text.starts_with('0');
    let digits = !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (decimal && digits).then(|| U256::from_str_radix(text, 10).ok()).flatten()
}

/// A decimal number above zero with at most so many digits behind its point, in the smallest unit: `0.05` with 18 is
/// 5 × 10^16.
pub fn amount(text: &str, decimals: u8) -> Option<U256> {
    let (whole, part) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let plain = digits(whole) && (whole == "0" || !whole.starts_with('0')) && part.is_none_or(digits);
    let missing = usize::from(decimals).checked_sub(part.unwrap_or_default().len())?;
    let all = format!("{whole}{}{}", part.unwrap_or_default(), "0".repeat(missing));
    let value = plain.then(|| U256::from_str_radix(&all, 10).ok()).flatten()?;
    (!value.is_zero()).then_some(value)
}

/// Fills `{cluster}` and `{operator}`; `None` where other braces stand in the text.
pub fn fill(template: &str, cluster: u32, operator: u32) -> Option<String> {
    let mut filled = String::with_capacity(template.len());
    let mut rest = template;
    while let Some(at) = rest.find(['{', '}']) {
        filled.push_str(&rest[..at]);
        let (number, behind) = if let Some(behind) = rest[at..].strip_prefix("{cluster}") {
            (cluster, behind)
        } else {
            (operator, rest[at..].strip_prefix("{operator}")?)
        };
        // Writing to a text cannot fail.
        let _ = write!(filled, "{number}");
        rest = behind;
    }
    filled.push_str(rest);
    Some(filled)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_with_another_meaning_are_no_names() {
        assert!(is_name("treasury") && !is_name("none"));
        assert!(
            is_custodian("member-1")
                && !is_custodian("witness")
                && !is_custodian("team")
                && !is_custodian("manifest")
        );
        assert!(is_name(&"a".repeat(32)) && !is_name(&"a".repeat(33)));
        assert!(!is_organisation("A; ceremony: b") && !is_organisation(" A") && !is_organisation("儀式"));
    }

    #[test]
    fn a_salt_nonce_has_no_underscore_sign_or_leading_zero() {
        for text in ["", "0x", "01", "+1", "-1", "1_000", "0x1_0", "0xg", " 1", "1.0"] {
            assert_eq!(salt_nonce(text), None, "{text}");
        }
        assert_eq!(salt_nonce("0"), Some(U256::ZERO));
        assert_eq!(salt_nonce(&U256::MAX.to_string()), Some(U256::MAX));
        assert_eq!(salt_nonce(&format!("{}0", U256::MAX)), None);
        assert_eq!(salt_nonce(&format!("0x{}", "f".repeat(65))), None);
    }

    #[test]
    fn an_amount_is_a_plain_decimal_number_above_zero() {
        for text in ["", ".", "0", "0.0", "00.1", ".5", "5.", "1.234", "-1", "+1", "1e3", "1,5", "1_0", " 1"]
        {
            assert_eq!(amount(text, 2), None, "{text}");
        }
        assert_eq!(amount("0.05", 18), Some(U256::from(50_000_000_000_000_000_u64)));
        assert_eq!(amount("2", 0), Some(U256::from(2)));
        assert_eq!(amount("1.23", 2), Some(U256::from(123)));
        assert_eq!(amount(&U256::MAX.to_string(), 0), Some(U256::MAX));
        assert_eq!(amount(&U256::MAX.to_string(), 1), None);
    }

    proptest! {
        #[test]
        fn both_writings_of_a_salt_nonce_are_the_same_number(bytes: [u8; 32]) {
            let number = U256::from_be_bytes(bytes);
            prop_assert_eq!(salt_nonce(&number.to_string()), Some(number));
            prop_assert_eq!(salt_nonce(&format!("{number:#x}")), Some(number));
        }
    }
}
