//! Lines out, numbers and lines in.

use std::io::{BufRead, Read, Write};

use zeroize::Zeroizing;

use super::hidden;
use crate::keys::Secret;
use crate::text::{Catalog, Message, Problem};
use crate::ui::typed::Typed;

/// The longest line that is read at once, in bytes; what is longer comes as the next line.
const LINE_MAX: u64 = 4096;

/// An input and an output in one language. Nobody listening any more is no problem of the ceremony's: the end of the
/// input follows, and that stops it.
pub struct Console<'a, R, W> {
    input: R,
    output: W,
    pub catalog: &'a Catalog,
    /// Whether secrets are read from a terminal without echo, not from `input`.
    hush: bool,
}

impl<'a, R: BufRead, W: Write> Console<'a, R, W> {
    /// Brings them together.
    pub fn new(input: R, output: W, catalog: &'a Catalog, hush: bool) -> Self {
        Self { input, output, catalog, hush }
    }

    /// Writes a line; its text is the catalog's or was cleaned.
    pub fn line(&mut self, text: &str) {
        let _ = writeln!(self.output, "{text}");
    }

    /// Writes a line of the catalog.
    pub fn say(&mut self, message: &Message) {
        let text = self.catalog.say(message);
        self.line(&text);
    }

    /// Writes a cause and a remedy.
    pub fn problem(&mut self, problem: &Problem) {
        self.say(&problem.cause());
        self.say(&problem.remedy());
    }

    /// Asks for a line, without its end; none at the end of the input. It comes as it was typed: whoever asks refuses
    /// what must not be in it.
    pub fn ask(&mut self, question: &Message) -> Option<String> {
        self.say(question);
        self.prompt();
        self.read()
    }

    /// Asks for one of the choices, by its number from 1; returns its position. None at the end of the input.
    pub fn choose(&mut self, question: &str, labels: &[String]) -> Option<usize> {
        self.line(question);
        for (at, label) in labels.iter().enumerate() {
            self.line(&format!("  {}  {label}", at + 1));
        }
        loop {
            self.say(&Message::new("plain-choose"));
            self.prompt();
            let chosen =
                self.read()?.trim().parse().ok().filter(|number| (1..=labels.len()).contains(number));
            match chosen {
                Some(number) => return Some(number - 1),
                None => self.say(&Message::new("plain-not-a-choice")),
            }
        }
    }

    /// Asks for something that must not be seen, and says how long it was. None at the end of the input.
    pub fn secret(&mut self, question: &Message) -> Option<Secret> {
        self.say(question);
        self.prompt();
        let mut typed = Typed::new();
        if self.hush {
            hidden::read(&mut typed)?;
            self.line("");
        } else {
            let line = self.read_secret()?;
            line.chars().for_each(|c| {
                typed.push(c);
            });
        }
        self.say(&Message::new("plain-sent").count("bytes", typed.bytes()));
        Some(typed.take())
    }

    fn prompt(&mut self) {
        let _ = write!(self.output, "> ");
        let _ = self.output.flush();
    }

    fn read(&mut self) -> Option<String> {
        let line = self.read_secret()?;
        Some(line.to_string())
    }

    fn read_secret(&mut self) -> Option<Zeroizing<String>> {
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
