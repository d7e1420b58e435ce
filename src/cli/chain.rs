//! What a chain's answers say, for a person.

use super::Output;
use crate::export::ChainReport;
use crate::text::{Message, clean};

/// The judgement on a node's answers, then each of them.
pub(super) fn tell(output: &Output, file: &str, report: &ChainReport) {
    let pending = report.pending();
    let id = match report.sound() {
        true if pending.is_empty() => "chain-good",
        true => "chain-pending",
        false => "chain-bad",
    };
    output.line("");
    let message = Message::new(id).with("file", file).with("chain", report.chain_id);
    output.say(&message.with("names", pending.join(", ")));
    for finding in &report.findings {
        let mark = if finding.ok { "  " } else { "! " };
        // A question that nobody asked is named by whoever answered it.
        output.line(&format!("{mark}{:<24} {}", clean(&finding.id), output.catalog().say(&finding.detail)));
    }
}
