//! Lines out, numbers and lines in.

use std::io::{BufRead, Write};

use super::lines::Lines;
use crate::keys::Secret;
use crate::text::{Catalog, Message, Problem};

/// An input and an output in one language. Nobody listening any more is no problem of the ceremony's: the end of the
/// input follows, and that stops it.
pub struct Console<'a, R, W> {
    lines: Lines<R>,
    output: W,
    pub catalog: &'a Catalog,
}

impl<'a, R: BufRead, W: Write> Console<'a, R, W> {
    /// Brings them together. Where `hush` says so, secrets are read from a terminal without echo, not from `input`.
    pub fn new(input: R, output: W, catalog: &'a Catalog, hush: bool) -> Self {
        Self { lines: Lines::new(input, hush), output, catalog }
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
        self.lines.line()
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
                self.lines.line()?.trim().parse().ok().filter(|number| (1..=labels.len()).contains(number));
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
        let secret = self.lines.secret()?;
        if self.lines.hushes() {
            self.line("");
        }
        self.say(&Message::new("plain-sent").count("bytes", secret.expose().len()));
        Some(secret)
    }

    fn prompt(&mut self) {
        let _ = write!(self.output, "> ");
        let _ = self.output.flush();
    }
}
