//! `diff OLD NEW`: two manifests, and what it means that they differ.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use super::Output;
use crate::manifest::diff::{Difference, Severity, diff, of_one_history};
use crate::text::{Message, Problem};
use crate::verify::load_previous;

/// Two manifests, and what it means that they differ
#[derive(Args)]
pub struct Diff {
    /// The older manifest, or the folder that it lies in
    old: PathBuf,
    /// The newer manifest, or the folder that it lies in
    new: PathBuf,
    /// One JSON document
    #[arg(long)]
    json: bool,
}

impl Diff {
    /// Runs the verb.
    ///
    /// # Errors
    /// A manifest cannot be read.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (old, new) = (load_previous(&manifest_in(&self.old))?, load_previous(&manifest_in(&self.new))?);
        let differences = diff(&old.manifest, &new.manifest);
        if self.json {
            output.json(&differences.iter().map(Difference::json).collect::<Value>());
        } else {
            for (id, it) in [("diff-old", &old), ("diff-new", &new)] {
                let message = Message::new(id).with("organisation", &it.manifest.ceremony.organisation);
                let message = message.with("sequence", it.manifest.ceremony.sequence);
                output.say(&message.with("digest", it.digest));
            }
            tell(output, &differences);
            output.progress(&Message::new("diff-unverified"));
        }
        Ok(if of_one_history(&differences) { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }
}

/// The manifest of a ceremony's folder, or of its public one; a file is itself.
pub(super) fn manifest_in(place: &Path) -> PathBuf {
    let inside = ["public/manifest.json", "manifest.json"].map(|name| place.join(name));
    inside.into_iter().find(|file| file.is_file()).unwrap_or_else(|| place.to_owned())
}

/// Every difference, the gravest first.
fn tell(output: &Output, differences: &[Difference]) {
    if differences.is_empty() {
        output.line("");
        output.say(&Message::new("diff-none"));
    }
    for (severity, title) in [
        (Severity::Error, "diff-errors"),
        (Severity::Warning, "diff-warnings"),
        (Severity::Note, "diff-notes"),
    ] {
        let mut of = differences.iter().filter(|it| it.severity == severity).peekable();
        if of.peek().is_some() {
            output.line("");
            output.say(&Message::new(title));
        }
        of.for_each(|it| output.line(&format!("  {}", output.catalog().say(&it.message))));
    }
}
