//! Every lint with its exact message, one small change of a sound plan at a time.

mod accepted;
mod addresses;
mod batches;
mod catalog;
mod changes;
mod choices;
mod contracts;
mod form;
mod history;
mod lookalike;
mod names;
mod warnings;
mod witness;
mod xpub;

use crate::plan::{Checked, Finding, read};
use crate::text::{Catalog, Lang};

/// A plan without an error, whose warnings a test below lists.
pub const BASE: &str = include_str!("base.toml");

/// The base with the first `from` replaced, and so on.
pub fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(BASE.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "the base has no {from:?}");
        text.replacen(from, to, 1)
    })
}

/// A finding as its lint, the text it points at, its cause and its remedy in English.
pub fn said(checked: &Checked, finding: &Finding) -> [String; 4] {
    let catalog = Catalog::new(Lang::En);
    let place = checked.source.text().get(finding.span.clone()).unwrap_or_default();
    let (cause, remedy) = (catalog.say(&finding.cause()), catalog.say(&finding.remedy()));
    [finding.lint.to_owned(), place.to_owned(), cause, remedy]
}

/// Every error of a plan.
pub fn errors(text: &str) -> Vec<[String; 4]> {
    let checked = read(text.as_bytes(), "plan.toml");
    assert_eq!(checked.plan.is_none(), !checked.errors.is_empty());
    checked.errors.iter().map(|finding| said(&checked, finding)).collect()
}

/// The one error that these changes make, as lint, place, cause and remedy.
pub fn finds(edits: &[(&str, &str)], expected: [&str; 4]) {
    assert_eq!(errors(&edited(edits)), [expected.map(str::to_owned)]);
}

/// An error among others that these changes make: one slip may break several rules.
pub fn includes(edits: &[(&str, &str)], expected: [&str; 4]) {
    let found = errors(&edited(edits));
    assert!(found.contains(&expected.map(str::to_owned)), "{found:#?}");
}

#[test]
fn the_base_has_no_error_and_four_warnings() {
    let checked = read(BASE.as_bytes(), "plan.toml");
    assert_eq!(checked.errors, []);
    let lints: Vec<_> = checked.warnings.iter().map(|finding| finding.lint).collect();
    assert_eq!(lints, ["P-DISPLAY-NAME", "P-REACH", "P-WALLET-NAME", "P-PROTOCOL"]);
    assert_eq!(checked.plan.unwrap().warnings(), checked.warnings);
}
