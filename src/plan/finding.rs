//! What a lint found, and where.

use std::ops::Range;

use super::lint::SCHEMA;
use super::source::{Position, Source};
use crate::text::{Message, Problem};

/// A lint's finding: where, why and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The lint's id, e.g. `P-REF`.
    pub lint: &'static str,
    /// Where in the file.
    pub at: Position,
    /// The bytes it is about.
    pub span: Range<usize>,
    problem: Problem,
}

impl Finding {
    /// What is wrong, in one sentence.
    pub fn cause(&self) -> Message {
        self.problem.cause()
    }

    /// What to do, in one sentence.
    pub fn remedy(&self) -> Message {
        self.problem.remedy()
    }

    /// Both, as a problem that ends a verb.
    pub fn problem(&self) -> &Problem {
        &self.problem
    }
}

/// So many errors are said one by one: nobody reads more, and a hostile file must not fill a screen for hours.
pub const ERRORS_MAX: usize = 200;

/// The findings so far, about one text.
pub struct Report<'a> {
    source: &'a Source,
    /// What no one can accept.
    pub errors: Vec<Finding>,
    /// What a plan may accept by name with a reason.
    pub warnings: Vec<Finding>,
    /// Errors beyond those said, only counted.
    unsaid: usize,
}

impl<'a> Report<'a> {
    /// Nothing found yet.
    pub fn new(source: &'a Source) -> Self {
        Self { source, errors: Vec::new(), warnings: Vec::new(), unsaid: 0 }
    }

    /// The text.
    pub fn source(&self) -> &'a Source {
        self.source
    }

    /// Takes over what another report about the same text found, as if it had been found here.
    pub fn append(&mut self, other: Self) {
        let room = ERRORS_MAX.saturating_sub(self.errors.len());
        self.unsaid += other.unsaid + other.errors.len().saturating_sub(room);
        self.errors.extend(other.errors.into_iter().take(room));
        self.warnings.extend(other.warnings);
    }

    /// Adds an error. `problem`'s id starts with the lint's in lower case.
    pub fn error(&mut self, lint: &'static str, span: Range<usize>, problem: Problem) {
        if self.errors.len() == ERRORS_MAX {
            self.unsaid += 1;
            return;
        }
        let finding = self.finding(lint, span, problem);
        self.errors.push(finding);
    }

    /// Adds a warning.
    pub fn warning(&mut self, lint: &'static str, span: Range<usize>, problem: Problem) {
        let finding = self.finding(lint, span, problem);
        self.warnings.push(finding);
    }

    /// In the file's order, whatever order the lints ran in; last, how many errors were left unsaid.
    pub fn sort(&mut self) {
        for list in [&mut self.errors, &mut self.warnings] {
            list.sort_by(|a, b| (a.at, a.lint).cmp(&(b.at, b.lint)));
            // What a contract is, was and shall be is held to the same rules: one slip in all of them is said once.
            list.dedup();
        }
        if self.unsaid > 0 {
            let problem = Problem::finding("p-schema-more").with("count", self.unsaid);
            let end = self.source.text().len();
            self.errors.push(self.finding(SCHEMA, end..end, problem));
        }
    }

    fn finding(&self, lint: &'static str, span: Range<usize>, problem: Problem) -> Finding {
        Finding { lint, at: self.source.position(span.start), span, problem }
    }
}
