//! The verbs that run a ceremony, as a person or a script calls them.

use std::path::Path;
use std::process::{Command, Output};

fn gishiki(folder: &Path, args: &[&str]) -> Output {
    answered(folder, args, "")
}

/// With these lines as the person's answers.
fn answered(folder: &Path, args: &[&str], lines: &str) -> Output {
    let answers = folder.join("answers");
    std::fs::write(&answers, lines).unwrap();
    Command::new(env!("CARGO_BIN_EXE_gishiki"))
        .current_dir(folder)
        .env("LC_ALL", "C")
        .args(args)
        .stdin(std::fs::File::open(&answers).unwrap())
        .output()
        .unwrap()
}

fn plan(name: &str) -> String {
    format!("{}/ceremonies/{name}.toml", env!("CARGO_MANIFEST_DIR"))
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr)
}

/// The three members' parts of a rehearsal, each made apart.
fn parts(home: &Path) {
    for member in ["member-1", "member-2", "member-3"] {
        let made = gishiki(
            home,
            &["rehearse", &plan("bonded-validator"), "--headless", "--custodian", member, "--out", member],
        );
        assert!(made.status.success(), "{}", said(&made));
    }
}

/// The digest of a member's part as `--part` takes it.
fn pin(home: &Path, member: &str) -> String {
    let part = std::fs::read(home.join(member).join(format!("public/parts/{member}.json"))).unwrap();
    format!("{member}={}", gishiki::keys::Digest::of(&part))
}

#[test]
fn nobody_answers_for_people_in_a_real_ceremony() {
    let home = tempfile::tempdir().unwrap();
    // Nobody has read the warnings, so nothing begins.
    let run = gishiki(home.path(), &["run", &plan("solo"), "--out", "real"]);
    assert_eq!(run.status.code(), Some(130), "{}", said(&run));
    assert!(
        said(&run).contains("Stopped at the plan's warnings, before anything was begun"),
        "{}",
        said(&run)
    );
    assert!(!home.path().join("real/public").exists());
    // Nobody says that the device is plugged in: the end of the input stops the run.
    let run = answered(home.path(), &["run", &plan("solo"), "--out", "real1"], "1\n");
    assert_eq!(run.status.code(), Some(130), "{}", said(&run));
    assert!(said(&run).contains("“gishiki resume real1” goes on"), "{}", said(&run));
    // No device is there, and the end of the input stops the run.
    let run = answered(home.path(), &["run", &plan("solo"), "--out", "real2"], "1\n1\n");
    assert_eq!(run.status.code(), Some(3), "{}", said(&run));
    let resumed = gishiki(home.path(), &["resume", "real2", "--headless"]);
    assert!(said(&resumed).contains("Type a number, then Enter:"), "{}", said(&resumed));
}

#[test]
fn a_real_run_leaves_nothing_open_and_overwrites_nothing() {
    let home = tempfile::tempdir().unwrap();
    let open = gishiki(home.path(), &["run", &plan("bonded-validator"), "--out", "real"]);
    assert_eq!(open.status.code(), Some(1));
    assert!(said(&open).contains("external rocket-pool-node: address"), "{}", said(&open));
    assert!(!home.path().join("real").exists());
    std::fs::create_dir(home.path().join("real")).unwrap();
    let taken = gishiki(home.path(), &["run", &plan("solo"), "--out", "real"]);
    assert_eq!(taken.status.code(), Some(2), "{}", said(&taken));
}

#[test]
fn a_device_elsewhere_is_no_device() {
    let home = tempfile::tempdir().unwrap();
    let run = gishiki(home.path(), &["run", &plan("solo"), "--device", "udp:192.0.2.1:21324"]);
    assert_eq!(run.status.code(), Some(2), "{}", said(&run));
}

#[test]
fn parts_and_pins_that_do_not_fit_stop_before_anything_is_written() {
    let home = tempfile::tempdir().unwrap();
    parts(home.path());
    let (plan, all) = (plan("bonded-validator"), ["member-1", "member-2", "member-3"]);
    let zeros = "0".repeat(64);
    let (nobody, other) = (format!("membr-2={zeros}"), format!("member-2={zeros}"));
    let first = pin(home.path(), "member-1");
    let cases: [(&[&str], &[&str], i32, &str); 7] = [
        (&all, &["--part", &nobody], 2, "names membr-2, who is no member"),
        (&all, &["--part", &other, "--part", &other], 2, "is named twice"),
        (&all, &["--part", &other, "--unpinned", "member-2"], 2, "is named twice"),
        (&all, &["--part", &first, "--part", &other], 1, "another digest"),
        (&all, &["--part", &first], 1, "Nobody told the digest of member-2's part"),
        (&["member-1", "member-2", "member-3", "member-2"], &[], 2, "given twice"),
        (&["member-1", "member-2"], &[], 2, "No part of member-3"),
    ];
    for (folders, pins, status, cause) in cases {
        let mut args = vec!["combine", "--plan", &plan, "--out", "team", "--headless"];
        args.extend(folders.iter().chain(pins));
        let combined = gishiki(home.path(), &args);
        assert_eq!(combined.status.code(), Some(status), "{}", said(&combined));
        assert!(said(&combined).contains(cause), "{}", said(&combined));
        assert!(!home.path().join("team").exists());
    }
}

#[test]
fn an_owner_compares_with_an_own_part_not_with_the_team_s() {
    let home = tempfile::tempdir().unwrap();
    parts(home.path());
    let plan = plan("bonded-validator");
    let (first, third) = (pin(home.path(), "member-1"), pin(home.path(), "member-3"));
    let folders =
        ["combine", "member-1", "member-2", "member-3", "--plan", &plan, "--out", "team", "--headless"];
    let pins = ["--part", &first, "--unpinned", "member-2", "--part", &third];
    let combine = [&folders[..], &pins[..]].concat();
    let combined = gishiki(home.path(), &combine);
    assert!(combined.status.success(), "{}", said(&combined));
    let unpinned = "The part of member-2 is taken without its digest having been told";
    assert!(said(&combined).contains(unpinned), "{}", said(&combined));
    // A combination that was cut off while its parts were copied is gone on with; one that began is not begun again.
    std::fs::remove_file(home.path().join("team/sealed/journal-team.jsonl")).unwrap();
    std::fs::remove_file(home.path().join("team/public/plan.toml")).unwrap();
    assert!(gishiki(home.path(), &combine).status.success());
    assert_eq!(gishiki(home.path(), &combine).status.code(), Some(2));
    let own = gishiki(home.path(), &["sign", "team", "--plan", &plan, "--part", "team", "--headless"]);
    assert_eq!(own.status.code(), Some(2), "{}", said(&own));
    let first = gishiki(
        home.path(),
        &["sign", "team", "--plan", &plan, "--part", "member-1", "--previous", "team", "--headless"],
    );
    assert_eq!(first.status.code(), Some(1), "nothing comes before the first: {}", said(&first));
    let manifest = std::fs::read_to_string(home.path().join("team/public/manifest.json")).unwrap();
    let manifest: serde_json::Value = serde_json::from_str(&manifest).unwrap();
    let row = manifest["addresses"].as_array().unwrap().iter().find(|row| row["label"] == "HW - Lido Ops");
    let holder = row.unwrap()["member"].as_str().unwrap();
    for member in ["member-2", "member-1", "member-3"] {
        let signed = gishiki(home.path(), &["sign", "team", "--plan", &plan, "--part", member, "--headless"]);
        assert!(signed.status.success(), "{}", said(&signed));
        // What is not one's own is told before it is signed, and that a part was not vouched for.
        let told = said(&signed);
        assert!(
            told.contains(&format!("{member} reads what the manifest holds besides the own part.")),
            "{told}"
        );
        assert!(told.contains("The part of member-2 was taken without its digest"), "{told}");
        assert_eq!(told.contains("New: HW - Lido Ops, "), member != holder, "{told}");
    }
    let verified = gishiki(home.path(), &["verify", "team", "--plan", &plan, "--rehearsal"]);
    assert!(verified.status.success(), "{}", said(&verified));
    let unpinned = "V-DIGESTS       Not checked by the team: the part of member-2 was taken without";
    assert!(said(&verified).contains(unpinned), "{}", said(&verified));
}

/// Whoever carries nothing is held to what came before, too.
#[test]
fn a_later_plan_is_held_to_the_folder_before_it() {
    let home = tempfile::tempdir().unwrap();
    let run = |args: &[&str]| gishiki(home.path(), args);
    assert!(run(&["rehearse", &plan("solo"), "--headless", "--out", "one"]).status.success());
    let manifest = std::fs::read(home.path().join("one/public/manifest.json")).unwrap();
    let digest = gishiki::keys::Digest::of(manifest);
    let text = std::fs::read_to_string(plan("solo")).unwrap();
    let later = text.replace("sequence = 1", "sequence = 2");
    let later = later.replace("previous = \"none\"", &format!("previous = \"{digest}\""));
    let moved = later.replace("salt_nonce = \"0\"", "salt_nonce = \"1\"");
    std::fs::write(home.path().join("two.toml"), &later).unwrap();
    std::fs::write(home.path().join("moved.toml"), moved).unwrap();
    let missing = "whether it can follow the one before is not known";
    let alone = ["rehearse", "two.toml", "--headless", "--custodian", "member-1", "--out", "part"];
    assert!(run(&alone).status.success());
    for (args, status, cause) in [
        (vec!["rehearse", "two.toml", "--headless", "--out", "two"], 2, missing),
        (vec!["run", "two.toml", "--out", "two"], 2, missing),
        (vec!["combine", "part", "--plan", "two.toml", "--unpinned", "member-1", "--out", "two"], 2, missing),
        (
            vec!["run", "moved.toml", "--previous", "one", "--out", "two"],
            1,
            "A rehearsal and a real ceremony",
        ),
        (
            vec!["rehearse", "moved.toml", "--previous", "one", "--out", "two"],
            1,
            "treasury would stand at another address",
        ),
        (
            vec!["rehearse", "moved.toml", "--custodian", "member-1", "--previous", "one", "--out", "two"],
            1,
            "treasury would stand",
        ),
    ] {
        let done = run(&args);
        assert_eq!(done.status.code(), Some(status), "{args:?}: {}", said(&done));
        assert!(said(&done).contains(cause), "{args:?}: {}", said(&done));
        assert!(!home.path().join("two").exists(), "{args:?}");
    }
    let combine = [
        "combine",
        "part",
        "--plan",
        "two.toml",
        "--unpinned",
        "member-1",
        "--previous",
        "one",
        "--headless",
        "--out",
        "two",
    ];
    let combined = run(&combine);
    assert!(combined.status.success(), "{}", said(&combined));
}
