//! From bytes to the document: TOML's and the schema's errors as findings.

use super::finding::Report;
use super::lint::SCHEMA;
use super::read::BYTES_MAX;
use super::schema::Document;
use crate::text::{Problem, clean};

/// The document, or the finding that says why there is none.
pub fn parse(bytes: &[u8], report: &mut Report) -> Option<Document> {
    if bytes.len() as u64 > BYTES_MAX {
        let problem = Problem::finding("p-schema-too-large").with("max", BYTES_MAX);
        report.error(SCHEMA, 0..0, problem);
        return None;
    }
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            // Up to here the lossy text of the report is the same, byte for byte.
            let at = error.valid_up_to();
            report.error(SCHEMA, at..at + 1, Problem::finding("p-schema-not-utf8"));
            return None;
        }
    };
    if let Some((at, c)) = invisible(text) {
        let problem = Problem::finding("p-schema-invisible").with("character", c.escape_unicode());
        report.error(SCHEMA, at..at + c.len_utf8(), problem);
        return None;
    }
    match toml::from_str(text) {
        Ok(document) => Some(document),
        Err(error) => {
            report.error(SCHEMA, error.span().unwrap_or(0..0), problem(error.message()));
            None
        }
    }
}

/// The first character that a reader could be deceived with; line ends and tabulators apart.
fn invisible(text: &str) -> Option<(usize, char)> {
    let bytes = text.as_bytes();
    let harmless =
        |at: usize, c| matches!(c, '\n' | '\t') || (c == '\r' && bytes.get(at + 1) == Some(&b'\n'));
    let deceives = |c: char| clean(c.encode_utf8(&mut [0; 4])).starts_with("\\u");
    text.char_indices().find(|&(at, c)| !harmless(at, c) && deceives(c))
}

/// What the parser says, as one of our own sentences; these wordings are those of serde and toml.
fn problem(said: &str) -> Problem {
    if let Some((key, known)) = quoted(said, "unknown field `") {
        let known = known.replace('`', "").replace(", expected one of ", "").replace(", expected ", "");
        return Problem::finding("p-schema-unknown-key").with("key", key).with("known", known);
    }
    if let Some((value, known)) = quoted(said, "unknown variant `") {
        let known = known.replace('`', "").replace(", expected one of ", "").replace(", expected ", "");
        return Problem::finding("p-schema-unknown-word").with("value", value).with("known", known);
    }
    if let Some((key, _)) = quoted(said, "missing field `") {
        return Problem::finding("p-schema-missing-key").with("key", key);
    }
    if said == "duplicate key" {
        return Problem::finding("p-schema-duplicate-key");
    }
    for wrong in ["invalid type: ", "invalid value: "] {
        if let Some((found, wanted)) = said.strip_prefix(wrong).and_then(|it| it.split_once(", expected ")) {
            let found = found.replace('`', "");
            return Problem::finding("p-schema-type").with("found", found).with("wanted", kind(wanted));
        }
    }
    Problem::finding("p-schema-syntax").with("reason", said)
}

/// The catalogs' word for what serde expected.
fn kind(wanted: &str) -> &str {
    match wanted {
        "u8" | "u16" | "u32" | "u64" => wanted,
        "a string" => "text",
        "a boolean" => "bool",
        "a sequence" => "list",
        _ => "table",
    }
}

/// What stands in backquotes after a beginning, and what follows them.
fn quoted<'a>(said: &'a str, beginning: &str) -> Option<(&'a str, &'a str)> {
    let rest = said.strip_prefix(beginning)?;
    let end = rest.find("`, ").or_else(|| rest.rfind('`'))?;
    Some((&rest[..end], &rest[end + 1..]))
}
