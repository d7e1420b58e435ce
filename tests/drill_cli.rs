//! `gishiki drill` as people and scripts call it, on the rehearsal of the smallest plan.

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use serde_json::Value;
use tempfile::TempDir;

const PLAN: &str = "ceremonies/solo.toml";

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

fn text(path: &Path) -> &str {
    path.to_str().unwrap()
}

fn solo() -> TempDir {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("solo");
    let run = gishiki(&["rehearse", PLAN, "--headless", "--out", text(&out)]);
    assert!(run.status.success(), "{}", said(&run));
    home
}

fn drill(place: &Path, out: &Path, more: &[&str]) -> Output {
    let call = ["drill", text(place), "--plan", PLAN, "--rehearsal", "--headless", "--out", text(out)];
    gishiki(&[&call[..], more].concat())
}

/// Every file with its bytes, by its name in the folder.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_str().unwrap().to_owned();
        if path.is_dir() {
            found.extend(files(&path).into_iter().map(|(below, bytes)| (format!("{name}/{below}"), bytes)));
        } else {
            found.push((name, fs::read(path).unwrap()));
        }
    }
    found.sort();
    found
}

#[test]
fn one_custodian_s_drill_lies_in_the_folder_and_everybody_s_below_it() {
    let home = solo();
    let bundle = home.path().join("solo");
    let (own, all) = (home.path().join("own"), home.path().join("all"));
    for (out, more) in [(&own, &["--custodian", "member-1"][..]), (&all, &[][..])] {
        let output = drill(&bundle, out, more);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        assert!(said(&output).contains("1 wallet") || said(&output).contains("one wallet"));
    }
    assert_eq!(files(&own), files(&all.join("member-1")));
    let names: Vec<_> = files(&own).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "drill.json",
            "journal-drill.jsonl",
            "statements/MasterAdminVault.sig",
            "statements/MasterAdminVault.txt",
        ]
    );
    for place in [&own, &all] {
        let verify =
            ["verify", text(&bundle), "--plan", PLAN, "--rehearsal", "--json", "--drill", text(place)];
        let output = gishiki(&verify);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let document: Value = serde_json::from_slice(&output.stdout).unwrap();
        let checks = document["checks"].as_array().unwrap();
        let drill: Vec<_> = checks.iter().filter(|it| it["check"] == "V-DRILL").collect();
        assert!(!drill.is_empty() && drill.iter().all(|it| it["ok"] == true), "{drill:?}");
    }
    // Other people's program agrees on the sums.
    let mut sums = Command::new("sha256sum");
    let sums = sums.args(["--check", "--quiet", "SHA256SUMS"]).current_dir(&own).output().unwrap();
    assert!(sums.status.success(), "{}", said(&sums));
}

#[test]
fn the_same_call_goes_on_and_a_changed_drill_does_not_verify() {
    let home = solo();
    let (bundle, out) = (home.path().join("solo"), home.path().join("drill"));
    assert!(drill(&bundle, &out, &["--custodian", "member-1"]).status.success());
    let before = files(&out);
    // As after a power cut before the last line.
    let journal = out.join("journal-drill.jsonl");
    let lines = fs::read_to_string(&journal).unwrap();
    let kept: Vec<_> = lines.lines().collect();
    fs::write(&journal, kept[..kept.len() - 2].join("\n") + "\n").unwrap();
    fs::remove_file(out.join("SHA256SUMS")).unwrap();
    assert!(drill(&bundle, &out, &["--custodian", "member-1"]).status.success());
    assert_eq!(files(&out), before);
    let record = out.join("drill.json");
    let changed = fs::read_to_string(&record).unwrap().replace("\"other\"", "\"same\"");
    fs::write(&record, changed).unwrap();
    let verify = ["verify", text(&bundle), "--plan", PLAN, "--rehearsal", "--drill", text(&out)];
    let output = gishiki(&verify);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("drill.json does not follow from the drill's journal"),
        "{}",
        said(&output)
    );
}

#[test]
fn what_cannot_be_drilled_is_said_before_any_device_is_asked() {
    let home = solo();
    let (bundle, out) = (home.path().join("solo"), home.path().join("drill"));
    let bare = |args: &[&str]| {
        gishiki(&[&["drill", text(&bundle), "--headless", "--out", text(&out)][..], args].concat())
    };
    for (output, status, words) in [
        (bare(&["--plan", PLAN]), 1, "does not verify"),
        (bare(&["--rehearsal"]), 2, "--plan"),
        (drill(&bundle, &out, &["--custodian", "nobody"]), 2, "no custodian nobody"),
        (drill(&bundle, &bundle, &[]), 2, "a ceremony's own folder"),
        (drill(&bundle, &out, &["--device", "usb"]), 2, "a real device signs nothing for a rehearsal"),
        (drill(home.path(), &out, &[]), 2, "There is no ceremony"),
        (gishiki(&["verify", text(&bundle), "--drill", text(home.path())]), 2, "There is no drill"),
    ] {
        assert_eq!(output.status.code(), Some(status), "{words}: {}", said(&output));
        assert!(said(&output).contains(words), "{words}: {}", said(&output));
        assert!(!said(&output).contains("the device is awaited"), "{words}");
    }
    assert!(!out.join("journal-drill.jsonl").exists());
}
