//! A line on the terminal for somebody who waits longer than half a second.

use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use super::Output;
use crate::text::Message;

/// Nobody is told of what takes less.
const PATIENCE: Duration = Duration::from_millis(500);

/// How often the line is written again.
const PACE: Duration = Duration::from_millis(100);

/// Does some work, and where stderr is a terminal, tells there how far it came, once it takes long. Nothing of it stays.
pub fn watched<T: Send>(output: &Output, work: impl FnOnce() -> T + Send, tell: impl Fn() -> Message) -> T {
    if !std::io::stderr().is_terminal() {
        return work();
    }
    let (over, done) = channel();
    thread::scope(|scope| {
        let worker = scope.spawn(move || {
            let result = work();
            // The other end waits until this one is gone.
            drop(over);
            result
        });
        let mut wait = PATIENCE;
        while done.recv_timeout(wait) == Err::<(), _>(RecvTimeoutError::Timeout) {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K{}", output.catalog().say(&tell()));
            let _ = std::io::stderr().flush();
            wait = PACE;
        }
        if wait == PACE {
            let _ = write!(std::io::stderr(), "\r\u{1b}[K");
        }
        match worker.join() {
            Ok(result) => result,
            Err(panic) => std::panic::resume_unwind(panic),
        }
    })
}
