//! The shipped plans say what the team's address design says.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::super::*;

const SHIPPED: [&str; 4] =
    ["solo.toml", "bonded-validator.toml", "bonded-validator-hoodi.toml", "bonded-validator-metamask.toml"];

fn text(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ceremonies").join(name);
    std::fs::read_to_string(path).expect("a shipped plan can be read")
}

fn shipped(name: &str) -> Checked {
    read(text(name).as_bytes(), name)
}

fn lints(text: &str) -> Vec<&'static str> {
    read(text.as_bytes(), "plan.toml").errors.iter().map(|finding| finding.lint).collect()
}

/// How often each lint warns, by its id.
fn warnings(name: &str) -> Vec<(&'static str, usize)> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    shipped(name).warnings.iter().for_each(|finding| *counts.entry(finding.lint).or_default() += 1);
    counts.into_iter().collect()
}

#[test]
fn the_shipped_plans_have_no_error_and_say_what_a_team_should_know() {
    for name in SHIPPED {
        let checked = shipped(name);
        assert_eq!(checked.errors, [], "{name}");
        assert!(checked.into_plan().is_ok(), "{name}");
    }
    let team = [
        ("P-DISPLAY-NAME", 1),
        ("P-EOA-MANAGED", 1),
        ("P-PROTOCOL", 4),
        ("P-REACH", 3),
        ("P-WALLET-NAME", 1),
    ];
    assert_eq!(warnings("solo.toml"), [("P-WALLET-NAME", 1)]);
    assert_eq!(warnings("bonded-validator.toml"), team);
    assert_eq!(warnings("bonded-validator-hoodi.toml"), team);
    let flat = [("P-EOA-MANAGED", 1), ("P-PROTOCOL", 4), ("P-WALLET-NAME", 1)];
    assert_eq!(warnings("bonded-validator-metamask.toml"), flat);
}

#[test]
fn only_the_smallest_plan_accepts_a_warning_which_is_what_it_is_about() {
    let accepted = |name: &str| shipped(name).accepted.iter().map(|(it, _)| it.lint).collect::<Vec<_>>();
    assert_eq!(accepted("solo.toml"), ["P-ONE-OF-N"]);
    for name in &SHIPPED[1..] {
        assert_eq!(accepted(name), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn every_example_in_their_comments_is_valid_too() {
    for name in &SHIPPED[1..] {
        // The comment's next protocol, as a team would take it into use: without the marks.
        let uncommented = |line: &str| match line.strip_prefix("#   ") {
            Some(rest) if rest.starts_with("[[") || rest.contains(" = ") => rest.to_owned(),
            _ => line.to_owned(),
        };
        let plan = text(name).lines().map(uncommented).collect::<Vec<_>>().join("\n");
        assert!(plan.lines().any(|line| line == "name = \"protocolx-ops\""));
        assert_eq!(lints(&plan), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn both_networks_carry_the_same_addresses() {
    let (mainnet, hoodi) = (shipped(SHIPPED[1]).plan.unwrap(), shipped(SHIPPED[2]).plan.unwrap());
    assert_eq!((&mainnet.wallets, &mainnet.roles), (&hoodi.wallets, &hoodi.roles));
    assert_eq!((mainnet.ceremony.chain.id, hoodi.ceremony.chain.id), (1, 560_048));
    assert_ne!(mainnet.splits[0].salt, hoodi.splits[0].salt);
}

#[test]
fn what_metamask_reaches_is_the_same_design_on_other_paths() {
    let (design, flat) = (shipped(SHIPPED[1]).plan.unwrap(), shipped(SHIPPED[3]).plan.unwrap());
    let wallets = |plan: &Plan| -> Vec<_> {
        let bare = |wallet: &Wallet| Wallet { accounts: Vec::new(), ..wallet.clone() };
        plan.wallets.iter().map(bare).collect()
    };
    let roles = |plan: &Plan| -> Vec<_> {
        plan.roles.iter().map(|it| (it.name.clone(), it.label.clone(), it.wallet.clone())).collect()
    };
    assert_eq!(wallets(&design), wallets(&flat));
    assert_eq!(roles(&design), roles(&flat));
    assert_eq!((&design.safes, &design.splits, &design.signers), (&flat.safes, &flat.splits, &flat.signers));
    let owners_and_payouts =
        |role: &&Role| role.name.starts_with("owner") || role.wallet.name.starts_with("Personal");
    for role in flat.roles.iter().map(Arc::as_ref).filter(owners_and_payouts) {
        assert_eq!(design.role(&role.name), Some(role), "so that the contracts have the same addresses");
    }
    assert!(flat.roles.iter().all(|role| (role.path.account(), role.path.change()) == (0, 0)));
}

#[test]
fn the_design_lies_where_the_team_put_it() {
    let plan = shipped(SHIPPED[1]).plan.unwrap();
    let places = [
        ("owner-3", "member-3/MasterAdminVault", "m/44'/60'/0'/0/0"),
        ("splits-controller", "member-1/MasterAdminVault", "m/44'/60'/1'/0/0"),
        ("rocketpool-ops", "member-1/ProtocolOperations", "m/44'/60'/1'/0/0"),
        ("diva-ops", "member-1/ProtocolOperations", "m/44'/60'/3'/0/0"),
        ("ssv-1-4", "member-1/DVTNodeKeys", "m/44'/60'/0'/0/3"),
        ("obol-1-1", "member-1/DVTNodeKeys", "m/44'/60'/10'/0/0"),
        ("ssv-owner-csm", "member-1/DVTNodeKeys", "m/44'/60'/21'/0/0"),
        ("payout-2", "member-2/PersonalPayout2", "m/44'/60'/0'/0/0"),
    ];
    for (name, wallet, path) in places {
        let role = plan.role(name).unwrap();
        assert_eq!((role.wallet.to_string(), role.path.to_string()), (wallet.to_owned(), path.to_owned()));
    }
    assert_eq!(plan.roles.len(), 22);
    assert_eq!(plan.role("lido-ops").unwrap().label, "HW - Lido Ops");
}

#[test]
fn the_salt_of_a_split_is_the_digest_of_the_sentence_beside_it() {
    for name in &SHIPPED[1..] {
        let text = text(name);
        let sentence = text.lines().find_map(|line| line.strip_prefix("#   Example Staking: ")).unwrap();
        let digest = crate::keys::Digest::of(format!("Example Staking: {sentence}"));
        assert_eq!(shipped(name).plan.unwrap().splits[0].salt.bytes().unwrap().as_slice(), digest.as_bytes());
    }
}

#[test]
fn ssv_cluster_11_meets_obol_cluster_1() {
    let grown = |clusters| text(SHIPPED[1]).replacen("clusters = 1", &format!("clusters = {clusters}"), 1);
    assert_eq!(lints(&grown(10)), Vec::<&str>::new());
    // One finding for the addresses, one for the name of account 10.
    assert_eq!(lints(&grown(11)), ["P-PATH-COLLISION", "P-PATH-COLLISION"]);
}

#[test]
fn owners_on_one_seed_can_be_written_and_are_caught() {
    let one_seed = |name: &str| {
        let owner = |n: usize| format!("wallet = \"member-{n}/MasterAdminVault\"\npath = \"0'/0/0\"");
        let moved = |n: usize| format!("wallet = \"member-1/MasterAdminVault\"\npath = \"0'/0/{}\"", n - 1);
        // Members 2 and 3 keep their payout wallets; their vaults and accounts go.
        let mut text = text(name).replace(&owner(2), &moved(2)).replace(&owner(3), &moved(3));
        for n in [2, 3] {
            let vault = format!(
                "[[wallet]]\nname = \"MasterAdminVault\"\ncustodian = \"member-{n}\"\nseed = \"seed-{n}\"\ntier = 1\n\
                 entry = \"device\"\nsigner = \"owner-{n}\"\n"
            );
            let account = format!(
                "[[account]]\nwallet = \"member-{n}/MasterAdminVault\"\nnumber = 0\nname = \"SafeOwner\"\n"
            );
            assert!(text.contains(&vault) && text.contains(&account));
            text = text.replace(&vault, "").replace(&account, "");
        }
        read(text.as_bytes(), name)
    };
    let lints = |findings: &[Finding]| findings.iter().map(|it| it.lint).collect::<Vec<_>>();
    let mainnet = one_seed(SHIPPED[1]);
    assert_eq!(lints(&mainnet.errors), ["P-SHARED-SEED", "P-SHARED-SEED"]);
    let hoodi = one_seed(SHIPPED[2]);
    let mut warnings = lints(&hoodi.warnings);
    warnings.retain(|lint| *lint == "P-SHARED-SEED");
    assert_eq!((hoodi.errors, warnings.len()), (Vec::new(), 2));
}

#[test]
fn a_placeholder_is_named_with_its_place() {
    let plan = shipped(SHIPPED[1]).plan.unwrap();
    let [it] = &plan.placeholders[..] else { panic!("{:?}", plan.placeholders) };
    assert_eq!(it.what, "external rocket-pool-node: address");
    let line = text(SHIPPED[1]).lines().nth(it.line - 1).unwrap().to_owned();
    assert_eq!(&line[it.column - 1..], "\"TBD\"");
}

#[test]
fn a_plan_with_errors_cannot_be_taken_further() {
    let wrong = text("solo.toml").replace("threshold = 1", "threshold = 2");
    let problem = read(wrong.as_bytes(), "solo.toml").into_plan().unwrap_err();
    assert_eq!(
        problem.to_string(),
        "The plan solo.toml cannot be used: it has lint errors (2), the first at 44:13 (P-THRESHOLD)."
    );
    assert_eq!(problem.kind().exit_status(), 1);
}
