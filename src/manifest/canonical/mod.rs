//! The one encoding of a signed file: RFC 8785 restricted until no canonicaliser is needed to check it.
//!
//! Member names `[a-z0-9_]+` in ascending order, strings of printable ASCII, whole numbers up to 2^53-1 (anything of
//! the chain is a string), no null, no white space, no newline at the end. `sha256sum` of the file is its digest.

mod direct;

pub use direct::{Sink, Wanted};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

/// The largest whole number that every JSON reader keeps.
const SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Why there is no canonical form, or why bytes are not in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotCanonical(String);

impl std::fmt::Display for NotCanonical {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for NotCanonical {}

/// Writes a value in its one encoding.
///
/// # Errors
/// It holds something that has none: a float, a null, a text that is not printable ASCII.
pub fn to_bytes<T: Serialize>(value: &T) -> Result<Vec<u8>, NotCanonical> {
    let mut out = Vec::new();
    match direct::write(value, &mut out) {
        Some(()) => Ok(out),
        None => sorted(value),
    }
}

/// Appends a value in its one encoding; false, and nothing appended, where it has none.
pub fn append<T: Serialize>(value: &T, out: &mut Vec<u8>) -> bool {
    let before = out.len();
    if direct::write(value, out).is_some() {
        return true;
    }
    out.truncate(before);
    sorted(value).map(|bytes| out.extend(bytes)).is_ok()
}

/// The slow way, for members in any order.
fn sorted<T: Serialize>(value: &T) -> Result<Vec<u8>, NotCanonical> {
    let value = serde_json::to_value(value).map_err(|error| NotCanonical(error.to_string()))?;
    let mut out = String::new();
    write(&value, &mut out)?;
    Ok(out.into_bytes())
}

/// Reads a value from its one encoding. Any other bytes that mean the same are refused, duplicate and unknown
/// members among them, since they cannot come out of [`to_bytes`] again.
///
/// # Errors
/// Not JSON of this type, or another encoding of it.
pub fn from_bytes<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> Result<T, NotCanonical> {
    let value: T = serde_json::from_slice(bytes).map_err(|error| NotCanonical(error.to_string()))?;
    if encodes(&value, bytes) || sorted(&value)? == bytes {
        Ok(value)
    } else {
        Err(NotCanonical("another encoding of the same contents".to_owned()))
    }
}

/// Whether these bytes are the one encoding of a value, without making it. Only of a value whose members come in their order,
/// as those of all files do: never true of another.
pub fn encodes<T: Serialize>(value: &T, mut bytes: impl Wanted) -> bool {
    direct::write(value, &mut bytes).is_some() && bytes.ends()
}

fn write(value: &Value, out: &mut String) -> Result<(), NotCanonical> {
    match value {
        Value::Null => return Err(NotCanonical("null has no canonical form".to_owned())),
        Value::Bool(flag) => out.push_str(if *flag { "true" } else { "false" }),
        Value::Number(number) => match number.as_u64() {
            Some(whole) if whole <= SAFE_INTEGER => out.push_str(&whole.to_string()),
            _ => return Err(NotCanonical(format!("{number} is not a whole number up to 2^53-1"))),
        },
        Value::String(text) => write_text(text, out)?,
        Value::Array(items) => list(out, '[', ']', items.iter(), write)?,
        Value::Object(members) => {
            // Sorted here, whatever order the map of serde_json is built to keep.
            let mut sorted: Vec<_> = members.iter().collect();
            sorted.sort_by_key(|(name, _)| name.as_bytes());
            list(out, '{', '}', sorted.into_iter(), |(name, value), out| {
                check_name(name)?;
                write_text(name, out)?;
                out.push(':');
                write(value, out)
            })?;
        }
    }
    Ok(())
}

fn list<T>(
    out: &mut String,
    open: char,
    close: char,
    items: impl Iterator<Item = T>,
    mut each: impl FnMut(T, &mut String) -> Result<(), NotCanonical>,
) -> Result<(), NotCanonical> {
    out.push(open);
    for (position, item) in items.enumerate() {
        if position > 0 {
            out.push(',');
        }
        each(item, out)?;
    }
    out.push(close);
    Ok(())
}

fn check_name(name: &str) -> Result<(), NotCanonical> {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_';
    if !name.is_empty() && name.bytes().all(fits) {
        Ok(())
    } else {
        Err(NotCanonical(format!("{name:?} is no member name")))
    }
}

fn write_text(text: &str, out: &mut String) -> Result<(), NotCanonical> {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            ' '..='~' => out.push(c),
            _ => return Err(NotCanonical(format!("{text:?} is not printable ASCII"))),
        }
    }
    out.push('"');
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    type Sample = BTreeMap<String, Vec<String>>;

    #[test]
    fn it_is_sorted_and_tight() {
        let value = json!({"b": [1, true], "a_2": "x\"\\", "a": {}});
        assert_eq!(to_bytes(&value).unwrap(), br#"{"a":{},"a_2":"x\"\\","b":[1,true]}"#);
    }

    #[test]
    fn what_readers_disagree_on_has_no_form() {
        for value in [
            json!(null),
            json!(1.5),
            json!(-1),
            json!(9_007_199_254_740_992_u64),
            json!("\u{e9}"),
            json!("\n"),
        ] {
            assert!(to_bytes(&value).is_err(), "{value}");
        }
        assert!(to_bytes(&json!({"A": 1})).is_err());
    }

    #[test]
    fn any_second_encoding_is_refused() {
        for bytes in [
            r#"{"a":["x"] }"#,
            r#"{"b":[],"a":[]}"#,
            r#"{"a":[],"a":[]}"#,
            "{\"a\":[]}\n",
            r#"{"a":["\u0078"]}"#,
            r#"{"a":["\/"]}"#,
            "\u{feff}{}",
        ] {
            assert!(from_bytes::<Sample>(bytes.as_bytes()).is_err(), "{bytes}");
        }
        assert!(from_bytes::<Sample>(br#"{"a":["x"]}"#).is_ok());
    }

    proptest! {
        #[test]
        fn both_ways_write_the_same(value: BTreeMap<String, (Option<String>, Vec<u64>, bool)>, name in "[a-z_0-9]*") {
            let mut value: BTreeMap<_, _> = value.into_iter().map(|(key, it)| (name.clone() + &key, it)).collect();
            prop_assert_eq!(to_bytes(&value), sorted(&value));
            value.retain(|_, (text, ..)| text.is_some());
            prop_assert_eq!(to_bytes(&value), sorted(&value));
            let value: Vec<_> = value.into_values().collect();
            prop_assert_eq!(to_bytes(&value), sorted(&value));
            let mut out = b"before".to_vec();
            prop_assert_eq!(append(&value, &mut out), sorted(&value).is_ok());
            prop_assert_eq!(&out[6..], sorted(&value).unwrap_or_default());
        }

        #[test]
        fn only_the_whole_encoding_of_a_value_is_its_encoding(value: Vec<(bool, Vec<u64>)>, at: prop::sample::Index, flip in 1_u8..) {
            if let Ok(mut bytes) = to_bytes(&value) {
                prop_assert!(encodes(&value, &bytes[..]));
                prop_assert!(!encodes(&value, &bytes[..at.index(bytes.len())]));
                prop_assert!(!encodes(&value, &[&bytes[..], b"\n"].concat()[..]));
                let at = at.index(bytes.len());
                bytes[at] ^= flip;
                prop_assert!(!encodes(&value, &bytes[..]));
            }
        }

        #[test]
        fn reading_what_was_written_is_the_identity(value: BTreeMap<u8, Vec<u32>>) {
            let value: Sample = value
                .into_iter()
                .map(|(name, items)| (format!("n{name}"), items.iter().map(u32::to_string).collect()))
                .collect();
            prop_assert_eq!(from_bytes::<Sample>(&to_bytes(&value).unwrap()).unwrap(), value);
        }

        #[test]
        fn it_agrees_with_the_common_writer_where_that_is_canonical(text in "[ -~]*", number in 0..SAFE_INTEGER) {
            let value = json!({ "t": text, "u": number });
            prop_assert_eq!(to_bytes(&value).unwrap(), serde_json::to_vec(&value).unwrap());
        }
    }
}
