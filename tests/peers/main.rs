//! Ours against what other people's programs made: `tests/peers/run` draws the cases with those programs, writes them as
//! JSON and calls these tests. Without it they are ignored; called by hand without its cases, they fail.

mod keys;
mod slip39;

use std::fmt::Debug;
use std::path::Path;

use serde::de::DeserializeOwned;

/// The cases that `run` wrote, from the folder that it names.
fn cases<T: DeserializeOwned>(file: &str) -> T {
    let folder = std::env::var("GISHIKI_PEER_CASES").expect("tests/peers/run sets GISHIKI_PEER_CASES");
    let json = std::fs::read(Path::new(&folder).join(file)).unwrap();
    serde_json::from_slice(&json).unwrap()
}

/// Counting checks, and the first differences; the last line is what `run` adds up.
struct Tally {
    group: &'static str,
    passed: usize,
    differences: Vec<String>,
}

impl Tally {
    fn new(group: &'static str) -> Self {
        Self { group, passed: 0, differences: Vec::new() }
    }

    /// One check: theirs against ours.
    fn same<T: PartialEq + Debug>(&mut self, what: &str, theirs: &T, ours: &T) {
        if theirs == ours {
            self.passed += 1;
        } else {
            self.differences.push(format!("{what}\n    they say {theirs:?}\n    gishiki says {ours:?}"));
        }
    }

    fn finish(self, against: &str) {
        let failed = self.differences.len();
        // The harness may have begun a line of its own.
        println!("\n{}: {} passed, {failed} failed ({against})", self.group, self.passed);
        let first: Vec<_> = self.differences.into_iter().take(5).collect();
        assert!(first.is_empty(), "\n  {}", first.join("\n  "));
        assert!(self.passed > 0, "no case");
    }
}
