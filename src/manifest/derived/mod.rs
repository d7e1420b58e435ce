//! Files that follow from the manifest alone. Nothing of them is signed; anyone can make them again and compare.

mod labels;
mod sums;
mod verify_md;

pub use labels::{Label, cell as csv_cell, each as each_label};
pub use sums::{
    carried_public_files, carried_sealed_files, digests, public_files, sealed_files, sums, sums_here,
};

use super::canonical::Wanted;
use super::{Layout, Manifest};
use crate::keys::Digest;

/// The labels and the page on verifying, by name.
pub fn files(manifest: &Manifest, digest: Digest) -> [(&'static str, Vec<u8>); 3] {
    let (mut csv, mut jsonl) = (Vec::new(), Vec::new());
    labels::pieces(manifest, |piece| {
        csv.extend_from_slice(&piece.csv);
        jsonl.extend_from_slice(&piece.jsonl);
    });
    let page = verify_md::page(manifest, digest).into_bytes();
    [(Layout::LABELS_CSV, csv), (Layout::LABELS_JSONL, jsonl), (Layout::VERIFY, page)]
}

/// The same files compared with those that are there, without keeping them: the names of those that are others, in their
/// order.
pub fn differing<W: Wanted>(
    manifest: &Manifest,
    digest: Digest,
    there: impl Fn(&str) -> Option<W>,
) -> Vec<&'static str> {
    // What is still to come of each; none where it is another.
    let [mut csv, mut jsonl, mut page] =
        [Layout::LABELS_CSV, Layout::LABELS_JSONL, Layout::VERIFY].map(there);
    let goes_on = |rest: &mut Option<W>, bytes: &[u8]| {
        *rest = rest.take().and_then(|mut rest| rest.put(bytes).map(|()| rest));
    };
    labels::pieces(manifest, |piece| {
        goes_on(&mut csv, &piece.csv);
        goes_on(&mut jsonl, &piece.jsonl);
    });
    goes_on(&mut page, verify_md::page(manifest, digest).as_bytes());
    let all = [(Layout::LABELS_CSV, csv), (Layout::LABELS_JSONL, jsonl), (Layout::VERIFY, page)];
    all.into_iter().filter_map(|(name, rest)| (!rest.is_some_and(W::ends)).then_some(name)).collect()
}

/// The marks that everything of a ceremony carries, `REHEARSAL` and `TESTNET` where true.
pub fn marks(manifest: &Manifest) -> String {
    manifest.ceremony.marks(" ").trim_end().to_owned()
}
