//! Findings as a person reads them: where, the line with a caret under the place, cause and remedy.

use crate::cli::Output;
use crate::plan::{Checked, Finding};
use crate::text::{Message, clean};

/// Prints every finding to stderr.
pub(super) fn print(checked: &Checked, output: &Output) {
    for finding in &checked.errors {
        show("check-error", checked, finding, output);
    }
    for finding in &checked.warnings {
        show("check-warning", checked, finding, output);
    }
    for (finding, reason) in &checked.accepted {
        show("check-accepted", checked, finding, output);
        output.aside(&format!(
            "  {}",
            output.catalog().say(&Message::new("check-reason").with("reason", reason))
        ));
    }
}

fn show(kind: &'static str, checked: &Checked, finding: &Finding, output: &Output) {
    let (kind, name) = (output.catalog().text(kind), clean(checked.source.name()));
    output.aside(&format!("{kind} {} {name}:{}:{}", finding.lint, finding.at.line, finding.at.column));
    if let Some((line, columns)) = checked.source.excerpt(&finding.span) {
        let number = finding.at.line.to_string();
        let (margin, caret) = (" ".repeat(number.len()), "^".repeat(columns.len()));
        output.aside(&format!("  {number} | {line}"));
        output.aside(&format!("  {margin} | {}{caret}", " ".repeat(columns.start)));
    }
    output.aside(&format!("  {}", output.catalog().say(&finding.cause())));
    output.aside(&format!("  {}\n", output.catalog().say(&finding.remedy())));
}
