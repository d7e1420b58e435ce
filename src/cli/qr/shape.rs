//! One code or frames, in the room that there is.

use std::io::{self, IsTerminal};

use crate::codes::{
    Blocks, Code, Content, Frames, FramesError, Kind, Layout, Level, VERSION_MAX, account, extent,
    most_version,
};
use crate::text::Problem;

/// The largest version of a single code: 137 modules, which a phone still reads from paper and screens.
const SINGLE_MOST: u8 = 30;

/// The rows of a terminal that are for words.
const WORDS: usize = 1;
/// Rows for codes that scroll away.
const ENDLESS: usize = usize::MAX;

/// Where a code goes.
pub(super) enum Room {
    /// Into pictures or lines, which are as large as they need to be.
    Picture,
    /// Onto a terminal of so many columns and rows.
    Terminal {
        /// Columns and rows for codes.
        size: (usize, usize),
        /// How modules are drawn.
        blocks: Blocks,
    },
}

/// What is shown.
pub(super) enum Shape {
    /// All of it.
    Still(Code),
    /// One after the other.
    Moving(Frames),
}

impl Room {
    /// The terminal at stdout. What goes elsewhere is as large as it needs to be, and lines have
    /// as many rows as they need.
    pub(super) fn of_stdout(blocks: Blocks, in_lines: bool) -> Self {
        match crossterm::terminal::size() {
            Ok((columns, rows)) if io::stdout().is_terminal() => {
                let rows = if in_lines { ENDLESS } else { usize::from(rows).saturating_sub(WORDS) };
                Self::Terminal { size: (columns.into(), rows), blocks }
            }
            _ => Self::Picture,
        }
    }

    fn most_version(&self) -> u8 {
        match self {
            Self::Picture => VERSION_MAX,
            Self::Terminal { size, blocks } => most_version(*size, *blocks).unwrap_or(0),
        }
    }

    /// That a code of this version is too large for it.
    fn too_small(&self, version: u8, frames: bool) -> Problem {
        let id = if frames { "qr-terminal-frames" } else { "qr-terminal" };
        let Self::Terminal { size, blocks } = self else { return Problem::unusable("code-frame") };
        let (columns, rows) = extent(version, *blocks);
        // What has no end lacks nothing.
        let has_rows = if size.1 == ENDLESS { rows } else { size.1 };
        let problem = Problem::unusable(id).with("columns", columns).with("rows", rows + WORDS);
        problem.with("has-columns", size.0).with("has-rows", has_rows + WORDS)
    }
}

impl Shape {
    /// One code where the text fits into one, frames of the content otherwise or where they are wanted.
    ///
    /// # Errors
    /// `qr-terminal`, `qr-terminal-frames` with the size that is needed; or it is too long for frames.
    pub(super) fn of(
        content: &Content,
        text: Option<&str>,
        room: &Room,
        level: Option<Level>,
        frames: bool,
    ) -> Result<Self, Problem> {
        let Some(text) = text.filter(|_| !frames) else { return moving(content, room, level) };
        let floors = level.map_or(vec![Level::M, Level::L], |level| vec![level]);
        let still = |most: u8| floors.iter().find_map(|floor| Code::of(text, *floor, most));
        match (still(SINGLE_MOST.min(room.most_version())), still(SINGLE_MOST)) {
            (Some(code), _) => Ok(Self::Still(code)),
            (None, Some(_)) => {
                let weakest = floors.last().and_then(|floor| Code::of(text, *floor, SINGLE_MOST));
                Err(room.too_small(weakest.map_or(SINGLE_MOST, |code| code.version()), false))
            }
            (None, None) => moving(content, room, level),
        }
    }
}

fn moving(content: &Content, room: &Room, level: Option<Level>) -> Result<Shape, Problem> {
    // What is lost of a moving code comes again: larger fragments help more than stronger codes.
    let level = level.unwrap_or(Level::L);
    let layout = |kind| {
        Layout::within(room.most_version(), level, kind)
            .ok_or_else(|| room.too_small(Layout::least(level, kind), true))
    };
    let again = match content.text().filter(|_| content.kind() == Kind::Resource) {
        Some(text) => Frames::again(text, layout(account::TYPE)?),
        None => None,
    };
    let frames = match again {
        Some(frames) => frames,
        None => Frames::file(content.bytes(), layout("bytes")?),
    };
    frames.map(Shape::Moving).map_err(|error: FramesError| error.into())
}
