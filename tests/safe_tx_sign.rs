//! `safe-tx sign` as owners and scripts call it, on the shipped rehearsal.

use std::path::Path;
use std::process::{Command, Output, Stdio};

use gishiki::keys::{Address, Signature};
use serde_json::Value;

const BUNDLE: &str = "manifests/rehearsal-bonded-validator-1";
const PLAN: &str = "ceremonies/bonded-validator.toml";

fn gishiki(args: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_gishiki"))
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .env("LC_ALL", "C")
        .args(args)
        .stdin(Stdio::null())
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

fn sign(bundle: &str, more: &[&str]) -> Output {
    gishiki(&[&["safe-tx", "sign", bundle, "--plan", PLAN, "--rehearsal", "--headless"][..], more].concat())
}

fn signed(batch: &str, role: &str, nonce: &str) -> Value {
    let output = sign(BUNDLE, &["--batch", batch, "--role", role, "--nonce", nonce]);
    assert!(output.status.success(), "{}", said(&output));
    serde_json::from_slice(&output.stdout).unwrap()
}

fn manifest() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(BUNDLE).join("public/manifest.json");
    serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap()
}

fn address_of(role: &str) -> String {
    let manifest = manifest();
    let rows = manifest["addresses"].as_array().unwrap();
    rows.iter().find(|row| row["role"] == role).unwrap()["address"].as_str().unwrap().to_owned()
}

#[test]
fn owners_signatures_run_the_batch_when_they_are_assembled() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("batch.json");
    let file = file.to_str().unwrap();
    for (batch, safe) in [("share-rewards", "treasury"), ("fund-operators", "operations")] {
        let file = format!("{file}-{batch}");
        let export =
            ["export", "batch", BUNDLE, "--plan", PLAN, "--rehearsal", "--batch", batch, "--out", &file];
        let written = gishiki(&export);
        assert!(written.status.success(), "{}", said(&written));
        let documents = [signed(batch, "owner-3", "5"), signed(batch, "owner-1", "5")];
        let mut call = vec!["safe-tx", "assemble", &file, "--json", "--chain-id", "1", "--nonce", "5"];
        let owners = ["owner-1", "owner-2", "owner-3"].map(address_of);
        call.extend(["--safe", documents[0]["safe"].as_str().unwrap(), "--threshold", "2", "--owner"]);
        call.extend(owners.iter().map(String::as_str));
        call.push("--signature");
        call.extend(documents.iter().map(|document| document["signature"].as_str().unwrap()));
        let assembled = gishiki(&call);
        assert!(assembled.status.success(), "{}", said(&assembled));
        let assembled: Value = serde_json::from_slice(&assembled.stdout).unwrap();
        for (document, role) in documents.iter().zip(["owner-3", "owner-1"]) {
            assert_eq!(document["safe_tx_hash"], assembled["safe_tx_hash"], "{safe}");
            assert_eq!(document["signer"].as_str().unwrap(), address_of(role));
            assert_eq!((&document["batch"], &document["nonce"]), (&batch.into(), &"5".into()));
            let hash: [u8; 32] =
                hex::decode(&document["safe_tx_hash"].as_str().unwrap()[2..]).unwrap().try_into().unwrap();
            let signature: Signature = document["signature"].as_str().unwrap().parse().unwrap();
            let signer: Address = address_of(role).parse().unwrap();
            assert_eq!(signature.signer_of_hash(hash.into()), Ok(signer));
        }
    }
}

#[test]
fn the_answer_is_written_once_as_canonical_ascii() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("signed.json");
    let call =
        ["--batch", "share-rewards", "--role", "owner-1", "--nonce", "0", "--out", out.to_str().unwrap()];
    let first = sign(BUNDLE, &[&call[..], &["--json"]].concat());
    assert!(first.status.success(), "{}", said(&first));
    let bytes = std::fs::read(&out).unwrap();
    assert_eq!(first.stdout, bytes);
    assert!(bytes.is_ascii() && bytes.ends_with(b"}\n"));
    let document: Value = serde_json::from_slice(&bytes).unwrap();
    assert_eq!(serde_json::to_string(&document).unwrap() + "\n", String::from_utf8(bytes.clone()).unwrap());
    let again = sign(BUNDLE, &call);
    assert_eq!(again.status.code(), Some(2), "{}", said(&again));
    assert!(said(&again).contains("is there already"), "{}", said(&again));
    assert_eq!(std::fs::read(&out).unwrap(), bytes);
}

/// Each refused before any device is asked.
#[test]
fn only_what_a_verified_bundle_of_this_plan_has_is_signed_by_its_owners() {
    let good = ["--batch", "share-rewards", "--role", "owner-1", "--nonce", "0"];
    let with = |at: usize, other: &'static str| {
        let mut call = good;
        call[at] = other;
        sign(BUNDLE, &call)
    };
    let bare =
        |args: &[&str]| gishiki(&[&["safe-tx", "sign", BUNDLE, "--headless"][..], args, &good].concat());
    let unplanned = gishiki(&[&["safe-tx", "sign", BUNDLE, "--rehearsal", "--headless"][..], &good].concat());
    let usb = sign(BUNDLE, &[&good[..], &["--device", "usb"]].concat());
    for (output, status, words) in [
        (bare(&["--plan", PLAN]), 1, "does not verify"),
        (bare(&["--plan", "ceremonies/solo.toml", "--rehearsal"]), 1, "does not verify"),
        (unplanned, 2, "--plan"),
        (with(1, "no-such-batch"), 2, "no-such-batch"),
        (with(3, "no-such-role"), 2, "no-such-role"),
        (with(3, "team-funds"), 1, "is no owner of treasury"),
        (with(5, "x"), 2, "--nonce"),
        (usb, 2, "a real device signs nothing for a rehearsal"),
    ] {
        assert_eq!(output.status.code(), Some(status), "{words}: {}", said(&output));
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
        assert!(!said(&output).contains("the device is awaited"), "{words}");
    }
}

#[test]
fn a_bundle_with_one_byte_changed_is_not_signed_for() {
    let home = tempfile::tempdir().unwrap();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join(BUNDLE);
    copy(&source, home.path());
    let manifest = home.path().join("public/manifest.json");
    let text = std::fs::read_to_string(&manifest).unwrap();
    let row = text.find("\"batches\"").unwrap();
    let at = row + text[row..].find("\"value\":\"").unwrap() + 9;
    let digit = if text.as_bytes()[at] == b'9' { "8" } else { "9" };
    std::fs::write(&manifest, format!("{}{digit}{}", &text[..at], &text[at + 1..])).unwrap();
    let call = ["--batch", "fund-operators", "--role", "owner-1", "--nonce", "0"];
    let output = sign(home.path().to_str().unwrap(), &call);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    assert!(output.stdout.is_empty());
}

fn copy(from: &Path, to: &Path) {
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            std::fs::create_dir_all(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}
