//! Lines that people type, seen or unseen.

use std::io::{BufRead, Read};

use zeroize::Zeroizing;

use super::hidden;
use crate::keys::Secret;
use crate::ui::typed::Typed;

/// The longest line that is read at once, in bytes; what is longer comes as the next line.
const LINE_MAX: u64 = 4096;

/// An input.
pub struct Lines<R> {
    input: R,
    /// Whether secrets are read from a terminal without echo, not from `input`.
    hush: bool,
}

impl<R: BufRead> Lines<R> {
    /// Reads from this input; secrets, where `hush` says so, from the terminal that it is.
    pub fn new(input: R, hush: bool) -> Self {
        Self { input, hush }
    }

    /// Whether a secret's Enter stays unseen, too, so that a line is still to be ended.
    pub fn hushes(&self) -> bool {
        self.hush
    }

    /// A line without its end; none at the end of the input.
    pub fn line(&mut self) -> Option<String> {
        let line = self.wiped_line()?;
        Some(line.to_string())
    }

    /// A line that must not be seen; none at the end of the input, or where the person gives up.
    pub fn secret(&mut self) -> Option<Secret> {
        let mut typed = Typed::new();
        if self.hush {
            hidden::read(&mut typed)?;
        } else {
            let line = self.wiped_line()?;
            line.chars().for_each(|c| {
                typed.push(c);
            });
        }
        Some(typed.take())
    }

    fn wiped_line(&mut self) -> Option<Zeroizing<String>> {
        let mut bytes = Zeroizing::new(Vec::with_capacity(256));
        let read = self.input.by_ref().take(LINE_MAX).read_until(b'\n', &mut bytes);
        if read.ok()? == 0 {
            return None;
        }
        let text = Zeroizing::new(String::from_utf8_lossy(&bytes).into_owned());
        let end = text.trim_end_matches(['\r', '\n']).len();
        Some(Zeroizing::new(text[..end].to_owned()))
    }
}
