//! The terminal, taken and given back.

use std::io::{self, Stdout};
use std::panic::{self, PanicHookInfo};
use std::sync::{Arc, Mutex, PoisonError};

use crossterm::cursor::Show;
use crossterm::execute;
use crossterm::terminal::{
    Clear, ClearType, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use ratatui::Terminal;
use ratatui::backend::CrosstermBackend;

type Hook = Box<dyn Fn(&PanicHookInfo<'_>) + Sync + Send + 'static>;

/// Where the program broke down, if it did.
#[derive(Clone, Default)]
pub struct Place(Arc<Mutex<Option<String>>>);

impl Place {
    /// File and line.
    pub fn get(&self) -> Option<String> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

/// The terminal in raw mode on its other screen. Dropped, also by a panic, it is as it was.
pub struct Guard {
    place: Place,
    before: Option<Hook>,
}

impl Guard {
    /// Takes the terminal. From here on a panic gives it back first and tells where it happened, not what was in it:
    /// a payload may hold what was typed.
    ///
    /// # Errors
    /// There is no terminal.
    pub fn take() -> io::Result<(Self, Terminal<CrosstermBackend<Stdout>>)> {
        enable_raw_mode()?;
        let place = Place::default();
        let before = panic::take_hook();
        let noted = place.clone();
        panic::set_hook(Box::new(move |info| {
            let at = info.location().map_or_else(String::new, ToString::to_string);
            *noted.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(at);
        }));
        let guard = Self { place, before: Some(before) };
        // Not by ratatui's `clear`, which first asks the terminal where its cursor is: some never answer.
        execute!(io::stdout(), EnterAlternateScreen, Clear(ClearType::All))?;
        Ok((guard, Terminal::new(CrosstermBackend::new(io::stdout()))?))
    }

    /// Where the program broke down, if it did.
    pub fn place(&self) -> Place {
        self.place.clone()
    }
}

/// Gives the terminal back; done twice it does nothing new.
pub fn restore() {
    let _ = execute!(io::stdout(), LeaveAlternateScreen, Show);
    let _ = disable_raw_mode();
}

impl Drop for Guard {
    fn drop(&mut self) {
        restore();
        // A hook cannot be changed by a thread that panics; the process then ends with ours.
        if let Some(before) = self.before.take().filter(|_| !std::thread::panicking()) {
            panic::set_hook(before);
        }
    }
}
