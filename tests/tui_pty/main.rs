//! The program itself in a terminal, with a person who reads the screen and presses keys.

#[path = "../common/mod.rs"]
mod common;

mod attached;
mod codes;
mod drill;
mod endings;
mod looks;
mod person;
mod recorded;
mod rehearsal;
mod safe_tx;
mod svg;
mod terminal;
mod troubles;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::OnceLock;

use tempfile::TempDir;

use common::files;
use person::Words;
use terminal::Terminal;

const SMALLEST: (u16, u16) = (80, 24);
const PLAN: &str = "ceremonies/solo.toml";
const JOURNAL: &str = "sealed/journal-member-1.jsonl";

/// A place for a ceremony's folder.
struct Home(TempDir);

impl Home {
    fn new() -> Self {
        Self(tempfile::tempdir().unwrap())
    }

    fn folder(&self) -> PathBuf {
        self.0.path().join("solo")
    }

    /// The solo ceremony, rehearsed on a screen of this size.
    fn rehearse(&self, words: &Words, size: (u16, u16)) -> Terminal {
        self.rehearse_in(words, size, &[])
    }

    fn rehearse_in(&self, words: &Words, size: (u16, u16), environment: &[(&str, &str)]) -> Terminal {
        let folder = self.folder();
        let args = ["--lang", words.lang, "rehearse", PLAN, "--out", folder.to_str().unwrap()];
        Terminal::start(size, &args, environment)
    }

    fn resume(&self, words: &Words) -> Terminal {
        let folder = self.folder();
        Terminal::start(SMALLEST, &["--lang", words.lang, "resume", folder.to_str().unwrap()], &[])
    }

    /// What the journal of the only member says so far.
    fn journal(&self) -> String {
        std::fs::read_to_string(self.folder().join(JOURNAL)).unwrap()
    }

    fn files(&self) -> BTreeMap<String, Vec<u8>> {
        files(&self.folder())
    }

    /// The auditor's reading finds nothing wrong.
    fn verifies(&self) {
        let folder = self.folder();
        let output = gishiki(&["verify", folder.to_str().unwrap(), "--rehearsal"]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stdout));
    }
}

fn gishiki(args: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR"))).env("LANG", "C").stdin(Stdio::null());
    command.args(args).output().unwrap()
}

/// What the rehearsal without a person leaves; made once.
fn headless() -> &'static BTreeMap<String, Vec<u8>> {
    static MADE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    MADE.get_or_init(|| {
        let home = Home::new();
        let folder = home.folder();
        let output = gishiki(&["rehearse", PLAN, "--headless", "--out", folder.to_str().unwrap()]);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        home.files()
    })
}
