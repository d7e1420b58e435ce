//! P-REF: names and what they refer to.

use super::{finds, includes};

#[test]
fn an_unknown_custodian() {
    includes(
        &[
            ("custodian = \"ben\"\nkind", "custodian = \"carl\"\nkind"),
            ("custodian = \"ben\"\nseed = \"seed-b\"", "custodian = \"carl\"\nseed = \"seed-b\""),
        ],
        [
            "P-REF",
            r#""carl""#,
            r#""carl" is not the name of a custodian of this plan."#,
            "Correct the name, or add what it should mean.",
        ],
    );
}

#[test]
fn an_unknown_seed() {
    includes(
        &[(r#"seed = "seed-b""#, r#"seed = "seed-c""#)],
        ["P-REF", r#""seed-b""#, "The seed seed-b has no wallet.", "Use it, or delete it."],
    );
}

#[test]
fn an_unknown_wallet() {
    includes(
        &[("wallet = \"anna/Vault\"\nnumber", "wallet = \"anna/Vaults\"\nnumber")],
        [
            "P-REF",
            r#""anna/Vaults""#,
            r#""anna/Vaults" is not the name of a wallet of this plan."#,
            "Correct the name, or add what it should mean.",
        ],
    );
}

#[test]
fn an_unknown_role() {
    finds(
        &[(r#"signers = ["owner-a""#, r#"signers = ["shop""#)],
        [
            "P-REF",
            r#""shop""#,
            r#""shop" is not the name of a role of this plan."#,
            "Correct the name, or add what it should mean.",
        ],
    );
}

#[test]
fn an_unknown_recipient() {
    finds(
        &[(r#"to = "shop""#, r#"to = "shops""#)],
        [
            "P-REF",
            r#""shops""#,
            r#""shops" is not the name of a role, external, Safe or split of this plan."#,
            "Correct the name, or add what it should mean.",
        ],
    );
}

#[test]
fn a_wallet_without_custodian() {
    finds(
        &[("name = \"Vault\"\ncustodian = \"ben\"\n", "name = \"Vault\"\n")],
        [
            "P-REF",
            r#""Vault""#,
            "The wallet Vault has no custodian.",
            r#"Say who opens it: custodian = ".."."#,
        ],
    );
}

#[test]
fn a_name_used_twice() {
    finds(
        &[(r#"name = "shop""#, r#"name = "treasury""#), (r#"to = "shop""#, r#"to = "owner-b""#)],
        [
            "P-REF",
            r#""treasury""#,
            "The name treasury stands already in line 77.",
            "Give each its own name; in a range, put {cluster} and {operator} into it.",
        ],
    );
}

#[test]
fn a_range_that_repeats_its_name() {
    finds(
        &[(r#""ssv-{cluster}-{operator}""#, r#""ssv-{cluster}""#)],
        [
            "P-REF",
            r#""ssv-{cluster}""#,
            "The name ssv-1 stands already in line 62.",
            "Give each its own name; in a range, put {cluster} and {operator} into it.",
        ],
    );
}

#[test]
fn a_seed_of_somebody_else() {
    includes(
        &[(r#"seed = "seed-b""#, r#"seed = "seed-a""#)],
        [
            "P-REF",
            r#""seed-a""#,
            "The wallet ben/Vault lies on seed-a, which anna holds.",
            "Put the wallet on a seed of its own custodian.",
        ],
    );
}

#[test]
fn a_second_seed_of_one_custodian() {
    includes(
        &[("name = \"seed-b\"\ncustodian = \"ben\"", "name = \"seed-b\"\ncustodian = \"anna\"")],
        [
            "P-REF",
            r#""anna""#,
            "anna holds seed-a already, and a device holds one seed: seed-b would be on a second device.",
            "Give seed-b to a custodian of its own, e.g. the same person under a second name.",
        ],
    );
}

#[test]
fn one_external_address_under_two_names() {
    finds(
        &[(r#"address = "TBD""#, r#"address = "0x00000000219ab540356cBB839Cbe05303d7705Fa""#)],
        [
            "P-REF",
            r#""0x00000000219ab540356cBB839Cbe05303d7705Fa""#,
            "shop and node are the same address.",
            "Keep one of the two names.",
        ],
    );
}

#[test]
fn a_signer_of_another_wallet() {
    finds(
        &[(r#"signer = "owner-b""#, r#"signer = "owner-a""#)],
        [
            "P-REF",
            r#""owner-a""#,
            "The wallet ben/Vault is signed for by owner-a, which lies in anna/Vault.",
            "Name a role of this very wallet: only its own key proves that it was open.",
        ],
    );
}

#[test]
fn a_split_owned_by_a_split() {
    finds(
        &[
            (r#"owner = "treasury""#, r#"owner = "second""#),
            (
                "[manifest]",
                "[[split]]\nname = \"second\"\nlabel = \"Second\"\nkind = \"push\"\nversion = \"2.2\"\nowner = \"none\"\nsalt = \"0x261f3adb2b75d01f125192dea962532f885c2f8bc142fb4aea0dc6c1cbe076a9\"\nincentive = 0\nchains = [1]\nrecipient = [{ to = \"owner-a\", share = 1 }, { to = \"owner-b\", share = 1 }]\n\n[manifest]",
            ),
        ],
        [
            "P-REF",
            r#""second""#,
            "The split rewards is owned by a split, which cannot decide anything.",
            r#"Name a Safe, a role or an external as owner, or "none"."#,
        ],
    );
}

#[test]
fn a_manifest_that_nobody_signs() {
    finds(
        &[(r#"signers = ["owner-a", "owner-b"]"#, "signers = []")],
        ["P-REF", "[]", "Nobody signs the manifest.", "Name at least one role in signers."],
    );
}

#[test]
fn an_unused_custodian() {
    finds(
        &[("[[seed]]", "[[custodian]]\nname = \"carl\"\n\n[[seed]]")],
        ["P-REF", r#""carl""#, "The custodian carl has no wallet.", "Use it, or delete it."],
    );
}

#[test]
fn an_unused_seed() {
    includes(
        &[(
            "[[wallet]]",
            "[[seed]]\nname = \"seed-c\"\ncustodian = \"ben\"\nkind = \"bip39-12\"\nmay_move_to_ledger = false\n\n[[wallet]]",
        )],
        ["P-REF", r#""seed-c""#, "The seed seed-c has no wallet.", "Use it, or delete it."],
    );
}

#[test]
fn an_unused_wallet() {
    includes(
        &[
            (r#"wallet = "ben/Vault""#, r#"wallet = "anna/Vault""#),
            (r#"path = "0'/0/0""#, r#"path = "0'/0/1""#),
        ],
        ["P-REF", r#""Vault""#, "The wallet ben/Vault has no role.", "Use it, or delete it."],
    );
}

#[test]
fn an_unused_account() {
    finds(
        &[("number = 0", "number = 3")],
        ["P-REF", r#""Owner""#, "The account Owner has no role.", "Use it, or delete it."],
    );
}

#[test]
fn a_safe_that_owns_itself() {
    finds(
        &[(r#"owners = ["owner-a", "owner-b"]"#, r#"owners = ["owner-a", "owner-b", "treasury"]"#)],
        [
            "P-REF",
            r#""treasury""#,
            "These contracts depend on each other, so none has an address first: treasury -> treasury.",
            "Break the circle.",
        ],
    );
}

#[test]
fn a_contract_on_a_placeholder() {
    finds(
        &[(r#"to = "shop""#, r#"to = "node""#)],
        [
            "P-REF",
            r#""node""#,
            r#"The address of rewards cannot be predicted: it depends on node, which is still "TBD"."#,
            "Fill in the address of node, or leave it out of rewards.",
        ],
    );
}
