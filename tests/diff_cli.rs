//! `diff`, as a person or a script calls it.

use std::path::Path;
use std::process::{Command, Output};

const SHIPPED: &str = "manifests/rehearsal-bonded-validator-1";

fn gishiki(args: &[&str]) -> Output {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    Command::new(env!("CARGO_BIN_EXE_gishiki"))
        .current_dir(root)
        .env("LC_ALL", "C")
        .args(args)
        .output()
        .unwrap()
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The shipped manifest with a text in it replaced, in a folder of its own.
fn changed(from: &str, to: &str) -> tempfile::TempDir {
    let home = tempfile::tempdir().unwrap();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(SHIPPED).join("public/manifest.json");
    let text = std::fs::read_to_string(path).unwrap();
    assert!(text.contains(from));
    std::fs::write(home.path().join("manifest.json"), text.replace(from, to)).unwrap();
    home
}

#[test]
fn the_same_manifest_says_the_same_whatever_it_is_named_by() {
    let [public, file] = ["public", "public/manifest.json"].map(|below| format!("{SHIPPED}/{below}"));
    for place in [SHIPPED, &public, &file] {
        let same = gishiki(&["diff", SHIPPED, place]);
        assert!(same.status.success() && said(&same).contains("They say the same."), "{}", said(&same));
    }
    let json = gishiki(&["diff", SHIPPED, SHIPPED, "--json"]);
    assert_eq!(json.stdout, b"[]\n");
}

#[test]
fn a_label_that_changed_is_told_and_two_histories_end_with_status_one() {
    let home = changed("HW - Lido Ops", "HW - Lido Opps");
    let place = home.path().to_str().unwrap();
    let diff = gishiki(&["diff", SHIPPED, place]);
    assert_eq!(diff.status.code(), Some(1), "{}", said(&diff));
    assert!(said(&diff).contains("is now called HW - Lido Opps; it was “HW - Lido Ops”."), "{}", said(&diff));
    let json = gishiki(&["diff", SHIPPED, place, "--json"]);
    assert_eq!(json.status.code(), Some(1));
    let document: serde_json::Value = serde_json::from_slice(&json.stdout).unwrap();
    let kinds: Vec<_> =
        document.as_array().unwrap().iter().map(|it| it["difference"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["fork", "address-label"]);
    assert_eq!(document[1]["severity"], "warning");
    assert_eq!(document[1]["name"], "lido-ops");
}

#[test]
fn what_is_no_manifest_cannot_be_used() {
    let home = tempfile::tempdir().unwrap();
    let nothing = gishiki(&["diff", SHIPPED, home.path().to_str().unwrap()]);
    assert_eq!(nothing.status.code(), Some(2), "{}", said(&nothing));
    let torn = changed("\"type\"", " \"type\"");
    let torn = gishiki(&["diff", SHIPPED, torn.path().to_str().unwrap()]);
    assert_eq!(torn.status.code(), Some(2), "{}", said(&torn));
}
