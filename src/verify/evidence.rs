//! What the auditor knows from elsewhere.

use std::collections::BTreeMap;

use super::DrillFiles;
use crate::keys::Address;
use crate::manifest::Previous;
use crate::plan::Linted;

/// What the auditor brought. Nothing of it comes from the bundle.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The reviewed plan.
    pub plan: Option<Linted>,
    /// The addresses that signers told by another channel, by their role's name in the plan.
    pub signers: BTreeMap<String, Address>,
    /// Manifests of earlier ceremonies, verified earlier, by sequence.
    pub previous: Vec<Previous>,
    /// Whether a rehearsal is expected: then nothing else is accepted.
    pub rehearsal: bool,
    /// The drills that were held on this manifest.
    pub drills: Vec<DrillFiles>,
}

impl Evidence {
    /// The newest of the earlier manifests that came before a ceremony.
    pub fn before(&self, sequence: u64) -> Option<&Previous> {
        self.previous.iter().rfind(|it| it.manifest.ceremony.sequence < sequence)
    }
}
