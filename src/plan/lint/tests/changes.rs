//! P-CHANGE, and the other lints about what a contract becomes.

use super::{edited, errors, finds, includes};
use crate::plan::read;

/// The base with more behind the Safe, which stands on one chain, and behind the split.
fn with(safe: &str, split: &str) -> [(String, String); 2] {
    [
        ("chains = [1, 10]\n".to_owned(), format!("chains = [1]\n{safe}\n")),
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

#[test]
fn a_change_is_made_on_one_chain() {
    let safe = "chains = [1, 10]\n[safe.next]\nowners = [\"owner-b\", \"shop\"]\nthreshold = 2\n";
    let expected = |contract: &str| {
        let cause = format!(
            "{contract} stands on 2 chains; a change is made on one of them, and the manifest would say it of all."
        );
        let remedy = "Plan a contract for each chain; or change it everywhere first, and then write what it has become as now.";
        ["P-CHANGE".to_owned(), "[1, 10]".to_owned(), cause, remedy.to_owned()]
    };
    assert_eq!(errors(&edited(&[("chains = [1, 10]\n", safe)])), [expected("treasury")]);
    // What was done everywhere already is said as now.
    let now = safe.replace("next", "now");
    assert_eq!(errors(&edited(&[("chains = [1, 10]\n", &now)])), Vec::<[String; 4]>::new());
    let edits = with("", SPLIT_NEXT);
    let mut edits = refs(&edits).to_vec();
    edits.extend([("chains = [1]\n\n[[split.recipient]]", "chains = [1, 10]\n\n[[split.recipient]]")]);
    assert_eq!(errors(&edited(&edits)), [expected("rewards")]);
}

#[test]
fn a_split_that_was_created_with_no_owner_has_not_become_another() {
    let now = SPLIT_NEXT.replace("next", "now");
    let edits = with("", &now);
    let mut edits = refs(&edits).to_vec();
    edits.push((r#"owner = "treasury""#, r#"owner = "none""#));
    finds(
        &edits,
        [
            "P-CHANGE",
            r#""none""#,
            "The split rewards was created with no owner, so it cannot have become another.",
            "Delete its section now; if it stands otherwise, correct what it was created with.",
        ],
    );
    // The same as it was created is no other, though needless.
    let same = now.replace("\"owner-b\"", "\"owner-a\"").replacen("share = 1", "share = 2", 1);
    let same = format!("{same}\n[manifest]");
    edits[1].1 = &same;
    assert_eq!(errors(&edited(&edits)), Vec::<[String; 4]>::new());
}

#[test]
fn a_safe_that_would_sign_for_itself() {
    let remedy = "Name owners that do not lead back to the Safe.";
    let circle = |circle: &str| {
        format!("Owners of treasury lead back to it, so it would have to sign before it can sign: {circle}.")
    };
    for section in ["now", "next"] {
        let state = format!("[safe.{section}]\nowners = [\"owner-a\", \"treasury\"]\nthreshold = 1\n");
        let edits = with(&state, "");
        finds(&refs(&edits), ["P-CHANGE", r#""treasury""#, &circle("treasury -> treasury"), remedy]);
    }
}

/// Another Safe, with these owners.
fn desk(owners: &str, more: &str) -> String {
    format!(
        "[[safe]]\nname = \"desk\"\nlabel = \"Desk\"\nowners = [{owners}]\nthreshold = 2\nversion = \"1.4.1\"\n\
         preset = \"ui\"\nsalt_nonce = \"1\"\nchains = [1]\n{more}"
    )
}

#[test]
fn safes_that_would_sign_for_each_other() {
    let next = "[safe.next]\nowners = [\"owner-a\", \"desk\"]\nthreshold = 2\n";
    let said = "Owners of treasury lead back to it, so it would have to sign before it can sign: \
                treasury -> desk -> treasury.";
    let remedy = "Name owners that do not lead back to the Safe.";
    // The other Safe was created with this one as its owner.
    let edits = with(&format!("{next}{}", desk("\"treasury\", \"shop\"", "")), "");
    finds(&refs(&edits), ["P-CHANGE", r#""desk""#, said, remedy]);
    // It was, but is not any more.
    let since = "[safe.now]\nowners = [\"owner-b\", \"shop\"]\nthreshold = 2\n";
    let edits = with(&format!("{next}{}", desk("\"treasury\", \"shop\"", since)), "");
    assert_eq!(errors(&edited(&refs(&edits))), Vec::<[String; 4]>::new());
    // It becomes so by the same ceremony: both changes are at fault.
    let meanwhile = "[safe.next]\nowners = [\"treasury\", \"shop\"]\nthreshold = 2\n";
    let edits = with(&format!("{next}{}", desk("\"owner-b\", \"shop\"", meanwhile)), "");
    let found = errors(&edited(&refs(&edits)));
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_eq!(found[0], ["P-CHANGE", r#""desk""#, said, remedy].map(str::to_owned));
    assert!(found[1][2].ends_with("desk -> treasury -> desk."), "{found:#?}");
}

#[test]
fn a_split_that_would_pay_or_own_itself() {
    for section in ["now", "next"] {
        let state = SPLIT_NEXT.replace("next", section);
        let edits = with("", &state.replace("to = \"shop\"", "to = \"rewards\""));
        finds(
            &refs(&edits),
            ["P-CHANGE", r#""rewards""#, "The split rewards would pay itself.", "Name other recipients."],
        );
        let edits = with("", &state.replace("owner = \"none\"", "owner = \"rewards\""));
        finds(
            &refs(&edits),
            [
                "P-REF",
                r#""rewards""#,
                "The split rewards is owned by a split, which cannot decide anything.",
                "Name a Safe, a role or an external as owner, or \"none\".",
            ],
        );
    }
}

#[test]
fn what_is_wrong_before_and_after_is_said_once() {
    let states =
        format!("{}{}", SPLIT_NEXT.replace("next", "now"), SPLIT_NEXT.replace("share = 1", "share = 3"));
    let edits = with("", &states);
    let mut edits = refs(&edits).to_vec();
    edits.push((r#"kind = "push""#, r#"kind = "pull""#));
    edits.push((r#"version = "2.2""#, r#"version = "1""#));
    let found = errors(&edited(&edits));
    for (at, one) in found.iter().enumerate() {
        assert!(!found[..at].contains(one), "{one:?}");
    }
    assert!(!found.is_empty());
}
