//! Where a verb's words go: answers to stdout, progress and problems to stderr.

use std::io::{self, BufWriter, Write};

use serde::Serialize;
use serde_json::ser::{Formatter, Serializer};

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

    /// Whole lines of the answer, each with its end.
    pub fn text(&self, lines: &str) {
        let _ = std::io::stdout().write_all(lines.as_bytes());
    }

    /// A line of the answer, from the catalog.
    pub fn say(&self, message: &Message) {
        self.line(&self.catalog.say(message));
    }

    /// One JSON document as the whole answer, in ASCII: text from files is escaped. It is written as it is made, however large.
    pub fn json(&self, document: &impl Serialize) {
        let mut out = BufWriter::new(io::stdout().lock());
        let _ = write_ascii(document, &mut out).and_then(|()| writeln!(out)).and_then(|()| out.flush());
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

/// JSON without spaces, in which what is not printable ASCII is escaped: outside strings there is no such character.
struct Ascii;

impl Formatter for Ascii {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        let mut rest = fragment;
        while let Some(c) = rest.chars().find(|c| !c.is_ascii() || *c == '\u{7f}') {
            let (plain, escaped) = rest.split_at(rest.find(c).unwrap_or_default());
            out.write_all(plain.as_bytes())?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            rest = &escaped[c.len_utf8()..];
        }
        out.write_all(rest.as_bytes())
    }
}

fn write_ascii(document: &impl Serialize, out: &mut impl Write) -> io::Result<()> {
    document.serialize(&mut Serializer::with_formatter(out, Ascii)).map_err(io::Error::from)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn json_in_ascii_says_the_same(text: String, plain in "[ -~]*") {
            let document = serde_json::json!({ "text": [text, plain, 1, null], &plain: {} });
            let mut escaped = Vec::new();
            write_ascii(&document, &mut escaped).unwrap();
            prop_assert!(escaped.iter().all(|b| (0x20..0x7f).contains(b)));
            prop_assert_eq!(serde_json::from_slice::<serde_json::Value>(&escaped).unwrap(), document);
            let ascii = serde_json::json!([plain, true, { &plain: [] }]);
            escaped.clear();
            write_ascii(&ascii, &mut escaped).unwrap();
            prop_assert_eq!(String::from_utf8(escaped).unwrap(), ascii.to_string());
        }
    }
}
