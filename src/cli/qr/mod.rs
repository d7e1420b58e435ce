//! `qr FILE|-`: a code for what must cross the air gap, and files out of frames that crossed it.

mod draw;
mod facts;
mod join;
mod pictures;
mod shape;

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::{Output, save};
use crate::codes::{Blocks, Content, FILE_MAX, Kind, Level, eip681};
use crate::text::Problem;
use facts::facts;
use shape::{Room, Shape};

/// The file that is stdin; no picture goes to stdout, where the facts about it stand.
const STDIN: &str = "-";

/// A code on the terminal or as a picture; a file out of frames
#[derive(Args)]
pub struct Qr {
    /// What is encoded, or the lines to join; - for stdin
    #[arg(value_name = "FILE")]
    file: PathBuf,
    /// An address as a link that wallets open, by EIP-681
    #[arg(long, requires = "chain_id", conflicts_with_all = ["frames", "join"])]
    eip681: bool,
    /// The chain of the link
    #[arg(long, value_name = "N", requires = "eip681", value_parser = clap::value_parser!(u64).range(1..))]
    chain_id: Option<u64>,
    /// Level of error correction: L, M, Q or H
    #[arg(long, value_name = "LEVEL", value_parser = ["L", "M", "Q", "H"])]
    level: Option<String>,
    /// Frames even where one code would do
    #[arg(long)]
    frames: bool,
    /// So many frames, where they are not shown without an end
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=99_999))]
    count: Option<u32>,
    /// half: two modules in a character; full: two characters a module
    #[arg(long, value_name = "BLOCKS", default_value = "half", value_parser = ["half", "full"])]
    blocks: String,
    /// Frames one after the other instead of a moving code
    #[arg(long = "plain", id = "in-lines")]
    in_lines: bool,
    /// The text of the frames, one a line, without codes
    #[arg(long, conflicts_with_all = ["png", "svg", "in-lines", "eip681"])]
    parts: bool,
    /// A PNG that is not there yet; a folder of them for frames
    #[arg(long, value_name = "PATH", conflicts_with_all = ["in-lines", "svg"])]
    png: Option<PathBuf>,
    /// An SVG that is not there yet; a folder of them for frames
    #[arg(long, value_name = "PATH", conflicts_with = "in-lines")]
    svg: Option<PathBuf>,
    /// Make the file again from lines with the text of its frames
    #[arg(long, conflicts_with_all = ["level", "frames", "count", "in-lines", "parts", "png", "svg"])]
    join: bool,
    /// The message that is wanted, where the lines hold several
    #[arg(long, value_name = "NAME", requires = "join")]
    message: Option<String>,
    /// A file that is not there yet, for what was joined; stdout if left out
    #[arg(long, value_name = "PATH", requires = "join")]
    out: Option<PathBuf>,
}

impl Qr {
    /// Runs the verb.
    ///
    /// # Errors
    /// What is read cannot be used, is secret or too long; no terminal is large enough; an output is there already; or parts
    /// are missing.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        if self.join {
            return join::run(output, &self.file, self.message.as_deref(), self.out.as_deref());
        }
        if [&self.png, &self.svg].into_iter().flatten().any(|place| place.as_os_str() == STDIN) {
            return Err(Problem::unusable("qr-stdout"));
        }
        let content = Content::read(read(&self.file, FILE_MAX as u64)?)?;
        let text = self.text(&content)?;
        let shape =
            Shape::of(&content, text.as_deref(), &self.room(), self.level(), self.frames || self.parts)?;
        if self.count.is_some() && matches!(shape, Shape::Still(_)) {
            return Err(Problem::unusable("qr-count").with("file", self.file.display()));
        }
        let facts = facts(output, &content, text.as_deref(), &shape);
        if self.parts {
            facts.iter().for_each(|line| output.aside(line));
            return parts(shape, self.count).map(|()| ExitCode::SUCCESS);
        }
        facts.iter().for_each(|line| output.line(line));
        match (&self.png, &self.svg) {
            (Some(place), _) => pictures::save(output, place, shape, self.count, pictures::PNG, &content)?,
            (_, Some(place)) => pictures::save(output, place, shape, self.count, pictures::SVG, &content)?,
            (None, None) => draw::draw(output, shape, self.blocks(), self.in_lines, self.count)?,
        }
        Ok(ExitCode::SUCCESS)
    }

    /// What stands in a single code; none where only frames carry it.
    fn text(&self, content: &Content) -> Result<Option<String>, Problem> {
        match (self.chain_id.filter(|_| self.eip681), content.kind()) {
            (Some(chain), Kind::Address(address)) => Ok(Some(eip681::payment(&address, chain))),
            (Some(_), _) => Err(Problem::unusable("qr-eip681").with("file", self.file.display())),
            (None, _) => Ok(content.text().map(str::to_owned)),
        }
    }

    fn room(&self) -> Room {
        if self.parts || self.png.is_some() || self.svg.is_some() {
            Room::Picture
        } else {
            Room::of_stdout(self.blocks(), self.in_lines)
        }
    }

    fn blocks(&self) -> Blocks {
        if self.blocks == "full" { Blocks::Full } else { Blocks::Half }
    }

    fn level(&self) -> Option<Level> {
        self.level.as_deref().and_then(|level| level.parse().ok())
    }
}

/// How many frames are enough for somebody who misses a few: a third more than there are fragments.
fn enough(fragments: usize, asked: Option<u32>) -> usize {
    match asked {
        Some(count) => count as usize,
        None if fragments == 1 => 1,
        None => fragments + fragments.div_ceil(3),
    }
}

/// Prints the text of frames. A reader that went away needs no more of them.
fn parts(shape: Shape, count: Option<u32>) -> Result<(), Problem> {
    let Shape::Moving(mut frames) = shape else { return Ok(()) };
    for _ in 0..enough(frames.count(), count) {
        if !save::to_stdout(format!("{}\n", frames.next_text()?).as_bytes())? {
            break;
        }
    }
    Ok(())
}

/// Reads a file, or stdin, of no more bytes than these.
///
/// # Errors
/// It cannot be read, or `qr-long`.
fn read(file: &Path, most: u64) -> Result<Vec<u8>, Problem> {
    let all = || -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let read = if file.as_os_str() == STDIN {
            io::stdin().lock().take(most + 1).read_to_end(&mut bytes)
        } else {
            File::open(file)?.take(most + 1).read_to_end(&mut bytes)
        };
        read.map(|_| bytes)
    };
    let bytes = all().map_err(|error| {
        Problem::unusable("file-unreadable").with("file", file.display()).with("reason", error)
    })?;
    if bytes.len() as u64 > most {
        return Err(Problem::unusable("qr-long").with("file", file.display()).with("most", most));
    }
    Ok(bytes)
}
