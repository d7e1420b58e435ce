//! How the screen of a model breaks a message into lines and pages: wherever a line is full, whether in a word or not
//! (core/embed/rust/src/ui/component/text/layout.rs of trezor-firmware, `BreakWordsNoHyphen`).

/// A model's page: of the core models as measured on the official emulator (docs/emulator.md), of the Trezor One by its
/// source, which says how much a page holds and not where spaces go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Characters in a line.
    pub columns: usize,
    /// Characters in a line of a text that one page holds: no bar stands beside it that tells which page it is.
    pub alone: usize,
    /// Lines on a page.
    pub rows: usize,
    /// Columns that the mark of what goes on takes, at the end of a page and at the beginning of the next.
    pub mark: usize,
}

impl Paper {
    /// How many characters without a line break surely fit on so many pages.
    pub fn holds(self, pages: usize) -> usize {
        let columns = if pages == 1 { self.alone } else { self.columns };
        (columns * self.rows * pages).saturating_sub(2 * self.mark * pages.saturating_sub(1))
    }

    /// The text's pages, each with its lines. Of the text only those spaces and line breaks are missing that ended a
    /// line.
    pub fn pages(self, text: &str) -> Vec<Vec<String>> {
        self.pages_below(0, text)
    }

    /// The same below so many lines that something else takes on the first page, which are not among its lines here.
    pub fn pages_below(self, taken: usize, text: &str) -> Vec<Vec<String>> {
        let pages = Self { columns: self.alone, ..self }.broken(taken, text);
        if pages.len() == 1 { pages } else { self.broken(taken, text) }
    }

    fn broken(self, taken: usize, text: &str) -> Vec<Vec<String>> {
        let mut pages = Vec::new();
        let mut rest = Some(text);
        while let Some(text) = rest {
            let (begin, taken) = if pages.is_empty() { (0, taken) } else { (self.mark, 0) };
            let paper = Self { rows: self.rows.saturating_sub(taken).max(1), ..self };
            let (page, after) = paper.page(text, begin);
            pages.push(page);
            rest = after;
        }
        pages
    }

    /// One page, with its first line shortened by so much, and what comes after it: another page even if nothing does,
    /// where a line break ended the last line.
    fn page(self, text: &str, begin: usize) -> (Vec<String>, Option<&str>) {
        let mut lines = Vec::new();
        let mut rest = Some(text);
        while let Some(text) = rest.filter(|_| lines.len() < self.rows) {
            let begin = if lines.is_empty() { begin } else { 0 };
            let mark = if lines.len() + 1 == self.rows { self.mark } else { 0 };
            let (line, after) = line(text, self.columns.saturating_sub(begin).max(1), mark);
            lines.push(line.to_owned());
            rest = after.filter(|after| !after.is_empty() || lines.len() == self.rows);
        }
        (lines, rest)
    }
}

/// The first line, and what comes after it, if anything does. The mark is drawn unless the line holds all that is left.
fn line(text: &str, columns: usize, mark: usize) -> (&str, Option<&str>) {
    let left = text.trim_end().chars().count();
    let full = if left <= columns { columns } else { columns.saturating_sub(mark).max(1) };
    let end = text.char_indices().nth(full).map_or(text.len(), |(at, _)| at);
    match text.split_once(['\n', '\r']) {
        Some((line, rest)) if line.len() <= end => (line, Some(rest)),
        _ => {
            let (line, rest) = text.split_at(end);
            (line, Some(rest.strip_prefix(' ').unwrap_or(rest)).filter(|rest| !rest.is_empty()))
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fs;

    use proptest::prelude::*;
    use serde_json::Value;

    use super::*;
    use crate::device::trezor::models::ModelFacts;

    fn bare(text: &str) -> String {
        text.split_whitespace().collect()
    }

    /// What of a page can be seen.
    fn visible(mut page: Vec<String>) -> Vec<String> {
        page.iter_mut().for_each(|line| line.truncate(line.trim_end().len()));
        page.truncate(page.iter().rposition(|line| !line.is_empty()).map_or(0, |last| last + 1));
        page
    }

    proptest! {
        #[test]
        fn only_spaces_and_line_breaks_are_dropped_and_one_at_most_for_a_line(
            text in "[ -~あ-ん\n]{0,300}",
            columns in 1_usize..20,
            rows in 1_usize..8,
            mark in 0_usize..5,
        ) {
            let pages = Paper { columns, alone: columns + 1, rows, mark }.pages(&text);
            let lines = pages.concat();
            prop_assert_eq!(bare(&lines.concat()), bare(&text));
            prop_assert!(text.chars().count() <= lines.concat().chars().count() + lines.len());
            prop_assert!(pages.iter().all(|page| page.len() <= rows));
            prop_assert!(lines.iter().all(|line| line.chars().count() <= columns + 1));
        }

        #[test]
        fn what_it_holds_fits_its_pages(text in "[ab ]{0,479}", pages in 1_usize..6) {
            for model in ["T2T1", "T3B1", "T3T1"] {
                let paper = ModelFacts::of(model).unwrap().paper;
                let text: String = text.chars().take(paper.holds(pages)).collect();
                prop_assert!(paper.pages(&text).len() <= pages);
            }
        }

        #[test]
        fn what_it_holds_fills_its_pages(mark in 0_usize..5, pages in 1_usize..6) {
            let paper = Paper { columns: 18, alone: 18, rows: 7, mark };
            prop_assert_eq!(paper.pages(&"a".repeat(paper.holds(pages))).len(), pages);
            prop_assert_eq!(paper.pages(&"a".repeat(paper.holds(pages) + 1)).len(), pages + 1);
        }
    }

    #[test]
    fn pages_are_those_of_the_official_emulator() {
        let file = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors/trezor-pages.json");
        let vectors: Value = serde_json::from_str(&fs::read_to_string(file).unwrap()).unwrap();
        for (model, texts) in vectors["models"].as_object().unwrap() {
            let paper = ModelFacts::of(model).unwrap().paper;
            assert!(!texts.as_array().unwrap().is_empty());
            for text in texts.as_array().unwrap() {
                let pages: Vec<Vec<String>> = serde_json::from_value(text["pages"].clone()).unwrap();
                let ours = paper.pages(text["text"].as_str().unwrap());
                assert_eq!(ours.into_iter().map(visible).collect::<Vec<_>>(), pages, "{model} {text}");
            }
        }
    }
}
