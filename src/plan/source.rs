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
    /// Where each line starts; the first at 0.
    lines: Vec<usize>,
}

impl Source {
    /// Keeps a text with its file's name.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let lines = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        Self { name: name.into(), text, lines }
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
        let (number, start, offset) = self.line_of(offset);
        Position { line: number, column: self.text[start..offset].chars().count() + 1 }
    }

    /// The number of the line that holds an offset, where the line starts, and the offset moved into the text.
    fn line_of(&self, offset: usize) -> (usize, usize, usize) {
        let offset = self.text.floor_char_boundary(offset);
        let number = self.lines.partition_point(|&start| start <= offset);
        (number, self.lines[number - 1], offset)
    }

    /// The line that holds the start of a span, made safe to show, and the columns of a terminal that the span takes
    /// on it. `None` where the text has no such line.
    pub fn excerpt(&self, span: &Range<usize>) -> Option<(String, Range<usize>)> {
        let (_, line_start, start) = self.line_of(span.start);
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

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "a = 1\n名前 = \"é\"\n\tb = 2\n";

    fn at(piece: &str) -> usize {
        TEXT.find(piece).unwrap()
    }

    #[test]
    fn lines_and_columns_are_counted_as_editors_do() {
        let source = Source::new("plan.toml", TEXT);
        let position = |offset| {
            let Position { line, column } = source.position(offset);
            (line, column)
        };
        assert_eq!(position(0), (1, 1));
        assert_eq!(position(at("= \"é")), (2, 4));
        assert_eq!(position(at("é") + 1), (2, 7), "inside a character is at its start");
        assert_eq!(position(at("b")), (3, 2));
        assert_eq!(position(TEXT.len()), (4, 1));
        assert_eq!(position(usize::MAX), (4, 1));
    }

    #[test]
    fn a_caret_stands_under_its_text_whatever_is_before_it() {
        let source = Source::new("plan.toml", TEXT);
        let marked = |piece: &str| source.excerpt(&(at(piece)..at(piece) + piece.len())).unwrap();
        assert_eq!(marked("\"é\""), ("名前 = \"é\"".to_owned(), 7..10));
        assert_eq!(marked("b"), ("  b = 2".to_owned(), 2..3));
    }

    #[test]
    fn a_span_over_several_lines_is_marked_on_its_first() {
        let source = Source::new("plan.toml", TEXT);
        assert_eq!(source.excerpt(&(4..TEXT.len())).unwrap(), ("a = 1".to_owned(), 4..5));
        assert_eq!(source.excerpt(&(TEXT.len()..TEXT.len())), None);
    }
}
