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
    let tokens = unknown("owner-b", "an external, which a token is");
    for (calls, said) in [
        (pay("nobody"), unknown("nobody", "a role, external, Safe or split")),
        (pay("owner-a").replace("gas", "bond") + &pay("owner-b"), unknown("bond", "an amount")),
        (
            "[[batch.call]]\ndistribute = \"rewards\"\ntoken = \"owner-b\"\n".to_owned() + &pay("owner-a"),
            tokens,
        ),
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

/// The base with a batch of these calls and an amount of so many decimals.
fn batch_of(decimals: &str, calls: &str) -> String {
    batch(calls).replace("value = \"0.05\"\n", &format!("value = \"0.05\"\ndecimals = {decimals}\n"))
}

/// A second token.
const COIN: &str = "[[external]]\nname = \"coin\"\nlabel = \"Coin\"\n\
    address = \"0x1111111111111111111111111111111111111111\"\n";

fn pay_token(to: &str, token: &str) -> String {
    pay(to) + &format!("token = \"{token}\"\n")
}

#[test]
fn ether_has_eighteen_decimals() {
    finds(
        &[("[manifest]", &batch_of("6", &pay("owner-a")))],
        [
            "P-BATCH",
            "6",
            "The amount gas pays ether, which has 18 decimals, and says 6.",
            "Delete decimals; or write the token, if it is one that is paid.",
        ],
    );
    assert_eq!(
        errors(&edited(&[("[manifest]", &batch_of("18", &pay("owner-a")))])),
        Vec::<[String; 4]>::new()
    );
}

#[test]
fn an_amount_of_a_token_says_its_decimals() {
    let calls = pay_token("owner-a", "shop");
    finds(
        &[("[manifest]", &batch(&calls))],
        [
            "P-BATCH",
            r#""gas""#,
            "The amount gas is of the token shop, and does not say how many decimals that has.",
            "Write decimals = .., as the token's contract answers decimals().",
        ],
    );
    let plan = read(edited(&[("[manifest]", &batch_of("6", &calls))]).as_bytes(), "plan.toml");
    assert_eq!(plan.into_plan().unwrap().amount("gas").unwrap().value.to_string(), "50000");
}

#[test]
fn an_amount_is_of_one_thing() {
    let remedy = "Write an amount for each.";
    let said = "The amount gas is paid both in ether and in the token shop.";
    for calls in [
        pay("owner-a") + &pay_token("owner-b", "shop"),
        pay_token("owner-a", "shop") + &pay_token("owner-b", "shop") + &pay("owner-b"),
    ] {
        finds(&[("[manifest]", &batch_of("18", &calls))], ["P-BATCH", r#""gas""#, said, remedy]);
    }
    let calls = COIN.to_owned() + &batch(&(pay_token("owner-a", "shop") + &pay_token("owner-a", "coin")));
    let said = "The amount gas is paid in two tokens, shop and coin.";
    finds(&[("[manifest]", &calls)], ["P-BATCH", r#""gas""#, said, remedy]);
}

#[test]
fn a_payment_to_what_gives_nothing_back() {
    // SafeProxyFactory 1.4.1.
    let factory = COIN.replace(&"1".repeat(40), "4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67");
    finds(
        &[("[manifest]", &(factory + &batch(&pay("coin"))))],
        [
            "P-BATCH",
            r#""coin""#,
            "The batch pay pays coin, which is SafeProxyFactory 1.4.1: that gives nothing back.",
            "Name the address that is meant.",
        ],
    );
    finds(
        &[("[manifest]", &batch_of("6", &pay_token("shop", "shop")))],
        [
            "P-BATCH",
            r#""shop""#,
            "The batch pay pays the token shop to its own contract, which gives nothing back.",
            "Name the address that is meant.",
        ],
    );
}

#[test]
fn a_batch_that_no_device_shows() {
    // multiSend(bytes): selector, offset and length, then 85 bytes for each payment of ether, filled up to whole words.
    let size = |calls: usize| 68 + (85 * calls).next_multiple_of(32);
    let most = (1..).find(|&calls| size(calls + 1) > 7000).unwrap();
    let all = |calls: usize| batch(&pay("owner-a").repeat(calls));
    assert_eq!(errors(&edited(&[("[manifest]", &all(most))])), Vec::<[String; 4]>::new());
    finds(
        &[("[manifest]", &all(most + 1))],
        [
            "P-BATCH",
            r#""pay""#,
            &format!(
                "The batch pay would be {} bytes of calldata; a Trezor shows at most 7000.",
                size(most + 1)
            ),
            "Make several batches of it; leave out a distribution that is too large alone: anyone may distribute a split.",
        ],
    );
}

#[test]
fn a_distribution_weighs_what_its_recipients_do() {
    // distribute((address[],uint256[],uint256,uint16),address,address) alone: a word for each recipient, another for
    // its share, and nine more: three of the call, four of the split, the lengths of its lists.
    let recipients = |count: usize| {
        let one = |at: usize| {
            let external =
                format!("[[external]]\nname = \"e{at}\"\nlabel = \"E {at}\"\naddress = \"0x{at:040}\"\n");
            (external, format!("[[split.recipient]]\nto = \"e{at}\"\nshare = 1\n"))
        };
        let (externals, shares): (String, String) = (100..100 + count).map(one).unzip();
        let batch = "[[batch]]\nname = \"pay\"\nlabel = \"Pay\"\nsafe = \"treasury\"\n\
            [[batch.call]]\ndistribute = \"rewards\"\n";
        let more = format!("{shares}{externals}{batch}[manifest]");
        errors(&edited(&[("[manifest]", &more)]))
    };
    // Two of the base besides.
    let size = |count: usize| 4 + 32 * (2 * (count + 2) + 9);
    let most = (1..).find(|&count| size(count + 1) > 7000).unwrap();
    assert_eq!(recipients(most), Vec::<[String; 4]>::new());
    let said =
        format!("The batch pay would be {} bytes of calldata; a Trezor shows at most 7000.", size(most + 1));
    assert_eq!(recipients(most + 1).iter().map(|it| &it[2]).collect::<Vec<_>>(), [&said]);
}
