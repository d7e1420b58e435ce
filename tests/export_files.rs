//! The files for wallets and machines, of the shipped rehearsal: every byte, and what is refused.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

const BUNDLE: &str = "manifests/rehearsal-bonded-validator-1";

/// Each file in `tests/exports/`, by the call that makes it.
const FILES: [(&str, &[&str]); 17] = [
    ("contacts.json", &["metamask-contacts"]),
    ("contacts.csv", &["metamask-labels"]),
    ("labels.jsonl", &["labels"]),
    ("rotki.csv", &["rotki"]),
    ("safe-address-book.csv", &["safe-address-book"]),
    ("safe-data.json", &["safe-data"]),
    ("own.deposit", &["ethstaker-deposit", "--policy", "own", "--safe", "treasury"]),
    ("own.lighthouse", &["lighthouse", "--policy", "own", "--safe", "treasury"]),
    ("own.nimbus", &["nimbus", "--policy", "own", "--safe", "operations"]),
    ("own.yaml", &["lodestar", "--policy", "own", "--safe", "treasury"]),
    ("own.ssv", &["notes-ssv", "--policy", "own", "--safe", "treasury"]),
    ("own.obol", &["notes-obol", "--policy", "own", "--safe", "treasury"]),
    ("lido-csm.deposit", &["ethstaker-deposit", "--policy", "lido-csm"]),
    ("lido-csm.yaml", &["lodestar", "--policy", "lido-csm"]),
    ("lido-csm.ssv", &["notes-ssv", "--policy", "lido-csm"]),
    ("lido-csm.obol", &["notes-obol", "--policy", "lido-csm"]),
    ("rocket-pool.yaml", &["lodestar", "--policy", "rocket-pool"]),
];

fn gishiki(args: &[&str], lang: &str) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args);
    command.env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", lang).output().unwrap()
}

/// A call of `export` on the shipped rehearsal.
fn export(args: &[&str], lang: &str) -> Output {
    let (format, rest) = args.split_first().unwrap();
    gishiki(&[&["export", format, BUNDLE, "--rehearsal"], rest].concat(), lang)
}

fn refused(args: &[&str]) -> (Option<i32>, String) {
    let output = export(args, "C");
    assert!(output.stdout.is_empty());
    (output.status.code(), String::from_utf8(output.stderr).unwrap().lines().next().unwrap().to_owned())
}

#[test]
fn every_file_has_its_bytes_in_either_language() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/exports");
    for (name, args) in FILES {
        let expected = fs::read_to_string(folder.join(name)).unwrap();
        // One that speaks, whatever the language of whoever makes it.
        let langs: &[&str] = if name == "own.yaml" { &["C", "ja_JP.UTF-8"] } else { &["C"] };
        for lang in langs {
            let output = export(args, lang);
            assert_eq!(output.status.code(), Some(0), "{name}: {}", String::from_utf8_lossy(&output.stderr));
            assert_eq!(String::from_utf8(output.stdout).unwrap(), expected, "{name}");
        }
    }
    assert_eq!(fs::read_dir(folder).unwrap().count(), FILES.len(), "every file is compared");
}

#[test]
fn nothing_comes_of_a_bundle_that_does_not_verify() {
    for args in
        [&["safe-address-book"][..], &["labels"], &["metamask"], &["lodestar", "--policy", "lido-csm"]]
    {
        let (format, rest) = args.split_first().unwrap();
        let output = gishiki(&[&["export", format, BUNDLE], rest].concat(), "C");
        assert_eq!((output.status.code(), output.stdout.is_empty()), (Some(1), true), "{format}");
    }
}

#[test]
fn a_policy_must_be_said_and_a_safe_never_receives_what_a_protocol_wants() {
    assert_eq!(
        refused(&["lodestar"]),
        (Some(2), "Whose validators it is about was not said, or is not known.".to_owned())
    );
    assert_eq!(refused(&["nimbus", "--policy", "puffer"]).0, Some(2));
    assert_eq!(
        refused(&["lodestar", "--policy", "own"]),
        (Some(2), "It is not certain which Safe the team's own validators pay.".to_owned())
    );
    assert_eq!(
        refused(&["lighthouse", "--policy", "lido-csm", "--safe", "treasury"]),
        (Some(2), "Fees of validators of the policy lido-csm never go to a Safe of the team.".to_owned())
    );
    assert_eq!(
        refused(&["rotki", "--policy", "own"]),
        (Some(2), "--policy has no meaning for the export rotki.".to_owned())
    );
    assert_eq!(refused(&["safe-data", "--safe", "treasury"]).0, Some(2));
    assert_eq!(refused(&["notes-ssv", "--policy", "rocket-pool"]).0, Some(2));
}

#[test]
fn whoever_takes_a_file_is_told_what_an_import_replaces() {
    for (format, word) in [
        ("safe-data", "OVERWRITES"),
        ("metamask-contacts", "REPLACES"),
        ("metamask-contacts", "MetaMaskUserData.REHEARSAL-bonded-validator-1.json"),
    ] {
        let said = String::from_utf8(export(&[format], "C").stderr).unwrap();
        assert!(said.contains(word), "{said}");
    }
    let said = String::from_utf8(export(&["lodestar", "--policy", "lido-csm"], "C").stderr).unwrap();
    assert!(said.starts_with("REHEARSAL: "), "{said}");
}
