//! How far a long answer has come, for a person who waits at a terminal.

use std::io::{self, IsTerminal, Write};
use std::time::{Duration, Instant};

use super::Output;
use crate::text::Message;

/// Nobody needs to be told about less.
const PATIENCE: Duration = Duration::from_millis(500);

/// A line on stderr that is written over as the count grows, and cleared at the end. Silent where stderr is no terminal, or
/// where the answer itself scrolls by on one.
pub(super) struct Meter<'a> {
    output: &'a Output,
    total: u64,
    since: Instant,
    heard: bool,
    /// Columns of the line that stands there.
    shown: usize,
}

impl<'a> Meter<'a> {
    pub fn new(output: &'a Output, total: u64) -> Self {
        let heard = io::stderr().is_terminal() && !io::stdout().is_terminal();
        Self { output, total, since: Instant::now(), heard, shown: 0 }
    }

    /// So many are done.
    pub fn at(&mut self, done: u64) {
        if self.heard && self.since.elapsed() >= PATIENCE {
            let message = Message::new("meter").with("done", done).with("total", self.total);
            self.write(&self.output.catalog().say(&message));
        }
    }

    fn write(&mut self, line: &str) {
        let width = unicode_width::UnicodeWidthStr::width(line);
        let _ = write!(io::stderr(), "\r{line}{}", " ".repeat(self.shown.saturating_sub(width)));
        self.shown = width;
    }
}

impl Drop for Meter<'_> {
    fn drop(&mut self) {
        if self.shown > 0 {
            self.write("");
            let _ = write!(io::stderr(), "\r");
        }
    }
}
