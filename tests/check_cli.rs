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
        "obol-1-4           HW - Obol 1-4         10 Obol_Cluster1          10'/0/3  ETH #11  ..?..s..wcpl",
        "ssv-1-2            HW - SSV 1-2          0 SSV_Cluster1            0'/0/1   ETH #2   MR?AtsFEWcpl",
        "payout-1           HW - Personal Payout  0                         0'/0/0   ETH #1   MR?ATSFEWcpl",
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
                {
                    "program": "Safe{Wallet}",
                    "device": "trezor",
                    "how": "typed",
                    "option": "choose \"Custom Path\" and type the path m/44'/60'/10'/0/1",
                    "menu": "Custom Path",
                    "number": null,
                    "command": null,
                    "note": null,
                    "source": "safe",
                    "as_of": "2026-07-23",
                },
                {
                    "program": "MyEtherWallet",
                    "device": "trezor",
                    "how": "typed",
                    "option": "choose \"+ Add Path\", type the path m/44'/60'/10'/0: number 2 of its list",
                    "menu": "+ Add Path",
                    "number": 2,
                    "command": null,
                    "note": "Read in a stored copy of its source: the site as it is today was not looked at.",
                    "source": "myetherwallet",
                    "as_of": "2026-11-22",
                },
                {
                    "program": "cast",
                    "device": "trezor",
                    "how": "typed",
                    "option": null,
                    "menu": null,
                    "number": null,
                    "command": "cast wallet address --trezor --mnemonic-derivation-path \"m/44'/60'/10'/0/1\"",
                    "note": "\"cast send\" takes the same options. The passphrase is entered on the device; a Trezor One does not work.",
                    "source": "cast",
                    "as_of": "2026-05-19",
                },
                {
                    "program": "safe-cli",
                    "device": "trezor",
                    "how": "typed",
                    "option": null,
                    "menu": null,
                    "number": null,
                    "command": "load_trezor_cli_owners --derivation-path \"44'/60'/10'/0/1\"",
                    "note": "It asks for the passphrase on the computer: keep it away from the passphrases of this plan.",
                    "source": "safe-cli",
                    "as_of": "2026-06-29",
                },
                {
                    "program": "trezorctl",
                    "device": "trezor",
                    "how": "typed",
                    "option": null,
                    "menu": null,
                    "number": null,
                    "command": "trezorctl ethereum get-address -n \"m/44'/60'/10'/0/1\" -d",
                    "note": "It shows the address on the device, to compare with; it sends nothing.",
                    "source": "trezorctl",
                    "as_of": "2026-08-21",
                },
            ],
            "unverified": [{ "program": "Rabby mobile", "device": "trezor" }],
        })
    );
    let sources = design["reach_sources"].as_array().unwrap();
    let known = |id: &Value| sources.iter().any(|source| source["id"] == *id);
    assert!(
        table.iter().flat_map(|row| row["reached_by"].as_array().unwrap()).all(|it| known(&it["source"]))
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
            let plan = format!("ceremonies/{plan}.toml");
            let design = gishiki(&["--lang", lang, "check", &plan]);
            let ways = gishiki(&["--lang", lang, "check", &plan, "--reach"]);
            // A command stays whole.
            let command = |line: &&str| line.contains("--mnemonic-derivation-path");
            let lines = stdout(&design).lines().chain(stdout(&ways).lines());
            for line in lines.filter(|line| !command(line)) {
                let width = unicode_width::UnicodeWidthStr::width(line);
                assert!(width <= 100, "{width} columns: {line}");
            }
        }
    }
}

#[test]
fn reach_says_for_each_program_what_to_choose_and_what_is_beyond_it() {
    let output = gishiki(&["check", "ceremonies/bonded-validator.toml", "--reach"]);
    assert_eq!(output.status.code(), Some(0));
    let part = |start| stdout(&output).split("\n\n").find(|it| it.starts_with(start)).unwrap();
    let metamask = part("MetaMask with a Trezor\n");
    let lines: Vec<_> = metamask.lines().map(str::trim).collect();
    assert_eq!(lines[1], "choose \"BIP44 Standard (e.g. MetaMask, Trezor)\"");
    for expected in [
        "member-1/ProtocolOperations",
        "lido-ops    number 1 (page 1, row 1)",
        "ssv-1-4     number 4 (page 1, row 4)",
    ] {
        assert!(lines.contains(&expected), "{expected}\n{metamask}");
    }
    assert!(lines.iter().any(|line| line.starts_with("Not reached: splits-controller, rocketpool-ops, ")));
    assert!(lines.iter().any(|line| line.starts_with("Read in MetaMask/accounts ")));
    assert!(!stdout(&output).contains("with a Ledger"));
    let rabby = part("Rabby with a Trezor\n");
    assert!(!rabby.contains("obol-1-2  ") && rabby.contains("obol-1-1           start from 11\n"), "{rabby}");
    assert!(
        stdout(&output)
            .contains("Rabby mobile with a Trezor\n  Nobody looked closely enough to say: owner-1,")
    );
}

#[test]
fn reach_of_one_role_is_what_its_holder_does() {
    let output = gishiki(&["check", "ceremonies/bonded-validator.toml", "--reach=obol-1-3"]);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<_> = stdout(&output).lines().map(str::trim).collect();
    for expected in [
        "cast wallet address --trezor --mnemonic-derivation-path \"m/44'/60'/10'/0/2\"",
        "choose \"Custom Path\" and type the path m/44'/60'/10'/0/2",
        "Not reached by: MetaMask, MetaMask mobile, Rabby, Ambire, Trezor Suite, Ledger Live, Frame, Enkrypt",
        "Nobody looked closely enough to say of: Rabby mobile",
    ] {
        assert!(lines.contains(&expected), "{expected}\n{}", stdout(&output));
    }
    let unknown = gishiki(&["check", "ceremonies/bonded-validator.toml", "--reach=nobody"]);
    assert_eq!((unknown.status.code(), stdout(&unknown)), (Some(2), ""));
    assert!(stderr(&unknown).contains("nobody"));
}

#[test]
fn a_seed_that_may_go_to_a_ledger_has_the_ways_of_a_ledger_too() {
    let (from, to) = ("may_move_to_ledger = false", "may_move_to_ledger = true");
    let (_folder, path) = changed(&[(from, to), ("kind = \"slip39-20\"", "kind = \"bip39-24\"")]);
    let output = gishiki(&["check", path.to_str().unwrap(), "--reach=splits-controller"]);
    let said = "MetaMask with a Ledger\n  choose \"Ledger Live\": number 2 of the list (page 1, row 2)\n";
    assert!(stdout(&output).contains(said), "{}", stdout(&output));
    // The seeds of the others stay where they are.
    let other = gishiki(&["check", path.to_str().unwrap(), "--reach=payout-2"]);
    assert!(!stdout(&other).contains("with a Ledger"));
}
