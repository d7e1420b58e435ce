//! What a code carries, in words and groups, so that both sides can compare it.

use std::io::{self, IsTerminal};
use std::ops::RangeInclusive;

use super::Output;
use super::shape::Shape;
use crate::codes::{Content, Kind, size_of};
use crate::keys::Digest;
use crate::text::{Message, clean};
use crate::ui::presentation::Value;
use crate::ui::presentation::wrap::{columns, pad};

/// The width that labels and values share at least and at most.
const WIDTH: RangeInclusive<usize> = 60..=100;

/// The lines about a content, and about the code or the frames that carry it.
pub(super) fn facts(output: &Output, content: &Content, text: Option<&str>, shape: &Shape) -> Vec<String> {
    let say = |message: Message| output.catalog().say(&message);
    let mut rows = vec![("qr-what", Value::Text(say(what(content.kind()))))];
    if let Kind::Address(address) = content.kind() {
        rows.push(("qr-address", Value::address(&address)));
    }
    // Of a value or a link people compare the characters themselves.
    let short = text.filter(|text| !text.contains(['\n', '\r', '\t']) && text.len() <= 500);
    if let (Shape::Still(_), Some(text)) = (shape, short) {
        rows.push(("qr-text", Value::Exact(clean(text))));
    }
    // What the other side has in the end, so that its digest is the same.
    let carried = match (shape, text) {
        (Shape::Still(_), Some(text)) => Some(text.as_bytes()),
        (Shape::Still(_), None) => Some(content.bytes()),
        (Shape::Moving(frames), _) => frames.file_within(),
    };
    if let Some(carried) = carried {
        rows.push(("qr-bytes", Value::Text(carried.len().to_string())));
        let digest = Digest::of(carried);
        rows.extend([("qr-sha256", Value::digest(&digest)), ("qr-words", Value::words(&digest))]);
    }
    rows.push(("qr-code", Value::Text(say(form(shape)))));
    laid_out(output, &rows)
}

fn what(kind: Kind) -> Message {
    match kind {
        Kind::Address(_) => Message::new("qr-kind-address"),
        Kind::Signature => Message::new("qr-kind-signature"),
        // A private key has the same form as a hash, and nobody can tell them apart.
        Kind::Hex(32) => Message::new("qr-kind-hex-32"),
        Kind::Hex(bytes) => Message::new("qr-kind-hex").count("bytes", bytes),
        Kind::Resource => Message::new("qr-kind-resource"),
        Kind::Line => Message::new("qr-kind-line"),
        Kind::Text => Message::new("qr-kind-text"),
        Kind::Binary => Message::new("qr-kind-binary"),
    }
}

fn form(shape: &Shape) -> Message {
    match shape {
        Shape::Still(code) => Message::new("qr-still")
            .with("version", code.version())
            .with("size", code.size())
            .with("level", code.level()),
        Shape::Moving(frames) => {
            let (version, level) = frames.form();
            let message =
                Message::new("qr-moving").count("fragments", frames.count()).with("name", frames.name());
            message.with("version", version).with("size", size_of(version)).with("level", level)
        }
    }
}

/// Labels in a column, and each value in the rows that it needs beside its label.
fn laid_out(output: &Output, rows: &[(&'static str, Value)]) -> Vec<String> {
    let labels: Vec<_> = rows.iter().map(|(id, _)| output.catalog().text(id)).collect();
    let wide = labels.iter().map(|label| columns(label)).max().unwrap_or(0) + 2;
    let width = match crossterm::terminal::size() {
        Ok((columns, _)) if io::stdout().is_terminal() => usize::from(columns),
        _ => *WIDTH.end(),
    };
    let width = width.clamp(*WIDTH.start(), *WIDTH.end()) - wide;
    let mut lines = Vec::new();
    for (label, (_, value)) in labels.iter().zip(rows) {
        for (at, row) in value.rows(width).iter().enumerate() {
            let label = if at == 0 { label.as_str() } else { "" };
            lines.push(format!("{}{row}", pad(label, wide)).trim_end().to_owned());
        }
    }
    lines.push(String::new());
    lines
}
