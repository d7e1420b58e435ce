//! `gishiki export`, and `gishiki verify --chain-answers`, as people and scripts call them.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::{Value, json};

const BUNDLE: &str = "manifests/rehearsal-bonded-validator-1";

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").output().unwrap()
}

/// An export of the shipped rehearsal.
fn export(args: &[&str]) -> Output {
    gishiki(&[&["export"], args, &["--rehearsal"]].concat())
}

fn document(output: &Output) -> Value {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

/// Exit status and cause of what is refused; nothing is said on stdout.
fn refused(output: &Output) -> (i32, String) {
    assert!(output.stdout.is_empty());
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    // What was read of answers stands before them.
    let mut lines = text.lines().rev();
    let (_remedy, cause) = (lines.next().unwrap(), lines.next().unwrap());
    (output.status.code().unwrap(), cause.to_owned())
}

fn written(folder: &Path, name: &str, value: &Value) -> PathBuf {
    let place = folder.join(name);
    fs::write(&place, value.to_string()).unwrap();
    place
}

/// A node on which nothing of ours stands: every question answered with nothing.
fn empty_node(request: &Value) -> Vec<Value> {
    let answer = |asked: &Value| {
        let result = match asked["method"].as_str().unwrap() {
            "eth_chainId" => json!("0x1"),
            "eth_getBlockByNumber" => json!({ "number": "0x7", "timestamp": "0x8" }),
            "eth_getStorageAt" => json!(format!("0x{}", "0".repeat(64))),
            _ => json!("0x"),
        };
        json!({ "jsonrpc": "2.0", "id": asked["id"], "result": result })
    };
    request.as_array().unwrap().iter().map(answer).collect()
}

#[test]
fn formats_are_listed_and_others_refused_by_name() {
    let list = String::from_utf8(gishiki(&["export", "--list"]).stdout).unwrap();
    let names: Vec<_> = list.lines().filter_map(|line| line.split_whitespace().next()).collect();
    let formats = "batch chain-check crypto-account deployments ethstaker-deposit labels lighthouse lodestar metamask \
                   metamask-contacts metamask-labels nimbus notes-obol notes-ssv public qr-sheet rotki \
                   safe-address-book safe-data safe-wallet";
    assert_eq!(names, formats.split(' ').collect::<Vec<_>>());
    assert_eq!(refused(&export(&["poetry", BUNDLE])), (2, "There is no export poetry.".to_owned()));
    assert_eq!(gishiki(&["export", "batch"]).status.code(), Some(2));
}

#[test]
fn nothing_comes_of_a_bundle_that_does_not_verify() {
    let (status, cause) = refused(&gishiki(&["export", "deployments", BUNDLE]));
    assert_eq!(status, 1);
    assert!(cause.contains("V-REHEARSAL") && cause.contains("V-PINS"), "{cause}");
}

/// Every file below a folder with its bytes, by its path in it.
fn below(folder: &Path) -> std::collections::BTreeMap<PathBuf, Vec<u8>> {
    let mut found = std::collections::BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                found.insert(path.strip_prefix(folder).unwrap().to_owned(), fs::read(&path).unwrap());
            }
        }
    }
    found
}

#[test]
fn the_public_set_is_the_public_folder_and_verifies_alone() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("shared");
    let place = out.to_str().unwrap();
    let output = export(&["public", BUNDLE, "--out", place]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(output.stdout.is_empty());
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join(BUNDLE);
    assert_eq!(below(&out), below(&root.join("public")));
    assert_eq!(fs::read_dir(home.path()).unwrap().count(), 1, "no draft stays");
    let verified = gishiki(&["verify", place, "--rehearsal"]);
    assert_eq!(verified.status.code(), Some(0), "{}", String::from_utf8_lossy(&verified.stdout));
    // Never over anything, and nothing of what does not verify.
    let again = refused(&export(&["public", BUNDLE, "--out", place]));
    assert_eq!(again.0, 2, "{}", again.1);
    assert_eq!(refused(&export(&["public", BUNDLE])).0, 2);
    assert_eq!(refused(&export(&["public", BUNDLE, "--out", place, "--chain-id", "5"])).0, 2);
    let unproven = home.path().join("unproven");
    let (status, cause) =
        refused(&gishiki(&["export", "public", BUNDLE, "--out", unproven.to_str().unwrap()]));
    assert!(status == 1 && cause.contains("V-REHEARSAL"), "{cause}");
    assert!(!unproven.exists() && fs::read_dir(home.path()).unwrap().count() == 1);
}

#[test]
fn deployments_come_in_an_order_in_which_each_finds_what_it_needs() {
    let output = export(&["deployments", BUNDLE]);
    let said = document(&output);
    let names: Vec<_> =
        said["deployments"].as_array().unwrap().iter().map(|it| it["name"].as_str().unwrap()).collect();
    assert_eq!(names, ["treasury", "operations", "reward-split"]);
    assert_eq!(said["ceremony"]["rehearsal"], true);
    let file = fs::read(Path::new(BUNDLE).join("public/contracts/treasury.json")).unwrap();
    let file: Value = serde_json::from_slice(&file).unwrap();
    assert_eq!(said["deployments"][0]["data"], file["deployment"]["tx"]["data"]);
    assert!(String::from_utf8(output.stderr).unwrap().starts_with("Anyone may send each of these"));
}

#[test]
fn the_wallet_file_warns_that_it_overwrites() {
    let output = export(&["safe-wallet", BUNDLE]);
    let safes = &document(&output)["data"]["undeployedSafes"]["1"];
    assert_eq!(safes.as_object().unwrap().len(), 2);
    assert!(String::from_utf8(output.stderr).unwrap().contains("OVERWRITES"));
}

#[test]
fn an_option_without_a_meaning_is_refused() {
    for (args, option) in [
        (["chain-check", BUNDLE, "--batch", "share-rewards"], "--batch"),
        (["batch", BUNDLE, "--chain-id", "10"], "--chain-id"),
        (["safe-wallet", BUNDLE, "--chain-answers", "/dev/null"], "--chain-answers"),
    ] {
        let (status, cause) = refused(&export(&args));
        assert_eq!((status, cause.starts_with(option)), (2, true), "{cause}");
    }
}

#[test]
fn an_output_is_never_written_over() {
    let home = tempfile::tempdir().unwrap();
    let place = home.path().join("questions.json");
    let args = ["chain-check", BUNDLE, "--out", place.to_str().unwrap()];
    let first = export(&args);
    assert!(first.status.success() && first.stdout.is_empty());
    let bytes = fs::read(&place).unwrap();
    let (status, cause) = refused(&export(&args));
    assert_eq!(status, 2);
    assert!(cause.ends_with("questions.json is there already."), "{cause}");
    assert_eq!(fs::read(&place).unwrap(), bytes);
}

#[test]
fn a_chain_on_which_nothing_is_wanted_is_refused() {
    let cause = refused(&export(&["chain-check", BUNDLE, "--chain-id", "10"])).1;
    assert_eq!(cause, "The manifest wants no contract on chain 10.");
}

#[test]
fn what_a_chain_says_stands_beside_the_verdict_on_the_manifest() {
    let home = tempfile::tempdir().unwrap();
    let answers = empty_node(&document(&export(&["chain-check", BUNDLE])));
    let place = written(home.path(), "answers.json", &answers.into());
    let args = ["verify", BUNDLE, "--rehearsal", "--chain-answers", place.to_str().unwrap()];
    let output = gishiki(&args);
    assert_eq!(output.status.code(), Some(1));
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(text.starts_with("VERIFIED"), "{text}");
    assert!(text.contains("treasury: nothing stands there yet."), "{text}");
    let output = gishiki(&[&args[..], &["--json"]].concat());
    let said: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!((&said["ok"], &said["chain"][0]["ok"]), (&json!(true), &json!(false)));
    assert_eq!(said["chain"][0]["block"], 7);
    assert_eq!(said["chain"][0]["stands"]["treasury"], "nowhere");
    // Without answers nothing is said of chains.
    let said: Value =
        serde_json::from_slice(&gishiki(&["verify", BUNDLE, "--rehearsal", "--json"]).stdout).unwrap();
    assert!(said.get("chain").is_none());
}

#[test]
fn what_a_node_says_cannot_command_the_terminal() {
    let home = tempfile::tempdir().unwrap();
    let mut answers = empty_node(&document(&export(&["chain-check", BUNDLE])));
    answers.push(json!({ "jsonrpc": "2.0", "id": "\u{1b}]0;x\u{7}", "result": "0x" }));
    let place = written(home.path(), "answers.json", &answers.into());
    let output = gishiki(&["verify", BUNDLE, "--rehearsal", "--chain-answers", place.to_str().unwrap()]);
    let text = String::from_utf8(output.stdout).unwrap();
    assert!(!text.contains(['\u{1b}', '\u{7}']) && text.contains("This was not asked."), "{text}");
}

#[test]
fn a_batch_is_released_only_once_the_chain_shows_what_it_needs() {
    // A rehearsal's contracts stand nowhere, and its file says REHEARSAL: it is there to be looked at.
    let batch = document(&export(&["batch", BUNDLE, "--batch", "share-rewards"]));
    assert_eq!(batch["meta"]["name"], "REHEARSAL Rewards through the split");
    assert_eq!(batch["transactions"].as_array().unwrap().len(), 2);
    // But where answers are brought, they count.
    let home = tempfile::tempdir().unwrap();
    let answers = empty_node(&document(&export(&["chain-check", BUNDLE])));
    let place = written(home.path(), "answers.json", &answers.clone().into());
    let args = ["batch", BUNDLE, "--batch", "share-rewards", "--chain-answers", place.to_str().unwrap()];
    let (status, cause) = refused(&export(&args));
    assert_eq!(status, 1);
    assert!(cause.starts_with("treasury does not stand on chain 1"), "{cause}");
    // Nor do another chain's answers count.
    let mut other = answers;
    other[0]["result"] = json!("0x5");
    let place = written(home.path(), "other.json", &other.into());
    let args = ["batch", BUNDLE, "--batch", "share-rewards", "--chain-answers", place.to_str().unwrap()];
    assert_eq!(refused(&export(&args)), (1, "These are not the answers of chain 1.".to_owned()));
}

#[test]
fn a_batch_is_asked_for_by_name() {
    for args in [&["batch", BUNDLE][..], &["batch", BUNDLE, "--batch", "treasury"]] {
        let output = export(args);
        let text = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(text.contains("Name one that it has: fund-operators, share-rewards."), "{text}");
    }
}

#[test]
fn nothing_is_saved_into_the_folder_of_the_ceremony() {
    for (place, out) in [
        ("", "x.jsonl"),
        ("", "public/x.jsonl"),
        ("/public", "x.jsonl"),
        ("/public/manifest.json", "sealed/x"),
    ] {
        let (place, out) = (format!("{BUNDLE}{place}"), format!("{BUNDLE}/{out}"));
        let (status, cause) = refused(&export(&["labels", &place, "--out", &out]));
        assert_eq!(status, 2);
        assert!(cause.contains("would lie in the folder of the ceremony"), "{cause}");
        assert!(!Path::new(env!("CARGO_MANIFEST_DIR")).join(&out).exists());
    }
    let inside = format!("{BUNDLE}/public/inside");
    assert_eq!(refused(&export(&["public", BUNDLE, "--out", &inside])).0, 2);
}

#[test]
fn a_safe_that_a_chain_does_not_show_is_nobody_s_fee_recipient() {
    let home = tempfile::tempdir().unwrap();
    let answers = empty_node(&document(&export(&["chain-check", BUNDLE])));
    let place = written(home.path(), "answers.json", &answers.into());
    let with = |policy: &[&'static str]| {
        let args = [&["lodestar", BUNDLE, "--chain-answers", place.to_str().unwrap()], policy].concat();
        refused(&export(&args))
    };
    let (status, cause) = with(&["--policy", "own", "--safe", "treasury"]);
    assert_eq!(status, 1);
    assert!(cause.contains("treasury"), "{cause}");
    // A protocol's vaults stand without us.
    assert_eq!(with(&["--policy", "lido-csm"]).0, 2);
}
