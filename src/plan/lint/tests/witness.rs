//! P-WITNESS and what other lints say of witnesses.

use super::{edited, errors, finds};
use crate::plan::{WitnessMeans, read};

const ADDRESS: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";

/// The base with these lines before its last table.
fn with(lines: &str) -> (&'static str, String) {
    ("[manifest]", format!("{lines}\n[manifest]"))
}

fn witness(name: &str, signs: &str, address: Option<&str>) -> String {
    let address = address.map_or(String::new(), |address| format!("address = \"{address}\"\n"));
    format!("[[witness]]\nname = \"{name}\"\nsigns = \"{signs}\"\n{address}")
}

fn finds_in(lines: &str, expected: [&str; 4]) {
    let (from, to) = with(lines);
    finds(&[(from, &to)], expected);
}

#[test]
fn witnesses_are_read() {
    let lines = witness("notary", "key", Some(ADDRESS)) + &witness("auditor", "key", None);
    let (from, to) = with(&(lines + &witness("guest", "paper", None)));
    let checked = read(edited(&[(from, &to)]).as_bytes(), "plan.toml");
    let plan = checked.plan.unwrap();
    let read: Vec<_> = plan
        .witnesses
        .iter()
        .map(|it| (it.name.as_str(), it.signs, it.address.map(|address| address.to_string())))
        .collect();
    let address = Some(ADDRESS.to_owned());
    use WitnessMeans::{Key, Paper};
    assert_eq!(read, [("notary", Key, address), ("auditor", Key, None), ("guest", Paper, None)]);
}

#[test]
fn nobody_signs_paper_with_a_key() {
    finds_in(
        &witness("notary", "paper", Some(ADDRESS)),
        [
            "P-WITNESS",
            &format!("\"{ADDRESS}\""),
            "notary signs on paper, so no address is needed.",
            "Delete the address, or write signs = \"key\".",
        ],
    );
}

#[test]
fn a_witness_s_key_has_no_other_part() {
    let two = witness("notary", "key", Some(ADDRESS)) + &witness("auditor", "key", Some(ADDRESS));
    finds_in(
        &two,
        [
            "P-WITNESS",
            &format!("\"{ADDRESS}\""),
            &format!("The address {ADDRESS} of the witness auditor stands here as notary, too."),
            "A witness signs with a key that has no other part in the ceremony: write another address, or none.",
        ],
    );
}

#[test]
fn names_stand_once() {
    let (from, to) = with(&(witness("notary", "key", None) + &witness("notary", "paper", None)));
    let found = errors(&edited(&[(from, &to)]));
    assert!(matches!(&found[..], [one] if one[0] == "P-REF"), "{found:?}");
}

#[test]
fn there_are_two_ways_to_sign() {
    let (from, to) = with(&witness("notary", "voice", None));
    let found = errors(&edited(&[(from, &to)]));
    assert!(matches!(&found[..], [one] if one[0] == "P-SCHEMA" && one[1] == "\"voice\""), "{found:?}");
}
