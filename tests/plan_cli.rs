//! `plan extend`, as a person or a script calls it.

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use gishiki::plan;

const EXTEND: [&str; 6] = [
    "plan",
    "extend",
    "manifests/rehearsal-bonded-validator-1",
    "--plan",
    "ceremonies/bonded-validator.toml",
    "--rehearsal",
];

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(env!("CARGO_MANIFEST_DIR")).env("LC_ALL", "C").args(args).output().unwrap()
}

fn extended(clusters: &str, out: &Path) -> Output {
    let more = ["--clusters", clusters, "--out", out.to_str().unwrap()];
    gishiki(&[&EXTEND[..], &more].concat())
}

fn stderr(output: &Output) -> &str {
    std::str::from_utf8(&output.stderr).unwrap()
}

#[test]
fn the_next_plan_passes_the_check_that_it_is_told_with() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("next.toml");
    let said = extended("ssv-{cluster}-{operator}=3", &out);
    assert_eq!(said.status.code(), Some(0), "{}", stderr(&said));
    let next = plan::load(&out).unwrap();
    let warnings = next.warnings.len();
    assert!(warnings > 0 && stderr(&said).matches("warning P-").count() == warnings, "{}", stderr(&said));
    let next = next.into_plan().unwrap();
    assert_eq!(next.ceremony.sequence, 2);
    assert!(next.role("ssv-3-1").unwrap().confirmed.is_none() && next.role("ssv-4-1").is_none());
    assert_eq!(gishiki(&EXTEND).status.code(), Some(0));
}

#[test]
fn a_next_plan_with_errors_is_written_and_its_errors_are_told_as_check_tells_them() {
    let home = tempfile::tempdir().unwrap();
    let out = home.path().join("next.toml");
    let said = extended("ssv-{cluster}-{operator}=200", &out);
    let check = gishiki(&["check", out.to_str().unwrap()]);
    assert_eq!((said.status.code(), check.status.code()), (Some(1), Some(1)), "{}", stderr(&said));
    assert!(stderr(&check).starts_with("error P-PATH-RANGE"), "{}", stderr(&check));
    assert!(stderr(&said).contains(stderr(&check)), "{}\n{}", stderr(&said), stderr(&check));
    assert!(fs::read_to_string(&out).unwrap().contains("clusters = 200"));

    // What is no plan at all is not written.
    let unknown = extended("ssv=3", &home.path().join("other.toml"));
    assert_eq!(unknown.status.code(), Some(2));
    assert!(!home.path().join("other.toml").exists());
}
