//! Arbitrary bytes where a file should be: true files with some bytes changed, left out or repeated. The fuzzer (`fuzz/`)
//! drives the same properties further.

#[path = "../common/changed.rs"]
mod changed;
mod files;
mod seeds;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::LazyLock;

use gishiki::keys::Digest;
use gishiki::manifest::{Heading, Statement, StatementKind};
use proptest::prelude::*;

use changed::like;

type Seeds = LazyLock<Vec<Vec<u8>>>;

static PLANS: Seeds = LazyLock::new(seeds::plans);
static PARTS: Seeds = LazyLock::new(|| seeds::of(|name| name.starts_with("public/parts/")));
static SEALED: Seeds =
    LazyLock::new(|| seeds::of(|name| name.starts_with("sealed/member") && name.ends_with(".json")));
static MANIFESTS: Seeds = LazyLock::new(|| seeds::of(|name| name == "public/manifest.json"));
static MEMBERS: Seeds = LazyLock::new(|| seeds::of(|name| name.starts_with("sealed/journal-member")));
static TEAMS: Seeds = LazyLock::new(|| seeds::of(|name| name == "sealed/journal-team.jsonl"));
static STATEMENTS: Seeds =
    LazyLock::new(|| seeds::of(|name| name.starts_with("public/statements/") && name.ends_with(".txt")));
static BUNDLES: Seeds = LazyLock::new(seeds::bundles);
static SHIPPED: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(seeds::shipped);

proptest! {
    #[test]
    fn no_plan_does_harm(bytes in like(&PLANS)) {
        files::plan(&bytes);
    }

    #[test]
    fn signed_files_are_read_from_one_writing(
        part in like(&PARTS), sealed in like(&SEALED), manifest in like(&MANIFESTS),
    ) {
        files::part(&part);
        files::sealed(&sealed);
        files::manifest(&manifest);
    }

    #[test]
    fn journals_are_read_from_one_writing(member in like(&MEMBERS), team in like(&TEAMS)) {
        files::member_journal(&member);
        files::team_journal(&team);
    }

    #[test]
    fn a_statement_has_one_reading(bytes in like(&STATEMENTS)) {
        files::statement(&bytes);
    }

    /// Of facts in the forms of plans, too, not only of texts.
    #[test]
    fn other_facts_are_another_statement(one in facts(), two in facts()) {
        let text = |(heading, member, wallet, addresses): &Facts| {
            let kind = if heading.chain_id == 1 { StatementKind::Part } else { StatementKind::Manifest };
            let (member, wallet, addresses) = (member.as_str(), wallet.as_str(), usize::from(*addresses));
            Statement { kind, ceremony: heading, member, wallet, addresses, sha256: Digest::ZERO }.to_string()
        };
        prop_assert_eq!(text(&one) == text(&two), one == two);
        prop_assert!(files::statement(text(&one).as_bytes()));
    }
}

type Facts = (Heading, String, String, u8);

/// Few letters, so that equal texts are likely where they are possible.
fn facts() -> impl Strategy<Value = Facts> {
    let words = ("[!-:<-~]([ -:<-~]{0,3}[!-:<-~])?", "[a0-]{1,2}", "[a0-]{1,2}", "[aA]{1,2}");
    (words, any::<bool>(), any::<bool>(), 1..3_u64, 1..3_u64, 1..3_u8).prop_map(
        |((organisation, id, member, wallet), rehearsal, testnet, sequence, chain_id, addresses)| {
            let plan_sha256 = Digest::ZERO;
            let previous = "none".to_owned();
            let heading =
                Heading { chain_id, id, organisation, plan_sha256, previous, rehearsal, sequence, testnet };
            (heading, member, wallet, addresses)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn nothing_laid_over_a_ceremony_passes(bytes in like(&BUNDLES)) {
        files::bundle(&bytes, &SHIPPED);
    }
}

#[test]
fn true_files_are_taken() {
    assert!(PLANS.iter().all(|bytes| files::plan(bytes)));
    assert!(PARTS.iter().all(|bytes| files::part(bytes)));
    assert!(SEALED.iter().all(|bytes| files::sealed(bytes)));
    assert!(MANIFESTS.iter().all(|bytes| files::manifest(bytes)));
    assert!(MEMBERS.iter().all(|bytes| files::member_journal(bytes) > 10));
    assert!(TEAMS.iter().all(|bytes| files::team_journal(bytes) > 3));
    assert!(STATEMENTS.iter().all(|bytes| files::statement(bytes)));
    assert!(BUNDLES.iter().take(2).all(|bytes| files::bundle(bytes, &SHIPPED)));
    assert!(!files::bundle(&files::packed(&BTreeMap::from([("public/x".to_owned(), vec![1])])), &SHIPPED));
}

/// What the fuzzer begins with, where it looks for it.
#[test]
#[ignore = "writes into fuzz/corpus/"]
fn true_files_are_written_for_the_fuzzer() {
    let all = [
        ("plan", &PLANS),
        ("part", &PARTS),
        ("sealed", &SEALED),
        ("manifest", &MANIFESTS),
        ("member_journal", &MEMBERS),
        ("team_journal", &TEAMS),
        ("statement", &STATEMENTS),
        ("bundle", &BUNDLES),
    ];
    for (target, seeds) in all {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
        std::fs::create_dir_all(&folder).unwrap();
        for (at, seed) in seeds.iter().enumerate() {
            std::fs::write(folder.join(format!("seed-{at:02}")), seed).unwrap();
        }
    }
}
