//! P-CHANGE, and the other lints about what a contract becomes.

use super::{edited, errors, finds, includes};
use crate::plan::read;

/// The base with more behind the Safe, and behind the split.
fn with(safe: &str, split: &str) -> [(String, String); 2] {
    [
        ("chains = [1, 10]\n".to_owned(), format!("chains = [1, 10]\n{safe}\n")),
        ("[manifest]".to_owned(), format!("{split}\n[manifest]")),
    ]
}

fn refs(edits: &[(String, String); 2]) -> [(&str, &str); 2] {
    edits.each_ref().map(|(from, to)| (from.as_str(), to.as_str()))
}

const SPLIT_NEXT: &str = "[split.next]\nowner = \"none\"\nincentive = 0\n[[split.next.recipient]]\nto = \"shop\"\nshare = 1\n\
    [[split.next.recipient]]\nto = \"owner-b\"\nshare = 1\n";

#[test]
fn an_owner_may_leave_and_a_split_may_be_given_up() {
    let edits = with("[safe.next]\nowners = [\"owner-b\", \"shop\"]\nthreshold = 2\n", SPLIT_NEXT);
    assert_eq!(errors(&edited(&refs(&edits))), Vec::<[String; 4]>::new());
    let plan = read(edited(&refs(&edits)).as_bytes(), "plan.toml").into_plan().unwrap();
    let safe = &plan.safes[0];
    assert_eq!((safe.before().owners, safe.after().owners[1].as_str()), (safe.owners.clone(), "shop"));
    let split = &plan.splits[0];
    assert_eq!((split.before().owner.as_deref(), split.after().owner), (Some("treasury"), None));
}

#[test]
fn a_change_that_changes_nothing_whatever_the_order() {
    let edits = with("[safe.next]\nowners = [\"owner-b\", \"owner-a\"]\nthreshold = 2\n", "");
    finds(
        &refs(&edits),
        [
            "P-CHANGE",
            r#"["owner-b", "owner-a"]"#,
            "What shall be of treasury is what it is now.",
            "Change it, or delete the section next.",
        ],
    );
}

#[test]
fn back_to_what_it_was_created_with_is_a_change() {
    let state = |name: &str, owners: &str| format!("[safe.{name}]\nowners = [{owners}]\nthreshold = 1\n");
    let edits = with(&(state("now", "\"owner-a\"") + &state("next", "\"owner-a\", \"owner-b\"")), "");
    assert_eq!(errors(&edited(&refs(&edits))), Vec::<[String; 4]>::new());
}

#[test]
fn a_split_of_nobody_stays_as_it_is() {
    let edits = with("", SPLIT_NEXT);
    let mut edits = refs(&edits).to_vec();
    edits.push((r#"owner = "treasury""#, r#"owner = "none""#));
    finds(
        &edits,
        [
            "P-CHANGE",
            r#""none""#,
            "Nobody owns the split rewards, so nobody can change it.",
            "Plan a new split, and have what paid the old one pay that.",
        ],
    );
}

#[test]
fn a_version_1_split_cannot_be_changed_here() {
    let edits = with("", SPLIT_NEXT);
    let mut edits = refs(&edits).to_vec();
    edits.push((r#"version = "2.2""#, r#"version = "1""#));
    includes(
        &edits,
        [
            "P-CHANGE",
            r#""none""#,
            "The split rewards is of version 1, which is planned here as immutable only.",
            "Delete its sections now and next; plan a new split instead.",
        ],
    );
}

#[test]
fn what_shall_be_is_held_to_the_rules_of_what_is_made() {
    let edits = with("[safe.next]\nowners = [\"owner-a\", \"owner-a\"]\nthreshold = 3\n", "");
    let found = errors(&edited(&refs(&edits)));
    let lints: Vec<_> = found.iter().map(|finding| finding[0].as_str()).collect();
    assert_eq!(lints, ["P-OWNERS", "P-THRESHOLD"]);
    let edits = with("[safe.now]\nowners = [\"nobody\"]\nthreshold = 1\n", "");
    assert_eq!(errors(&edited(&refs(&edits)))[0][0], "P-REF");
    let edits = with("[safe.next]\nowners = [\"node\", \"owner-a\"]\nthreshold = 2\n", "");
    assert_eq!(
        errors(&edited(&refs(&edits)))[0][2],
        "The address of treasury cannot be predicted: it depends on node, which is still \"TBD\"."
    );
}

#[test]
fn one_key_alone_after_the_change_is_warned_of() {
    let edits = with("[safe.next]\nowners = [\"owner-a\", \"owner-b\"]\nthreshold = 1\n", "");
    let checked = read(edited(&refs(&edits)).as_bytes(), "plan.toml");
    assert!(checked.warnings.iter().any(|finding| finding.lint == "P-ONE-OF-N"));
}
