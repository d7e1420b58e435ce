//! P-OWNERS, P-THRESHOLD, P-SHARED-SEED, P-CONTRACT-DUPLICATE, P-SPLIT, P-CHAIN, P-TEST-ADDRESS.

use super::{edited, errors, finds, includes};
use crate::keys::Address;

#[test]
fn a_safe_without_owner() {
    finds(
        &[(r#"owners = ["owner-a", "owner-b"]"#, "owners = []")],
        ["P-OWNERS", "[]", "The Safe treasury has no owner.", "Name its owners."],
    );
}

#[test]
fn more_owners_than_a_transaction_can_set_up() {
    let owners = format!("owners = [{}]", vec![r#""owner-a""#; 501].join(", "));
    let list = owners.trim_start_matches("owners = ");
    includes(
        &[(r#"owners = ["owner-a", "owner-b"]"#, &owners)],
        [
            "P-OWNERS",
            list,
            "The Safe treasury has 501 owners; no transaction could set up more than about 500.",
            "Name at most 500 owners; a Safe that is an owner can stand for several people.",
        ],
    );
    let fewer = owners.replacen(r#""owner-a", "#, "", 1);
    let found = errors(&edited(&[(r#"owners = ["owner-a", "owner-b"]"#, &fewer)]));
    assert!(found.iter().all(|[_, _, cause, _]| !cause.contains("could set up")), "500 owners");
}

#[test]
fn an_owner_twice() {
    finds(
        &[(r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "owner-a"]"#)],
        [
            "P-OWNERS",
            r#""owner-a""#,
            "The Safe treasury has one owner twice: owner-a and owner-a are the same address.",
            "Name each owner once.",
        ],
    );
}

#[test]
fn an_external_twice_under_two_names() {
    includes(
        &[
            (r#"address = "TBD""#, r#"address = "0x00000000219ab540356cBB839Cbe05303d7705Fa""#),
            (r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "shop", "node"]"#),
        ],
        [
            "P-OWNERS",
            r#""node""#,
            "The Safe treasury has one owner twice: node and shop are the same address.",
            "Name each owner once.",
        ],
    );
}

#[test]
fn a_split_as_owner() {
    finds(
        &[
            (r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "rewards"]"#),
            (r#"owner = "treasury""#, r#"owner = "none""#),
        ],
        [
            "P-OWNERS",
            r#""rewards""#,
            "The Safe treasury is owned by rewards, a split, which cannot sign.",
            "Name a role, an external or a Safe.",
        ],
    );
}

#[test]
fn the_zero_address_as_owner() {
    finds(
        &[
            (r#"address = "TBD""#, r#"address = "0x0000000000000000000000000000000000000000""#),
            (r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "node"]"#),
        ],
        [
            "P-OWNERS",
            r#""node""#,
            "The Safe treasury is owned by node, the zero address, for which nobody can sign.",
            "Name an address that someone holds.",
        ],
    );
}

#[test]
fn the_sentinel_as_owner() {
    finds(
        &[
            (r#"address = "TBD""#, r#"address = "0x0000000000000000000000000000000000000001""#),
            (r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "node"]"#),
        ],
        [
            "P-OWNERS",
            r#""node""#,
            "The Safe treasury is owned by node, the address 0x00..01, which a Safe keeps for itself and refuses.",
            "Name an address that someone holds.",
        ],
    );
}

#[test]
fn a_contract_of_safe_itself_as_owner() {
    finds(
        &[
            (r#"address = "TBD""#, r#"address = "0xfd0732Dc9E303f09fCEf3a7388Ad10A83459Ec99""#),
            (r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "node"]"#),
        ],
        [
            "P-OWNERS",
            r#""node""#,
            "The Safe treasury is owned by node, a contract of Safe or 0xSplits themselves, for which nobody can sign.",
            "Name an address that someone holds.",
        ],
    );
}

#[test]
fn a_threshold_of_zero() {
    finds(
        &[("threshold = 2", "threshold = 0")],
        ["P-THRESHOLD", "0", "The Safe treasury has the threshold 0.", "Set it to at least 1."],
    );
}

#[test]
fn a_threshold_out_of_reach() {
    finds(
        &[("threshold = 2", "threshold = 3")],
        [
            "P-THRESHOLD",
            "3",
            "The Safe treasury needs 3 signatures, but its owners number 2.",
            "Lower the threshold, or add owners.",
        ],
    );
}

#[test]
fn owners_on_one_seed() {
    finds(
        &[(r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "ssv-1-1"]"#)],
        [
            "P-SHARED-SEED",
            r#"["owner-a", "owner-b", "ssv-1-1"]"#,
            "The Safe treasury needs 2 signatures, but seed-a alone can give them: owner-a, ssv-1-1.",
            "Let owners lie on the seeds of different people, so that no single seed meets the threshold.",
        ],
    );
}

#[test]
fn two_safes_of_the_same_inputs() {
    finds(
        &[(
            "[[split]]",
            "[[safe]]\nname = \"second\"\nlabel = \"Second\"\nowners = [\"owner-a\", \"owner-b\"]\nthreshold = 2\nversion = \"1.4.1\"\npreset = \"ui\"\nsalt_nonce = \"0x00\"\nchains = [1]\n\n[[split]]",
        )],
        [
            "P-CONTRACT-DUPLICATE",
            r#""second""#,
            "second and treasury have the same inputs: they are one address.",
            "Give one of them another salt, or keep only one.",
        ],
    );
}

#[test]
fn one_recipient_only() {
    finds(
        &[("[[split.recipient]]\nto = \"shop\"\nshare = 2\n", "")],
        ["P-SPLIT", r#""rewards""#, "The split rewards has too few recipients (1).", "Name at least two."],
    );
}

#[test]
fn a_share_of_zero() {
    finds(
        &[("share = 2", "share = 0")],
        ["P-SPLIT", "0", "shop has the share 0 of the split rewards.", "Give it a share, or leave it out."],
    );
}

#[test]
fn the_zero_address_as_recipient() {
    finds(
        &[
            (r#"address = "TBD""#, r#"address = "0x0000000000000000000000000000000000000000""#),
            (r#"to = "shop""#, r#"to = "node""#),
        ],
        [
            "P-SPLIT",
            r#""node""#,
            "node, a recipient of the split rewards, is the zero address: what it receives is lost.",
            "Name an address that someone holds.",
        ],
    );
}

#[test]
fn a_split_owned_by_the_zero_address() {
    finds(
        &[
            (r#"address = "TBD""#, r#"address = "0x0000000000000000000000000000000000000000""#),
            (r#"owner = "treasury""#, r#"owner = "node""#),
        ],
        [
            "P-SPLIT",
            r#""node""#,
            "The split rewards is owned by node, which is the zero address.",
            "Write owner = \"none\" if nobody may ever change it; otherwise correct the address.",
        ],
    );
}

#[test]
fn a_recipient_twice() {
    finds(
        &[(r#"to = "shop""#, r#"to = "owner-a""#)],
        [
            "P-SPLIT",
            r#""owner-a""#,
            "The split rewards has one recipient twice: owner-a and owner-a are the same address.",
            "Name each recipient once, with the sum of its shares.",
        ],
    );
}

#[test]
fn shares_beyond_every_reader() {
    finds(
        &[("share = 2", "share = 9007199254740991")],
        [
            "P-SPLIT",
            r#""rewards""#,
            "The shares of the split rewards sum to 9007199254740992, more than 9007199254740991.",
            "Use smaller shares in the same proportion.",
        ],
    );
}

#[test]
fn a_version_1_split_that_is_not_whole() {
    includes(
        &[(r#"version = "2.2""#, r#"version = "1""#)],
        [
            "P-SPLIT",
            r#""rewards""#,
            "The shares of the split rewards sum to 3; a split of version 1 needs exactly 1000000.",
            "Write the shares as millionths of the whole.",
        ],
    );
}

#[test]
fn an_unknown_chain() {
    finds(
        &[("chain_id = 1", "chain_id = 2")],
        ["P-CHAIN", "2", "The chain 2 is not known.", "Correct chain_id; docs/plan.md lists the chains."],
    );
}

#[test]
fn a_contract_elsewhere_only() {
    finds(
        &[("chains = [1, 10]", "chains = [10]")],
        [
            "P-CHAIN",
            "[10]",
            "treasury is not wanted on chain 1, which this ceremony is about.",
            "Add 1 to its chains, or plan it in a ceremony of its own.",
        ],
    );
}

#[test]
fn a_plain_safe_on_mainnet_and_elsewhere() {
    finds(
        &[(r#"preset = "ui""#, r#"preset = "plain""#)],
        [
            "P-CHAIN",
            "[1, 10]",
            "The plain Safe treasury would have one address on mainnet and another on the other chains.",
            "Write one Safe for mainnet and one for the others, or use preset = \"ui\", whose address is the same everywhere.",
        ],
    );
}

#[test]
fn a_chain_twice() {
    finds(
        &[("chains = [1, 10]", "chains = [1, 1]")],
        ["P-CHAIN", "1", "treasury names chain 1 twice.", "Name each chain once."],
    );
}

#[test]
fn a_chain_without_the_safe() {
    finds(
        &[("chains = [1, 10]", "chains = [1, 324]")],
        [
            "P-CHAIN",
            "324",
            "treasury cannot be made on chain 324: no deployment of Safe 1.4.1 is known there.",
            "Leave that chain out, or choose a version that is deployed there.",
        ],
    );
}

#[test]
fn a_version_without_deployment() {
    finds(
        &[(r#"version = "2.2""#, r#"version = "2.9""#)],
        [
            "P-CHAIN",
            "1",
            "rewards cannot be made on chain 1: no deployment of 0xSplits 2.9 (push) is known there.",
            "Leave that chain out, or choose a version that is deployed there.",
        ],
    );
}

#[test]
fn a_testnet_among_real_chains() {
    finds(
        &[("chains = [1, 10]", "chains = [1, 560048]")],
        [
            "P-CHAIN",
            "560048",
            "treasury is wanted on chain 560048, but the ceremony is about mainnet: one of the two is a testnet.",
            "Keep testnets and real chains in ceremonies of their own.",
        ],
    );
}

/// The base with so many recipients: externals with addresses of their own.
fn with_recipients(number: usize) -> String {
    let mut more = String::new();
    for n in 2..number {
        more += &format!("[[split.recipient]]\nto = \"r{n}\"\nshare = 1\n\n");
    }
    for n in 2..number {
        let mut bytes = [0x11; 20];
        bytes[18..].copy_from_slice(&(n as u16).to_be_bytes());
        let address = Address::from_bytes(bytes);
        more += &format!("[[external]]\nname = \"r{n}\"\nlabel = \"R {n}\"\naddress = \"{address}\"\n\n");
    }
    edited(&[("[manifest]", &format!("{more}[manifest]"))])
}

#[test]
fn more_recipients_than_a_transaction_pays() {
    assert_eq!(errors(&with_recipients(400)), Vec::<[String; 4]>::new());
    let expected = [
        "P-SPLIT",
        r#""rewards""#,
        "The split rewards has 401 recipients; distributing to more than 400 may not fit a block.",
        "Divide them among several splits.",
    ];
    assert_eq!(errors(&with_recipients(401)), [expected.map(str::to_owned)]);
}

#[test]
fn an_owner_safe_counts_for_the_seed_that_meets_its_threshold() {
    let second = |threshold: u8| {
        format!(
            "[[safe]]\nname = \"second\"\nlabel = \"Second\"\nowners = [\"ssv-1-1\", \"owner-b\"]\nthreshold = {threshold}\n\
             version = \"1.4.1\"\npreset = \"ui\"\nsalt_nonce = \"0\"\nchains = [1]\n\n[[split]]"
        )
    };
    let nested = |threshold| {
        let owners = (r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "second"]"#);
        errors(&edited(&[owners, ("[[split]]", &second(threshold))]))
    };
    assert_eq!(nested(2), Vec::<[String; 4]>::new());
    let [[lint, _, cause, _]] = &nested(1)[..] else { panic!("{:?}", nested(1)) };
    assert_eq!(lint, "P-SHARED-SEED");
    assert_eq!(
        cause,
        "The Safe treasury needs 2 signatures, but seed-a alone can give them: owner-a, second."
    );
}

#[test]
fn the_order_of_recipients_is_no_input_of_a_split_but_that_of_owners_is_one_of_a_safe() {
    let split = "[[split]]\nname = \"other\"\nlabel = \"Other\"\nkind = \"push\"\nversion = \"2.2\"\nowner = \"treasury\"\n\
                 salt = \"0x261f3adb2b75d01f125192dea962532f885c2f8bc142fb4aea0dc6c1cbe076a9\"\nincentive = 0\nchains = [1]\n\
                 recipient = [{ to = \"shop\", share = 2 }, { to = \"owner-a\", share = 1 }]\n\n[manifest]";
    let [[lint, ..]] = &errors(&edited(&[("[manifest]", split)]))[..] else { panic!("one finding") };
    assert_eq!(lint, "P-CONTRACT-DUPLICATE");
    let safe = "[[safe]]\nname = \"other\"\nlabel = \"Other\"\nowners = [\"owner-b\", \"owner-a\"]\nthreshold = 2\n\
                version = \"1.4.1\"\npreset = \"ui\"\nsalt_nonce = \"0\"\nchains = [1]\n\n[[split]]";
    assert_eq!(errors(&edited(&[("[[split]]", safe)])), Vec::<[String; 4]>::new());
}

#[test]
fn an_external_whose_key_everybody_has() {
    // The first address that anvil and Hardhat give.
    let anvil = ("0x00000000219ab540356cBB839Cbe05303d7705Fa", "0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266");
    let expected = [
        "P-TEST-ADDRESS",
        r#""0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266""#,
        "The external shop is 0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266, an address of a published seed: anyone can \
         spend what it holds.",
        "Write the address that its owner tells; while there is none, write \"TBD\". Only a rehearsal may keep this one: of a \
         real ceremony, on a test network too, it would never verify.",
    ];
    finds(&[anvil], expected);
}
