//! Statements and signatures: exchanged between members, wallets, ceremonies and organisations, and made by others.

use gishiki::manifest::Layout;

use super::forger::key;
use super::maker::{Files, plan};
use super::trial::{Row, Trial};
use super::world::{Age, WAYS, ages, changed, foreign};

pub fn rows() -> Vec<Row> {
    let mut rows = Vec::new();
    for (what, others) in [
        ("statements, signatures, and both, exchanged for another member's or wallet's", own as Others),
        ("the same, exchanged for another ceremony's of this history", of_others),
        ("the same, exchanged for another organisation's", of_foreign),
    ] {
        let [plain, remade] = WAYS.map(|forged| exchanged(forged, others));
        rows.extend([Row::new(what, plain), Row::new("the same, remade", remade)]);
    }
    let [plain, remade] = WAYS.map(by_others);
    rows.push(Row::new(
        "every signature made by each other signer of the manifest, over the same statement",
        plain,
    ));
    rows.push(Row::new("the same, remade", remade));
    rows
}

/// The files and names that a statement's may be exchanged for.
type Others = fn(&'static Age, &str) -> Vec<(&'static Files, String)>;

fn statements(files: &'static Files) -> impl Iterator<Item = &'static String> {
    files.keys().filter(|name| name.ends_with(".txt"))
}

fn own(age: &'static Age, name: &str) -> Vec<(&'static Files, String)> {
    // The next one, and one far away.
    let all: Vec<_> = statements(age.files).collect();
    let at = all.iter().position(|it| *it == name).unwrap();
    [1, all.len() / 2].map(|by| (age.files, all[(at + by) % all.len()].clone())).into()
}

fn of_others(age: &'static Age, name: &str) -> Vec<(&'static Files, String)> {
    let others = ages().iter().filter(|it| it.sequence != age.sequence);
    others.flat_map(|it| same_wallet(it.files, name)).collect()
}

fn of_foreign(_: &'static Age, name: &str) -> Vec<(&'static Files, String)> {
    same_wallet(foreign(), name).into_iter().collect()
}

/// The statement of the same wallet or signer in other files.
fn same_wallet(files: &'static Files, name: &str) -> Option<(&'static Files, String)> {
    let last = name.rsplit('/').next()?;
    let wallet = last.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let other = statements(files).find(|it| it.ends_with(&format!("/{wallet}")));
    other.map(|it| (files, it.clone()))
}

fn exchanged(forged: bool, others: Others) -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        for name in statements(age.files) {
            for (files, other) in others(age, name) {
                for (text, signature) in [(true, false), (false, true), (true, true)] {
                    let mut pairs = Vec::new();
                    pairs.extend(text.then(|| (name.clone(), files[&other].clone())));
                    let sig = |it: &String| Layout::signature(it);
                    pairs.extend(signature.then(|| (sig(name), files[&sig(&other)].clone())));
                    pairs.retain(|(name, bytes)| age.files[name] != *bytes);
                    if pairs.is_empty() {
                        continue;
                    }
                    let label = format!("{} {name} for {other}: {text} {signature}", age.sequence);
                    let make = move || changed(age, forged, |files| files.extend(pairs.clone()));
                    trials.push(Trial::new(label, age.files, &age.evidence, make));
                }
            }
        }
    }
    trials
}

fn by_others(forged: bool) -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        let plan = plan(age.plan);
        let keys: Vec<_> = plan.signers.iter().map(|role| key(&plan, role)).collect();
        for name in statements(age.files) {
            let file = Layout::signature(name);
            let made = keys.iter().map(|(root, path)| root.sign(path, &age.files[name]).unwrap().to_string());
            for signature in made.map(String::into_bytes).filter(|it| *it != age.files[&file]) {
                let (label, file) = (format!("{} {file}", age.sequence), file.clone());
                let make =
                    move || changed(age, forged, |files| drop(files.insert(file.clone(), signature.clone())));
                trials.push(Trial::new(label, age.files, &age.evidence, make));
            }
        }
    }
    trials
}
