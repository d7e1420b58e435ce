//! Warnings, and what a plan may accept.

use super::{edited, errors, said};
use crate::plan::{Checked, read};

const ON_HOODI: [(&str, &str); 4] = [
    ("chain_id = 1", "chain_id = 560048"),
    ("chains = [1, 10]", "chains = [560048]"),
    ("chains = [1]", "chains = [560048]"),
    (r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "ssv-1-1"]"#),
];

fn accepting(lint: &str) -> String {
    format!("[[accept]]\nlint = \"{lint}\"\nreason = \"one person plays all\"\n\n[manifest]")
}

fn checked(edits: &[(&str, &str)]) -> Checked {
    read(edited(edits).as_bytes(), "plan.toml")
}

#[test]
fn a_shared_seed_is_a_warning_on_a_testnet() {
    let checked = checked(&ON_HOODI);
    assert_eq!(checked.errors, []);
    let mut warnings = checked.warnings.iter();
    let warning = warnings.find(|finding| finding.lint == "P-SHARED-SEED").unwrap();
    assert_eq!(
        said(&checked, warning),
        [
            "P-SHARED-SEED",
            r#"["owner-a", "owner-b", "ssv-1-1"]"#,
            "The Safe treasury needs 2 signatures, but seed-a alone can give them: owner-a, ssv-1-1.",
            "Let owners lie on the seeds of different people, so that no single seed meets the threshold.",
        ]
    );
    assert!(checked.plan.is_some(), "a warning does not keep a plan from being run");
}

#[test]
fn a_warning_is_accepted_by_name_with_its_reason() {
    let accept = accepting("P-SHARED-SEED");
    let checked = checked(&[&ON_HOODI[..], &[("[manifest]", &accept)]].concat());
    assert_eq!(checked.errors, []);
    assert!(checked.warnings.iter().all(|finding| finding.lint != "P-SHARED-SEED"));
    assert_eq!(checked.plan.unwrap().accepted_warnings(), checked.accepted);
    let [(finding, reason)] = &checked.accepted[..] else { panic!("{:?}", checked.accepted) };
    assert_eq!((finding.lint, reason.as_str()), ("P-SHARED-SEED", "one person plays all"));
}

#[test]
fn an_error_is_never_accepted() {
    let accept = accepting("P-SHARED-SEED");
    let found = errors(&edited(&[ON_HOODI[3], ("[manifest]", &accept)]));
    let lints: Vec<_> = found.iter().map(|[lint, ..]| lint.as_str()).collect();
    assert_eq!(lints, ["P-SHARED-SEED", "P-REF"]);
    assert_eq!(found[1][2], "P-SHARED-SEED is an error in this plan, and an error cannot be accepted.");
    assert_eq!(found[1][3], "Correct what P-SHARED-SEED names.");
}

#[test]
fn what_was_not_found_cannot_be_accepted() {
    super::finds(
        &[("[manifest]", &accepting("P-SHARED-SEED"))],
        [
            "P-REF",
            r#""P-SHARED-SEED""#,
            "P-SHARED-SEED is accepted, but was not found.",
            "Delete this [[accept]].",
        ],
    );
}

#[test]
fn what_is_no_lint_cannot_be_accepted() {
    super::finds(
        &[("[manifest]", &accepting("P-NONSENSE"))],
        ["P-REF", r#""P-NONSENSE""#, "P-NONSENSE is no lint.", "Correct the id; docs/lints.md lists them."],
    );
}

#[test]
fn an_acceptance_needs_a_reason() {
    super::finds(
        &[("[manifest]", &accepting("P-SHARED-SEED").replace("one person plays all", " "))],
        ["P-SCHEMA", r#"" ""#, r#"reason is " ", but must be a reason."#, "Correct reason."],
    );
}

#[test]
fn an_external_whose_key_everybody_has_is_a_warning_on_a_testnet() {
    let anvil = ("0x00000000219ab540356cBB839Cbe05303d7705Fa", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    let checked = checked(&[&ON_HOODI[..3], &[anvil]].concat());
    assert_eq!(checked.errors, []);
    assert!(checked.warnings.iter().any(|finding| finding.lint == "P-TEST-ADDRESS"));
}
