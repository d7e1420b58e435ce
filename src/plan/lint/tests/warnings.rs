//! P-ONE-OF-N, P-EOA-CONTROLLER, P-EOA-MANAGED, P-REACH, P-DISPLAY-NAME, P-LEDGER-SLIP39, P-PROTOCOL, P-WALLET-NAME.

use super::{edited, said};
use crate::plan::read;

/// The warnings of one lint that the base has with these changes, as place, cause and remedy.
pub(super) fn warnings(lint: &str, edits: &[(&str, &str)]) -> Vec<[String; 3]> {
    let checked = read(edited(edits).as_bytes(), "plan.toml");
    assert_eq!(checked.errors, []);
    let found = checked.warnings.iter().filter(|finding| finding.lint == lint);
    let said = found.map(|finding| {
        let [_, place, cause, remedy] = said(&checked, finding);
        [place, cause, remedy]
    });
    said.collect()
}

pub(super) fn warns(lint: &str, edits: &[(&str, &str)], expected: [&str; 3]) {
    assert_eq!(warnings(lint, edits), [expected.map(str::to_owned)]);
}

pub(super) fn silent(lint: &str, edits: &[(&str, &str)]) {
    assert_eq!(warnings(lint, edits), Vec::<[String; 3]>::new());
}

/// The range in account 0, the account of the role before it.
const FLAT: [(&str, &str); 3] = [
    ("clusters = 2", "clusters = 1"),
    ("first_account = 5", "first_account = 0"),
    ("account_name = \"SSV_Cluster{cluster}\"\n", ""),
];

/// A role that is called everybody's, and a split that pays it.
const FUNDS: (&str, &str) =
    ("name = \"owner-b\"\nlabel = \"Owner B\"", "name = \"owner-b\"\nlabel = \"Team Funds\"");
const TO_FUNDS: (&str, &str) = ("to = \"owner-a\"", "to = \"owner-b\"");

#[test]
fn one_of_several_owners_is_enough() {
    warns(
        "P-ONE-OF-N",
        &[("threshold = 2", "threshold = 1")],
        [
            "1",
            "Any one of its 2 owners alone moves everything in the Safe treasury: owner-a, owner-b.",
            "Raise the threshold, or accept this with its reason.",
        ],
    );
    silent("P-ONE-OF-N", &[]);
}

#[test]
fn a_safe_of_a_single_key() {
    let one = |owner: &'static str| [("owners = [\"owner-a\", \"owner-b\"]\nthreshold = 2", owner)];
    warns(
        "P-ONE-OF-N",
        &one("owners = [\"owner-a\"]\nthreshold = 1"),
        [
            "1",
            "The Safe treasury has one owner, owner-a: that key alone moves everything, and without it nothing moves any more.",
            "Add owners and raise the threshold, or accept this with its reason.",
        ],
    );
    // What stands behind an external, the plan cannot tell.
    silent("P-ONE-OF-N", &one("owners = [\"shop\"]\nthreshold = 1"));
}

#[test]
fn a_split_owned_by_a_key() {
    warns(
        "P-EOA-CONTROLLER",
        &[("owner = \"treasury\"", "owner = \"owner-b\"")],
        [
            "\"owner-b\"",
            "The split rewards is owned by a single key, owner-b: whoever opens ben/Vault can name other recipients and take what it holds, at once.",
            "Let a Safe own it, or write owner = \"none\" if nobody may ever change it.",
        ],
    );
    warns(
        "P-EOA-CONTROLLER",
        &[("owner = \"treasury\"", "owner = \"shop\"")],
        [
            "\"shop\"",
            "The split rewards is owned by the external shop: if that is a single key, whoever holds it can name other recipients and take what it holds, at once.",
            "Let a Safe of this plan own it, or accept this with what shop is as the reason.",
        ],
    );
    silent("P-EOA-CONTROLLER", &[]);
    silent("P-EOA-CONTROLLER", &[("owner = \"treasury\"", "owner = \"none\"")]);
}

#[test]
fn a_key_that_is_called_managed_by_a_safe() {
    let called = |label: &'static str| [("label = \"SSV {cluster}-{operator}\"", label)];
    let found = warnings("P-EOA-MANAGED", &called("label = \"Safe-managed {cluster}-{operator}\""));
    assert_eq!(found.len(), 6);
    assert_eq!(
        found[0],
        [
            "\"Safe-managed {cluster}-{operator}\"",
            "ssv-1-1 (\"Safe-managed 1-1\") is said to be managed by a Safe or multisig, but it is a key: whoever opens anna/Vault moves it alone, and no Safe can be put over it.",
            "Plan a Safe in its place, or name it for what it is.",
        ]
        .map(str::to_owned)
    );
    for label in
        ["label = \"Managed by the Safe {cluster}.{operator}\"", "label = \"MultiSig {cluster}.{operator}\""]
    {
        assert_eq!(warnings("P-EOA-MANAGED", &called(label)).len(), 6, "{label}");
    }
    silent("P-EOA-MANAGED", &called("label = \"Safe Proposer {cluster}.{operator}\""));
    // An owner of a Safe is called after it with right.
    silent("P-EOA-MANAGED", &[("label = \"Owner A\"", "label = \"Multisig Owner A\"")]);
}

#[test]
fn everybodys_money_on_a_key() {
    warns(
        "P-EOA-MANAGED",
        &[FUNDS, TO_FUNDS],
        [
            "\"Team Funds\"",
            "owner-b (\"Team Funds\") receives what is called everybody's, but it is a key: ben moves it alone, and no Safe can be put over it.",
            "Name a Safe as the recipient in its place, or accept this with its reason.",
        ],
    );
    // It is not paid by a split; it is somebody's; it is a protocol's name.
    silent("P-EOA-MANAGED", &[FUNDS]);
    for label in
        ["Personal Payout 1", "Team Member 1", "Private pool", "RocketPool Ops", "Payout", "Teamwork"]
    {
        silent("P-EOA-MANAGED", &[FUNDS, TO_FUNDS, ("Team Funds", label)]);
    }
}

#[test]
fn what_metamask_does_not_reach_is_one_finding_a_wallet() {
    warns(
        "P-REACH",
        &[],
        [
            "\"Vault\"",
            "With a Trezor, MetaMask reaches m/44'/60'/0'/0/i only, so none of these in anna/Vault: ssv-1-1, ssv-1-2, ssv-1-3, ssv-2-1, ssv-2-2, ssv-2-3.",
            "Use programs that reach them (the design table names them), or give them paths that MetaMask reaches.",
        ],
    );
    silent("P-REACH", &FLAT);
}

#[test]
fn of_a_long_range_only_the_first_are_named() {
    let [[_, cause, _]] = &warnings("P-REACH", &[("operators = 3", "operators = 20")])[..] else { panic!() };
    assert!(cause.ends_with("ssv-1-11, ssv-1-12, ... +28."), "{cause}");
}

#[test]
fn names_on_the_device_that_stand_for_several_addresses() {
    warns(
        "P-DISPLAY-NAME",
        &[],
        [
            "\"Vault\"",
            "The Trezor's screen calls several addresses of anna/Vault by one name: ETH #6: ssv-1-1, ssv-1-2, ssv-1-3; ETH #7: ssv-2-1, ssv-2-2, ssv-2-3.",
            "Compare the whole path and address on the device, never the name alone.",
        ],
    );
    // 0'/0/0 and 0'/0/7 to 0'/0/9 have four names; 1'/0/7 has the one of 0'/0/1.
    silent("P-DISPLAY-NAME", &FLAT);
    let met = [
        ("clusters = 2", "clusters = 1"),
        ("operators = 3", "operators = 1"),
        ("first_account = 5", "first_account = 1"),
        ("path = \"0'/0/0\"", "path = \"0'/0/1\""),
    ];
    let [[_, cause, _]] = &warnings("P-DISPLAY-NAME", &met)[..] else { panic!() };
    assert!(cause.ends_with("ETH #2: owner-a, ssv-1-1."), "{cause}");
}

#[test]
fn a_slip39_seed_for_a_ledger() {
    warns(
        "P-LEDGER-SLIP39",
        &[("may_move_to_ledger = false", "may_move_to_ledger = true")],
        [
            "true",
            "The seed seed-a is meant to be movable to a Ledger, but it is SLIP-39, and Ledgers read BIP-39 only.",
            "Make it a BIP-39 seed, or write may_move_to_ledger = false: a move then means new addresses.",
        ],
    );
    silent("P-LEDGER-SLIP39", &[]);
}

#[test]
fn protocols_are_known_by_their_names_once_each() {
    warns(
        "P-PROTOCOL",
        &[],
        [
            "\"ssv-{cluster}-{operator}\"",
            "An SSV node has an RSA key of its own kind; these only register, own and pay, and none is a node's key: ssv-1-1, ssv-1-2, ssv-1-3, ssv-2-1, ssv-2-2, ssv-2-3 (as of 2026-05-27).",
            "Let each node make its own key, and put no key of this plan on a server.",
        ],
    );
    let none = [
        ("name = \"ssv-{cluster}-{operator}\"", "name = \"x-{cluster}-{operator}\""),
        ("label = \"SSV {cluster}-{operator}\"", "label = \"X {cluster}-{operator}\""),
        ("account_name = \"SSV_Cluster{cluster}\"", "account_name = \"X{cluster}\""),
    ];
    silent("P-PROTOCOL", &none);
    // The hot node of a protocol is an external, and no key of this plan.
    silent(
        "P-PROTOCOL",
        &[&none[..], &[("label = \"Hot node\"", "label = \"Hot - RocketPool Node\"")]].concat(),
    );
}

#[test]
fn the_facts_of_the_other_protocols() {
    let owner = |label: &'static str| warnings("P-PROTOCOL", &[("label = \"Owner B\"", label)])[0].clone();
    let said = [
        (
            "label = \"HW - RocketPool Ops\"",
            "A Rocket Pool node has a hot key that is made on its server, so the node can be none of these: owner-b (as of 2026-08-20).",
            "Write the node's address as an external, and never type words of a seed of this plan into a server.",
        ),
        (
            "label = \"Diva Ops\"",
            "Diva Staking has no contracts on mainnet as far as is known, so nothing can be done there yet with: owner-b (as of 2025-03-04).",
            "Take them as reserved, and send nothing there before this has changed.",
        ),
        (
            "label = \"Charon operator\"",
            "An Obol node (Charon) has an ENR key of its own; these only sign for the cluster, and none is a node's key: owner-b (as of 2026-08-21).",
            "Let each node make its own key, and put no key of this plan on a server.",
        ),
    ];
    for (label, cause, remedy) in said {
        assert_eq!(owner(label), ["\"owner-b\"", cause, remedy].map(str::to_owned));
    }
}

#[test]
fn a_new_passphrase_typed_on_the_device_is_seen_by_nobody() {
    warns(
        "P-WALLET-NAME",
        &[],
        [
            "\"Vault\"",
            "The passphrases of these new wallets are typed on the device, where nothing can refuse one that is the wallet's name: anna/Vault.",
            "Let chance make every passphrase, and no name or label hint at it; once it is settled how, accept this with that as the reason.",
        ],
    );
    // On the laptop it is compared, and a known wallet has its passphrase already.
    silent("P-WALLET-NAME", &[("entry = \"device\"", "entry = \"host\"")]);
    let known = "entry = \"device\"\nidentity = \"0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798\"";
    silent("P-WALLET-NAME", &[("entry = \"device\"", known)]);
}

#[test]
fn more_wallets_than_a_device_keeps_open() {
    let wallet = |n: usize| {
        format!(
            "[[wallet]]\nname = \"More{n}\"\ncustodian = \"anna\"\nseed = \"seed-a\"\ntier = 4\nentry = \"device\"\n\
             signer = \"more-{n}\"\n\n[[role]]\nname = \"more-{n}\"\nlabel = \"More {n}\"\nwallet = \"anna/More{n}\"\n\
             path = \"0'/0/0\"\n\n"
        )
    };
    let more = |count: usize| (1..=count).map(wallet).collect::<String>() + "[[account]]";
    silent("P-SESSIONS", &[("[[account]]", &more(9))]);
    warns(
        "P-SESSIONS",
        &[("[[account]]", &more(10))],
        [
            "\"anna\"",
            "anna has 11 wallets, and a Trezor keeps 10 open: they give way to each other before they sign.",
            "Be ready to enter each passphrase once more and to compare each paper, or have fewer wallets.",
        ],
    );
}
