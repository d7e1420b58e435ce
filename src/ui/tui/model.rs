//! Everything that the screen shows follows from this.

use crossterm::event::KeyEvent;

use super::form::Form;
use crate::ceremony::{Answer, Decision, Moment, Progress, Question};
use crate::device::simulator::{Button, Kind, Screen};
use crate::device::{Notice, PassphraseError, Reply};
use crate::keys::Secret;
use crate::plan::WalletId;
use crate::text::Problem;
use crate::ui::presentation::{Asked, Briefing, Header};
use crate::ui::typed::Typed;

/// What the screen knows.
#[derive(Debug)]
pub struct Model {
    /// Which ceremony.
    pub header: Header,
    /// What happens now.
    pub moment: Option<Moment>,
    /// How far along.
    pub progress: Progress,
    /// What the device waits for.
    pub notice: Option<Notice>,
    /// The journal's lines, as told.
    pub journal: Vec<String>,
    /// The simulated device's screen; none where no simulated device is plugged in.
    pub screen: Option<Screen>,
    /// What is being typed on the simulated device.
    pub typed: Typed,
    /// What is asked on the laptop.
    pub prompt: Option<Prompt>,
    /// What lies over everything.
    pub overlay: Option<Overlay>,
    /// Which of the simulated device's buttons has the focus.
    pub focus: Option<usize>,
    /// How many rows of the page are scrolled away.
    pub scroll: u16,
    /// How many rows can be scrolled away, as last drawn.
    pub scroll_max: u16,
    /// Whether the end of the page was shown.
    pub read: bool,
    /// Whether the terminal is too small to show anything: then no key is taken but Ctrl-C.
    pub small: bool,
    /// Why the last key did nothing.
    pub note: Option<Note>,
    /// Whether the simulated device's button is being held: pressed once, and to be pressed once more.
    pub holds: bool,
    /// Whether the person stops: whatever is asked then is answered so.
    pub stopping: bool,
}

/// What is asked on the laptop.
#[derive(Debug)]
pub enum Prompt {
    /// One of some answers.
    Choose {
        /// The question.
        asked: Asked,
        /// Which answer has the cursor.
        at: usize,
        /// Where the answer is final and was selected: whether `y` was typed.
        sure: Option<bool>,
    },
    /// The lines of an exception, before the question is answered.
    Exception {
        /// The lines.
        form: Form,
        /// The question that waits.
        asked: Asked,
    },
    /// A passphrase, typed on the laptop.
    Passphrase {
        /// Of which wallet.
        wallet: WalletId,
        /// What was typed.
        typed: Typed,
        /// Why the last one was refused.
        refused: Option<PassphraseError>,
    },
    /// The places of the PIN's digits.
    PinMatrix(Typed),
    /// It is over; the screen waits to be left.
    Over,
}

/// What lies over everything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overlay {
    /// The keys, explained.
    Help,
    /// Whether to stop; whether `y` was typed.
    Stop(bool),
}

/// Why a key did nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// The page has not been read to its end.
    Unread,
    /// The simulated device's keyboard cannot type it.
    CannotType,
    /// Nothing can be seen in so small a terminal.
    Unseen,
}

/// What reaches the screen.
#[derive(Debug)]
pub enum Msg {
    /// A key was pressed.
    Key(KeyEvent),
    /// The simulated device's screen changed.
    Screen(Option<Screen>),
    /// The simulated device did not take what was typed.
    NotTaken,
    /// The ceremony tells or asks something.
    Told(Told),
}

/// What the ceremony tells and asks.
#[derive(Debug)]
pub enum Told {
    /// The plan's warnings are to be read.
    Briefing(Briefing),
    /// What happens now.
    Moment(Moment, Progress),
    /// A line of the journal.
    Recorded(String),
    /// What the device waits for.
    Notice(Notice),
    /// A question.
    Question(Question),
    /// Something went wrong.
    Trouble(Problem),
    /// A passphrase is to be typed on the laptop.
    Passphrase(WalletId),
    /// The ceremony came to its end.
    Over,
}

/// What the update wants done.
#[derive(Clone, Debug)]
pub enum Effect {
    /// The ceremony gets its answer.
    Say(Said),
    /// A button of the simulated device is pressed.
    Press(Button),
    /// A text is typed on the simulated device.
    Type(Secret),
    /// What the device waits for is given up on the laptop.
    GiveUp,
    /// The screen is left; the ceremony is over.
    Leave,
    /// The program is left at once.
    Abandon,
}

/// What the person answered.
#[derive(Clone, Debug)]
pub enum Said {
    /// To a question.
    Answer(Answer),
    /// About a problem.
    Decision(Decision),
    /// The passphrase, or none.
    Passphrase(Option<Secret>),
    /// To a notice.
    Reply(Reply),
}

impl Model {
    /// Before the ceremony's first word.
    pub fn new(header: Header) -> Self {
        Self {
            header,
            moment: None,
            progress: Progress::default(),
            notice: None,
            journal: Vec::new(),
            screen: None,
            typed: Typed::new(),
            prompt: None,
            overlay: None,
            focus: None,
            scroll: 0,
            scroll_max: 0,
            read: false,
            small: false,
            note: None,
            holds: false,
            stopping: false,
        }
    }

    /// The simulated device's buttons now.
    pub fn buttons(&self) -> Vec<Button> {
        self.screen.as_ref().map(Screen::buttons).unwrap_or_default()
    }

    /// Whether the simulated device confirms something final: no single key does that.
    pub fn must_hold(&self) -> bool {
        let kind = self.screen.as_ref().map(|screen| screen.kind);
        matches!(kind, Some(Kind::Confirm { hold: true } | Kind::Skippable))
    }

    /// Whether letters go to the simulated device.
    pub fn types_on_device(&self) -> bool {
        self.prompt.is_none() && self.screen.as_ref().is_some_and(Screen::takes_text)
    }

    /// Whether the device is awaited.
    pub fn awaits_device(&self) -> bool {
        self.notice.is_some() && self.prompt.is_none()
    }

    /// Takes note of what was drawn: how many rows of the page can be scrolled away; none where the terminal is too
    /// small.
    pub fn drawn(&mut self, scroll_max: Option<u16>) {
        self.small = scroll_max.is_none();
        let Some(scroll_max) = scroll_max else { return };
        self.scroll_max = scroll_max;
        self.scroll = self.scroll.min(scroll_max);
        self.read |= self.scroll == scroll_max;
    }
}
