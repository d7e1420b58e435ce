//! What a suggestion keeps, and what it changes.

use std::collections::BTreeSet;

use proptest::prelude::*;

use super::super::tests::sample::{Sample, samples};
use super::super::{Linted, read};
use super::*;

const TEAM: &str = include_str!("../../../ceremonies/bonded-validator.toml");
const METAMASK: &str = include_str!("../../../ceremonies/bonded-validator-metamask.toml");
const SOLO: &str = include_str!("../../../ceremonies/solo.toml");

fn plan(text: &str) -> Linted {
    read(text.as_bytes(), "plan.toml").into_plan().unwrap_or_else(|problem| panic!("{problem}\n{text}"))
}

fn suggested(text: &str) -> Suggestion {
    suggest(&plan(text), text, "new.toml").unwrap_or_else(|problem| panic!("{problem}\n{text}"))
}

fn edited(edits: &[(&str, &str)]) -> String {
    edits.iter().fold(TEAM.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

/// Name, label and wallet of every role, in the plan's order.
fn roles(plan: &Linted) -> Vec<(String, String, String)> {
    plan.roles.iter().map(|it| (it.name.to_string(), it.label.to_string(), it.wallet.to_string())).collect()
}

fn comments(text: &str) -> Vec<&str> {
    let mut found: Vec<_> = text.lines().filter(|line| line.trim_start().starts_with('#')).collect();
    found.sort_unstable();
    found
}

/// What holds of every suggestion.
fn holds(text: &str) {
    let old = plan(text);
    let found = suggested(text);
    let new = &found.plan;
    assert_eq!(roles(&old), roles(new));
    assert!(new.roles.iter().all(|role| listed(role.path)), "{}", found.text);
    let places: BTreeSet<_> = new.roles.iter().map(|role| (role.wallet.to_string(), role.path)).collect();
    assert_eq!(places.len(), new.roles.len());
    assert_eq!((&old.safes, &old.signers, &old.externals), (&new.safes, &new.signers, &new.externals));
    // Roles move as it says, and those that MetaMask lists stay.
    for (before, after) in old.roles.iter().zip(&new.roles) {
        let moved = found.moves.iter().find(|it| it.role == before.name);
        assert_eq!(
            moved.map(|it| (it.from, it.to)),
            (before.path != after.path).then_some((before.path, after.path))
        );
    }
    let before = read(text.as_bytes(), "plan.toml");
    let lints = |plan: &Linted| plan.warnings().iter().map(|it| it.lint).collect::<BTreeSet<_>>();
    let mut known: BTreeSet<&str> = before.warnings.iter().map(|it| it.lint).collect();
    known.extend(before.accepted.iter().map(|(it, _)| it.lint));
    // Behind index 100 a Trezor calls all addresses by the account, here always the same.
    if new.roles.iter().any(|role| role.path.index() > 100) {
        known.insert("P-DISPLAY-NAME");
    }
    assert!(lints(new).is_subset(&known), "{:?}", lints(new).difference(&known));
    assert!(!lints(new).contains("P-REACH"));
    assert_eq!(comments(text), comments(&found.text));
    // It is its own suggestion.
    let again = suggested(&found.text);
    assert_eq!((again.text, again.moves), (found.text, vec![]));
}

#[test]
fn the_teams_plan_gets_the_paths_that_people_gave_it() {
    let (found, by_hand) = (suggested(TEAM), plan(METAMASK));
    for role in &by_hand.roles {
        assert_eq!(found.plan.role(&role.name).unwrap().path, role.path, "{}", role.name);
    }
    assert_eq!(found.moves.len(), 10);
    let merged: Vec<_> = found.merged.iter().map(ToString::to_string).collect();
    assert_eq!(merged, ["member-1/DVTNodeKeys", "member-1/MasterAdminVault", "member-1/ProtocolOperations"]);
    // A vault of one account keeps its account's name.
    let vault =
        found.plan.wallets.iter().find(|it| it.id.to_string() == "member-2/MasterAdminVault").unwrap();
    assert_eq!(vault.accounts[0].name, "SafeOwner");
    let lines: Vec<&str> = found.text.lines().collect();
    assert!(
        found.comments.iter().any(|line| lines[line - 1].contains("Cluster n, operator m: (n-1)'/0/(m-1)"))
    );
    assert!(found.comments.iter().all(|line| lines[line - 1].starts_with('#')));
}

#[test]
fn shipped_plans_keep_what_they_are() {
    for text in [TEAM, METAMASK, SOLO] {
        holds(text);
    }
    assert_eq!(suggested(METAMASK).text, METAMASK);
    assert_eq!(suggested(SOLO).text, SOLO);
}

#[test]
fn each_cluster_becomes_a_range_of_its_own() {
    let text = edited(&[("clusters = 1", "clusters = 3")]);
    holds(&text);
    let found = suggested(&text).plan;
    let paths: Vec<_> = ["ssv-1-1", "ssv-2-1", "ssv-2-4", "ssv-3-1", "obol-1-1"]
        .map(|name| found.role(name).unwrap().path.tail())
        .to_vec();
    // Cluster 2 begins behind cluster 1. Ten is where Obol's account was, but cluster 3 came first.
    assert_eq!(paths, ["0'/0/0", "0'/0/4", "0'/0/7", "0'/0/8", "0'/0/12"]);
}

#[test]
fn comments_stay_wherever_they_stood() {
    let text = edited(&[
        ("number = 20\n", "# at a key\nnumber = 20 # behind a value\n"),
        (
            "[[account]]\nwallet = \"member-1/DVTNodeKeys\"",
            "[[account]] # a header\nwallet = \"member-1/DVTNodeKeys\"",
        ),
        ("account_name = \"Obol", "# above the name\naccount_name = \"Obol"),
        ("path = \"1'/0/0\"", "path = \"1'/0/0\" # a path"),
    ]);
    let found = suggested(&text).text;
    for comment in [
        "# at a key\n",
        "# a header\n",
        "# behind a value\n",
        "# above the name\n",
        "path = \"0'/0/1\" # a path\n",
    ] {
        assert_eq!(found.matches(comment).count(), 1, "{comment}\n{found}");
    }
    let decided = found.find("# Decided: the cluster *owner*").unwrap();
    assert!(found[decided..].find("name = \"ssv-owner\"").unwrap() < 700, "{}", &found[decided..]);
}

#[test]
fn the_ends_of_lines_stay() {
    for text in [TEAM, METAMASK] {
        let text = text.replace('\n', "\r\n");
        let found = suggested(&text).text;
        assert_eq!(found.matches('\n').count(), found.matches("\r\n").count());
    }
    let text = METAMASK.replace('\n', "\r\n");
    assert_eq!(suggested(&text).text, text);
}

#[test]
fn lists_in_one_place_are_refused_by_name() {
    let wallet = "member-2/PersonalPayout2";
    let text = format!(
        "role = [{{ name = \"far\", label = \"Far away\", wallet = \"{wallet}\", path = \"7'/0/3\" }}]\n{}",
        "format = \"gishiki-plan-v1\"\n"
    );
    let document: toml_edit::DocumentMut = text.parse().unwrap();
    assert!(document.get("role").is_some_and(|it| !it.is_array_of_tables()));
    let problem = rewrite::Draft::new(&plan(TEAM), &text).err().unwrap();
    assert_eq!(problem.id(), "suggest-inline");
}

#[test]
fn an_acceptance_of_what_is_found_no_more_goes() {
    let accept =
        |lint: &str| format!("\n# why {lint}\n[[accept]]\nlint = \"{lint}\"\nreason = \"decided\"\n");
    let text = TEAM.to_owned() + &accept("P-REACH") + &accept("P-PROTOCOL") + &accept("P-DISPLAY-NAME");
    holds(&text);
    let found = suggested(&text);
    assert_eq!(found.settled, ["P-REACH", "P-DISPLAY-NAME"]);
    assert_eq!(found.plan.accepted.iter().map(|it| it.lint.as_str()).collect::<Vec<_>>(), ["P-PROTOCOL"]);
    assert!(found.text.contains("# why P-REACH") && found.text.contains("# why P-DISPLAY-NAME"));
}

#[test]
fn a_later_ceremony_a_known_address_and_a_full_wallet_are_refused() {
    let refused = |text: &str| suggest(&plan(text), text, "new.toml").unwrap_err().to_string();
    let later = edited(&[
        ("sequence = 1", "sequence = 2"),
        ("previous = \"none\"", &format!("previous = \"{}\"", "0".repeat(64))),
    ]);
    assert!(refused(&later).starts_with("This is the plan of ceremony 2,"));
    let known = |path: &str| {
        edited(&[(path, &format!("{path}\naddress = \"0x9858EfFD232B4033E47d90003D41EC34EcaEda94\""))])
    };
    assert_eq!(
        refused(&known("path = \"1'/0/0\"")),
        "splits-controller at m/44'/60'/1'/0/0 has a known address, so its path cannot be another."
    );
    // Where it stays, its address stays.
    assert_eq!(suggested(&known("path = \"0'/0/0\"")).moves.len(), 10);
    let full = edited(&[("operators = 4", "operators = 996")]);
    assert!(refused(&full).starts_with("member-1/DVTNodeKeys has more addresses than MetaMask lists"));
    // Fewer would fit, were not one in the middle that stays.
    let scattered = edited(&[
        ("operators = 4", "operators = 600"),
        ("first_account = 0", "first_account = 7"),
        ("number = 20", "number = 0"),
        ("path = \"20'/0/0\"", "path = \"0'/0/500\""),
    ]);
    assert!(
        refused(&scattered)
            .starts_with("What stays in member-1/DVTNodeKeys leaves no free row of 600 places")
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn every_role_of_any_plan_is_listed_afterwards(
        blocks in samples().prop_flat_map(|sample| {
            let first = Sample { sequence: 1, ..sample };
            Just(first.blocks()[1..].to_vec()).prop_shuffle()
        })
    ) {
        holds(&format!("format = \"gishiki-plan-v1\"\n{}", blocks.join("\n# a comment between\n")));
    }
}
