//! One thing that is tried, and many of a kind.

use std::collections::BTreeMap;
use std::sync::LazyLock;
use std::time::Instant;

use gishiki::verify::{Bundle, Evidence, Verifier};
use rayon::prelude::*;

use super::maker::Files;
use super::record::record;

/// Why something need not be found.
pub const TEAM: &str = "the team's own journal, which no signature covers (V-TEAM-JOURNAL says so)";

/// So many of each row are tried, evenly spread, unless `TAMPERING_MOST` says another number.
const MOST: usize = 40;

/// Bundles that are made when they are judged: all of them together would not fit.
type Make = Box<dyn Fn() -> Files + Send + Sync>;

/// One bundle that somebody tampered with, and what its auditor knows.
pub struct Trial {
    name: String,
    make: Make,
    /// What the bundle was before; none where it is true, but passed as something else.
    original: Option<&'static Files>,
    evidence: Evidence,
    excuse: Option<&'static str>,
    /// Whether it is about published seeds.
    seeds: bool,
}

impl Trial {
    pub fn new(
        name: String,
        original: &'static Files,
        evidence: &Evidence,
        make: impl Fn() -> Files + Send + Sync + 'static,
    ) -> Self {
        let evidence = evidence.clone();
        Self { name, make: Box::new(make), original: Some(original), evidence, excuse: None, seeds: false }
    }

    /// True files that are passed as what they are not.
    pub fn passed(name: &str, files: &Files, evidence: Evidence) -> Self {
        let (name, files) = (name.to_owned(), files.clone());
        Self {
            name,
            make: Box::new(move || files.clone()),
            original: None,
            evidence,
            excuse: None,
            seeds: false,
        }
    }

    /// That it need not be found for this reason.
    pub fn excused(mut self, excuse: Option<&'static str>) -> Self {
        self.excuse = excuse;
        self
    }

    /// Published seeds in what is said to be real: here it counts that they are found.
    pub fn with_seeds(mut self) -> Self {
        self.seeds = true;
        self
    }

    /// The ids of what found it. A real ceremony has no published seeds: that they are others counts for nothing here.
    fn found(&self) -> Vec<&'static str> {
        let files = (self.make)();
        if let Some(original) = self.original {
            assert!(files != *original, "{} changed nothing", self.name);
        }
        static VERIFIER: LazyLock<Verifier> = LazyLock::new(Verifier::default);
        let Ok(bundle) = Bundle::new(files.clone()) else { return vec!["refused to read"] };
        let report = VERIFIER.verify(&bundle, &self.evidence);
        record(&self.name, &files, &self.evidence, &report);
        let mut failed = report.failed();
        failed.retain(|check| self.seeds || *check != "V-TEST-SEED");
        failed
    }
}

/// What was tried, in one line of the table.
pub struct Row {
    what: &'static str,
    trials: Vec<Trial>,
}

/// What came of it.
pub struct Tried {
    pub what: &'static str,
    /// How many variants there are, and how many of them were tried.
    pub all: usize,
    pub variants: usize,
    /// How many each check found.
    pub found: BTreeMap<&'static str, usize>,
    /// How many were not found for each reason that says why not.
    pub excused: BTreeMap<&'static str, usize>,
    /// What should have been found.
    pub missed: Vec<String>,
}

impl Row {
    pub fn new(what: &'static str, trials: Vec<Trial>) -> Self {
        assert!(!trials.is_empty(), "{what}");
        Self { what, trials }
    }

    /// Every so many of what there is, from the first to the last.
    fn sample(&mut self) {
        let most = std::env::var("TAMPERING_MOST").ok().and_then(|it| it.parse().ok()).unwrap_or(MOST);
        let all = self.trials.len();
        let chosen =
            |at: usize| all <= most || (at * (most - 1) + all - 2) / (all - 1) * (all - 1) / (most - 1) == at;
        let mut at = 0..;
        self.trials.retain(|_| at.next().is_some_and(chosen));
    }

    pub fn tried(mut self) -> Tried {
        let all = self.trials.len();
        self.sample();
        let begun = Instant::now();
        let each: Vec<_> = self.trials.par_iter().map(|trial| trial.found()).collect();
        let (mut found, mut excused, mut missed) = (BTreeMap::new(), BTreeMap::new(), Vec::new());
        for (trial, checks) in self.trials.iter().zip(&each) {
            checks.iter().for_each(|check| *found.entry(*check).or_default() += 1);
            match trial.excuse {
                _ if !checks.is_empty() => {}
                Some(excuse) => *excused.entry(excuse).or_default() += 1,
                None => missed.push(trial.name.clone()),
            }
        }
        eprintln!("{:>6} {:>6.1} s  {}", each.len(), begun.elapsed().as_secs_f64(), self.what);
        Tried { what: self.what, all, variants: each.len(), found, excused, missed }
    }
}
