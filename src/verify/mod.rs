//! The auditor's reading: no device, and no trust in the bundle. Every check has an id `V-…` that stands in code,
//! test, output and `docs/verification.md`.

mod batches;
mod bundle;
mod carried;
mod case;
mod checks;
mod contracts;
mod derivation;
mod device;
mod digests;
mod drill;
mod evidence;
mod exceptions;
mod files;
mod folder;
mod following;
mod heading;
mod held;
mod history;
mod journals;
mod pins;
mod progress;
mod published;
mod report;
mod rows;
mod run;
mod seeds;
mod sequence;
mod signatures;
mod team_journal;
mod witnesses;

pub use crate::manifest::Previous;
pub use bundle::{BYTES_MAX, Bundle, DEPTH_MAX, FILE_BYTES_MAX, FILES_MAX};
pub use checks::CHECKS;
pub use drill::DrillFiles;
pub use evidence::Evidence;
pub use exceptions::{Noted, Raised};
pub use folder::{load, load_drills, load_previous};
pub use pins::Pin;
pub use progress::Progress;
pub use report::{Outcome, Report, Subject, Verdict};

use rayon::prelude::*;

use crate::text::Message;
use case::Case;
use checks::FILES;
use published::Published;

/// Judges bundles; keeps what one judgement computed of published seeds for the next.
#[derive(Default)]
pub struct Verifier {
    /// How far the judgement came.
    pub progress: Progress,
    published: Published,
}

impl Verifier {
    /// Judges a bundle by itself and by what the auditor brought. Never fails: whatever is wrong is in the report.
    pub fn verify(&self, bundle: &Bundle, evidence: &Evidence) -> Report {
        let mut report = Report::default();
        if let Some(case) = Case::open(bundle, evidence, self, &mut report) {
            self.judge(&case, evidence, &mut report);
            case.close();
        }
        if let Some(file) = bundle.lost() {
            report.settle(
                FILES,
                vec![Message::new("v-files-lost").with("file", file)],
                Message::new("v-files-ok"),
            );
        }
        report.close();
        report
    }

    /// Every check has a report of its own, so that all can be made at once; together they read as one after the other.
    fn judge(&self, case: &Case, evidence: &Evidence, report: &mut Report) {
        let published = &self.published;
        let checks: [&(dyn Fn(&mut Report) + Sync); 20] = [
            &|report| exceptions::check(case, report),
            &|report| heading::check(case, evidence, report),
            &|report| files::check(case, report),
            &|report| digests::check(case, report),
            &|report| rows::check(case, evidence, report),
            &|report| signatures::check(case, report),
            &|report| witnesses::check(case, report),
            &|report| pins::check(case, evidence, report),
            &|report| derivation::check(case, report),
            &|report| contracts::check(case, report),
            &|report| batches::check(case, report),
            &|report| journals::check(case, report),
            &|report| team_journal::check(case, report),
            &|report| device::check(case, report),
            &|report| device::check_genuine(case, report),
            &|report| sequence::check(case, evidence, report),
            &|report| carried::check(case, evidence, report),
            &|report| history::check(case, evidence, report),
            &|report| seeds::check(case, published, report),
            &|report| drill::check(case, evidence, report),
        ];
        let alone = |check: &&(dyn Fn(&mut Report) + Sync)| {
            let mut report = Report::default();
            check(&mut report);
            self.progress.check_done();
            report
        };
        self.progress.begin_checks(checks.len());
        let reports: Vec<_> = checks.par_iter().with_max_len(1).map(alone).collect();
        reports.into_iter().for_each(|one| report.append(one));
        report.subject = Some(Subject { manifest: case.manifest.clone(), digest: case.digest });
    }
}

/// Judges one bundle.
pub fn verify(bundle: &Bundle, evidence: &Evidence) -> Report {
    Verifier::default().verify(bundle, evidence)
}
