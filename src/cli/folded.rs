//! Paper for sentences, headings and tables that keep within the width of a page.

use super::Output;
use super::sheet::aligned;
use crate::text::Message;
use crate::ui::presentation::wrap::{columns as width_of, wrap};

/// Tables keep within so many columns where their cells can be folded.
const WIDTH: usize = 100;

/// A column this wide is still read with ease.
const COMFORTABLE: usize = 20;

/// No column is folded narrower than this.
const NARROWEST: usize = 16;

/// Where it is printed.
#[derive(Clone, Copy)]
pub(super) struct Folded<'a> {
    pub output: &'a Output,
}

impl Folded<'_> {
    pub fn text(&self, id: &'static str) -> String {
        self.output.catalog().text(id)
    }

    /// A sentence, in as many lines as it needs.
    pub fn note(&self, message: &Message) {
        let text = self.output.catalog().say(message);
        wrap(&text, WIDTH).iter().for_each(|line| self.output.line(line));
        self.output.line("");
    }

    /// A heading, the names of the columns and the rows; nothing where there are no rows. Where it is too wide, the cells of the
    /// foldable columns go on in the next line. A row of one cell is a heading inside the table.
    pub fn folded(
        &self,
        heading: &'static str,
        columns: &[&'static str],
        foldable: &[usize],
        rows: Vec<Vec<String>>,
    ) {
        if rows.is_empty() {
            return;
        }
        self.output.line(&self.text(heading));
        let names = columns.iter().map(|id| self.text(id)).collect();
        let all: Vec<Vec<String>> = std::iter::once(names).chain(rows).collect();
        self.rows(foldable, &all);
        self.output.line("");
    }

    /// Rows whose columns begin at the same place, without a heading; these columns are folded where they are too wide.
    pub fn rows(&self, foldable: &[usize], rows: &[Vec<String>]) {
        for line in fitted(rows, foldable, WIDTH - 2) {
            self.output.line(&format!("  {line}"));
        }
    }

    /// A sentence below a heading, in as many lines as it needs.
    pub fn below(&self, message: &Message) {
        let text = self.output.catalog().say(message);
        wrap(&text, WIDTH - 2).iter().for_each(|line| self.output.line(&format!("  {line}")));
    }
}

/// Lines whose columns begin at the same place, folded into a width as far as these columns allow.
fn fitted(rows: &[Vec<String>], foldable: &[usize], width: usize) -> Vec<String> {
    let cells = |row: &&Vec<String>| row.len() > 1;
    let number = rows.iter().map(Vec::len).max().unwrap_or(0);
    let widest = |at: usize| {
        rows.iter().filter(cells).filter_map(|row| row.get(at)).map(|cell| width_of(cell)).max().unwrap_or(0)
    };
    let mut widths: Vec<usize> = (0..number).map(widest).collect();
    let gaps = 2 * number.saturating_sub(1);
    // The first of them gives way before the others do, but not so far that it is hard to read.
    for (narrowest, foldable) in [(COMFORTABLE, &foldable[..foldable.len().min(1)]), (NARROWEST, foldable)] {
        while widths.iter().sum::<usize>() + gaps > width {
            let widest = foldable.iter().copied().max_by_key(|&at| widths[at]);
            let Some(at) = widest.filter(|&at| widths[at] > narrowest) else { break };
            widths[at] -= 1;
        }
    }
    let mut folded: Vec<Vec<String>> = Vec::new();
    for row in rows {
        folded.extend(fold(row, foldable, &widths));
    }
    // Headings are put in afterwards: they take no part in the columns.
    let mut lines = aligned(&folded.iter().filter(cells).cloned().collect::<Vec<_>>()).into_iter();
    folded
        .iter()
        .map(|row| if row.len() > 1 { lines.next().unwrap_or_default() } else { row.concat() })
        .collect()
}

/// A row, and the rows that it goes on in.
fn fold(row: &[String], foldable: &[usize], widths: &[usize]) -> Vec<Vec<String>> {
    if row.len() < 2 {
        return vec![row.to_vec()];
    }
    let cells: Vec<Vec<String>> = row
        .iter()
        .enumerate()
        .map(|(at, cell)| if foldable.contains(&at) { wrap(cell, widths[at]) } else { vec![cell.clone()] })
        .collect();
    let height = cells.iter().map(Vec::len).max().unwrap_or(0);
    let line = |n: usize| cells.iter().map(|cell| cell.get(n).cloned().unwrap_or_default()).collect();
    (0..height).map(line).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn rows(rows: &[&[&str]]) -> Vec<Vec<String>> {
        rows.iter().map(|row| row.iter().map(|&cell| cell.to_owned()).collect()).collect()
    }

    #[test]
    fn a_wide_cell_goes_on_below_and_a_heading_stays_out_of_the_columns() {
        let table = rows(&[
            &["name", "what it is about"],
            &["a heading that is longer than any name"],
            &["first", "one two three four five"],
            &["second", "six"],
        ]);
        assert_eq!(
            fitted(&table, &[1], 26),
            [
                "name    what it is about",
                "a heading that is longer than any name",
                "first   one two three four",
                "        five",
                "second  six",
            ]
        );
    }

    #[test]
    fn what_may_not_be_folded_is_left_whole() {
        let table = rows(&[&["0123456789012345678901234567890123456789", "b"]]);
        assert_eq!(fitted(&table, &[], 20), ["0123456789012345678901234567890123456789  b"]);
    }

    proptest! {
        #[test]
        fn nothing_is_lost_and_nothing_is_too_wide(
            cells in prop::collection::vec(("[a-z]{1,9}", "([a-z]{1,12} ){1,9}"), 1..6)
        ) {
            let table: Vec<Vec<String>> =
                cells.iter().map(|(name, text)| vec![name.clone(), text.trim().to_owned()]).collect();
            let lines = fitted(&table, &[1], 40);
            prop_assert!(lines.iter().all(|line| width_of(line) <= 40), "{lines:?}");
            let words = |text: String| { let mut words: Vec<_> = text.split_whitespace().map(str::to_owned).collect(); words.sort(); words };
            prop_assert_eq!(words(lines.join(" ")), words(table.concat().join(" ")));
        }
    }
}
