//! A sentence not yet said: the id of a Fluent message and what fills it.

use std::borrow::Cow;
use std::fmt::Display;

/// What fills a placeable of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    /// Text; cleaned when the message is said, so it may come from a file or a device.
    Text(String),
    /// A number that chooses a plural form.
    Count(u64),
}

/// The id of a Fluent message with its arguments; language is chosen when it is said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    id: Cow<'static, str>,
    args: Vec<(&'static str, Arg)>,
}

impl Message {
    /// A message without arguments. `id` stands in every catalog.
    pub fn new(id: impl Into<Cow<'static, str>>) -> Self {
        Self { id: id.into(), args: Vec::new() }
    }

    /// Fills `{ $name }` with text.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Display) -> Self {
        self.args.push((name, Arg::Text(value.to_string())));
        self
    }

    /// Fills `{ $name }` with a number that chooses a plural form.
    #[must_use]
    pub fn count(mut self, name: &'static str, value: impl TryInto<u64>) -> Self {
        self.args.push((name, Arg::Count(value.try_into().unwrap_or(u64::MAX))));
        self
    }

    /// The id in the catalogs.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The arguments, in the order given.
    pub fn args(&self) -> &[(&'static str, Arg)] {
        &self.args
    }

    /// The same arguments under another id.
    pub(super) fn relabelled(&self, prefix: &str) -> Self {
        Self { id: format!("{prefix}-{}", self.id).into(), args: self.args.clone() }
    }
}
