//! A ceremony whose Safes and splits are not the usual ones: what the manifest holds is what `gishiki safe` and
//! `gishiki split` say of the same choices, and the auditor finds nothing wrong.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

const PLAN: &str = include_str!("../ceremonies/bonded-validator-hoodi.toml");
const OLD_SAFE: &str = "version = \"1.4.1\"\npreset = \"ui\"\nsalt_nonce = \"0\"";
const NEW_SAFE: &str = "version = \"1.4.1\"\npreset = \"ui\"\nsalt_nonce = \"1\"";
const SALT: &str = "salt = \"0x8e0a6aa5f74bce5b6606850d93795a5ae0a6548116137e8e506b2a286e0f44eb\"";
const SPLIT: &str = r#"[[split]]
name = "first-split"
label = "First Split"
kind = "pull"
version = "1"
owner = "none"
salt = "none"
pays = ["ETH"]
incentive = 7
chains = [560048]

[[split.recipient]]
to = "payout-1"
share = 250000

[[split.recipient]]
to = "reward-split"
share = 750000

[manifest]"#;

fn plan() -> String {
    [
        (
            OLD_SAFE,
            "version = \"1.3.0\"\npreset = \"plain\"\ndeployment = \"eip155\"\nsingleton = \"l1\"\n\
             fallback_handler = \"none\"\nsalt_nonce = \"0\"",
        ),
        (
            NEW_SAFE,
            "version = \"1.5.0\"\npreset = \"plain\"\nmethod = \"create-chain-specific-proxy-with-nonce-l2\"\n\
             fallback_handler = \"0x85a8ca358D388530ad0fB95D0cb89Dd44Fc242c3\"\nsalt_nonce = \"1\"",
        ),
        ("kind = \"push\"\nversion = \"2.2\"", "kind = \"pull\"\nversion = \"2.1\""),
        (SALT, "salt = \"derived\""),
        ("[manifest]", SPLIT),
    ]
    .iter()
    .fold(PLAN.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replacen(from, to, 1)
    })
}

fn gishiki(args: &[&str]) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_gishiki")).args(args).env("LANG", "C").output().unwrap();
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

fn json(args: &[&str]) -> Value {
    serde_json::from_slice(&gishiki(args)).unwrap()
}

fn list(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|it| it.as_str().unwrap()).collect()
}

/// What `gishiki safe` says of a manifest's entry with these options.
fn safe(entry: &Value, options: &[&str]) -> Value {
    let start =
        ["safe", "--threshold", "2", "--chain-id", "560048", "--preset", "plain", "--json", "--owner"];
    json(&[&start[..], &list(&entry["owners"]), options].concat())
}

/// What `gishiki split` says of a manifest's entry with these options.
fn split(entry: &Value, options: &[&str]) -> Value {
    let recipients = list(&entry["recipients"]).into_iter().zip(list(&entry["allocations"]));
    let recipients: Vec<_> = recipients.map(|(to, share)| format!("{to}={share}")).collect();
    let recipients: Vec<_> = recipients.iter().map(String::as_str).collect();
    let start = ["split", "--chain-id", "560048", "--kind", "pull", "--json", "--recipient"];
    json(&[&start[..], &recipients, options].concat())
}

fn rehearsed(home: &Path) -> (String, Value) {
    let path = home.join("plan.toml");
    std::fs::write(&path, plan()).unwrap();
    let plan = path.to_str().unwrap().to_owned();
    let out = home.join("out");
    gishiki(&["rehearse", &plan, "--headless", "--out", out.to_str().unwrap()]);
    let manifest = std::fs::read(out.join("public/manifest.json")).unwrap();
    let verified = json(&["verify", out.to_str().unwrap(), "--plan", &plan, "--rehearsal", "--json"]);
    assert_eq!(verified["ok"], true);
    (plan, serde_json::from_slice(&manifest).unwrap())
}

#[test]
fn a_ceremony_predicts_what_the_command_line_predicts() {
    let home = tempfile::tempdir().unwrap();
    let (plan, manifest) = rehearsed(home.path());
    let entries = manifest["contracts"].as_array().unwrap();
    let entry = |kind: &str, name: &str| {
        entries.iter().map(|it| &it[kind]).find(|it| it["name"] == name).unwrap().clone()
    };
    let treasury = entry("safe", "treasury");
    let by_hand = safe(
        &treasury,
        &["--version", "1.3.0", "--deployment", "eip155", "--singleton", "l1", "--fallback-handler", "none"],
    );
    assert_eq!(treasury["address"], by_hand["address"]);
    assert_eq!(
        (&treasury["deployment"], &treasury["singleton"]),
        (&by_hand["deployment"], &by_hand["singleton"])
    );
    assert_eq!(treasury["fallback_handler"], by_hand["fallback_handler"]);
    assert_eq!(treasury.get("method"), None);

    let operations = entry("safe", "operations");
    let method = "create-chain-specific-proxy-with-nonce-l2";
    let handler = "0x85a8ca358D388530ad0fB95D0cb89Dd44Fc242c3";
    let by_hand = safe(
        &operations,
        &["--version", "1.5.0", "--method", method, "--fallback-handler", handler, "--salt-nonce", "1"],
    );
    assert_eq!(operations["address"], by_hand["address"]);
    assert_eq!(operations["method"], method);

    let rewards = entry("split", "reward-split");
    let salt = rewards["salt"].as_str().unwrap();
    let treasury_address = treasury["address"].as_str().unwrap();
    let by_hand = split(&rewards, &["--version", "2.1", "--owner", treasury_address, "--salt", salt]);
    assert_eq!(rewards["address"], by_hand["address"]);

    let first = entry("split", "first-split");
    let by_hand = split(&first, &["--version", "1", "--incentive", "7"]);
    assert_eq!((&first["address"], &first["salt"]), (&by_hand["address"], &Value::from("none")));
    assert!(list(&first["recipients"]).contains(&rewards["address"].as_str().unwrap()));

    let design = &json(&["check", &plan, "--json"])["design"];
    let order: Vec<_> = design["deployment_order"]
        .as_array()
        .unwrap()
        .iter()
        .map(|it| it["name"].as_str().unwrap())
        .collect();
    assert_eq!(order, ["treasury", "operations", "reward-split", "first-split"]);
    assert_eq!(design["splits"][0]["salt"], *salt);
    assert_eq!(design["splits"][0]["salt_derived"], true);
}

/// A contract is known only once all keys are, so that no plan can be refused for it beforehand.
#[test]
fn an_external_address_that_is_a_predicted_safe_is_seen_before_anything_is_signed() {
    let manifest = include_bytes!("../manifests/rehearsal-bonded-validator-1/public/manifest.json");
    let manifest: Value = serde_json::from_slice(manifest).unwrap();
    let treasury = manifest["contracts"][0]["safe"]["address"].as_str().unwrap();
    let external = "label = \"Hot - RocketPool Node\"\naddress = \"TBD\"";
    let plan = include_str!("../ceremonies/bonded-validator.toml");
    assert!(plan.contains(external));
    let home = tempfile::tempdir().unwrap();
    let (place, out) = (home.path().join("plan.toml"), home.path().join("out"));
    std::fs::write(&place, plan.replace(external, &external.replace("TBD", treasury))).unwrap();
    let mut rehearse = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    rehearse.args(["rehearse", "--headless"]).arg(&place).arg("--out").arg(&out).env("LANG", "C");
    let output = rehearse.output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(&format!("would both stand at {treasury}")), "{said}");
    assert!(!out.join("public/manifest.json").exists());
}
