//! Code, catalogs and `docs/lints.md` name the same lints.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::plan::LINTS;
use crate::text::{Catalog, Lang};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    entries.flat_map(|path| if path.is_dir() { sources(&path) } else { vec![path] }).collect()
}

/// The ids of problems that the code and the data files of this room name, `"p-…"`.
fn in_code() -> BTreeSet<String> {
    let files = sources(&root().join("src/plan")).into_iter();
    let files = files.filter(|path| path.extension().is_some_and(|it| it == "rs" || it == "toml"));
    let code = files.filter(|path| !path.components().any(|it| it.as_os_str() == "tests"));
    let texts: Vec<String> = code.map(|path| fs::read_to_string(path).unwrap()).collect();
    let quoted = texts.iter().flat_map(|text| text.split('"'));
    let slug = |it: &&str| {
        it.starts_with("p-") && it.bytes().all(|b| b.is_ascii_lowercase() || b == b'-' || b.is_ascii_digit())
    };
    quoted.filter(slug).map(str::to_owned).collect()
}

/// The ids of problems that the English catalog explains.
fn in_catalog() -> BTreeSet<String> {
    let text = fs::read_to_string(root().join("src/text/en/plan.ftl")).unwrap();
    let ids =
        text.lines().filter_map(|line| line.strip_prefix("err-")?.split(" =").next().map(str::to_owned));
    ids.filter(|id| id.starts_with("p-")).collect()
}

/// The lint that a problem's id belongs to: the longest whose name it starts with.
fn lint(id: &str) -> Option<&'static str> {
    let belongs = |lint: &&&str| {
        id.strip_prefix(&lint.to_lowercase()).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
    };
    LINTS.iter().filter(belongs).max_by_key(|lint| lint.len()).copied()
}

#[test]
fn the_code_and_the_catalogs_know_the_same_problems() {
    assert_eq!(in_code(), in_catalog());
}

#[test]
fn every_problem_belongs_to_a_lint_and_every_lint_has_one() {
    let lints: BTreeSet<_> =
        in_catalog().iter().map(|id| lint(id).unwrap_or_else(|| panic!("{id}"))).collect();
    assert_eq!(lints, LINTS.into_iter().collect());
}

#[test]
fn the_book_of_lints_has_a_section_for_each_in_order() {
    let book = fs::read_to_string(root().join("docs/lints.md")).unwrap();
    let sections: Vec<_> = book.lines().filter_map(|line| line.strip_prefix("## ")).collect();
    assert_eq!(sections, LINTS);
}

#[test]
fn english_findings_are_ascii_for_the_json_of_check() {
    let text = fs::read_to_string(root().join("src/text/en/plan.ftl")).unwrap();
    assert!(text.is_ascii());
    assert!(Catalog::new(Lang::En).has("err-p-schema-form"));
}

#[test]
fn the_book_of_plans_explains_every_key() {
    let book = fs::read_to_string(root().join("docs/plan.md")).unwrap();
    let schema = fs::read_to_string(root().join("src/plan/schema.rs")).unwrap();
    let fields = schema.lines().filter_map(|line| line.strip_prefix("    pub ")?.split(':').next());
    let mut checked = 0;
    for field in fields {
        let written = [
            "`{}`",
            "`[{}]`",
            "`[[{}]]`",
            "`[[split.{}]]`",
            "`[[batch.{}]]`",
            "`[safe.{}]`",
            "`[[range.{}]]`",
        ]
        .map(|form| form.replace("{}", field));
        assert!(written.iter().any(|form| book.contains(form)), "{field}");
        checked += 1;
    }
    assert!(checked > 40, "the scan found the schema's fields");
}
