//! P-CARRIED, P-RETIRED, P-SUCCESSION: what a plan takes over from earlier ceremonies.

use std::sync::Arc;

use super::{edited, errors, finds, includes};
use crate::keys::Digest;
use crate::plan::{Plan, read};

const ADDRESS: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";
const OTHER: &str = "0xFA01a39f8Abaeb660c3137f14A310d0b414b2A15";
const THIRD: &str = "0x71C7656EC7ab88b098defB751B7401B5f6d8976F";
const IDENTITY: &str = "0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
const SEQUENCE: (&str, &str) = ("sequence = 1", "sequence = 3");

fn previous() -> String {
    format!("previous = \"{}\"", Digest::of("manifest 2"))
}

/// The base as third ceremony, which carries anna's owner and her first SSV addresses from the ceremony `confirmed`.
fn third(confirmed: u64, more: &[(&str, &str)]) -> String {
    let owner = format!("path = \"0'/0/0\"\naddress = \"{ADDRESS}\"\nconfirmed = {confirmed}");
    let wallet = format!("signer = \"owner-a\"\nidentity = \"{IDENTITY}\"");
    let range = format!(
        "account_name = \"SSV_Cluster{{cluster}}\"\n[[range.carried]]\nconfirmed = 1\naddresses = [\"{OTHER}\"]\n\
         [[range.carried]]\nconfirmed = 2\naddresses = [\"{THIRD}\"]\n"
    );
    let previous = previous();
    let edits = [
        SEQUENCE,
        ("previous = \"none\"", &previous),
        ("signer = \"owner-a\"", &wallet),
        ("path = \"0'/0/0\"", &owner),
        ("account_name = \"SSV_Cluster{cluster}\"\n", &range),
    ];
    edited(&[&edits, more].concat())
}

fn plan(text: &str) -> Plan {
    let checked = read(text.as_bytes(), "plan.toml");
    assert_eq!(checked.errors, []);
    (*checked.plan.unwrap()).clone()
}

fn names<'a>(roles: impl IntoIterator<Item = &'a crate::plan::Role>) -> Vec<&'a str> {
    roles.into_iter().map(|role| role.name.as_str()).collect()
}

#[test]
fn a_wallet_with_a_new_role_shows_its_first_and_its_signer_again() {
    let plan = plan(&third(2, &[]));
    let anna = &plan.wallets[0];
    assert!(plan.is_touched(&anna.id));
    assert_eq!(
        names(plan.shown_of(anna).into_iter().map(Arc::as_ref)),
        ["owner-a", "ssv-1-3", "ssv-2-1", "ssv-2-2", "ssv-2-3"]
    );
    let carried: Vec<_> = plan.carried().into_iter().map(|(role, from)| (role.name.as_str(), from)).collect();
    assert_eq!(carried, [("ssv-1-1", 1), ("ssv-1-2", 2)]);
    assert_eq!(plan.members(), ["anna", "ben"]);
}

#[test]
fn a_wallet_without_a_new_role_is_not_opened() {
    let all = format!("addresses = [\"{THIRD}\"]\n");
    let text =
        third(2, &[(&all, &all), ("clusters = 2", "clusters = 1"), ("operators = 3", "operators = 2")]);
    let plan = plan(&text);
    assert!(!plan.is_touched(&plan.wallets[0].id));
    assert_eq!(names(plan.shown_of(&plan.wallets[0]).into_iter().map(Arc::as_ref)), Vec::<&str>::new());
    assert_eq!(names(plan.carried().into_iter().map(|(role, _)| role)), ["owner-a", "ssv-1-1", "ssv-1-2"]);
    assert_eq!(plan.members(), ["ben"]);
}

#[test]
fn only_an_earlier_ceremony_can_have_confirmed_it() {
    for confirmed in [0, 3, 4] {
        let expected = [
            "P-CARRIED".to_owned(),
            "\"owner-a\"".to_owned(),
            format!("owner-a is said to be confirmed by ceremony {confirmed}, and this is ceremony 3."),
            "Write the sequence of the earlier ceremony that confirmed it, or delete confirmed to have it shown now."
                .to_owned(),
        ];
        assert_eq!(errors(&third(confirmed, &[])), [expected]);
    }
}

#[test]
fn what_is_carried_says_its_address_its_wallet_and_the_wallet_s_first_address() {
    let address = format!("address = \"{ADDRESS}\"\n");
    let without = |text: &str| third(2, &[(text, "")]);
    let expected = |cause: &str, remedy: &str| {
        let expected = ["P-CARRIED", "\"owner-a\"", cause, remedy];
        vec![expected.map(str::to_owned)]
    };
    assert_eq!(
        errors(&without(&address)),
        expected(
            "owner-a is said to be confirmed by an earlier ceremony, but its address is not here.",
            "Write the address that the last manifest has for it, or delete confirmed to have it shown now."
        )
    );
    assert_eq!(
        errors(&without(&format!("identity = \"{IDENTITY}\"\n"))),
        expected(
            "owner-a was confirmed earlier, but its wallet anna/Vault is not known by its identity.",
            "Write the identity that the wallet has in its last part."
        )
    );
    let first = errors(&third(2, &[("confirmed = 2", "")]));
    assert_eq!(
        first[0][2..],
        [
            "Of the wallet anna/Vault ssv-1-1 was confirmed earlier, but its first role was not; that one tells the \
             wallet when it is opened, and its paper has it.",
            "Put the role that was the wallet's first in earlier plans before all others of it."
        ]
        .map(str::to_owned)
    );
}

#[test]
fn a_range_carries_at_most_what_it_has() {
    let more = format!("addresses = [\"{OTHER}\"]");
    let all = vec![format!("\"{OTHER}\""); 6].join(", ");
    let found = errors(&third(2, &[(&more, &format!("addresses = [{all}]"))]));
    let cause = format!("addresses is \"{THIRD}\", but must be at most as many addresses as the range has.");
    assert_eq!(found[0][2], cause);
    let found = errors(&third(2, &[(&more, "addresses = []")]));
    assert_eq!(found[0][..2], ["P-SCHEMA".to_owned(), "[]".to_owned()]);
}

fn retired(label: &str, address: &str, sequence: u64) -> String {
    format!(
        "[[retired]]\nname = \"old\"\nlabel = \"{label}\"\naddress = \"{address}\"\nsequence = {sequence}\n\
         reason = \"the device was lost\"\n\n[manifest]"
    )
}

#[test]
fn a_retired_address_is_nothing_else() {
    let sound =
        third(2, &[("[manifest]", &retired("Owner Z", "0x51917f958d2eE523a2206206994597c13d831Dc7", 3))]);
    assert_eq!(plan(&sound).retired[0].reason, "the device was lost");
    let found = errors(&third(2, &[("[manifest]", &retired("Owner Z", OTHER, 2))]));
    let cause = format!("old is retired, but its address {OTHER} stands here as ssv-1-1, too.");
    assert_eq!(
        found,
        [["P-RETIRED", &format!("\"{OTHER}\""), &cause, "Delete one of the two."].map(str::to_owned)]
    );
    let twice = retired("Y", "0x51917f958d2eE523a2206206994597c13d831Dc7", 2);
    let twice = twice.replace("[manifest]", &retired("Z", "0x51917f958d2eE523a2206206994597c13d831Dc7", 2));
    assert_eq!(errors(&third(2, &[("[manifest]", &twice)])).len(), 1);
}

#[test]
fn a_retired_label_is_given_to_nothing_else() {
    let address = "0x51917f958d2eE523a2206206994597c13d831Dc7";
    let found = errors(&third(2, &[("[manifest]", &retired("OWNER b", address, 2))]));
    assert_eq!(
        found,
        [[
            "P-RETIRED",
            "\"OWNER b\"",
            "The label \"OWNER b\" of old, which is retired, stands here a second time.",
            "Give what is new a label of its own; nobody is to take the one for the other.",
        ]
        .map(str::to_owned)]
    );
    let found = errors(&third(2, &[("[manifest]", &retired(" ", address, 2))]));
    assert_eq!(
        found[0][2..],
        [
            "The label \" \" of old cannot be used everywhere.",
            "Write the label that it had: 1 to 48 printable ASCII characters without outer spaces."
        ]
    );
}

#[test]
fn no_ceremony_but_a_later_one_retires() {
    let address = "0x51917f958d2eE523a2206206994597c13d831Dc7";
    for sequence in [0, 1, 4] {
        let found = errors(&third(2, &[("[manifest]", &retired("Z", address, sequence))]));
        let cause = format!("old is said to be retired by ceremony {sequence}, and this is ceremony 3.");
        let remedy =
            "Write the sequence of the ceremony that retired it: 2 at the least, and this one at the most.";
        assert_eq!(found[0][2..], [cause, remedy.to_owned()]);
    }
}

#[test]
fn the_next_manifest_needs_a_number_of_these_signers() {
    for number in ["0", "3"] {
        finds(
            &[("succession = 1", &format!("succession = {number}"))],
            [
                "P-SUCCESSION",
                number,
                &format!("The next manifest would need {number} of 2 signers."),
                "Write a number from 1 to 2.",
            ],
        );
    }
    let warned = |edits: &[(&str, &str)]| {
        let checked = read(edited(edits).as_bytes(), "plan.toml");
        let found = checked.warnings.iter().filter(|finding| finding.lint == "P-SUCCESSION");
        found.map(|finding| super::said(&checked, finding)[2].clone()).collect::<Vec<_>>()
    };
    assert_eq!(warned(&[]), Vec::<String>::new());
    let all = "The next manifest needs all 2 signers of this one: one key that is lost ends the chain.";
    assert_eq!(warned(&[("succession = 1\n", "")]), [all]);
    assert_eq!(warned(&[("succession = 1", "succession = 2")]), [all]);
    let three = ("signers = [\"owner-a\", \"owner-b\"", "signers = [\"owner-a\", \"owner-b\", \"ssv-1-1\"");
    assert_eq!(warned(&[three]), ["1 of 3 signers could make the next manifest without the others."]);
    assert_eq!(warned(&[three, ("succession = 1", "succession = 2")]), Vec::<String>::new());
}

#[test]
fn a_new_owner_signs_the_manifest_that_says_so() {
    let next = "chains = [1]\n[safe.next]\nowners = [\"owner-a\", \"ssv-1-1\"]\nthreshold = 2\n";
    includes(
        &[("chains = [1, 10]\n", next)],
        [
            "P-CHANGE",
            "\"ssv-1-1\"",
            "ssv-1-1 shall own treasury after this ceremony and does not sign its manifest.",
            "Name ssv-1-1 among the signers of the manifest: whoever cannot sign now could not sign as an owner.",
        ],
    );
    let threshold = "chains = [1]\n[safe.next]\nowners = [\"owner-a\", \"owner-b\"]\nthreshold = 1\n";
    let signers = ("signers = [\"owner-a\", \"owner-b\"]", "signers = [\"owner-a\"]");
    assert_eq!(errors(&edited(&[("chains = [1, 10]\n", threshold), signers])), Vec::<[String; 4]>::new());
}
