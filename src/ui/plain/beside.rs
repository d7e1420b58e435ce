//! Whoever stands by a device while a verb that holds no ceremony asks it something.

use std::io::{self, IsTerminal, Stderr, StdinLock};

use super::console::Console;
use super::interrupt::Interrupt;
use crate::device::{Attendant, Notice, Reply};
use crate::text::{Catalog, Message};

/// Tells on stderr what the device wants, and reads a PIN matrix's places from the terminal. Ctrl-C gives up what the
/// device waits for.
pub struct Beside<'a> {
    console: Console<'a, StdinLock<'static>, Stderr>,
    interrupt: Option<Interrupt>,
}

impl<'a> Beside<'a> {
    /// Over this process's input and stderr.
    pub fn on_terminal(catalog: &'a Catalog) -> Self {
        let hush = io::stdin().is_terminal();
        let console = Console::new(io::stdin().lock(), io::stderr(), catalog, hush);
        let interrupt = if hush { Interrupt::watch().ok() } else { None };
        Self { console, interrupt }
    }

    /// Whatever the device waited for is over.
    pub fn device_is_done(&mut self) {
        if let Some(interrupt) = &mut self.interrupt {
            interrupt.device_waits(false);
        }
    }
}

impl Attendant for Beside<'_> {
    fn notice(&mut self, notice: &Notice) -> Reply {
        self.console.say(&notice.hint());
        if *notice == Notice::PinMatrix {
            let pin = self.console.secret(&Message::new("host-pin-matrix"));
            return pin.map_or(Reply::Cancel, Reply::Secret);
        }
        if let Some(interrupt) = &mut self.interrupt {
            interrupt.device_waits(true);
        }
        Reply::Go
    }

    fn gives_up(&mut self) -> bool {
        self.interrupt.as_ref().is_some_and(Interrupt::gives_up)
    }
}
