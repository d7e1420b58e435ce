//! P-BATCH.

use super::{edited, errors, finds, includes};
use crate::plan::{CallPlan, read};

const AMOUNT: &str = "[[amount]]\nname = \"gas\"\nvalue = \"0.05\"\n";

/// The base with a batch of these calls.
fn batch(calls: &str) -> String {
    format!("{AMOUNT}[[batch]]\nname = \"pay\"\nlabel = \"Pay\"\nsafe = \"treasury\"\n{calls}[manifest]")
}

fn pay(to: &str) -> String {
    format!("[[batch.call]]\npay = \"{to}\"\namount = \"gas\"\n")
}

#[test]
fn payments_and_distributions_are_read() {
    let calls = pay("owner-a") + "[[batch.call]]\ndistribute = \"rewards\"\ntoken = \"shop\"\n";
    let plan = read(edited(&[("[manifest]", &batch(&calls))]).as_bytes(), "plan.toml").into_plan().unwrap();
    assert_eq!(plan.amount("gas").unwrap().value.to_string(), "50000000000000000");
    assert_eq!(
        plan.batches[0].calls,
        [
            CallPlan::Pay { to: "owner-a".to_owned(), amount: "gas".to_owned(), token: None },
            CallPlan::Distribute { split: "rewards".to_owned(), token: Some("shop".to_owned()) },
        ]
    );
}

#[test]
fn a_batch_of_nothing() {
    includes(
        &[("[manifest]", &batch(""))],
        [
            "P-BATCH",
            r#""pay""#,
            "The batch pay has 0 calls; it needs 1 to 100.",
            "Add a call, or make several batches of it.",
        ],
    );
}

#[test]
fn a_payment_to_itself() {
    finds(
        &[("[manifest]", &batch(&pay("treasury")))],
        [
            "P-BATCH",
            r#""treasury""#,
            "The batch pay pays treasury, the Safe that sends it.",
            "Name another recipient.",
        ],
    );
}

#[test]
fn a_payment_to_nobody() {
    finds(
        &[("[manifest]", &batch(&pay("node")))],
        [
            "P-BATCH",
            r#""node""#,
            "The batch pay is about node, whose address is not there yet or is zero.",
            "Fill in the external's address.",
        ],
    );
}

#[test]
fn a_distribution_of_version_1() {
    let calls = pay("owner-a") + "[[batch.call]]\ndistribute = \"rewards\"\n";
    includes(
        &[("[manifest]", &batch(&calls)), (r#"version = "2.2""#, r#"version = "1""#)],
        [
            "P-BATCH",
            r#""rewards""#,
            "The batch pay distributes rewards, a split of version 1.",
            "Leave the call out: anyone may distribute such a split through SplitMain.",
        ],
    );
}

#[test]
fn a_call_is_one_thing() {
    for call in [
        "[[batch.call]]\npay = \"owner-a\"\n",
        "[[batch.call]]\ntoken = \"shop\"\n",
        "[[batch.call]]\npay = \"owner-a\"\namount = \"gas\"\ndistribute = \"rewards\"\n",
    ] {
        let found = errors(&edited(&[("[manifest]", &batch(call))]));
        assert_eq!(
            (found[0][0].as_str(), found[0][2].as_str()),
            ("P-SCHEMA", "A call of the batch pay is neither a payment nor a distribution."),
            "{call}"
        );
    }
}

#[test]
fn names_in_a_batch_mean_something() {
    let unknown = |text: &str, what: &str| format!("\"{text}\" is not the name of {what} of this plan.");
    for (calls, said) in [
        (pay("nobody"), unknown("nobody", "a role, external, Safe or split")),
        (pay("owner-a").replace("gas", "bond") + &pay("owner-b"), unknown("bond", "an amount")),
        (pay("owner-a") + "token = \"owner-b\"\n", unknown("owner-b", "an external, which a token is")),
        (pay("owner-a") + "[[batch.call]]\ndistribute = \"treasury\"\n", unknown("treasury", "a split")),
    ] {
        let found = errors(&edited(&[("[manifest]", &batch(&calls))]));
        assert_eq!(
            found.iter().map(|it| (it[0].as_str(), it[2].clone())).collect::<Vec<_>>(),
            [("P-REF", said)]
        );
    }
    let other = batch(&pay("owner-a")).replace("safe = \"treasury\"", "safe = \"rewards\"");
    assert_eq!(errors(&edited(&[("[manifest]", &other)]))[0][2], unknown("rewards", "a Safe"));
}

#[test]
fn an_amount_that_nobody_pays() {
    finds(
        &[("[manifest]", &format!("{AMOUNT}[manifest]"))],
        ["P-REF", r#""gas""#, "The amount gas is in no batch.", "Use it, or delete it."],
    );
}

#[test]
fn a_batch_has_a_name_of_its_own() {
    let calls = batch(&pay("owner-a")).replace("name = \"pay\"", "name = \"shop\"");
    assert_eq!(errors(&edited(&[("[manifest]", &calls)]))[0][0], "P-REF");
}
