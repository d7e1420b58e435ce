//! Which files there are: removed, renamed, added, twice.

use super::maker::Files;
use super::trial::{Row, Trial};
use super::world::{Age, WAYS, ages, changed};

pub fn rows() -> Vec<Row> {
    let over = |what: [&'static str; 2], change: fn(&mut Files, &str) -> bool| {
        let [plain, remade] = WAYS.map(|forged| each(forged, change));
        [Row::new(what[0], plain), Row::new(what[1], remade)]
    };
    let mut rows = Vec::new();
    rows.extend(over(["every file removed", "the same, remade"], remove));
    rows.extend(over(["every file renamed", "the same, remade"], rename));
    rows.extend(over(["every file moved to another folder", "the same, remade"], move_away));
    rows.extend(over(["every file a second time, in capitals", "the same, remade"], capitals));
    rows.extend(over(
        ["every file a second time, in other folders of the bundle", "the same, remade"],
        copies,
    ));
    rows.extend(over(["every file emptied", "the same, remade"], empty));
    rows
}

fn each(forged: bool, change: fn(&mut Files, &str) -> bool) -> Vec<Trial> {
    let one = move |age: &'static Age, name: &'static String| {
        let make = move || changed(age, forged, |files| _ = change(files, name));
        let applies = change(&mut age.files.clone(), name);
        let label = format!("{} {name}", age.sequence);
        applies.then(|| Trial::new(label, age.files, &age.evidence, make))
    };
    ages().iter().flat_map(|age| age.files.keys().filter_map(move |name| one(age, name))).collect()
}

/// Sums are made again where everything is: they are tried as they are elsewhere.
fn is_sums(name: &str) -> bool {
    name.ends_with("SHA256SUMS")
}

fn remove(files: &mut Files, name: &str) -> bool {
    files.remove(name).is_some() && !is_sums(name)
}

fn to(files: &mut Files, name: &str, other: String) -> bool {
    let bytes = files.remove(name).unwrap_or_default();
    files.insert(other, bytes);
    !is_sums(name)
}

fn rename(files: &mut Files, name: &str) -> bool {
    let other = name.replacen("member-", "member-0", 1);
    let other = if other == name { format!("{name}.orig") } else { other };
    to(files, name, other)
}

fn last(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

fn move_away(files: &mut Files, name: &str) -> bool {
    let folder = if name.starts_with("public/") { "sealed" } else { "public" };
    to(files, name, format!("{folder}/{}", last(name)))
}

fn copy(files: &mut Files, name: &str, other: String) {
    let bytes = files[name].clone();
    files.entry(other).or_insert(bytes);
}

fn capitals(files: &mut Files, name: &str) -> bool {
    let (folder, last) = name.rsplit_once('/').unwrap_or_default();
    let other = if last.to_uppercase() == last { last.to_lowercase() } else { last.to_uppercase() };
    copy(files, name, format!("{folder}/{other}"));
    true
}

fn copies(files: &mut Files, name: &str) -> bool {
    let before = files.len();
    for folder in ["public/carried", "public/contracts", "public/parts", "sealed/carried"] {
        copy(files, name, format!("{folder}/0.{}", last(name)));
    }
    files.len() > before
}

fn empty(files: &mut Files, name: &str) -> bool {
    files.insert(name.to_owned(), Vec::new());
    !is_sums(name)
}
