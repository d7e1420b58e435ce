//! What the auditor knows from elsewhere.

use std::collections::BTreeMap;

use super::DrillFiles;
use crate::keys::{Address, Digest};
use crate::manifest::{Manifest, canonical};
use crate::plan::Linted;

/// What the auditor brought. Nothing of it comes from the bundle.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// The reviewed plan.
    pub plan: Option<Linted>,
    /// The addresses that signers told by another channel, by their role's name in the plan.
    pub signers: BTreeMap<String, Address>,
    /// The manifest before this one, verified earlier.
    pub previous: Option<Previous>,
    /// Whether a rehearsal is expected: then nothing else is accepted.
    pub rehearsal: bool,
    /// The drills that were held on this manifest.
    pub drills: Vec<DrillFiles>,
}

/// A manifest that the auditor trusts.
#[derive(Clone, Debug)]
pub struct Previous {
    /// What it says.
    pub manifest: Manifest,
    /// SHA-256 of its bytes.
    pub digest: Digest,
}

impl Previous {
    /// Reads a manifest that the auditor trusts.
    ///
    /// # Errors
    /// No manifest in its one encoding.
    pub fn new(bytes: &[u8]) -> Result<Self, String> {
        let manifest: Manifest = canonical::from_bytes(bytes).map_err(|error| error.to_string())?;
        if manifest.r#type == Manifest::TYPE {
            Ok(Self { manifest, digest: Digest::of(bytes) })
        } else {
            Err(format!("its type is not {}", Manifest::TYPE))
        }
    }

    /// The address that it gives for a role.
    pub fn address(&self, role: &str) -> Option<Address> {
        self.manifest.addresses.iter().find(|row| row.role == role).map(|row| row.address)
    }
}
