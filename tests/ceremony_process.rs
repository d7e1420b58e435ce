//! The program itself: killed at any moment and gone on with, byte-identical, and silent about secrets.

mod common;

use std::fs;
use std::path::Path;
use std::process::{Command, Output, Stdio};
use std::time::{Duration, Instant};

use common::{check_signatures, check_sums, files, same_but_for_journals};
use gishiki::host::Folder;
use gishiki::host::bench::PIN;
use gishiki::journal::Storage;
use gishiki::keys::test_seeds;

fn gishiki(args: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).arg(folder).arg("--headless");
    command.env("LANG", "C").stdin(Stdio::null());
    command
}

fn rehearse(plan: &str, folder: &Path) -> Command {
    gishiki(&["rehearse", &format!("ceremonies/{plan}.toml"), "--out"], folder)
}

fn succeeds(mut command: Command) -> Output {
    let output = command.output().unwrap();
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    output
}

/// How many bytes the journals hold.
fn journals(folder: &Path) -> u64 {
    let Ok(entries) = fs::read_dir(folder.join("sealed")) else { return 0 };
    let journal = |entry: &fs::DirEntry| entry.file_name().to_string_lossy().ends_with(".jsonl");
    entries.flatten().filter(journal).filter_map(|entry| entry.metadata().ok()).map(|it| it.len()).sum()
}

#[test]
fn a_run_killed_at_many_moments_is_gone_on_with() {
    let home = tempfile::tempdir().unwrap();
    let whole = home.path().join("whole");
    succeeds(rehearse("solo", &whole));
    let (whole, length) = (files(&whole), journals(&whole));
    let mut killed = 0;
    for nth in 0..8 {
        let folder = home.path().join(format!("killed-{nth}"));
        let mut child =
            rehearse("solo", &folder).stderr(Stdio::null()).stdout(Stdio::null()).spawn().unwrap();
        let (enough, deadline) = (1 + length * nth / 8, Instant::now() + Duration::from_secs(30));
        while journals(&folder) < enough && Instant::now() < deadline {
            std::thread::yield_now();
        }
        // SIGKILL: nothing in it gets to tidy up.
        child.kill().unwrap();
        killed += u32::from(!child.wait().unwrap().success());
        succeeds(gishiki(&["resume"], &folder));
        let found = files(&folder);
        same_but_for_journals(&found, &whole);
        check_sums(&found);
        check_signatures(&found);
        // Going on with what is over changes nothing.
        succeeds(gishiki(&["resume"], &folder));
        assert!(files(&folder) == found);
    }
    assert!(killed >= 6, "the runs ended before they were killed");
}

#[test]
fn two_rehearsals_are_byte_identical_and_tell_no_secret() {
    let home = tempfile::tempdir().unwrap();
    let (one, other) = (home.path().join("one"), home.path().join("other"));
    let said = succeeds(rehearse("bonded-validator-hoodi", &one));
    succeeds(rehearse("bonded-validator-hoodi", &other));
    let found = files(&one);
    assert!(found == files(&other));
    let mut told: Vec<_> = found.into_iter().collect();
    told.extend([("stdout".to_owned(), said.stdout), ("stderr".to_owned(), said.stderr)]);
    for (name, bytes) in &told {
        let text = String::from_utf8_lossy(bytes);
        for (_, words) in test_seeds::all() {
            // Three words in a row are no accident.
            let words: Vec<_> = words.split(' ').collect();
            for run in words.windows(3).map(|run| run.join(" ")) {
                assert!(!text.contains(&run), "{name} holds words of a seed");
            }
        }
        // The rehearsal's passphrases are "rehearsal <wallet>".
        for wallet in ["MasterAdminVault", "ProtocolOperations", "DVTNodeKeys", "TeamFunds", "PersonalPayout"]
        {
            assert!(!text.contains(&format!("rehearsal {wallet}")), "{name} holds a passphrase");
        }
        let digits = text.split(|c: char| !c.is_ascii_alphanumeric());
        assert!(digits.into_iter().all(|word| word != PIN), "{name} holds the PIN");
    }
}

#[test]
fn resume_where_nothing_was_begun_says_so_and_makes_nothing() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("none");
    let output = gishiki(&["resume"], &folder).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!folder.exists());
}

#[test]
fn a_slip_of_a_custodians_name_is_told() {
    let home = tempfile::tempdir().unwrap();
    let folder = home.path().join("x");
    let mut command = rehearse("solo", &folder);
    let output = command.args(["--custodian", "member-9"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(!folder.join("public").exists());
}

/// The permission bits do not stop root, who may run these tests in a container.
fn is_writable_all_the_same(folder: &Path) -> bool {
    fs::write(folder.join("probe"), b"").is_ok_and(|()| fs::remove_file(folder.join("probe")).is_ok())
}

#[test]
fn a_folder_that_cannot_be_written_stops_before_any_device_is_touched() {
    use std::os::unix::fs::PermissionsExt;
    let home = tempfile::tempdir().unwrap();
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o555)).unwrap();
    if !is_writable_all_the_same(home.path()) {
        let mut folder = Folder::new(home.path().join("x"));
        assert!(folder.create("public/plan.toml", b"").is_err());
        let output = rehearse("solo", &home.path().join("x")).output().unwrap();
        assert_eq!(output.status.code(), Some(2));
        assert!(!String::from_utf8_lossy(&output.stderr).contains("member-1"));
    }
    fs::set_permissions(home.path(), fs::Permissions::from_mode(0o755)).unwrap();
    // A file where the folder should be stops everybody, root too.
    let file = home.path().join("file");
    fs::write(&file, b"mine").unwrap();
    let output = rehearse("solo", &file).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(!String::from_utf8_lossy(&output.stderr).contains("member-1"));
    assert_eq!(fs::read(&file).unwrap(), b"mine");
}
