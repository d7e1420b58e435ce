//! The page that a design is printed on.

use crate::cli::Output;
use crate::cli::folded::Folded;
use crate::plan::Linted;
use crate::text::Message;

/// A linted plan, and where it is printed.
pub struct Page<'a> {
    pub plan: &'a Linted,
    pub output: &'a Output,
}

impl Page<'_> {
    fn paper(&self) -> Folded<'_> {
        Folded { output: self.output }
    }

    pub fn text(&self, id: &'static str) -> String {
        self.paper().text(id)
    }

    /// A sentence, in as many lines as it needs.
    pub fn note(&self, message: &Message) {
        self.paper().note(message);
    }

    /// A heading, the names of the columns and the rows; nothing where there are no rows.
    pub fn table(&self, heading: &'static str, columns: &[&'static str], rows: Vec<Vec<String>>) {
        self.folded(heading, columns, &[], rows);
    }

    /// As [`table`](Self::table); where it is too wide, the cells of these columns go on in the next line. A row of one
    /// cell is a heading inside the table.
    pub fn folded(
        &self,
        heading: &'static str,
        columns: &[&'static str],
        foldable: &[usize],
        rows: Vec<Vec<String>>,
    ) {
        self.paper().folded(heading, columns, foldable, rows);
    }
}
