//! Files that follow from the manifest alone. Nothing of them is signed; anyone can make them again and compare.

mod labels;
mod sums;
mod verify_md;

pub use sums::{carried_public_files, carried_sealed_files, digests, public_files, sealed_files, sums};

use super::{Layout, Manifest};
use crate::keys::Digest;

/// The labels and the page on verifying, by name.
pub fn files(manifest: &Manifest, digest: Digest) -> [(&'static str, Vec<u8>); 3] {
    [
        (Layout::LABELS_CSV, labels::csv(manifest).into_bytes()),
        (Layout::LABELS_JSONL, labels::jsonl(manifest).into_bytes()),
        (Layout::VERIFY, verify_md::page(manifest, digest).into_bytes()),
    ]
}

/// The marks that everything of a ceremony carries, `REHEARSAL` and `TESTNET` where true.
pub fn marks(manifest: &Manifest) -> String {
    let marks = [(manifest.ceremony.rehearsal, "REHEARSAL"), (manifest.ceremony.testnet, "TESTNET")];
    let marks: Vec<_> = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect();
    marks.join(" ")
}
