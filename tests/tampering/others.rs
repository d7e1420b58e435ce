//! Whole parts with all that belongs to them: of another seed, member, ceremony or organisation.

use std::sync::OnceLock;

use super::maker::{Files, TEAM, rehearse_on};
use super::trial::{Row, Trial};
use super::world::{Age, WAYS, ages, changed, foreign};

const MEMBERS: [&str; 3] = ["member-1", "member-2", "member-3"];

pub fn rows() -> Vec<Row> {
    let [plain, remade] = WAYS.map(|forged| replaced(impostors(), forged));
    let [plain_foreign, remade_foreign] = WAYS.map(|forged| replaced(foreign(), forged));
    let [plain_carried, remade_carried] = WAYS.map(carried);
    let whole = ages().iter().take(1).map(|age| {
        Trial::new("a whole ceremony".to_owned(), age.files, &age.evidence, || impostors().clone())
    });
    vec![
        Row::new(
            "a whole part (sealed file, journal, statements) made with another seed, of this ceremony or carried",
            plain,
        ),
        Row::new("the same, remade", remade),
        Row::new("all parts, and everything signed with the other seeds", whole.collect()),
        Row::new("a whole part of another organisation, of this ceremony or carried", plain_foreign),
        Row::new("the same, remade", remade_foreign),
        Row::new(
            "carried evidence exchanged for that of another member or ceremony: each file, and whole",
            plain_carried,
        ),
        Row::new("the same, remade", remade_carried),
    ]
}

/// The first ceremony by people who hold one another's seeds.
fn impostors() -> &'static Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| {
        let table = |n: usize| {
            format!("name = \"seed-{n}\"\ncustodian = \"member-{n}\"\nkind = \"slip39-20\"\nmay_move_to_ledger = false\n")
        };
        let marked = (1..=3).fold(TEAM.to_owned(), |text, n| text.replace(&table(n), &format!("<{n}>")));
        assert!(marked.contains("<3>"));
        let seeds = (1..=3).fold(marked, |text, n| text.replace(&format!("<{n}>"), &table(n % 3 + 1)));
        rehearse_on(TEAM, &seeds)
    })
}

/// Where a file of the first ceremony's part of a member lies in a bundle of this sequence; none that is not of the part.
fn place(name: &str, member: &str, sequence: usize) -> Option<String> {
    let (folder, last) = name.rsplit_once('/')?;
    let of_part = last.starts_with(&format!("{member}.")) || last == format!("journal-{member}.jsonl");
    let home = folder.split('/').next()?;
    of_part.then(|| if sequence == 1 { name.to_owned() } else { format!("{home}/carried/1.{last}") })
}

fn replaced(by: &'static Files, forged: bool) -> Vec<Trial> {
    let mut trials = Vec::new();
    for age in ages() {
        for member in MEMBERS {
            let there = |(name, bytes): (&String, &Vec<u8>)| {
                let place = place(name, member, age.sequence)?;
                age.files.contains_key(&place).then(|| (place, bytes.clone()))
            };
            let pairs: Vec<_> = by.iter().filter_map(there).collect();
            let make = move || changed(age, forged, |files| files.extend(pairs.clone()));
            trials.push(Trial::new(format!("{} {member}", age.sequence), age.files, &age.evidence, make));
        }
    }
    trials
}

fn carried(forged: bool) -> Vec<Trial> {
    ages()
        .iter()
        .flat_map(|age| files_exchanged(age, forged).into_iter().chain(sets_exchanged(age, forged)))
        .collect()
}

fn names(age: &'static Age) -> Vec<&'static String> {
    age.files.keys().filter(|name| name.contains("/carried/")).collect()
}

/// Each carried file for each other one with the same ending in the same folder.
fn files_exchanged(age: &'static Age, forged: bool) -> Vec<Trial> {
    let ending = |name: &str| (name.starts_with("public/"), name.rsplit('.').next().map(str::to_owned));
    let mut trials = Vec::new();
    for one in names(age) {
        for other in names(age).into_iter().filter(|it| *it != one && ending(it) == ending(one)) {
            let make = move || {
                changed(age, forged, |files| drop(files.insert(one.clone(), age.files[other].clone())))
            };
            trials.push(Trial::new(
                format!("{} {one} for {other}", age.sequence),
                age.files,
                &age.evidence,
                make,
            ));
        }
    }
    trials
}

/// All of an earlier part for all of another one, wallets by their names.
fn sets_exchanged(age: &'static Age, forged: bool) -> Vec<Trial> {
    let stem =
        |name: &str| name.rsplit('/').next().unwrap().splitn(3, '.').take(2).collect::<Vec<_>>().join(".");
    let mut stems: Vec<_> = names(age).into_iter().map(|name| stem(name)).collect();
    stems.sort();
    stems.dedup();
    let mut trials = Vec::new();
    for one in &stems {
        for other in stems.iter().filter(|it| *it != one) {
            let source = |name: &&'static String| {
                let source = name.replace(one.as_str(), other);
                (stem(name) == *one)
                    .then(|| Some(((*name).clone(), age.files.get(&source)?.clone())))
                    .flatten()
            };
            let pairs: Vec<_> = names(age).iter().filter_map(source).collect();
            let make = move || changed(age, forged, |files| files.extend(pairs.clone()));
            trials.push(Trial::new(
                format!("{} {one} for {other}", age.sequence),
                age.files,
                &age.evidence,
                make,
            ));
        }
    }
    trials
}
