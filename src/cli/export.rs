//! `export FORMAT DIR`: what others need, from a bundle that verifies.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::evidence::{Brought, verified};
use super::{Output, save};
use crate::contracts::Batch;
use crate::export::{Answers, ChainCheck, batches, deployments, safe_wallet};
use crate::manifest::{BatchEntry, Manifest};
use crate::text::{Message, Problem};
use crate::verify::Bundle;

/// What others need, from a bundle that verifies
#[derive(Args)]
pub struct Export {
    /// What is wanted; --list names everything
    #[arg(required_unless_present = "list")]
    format: Option<String>,
    /// The ceremony's folder, its public folder, or the manifest.json in it
    #[arg(value_name = "DIR", required_unless_present = "list")]
    place: Option<PathBuf>,
    #[command(flatten)]
    brought: Brought,
    /// The batch that is wanted, by its name or that of the contract that it changes
    #[arg(long, value_name = "NAME")]
    batch: Option<String>,
    /// Another chain than the ceremony's
    #[arg(long, value_name = "N")]
    chain_id: Option<u64>,
    /// A node's answers to the chain check; of two providers, one after the other
    #[arg(long, value_name = "FILE")]
    chain_answers: Vec<PathBuf>,
    /// A file that is not there yet; stdout if left out
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Name the formats
    #[arg(long)]
    list: bool,
}

/// A format: its name, and what is written.
type Format = (&'static str, fn(&Export, &Bundle, &Manifest) -> Result<Vec<u8>, Problem>);

/// Every format, in the order in which they are listed; `export-NAME` in the catalogs says what each is.
const FORMATS: [Format; 4] = [
    ("batch", Export::batch),
    ("chain-check", Export::chain_check),
    ("deployments", Export::deployments),
    ("safe-wallet", |_, bundle, manifest| safe_wallet(bundle, manifest)),
];

/// What whoever takes a file of a format must know.
const NOTES: [(&str, &str); 2] =
    [("deployments", "export-note-deployments"), ("safe-wallet", "export-note-safe-wallet")];

impl Export {
    /// Runs the verb.
    ///
    /// # Errors
    /// The bundle does not verify, there is no such format, or the output is there already.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        if self.list {
            for (name, _) in FORMATS {
                let what = output.catalog().say(&Message::new(format!("export-{name}")));
                output.line(&format!("{name:<14} {what}"));
            }
            return Ok(ExitCode::SUCCESS);
        }
        let format = self.format.as_deref().unwrap_or_default();
        let unknown = || Problem::unusable("export-format").with("format", format);
        let (_, write) = FORMATS.iter().find(|(name, _)| *name == format).ok_or_else(unknown)?;
        let place = self.place.as_deref().ok_or_else(unknown)?;
        let (bundle, report) = verified(place, &self.brought.evidence()?)?;
        let subject = report.subject.ok_or_else(unknown)?;
        let bytes = write(&self, &bundle, &subject.manifest)?;
        save::answer(output, self.out.as_deref(), &bytes)?;
        for note in NOTES.iter().filter(|(name, _)| *name == format).map(|(_, id)| *id) {
            output.progress(&Message::new(note));
        }
        Ok(ExitCode::SUCCESS)
    }

    fn chain_check(&self, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        Ok(self.check(bundle, manifest)?.request())
    }

    fn deployments(&self, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        deployments(bundle, manifest, self.chain_id.unwrap_or(manifest.ceremony.chain_id))
    }

    fn check(&self, bundle: &Bundle, manifest: &Manifest) -> Result<ChainCheck, Problem> {
        ChainCheck::of(bundle, manifest, self.chain_id.unwrap_or(manifest.ceremony.chain_id))
    }

    fn batch(&self, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        let name = self.batch.as_deref().unwrap_or_default();
        Ok(released(bundle, manifest, name, &self.chain_answers)?.1.bytes())
    }
}

/// A batch of a verified bundle by its name, once a chain's answers show what it needs. A rehearsal's contracts stand on
/// no chain: there is nothing to ask, and nobody can import or send it by mistake.
///
/// # Errors
/// There is none of this name, no answers were brought, or they do not show what it needs.
pub(super) fn released<'m>(
    bundle: &Bundle,
    manifest: &'m Manifest,
    name: &str,
    chain_answers: &[PathBuf],
) -> Result<(&'m BatchEntry, Batch), Problem> {
    let entry = batches::batch(manifest, name)?;
    if chain_answers.is_empty() && !manifest.ceremony.rehearsal {
        return Err(Problem::unusable("export-unreleased"));
    }
    let check = ChainCheck::of(bundle, manifest, manifest.ceremony.chain_id)?;
    let answers = chain_answers.iter().map(|file| Ok(check.judge(&Answers::load(file)?)));
    let answers = answers.collect::<Result<Vec<_>, Problem>>()?;
    Ok((entry, batches::released(manifest, entry, &answers)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalog, Lang};

    #[test]
    fn every_format_is_listed_by_name_with_what_it_is() {
        assert!(FORMATS.is_sorted_by_key(|(name, _)| *name));
        for (name, _) in FORMATS {
            for lang in [Lang::En, Lang::Ja] {
                assert!(Catalog::new(lang).has(&format!("export-{name}")), "{name}");
            }
        }
    }
}
