//! Why something cannot go on, as a cause and a remedy.

use std::fmt::{self, Display};

use super::{Catalog, Lang, Message};

/// What a problem is to a script: it decides the exit status.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A check found something wrong (exit status 1).
    Finding,
    /// The call or a file could not be used (exit status 2).
    Unusable,
    /// The device refused or was lost (exit status 3).
    Device,
    /// The person stopped it (exit status 130).
    Stopped,
}

impl Kind {
    /// The exit status of the process.
    pub fn exit_status(self) -> u8 {
        match self {
            Self::Finding => 1,
            Self::Unusable => 2,
            Self::Device => 3,
            Self::Stopped => 130,
        }
    }
}

/// A failure a person can act on. For the id `x` the catalogs hold `err-x` (the cause) and `rec-x` (the remedy).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    kind: Kind,
    message: Message,
}

impl Problem {
    /// A check found something wrong.
    pub fn finding(id: &'static str) -> Self {
        Self { kind: Kind::Finding, message: Message::new(id) }
    }

    /// The call or a file could not be used.
    pub fn unusable(id: &'static str) -> Self {
        Self { kind: Kind::Unusable, message: Message::new(id) }
    }

    /// The device refused or was lost.
    pub fn device(id: &'static str) -> Self {
        Self { kind: Kind::Device, message: Message::new(id) }
    }

    /// The person stopped it.
    pub fn stopped(id: &'static str) -> Self {
        Self { kind: Kind::Stopped, message: Message::new(id) }
    }

    /// Fills `{ $name }` of cause and remedy.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.message = self.message.with(name, value);
        self
    }

    /// The id without prefix, e.g. `plan-unreadable`.
    pub fn id(&self) -> &str {
        self.message.id()
    }

    /// What it is to a script.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The cause line.
    pub fn cause(&self) -> Message {
        self.message.relabelled("err")
    }

    /// The remedy line.
    pub fn remedy(&self) -> Message {
        self.message.relabelled("rec")
    }
}

impl Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&Catalog::new(Lang::En).say(&self.cause()))
    }
}

impl std::error::Error for Problem {}
