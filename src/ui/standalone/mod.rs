//! A simulated device on its own, without a ceremony: its screen and its buttons on the terminal, or a hand that
//! presses them.

mod auto;
mod person;
#[cfg(test)]
mod tests;

use std::time::Duration;

use crate::device::simulator::{Panel, Screen};
use crate::text::Catalog;
use crate::ui::presentation::screen_lines;

pub use auto::auto;
pub use person::{by_hand, on_terminal};

/// How long one wait lasts before anything else is looked at.
const TICK: Duration = Duration::from_millis(25);

/// Looks at a device: every screen that asks for something, and every other once.
struct Eye<'a> {
    catalog: &'a Catalog,
    panel: &'a Panel,
    /// Whether passphrases on the screen are kept to oneself.
    discreet: bool,
    /// The number of what was drawn last.
    drawn: u64,
    shown: Vec<String>,
}

impl<'a> Eye<'a> {
    fn new(catalog: &'a Catalog, panel: &'a Panel, discreet: bool) -> Self {
        Self { catalog, panel, discreet, drawn: 0, shown: Vec::new() }
    }

    /// The next screen, with the lines to be shown; none where nothing is drawn in time.
    fn look(&mut self, patience: Duration) -> Option<(Screen, Vec<String>)> {
        let (drawn, screen) = self.panel.drawn_after(self.drawn, patience)?;
        self.drawn = drawn;
        let lines = self.words(&screen);
        if lines.is_empty() || (screen.buttons().is_empty() && lines == self.shown) {
            return Some((screen, Vec::new()));
        }
        self.shown.clone_from(&lines);
        Some((screen, lines))
    }

    /// Whether what was looked at last still stands there.
    fn still_there(&self) -> bool {
        self.panel.screen().0 == self.drawn
    }

    fn words(&self, screen: &Screen) -> Vec<String> {
        if !self.discreet || screen.secret.is_none() {
            return screen_lines(self.catalog, screen);
        }
        let mut open = screen.clone();
        open.secret = None;
        let mut lines = screen_lines(self.catalog, &open);
        lines.push(self.catalog.text("standalone-secret"));
        lines
    }
}
