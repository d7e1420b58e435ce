//! The page `docs/faults.md` says what was seen here, and every text that it names is there in both languages.

use std::path::Path;

use crate::Row;
use crate::fault::Fault;

fn read(name: &str) -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(name)).unwrap()
}

/// The page's rows are the faults, each met as often as the page says, and nothing was told that it does not list.
pub fn counts(messages: usize, rows: &[Row]) {
    let page = read("docs/faults.md");
    tells(rows);
    println!("{messages} messages");
    assert!(page.contains(&format!("**{messages}** messages")), "the page counts other messages");
    for (fault, row) in Fault::all().iter().zip(rows) {
        assert!(row.positions > 0, "{fault:?} was never met");
        assert_eq!(cells(&page, *fault)[1], row.positions.to_string(), "{fault:?}");
    }
}

/// What the page lists was told.
pub fn lists(rows: &[Row]) {
    let page = read("docs/faults.md");
    tells(rows);
    for (fault, row) in Fault::all().iter().zip(rows) {
        assert_eq!(cells(&page, *fault)[2], told(row), "{fault:?}");
    }
}

/// Nothing was told that the page does not list for this fault, and everything has its cause and its remedy.
fn tells(rows: &[Row]) {
    for (fault, row) in Fault::all().iter().zip(rows) {
        println!("| {} | {} | {} |", fault.name(), row.positions, told(row));
    }
    let page = read("docs/faults.md");
    let texts = ["en", "ja"].map(|lang| {
        let rooms = ["ceremony", "device", "contracts"].map(|room| format!("src/text/{lang}/{room}.ftl"));
        rooms
            .iter()
            .filter(|name| Path::new(env!("CARGO_MANIFEST_DIR")).join(name).exists())
            .map(|it| read(it))
            .collect::<String>()
    });
    for (fault, row) in Fault::all().iter().zip(rows) {
        let listed = cells(&page, *fault)[2].clone();
        for id in &row.told {
            assert!(listed.contains(&format!("`{id}`")), "{fault:?}: {id} is not on the page");
            for text in &texts {
                assert!(
                    text.contains(&format!("\nerr-{id} = ")) && text.contains(&format!("\nrec-{id} = ")),
                    "{id}"
                );
            }
        }
    }
}

fn told(row: &Row) -> String {
    row.told.iter().map(|id| format!("`{id}`")).collect::<Vec<_>>().join(", ")
}

fn cells(page: &str, fault: Fault) -> Vec<String> {
    let row = page.lines().find(|line| line.starts_with(&format!("| {} |", fault.name())));
    let row = row.unwrap_or_else(|| panic!("{fault:?} is not on the page"));
    row.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect()
}
