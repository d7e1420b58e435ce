//! `gishiki plan suggest` as a person and a script meet it.

use std::process::{Command, Output};

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
        command.env_remove(name);
    }
    command.current_dir(env!("CARGO_MANIFEST_DIR")).args(args).output().unwrap()
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

const TEAM: &str = "ceremonies/bonded-validator.toml";

#[test]
fn the_answer_is_a_plan_and_what_it_trades_stands_beside_it() {
    let output = gishiki(&["plan", "suggest", TEAM]);
    assert_eq!(output.status.code(), Some(0));
    let said: Vec<_> = text(&output.stderr).lines().map(str::trim).collect();
    assert_eq!(said[0], "10 addresses have other paths, and so are other addresses:");
    for expected in [
        "splits-controller  1'/0/0   ->  0'/0/1",
        "obol-1-3           10'/0/2  ->  0'/0/12",
        "- With a Trezor, MetaMask lists 22 of 22 addresses (before: 12) and reaches 22 (before: 12).",
        "- With a Trezor, Rabby lists 22 of 22 addresses (before: 19) and reaches 22 (before: 19).",
        "- With a Trezor, Safe{Wallet} lists 9 of 22 addresses (before: 13) and reaches 22 (before: 22).",
        "- Warnings found no more: P-DISPLAY-NAME, P-REACH",
    ] {
        assert!(said.contains(&expected), "{expected}\n{}", text(&output.stderr));
    }
    let plan = gishiki::plan::read(&output.stdout, "new.toml").into_plan().unwrap();
    assert_eq!(plan.roles.len(), 22);
}

#[test]
fn a_file_is_written_once_and_checks() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("new.toml");
    let path = path.to_str().unwrap();
    let first = gishiki(&["plan", "suggest", TEAM, "--out", path]);
    assert_eq!((first.status.code(), text(&first.stdout)), (Some(0), ""));
    let check = gishiki(&["check", path]);
    assert_eq!(check.status.code(), Some(0));
    assert!(!text(&check.stderr).contains("P-REACH"));
    let bytes = std::fs::read(path).unwrap();
    assert_eq!(gishiki(&["plan", "suggest", TEAM, "--out", path]).status.code(), Some(2));
    assert_eq!(std::fs::read(path).unwrap(), bytes);
    // It is rehearsed as any other.
    let out = folder.path().join("rehearsal");
    let rehearsal = gishiki(&["rehearse", path, "--headless", "--out", out.to_str().unwrap()]);
    assert_eq!(rehearsal.status.code(), Some(0), "{}", text(&rehearsal.stderr));
}

#[test]
fn a_plan_of_that_shape_comes_back_as_it_was() {
    for plan in ["bonded-validator-metamask", "solo"] {
        let path = format!("ceremonies/{plan}.toml");
        let output = gishiki(&["plan", "suggest", &path]);
        assert_eq!(output.status.code(), Some(0));
        assert_eq!(output.stdout, std::fs::read(&path).unwrap());
        let said = "MetaMask lists every address of this plan with a Trezor already: it is left as it is.\n";
        assert_eq!(text(&output.stderr), said);
    }
}

#[test]
fn a_later_ceremony_and_a_plan_with_errors_are_refused() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("plan.toml");
    let shipped = std::fs::read_to_string(TEAM).unwrap();
    for (from, to, status, said) in [
        (
            "sequence = 1\nprevious = \"none\"",
            format!("sequence = 2\nprevious = \"{}\"", "a".repeat(64)),
            2,
            "This is the plan of ceremony 2,",
        ),
        ("salt_nonce = \"1\"", "salt_nonce = \"0\"".to_owned(), 1, "The plan "),
    ] {
        std::fs::write(&path, shipped.replacen(from, &to, 1)).unwrap();
        let output = gishiki(&["plan", "suggest", path.to_str().unwrap()]);
        assert_eq!((output.status.code(), text(&output.stdout)), (Some(status), ""));
        assert!(text(&output.stderr).starts_with(said), "{}", text(&output.stderr));
    }
}

#[test]
fn it_is_said_in_japanese_too() {
    let output = gishiki(&["--lang", "ja", "plan", "suggest", TEAM]);
    assert!(text(&output.stderr).starts_with("10 個のアドレスのパスが変わり"));
    assert_eq!(output.stdout, gishiki(&["plan", "suggest", TEAM]).stdout);
}
