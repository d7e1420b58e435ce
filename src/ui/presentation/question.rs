//! Questions, and the answers among which a person chooses.

use super::{Briefing, Fact, Header, Page, Value};
use crate::ceremony::{Answer, Decision, Question};
use crate::keys::Address;
use crate::text::{Arg, Catalog, Message, Problem};

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
    /// The wallet is left out.
    LeaveOut,
    /// The wallet is tried again.
    TryAgain,
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
            Self::LeaveOut => "choice-leave-out",
            Self::TryAgain => "choice-try-again",
            Self::Retry => "choice-retry",
            Self::Exception => "choice-exception",
            Self::Stop => "choice-stop",
        })
    }

    /// Whether it says something that stays said, so that it is confirmed once more.
    pub fn is_final(self) -> bool {
        matches!(self, Self::Same | Self::Differs | Self::Unplugged | Self::LeaveOut | Self::Stop)
    }

    /// Whether it claims that the page was read, so that its end must have been shown.
    pub fn needs_reading(self) -> bool {
        matches!(self, Self::Same | Self::Read)
    }

    /// As the answer to a question; none where an exception has to be told first.
    pub fn answer(self) -> Option<Answer> {
        match self {
            Self::Read | Self::Ready | Self::Same | Self::Unplugged | Self::LeaveOut | Self::Retry => {
                Some(Answer::Yes)
            }
            Self::Differs | Self::TryAgain => Some(Answer::No),
            Self::Stop => Some(Answer::Stop),
            Self::Exception => None,
        }
    }

    /// As the decision about a problem; none where an exception has to be told first.
    pub fn decision(self) -> Option<Decision> {
        match self {
            Self::Differs | Self::Stop => Some(Decision::Stop),
            Self::Exception => None,
            _ => Some(Decision::Retry),
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
            Self::Question(Question::Reviewed) => Message::new("question-reviewed"),
            Self::Question(Question::SameAddress { written: false, .. }) => {
                Message::new("question-same-address")
            }
            Self::Question(Question::SameAddress { .. }) => Message::new("question-same-address-sheet"),
            Self::Question(Question::SameSheet { wallet }) => {
                Message::new("question-same-sheet").with("wallet", wallet)
            }
            Self::Question(Question::SameDigest { .. }) => Message::new("question-same-digest"),
            Self::Question(Question::SameSafeTx { .. }) => Message::new("question-same-safe-tx"),
            Self::Question(Question::LeaveOut { wallet }) => {
                Message::new("question-leave-out").with("wallet", wallet)
            }
            Self::Question(Question::Unplugged { member }) => {
                Message::new("question-unplugged").with("member", member)
            }
            Self::Trouble(_) => Message::new("question-trouble"),
        })
    }

    /// The choices, in the order in which they are offered; an exception only where a journal can take it.
    pub fn picks(&self, header: &Header) -> &'static [Pick] {
        match self {
            Self::Question(Question::Ready) if !header.journal => &[Pick::Ready, Pick::Stop],
            Self::Question(Question::Unplugged { .. }) if !header.journal => &[Pick::Unplugged, Pick::Stop],
            Self::Trouble(_) if !header.journal => &[Pick::Retry, Pick::Stop],
            Self::Briefing(_) | Self::Question(Question::Reviewed) => &[Pick::Read, Pick::Stop],
            Self::Question(Question::Ready) => &[Pick::Ready, Pick::Exception, Pick::Stop],
            Self::Question(Question::Unplugged { .. }) => &[Pick::Unplugged, Pick::Exception, Pick::Stop],
            Self::Question(Question::LeaveOut { .. }) => &[Pick::TryAgain, Pick::LeaveOut, Pick::Stop],
            Self::Question(_) if !header.journal => &[Pick::Same, Pick::Differs, Pick::Stop],
            Self::Question(_) => &[Pick::Same, Pick::Differs, Pick::Exception, Pick::Stop],
            Self::Trouble(_) => &[Pick::Retry, Pick::Exception, Pick::Stop],
        }
    }

    /// The page above the question: the moment's, with what the question changes in it; or the problem's.
    pub fn page(&self, catalog: &Catalog, of_moment: Page) -> Page {
        let next =
            |id: &'static str| Some(catalog.say(&Message::new("page-next").with("next", catalog.text(id))));
        match self {
            Self::Briefing(briefing) => briefing.page(catalog),
            Self::Trouble(problem) => trouble(catalog, problem),
            Self::Question(Question::SameAddress { .. }) => {
                Page { next: next("question-same-address-next"), ..of_moment }
            }
            Self::Question(Question::SameSheet { .. }) => {
                Page { next: next("question-same-sheet-next"), ..of_moment }
            }
            Self::Question(Question::LeaveOut { wallet }) => Page {
                title: catalog.text("question-leave-out-title"),
                now: catalog.say(&Message::new("question-leave-out-now").with("wallet", wallet)),
                paragraphs: vec![catalog.text("question-leave-out-look")],
                facts: Vec::new(),
                next: next("question-leave-out-next"),
            },
            Self::Question(Question::Unplugged { member }) => Page {
                now: catalog.say(&Message::new("question-unplugged-now").with("member", member)),
                paragraphs: vec![catalog.text("question-unplugged-look")],
                next: next("question-unplugged-next"),
                ..of_moment
            },
            Self::Question(
                Question::Ready
                | Question::Reviewed
                | Question::SameDigest { .. }
                | Question::SameSafeTx { .. },
            ) => of_moment,
        }
    }

    /// Whether something went wrong.
    pub fn is_trouble(&self) -> bool {
        matches!(self, Self::Trouble(_))
    }
}

/// A problem as a page: its cause, its remedy, and its addresses in groups, below each other.
pub fn trouble(catalog: &Catalog, problem: &Problem) -> Page {
    let next = Message::new("page-next").with("next", catalog.text("page-trouble-next"));
    Page {
        title: catalog.text("page-trouble-title"),
        now: catalog.say(&brief(catalog, problem).unwrap_or_else(|| problem.cause())),
        paragraphs: vec![catalog.say(&problem.remedy()), catalog.text("page-trouble-kept")],
        facts: addresses(problem)
            .map(|(id, address)| Fact { label: catalog.text(id), value: Value::address(&address) })
            .collect(),
        next: Some(catalog.say(&next)),
    }
}

/// The cause without its addresses, which stand below it; none where it names none.
fn brief(catalog: &Catalog, problem: &Problem) -> Option<Message> {
    let id = format!("brief-{}", problem.id());
    let args = problem.cause();
    catalog.has(&id).then(|| {
        args.args().iter().fold(Message::new(id), |message, (name, arg)| match arg {
            Arg::Text(text) => message.with(name, text),
            Arg::Count(count) => message.count(name, *count),
        })
    })
}

/// The addresses that a problem names, with the ids of their labels.
fn addresses(problem: &Problem) -> impl Iterator<Item = (&'static str, Address)> {
    const LABELS: [(&str, &str); 4] = [
        ("derived", "fact-derived"),
        ("shown", "fact-shown"),
        ("expected", "fact-expected"),
        ("said", "fact-said"),
    ];
    let cause = problem.cause();
    LABELS.into_iter().filter_map(move |(wanted, label)| {
        let (_, arg) = cause.args().iter().find(|(name, _)| *name == wanted)?;
        let Arg::Text(text) = arg else { return None };
        Some((label, text.parse().ok()?))
    })
}
