//! Findings about a SafeTx, for people and for scripts.

use serde_json::{Value, json};

use crate::cli::Output;
use crate::contracts::safe_tx::{Finding, Severity};
use crate::text::{Catalog, Lang, Message};

/// Prints every finding, the gravest first, and how many there are.
pub(super) fn print(findings: &[Finding], output: &Output) {
    let catalog = output.catalog();
    for finding in findings {
        let kind = catalog.text(match finding.severity {
            Severity::Error => "safe-tx-error",
            Severity::Warning => "safe-tx-warning",
            Severity::Note => "safe-tx-note",
        });
        output.line("");
        output.line(&format!("{kind} {}", finding.name()));
        output.line(&format!("  {}", catalog.say(&finding.problem.cause())));
        output.line(&format!("  {}", catalog.say(&finding.problem.remedy())));
    }
    output.line("");
    let of = |severity| findings.iter().filter(|finding| finding.severity == severity).count();
    output.say(
        &Message::new("safe-tx-result")
            .count("errors", of(Severity::Error))
            .count("warnings", of(Severity::Warning)),
    );
}

/// The findings of one severity, in ASCII English whatever the language.
pub(super) fn of(findings: &[Finding], severity: Severity) -> Vec<Value> {
    let catalog = Catalog::new(Lang::En);
    let wanted = findings.iter().filter(|finding| finding.severity == severity);
    wanted
        .map(|finding| {
            json!({
                "finding": finding.problem.id(),
                "at": finding.at,
                "cause": catalog.say(&finding.problem.cause()),
                "remedy": catalog.say(&finding.problem.remedy()),
            })
        })
        .collect()
}
