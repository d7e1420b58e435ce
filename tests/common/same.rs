//! What two runs of one ceremony may differ in: the journals' lines that tell of wallets opened again and of alarms,
//! and the digests that follow from the journals. Everything else is compared byte by byte.

use std::collections::BTreeMap;

use gishiki::ceremony::{Event, TeamEvent};
use gishiki::journal;
use gishiki::keys::{Address, Digest, Signature};
use gishiki::manifest::{Manifest, Part, canonical};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

type Files = BTreeMap<String, Vec<u8>>;

/// Members of JSON that carry a digest of a journal, or of a file that carries one.
const CARRIERS: [&str; 12] = [
    "journal_events",
    "journal_head",
    "journal_sha256",
    "part_sha256",
    "sealed_sha256",
    // In journals:
    "journal",
    "manifest",
    "part",
    "previous",
    "sealed",
    "seq",
    "signature",
];

/// Two finished runs tell the same.
pub fn same_but_for_journals(one: &Files, other: &Files) {
    let names = |files: &Files| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(one), names(other));
    for (name, bytes) in one {
        let (one, other) = (essence(name, bytes, one), essence(name, &other[name], other));
        assert!(one == other, "{name} differs:\n{one}\n{other}");
    }
}

fn essence(name: &str, bytes: &[u8], files: &Files) -> String {
    let text = || String::from_utf8(bytes.to_vec()).unwrap();
    let (_, file) = name.split_once('/').unwrap();
    match file {
        "journal-team.jsonl" => journal_essence::<TeamEvent>(name, bytes),
        _ if file.starts_with("journal-") => journal_essence::<Event>(name, bytes),
        "manifest.json" => masked(bytes),
        _ if file.starts_with("parts/") || name.starts_with("sealed/") && file.ends_with(".json") => {
            masked(bytes)
        }
        // The signatures over them are checked on their own.
        _ if file.ends_with(".txt") => text().split_once("; sha256: ").unwrap().0.to_owned(),
        _ if file.ends_with(".sig") => format!("{} bytes", bytes.len()),
        "VERIFY.md" => text().replace(&Digest::of(&files["public/manifest.json"]).to_string(), "DIGEST"),
        "SHA256SUMS" => {
            text().lines().map(|line| line.split_once("  ").unwrap().1.to_owned() + "\n").collect()
        }
        _ => text(),
    }
}

/// Every line but those of wallets opened again, of their papers and of alarms, without what follows from them.
fn journal_essence<E: Serialize + DeserializeOwned>(name: &str, bytes: &[u8]) -> String {
    let reading = journal::read::<E>(name, bytes).unwrap();
    assert_eq!(reading.whole, bytes.len(), "{name} ends in a torn line");
    let lines = reading.lines.iter().map(|line| serde_json::to_value(line).unwrap());
    let opened = |line: &Value| {
        ["wallet-reopened", "wallet-opened", "sheet-compared", "alarm-raised"]
            .iter()
            .any(|event| line["event"].get(event).is_some())
    };
    lines.filter(|line| !opened(line)).map(|line| mask(line).to_string() + "\n").collect()
}

fn masked(bytes: &[u8]) -> String {
    mask(serde_json::from_slice(bytes).unwrap()).to_string()
}

/// The firmware answers a challenge that is made of the journal's head.
fn is_answer_to_challenge(name: &str, value: &Value) -> bool {
    let digest = value.as_str().is_some_and(|text| text.len() == 64);
    digest && ["challenge", "firmware", "firmware_hash"].contains(&name)
}

fn mask(value: Value) -> Value {
    match value {
        Value::Object(members) => {
            let members = members.into_iter().map(|(name, value)| {
                let carries = CARRIERS.contains(&name.as_str()) || is_answer_to_challenge(&name, &value);
                let hidden = carries && !value.is_object() && !value.is_array();
                (name, if hidden { Value::Null } else { mask(value) })
            });
            Value::Object(members.collect())
        }
        Value::Array(items) => Value::Array(items.into_iter().map(mask).collect()),
        other => other,
    }
}

/// Both folders' sums are there, name every other file once, and are right.
pub fn check_sums(files: &Files) {
    let mut summed = Vec::new();
    for folder in ["public", "sealed"] {
        let sums = format!("{folder}/SHA256SUMS");
        let text = String::from_utf8(files[&sums].clone()).unwrap();
        for line in text.lines() {
            let (digest, name) = line.split_once("  ").unwrap();
            let name = format!("{folder}/{name}");
            assert_eq!(Digest::of(&files[&name]).to_string(), digest, "{name}");
            summed.push(name);
        }
        summed.push(sums);
    }
    summed.sort_unstable();
    assert_eq!(summed, files.keys().cloned().collect::<Vec<_>>());
}

/// Every statement names the file it is about by its digest, and is signed by the address that should.
pub fn check_signatures(files: &Files) {
    let manifest: Manifest = canonical::from_bytes(&files["public/manifest.json"]).unwrap();
    for signer in &manifest.policy {
        let name = format!("public/statements/manifest.{}", signer.role);
        check_signature(files, &name, &files["public/manifest.json"], signer.address);
    }
    for signer in &manifest.wallet_signers {
        let file = &files[&format!("public/parts/{}.json", signer.member)];
        let part: Part = canonical::from_bytes(file).unwrap();
        assert!(part.addresses.iter().any(|row| row.address == signer.address && row.role == signer.role));
        let name = format!("public/statements/{}.{}", signer.member, signer.wallet);
        check_signature(files, &name, file, signer.address);
    }
}

fn check_signature(files: &Files, name: &str, about: &[u8], signer: Address) {
    let text = |ending: &str| String::from_utf8(files[&format!("{name}.{ending}")].clone()).unwrap();
    let (statement, signature) = (text("txt"), text("sig"));
    assert!(statement.ends_with(&format!("; sha256: {}", Digest::of(about))), "{name}");
    let signature: Signature = signature.parse().unwrap();
    assert_eq!(signature.signer(statement.as_bytes()).unwrap(), signer, "{name}");
}
