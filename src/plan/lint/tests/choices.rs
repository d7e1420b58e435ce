//! P-SAFE, P-PAYS, P-SALT, and what P-CHAIN and P-SPLIT say of versions and sets.

use super::warnings::{silent, warns};
use super::{edited, errors, finds, includes};
use crate::contracts::{DeploymentSet, FallbackHandler, Method, Singleton};
use crate::plan::read;

const UI: (&str, &str) = ("preset = \"ui\"", "preset = \"plain\"");
const MAINNET: (&str, &str) = ("chains = [1, 10]", "chains = [1]");
const OLD: (&str, &str) = ("version = \"1.4.1\"", "version = \"1.3.0\"");
/// The split in version 1, as it may be.
const FIRST: [(&str, &str); 6] = [
    ("kind = \"push\"", "kind = \"pull\""),
    ("version = \"2.2\"", "version = \"1\""),
    ("owner = \"treasury\"", "owner = \"none\""),
    ("salt = \"0x261f3adb2b75d01f125192dea962532f885c2f8bc142fb4aea0dc6c1cbe076a9\"", "salt = \"none\""),
    ("share = 1\n", "share = 333333\n"),
    ("share = 2\n", "share = 666667\n"),
];

/// With a line before a Safe's salt nonce.
fn safe<'a>(line: &'a str, more: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut edits = vec![("salt_nonce = \"0\"", line)];
    edits.extend(more);
    edits
}

#[test]
fn every_choice_is_read_and_each_has_a_default() {
    let checked = read(edited(&[]).as_bytes(), "plan.toml");
    let plan = checked.plan.unwrap();
    let safe = &plan.safes[0];
    assert_eq!((safe.deployment, safe.method), (DeploymentSet::Canonical, Method::CreateProxyWithNonce));
    assert_eq!((safe.singleton, safe.fallback_handler), (Singleton::Preset, FallbackHandler::Default));
    let lines = "deployment = \"eip155\"\nsingleton = \"l2\"\nfallback_handler = \"none\"\n\
                 method = \"create-proxy-with-nonce\"\nsalt_nonce = \"0\"";
    let text = edited(&[("salt_nonce = \"0\"", lines), UI, OLD]);
    let plan = read(text.as_bytes(), "plan.toml").plan.unwrap();
    let safe = &plan.safes[0];
    assert_eq!((safe.deployment, safe.singleton), (DeploymentSet::Eip155, Singleton::L2));
    assert_eq!(safe.fallback_handler, FallbackHandler::None);
}

#[test]
fn a_choice_that_is_no_word() {
    for (line, key, value, form) in [
        ("deployment = \"zksync\"", "deployment", "zksync", "\"canonical\" or \"eip155\""),
        ("singleton = \"l3\"", "singleton", "l3", "\"l1\", \"l2\" or an address"),
        ("fallback_handler = \"own\"", "fallback_handler", "own", "\"default\", \"none\" or an address"),
        (
            "method = \"create-proxy\"",
            "method",
            "create-proxy",
            "\"create-proxy-with-nonce\", \"create-chain-specific-proxy-with-nonce\" or one of them with \"-l2\"",
        ),
    ] {
        let found = errors(&edited(&safe(&format!("{line}\nsalt_nonce = \"0\""), &[])));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0][0], "P-SCHEMA");
        assert!(found[0][2].contains(key) && found[0][2].contains(value), "{found:?}");
        assert!(found[0][2].contains(form) || found[0][3].contains(form), "{found:?}");
    }
}

#[test]
fn choices_that_do_not_exist() {
    let place = "\"treasury\"";
    finds(
        &safe("deployment = \"eip155\"\nsalt_nonce = \"0\"", &[]),
        [
            "P-SAFE",
            place,
            "The Safe treasury asks for the set eip155 of version 1.4.1, which has none of that name; only 1.3.0 has eip155.",
            "Leave deployment out, or take version 1.3.0.",
        ],
    );
    finds(
        &safe("method = \"create-proxy-with-nonce-l2\"\nsalt_nonce = \"0\"", &[]),
        [
            "P-SAFE",
            place,
            "The Safe treasury asks for create-proxy-with-nonce-l2, which the factory of version 1.4.1 does not have.",
            "Leave method out, or take a version that has it.",
        ],
    );
    finds(
        &safe(
            "singleton = \"0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67\"\nsalt_nonce = \"0\"",
            &[UI, MAINNET],
        ),
        [
            "P-SAFE",
            place,
            "The singleton 0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67 of the Safe treasury is SafeProxyFactory 1.4.1, which no \
             proxy can run as a Safe.",
            "Write l1, l2 or the address of a Safe's own code.",
        ],
    );
    finds(
        &safe(
            "fallback_handler = \"0x8fb66F38cF86A3d5e8768f8F1754A24A6c661Fb8\"\nsalt_nonce = \"0\"",
            &[UI, MAINNET],
        ),
        [
            "P-SAFE",
            place,
            "The fallback handler of the Safe treasury is 0x8fb66F38cF86A3d5e8768f8F1754A24A6c661Fb8, SplitsWarehouse, which handles \
             nothing for a Safe.",
            "Write \"default\", \"none\" or the address of a fallback handler.",
        ],
    );
}

#[test]
fn the_preset_ui_is_what_the_ui_makes_and_nothing_else() {
    for (line, key, more) in [
        ("deployment = \"eip155\"", "deployment", &[OLD, MAINNET][..]),
        ("singleton = \"l2\"", "singleton", &[]),
        ("method = \"create-chain-specific-proxy-with-nonce\"", "method", &[]),
    ] {
        let cause =
            format!("The Safe treasury has preset = \"ui\" and another {key} than Safe{{Wallet}} takes.");
        let remedy = format!("Leave {key} out, or write preset = \"plain\".");
        let line = format!("{line}\nsalt_nonce = \"0\"");
        finds(&safe(&line, more), ["P-SAFE", "\"treasury\"", &cause, &remedy]);
    }
}

#[test]
fn choices_by_which_chains_have_other_addresses() {
    let other = |edits: &[(&str, &str)]| {
        finds(
            edits,
            [
                "P-CHAIN",
                "[1, 10]",
                "treasury would have one address on chain 1 and another on chain 10.",
                "Write one contract for each, or choices whose address is the same everywhere.",
            ],
        );
    };
    other(&[OLD]);
    other(&safe("method = \"create-chain-specific-proxy-with-nonce\"\nsalt_nonce = \"0\"", &[UI]));
    assert_eq!(
        errors(&edited(&safe("singleton = \"l2\"\nsalt_nonce = \"0\"", &[UI]))),
        Vec::<[String; 4]>::new()
    );
}

#[test]
fn version_1_as_it_may_be_and_as_it_may_not() {
    assert_eq!(errors(&edited(&FIRST)), Vec::<[String; 4]>::new());
    let but =
        |i: usize| FIRST.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, it)| *it).collect::<Vec<_>>();
    finds(
        &but(0),
        [
            "P-SPLIT",
            "\"push\"",
            "The split rewards is of version 1, which does not push: it credits, and recipients withdraw.",
            "Write kind = \"pull\", or take version 2.2.",
        ],
    );
    finds(
        &but(2),
        [
            "P-SPLIT",
            "\"treasury\"",
            "The split rewards is of version 1 and owned by treasury: SplitMain makes such a split by CREATE, so its address \
             counts what was made before and nobody can predict it.",
            "Write owner = \"none\", or take version 2.2.",
        ],
    );
    includes(
        &but(3),
        [
            "P-SPLIT",
            "\"0x261f3adb2b75d01f125192dea962532f885c2f8bc142fb4aea0dc6c1cbe076a9\"",
            "The split rewards is of version 1, whose address has no salt.",
            "Write salt = \"none\".",
        ],
    );
    finds(
        &[FIRST[3]],
        [
            "P-SPLIT",
            "\"none\"",
            "The split rewards has no salt, without which its address could be moved by anyone.",
            "Write 32 random bytes, or salt = \"derived\".",
        ],
    );
}

#[test]
fn a_split_whose_address_nobody_can_know() {
    finds(
        &[("version = \"2.2\"", "version = \"obol-ovm\"")],
        [
            "P-CHAIN",
            "\"obol-ovm\"",
            "rewards is made by ObolValidatorManagerFactory through CREATE: its address counts what was made before, anyone \
             can make one more, and so nobody can predict it.",
            "Have it deployed first, and write it as an external with the address read from the chain.",
        ],
    );
}

const DERIVED: (&str, &str) = (FIRST[3].0, "salt = \"derived\"");
const SECOND: (&str, &str) = (
    "sequence = 1\nprevious = \"none\"",
    "sequence = 2\nprevious = \"261f3adb2b75d01f125192dea962532f885c2f8bc142fb4aea0dc6c1cbe076a9\"",
);

#[test]
fn a_derived_salt_follows_from_the_bytes_and_the_name_and_is_warned_of_later() {
    let text = edited(&[DERIVED]);
    let checked = read(text.as_bytes(), "plan.toml");
    let said = format!("gishiki-split-salt-v1\n{}\nrewards\n", checked.digest);
    let expected = format!("0x{}", crate::keys::Digest::of(said.as_bytes()));
    let salt = checked.plan.unwrap().splits[0].salt;
    assert_eq!(salt.to_string(), expected);
    let other = read(format!("{text}\n").as_bytes(), "plan.toml").plan.unwrap().splits[0].salt;
    assert_ne!(salt, other);

    silent("P-SALT", &[DERIVED]);
    silent("P-SALT", &[SECOND]);
    warns(
        "P-SALT",
        &[DERIVED, SECOND],
        [
            "\"derived\"",
            "The salt of the split rewards is derived from this plan, and this is ceremony 2: it makes a new split, whatever \
             stands already.",
            "If the split stands already, write the salt that the last manifest records; if it is new, accept this with that \
             as the reason.",
        ],
    );
    let stands = "salt = \"derived\"";
    includes(
        &[
            DERIVED,
            SECOND,
            (
                "[manifest]",
                "[split.next]\nowner = \"none\"\nincentive = 0\n\n[[split.next.recipient]]\nto = \"owner-a\"\nshare = 1\n\n[[split.next.recipient]]\nto = \"shop\"\nshare = 3\n\n[manifest]",
            ),
        ],
        [
            "P-SPLIT",
            stands.split(' ').next_back().unwrap(),
            "The split rewards stands already, and its salt is derived from this plan, which it cannot have been made with.",
            "Write the salt that the last manifest records.",
        ],
    );
}

#[test]
fn what_a_split_pays() {
    let pays = |token: &str| format!("incentive = 0\npays = [\"ETH\", \"{token}\"]");
    let incentive = "incentive = 0";
    for token in ["wstETH", "stETH", "DAI"] {
        silent("P-PAYS", &[(incentive, &pays(token))]);
    }
    let pull = ("kind = \"push\"", "kind = \"pull\"");
    warns(
        "P-PAYS",
        &[(incentive, &pays("stETH")), pull],
        [
            "\"stETH\"",
            "The split rewards books amounts and pays them out later, but stETH changes its balances by itself: what was booked \
             would no longer be there.",
            "Take a push split of version 2, or have wstETH paid instead.",
        ],
    );
    warns(
        "P-PAYS",
        &[(incentive, &pays("USDT")), pull, ("version = \"2.2\"", "version = \"2.1\"")],
        [
            "\"USDT\"",
            "The pull split rewards of 2.0 or 2.1 cannot hand on mainnet's USDT, which answers nothing when it is approved: \
             without an owner it stays there for ever.",
            "Take version 2.2, or a push split.",
        ],
    );
    warns(
        "P-PAYS",
        &[(incentive, &pays("USDC"))],
        [
            "\"USDC\"",
            "The push split rewards sends to all at once, and the issuer of USDC can block an address: one blocked recipient \
             stops every distribution of it.",
            "Take a pull split of version 2.2, or make sure of every recipient.",
        ],
    );
    warns(
        "P-PAYS",
        &[(incentive, &pays("FOO"))],
        [
            "\"FOO\"",
            "The split rewards shall pay FOO, of which nothing is known here.",
            "Find out whether its balances change by themselves or a fee is taken of transfers: such a token needs a push split, \
             or must be wrapped.",
        ],
    );
}

#[test]
fn a_contract_that_gives_nothing_back() {
    let factory = "0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67";
    let cause = "shop, named by the split rewards, is the contract SafeProxyFactory 1.4.1: it can neither use a share nor own a split.";
    let text = crate::plan::lint::tests::BASE;
    let shop = text.split("name = \"shop\"").nth(1).unwrap().split("address = ").nth(1).unwrap();
    let address = shop.split('\n').next().unwrap();
    includes(
        &[(address, &format!("\"{factory}\""))],
        ["P-SPLIT", "\"shop\"", cause, "Put the right address in its place."],
    );
    let line = format!("fallback_handler = {address}\nsalt_nonce = \"0\"");
    includes(
        &safe(
            &line,
            &[("owners = [\"owner-a\", \"owner-b\"]", "owners = [\"owner-a\", \"owner-b\", \"shop\"]")],
        ),
        [
            "P-OWNERS",
            "\"shop\"",
            "The Safe treasury is owned by shop, which is its own singleton or fallback handler: nobody can sign for it.",
            "Name an address that someone holds.",
        ],
    );
}

#[test]
fn contracts_that_others_name_are_deployed_first() {
    let inner = "[[split]]\nname = \"inner\"\nlabel = \"Inner\"\nkind = \"push\"\nversion = \"2.2\"\nowner = \"none\"\nsalt = \"derived\"\n\
                 incentive = 0\nchains = [1]\n\n[[split.recipient]]\nto = \"owner-a\"\nshare = 1\n\n[[split.recipient]]\n\
                 to = \"treasury\"\nshare = 1\n\n[manifest]";
    let text = edited(&[("to = \"shop\"", "to = \"inner\""), ("[manifest]", inner)]);
    let checked = read(text.as_bytes(), "plan.toml");
    let plan = checked.plan.unwrap();
    let order: Vec<_> = plan.deployment_order().into_iter().map(|it| (it.name, it.after)).collect();
    assert_eq!(
        order,
        [("treasury", vec![]), ("inner", vec!["treasury"]), ("rewards", vec!["inner", "treasury"])]
    );
}
