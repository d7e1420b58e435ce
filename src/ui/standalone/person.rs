//! The device's screen in plain lines as it changes, its buttons as numbered choices.

use std::io::{self, BufRead, BufReader, IsTerminal, Write};
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::Duration;

use crossterm::terminal::disable_raw_mode;

use super::{Eye, TICK};
use crate::device::simulator::Panel;
use crate::keys::Secret;
use crate::text::{Catalog, Message};
use crate::ui::plain::{Act, Lines, choices};

/// What is wanted of the person.
pub(super) enum Ask {
    Line,
    Secret,
}

/// What the person typed.
pub(super) enum Said {
    Line(String),
    Secret(Secret),
}

/// Lets a person stand by a device over this process's input and output, until `stops` or the end of the input. The
/// terminal is given back.
pub fn on_terminal(catalog: &Catalog, panel: &Panel, stops: &dyn Fn() -> bool) {
    let hush = io::stdin().is_terminal();
    let lines = Lines::new(BufReader::new(io::stdin()), hush);
    by_hand(catalog, panel, lines, &mut io::stdout(), stops);
    // The thread that reads may be left in the midst of something hidden.
    let _ = disable_raw_mode();
}

/// Lets a person stand by a device, until `stops` or the end of the input.
pub fn by_hand<R: BufRead + Send + 'static>(
    catalog: &Catalog,
    panel: &Panel,
    lines: Lines<R>,
    output: &mut dyn Write,
    stops: &dyn Fn() -> bool,
) {
    let hush = lines.hushes();
    let (asks, asked) = mpsc::channel();
    let (says, said) = mpsc::channel();
    // A read cannot be broken off, and the device's screen changes meanwhile.
    thread::spawn(move || read(lines, &asked, &says));
    let eye = Eye::new(catalog, panel, false);
    let mut desk = Desk::new(eye, output, hush);
    let mut ask = Ask::Line;
    while !stops() {
        // Also where an answer is always there already: a script that says the same for ever.
        desk.watch();
        if asks.send(ask).is_err() {
            return;
        }
        let answer = loop {
            match said.recv_timeout(TICK) {
                Ok(answer) => break answer,
                Err(RecvTimeoutError::Disconnected) => return,
                Err(RecvTimeoutError::Timeout) if stops() => return,
                Err(RecvTimeoutError::Timeout) => desk.watch(),
            }
        };
        ask = desk.hear(answer);
    }
}

/// Reads what is asked for, to the end of the input.
fn read<R: BufRead>(mut lines: Lines<R>, asked: &Receiver<Ask>, says: &Sender<Said>) {
    for ask in asked {
        let said = match ask {
            Ask::Line => lines.line().map(Said::Line),
            Ask::Secret => lines.secret().map(Said::Secret),
        };
        let Some(said) = said else { return };
        if says.send(said).is_err() {
            return;
        }
    }
}

/// What the person has before them.
pub(super) struct Desk<'a> {
    eye: Eye<'a>,
    output: &'a mut dyn Write,
    /// Whether secrets are typed without echo.
    hush: bool,
    choices: Vec<(String, Act)>,
    /// Whether something is being typed unseen.
    typing: bool,
    /// Whether the line is begun with the mark behind which an answer is typed.
    prompted: bool,
}

impl<'a> Desk<'a> {
    pub(super) fn new(eye: Eye<'a>, output: &'a mut dyn Write, hush: bool) -> Self {
        Self { eye, output, hush, choices: Vec::new(), typing: false, prompted: false }
    }

    fn line(&mut self, text: &str) {
        let _ = writeln!(self.output, "{text}");
    }

    fn say(&mut self, id: &'static str) {
        self.line(&self.eye.catalog.text(id));
    }

    fn prompt(&mut self) {
        let _ = write!(self.output, "> ");
        let _ = self.output.flush();
        self.prompted = true;
    }

    /// Shows what is new on the device.
    pub(super) fn watch(&mut self) {
        // Nothing is written over what is typed unseen.
        if self.hush && self.typing {
            return;
        }
        let Some((screen, lines)) = self.eye.look(Duration::ZERO) else { return };
        self.choices = choices(self.eye.catalog, &screen, None);
        if lines.is_empty() {
            return;
        }
        if std::mem::take(&mut self.prompted) {
            self.line("");
        }
        self.line("");
        self.say("plain-device");
        lines.iter().for_each(|line| self.line(&format!("  | {line}")));
        self.offer();
    }

    /// Asks for one of the choices, if there are any.
    fn offer(&mut self) {
        if self.choices.is_empty() {
            return;
        }
        for at in 0..self.choices.len() {
            let text = format!("  {}  {}", at + 1, self.choices[at].0);
            self.line(&text);
        }
        self.say("plain-choose");
        self.prompt();
    }

    /// Does what the person said; tells what is wanted next.
    pub(super) fn hear(&mut self, said: Said) -> Ask {
        if self.hush && self.typing {
            // The Enter behind it was not seen either.
            self.line("");
        }
        (self.prompted, self.typing) = (false, false);
        match said {
            _ if self.choices.is_empty() => {}
            _ if !self.eye.still_there() => self.say("standalone-changed"),
            Said::Line(line) => return self.chosen(&line),
            Said::Secret(secret) => self.typed(&secret),
        }
        Ask::Line
    }

    fn chosen(&mut self, line: &str) -> Ask {
        let number: Option<usize> = line.trim().parse().ok();
        match number.and_then(|number| self.choices.get(number.checked_sub(1)?)) {
            Some((_, Act::Press(button))) => {
                self.eye.panel.press(*button);
            }
            Some((_, Act::Type)) => {
                let (_, screen) = self.eye.panel.screen();
                self.line(&self.eye.catalog.say(&Act::asks(&screen)));
                self.prompt();
                self.typing = true;
                return Ask::Secret;
            }
            _ => {
                self.say("plain-not-a-choice");
                self.offer();
            }
        }
        Ask::Line
    }

    fn typed(&mut self, secret: &Secret) {
        let count = Message::new("plain-sent").count("bytes", secret.expose().len());
        self.line(&self.eye.catalog.say(&count));
        if !self.eye.panel.enter(secret) {
            self.say("device-cannot-type");
            self.offer();
        }
    }
}
