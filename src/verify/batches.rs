//! What Safes are to send again, from the plan and the addresses.

use super::checks::BATCH;
use super::{Case, Report};
use crate::text::Message;

/// `V-BATCH`: every batch compared whole.
pub fn check(case: &Case, report: &mut Report) {
    let told = &case.manifest.batches;
    let failures = match case.expected() {
        Err(problem) => vec![problem.cause()],
        Ok((manifest, _)) => {
            let mut failures = Vec::new();
            if manifest.batches.len() != told.len() {
                failures.push(Message::new("v-batch-list"));
            }
            for (entry, told) in manifest.batches.iter().zip(told) {
                if entry != told {
                    failures.push(Message::new("v-batch-differs").with("name", &entry.name));
                }
            }
            failures
        }
    };
    report.settle(BATCH, failures, Message::new("v-batch-ok").count("batches", told.len()));
}
