//! What a chain's answers say, for a person.

use super::Output;
use crate::export::ChainReport;
use crate::text::Message;

/// The judgement on a node's answers, then each of them.
pub(super) fn tell(output: &Output, file: &str, report: &ChainReport) {
    let id = if report.ok() { "chain-good" } else { "chain-bad" };
    output.line("");
    output.say(&Message::new(id).with("file", file).with("chain", report.chain_id));
    for finding in &report.findings {
        let mark = if finding.ok { "  " } else { "! " };
        output.line(&format!("{mark}{:<24} {}", finding.id, output.catalog().say(&finding.detail)));
    }
}
