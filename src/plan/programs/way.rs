//! The way to one address in one program: what to choose there, and where it then stands.

use serde::Deserialize;

use crate::keys::AddressPath;
use crate::text::Message;

/// What is found where, as the data file says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Find {
    Row,
    Start,
    Discovered,
    Base,
    Path,
    Command,
}

/// How to get to one address, filled in for its path. `menu` is in the program's own words, one choice after the other; `number`
/// counts a list from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Way {
    /// A row of the list that the program shows.
    Row {
        /// What is chosen first.
        menu: Vec<String>,
        /// Where it stands.
        number: u32,
        /// Page and row, each from 1, where the list is shown in pages.
        place: Option<(u32, u32)>,
    },
    /// The first row of a list that is told to begin there.
    Start {
        /// What is chosen first.
        menu: Vec<String>,
        /// Where the list is to begin.
        number: u32,
    },
    /// An account that the program looks for by itself.
    Discovered {
        /// The kind of account.
        menu: Vec<String>,
        /// Which one of that kind.
        number: u32,
    },
    /// A row of a list whose path up to the change is typed.
    Base {
        /// What is chosen first.
        menu: Vec<String>,
        /// What is typed: `m/44'/60'/account'/change`.
        base: String,
        /// Where it stands.
        number: u32,
    },
    /// The whole path is typed.
    Path {
        /// What is chosen first.
        menu: Vec<String>,
        /// What is typed.
        path: String,
    },
    /// A command.
    Command(String),
}

impl Way {
    /// The whole sentence for people: id `reach-way-…`.
    pub fn message(&self) -> Message {
        match self.menu() {
            Some(menu) => self.filled("way").with("menu", menu),
            None => self.filled("way"),
        }
    }

    /// What is chosen first, in the program's own words, one choice after the other; none of a command.
    pub fn menu(&self) -> Option<String> {
        match self {
            Self::Row { menu, .. }
            | Self::Start { menu, .. }
            | Self::Discovered { menu, .. }
            | Self::Base { menu, .. }
            | Self::Path { menu, .. } => Some(menu.join(" > ")),
            Self::Command(_) => None,
        }
    }

    /// Where it stands in its list, from 1; none where there is no list.
    pub fn number(&self) -> Option<u32> {
        match self {
            Self::Row { number, .. }
            | Self::Start { number, .. }
            | Self::Discovered { number, .. }
            | Self::Base { number, .. } => Some(*number),
            Self::Path { .. } | Self::Command(_) => None,
        }
    }

    /// The rest of the sentence: where it stands once that was chosen, id `reach-place-…`.
    pub fn place(&self) -> Message {
        self.filled("place")
    }

    /// The command, where it is one.
    pub fn command(&self) -> Option<&str> {
        match self {
            Self::Command(command) => Some(command),
            _ => None,
        }
    }

    /// `reach-<which>-<kind of way>` with everything but the menu.
    fn filled(&self, which: &str) -> Message {
        let message = |kind: &str| Message::new(format!("reach-{which}-{kind}"));
        match self {
            Self::Row { number, place: None, .. } => message("row").with("number", number),
            Self::Row { number, place: Some((page, row)), .. } => {
                message("page").with("number", number).with("page", page).with("row", row)
            }
            Self::Start { number, .. } => message("start").with("number", number),
            Self::Discovered { number, .. } => message("discovered").with("number", number),
            Self::Base { base, number, .. } => message("base").with("base", base).with("number", number),
            Self::Path { path, .. } => message("path").with("path", path),
            Self::Command(command) => message("command").with("command", command),
        }
    }
}

/// What of a cell is needed to fill in a way.
pub(super) struct Frame<'c> {
    pub find: Find,
    pub menu: Vec<String>,
    /// Where the path stands in its list, from 1.
    pub number: u32,
    pub page: Option<u32>,
    pub command: &'c str,
}

impl Frame<'_> {
    pub(super) fn fill(self, path: AddressPath) -> Way {
        let Self { find, menu, number, page, command } = self;
        match find {
            Find::Row => {
                let place = page.map(|rows| ((number - 1) / rows + 1, (number - 1) % rows + 1));
                Way::Row { menu, number, place }
            }
            Find::Start => Way::Start { menu, number },
            Find::Discovered => Way::Discovered { menu, number },
            Find::Base => {
                let base = format!("{}/{}", path.account_path(), path.change());
                Way::Base { menu, base, number: path.index() + 1 }
            }
            Find::Path => Way::Path { menu, path: path.to_string() },
            Find::Command => {
                Way::Command(command.replace("{path}", &path.to_string()).replace("{tail}", &path.tail()))
            }
        }
    }
}
