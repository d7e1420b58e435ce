//! Findings as a person reads them: where, the line with a caret under the place, cause and remedy.

use crate::cli::Output;
use crate::plan::{Checked, Finding};
use crate::text::{Message, clean};

/// Prints every finding to stderr.
pub(in crate::cli) fn print(checked: &Checked, output: &Output) {
    for finding in &checked.errors {
        show("check-error", checked, finding, None, output);
    }
    for finding in &checked.warnings {
        show("check-warning", checked, finding, None, output);
    }
    for (finding, reason) in &checked.accepted {
        show("check-accepted", checked, finding, Some(reason), output);
    }
}

fn show(kind: &'static str, checked: &Checked, finding: &Finding, reason: Option<&String>, output: &Output) {
    let (kind, name) = (output.catalog().text(kind), clean(checked.source.name()));
    output.aside(&format!("{kind} {} {name}:{}:{}", finding.lint, finding.at.line, finding.at.column));
    if let Some((line, columns)) = checked.source.excerpt(&finding.span) {
        let number = finding.at.line.to_string();
        let (margin, caret) = (" ".repeat(number.len()), "^".repeat(columns.len()));
        output.aside(&format!("  {number} | {line}"));
        output.aside(&format!("  {margin} | {}{caret}", " ".repeat(columns.start)));
    }
    let reason = reason.map(|reason| Message::new("check-reason").with("reason", reason));
    for said in [Some(finding.cause()), Some(finding.remedy()), reason].into_iter().flatten() {
        output.aside(&format!("  {}", output.catalog().say(&said)));
    }
    output.aside("");
}
