//! A picture that moves until a key ends it.

use std::io::{self, IsTerminal, Write};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use crossterm::cursor::{Hide, MoveTo};
use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyEventKind, KeyModifiers};
use crossterm::queue;
use crossterm::style::Print;
use crossterm::terminal::{BeginSynchronizedUpdate, Clear, ClearType, EndSynchronizedUpdate};
use signal_hook::consts::{SIGHUP, SIGTERM};

use super::terminal::Guard;
use crate::text::Problem;
use crate::ui::presentation::wrap::cut;

/// How long a frame stays: a camera needs about a quarter of a second to find and read a code of this size.
const PACE: Duration = Duration::from_millis(250);
/// How long a key is awaited before the signals are looked at again.
const TICK: Duration = Duration::from_millis(50);

/// One frame.
pub struct Shown {
    /// Its lines.
    pub lines: Vec<String>,
    /// What stands below them.
    pub runs: String,
    /// The same while it stands still.
    pub paused: String,
}

/// What a person wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Wish {
    Next,
    Again,
    Pause,
    End,
    Stop,
}

/// Shows one frame after the other, as they are made. The space bar halts them and lets them go on; any other key ends them. The
/// terminal is given back on every way out.
///
/// # Errors
/// `qr-screen` where there is no terminal; `qr-stopped` after Ctrl-C or a signal; a frame's own.
pub fn play(mut next: impl FnMut() -> Result<Shown, Problem>) -> Result<(), Problem> {
    let unusable = |error: io::Error| Problem::unusable("qr-screen").with("reason", error);
    let ends = Arc::new(AtomicBool::new(false));
    for signal in [SIGTERM, SIGHUP] {
        signal_hook::flag::register(signal, ends.clone()).map_err(unusable)?;
    }
    let (_guard, _terminal) = Guard::take().map_err(unusable)?;
    let mut shown = next()?;
    let mut paused = false;
    loop {
        draw(&shown, paused).map_err(unusable)?;
        match wish(paused, &ends).map_err(unusable)? {
            Wish::Next => shown = next()?,
            // Whatever the terminal made of the rows at its new size is wiped.
            Wish::Again => queue!(io::stdout(), Clear(ClearType::All)).map_err(unusable)?,
            Wish::Pause => paused = !paused,
            Wish::End => return Ok(()),
            Wish::Stop => return Err(Problem::stopped("qr-stopped")),
        }
    }
}

/// Writes a frame over the one before. The cursor is hidden last, which tells whoever reads along that all of it is there.
fn draw(shown: &Shown, paused: bool) -> io::Result<()> {
    let mut out = io::stdout();
    let size = crossterm::terminal::size();
    let (wide, high) = size.map_or((usize::MAX, usize::MAX), |(x, y)| (usize::from(x), usize::from(y)));
    queue!(out, BeginSynchronizedUpdate, MoveTo(0, 0))?;
    for line in shown.lines.iter().take(high.saturating_sub(1)) {
        queue!(out, Print(line), Clear(ClearType::UntilNewLine), Print("\r\n"))?;
    }
    let words = if paused { &shown.paused } else { &shown.runs };
    // A row that wraps would move the code up.
    let words = cut(words, wide.saturating_sub(1));
    queue!(out, Print(words), Clear(ClearType::FromCursorDown), EndSynchronizedUpdate, Hide)?;
    out.flush()
}

/// Waits for the next frame's time, or for a key.
fn wish(paused: bool, ends: &AtomicBool) -> io::Result<Wish> {
    let shown = Instant::now();
    loop {
        if ends.load(Ordering::Relaxed) || !io::stdout().is_terminal() {
            return Ok(Wish::Stop);
        }
        let left = PACE.saturating_sub(shown.elapsed());
        if left.is_zero() && !paused {
            return Ok(Wish::Next);
        }
        if !event::poll(if paused { TICK } else { left.min(TICK) })? {
            continue;
        }
        match event::read()? {
            Event::Key(key) if key.kind != KeyEventKind::Release => return Ok(of_key(key)),
            Event::Resize(..) => return Ok(Wish::Again),
            _ => {}
        }
    }
}

fn of_key(key: KeyEvent) -> Wish {
    match key.code {
        KeyCode::Char('c') if key.modifiers.contains(KeyModifiers::CONTROL) => Wish::Stop,
        KeyCode::Char(' ') => Wish::Pause,
        _ => Wish::End,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_space_bar_halts_ctrl_c_stops_and_everything_else_ends() {
        let key = |code, modifiers| of_key(KeyEvent::new(code, modifiers));
        assert_eq!(key(KeyCode::Char(' '), KeyModifiers::NONE), Wish::Pause);
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::CONTROL), Wish::Stop);
        assert_eq!(key(KeyCode::Char('c'), KeyModifiers::NONE), Wish::End);
        assert_eq!(key(KeyCode::Esc, KeyModifiers::NONE), Wish::End);
    }
}
