//! What has no sentence of its own: fields by their names, with both values.

use serde::Serialize;
use serde_json::{Map, Value};

use super::Found;
use crate::manifest::Manifest;
use crate::text::Message;

/// No value is told longer than this, in characters.
const SAID_MAX: usize = 120;

/// The manifest's own members that others have told of.
const TOLD: [&str; 12] = [
    "addresses",
    "batches",
    "carried",
    "ceremony",
    "contracts",
    "externals",
    "parts",
    "policy",
    "retired",
    "succession",
    "wallet_signers",
    "witnesses",
];

/// The members that no other comparison told of; and the order of lists where nothing else differs in them.
pub fn compare(old: &Manifest, new: &Manifest, found: &mut Found) {
    fields(old, new, &TOLD, "manifest", found);
    let (before, after) = (members(old), members(new));
    for list in TOLD {
        let items =
            |map: &Map<String, Value>| map.get(list).and_then(Value::as_array).cloned().unwrap_or_default();
        let (was, is) = (items(&before), items(&after));
        if was != is && was.len() == is.len() && sorted(&was) == sorted(&is) {
            found.note("manifest", Message::new("diff-order").with("list", list));
        }
    }
}

/// The members of two things of one kind that differ, but for those that were told of.
pub fn fields<T: Serialize>(was: &T, is: &T, told: &[&str], name: &str, found: &mut Found) {
    let (before, after) = (members(was), members(is));
    let mut names: Vec<_> =
        before.keys().chain(after.keys()).filter(|it| !told.contains(&it.as_str())).collect();
    names.sort_unstable();
    names.dedup();
    for field in names {
        let (was, is) = (before.get(field), after.get(field));
        if was != is {
            let message = Message::new("diff-field").with("field", field).with("old", said(was));
            found.warn(name, message.with("new", said(is)));
        }
    }
}

fn sorted(items: &[Value]) -> Vec<String> {
    let mut texts: Vec<_> = items.iter().map(Value::to_string).collect();
    texts.sort_unstable();
    texts
}

fn members<T: Serialize>(of: &T) -> Map<String, Value> {
    match serde_json::to_value(of) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

fn said(value: Option<&Value>) -> String {
    let text = match value {
        None => "-".to_owned(),
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
    };
    if text.chars().count() <= SAID_MAX {
        return text;
    }
    text.chars().take(SAID_MAX).chain(['.', '.', '.']).collect()
}
