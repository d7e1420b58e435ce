//! What Safes are to send.

use super::{Found, pairs};
use crate::manifest::{BatchEntry, Manifest};
use crate::text::Message;

/// Batches by their names, and by what they change.
pub fn compare(old: &Manifest, new: &Manifest, found: &mut Found) {
    for (was, is) in pairs(&old.batches, &new.batches, |batch| (&batch.name, &batch.changes)) {
        match (was, is) {
            (None, Some(is)) => found.warn(&is.name, about("diff-batch-new", is)),
            (Some(was), None) => found.note(&was.name, about("diff-batch-gone", was)),
            (Some(was), Some(is)) if was != is => found.warn(&is.name, about("diff-batch-changed", is)),
            _ => {}
        }
    }
}

fn about(id: &'static str, batch: &BatchEntry) -> Message {
    let calls: Vec<_> = batch.calls.iter().map(|call| call.what.as_str()).collect();
    Message::new(id)
        .with("label", &batch.label)
        .with("from", &batch.from_name)
        .with("calls", calls.join(" | "))
}
