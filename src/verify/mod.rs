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
mod heading;
mod history;
mod journals;
mod pins;
mod published;
mod report;
mod rows;
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
pub use report::{Outcome, Report, Subject, Verdict};

use case::Case;
use published::Published;

/// Judges bundles; keeps what one judgement computed of published seeds for the next.
#[derive(Default)]
pub struct Verifier {
    published: Published,
}

impl Verifier {
    /// Judges a bundle by itself and by what the auditor brought. Never fails: whatever is wrong is in the report.
    pub fn verify(&self, bundle: &Bundle, evidence: &Evidence) -> Report {
        let mut report = Report::default();
        if let Some(case) = Case::open(bundle, &mut report) {
            self.judge(&case, evidence, &mut report);
        }
        report.close();
        report
    }

    fn judge(&self, case: &Case, evidence: &Evidence, report: &mut Report) {
        exceptions::check(case, report);
        heading::check(case, evidence, report);
        files::check(case, report);
        digests::check(case, report);
        rows::check(case, evidence, report);
        signatures::check(case, report);
        witnesses::check(case, report);
        pins::check(case, evidence, &self.published, report);
        derivation::check(case, report);
        contracts::check(case, report);
        batches::check(case, report);
        journals::check(case, report);
        team_journal::check(case, report);
        device::check(case, report);
        device::check_genuine(case, report);
        sequence::check(case, evidence, report);
        carried::check(case, evidence, report);
        history::check(case, evidence, report);
        seeds::check(case, &self.published, report);
        drill::check(case, evidence, report);
        report.subject = Some(Subject { manifest: case.manifest.clone(), digest: case.digest });
    }
}

/// Judges one bundle.
pub fn verify(bundle: &Bundle, evidence: &Evidence) -> Report {
    Verifier::default().verify(bundle, evidence)
}
