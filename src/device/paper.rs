//! How the screen of a model breaks a message into lines and pages.

/// A model's page, as measured on the official emulator (docs/emulator.md).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paper {
    /// Characters in a line.
    pub columns: usize,
    /// Lines on a page.
    pub rows: usize,
    /// Columns that the mark of what goes on takes, at the end of a page and at the beginning of the next.
    pub mark: usize,
}

impl Paper {
    /// How many characters without a line break surely fit on so many pages.
    pub fn holds(self, pages: usize) -> usize {
        (self.columns * self.rows * pages).saturating_sub(2 * self.mark * pages.saturating_sub(1))
    }

    /// The text's pages, each with its lines.
    pub fn pages(self, text: &str) -> Vec<Vec<String>> {
        let mut pages = Vec::new();
        let mut rest = Some(text);
        while let Some(text) = rest {
            let begin = if pages.is_empty() { 0 } else { self.mark };
            let (page, after) = self.page(text, begin, 0);
            let (page, after) =
                if after.is_some() { self.page(text, begin, self.mark) } else { (page, after) };
            pages.push(page);
            rest = after;
        }
        pages
    }

    /// One page, with its first and its last line shortened by so much, and what comes after it.
    fn page(self, text: &str, begin: usize, end: usize) -> (Vec<String>, Option<&str>) {
        let mut lines = Vec::new();
        let mut rest = Some(text);
        while let Some(text) = rest.filter(|_| lines.len() < self.rows) {
            let first = if lines.is_empty() { begin } else { 0 };
            let last = if lines.len() + 1 == self.rows { end } else { 0 };
            let (line, after) = broken(text, self.columns.saturating_sub(first + last).max(1));
            lines.push(line.to_owned());
            rest = after;
        }
        (lines, rest)
    }
}

/// The first line, and what comes after it.
fn broken(text: &str, columns: usize) -> (&str, Option<&str>) {
    let end = text.char_indices().nth(columns).map_or(text.len(), |(at, _)| at);
    match text.split_once('\n') {
        Some((line, rest)) if line.len() <= end => (line, Some(rest)),
        _ if end == text.len() => (text, None),
        _ => (&text[..end], Some(&text[end..])),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_character_stands_on_some_page(
            text in "[ -~あ-ん]{0,300}",
            columns in 1_usize..20,
            rows in 1_usize..8,
            mark in 0_usize..5,
        ) {
            let pages = Paper { columns, rows, mark }.pages(&text);
            prop_assert_eq!(pages.concat().concat(), text);
            prop_assert!(!pages.is_empty());
            prop_assert!(pages.iter().all(|page| page.len() <= rows));
        }

        #[test]
        fn what_it_holds_fills_its_pages(mark in 0_usize..5, pages in 1_usize..6) {
            let paper = Paper { columns: 18, rows: 7, mark };
            prop_assert_eq!(paper.pages(&"a".repeat(paper.holds(pages))).len(), pages);
            prop_assert_eq!(paper.pages(&"a".repeat(paper.holds(pages) + 1)).len(), pages + 1);
        }
    }
}
