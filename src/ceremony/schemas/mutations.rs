//! What our readers refuse, the schemas refuse: every single change of true documents, of the kinds below.

use serde_json::{Map, Value, json};

use super::known::{Known, document, files, lines, readable, some_plans};
use super::manifest;
use crate::manifest::{Layout, Manifest};

/// Of a list so many items are changed.
const ITEMS: usize = 3;

/// Every single change of a document, with where it is made.
pub fn mutants(document: &Value) -> Vec<(String, Value)> {
    let mut places = vec![String::new()];
    pointers(document, "", &mut places);
    let mut mutants = Vec::new();
    for place in places {
        let here = document.pointer(&place).unwrap();
        for other in others(here) {
            let mut mutant = document.clone();
            *mutant.pointer_mut(&place).unwrap() = other;
            mutants.push((place.clone(), mutant));
        }
    }
    mutants
}

fn pointers(value: &Value, at: &str, places: &mut Vec<String>) {
    let below: Vec<(String, &Value)> = match value {
        Value::Object(members) => members.iter().map(|(key, it)| (format!("{at}/{key}"), it)).collect(),
        Value::Array(items) => {
            items.iter().enumerate().take(ITEMS).map(|(n, it)| (format!("{at}/{n}"), it)).collect()
        }
        _ => Vec::new(),
    };
    for (place, it) in below {
        places.push(place.clone());
        pointers(it, &place, places);
    }
}

/// What could stand instead of a value.
fn others(value: &Value) -> Vec<Value> {
    let mut others = vec![
        json!(null),
        json!(true),
        json!(7),
        json!(-1),
        json!(1.5),
        json!("?"),
        json!([]),
        json!({}),
        json!([7]),
    ];
    match value {
        Value::String(text) => others.extend(texts(text).into_iter().map(Value::String)),
        Value::Number(_) => others.extend([json!(u64::MAX), json!(1_u64 << 53), json!(1e300), json!("1")]),
        Value::Object(members) => others.extend(objects(members)),
        Value::Array(items) => {
            let with = |item: Value| Value::Array(items.iter().cloned().chain([item]).collect());
            others.extend([with(json!(null)), with(json!(1.5)), with(json!({ "?": 1 }))]);
        }
        _ => {}
    }
    others.retain(|it| it != value);
    others
}

fn texts(text: &str) -> Vec<String> {
    let mut texts = vec![
        String::new(),
        format!("{text}\n"),
        format!("{text}\u{e9}"),
        format!("\u{7f}{text}"),
        format!("{text}{text}"),
        format!("0{text}"),
        text[..text.len().saturating_sub(1)].to_owned(),
    ];
    if text.len() >= 64 {
        texts.push(text.to_uppercase());
    }
    texts
}

fn objects(members: &Map<String, Value>) -> Vec<Value> {
    let mut objects = Vec::new();
    for key in members.keys() {
        let mut without = members.clone();
        without.remove(key);
        objects.push(Value::Object(without));
    }
    let mut with = members.clone();
    with.insert("unknown".to_owned(), json!("x"));
    objects.push(Value::Object(with));
    objects
}

/// Changes that are refused by the reader and not by the schema; and how many are by both.
fn missed(known: &Known) -> (Vec<String>, usize) {
    let Known { kind, document, reads } = known;
    let validator = kind.validator();
    assert!(reads(document) && validator.is_valid(document), "{}", kind.name);
    let (mut missed, mut both) = (Vec::new(), 0);
    for (place, mutant) in mutants(document) {
        match (reads(&mutant), validator.is_valid(&mutant)) {
            (false, true) => missed.push(format!("{place}: {}", mutant.pointer(&place).unwrap())),
            (false, false) => both += 1,
            _ => {}
        }
    }
    (missed, both)
}

fn miss_none(documents: Vec<Known>) {
    for known in documents {
        let (missed, both) = missed(&known);
        assert!(missed.is_empty(), "{}: {missed:#?}", known.kind.name);
        assert!(both > 20, "{}: {both}", known.kind.name);
    }
}

#[test]
fn no_change_of_a_file_is_only_seen_by_the_reader() {
    miss_none(files());
}

#[test]
fn no_change_of_a_journal_is_only_seen_by_the_reader() {
    miss_none(lines());
}

#[test]
fn no_change_of_a_plan_is_only_seen_by_the_reader() {
    miss_none(some_plans());
}

/// What no schema can say; docs/manifest.md lists it.
#[test]
fn what_only_the_reader_sees_is_known() {
    let kind = manifest();
    let validator = kind.validator();
    let known = document(Layout::MANIFEST);
    let only_read = |place: &str, other: Value| {
        let mut mutant = known.clone();
        *mutant.pointer_mut(place).unwrap() = other;
        assert!(validator.is_valid(&mutant) && !readable::<Manifest>(&mutant), "{place}");
    };
    let address = known["addresses"][0]["address"].as_str().unwrap().to_owned();
    only_read("/addresses/0/address", format!("0x{}", address[2..].to_lowercase()).into());
    only_read("/ceremony/sequence", json!(1.0));
}
