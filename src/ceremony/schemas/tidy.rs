//! What the derived schemas say too much or too little of: nothing of ours is null, and no number beyond what every
//! reader of JSON keeps.

use schemars::Schema;
use schemars::transform::transform_subschemas;
use serde_json::{Value, json};

/// The largest whole number of a canonical file.
const SAFE_INTEGER: u64 = (1 << 53) - 1;

/// Makes a derived schema as strict as our readers, and its texts plain.
pub fn tidy(schema: &mut Schema) {
    without_null(schema);
    whole(schema);
    plain(schema);
    transform_subschemas(&mut tidy, schema);
}

/// Absent members are absent, never null.
fn without_null(schema: &mut Schema) {
    if let Some(Value::Array(types)) = schema.get_mut("type") {
        types.retain(|it| it != "null");
        if let [one] = &types[..] {
            let one = one.clone();
            schema.insert("type".to_owned(), one);
        }
    }
    if schema.get("default").is_some_and(Value::is_null) {
        schema.remove("default");
    }
    let Some(Value::Array(choices)) = schema.get_mut("anyOf") else { return };
    choices.retain(|it| it != &json!({ "type": "null" }));
    if let [Value::Object(one)] = &choices[..] {
        let one = one.clone();
        schema.remove("anyOf");
        for (key, value) in one {
            schema.insert(key, value);
        }
    }
}

fn whole(schema: &mut Schema) {
    if schema.get("type").is_some_and(|it| it == "integer") {
        schema.remove("format");
        if schema.get("maximum").is_none() {
            schema.insert("maximum".to_owned(), SAFE_INTEGER.into());
        }
    }
}

/// Doc comments on one line, links as what they are called.
fn plain(schema: &mut Schema) {
    let Some(Value::String(text)) = schema.get_mut("description") else { return };
    let mut words = text.replace('\n', " ");
    while let (Some(open), Some(close)) = (words.find("[`"), words.find("`]")) {
        let called = words[open + 2..close].to_owned();
        let rest = &words[close + 2..];
        let rest =
            rest.strip_prefix('(').and_then(|it| it.split_once(')')).map_or(rest, |(_, it)| it).to_owned();
        words = format!("{}{called}{rest}", &words[..open]);
    }
    *text = words;
}

/// Every object says which members it has, every text which form, every number how large.
pub fn closed(schema: &Value, place: &str) {
    let Value::Object(members) = schema else { return };
    let is = |kind: &str| members.get("type").is_some_and(|it| it == kind);
    if is("object") {
        assert!(members.contains_key("additionalProperties"), "{place} is open");
    }
    if is("string") {
        let formed = ["pattern", "const", "enum"].iter().any(|it| members.contains_key(*it));
        // Keys of details, and symbols of tokens.
        assert!(formed || place.ends_with("/pays/items"), "{place} has no form");
    }
    assert!(!is("integer") || members.contains_key("maximum"), "{place} has no bound");
    assert!(!is("array") || members.contains_key("items"), "{place} has no items");
    for (key, value) in members {
        match value {
            Value::Object(_) => closed(value, &format!("{place}/{key}")),
            Value::Array(items) => items.iter().for_each(|it| closed(it, &format!("{place}/{key}"))),
            _ => {}
        }
    }
}
