//! Code, tests, documentation and catalogs name the same checks.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use gishiki::text::{Catalog, Lang};
use gishiki::verify::CHECKS;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &str) -> Vec<String> {
    let entries = fs::read_dir(root().join(folder)).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> =
        entries.filter(|path| path.extension().is_some_and(|it| it == "rs")).collect();
    paths.sort();
    paths.iter().map(|path| fs::read_to_string(path).unwrap()).collect()
}

/// Every quoted text with this opening, of small letters, capitals and hyphens.
fn quoted(texts: &[String], opening: &str) -> BTreeSet<String> {
    let is_id =
        |it: &&str| it.starts_with(opening) && it.bytes().all(|b| b.is_ascii_alphabetic() || b == b'-');
    texts.iter().flat_map(|text| text.split('"')).filter(is_id).map(str::to_owned).collect()
}

fn checks() -> BTreeSet<String> {
    CHECKS.into_iter().map(str::to_owned).collect()
}

#[test]
fn no_id_stands_twice() {
    assert_eq!(checks().len(), CHECKS.len());
}

#[test]
fn the_documentation_has_a_section_for_every_check_in_their_order() {
    let text = fs::read_to_string(root().join("docs/verification.md")).unwrap();
    let sections: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("## V-")).collect();
    let checks: Vec<_> = CHECKS.iter().map(|check| check.strip_prefix("V-").unwrap()).collect();
    assert_eq!(sections, checks);
}

#[test]
fn every_check_is_made_to_fail_by_a_test() {
    let tests = ["ages", "drills", "good", "history", "insiders", "outsiders", "seeds", "witnesses"];
    let texts =
        tests.map(|name| fs::read_to_string(root().join(format!("tests/verify_bundle/{name}.rs"))).unwrap());
    assert_eq!(quoted(&texts, "V-"), checks());
}

#[test]
fn every_sentence_of_a_check_is_in_the_catalogs_and_used() {
    let said: BTreeSet<_> = quoted(&sources("src/verify"), "v-");
    for lang in [Lang::En, Lang::Ja] {
        for id in &said {
            assert!(Catalog::new(lang).has(id), "{id} in {}", lang.code());
        }
    }
    let text = fs::read_to_string(root().join("src/text/en/verify.ftl")).unwrap();
    let ids = text.lines().filter(|line| line.starts_with("v-"));
    let ids: BTreeSet<_> = ids.map(|line| line.split(" =").next().unwrap().to_owned()).collect();
    assert_eq!(ids, said);
}
