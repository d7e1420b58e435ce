//! The comments of a plan: kept when what they stood beside goes, and found where they speak of paths.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Bound;

use toml_edit::{DocumentMut, Item, Table};

/// Lines, from 1, that are comments about paths or accounts.
pub(super) fn about_paths(text: &str) -> Vec<usize> {
    let about = |line: &str| {
        let words = line.to_lowercase();
        line.trim_start().starts_with('#')
            && ["'/", "account", "アカウント"].iter().any(|it| words.contains(it))
    };
    (1..).zip(text.lines()).filter(|(_, line)| about(line)).map(|(number, _)| number).collect()
}

/// What stands before a table's header.
pub(super) fn before(table: &Table) -> String {
    table.decor().prefix().and_then(|it| it.as_str()).unwrap_or_default().to_owned()
}

/// Every comment of a table that goes: those before and behind its header, and those at its keys.
pub(super) fn within(table: &Table) -> String {
    let behind = table.decor().suffix().and_then(|it| it.as_str()).unwrap_or_default().trim();
    let behind = if behind.starts_with('#') { format!("{behind}\n") } else { String::new() };
    let keys = table.iter().map(|(key, _)| at_key(table, key));
    before(table) + &behind + &keys.collect::<String>()
}

/// The comments above a key and behind its value, a line each.
fn at_key(table: &Table, key: &str) -> String {
    let above = table.key(key).and_then(|it| it.leaf_decor().prefix()?.as_str());
    let value = table.get(key).and_then(Item::as_value);
    let behind = value.and_then(|it| it.decor().suffix()?.as_str());
    let lines = [above, behind].into_iter().flatten().flat_map(str::lines).map(str::trim);
    lines.filter(|line| line.starts_with('#')).map(|line| format!("{line}\n")).collect()
}

/// Takes a key out; a comment above or behind it goes before the table's header.
pub(super) fn take_out(table: &mut Table, key: &str) {
    let kept = at_key(table, key);
    table.remove(key);
    let prefix = before(table);
    table.decor_mut().set_prefix(prefix + &kept);
}

/// Puts the comments that stood before tables which are gone before the next table that is there, or at the end.
pub(super) fn hand_on(document: &mut DocumentMut, gone: Vec<(isize, String)>) {
    let mut there = BTreeSet::new();
    each(document.as_table_mut(), &mut |table| there.extend(table.position()));
    // What each table that is there gets, by its position; none stands for the end.
    let mut handed: BTreeMap<Option<isize>, Vec<String>> = BTreeMap::new();
    for (position, text) in gone.into_iter().filter(|(_, text)| text.contains('#')) {
        let next = there.range((Bound::Excluded(position), Bound::Unbounded)).next().copied();
        handed.entry(next).or_default().push(text);
    }
    if let Some(texts) = handed.remove(&None) {
        let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
        document.set_trailing(above(&texts, &trailing));
    }
    each(document.as_table_mut(), &mut |table| {
        if let Some(texts) = table.position().and_then(|it| handed.remove(&Some(it))) {
            let own = before(table);
            table.decor_mut().set_prefix(above(&texts, &own));
        }
    });
}

/// Comments one above the other. A blank line stands between two only where the lower has a comment of its own.
fn above(texts: &[String], own: &str) -> String {
    texts.iter().rev().fold(own.to_owned(), |below, text| {
        let below = if below.contains('#') { below } else { below.trim_start_matches('\n').to_owned() };
        format!("{text}{below}")
    })
}

/// Every table with a header, wherever it is.
fn each(table: &mut Table, visit: &mut impl FnMut(&mut Table)) {
    for (_, item) in table.iter_mut() {
        match item {
            Item::Table(inner) => {
                visit(inner);
                each(inner, visit);
            }
            Item::ArrayOfTables(tables) => {
                for inner in tables.iter_mut() {
                    visit(inner);
                    each(inner, visit);
                }
            }
            Item::None | Item::Value(_) => {}
        }
    }
}
