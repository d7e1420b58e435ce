//! What an auditor brings to a bundle, in every verb that verifies one.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use clap::Args;

use super::running::read_plan;
use super::values;
use crate::keys::Address;
use crate::text::Problem;
use crate::verify::{Bundle, Evidence, Previous, Report, load, load_previous, verify};

/// What the auditor knows from elsewhere
#[derive(Args)]
pub(super) struct Brought {
    /// The reviewed plan
    #[arg(id = "evidence-plan", long = "plan", value_name = "PLAN")]
    plan: Option<PathBuf>,
    /// A signer's address, as told by another channel; NAME is the role's in the plan
    #[arg(id = "evidence-signer", long = "signer", value_name = "NAME=ADDRESS")]
    signers: Vec<String>,
    /// A manifest before this one, verified earlier: the last one, or several of the chain
    #[arg(id = "evidence-previous", long = "previous", value_name = "MANIFEST")]
    previous: Vec<PathBuf>,
    /// Expect a rehearsal, from the published test seeds
    #[arg(id = "evidence-rehearsal", long = "rehearsal")]
    rehearsal: bool,
}

impl Brought {
    /// Whether nothing was brought.
    pub(super) fn is_empty(&self) -> bool {
        self.plan.is_none() && self.signers.is_empty() && self.previous.is_empty() && !self.rehearsal
    }

    /// Reads it.
    ///
    /// # Errors
    /// A file that was named cannot be read, or a signer's address is none.
    pub(super) fn evidence(&self) -> Result<Evidence, Problem> {
        Ok(Evidence {
            plan: self.plan.as_deref().map(read_plan).transpose()?.map(|(plan, _)| plan),
            signers: signers(&self.signers)?,
            previous: previous(&self.previous)?,
            rehearsal: self.rehearsal,
            drills: Vec::new(),
        })
    }
}

/// A bundle with the judgement on it, for verbs that only work from one that holds.
///
/// # Errors
/// It cannot be read, or does not verify with this evidence.
pub(super) fn verified(place: &Path, evidence: &Evidence) -> Result<(Bundle, Report), Problem> {
    let bundle = load(place)?;
    let report = verify(&bundle, evidence);
    if report.ok() {
        return Ok((bundle, report));
    }
    let problem = Problem::finding("bundle-unverified").with("checks", report.failed().join(", "));
    Err(problem.with("folder", place.display()))
}

fn previous(places: &[PathBuf]) -> Result<Vec<Previous>, Problem> {
    let manifests: Result<Vec<_>, _> = places.iter().map(|place| load_previous(place)).collect();
    let mut manifests = manifests?;
    manifests.sort_by_key(|it| it.manifest.ceremony.sequence);
    Ok(manifests)
}

fn signers(texts: &[String]) -> Result<BTreeMap<String, Address>, Problem> {
    let mut signers = BTreeMap::new();
    for text in texts {
        let malformed = || Problem::unusable("signer-form").with("text", text);
        let (name, address) = text.split_once('=').ok_or_else(malformed)?;
        let address = values::address("--signer", address)?;
        if signers.insert(name.to_owned(), address).is_some() {
            return Err(Problem::unusable("signer-twice").with("name", name));
        }
    }
    Ok(signers)
}
