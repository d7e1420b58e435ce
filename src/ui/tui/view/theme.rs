//! How things look. Colour only adds to what words, weight and reversal say already.

use ratatui::style::{Color, Modifier, Style};

/// The looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    colour: bool,
}

impl Theme {
    /// With colour, or without.
    pub fn new(colour: bool) -> Self {
        Self { colour }
    }

    /// Without colour where `NO_COLOR` is set to anything (no-color.org).
    pub fn of_environment() -> Self {
        Self::new(std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty()))
    }

    fn with(self, style: Style, colour: Color) -> Style {
        if self.colour { style.fg(colour) } else { style }
    }

    /// Text as it comes.
    pub fn plain(self) -> Style {
        Style::new()
    }

    /// What is compared, and titles.
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What can wait.
    pub fn faint(self) -> Style {
        // Not grey: which grey can be read depends on the terminal's background.
        Style::new().add_modifier(Modifier::DIM)
    }

    /// REHEARSAL, TESTNET.
    pub fn mark(self) -> Style {
        if self.colour {
            self.strong().fg(Color::Black).bg(Color::Yellow)
        } else {
            self.strong().add_modifier(Modifier::REVERSED)
        }
    }

    /// What the person is to do.
    pub fn call(self) -> Style {
        self.with(self.strong(), Color::Cyan)
    }

    /// What went wrong, and what is final.
    pub fn alarm(self) -> Style {
        self.with(self.strong(), Color::Red)
    }

    /// What has the cursor.
    pub fn chosen(self) -> Style {
        self.strong().add_modifier(Modifier::REVERSED)
    }
}
