//! Numbered questions in plain lines: nothing is redrawn, everything can be read aloud or come through a pipe.

mod beside;
mod console;
mod device;
mod hidden;
mod interrupt;
mod lines;
#[cfg(test)]
mod tests;

use std::io::{self, BufRead, IsTerminal, Write};

pub use self::beside::Beside;
use self::console::Console;
pub(in crate::ui) use self::device::{Act, choices};
use self::interrupt::Interrupt;
pub(in crate::ui) use self::lines::Lines;
use super::presentation::{
    Asked, Briefing, EXCEPTION_LABELS, EXCEPTION_MAX, Header, Page, Pick, exception, exception_line,
    journal_line, page, progress, rehearsal_text, trouble,
};
use crate::ceremony::{Answer, Decision, Face, Moment, Progress, Question};
use crate::device::simulator::PanelSlot;
use crate::device::{Attendant, Notice, PassphraseError, Reply};
use crate::keys::Secret;
use crate::keys::test_seeds::rehearsal_passphrase;
use crate::manifest::Exception;
use crate::plan::{Linted, WalletId};
use crate::text::{Catalog, Message, Problem};

/// A face of numbered questions. The end of the input is taken for "stop".
pub struct Plain<'a, R, W> {
    console: Console<'a, R, W>,
    header: Header,
    slot: PanelSlot,
    moment: Option<Moment>,
    /// The last progress that was told: told again only when it changes.
    progress: String,
    stopping: bool,
    /// Ctrl-C; none where nobody is at a terminal.
    interrupt: Option<Interrupt>,
}

impl<'a> Plain<'a, io::StdinLock<'static>, io::Stdout> {
    /// Over this process's input and output. What must not be seen is read without echo where they are a terminal.
    pub fn on_terminal(catalog: &'a Catalog, header: Header, slot: PanelSlot) -> Self {
        let hush = io::stdin().is_terminal();
        let console = Console::new(io::stdin().lock(), io::stdout(), catalog, hush);
        // Where it cannot be watched, Ctrl-C ends the program, as ever.
        let interrupt = if hush { Interrupt::watch().ok() } else { None };
        Self { interrupt, ..Self::over(console, header, slot) }
    }
}

impl<'a, R: BufRead, W: Write> Plain<'a, R, W> {
    /// Over any input and output, such as pipes.
    pub fn new(input: R, output: W, catalog: &'a Catalog, header: Header, slot: PanelSlot) -> Self {
        Self::over(Console::new(input, output, catalog, false), header, slot)
    }

    fn over(mut console: Console<'a, R, W>, header: Header, slot: PanelSlot) -> Self {
        let marks = header.marks(console.catalog);
        console.line(&header.line());
        marks.iter().for_each(|mark| console.line(mark));
        Self {
            console,
            header,
            slot,
            moment: None,
            progress: String::new(),
            stopping: false,
            interrupt: None,
        }
    }

    /// Whatever the device waited for is over.
    fn device_is_done(&mut self) {
        if let Some(interrupt) = &mut self.interrupt {
            interrupt.device_waits(false);
        }
    }

    fn show(&mut self, page: &Page) {
        self.console.line("");
        page.lines().iter().for_each(|line| self.console.line(line));
    }

    /// Asks for a choice, and for an exception where one is to be told. None at the end of the input.
    fn ask<T>(&mut self, asked: &Asked, plain: fn(Pick) -> Option<T>, told: fn(Exception) -> T) -> Option<T> {
        self.console.line("");
        let text = asked.text(self.console.catalog);
        let labels: Vec<_> =
            asked.picks(&self.header).iter().map(|pick| pick.label(self.console.catalog)).collect();
        let pick = *asked.picks(&self.header).get(self.console.choose(&text, &labels)?)?;
        match plain(pick) {
            Some(answer) => Some(answer),
            None => self.exception().map(told),
        }
    }

    /// Asks for the three lines of an exception; none at the end of the input.
    fn exception(&mut self) -> Option<Exception> {
        self.console.say(&Message::new("exception-explains").with("most", EXCEPTION_MAX));
        let mut lines = [const { String::new() }; 3];
        for (line, label) in lines.iter_mut().zip(EXCEPTION_LABELS) {
            *line = loop {
                let text = self.console.ask(&Message::new(label))?;
                match exception_line(&text) {
                    Ok(line) => break line,
                    Err(problem) => self.console.problem(&problem),
                }
            };
        }
        exception(lines.each_ref().map(String::as_str)).ok()
    }
}

impl<R: BufRead, W: Write> Attendant for Plain<'_, R, W> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        if self.stopping {
            return Reply::Cancel;
        }
        self.console.line("");
        self.console.say(&notice.hint());
        if *notice == Notice::PinMatrix {
            let pin = self.console.secret(&Message::new("host-pin-matrix"));
            return pin.map_or(Reply::Cancel, Reply::Secret);
        }
        let Some(panel) = self.slot.get() else {
            if let Some(interrupt) = &mut self.interrupt {
                interrupt.device_waits(true);
                self.console.say(&Message::new("plain-give-up"));
            }
            return Reply::Go;
        };
        let rehearsal = |screen: &_| {
            if self.header.rehearsal {
                rehearsal_text(screen, self.moment.as_ref(), Some(notice))
            } else {
                None
            }
        };
        match device::attend(&mut self.console, &panel, &rehearsal) {
            Some(()) => Reply::Go,
            None => {
                self.stopping = true;
                Reply::Cancel
            }
        }
    }

    fn gives_up(&mut self) -> bool {
        self.interrupt.as_ref().is_some_and(Interrupt::gives_up)
    }
}

impl<R: BufRead, W: Write> Face for Plain<'_, R, W> {
    fn briefing(&mut self, plan: &Linted) -> bool {
        let asked = Asked::Briefing(Briefing::of(plan));
        self.show(&asked.page(self.console.catalog, Page::default()));
        self.ask(&asked, Pick::answer, Answer::Exception) == Some(Answer::Yes)
    }

    fn moment(&mut self, moment: &Moment, told: &Progress) {
        self.device_is_done();
        self.show(&page(self.console.catalog, moment, &self.header));
        let line = progress(self.console.catalog, told);
        if line != self.progress && !line.is_empty() {
            self.console.line(&format!("({line})"));
            self.progress = line;
        }
        self.moment = Some(moment.clone());
    }

    fn recorded(&mut self, line: &str) {
        self.device_is_done();
        let line = journal_line(self.console.catalog, line);
        self.console.say(&Message::new("plain-recorded").with("line", line));
    }

    fn answer(&mut self, question: &Question) -> Answer {
        self.device_is_done();
        if self.stopping {
            return Answer::Stop;
        }
        self.ask(&Asked::Question(question.clone()), Pick::answer, Answer::Exception).unwrap_or(Answer::Stop)
    }

    fn passphrase(&mut self, wallet: &WalletId) -> Option<Secret> {
        let question = Message::new("host-passphrase").with("wallet", wallet);
        loop {
            if self.header.rehearsal {
                let labels = ["type-passphrase", "type-rehearsal-passphrase", "choice-stop"]
                    .map(|id| self.console.catalog.text(id));
                match self.console.choose(&self.console.catalog.say(&question), &labels)? {
                    0 => {}
                    1 => return Some(rehearsal_passphrase(&wallet.name)),
                    _ => return None,
                }
            }
            let typed = self.console.secret(&question)?;
            match PassphraseError::check_for(&wallet.name, &typed) {
                Ok(()) => return Some(typed),
                Err(error) => self.console.problem(&error.into()),
            }
        }
    }

    fn trouble(&mut self, problem: &Problem) -> Decision {
        self.device_is_done();
        if self.stopping {
            return Decision::Stop;
        }
        self.show(&trouble(self.console.catalog, problem));
        let asked = Asked::Trouble(problem.clone());
        self.ask(&asked, Pick::decision, Decision::Exception).unwrap_or(Decision::Stop)
    }
}
