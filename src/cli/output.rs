//! Where a verb's words go: answers to stdout, progress and problems to stderr.

use std::io::Write;

use crate::text::{Catalog, Message, Problem};

/// The process's stdout and stderr, in one language.
pub struct Output {
    catalog: Catalog,
}

impl Output {
    /// Speaks through this catalog.
    pub fn new(catalog: Catalog) -> Self {
        Self { catalog }
    }

    /// The catalog of the person's language.
    pub fn catalog(&self) -> &Catalog {
        &self.catalog
    }

    /// A line of the answer. A reader that went away (`| head`) is no problem of ours.
    pub fn line(&self, text: &str) {
        let _ = writeln!(std::io::stdout(), "{text}");
    }

    /// A line of the answer, from the catalog.
    pub fn say(&self, message: &Message) {
        self.line(&self.catalog.say(message));
    }

    /// One JSON document as the whole answer.
    pub fn json(&self, document: &serde_json::Value) {
        self.line(&document.to_string());
    }

    /// A line of progress.
    pub fn progress(&self, message: &Message) {
        let _ = writeln!(std::io::stderr(), "{}", self.catalog.say(message));
    }

    /// A cause line and a remedy line.
    pub fn problem(&self, problem: &Problem) {
        let (cause, remedy) = (self.catalog.say(&problem.cause()), self.catalog.say(&problem.remedy()));
        let _ = writeln!(std::io::stderr(), "{cause}\n{remedy}");
    }
}
