//! The file that frames carry, out of their text.

use std::ops::RangeInclusive;
use std::path::Path;
use std::process::ExitCode;

use super::{Output, read, save};
use crate::codes::{Join, Message as Joined, State};
use crate::keys::Digest;
use crate::text::{Message, Problem};
use crate::ui::presentation::Value;

/// The longest text that is read: many times the frames of the longest file.
const TEXT_MAX: u64 = 8 << 20;

/// So many ranges of missing frames are said.
const RANGES_MAX: usize = 30;

/// So many messages are named.
const NAMES_MAX: usize = 10;

/// Joins the parts that stand in a file, and writes the file that they make.
///
/// # Errors
/// There is no part; several messages, of which none or another one was named; or the one that is wanted is not whole.
pub(super) fn run(
    output: &Output,
    file: &Path,
    name: Option<&str>,
    out: Option<&Path>,
) -> Result<ExitCode, Problem> {
    let mut join = Join::default();
    join.take(&String::from_utf8_lossy(&read(file, TEXT_MAX)?));
    if join.damaged() > 0 {
        output.progress(&Message::new("join-damaged").count("parts", join.damaged()));
    }
    if join.left() > 0 {
        output.progress(&Message::new("join-left").count("parts", join.left()));
    }
    let messages = join.messages();
    if messages.len() > 1 {
        messages.iter().take(NAMES_MAX).for_each(|message| output.progress(&told(message)));
    }
    let bytes = whole(chosen(messages, name)?)?;
    let digest = Digest::of(&bytes);
    output.progress(&Message::new("join-whole").with("bytes", bytes.len()).with("digest", digest));
    Value::words(&digest).rows(80).iter().for_each(|row| output.aside(row));
    save::answer(output, out, &bytes)?;
    Ok(ExitCode::SUCCESS)
}

fn chosen(mut messages: Vec<Joined>, name: Option<&str>) -> Result<Joined, Problem> {
    let more = (messages.len() > NAMES_MAX).then(|| "…".to_owned());
    let names = messages.iter().take(NAMES_MAX).map(|message| message.name.clone()).chain(more);
    let names = names.collect::<Vec<_>>().join(", ");
    match name {
        Some(name) => messages
            .into_iter()
            .find(|message| message.name == name)
            .ok_or_else(|| Problem::unusable("join-unknown").with("name", name).with("known", names)),
        None if messages.len() > 1 => Err(Problem::unusable("join-several").with("known", names)),
        None => messages.pop().ok_or_else(|| Problem::unusable("join-nothing")),
    }
}

fn whole(message: Joined) -> Result<Vec<u8>, Problem> {
    let problem = |id| Problem::finding(id).with("name", &message.name);
    match message.state {
        State::Whole(bytes) => Ok(bytes),
        State::Missing { known, of, frames } => {
            let problem = problem("join-missing").with("known", known).with("of", of);
            Err(problem.with("frames", ranges(&frames)))
        }
        State::Damaged => Err(problem("join-false")),
        State::NoFile => Err(problem("join-no-file").with("kind", &message.kind)),
    }
}

/// How far a message among several is.
fn told(message: &Joined) -> Message {
    let (id, known, of) = match &message.state {
        State::Whole(_) => ("join-state-whole", 0, 0),
        State::Missing { known, of, .. } => ("join-state-missing", *known, *of),
        State::Damaged => ("join-state-false", 0, 0),
        State::NoFile => ("join-state-no-file", 0, 0),
    };
    Message::new(id).with("name", &message.name).with("known", known).with("of", of)
}

/// Ranges as people write them, the first of many: `3, 7, 9-12, …`.
fn ranges(ranges: &[RangeInclusive<u32>]) -> String {
    let said = ranges.iter().take(RANGES_MAX).map(|range| match (range.start(), range.end()) {
        (first, last) if first == last => first.to_string(),
        (first, last) => format!("{first}-{last}"),
    });
    let more = (ranges.len() > RANGES_MAX).then(|| "…".to_owned());
    said.chain(more).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_in_a_row_stand_as_ranges() {
        assert_eq!(ranges(&[3..=3, 7..=7, 9..=12]), "3, 7, 9-12");
        assert_eq!(ranges(&[]), "");
        let many: Vec<_> = (0..100).map(|n| 2 * n..=2 * n).collect();
        assert!(ranges(&many).ends_with("48, 50, 52, 54, 56, 58, …"));
    }
}
