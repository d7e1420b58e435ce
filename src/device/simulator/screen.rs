//! What stands on the simulated device's screen.

use super::config::Model;
use crate::device::paper::Paper;
use crate::keys::Secret;

/// What sort of screen it is: which buttons it has follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// No power.
    Off,
    /// Nothing to do; locked.
    Locked,
    /// Nothing to do.
    Home,
    /// It computes, or waits for the laptop.
    Busy,
    /// Something to confirm, by a press or by holding.
    Confirm {
        /// Whether the button must be held.
        hold: bool,
    },
    /// A long text: to be shown page by page, or confirmed unread.
    Skippable,
    /// A passphrase is to be typed.
    PassphraseEntry,
    /// The PIN is to be typed.
    PinEntry,
    /// The number of a backup's words is to be typed.
    WordCountEntry,
    /// A backup's words are to be typed, with a space between them.
    WordsEntry,
}

/// A button, or a gesture that stands for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Button {
    /// Confirm, continue, or hold to confirm. Offered on the last page only.
    Confirm,
    /// Cancel.
    Cancel,
    /// The next page.
    NextPage,
    /// The page before.
    PreviousPage,
    /// Show a long text page by page.
    ShowAll,
}

/// What stands on the screen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Screen {
    /// What sort of screen it is.
    pub kind: Kind,
    /// What the firmware calls it, as in its button request; empty where it sends none.
    pub name: &'static str,
    /// The title.
    pub title: String,
    /// What its menu tells besides: names with values, such as the derivation path.
    pub details: Vec<(&'static str, String)>,
    /// A passphrase that the laptop sent, shown for comparison.
    pub secret: Option<Secret>,
    /// What a rehearsal has ready to be typed here, where the device knows it.
    pub ready: Option<Secret>,
    pages: Vec<Vec<String>>,
    /// A last page, which only asks for the confirmation.
    apart: Option<Vec<String>>,
    page: usize,
}

impl Screen {
    /// A screen of one page.
    pub(super) fn new(kind: Kind, name: &'static str, title: &str, lines: Vec<String>) -> Self {
        Self {
            kind,
            name,
            title: title.to_owned(),
            details: Vec::new(),
            secret: None,
            ready: None,
            pages: vec![lines],
            apart: None,
            page: 0,
        }
    }

    /// The same with a text broken into lines and pages, as monospaced text is: wherever a line is full.
    pub(super) fn paged(mut self, text: &str, paper: Paper) -> Self {
        self.pages = paper.pages(text);
        self
    }

    /// The same with these pages.
    pub(super) fn of_pages(mut self, pages: Vec<Vec<String>>) -> Self {
        self.pages = pages;
        self
    }

    /// The same with a page that only asks for the confirmation, where the model has such.
    pub(super) fn asking(mut self, model: Model) -> Self {
        let tap = self.kind == Kind::Confirm { hold: false };
        let words = if tap { "Tap to confirm" } else { "Hold to confirm" };
        self.apart = model.facts().asks_apart.then(|| vec![words.to_owned()]);
        self
    }

    pub(super) fn with_details(mut self, details: Vec<(&'static str, String)>) -> Self {
        self.details = details;
        self
    }

    pub(super) fn with_secret(mut self, secret: Secret) -> Self {
        self.secret = Some(secret);
        self
    }

    /// The lines of the page that is shown.
    pub fn lines(&self) -> &[String] {
        self.pages.get(self.page).or(self.apart.as_ref()).map_or(&[], Vec::as_slice)
    }

    /// Which page is shown, from 1.
    pub fn page(&self) -> usize {
        self.page + 1
    }

    /// How many pages there are.
    pub fn pages(&self) -> usize {
        self.pages.len() + usize::from(self.apart.is_some())
    }

    /// The lines of every page, without one that only asks for the confirmation.
    pub fn all_pages(&self) -> &[Vec<String>] {
        &self.pages
    }

    /// The whole text, all pages.
    pub fn text(&self) -> String {
        self.pages.concat().concat()
    }

    /// Which buttons it has now.
    pub fn buttons(&self) -> Vec<Button> {
        let last = self.page() >= self.pages();
        let buttons = match self.kind {
            Kind::Off | Kind::Locked | Kind::Home | Kind::Busy => [None, None, None],
            Kind::PassphraseEntry | Kind::PinEntry | Kind::WordCountEntry | Kind::WordsEntry => {
                [None, Some(Button::Cancel), None]
            }
            Kind::Skippable => [
                Some(if last { Button::Confirm } else { Button::NextPage }),
                Some(Button::Cancel),
                Some(if self.page == 0 { Button::ShowAll } else { Button::PreviousPage }),
            ],
            Kind::Confirm { .. } => [
                Some(if last { Button::Confirm } else { Button::NextPage }),
                Some(Button::Cancel),
                (self.page > 0).then_some(Button::PreviousPage),
            ],
        };
        buttons.into_iter().flatten().collect()
    }

    /// Whether something can be typed now.
    pub fn takes_text(&self) -> bool {
        matches!(self.kind, Kind::PassphraseEntry | Kind::PinEntry | Kind::WordCountEntry | Kind::WordsEntry)
    }

    /// Turns the page; `false` where the button does something else.
    pub(super) fn turn(&mut self, button: Button) -> bool {
        match button {
            Button::NextPage => self.page += 1,
            Button::PreviousPage => self.page -= 1,
            Button::Confirm | Button::Cancel | Button::ShowAll => return false,
        }
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOLD: Kind = Kind::Confirm { hold: true };

    #[test]
    fn confirming_is_offered_on_the_last_page_only() {
        let mut screen = Screen::new(HOLD, "sign_message", "", vec![])
            .paged(&"a".repeat(20), Paper { columns: 4, alone: 4, rows: 2, mark: 0 });
        assert_eq!(screen.pages(), 3);
        for page in 1..3 {
            assert_eq!(screen.page(), page);
            assert!(!screen.buttons().contains(&Button::Confirm));
            assert!(screen.turn(Button::NextPage));
        }
        assert_eq!(screen.buttons(), [Button::Confirm, Button::Cancel, Button::PreviousPage]);
    }
}
