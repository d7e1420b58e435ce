//! `gishiki verify` as people and scripts call it: exit status, stdout, stderr.

use std::fs;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;
use tempfile::TempDir;

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C").output().unwrap()
}

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn solo() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("solo");
    let run = gishiki(&["rehearse", "ceremonies/solo.toml", "--headless", "--out", text(&out)]);
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    home
}

/// Exit status 2, nothing on stdout, a cause and a remedy on stderr; returns the cause.
fn unusable(args: &[&str]) -> String {
    let output = gishiki(args);
    assert_eq!(output.status.code(), Some(2), "{args:?}");
    assert!(output.stdout.is_empty(), "{args:?}");
    let text = String::from_utf8(output.stderr).unwrap();
    assert_eq!(text.lines().count(), 2, "{text}");
    text.lines().next().unwrap().to_owned()
}

#[test]
fn a_rehearsal_verifies_as_one_and_as_nothing_else() {
    let home = solo();
    let folder = home.path().join("solo");
    for place in [folder.clone(), folder.join("public"), folder.join("public/manifest.json")] {
        let output = gishiki(&["verify", text(&place), "--rehearsal", "--plan", "ceremonies/solo.toml"]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
        assert!(output.stderr.is_empty());
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(said.starts_with("VERIFIED: Example Staking, ceremony solo, sequence 1."), "{said}");
        assert!(said.contains("REHEARSAL: nothing of it may be used for real."));
        assert!(said.contains("HW - Safe Owner 1") && said.contains("Treasury Safe"));
    }
    let output = gishiki(&["verify", text(&folder)]);
    assert_eq!(output.status.code(), Some(1));
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("NOT VERIFIED."));
    let output = gishiki(&["verify", text(&folder), "--rehearsal", "--lang", "ja"]);
    assert!(String::from_utf8(output.stdout).unwrap().starts_with("検証済み"));
}

#[test]
fn json_is_the_whole_answer() {
    let home = solo();
    let folder = home.path().join("solo");
    for (more, code) in [(&["--rehearsal"][..], 0), (&[], 1)] {
        let args = [&["verify", text(&folder), "--json", "--lang", "ja"], more].concat();
        let output = gishiki(&args);
        assert_eq!(output.status.code(), Some(code));
        assert!(output.stdout.is_ascii() && output.stderr.is_empty());
        let json: Value = serde_json::from_slice(&output.stdout).unwrap();
        assert_eq!(json["ok"], code == 0);
        assert!(json["checks"].as_array().unwrap().iter().any(|it| it["check"] == "V-PINS"));
    }
}

#[test]
fn what_was_tampered_with_is_status_1_and_says_what() {
    let home = solo();
    let folder = home.path().join("solo");
    let labels = folder.join("public/labels.csv");
    fs::write(&labels, fs::read_to_string(&labels).unwrap().replace("Owner", "0wner")).unwrap();
    fs::write(folder.join("sealed/notes.txt"), "").unwrap();
    let output = gishiki(&["verify", text(&folder), "--rehearsal"]);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(said.starts_with("NOT VERIFIED. Do not use any of these addresses."), "{said}");
    assert!(said.contains("V-DERIVED       public/labels.csv is not what follows from the manifest."));
    assert!(said.contains("V-FILES         sealed/notes.txt does not belong there."));
}

#[test]
fn a_link_in_the_folder_is_not_followed() {
    let home = solo();
    let folder = home.path().join("solo");
    let part = folder.join("public/parts/member-1.json");
    let moved = home.path().join("member-1.json");
    fs::rename(&part, &moved).unwrap();
    symlink(&moved, &part).unwrap();
    let cause = unusable(&["verify", text(&folder), "--rehearsal"]);
    assert!(cause.starts_with("public/parts/member-1.json is a link"), "{cause}");
}

#[test]
fn calls_that_cannot_be_used_are_status_2() {
    let home = solo();
    let folder = home.path().join("solo");
    let folder = text(&folder);
    unusable(&["verify", "ceremonies"]);
    unusable(&["verify", "no/such/folder"]);
    unusable(&["verify", folder, "--signer", "owner-1"]);
    unusable(&["verify", folder, "--signer", "owner-1=0x0000000000000000000000000000000000000dead"]);
    unusable(&["verify", folder, "--signer", "owner-1=0x000000000000000000000000000000000000dead"]);
    let dead = "owner-1=0x000000000000000000000000000000000000dEaD";
    unusable(&["verify", folder, "--signer", dead, "--signer", dead]);
    unusable(&["verify", folder, "--previous", "ceremonies/solo.toml"]);
    unusable(&["verify", folder, "--plan", "no/such/plan.toml"]);
}

#[test]
fn a_signer_told_by_another_channel_is_believed_and_a_wrong_one_is_not() {
    let home = solo();
    let folder = home.path().join("solo");
    let manifest: Value =
        serde_json::from_slice(&fs::read(folder.join("public/manifest.json")).unwrap()).unwrap();
    let address = manifest["policy"][0]["address"].as_str().unwrap();
    let told = format!("owner-1={address}");
    let output = gishiki(&["verify", text(&folder), "--rehearsal", "--signer", &told]);
    assert_eq!(output.status.code(), Some(0));
    assert!(String::from_utf8(output.stdout).unwrap().contains("told by another channel"));
    let dead = "owner-1=0x000000000000000000000000000000000000dEaD";
    let output = gishiki(&["verify", text(&folder), "--rehearsal", "--signer", dead]);
    assert_eq!(output.status.code(), Some(1));
}
