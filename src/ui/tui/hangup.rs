//! A terminal that goes away, or a signal that ends the program.

use std::io::{self, IsTerminal};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::Duration;

use super::model::Said;
use super::terminal::restore;
use crate::ceremony::Answer;
use crate::device::CancelFlag;
use crate::text::Kind;

const TICK: Duration = Duration::from_millis(50);
/// So many ticks the screen has to end by itself, once the ceremony has.
const TICKS_LEFT: u32 = 20;

/// How far the two sides have ended.
#[derive(Default)]
pub struct Ends {
    /// The ceremony has: the device was told to forget what was open.
    pub ceremony: AtomicBool,
    /// The screen has.
    pub screen: AtomicBool,
}

/// Whether there is no terminal any more.
pub fn is_gone() -> bool {
    !io::stdin().is_terminal()
}

/// Stops the ceremony where nobody can see or say anything any more. The thread that reads keys cannot: on a terminal
/// that was hung up, crossterm's read never comes back.
pub struct Watch {
    /// Raised by a signal.
    pub hangup: Arc<AtomicBool>,
    /// Gives up what the device waits for.
    pub gives_up: CancelFlag,
    /// Answers whatever is asked.
    pub says: Sender<Said>,
}

impl Watch {
    /// Stands by until the screen has ended; ends the program where it does not.
    pub fn stand(self, ends: &Ends) {
        let mut ticks = 0;
        while !ends.screen.load(Ordering::SeqCst) {
            thread::park_timeout(TICK);
            if !self.hangup.load(Ordering::SeqCst) && !is_gone() {
                continue;
            }
            self.gives_up.raise();
            // What does not fit the question counts as "stop" there, too. Unread, it is nobody's.
            let _ = self.says.send(Said::Answer(Answer::Stop));
            ticks += u32::from(ends.ceremony.load(Ordering::SeqCst));
            if ticks > TICKS_LEFT {
                restore();
                std::process::exit(Kind::Stopped.exit_status().into());
            }
        }
    }
}
