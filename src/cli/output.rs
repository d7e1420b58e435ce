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

    /// One JSON document as the whole answer, in ASCII: text from files is escaped.
    pub fn json(&self, document: &serde_json::Value) {
        self.line(&ascii(&document.to_string()));
    }

    /// A line of progress.
    pub fn progress(&self, message: &Message) {
        let _ = writeln!(std::io::stderr(), "{}", self.catalog.say(message));
    }

    /// A line beside the answer, already said.
    pub fn aside(&self, text: &str) {
        let _ = writeln!(std::io::stderr(), "{text}");
    }

    /// A cause line and a remedy line.
    pub fn problem(&self, problem: &Problem) {
        let (cause, remedy) = (self.catalog.say(&problem.cause()), self.catalog.say(&problem.remedy()));
        let _ = writeln!(std::io::stderr(), "{cause}\n{remedy}");
    }
}

/// Escapes what is not printable ASCII. In JSON such characters stand only inside strings.
fn ascii(json: &str) -> String {
    let mut out = String::with_capacity(json.len());
    for c in json.chars() {
        if c.is_ascii() && c != '\u{7f}' {
            out.push(c);
        } else {
            c.encode_utf16(&mut [0; 2]).iter().for_each(|unit| out.push_str(&format!("\\u{unit:04x}")));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn json_in_ascii_says_the_same(text: String) {
            let document = serde_json::json!({ "text": text });
            let escaped = ascii(&document.to_string());
            prop_assert!(escaped.bytes().all(|b| (0x20..0x7f).contains(&b)));
            prop_assert_eq!(serde_json::from_str::<serde_json::Value>(&escaped).unwrap(), document);
        }
    }
}
