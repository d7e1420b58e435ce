//! Questions, and the answers among which a person chooses.

use super::{Briefing, Page};
use crate::ceremony::{Answer, Decision, Question};
use crate::text::{Catalog, Message, Problem};

/// What a person can choose.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// A page was read to its end.
    Read,
    /// Ready for what the moment says.
    Ready,
    /// What was compared is the same.
    Same,
    /// What was compared differs.
    Differs,
    /// The device is unplugged.
    Unplugged,
    /// The step again.
    Retry,
    /// An exception is to be recorded first.
    Exception,
    /// Stop here.
    Stop,
}

impl Pick {
    /// What stands on the choice.
    pub fn label(self, catalog: &Catalog) -> String {
        catalog.text(match self {
            Self::Read => "choice-read",
            Self::Ready => "choice-ready",
            Self::Same => "choice-same",
            Self::Differs => "choice-differs",
            Self::Unplugged => "choice-unplugged",
            Self::Retry => "choice-retry",
            Self::Exception => "choice-exception",
            Self::Stop => "choice-stop",
        })
    }

    /// Whether it says something that stays said, so that it is confirmed once more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Same | Self::Differs | Self::Unplugged | Self::Stop)
    }

    /// Whether it claims that the page was read, so that its end must have been shown.
    pub fn needs_reading(self) -> bool {
        matches!(self, Self::Same | Self::Read)
    }

    /// As the answer to a question; none where an exception has to be told first.
    pub fn answer(self) -> Option<Answer> {
        match self {
            Self::Read | Self::Ready | Self::Same | Self::Unplugged | Self::Retry => Some(Answer::Yes),
            Self::Differs => Some(Answer::No),
            Self::Stop => Some(Answer::Stop),
            Self::Exception => None,
        }
    }

    /// As the decision about a problem; none where an exception has to be told first.
    pub fn decision(self) -> Option<Decision> {
        match self {
            Self::Read | Self::Ready | Self::Same | Self::Unplugged | Self::Retry => Some(Decision::Retry),
            Self::Differs | Self::Stop => Some(Decision::Stop),
            Self::Exception => None,
        }
    }
}

/// What is asked: before anything begins, about the moment, or about a problem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Whether the plan's warnings were read.
    Briefing(Briefing),
    /// A question of the ceremony.
    Question(Question),
    /// Something went wrong.
    Trouble(Problem),
}

impl Asked {
    /// The question in words.
    pub fn text(&self, catalog: &Catalog) -> String {
        catalog.say(&match self {
            Self::Briefing(_) => Message::new("question-read"),
            Self::Question(Question::Ready) => Message::new("question-ready"),
            Self::Question(Question::SameAddress { .. }) => Message::new("question-same-address"),
            Self::Question(Question::SameDigest { .. }) => Message::new("question-same-digest"),
            Self::Question(Question::Unplugged { member }) => {
                Message::new("question-unplugged").with("member", member)
            }
            Self::Trouble(_) => Message::new("question-trouble"),
        })
    }

    /// The choices, in the order in which they are offered.
    pub fn picks(&self) -> &'static [Pick] {
        match self {
            Self::Briefing(_) => &[Pick::Read, Pick::Stop],
            Self::Question(Question::Ready) => &[Pick::Ready, Pick::Exception, Pick::Stop],
            Self::Question(Question::Unplugged { .. }) => &[Pick::Unplugged, Pick::Exception, Pick::Stop],
            Self::Question(_) => &[Pick::Same, Pick::Differs, Pick::Exception, Pick::Stop],
            Self::Trouble(_) => &[Pick::Retry, Pick::Exception, Pick::Stop],
        }
    }

    /// The page of the warnings, or of a problem: its cause, its remedy. None where it is the moment's.
    pub fn page(&self, catalog: &Catalog) -> Option<Page> {
        match self {
            Self::Briefing(briefing) => Some(briefing.page(catalog)),
            Self::Question(_) => None,
            Self::Trouble(problem) => Some(trouble(catalog, problem)),
        }
    }
}

/// A problem as a page.
pub fn trouble(catalog: &Catalog, problem: &Problem) -> Page {
    Page {
        title: catalog.text("page-trouble-title"),
        paragraphs: vec![
            catalog.say(&problem.cause()),
            catalog.say(&problem.remedy()),
            catalog.text("page-trouble-kept"),
        ],
        ..Page::default()
    }
}
