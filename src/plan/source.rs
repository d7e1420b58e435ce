//! The text of a plan, and where in it something stands.

use std::ops::Range;

use unicode_width::UnicodeWidthStr;

use crate::text::clean;

/// A place in the file, as editors count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Position {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
}

/// A plan's text under its file's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    name: String,
    text: String,
}

impl Source {
    /// Keeps a text with its file's name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        Self { name: name.into(), text: text.into() }
    }

    /// The file's name as it was given.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Where a byte offset lies; an offset past the end lies at the end.
    pub fn position(&self, offset: usize) -> Position {
        let before = &self.text[..self.text.floor_char_boundary(offset)];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        Position { line: before.matches('\n').count() + 1, column: before[line_start..].chars().count() + 1 }
    }

    /// The line that holds the start of a span, made safe to show, and the columns of a terminal that the span takes
    /// on it. `None` where the text has no such line.
    pub fn excerpt(&self, span: &Range<usize>) -> Option<(String, Range<usize>)> {
        let start = self.text.floor_char_boundary(span.start);
        let line_start = self.text[..start].rfind('\n').map_or(0, |at| at + 1);
        let line = self.text[line_start..].lines().next()?;
        let within = (start - line_start).min(line.len());
        let end = line.floor_char_boundary(span.end.max(start).saturating_sub(line_start).min(line.len()));
        let left = shown(&line[..within]).width();
        let marked = shown(&line[within..end.max(within)]).width().max(1);
        Some((shown(line), left..left + marked))
    }
}

/// A tabulator has no width of its own; two columns keep the caret under its text.
fn shown(text: &str) -> String {
    clean(&text.replace('\t', "  "))
}
