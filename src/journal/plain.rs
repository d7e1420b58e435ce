//! Lines of the form that nearly every line of a journal has, read without a parser for all of JSON: what is fixed is compared, what
//! is told is taken out. Whatever is not exactly of this form is left to the parser, which says what is wrong with it.

use std::io::Write;

use compact_str::CompactString;

use super::Line;
use crate::keys::Digest;

/// What is still to be read of a text.
#[derive(Clone, Copy)]
pub struct Plain<'b>(&'b [u8]);

impl<'b> Plain<'b> {
    /// All of it.
    pub fn new(bytes: &'b [u8]) -> Self {
        Self(bytes)
    }

    /// Passes over these bytes; none where others stand there.
    pub fn pass(&mut self, bytes: &[u8]) -> Option<()> {
        self.0 = self.0.strip_prefix(bytes)?;
        Some(())
    }

    /// What stands before the next quotation mark, which is passed over; none where JSON would not write it as it is.
    pub fn quoted(&mut self) -> Option<&'b str> {
        let (text, rest) = self.0.split_at(self.0.iter().position(|byte| *byte == b'"')?);
        let as_it_is = |byte: &u8| (b' '..=b'~').contains(byte) && *byte != b'\\';
        if !text.iter().all(as_it_is) {
            return None;
        }
        self.0 = &rest[1..];
        std::str::from_utf8(text).ok()
    }

    /// Whether nothing is left.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The line at this place behind this head, without its newline, with what `event` makes of its event.
pub(super) fn line<E>(
    raw: &[u8],
    seq: u64,
    previous: Digest,
    event: impl FnOnce(&[u8]) -> Option<E>,
) -> Option<Line<E>> {
    let mut head = [0; 128];
    let mut rest = &mut head[..];
    write!(rest, "{{\"seq\":{seq},\"previous\":\"{previous}\",\"at\":\"").ok()?;
    let left = rest.len();
    let mut plain = Plain::new(raw.strip_suffix(b"}")?);
    plain.pass(&head[..head.len() - left])?;
    let at = CompactString::from(plain.quoted()?);
    plain.pass(b",\"event\":")?;
    Some(Line { seq, previous, at, event: event(plain.0)? })
}
