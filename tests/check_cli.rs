//! `gishiki check` as a person and a script meet it.

use std::path::PathBuf;
use std::process::{Command, Output};

use serde_json::Value;

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

fn stdout(output: &Output) -> &str {
    std::str::from_utf8(&output.stdout).unwrap()
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

/// The shipped plan with some changes, in a folder that vanishes.
fn changed(edits: &[(&str, &str)]) -> (tempfile::TempDir, PathBuf) {
    let shipped = include_str!("../ceremonies/bonded-validator.toml");
    let text = edits.iter().fold(shipped.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    });
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    std::fs::write(&path, text).unwrap();
    (folder, path)
}

#[test]
fn the_shipped_plans_pass_and_say_so() {
    for (plan, said) in [
        ("solo", "No lint error, one warning, one accepted.\n"),
        ("bonded-validator", "No lint error, 10 warnings, none accepted.\n"),
        ("bonded-validator-hoodi", "No lint error, 10 warnings, none accepted.\n"),
        ("bonded-validator-metamask", "No lint error, 6 warnings, none accepted.\n"),
    ] {
        let output = gishiki(&["check", &format!("ceremonies/{plan}.toml")]);
        assert_eq!(output.status.code(), Some(0), "{plan}");
        assert!(!stderr(&output).contains("error"), "{plan}");
        assert!(stdout(&output).ends_with(said), "{plan}");
        let testnet = stdout(&output).lines().any(|line| line == "TESTNET");
        assert_eq!(testnet, plan.ends_with("hoodi"), "{plan}");
    }
}

#[test]
fn the_design_says_who_reaches_and_who_moves_what() {
    let output = gishiki(&["check", "ceremonies/bonded-validator.toml"]);
    let lines: Vec<_> = stdout(&output).lines().map(str::trim).collect();
    for expected in [
        "obol-1-4           HW - Obol 1-4           10 Obol_Cluster1             10'/0/3  ETH #11  ...s.cl",
        "ssv-1-2            HW - SSV 1-2            0 SSV_Cluster1               0'/0/1   ETH #2   MRtsACl",
        "payout-1           HW - Personal Payout 1  0                            0'/0/0   ETH #1   MRTSACl",
        "treasury                          -         any 2 of member-1,  any 2 of seed-1, seed-2, seed-3",
        "reward-split: pay its recipients  anyone    -                   -",
        "member-2/PersonalPayout2          member-2  -                   seed-2",
        "external rocket-pool-node: address  326:11",
    ] {
        assert!(lines.contains(&expected), "{expected}\n{}", stdout(&output));
    }
}

#[test]
fn japanese_tables_keep_their_columns() {
    let output = gishiki(&["--lang", "ja", "check", "ceremonies/solo.toml"]);
    assert_eq!(output.status.code(), Some(0));
    let table: Vec<_> = stdout(&output)
        .lines()
        .skip_while(|line| !line.starts_with("ウォレットごと"))
        .skip(1)
        .take(3)
        .collect();
    let [head, _, row] = table[..] else { panic!("{}", stdout(&output)) };
    let cells = |line: &str, at: &str| unicode_width::UnicodeWidthStr::width(&line[..line.find(at).unwrap()]);
    assert_eq!(cells(head, "パス"), cells(row, "0'/0/0"));
    assert_eq!(cells(head, "ラベル"), cells(row, "HW - "));
}

#[test]
fn a_finding_shows_its_line_with_a_caret_a_cause_and_a_remedy() {
    let (_folder, path) = changed(&[("salt_nonce = \"1\"", "salt_nonce = \"0\"")]);
    let output = gishiki(&["check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(stdout(&output), "One lint error, 10 warnings, none accepted.\n");
    let expected = format!(
        "error P-CONTRACT-DUPLICATE {}:344:8\n  344 | name = \"operations\"\n      |        ^^^^^^^^^^^^\n  \
         operations and treasury have the same inputs: they are one address.\n  \
         Give one of them another salt, or keep only one.\n\n",
        path.display()
    );
    assert!(stderr(&output).starts_with(&expected), "{}", stderr(&output));
}

#[test]
fn warnings_and_accepted_ones_are_said_with_the_reason() {
    let output = gishiki(&["check", "ceremonies/solo.toml"]);
    assert_eq!(
        stderr(&output),
        "warning P-WALLET-NAME ceremonies/solo.toml:25:8\n  25 | name = \"MasterAdminVault\"\n     |        \
         ^^^^^^^^^^^^^^^^^^\n  The passphrases of these new wallets are typed on the device, where nothing can refuse \
         one that is the wallet's name: member-1/MasterAdminVault.\n  Let chance make every passphrase, and no name or \
         label hint at it; once it is settled how, accept this with that as the reason.\n\n\
         accepted P-ONE-OF-N ceremonies/solo.toml:44:13\n  44 | threshold = 1\n     |             ^\n  \
         The Safe treasury has one owner, owner-1: that key alone moves everything, and without it nothing moves any \
         more.\n  Add owners and raise the threshold, or accept this with its reason.\n  \
         Accepted because: One person; owners are added when there are more, and the address stays\n\n"
    );
    let document: Value =
        serde_json::from_slice(&gishiki(&["check", "--json", "ceremonies/solo.toml"]).stdout).unwrap();
    assert_eq!(document["warnings"][0]["lint"], "P-WALLET-NAME");
    assert_eq!(document["accepted"][0]["lint"], "P-ONE-OF-N");
    let reason = "One person; owners are added when there are more, and the address stays";
    assert_eq!(document["accepted"][0]["reason"], reason);
}

#[test]
fn json_is_one_ascii_document_in_english_whatever_the_language() {
    let (_folder, path) = changed(&[("\"HW - Diva Ops\"", "\"ディヴァ\"")]);
    let english = gishiki(&["check", "--json", path.to_str().unwrap()]);
    let japanese = gishiki(&["--lang", "ja", "check", "--json", path.to_str().unwrap()]);
    assert_eq!(english.status.code(), Some(1));
    assert_eq!((&english.stdout, stderr(&english)), (&japanese.stdout, ""));
    assert!(stdout(&english).is_ascii());
    let document: Value = serde_json::from_slice(&english.stdout).unwrap();
    let finding = &document["errors"][0];
    assert_eq!(finding["lint"], "P-LABEL");
    assert_eq!(finding["at"], serde_json::json!({ "line": 179, "column": 9 }));
    assert_eq!(finding["cause"], "The label \"ディヴァ\" cannot be used everywhere.");
    assert_eq!(document["design"], Value::Null);
    assert_eq!(document["warnings"].as_array().unwrap().len(), 10);
    assert_eq!(document["accepted"], serde_json::json!([]));
}

#[test]
fn json_carries_the_digest_that_sha256sum_prints_and_the_design() {
    let output = gishiki(&["check", "--json", "ceremonies/bonded-validator-hoodi.toml"]);
    assert_eq!(output.status.code(), Some(0));
    let document: Value = serde_json::from_slice(&output.stdout).unwrap();
    let bytes = include_bytes!("../ceremonies/bonded-validator-hoodi.toml");
    assert_eq!(document["plan_sha256"], gishiki::keys::Digest::of(bytes).to_string());
    let design = &document["design"];
    assert_eq!(design["ceremony"]["chain_id"], 560_048);
    assert_eq!(design["roles"].as_array().unwrap().len(), 22);
    let table = design["design_table"].as_array().unwrap();
    assert_eq!(table.len(), 22);
    let row = table.iter().find(|row| row["role"] == "obol-1-2").unwrap();
    assert_eq!(
        *row,
        serde_json::json!({
            "wallet": "member-1/DVTNodeKeys",
            "custodian": "member-1",
            "account": 10,
            "account_name": "Obol_Cluster1",
            "role": "obol-1-2",
            "label": "HW - Obol 1-2",
            "path": "m/44'/60'/10'/0/1",
            "device_shows": "ETH #11",
            "reached_by": [
                { "program": "Safe{Wallet}", "how": "typed", "as_of": "2026-07-23" },
                { "program": "cast", "how": "typed", "as_of": "2026-05-19" },
                { "program": "trezorctl", "how": "typed", "as_of": "2026-08-21" },
            ],
        })
    );
    let holders = design["holders"].as_array().unwrap();
    assert_eq!(holders.len(), 22 + 2 + 2);
    let pairs = serde_json::json!([["seed-1", "seed-2"], ["seed-1", "seed-3"], ["seed-2", "seed-3"]]);
    assert_eq!(holders[24]["name"], "reward-split");
    assert_eq!((&holders[24]["act"], &holders[24]["seeds"]), (&serde_json::json!("change"), &pairs));
    assert_eq!(holders[25]["by"], "anyone");
    assert_eq!(design["safes"][0]["moved_by"].as_array().unwrap().len(), 3);
    assert_eq!(design["splits"][0]["changed_by"], design["safes"][0]["moved_by"]);
}

#[test]
fn a_file_that_cannot_be_read_is_another_exit_status_than_a_wrong_one() {
    let output = gishiki(&["check", "ceremonies/none.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stdout(&output), "");
    assert!(stderr(&output).starts_with("ceremonies/none.toml cannot be read: "));
    assert_eq!(gishiki(&["check"]).status.code(), Some(2));
    let (_folder, path) = changed(&[("format = ", "format: ")]);
    assert_eq!(gishiki(&["check", path.to_str().unwrap()]).status.code(), Some(1));
}

#[test]
fn what_stands_in_a_plan_cannot_command_the_terminal() {
    let (_folder, path) = changed(&[("\"HW - Diva Ops\"", "\"\\u001b]0;x\\u0007\"")]);
    let output = gishiki(&["check", path.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(1));
    assert!(!stderr(&output).contains('\u{1b}'));
    assert!(stderr(&output).contains("The label \"\\u{1b}]0;x\\u{7}\" cannot be used everywhere."));
}

#[test]
fn the_tables_keep_within_a_hundred_columns_in_both_languages() {
    for plan in ["solo", "bonded-validator", "bonded-validator-hoodi", "bonded-validator-metamask"] {
        for lang in ["en", "ja"] {
            let output = gishiki(&["--lang", lang, "check", &format!("ceremonies/{plan}.toml")]);
            for line in stdout(&output).lines() {
                let width = unicode_width::UnicodeWidthStr::width(line);
                assert!(width <= 100, "{width} columns: {line}");
            }
        }
    }
}
