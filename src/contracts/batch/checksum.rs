//! The checksum of a batch's file: keccak256 of a text that JavaScript would make of it.

use alloy::primitives::keccak256;
use serde_json::{Map, Value};

/// Integers up to here are numbers in JavaScript, which has no others than doubles.
const MOST: u64 = (1 << 53) - 1;

/// The checksum of a batch's document, as `0x` and 64 digits: whatever stands in `meta.checksum` does not enter it, and
/// `meta.name` enters as null. None where it holds a number that is no integer, or one that JavaScript would round.
pub fn checksum(document: &Value) -> Option<String> {
    let mut document = document.clone();
    if let Some(meta) = document.get_mut("meta").and_then(Value::as_object_mut) {
        meta.remove("checksum");
        meta.insert("name".to_owned(), Value::Null);
    }
    let mut text = String::new();
    serialise(&document, &mut text)?;
    Some(format!("0x{}", hex::encode(keccak256(text))))
}

/// `serializeJSONObject` of checksum.ts.
fn serialise(value: &Value, text: &mut String) -> Option<()> {
    match value {
        Value::Array(items) => {
            text.push('[');
            for (i, item) in items.iter().enumerate() {
                if i > 0 {
                    text.push(',');
                }
                serialise(item, text)?;
            }
            text.push(']');
        }
        Value::Object(members) => object(members, text)?,
        Value::Number(number) if number.as_i64()?.unsigned_abs() > MOST => return None,
        other => text.push_str(&other.to_string()),
    }
    Some(())
}

/// An array of the sorted names, then each value with a comma behind it, the last one, too.
fn object(members: &Map<String, Value>, text: &mut String) -> Option<()> {
    let mut names: Vec<_> = members.keys().collect();
    // JavaScript sorts by UTF-16 units, in which a character above U+FFFF comes before U+E000 to U+FFFF.
    names.sort_by(|one, other| one.encode_utf16().cmp(other.encode_utf16()));
    text.push('{');
    text.push_str(&Value::from_iter(names.iter().map(|name| name.as_str())).to_string());
    for name in names {
        serialise(&members[name], text)?;
        text.push(',');
    }
    text.push('}');
    Some(())
}
