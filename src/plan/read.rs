//! From the bytes of a file to a linted plan, or to what is wrong with it.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use super::expand::expand;
use super::finding::{Finding, Report};
use super::source::Source;
use super::{Linted, lint, syntax};
use crate::keys::Digest;
use crate::text::Problem;

/// No plan is longer: a slip of the file's name is found before it fills the memory, of which the reader takes some 80 bytes
/// for one. As many addresses as a plan may have take 5 MB of it where they are carried.
pub const BYTES_MAX: u64 = 8 << 20;

/// A plan after its lints.
#[derive(Clone, Debug)]
pub struct Checked {
    /// The plan, where it has no error.
    pub plan: Option<Linted>,
    /// What keeps it from being run.
    pub errors: Vec<Finding>,
    /// What the team should know, and has not accepted.
    pub warnings: Vec<Finding>,
    /// What the plan accepts by name, with its reason.
    pub accepted: Vec<(Finding, String)>,
    /// SHA-256 of the bytes.
    pub digest: Digest,
    /// The text, to show findings in.
    pub source: Source,
}

impl Checked {
    /// The plan, for a verb that goes on with it.
    ///
    /// # Errors
    /// The first finding with the number of all, where the plan has errors.
    pub fn into_plan(self) -> Result<Linted, Problem> {
        let (errors, file) = (self.errors.len(), self.source.name().to_owned());
        self.plan.ok_or_else(|| {
            let first = self.errors.first();
            let at = first.map(|it| format!("{}:{}", it.at.line, it.at.column)).unwrap_or_default();
            Problem::finding("plan-has-errors")
                .with("file", file)
                .with("errors", errors)
                .with("lint", first.map_or("", |it| it.lint))
                .with("at", at)
        })
    }
}

/// Reads and lints the file.
///
/// # Errors
/// Where it cannot be read at all. Whatever is wrong inside is in the findings.
pub fn load(path: &Path) -> Result<Checked, Problem> {
    let name = path.display().to_string();
    let unreadable = |error: std::io::Error| {
        Problem::unusable("file-unreadable").with("file", &name).with("reason", error)
    };
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(unreadable)?;
    file.take(BYTES_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
    Ok(read(&bytes, &name))
}

/// Lints the bytes of a plan; `file_name` is only shown.
pub fn read(bytes: &[u8], file_name: &str) -> Checked {
    let text = String::from_utf8_lossy(bytes);
    let source = Source::new(file_name, text);
    let mut report = Report::new(&source);
    let digest = Digest::of(bytes);
    let draft = syntax::parse(bytes, &mut report).and_then(|document| expand(document, digest, &mut report));
    let accepted = draft.as_ref().map(|draft| lint::run(draft, &mut report)).unwrap_or_default();
    report.sort();
    let Report { errors, warnings, .. } = report;
    let sound = draft.filter(|_| errors.is_empty());
    let plan = sound.map(|draft| Linted::new(draft.plan, warnings.clone(), accepted.clone()));
    Checked { plan, errors, warnings, accepted, digest, source }
}
