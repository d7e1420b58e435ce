//! Files that follow from the manifest alone. Nothing of them is signed; anyone can make them again and compare.

mod labels;
mod sums;
mod verify_md;

pub use labels::{Label, cell as csv_cell, each as each_label};
pub use sums::{
    carried_public_files, carried_sealed_files, digests, public_files, sealed_files, sums, sums_here,
};

use std::io::{self, Write};

use super::{Layout, Manifest};
use crate::journal::Unwritten;
use crate::keys::Digest;

/// The labels and the page on verifying, by name.
pub fn files(manifest: &Manifest, digest: Digest) -> [(&'static str, Vec<u8>); 3] {
    [
        (Layout::LABELS_CSV, labels(manifest, labels::csv)),
        (Layout::LABELS_JSONL, labels(manifest, labels::jsonl)),
        (Layout::VERIFY, verify_md::page(manifest, digest).into_bytes()),
    ]
}

type Labels = fn(&Manifest, &mut dyn Write) -> io::Result<()>;

fn labels(manifest: &Manifest, write: Labels) -> Vec<u8> {
    let mut bytes = Vec::new();
    // Memory takes whatever is written to it.
    let _ = write(manifest, &mut bytes);
    bytes
}

/// The same files compared with those that are there, on all processors and without making them: the names of those that are
/// others, in their order.
pub fn differing<'b>(
    manifest: &Manifest,
    digest: Digest,
    there: impl Fn(&str) -> Option<&'b [u8]> + Sync,
) -> Vec<&'static str> {
    let same = |name: &str, write: Labels| {
        let mut rest = Unwritten(there(name)?);
        write(manifest, &mut rest).ok().filter(|()| rest.0.is_empty())
    };
    let (csv, (jsonl, page)) = rayon::join(
        || same(Layout::LABELS_CSV, labels::csv).is_some(),
        || {
            let jsonl = same(Layout::LABELS_JSONL, labels::jsonl).is_some();
            (jsonl, there(Layout::VERIFY) == Some(verify_md::page(manifest, digest).as_bytes()))
        },
    );
    let all = [(Layout::LABELS_CSV, csv), (Layout::LABELS_JSONL, jsonl), (Layout::VERIFY, page)];
    all.into_iter().filter(|(_, same)| !same).map(|(name, _)| name).collect()
}

/// The marks that everything of a ceremony carries, `REHEARSAL` and `TESTNET` where true.
pub fn marks(manifest: &Manifest) -> String {
    let marks = [(manifest.ceremony.rehearsal, "REHEARSAL"), (manifest.ceremony.testnet, "TESTNET")];
    let marks: Vec<_> = marks.into_iter().filter(|(is, _)| *is).map(|(_, mark)| mark).collect();
    marks.join(" ")
}
