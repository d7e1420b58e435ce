//! Lines chained by hash.

use std::io::{self, Write};
use std::marker::PhantomData;

use compact_str::CompactString;
use memchr::memchr;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Storage, plain};
use crate::keys::Digest;
use crate::text::Problem;
#[cfg(test)]
use crate::text::form;

/// One event with its place in the chain. Members are written in this order; no other writing is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Line<E> {
    /// Position, from 0.
    pub seq: u64,
    /// SHA-256 of the line before, without its newline; zeros before the first.
    pub previous: Digest,
    /// When, by the host's clock: `YYYY-MM-DDThh:mm:ssZ`. Order is proven by the chain, not by this.
    #[cfg_attr(test, schemars(with = "form::Time"))]
    pub at: CompactString,
    /// What happened.
    pub event: E,
}

/// A journal's bytes, read and found whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading<E> {
    /// The lines, in order.
    pub lines: Vec<Line<E>>,
    /// SHA-256 of the last line; zeros where there is none.
    pub head: Digest,
    /// How many bytes the whole lines take: what is behind them is a line torn by a power cut.
    pub whole: usize,
}

/// An open journal: what it holds, and where the next line goes.
pub struct Journal<E> {
    name: String,
    next: u64,
    head: Digest,
    /// How many bytes its whole lines take.
    whole: usize,
    event: PhantomData<E>,
}

/// Reads a journal's bytes: JSON in its one writing, positions counted, hashes chained. A last line without a
/// newline is a write that the power cut short: it never counted, and is left out.
///
/// # Errors
/// The first line that breaks the chain, counted from 1, as [`Problem`] `journal-broken`.
pub fn read<E: Serialize + DeserializeOwned>(name: &str, bytes: &[u8]) -> Result<Reading<E>, Problem> {
    let mut reader = Reader::new(name, bytes);
    let lines = reader.by_ref().collect::<Result<_, _>>()?;
    Ok(Reading { lines, head: reader.head, whole: reader.whole })
}

/// A journal's lines, one at a time: as [`read`] reads them, without keeping them. Ends after the first error.
pub struct Reader<'b, E> {
    name: &'b str,
    bytes: &'b [u8],
    next: u64,
    head: Digest,
    whole: usize,
    /// What makes an event of its bytes, where these have the form that nearly all have.
    plain: fn(&[u8]) -> Option<E>,
}

impl<'b, E: Serialize + DeserializeOwned> Reader<'b, E> {
    /// Before the first line.
    pub fn new(name: &'b str, bytes: &'b [u8]) -> Self {
        Self { name, bytes, next: 0, head: Digest::ZERO, whole: 0, plain: |_| None }
    }

    /// The same, where most events have a form of which `plain` makes them faster. It must make only what would be
    /// written as these bytes.
    pub fn plainly(name: &'b str, bytes: &'b [u8], plain: fn(&[u8]) -> Option<E>) -> Self {
        Self { plain, ..Self::new(name, bytes) }
    }

    /// How many bytes the lines so far take.
    pub fn whole(&self) -> usize {
        self.whole
    }

    fn line(&self, raw: &[u8]) -> Result<Line<E>, Problem> {
        let broken = |reason: &str| {
            Problem::finding("journal-broken")
                .with("file", self.name)
                .with("line", self.next + 1)
                .with("reason", reason)
        };
        if let Some(line) = plain::line(raw, self.next, self.head, self.plain) {
            return Ok(line);
        }
        let line: Line<E> = serde_json::from_slice(raw).map_err(|error| broken(&error.to_string()))?;
        let mut writing = Unwritten(raw);
        if serde_json::to_writer(&mut writing, &line).is_err() || !writing.0.is_empty() {
            return Err(broken("another writing of the same event"));
        }
        if line.seq != self.next {
            return Err(broken("its position is wrong"));
        }
        if line.previous != self.head {
            return Err(broken("it does not follow the line before"));
        }
        Ok(line)
    }
}

impl<E: Serialize + DeserializeOwned> Iterator for Reader<'_, E> {
    type Item = Result<Line<E>, Problem>;

    fn next(&mut self) -> Option<Self::Item> {
        let rest = &self.bytes[self.whole..];
        let raw = &rest[..memchr(b'\n', rest)?];
        let line = self.line(raw);
        if line.is_ok() {
            self.head = Digest::of(raw);
            self.whole += raw.len() + 1;
            self.next += 1;
        } else {
            self.bytes = &self.bytes[..self.whole];
        }
        Some(line)
    }
}

/// A writer that takes exactly these bytes: what is still to be written of them.
pub struct Unwritten<'b>(pub &'b [u8]);

impl Write for Unwritten<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.strip_prefix(bytes).ok_or(io::ErrorKind::InvalidData)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl<E: Serialize + DeserializeOwned> Journal<E> {
    /// Opens a journal for more events, which writes nothing; also returns what it holds already.
    ///
    /// # Errors
    /// Unreadable, or broken before its last line.
    pub fn open(storage: &dyn Storage, name: &str) -> Result<(Self, Reading<E>), Problem> {
        let bytes = storage.read(name).map_err(|error| unreadable(name, &error))?.unwrap_or_default();
        let reading = read(name, &bytes)?;
        let journal = Self {
            name: name.to_owned(),
            next: reading.lines.len() as u64,
            head: reading.head,
            whole: reading.whole,
            event: PhantomData,
        };
        Ok((journal, reading))
    }

    /// SHA-256 of the last line; zeros where there is none.
    pub fn head(&self) -> Digest {
        self.head
    }

    /// How many lines it holds.
    pub fn len(&self) -> u64 {
        self.next
    }

    /// Whether nothing happened yet.
    pub fn is_empty(&self) -> bool {
        self.next == 0
    }

    /// The line that an event would make: to be tried on the state before it is written.
    pub fn line(&self, at: String, event: E) -> Line<E> {
        Line { seq: self.next, previous: self.head, at: at.into(), event }
    }

    /// Writes the next line, durable when this returns. A torn line from before is cut off first.
    ///
    /// # Errors
    /// The disk refused: the event does not count, and what was there stays. Or the file is not as this journal left
    /// it, as `journal-changed`: another program goes on with it, or a write that failed took effect after all.
    pub fn append(&mut self, storage: &mut dyn Storage, line: &Line<E>) -> Result<(), Problem> {
        let unwritable = |error: &dyn std::fmt::Display| {
            Problem::unusable("file-unwritable").with("file", &self.name).with("reason", error)
        };
        self.mend(storage)?;
        let mut bytes = serde_json::to_vec(line).map_err(|error| unwritable(&error))?;
        let head = Digest::of(&bytes);
        bytes.push(b'\n');
        storage.append(&self.name, &bytes).map_err(|error| unwritable(&error))?;
        self.head = head;
        self.next += 1;
        self.whole += bytes.len();
        Ok(())
    }

    fn mend(&self, storage: &mut dyn Storage) -> Result<(), Problem> {
        let unreadable = |error| unreadable(&self.name, &error);
        let bytes = storage.read(&self.name).map_err(unreadable)?.unwrap_or_default();
        let whole = bytes.iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
        if whole != self.whole {
            return Err(Problem::finding("journal-changed").with("file", &self.name));
        }
        if whole < bytes.len() {
            storage.truncate(&self.name, whole as u64).map_err(unreadable)?;
        }
        Ok(())
    }
}

fn unreadable(name: &str, error: &std::io::Error) -> Problem {
    Problem::unusable("file-unreadable").with("file", name).with("reason", error)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::journal::{Memory, Plain};

    const NAME: &str = "sealed/journal-x.jsonl";

    fn write(events: &[String]) -> Memory {
        let mut memory = Memory::default();
        let (mut journal, _) = Journal::<String>::open(&memory, NAME).unwrap();
        for event in events {
            let line = journal.line("2000-01-01T00:00:00Z".to_owned(), event.clone());
            journal.append(&mut memory, &line).unwrap();
        }
        memory
    }

    fn events(bytes: &[u8]) -> Result<Vec<String>, Problem> {
        Ok(read::<String>(NAME, bytes)?.lines.into_iter().map(|line| line.event).collect())
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(written: Vec<String>) {
            let memory = write(&written);
            let bytes = memory.files.get(NAME).cloned().unwrap_or_default();
            prop_assert_eq!(events(&bytes), Ok(written));
        }

        #[test]
        fn a_flipped_bit_is_found_or_tears_the_last_line(
            written in prop::collection::vec(any::<String>(), 1..5), at: prop::sample::Index, bit in 0..8_u8,
        ) {
            let mut bytes = write(&written).files[NAME].clone();
            let at = at.index(bytes.len());
            bytes[at] ^= 1 << bit;
            // Only the head tells a change inside the last line from what was written.
            let head = read::<String>(NAME, &write(&written).files[NAME]).unwrap().head;
            prop_assert!(read::<String>(NAME, &bytes).map(|reading| reading.head) != Ok(head));
        }

        #[test]
        fn the_fast_way_reads_what_the_slow_way_reads(
            written in prop::collection::vec("[ -~]{0,8}|.{0,8}", 1..6), at: prop::sample::Index, byte: u8, whole: bool,
        ) {
            fn plain(bytes: &[u8]) -> Option<String> {
                let mut plain = Plain::new(bytes);
                plain.pass(b"\"")?;
                let text = plain.quoted()?;
                plain.is_empty().then(|| text.to_owned())
            }
            let mut bytes = write(&written).files[NAME].clone();
            let at = at.index(bytes.len());
            bytes[at] = if whole { bytes[at] } else { byte };
            let slow: Vec<_> = Reader::<String>::new(NAME, &bytes).collect();
            prop_assert_eq!(Reader::plainly(NAME, &bytes, plain).collect::<Vec<_>>(), slow);
        }

        #[test]
        fn a_torn_last_line_never_counted(written in prop::collection::vec(any::<String>(), 1..5), keep: prop::sample::Index) {
            let mut memory = write(&written);
            let file = memory.files.get_mut(NAME).unwrap();
            let start = file[..file.len() - 1].iter().rposition(|&b| b == b'\n').map_or(0, |at| at + 1);
            file.truncate(start + keep.index(file.len() - start));
            let (mut journal, reading) = Journal::<String>::open(&memory, NAME).unwrap();
            prop_assert_eq!(reading.lines.len(), written.len() - 1);
            let line = journal.line(String::new(), "after".to_owned());
            journal.append(&mut memory, &line).unwrap();
            let read = events(&memory.files[NAME]).unwrap();
            prop_assert_eq!(read.last().map(String::as_str), Some("after"));
        }
    }

    #[test]
    fn two_runs_on_one_journal_do_not_break_it() {
        let mut memory = write(&["one".to_owned()]);
        let (mut mine, _) = Journal::<String>::open(&memory, NAME).unwrap();
        let (mut other, _) = Journal::<String>::open(&memory, NAME).unwrap();
        let line = other.line(String::new(), "two".to_owned());
        other.append(&mut memory, &line).unwrap();
        let line = mine.line(String::new(), "also two".to_owned());
        assert_eq!(mine.append(&mut memory, &line).unwrap_err().id(), "journal-changed");
        assert_eq!(events(&memory.files[NAME]).unwrap(), ["one", "two"]);
    }

    #[test]
    fn a_full_disk_loses_nothing() {
        let mut memory = write(&["one".to_owned()]);
        let before = memory.files.clone();
        memory.writes_left = Some(0);
        let (mut journal, _) = Journal::<String>::open(&memory, NAME).unwrap();
        let line = journal.line(String::new(), "two".to_owned());
        let problem = journal.append(&mut memory, &line).unwrap_err();
        assert_eq!(problem.id(), "file-unwritable");
        assert_eq!(memory.files, before);
        memory.writes_left = None;
        journal.append(&mut memory, &line).unwrap();
        assert_eq!(events(&memory.files[NAME]).unwrap(), ["one", "two"]);
    }
}
