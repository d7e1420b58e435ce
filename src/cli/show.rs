//! `show DIR`: what a manifest says, for people. Nothing is checked but its form.

mod page;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::json;

use super::diff::manifest_in;
use super::{Output, ways};
use crate::manifest::{Layout, Manifest};
use crate::plan::WitnessMeans;
use crate::text::{Message, Problem};
use crate::verify::load_previous;

/// What a manifest says; nothing is checked but its form
#[derive(Args)]
pub struct Show {
    /// The ceremony's folder, its public folder, or the manifest.json in it
    #[arg(value_name = "DIR|MANIFEST")]
    place: PathBuf,
    /// Instead of all else, how each wallet program gets to each address with a Trezor, or to one of them
    #[arg(long, value_name = "ROLE", num_args = 0..=1, require_equals = true, default_missing_value = "")]
    reach: Option<String>,
    /// One JSON document
    #[arg(long, conflicts_with = "reach")]
    json: bool,
}

impl Show {
    /// Runs the verb.
    ///
    /// # Errors
    /// The manifest cannot be read.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let file = manifest_in(&self.place);
        let known = load_previous(&file)?;
        let beside = Beside::of(&file, &known.manifest);
        if self.json {
            let signatures = beside.signatures.iter();
            let signatures = signatures.map(|(file, there)| json!({ "file": file, "there": there }));
            output.json(&json!({
                "verified": false,
                "manifest_sha256": known.digest,
                "manifest": known.manifest,
                "signatures": signatures.collect::<Vec<_>>(),
                "sealed": beside.sealed,
            }));
        } else if let Some(role) = &self.reach {
            output.say(&Message::new("show-not-verified"));
            ways::of_manifest(&known.manifest, output).print(role)?;
        } else {
            page::tell(output, &known, &beside);
            output.progress(&Message::new("show-unverified"));
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// What lies beside a manifest. Only whether it is there: nothing of it is read.
struct Beside {
    /// The files of the signatures on the manifest, signers before witnesses with a key, and whether each is there.
    signatures: Vec<(String, bool)>,
    /// Whether the folder for auditors is there.
    sealed: bool,
}

impl Beside {
    fn of(manifest: &Path, says: &Manifest) -> Self {
        let public = manifest.parent().unwrap_or(Path::new(""));
        let witnesses = says.witnesses.iter().filter(|it| it.signs == WitnessMeans::Key);
        let statements = says.policy.iter().map(|it| Layout::manifest_statement(&it.role));
        let statements = statements.chain(witnesses.map(|it| Layout::witness_statement(&it.name)));
        let there = |statement: String| {
            let file = Layout::signature(&statement);
            let there = file.strip_prefix("public/").is_some_and(|name| public.join(name).is_file());
            (file, there)
        };
        let sealed = public.ends_with("public") && public.with_file_name("sealed").is_dir();
        Self { signatures: statements.map(there).collect(), sealed }
    }
}
