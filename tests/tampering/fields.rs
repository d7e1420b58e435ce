//! Every field of every JSON text exchanged for another that could stand there.

use std::collections::{BTreeMap, BTreeSet};

use super::bytes::excuse;
use super::maker::Files;
use super::places::{Place, places};
use super::trial::{Row, Trial};
use super::world::{Age, WAYS, ages, changed};

pub fn rows() -> Vec<Row> {
    let [plain, remade] = WAYS.map(|forged| ages().iter().flat_map(|age| exchanged(age, forged)).collect());
    vec![
        Row::new(
            "every field of every JSON file and journal: another value of its kind (first and last of a list)",
            plain,
        ),
        Row::new("the same, remade", remade),
    ]
}

fn exchanged(age: &'static Age, forged: bool) -> Vec<Trial> {
    let kinds = Kinds::of(age.files);
    let mut trials = Vec::new();
    for (name, text) in texts(age.files) {
        for place in chosen(places(text)) {
            let other = kinds.other(&place.pointer, &text[place.range.clone()]);
            let label = format!("{} {name} {}: {other}", age.sequence, place.pointer);
            let make = move || {
                changed(age, forged, |files| {
                    let mut text = text.to_owned();
                    text.replace_range(place.range.clone(), &other);
                    files.insert(name.clone(), text.into_bytes());
                })
            };
            let trial = Trial::new(label, age.files, &age.evidence, make);
            trials.push(trial.excused(excuse(name, forged)));
        }
    }
    trials
}

fn texts(files: &Files) -> impl Iterator<Item = (&String, &str)> {
    let json = files.iter().filter(|(name, _)| name.ends_with(".json") || name.ends_with(".jsonl"));
    json.map(|(name, bytes)| (name, std::str::from_utf8(bytes).unwrap()))
}

/// The first and the last of those with the same pointer.
fn chosen(places: Vec<Place>) -> Vec<Place> {
    let last: BTreeMap<_, _> = places.iter().enumerate().map(|(at, it)| (it.pointer.clone(), at)).collect();
    let mut seen = BTreeSet::new();
    let places = places.into_iter().enumerate();
    places
        .filter(|(at, it)| seen.insert(it.pointer.clone()) || last[&it.pointer] == *at)
        .map(|it| it.1)
        .collect()
}

/// Values of a bundle by the form that they have, and by the field that they stand in.
struct Kinds(BTreeMap<String, BTreeSet<String>>);

impl Kinds {
    fn of(files: &Files) -> Self {
        let mut kinds: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        for (_, text) in texts(files) {
            for place in places(text) {
                let value = &text[place.range];
                kinds.entry(kind(&place.pointer, value)).or_default().insert(value.to_owned());
            }
        }
        Self(kinds)
    }

    /// A neighbour of the same kind; where there is none, one that is made.
    fn other(&self, pointer: &str, value: &str) -> String {
        if let Ok(number) = value.parse::<u64>() {
            return if number > 1 && number % 2 == 0 { number - 1 } else { number + 1 }.to_string();
        }
        match value {
            "true" => return "false".to_owned(),
            "false" => return "true".to_owned(),
            _ => {}
        }
        let kind = &self.0[&kind(pointer, value)];
        let after = kind.range(value.to_owned()..).nth(1).or_else(|| kind.first());
        let other = after.filter(|it| *it != value).cloned();
        other.unwrap_or_else(|| {
            if value.len() == 2 { "\"x\"".to_owned() } else { value.replacen(&value[1..2], "z", 1) }
        })
    }
}

/// Addresses and digests are exchanged for any other, all else for what stands in the field of that name elsewhere.
fn kind(pointer: &str, value: &str) -> String {
    let hex = value.trim_matches('"').trim_start_matches("0x");
    if [40, 64, 66, 130].contains(&hex.len()) && hex.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return format!("hex {}", value.len());
    }
    pointer.rsplit('/').find(|name| *name != "*").unwrap_or_default().to_owned()
}
