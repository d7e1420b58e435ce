//! Files out of frames that somebody read: parts of Uniform Resources in lines of text, in any order, repeated, and those of
//! several messages among each other.

use std::collections::{BTreeMap, BTreeSet};

use super::resource::{BYTES, Head, Part, part, unwrapped};

/// Parts gathered so far, by the message that they belong to.
#[derive(Default)]
pub struct Join {
    messages: BTreeMap<Head, Gathered>,
    damaged: usize,
}

#[derive(Default)]
struct Gathered {
    decoder: ur::Decoder,
    numbers: BTreeSet<u32>,
    whole: Option<Vec<u8>>,
}

/// What there is of one message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// By what it is told apart, e.g. `96b24a58-9`.
    pub name: String,
    /// Type of the resource; a file is `bytes`.
    pub kind: String,
    /// How many different parts were read.
    pub parts: usize,
    /// How far it is.
    pub state: State,
}

/// How far a message is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    /// The file.
    Whole(Vec<u8>),
    /// So many of so many fragments are known; none of the frames of these numbers was read. Any of them helps, and so does
    /// almost every later one.
    Missing {
        /// Fragments that are known.
        known: usize,
        /// Fragments that there are.
        of: usize,
        /// Frames that were not read, up to the number of fragments.
        frames: Vec<u32>,
    },
    /// All fragments are there, and they are not what the checksum is of: some are of another message, or made up.
    Damaged,
    /// It is whole, and no file: another type, or not a byte string.
    NoFile,
}

impl Join {
    /// Takes every part that stands in a text, each up to the next character that no part has.
    pub fn take(&mut self, text: &str) {
        let lower = text.to_ascii_lowercase();
        for (at, _) in lower.match_indices("ur:") {
            let rest = &lower[at..];
            let inside = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '/');
            let end = rest[3..].find(|c| !inside(c)).map_or(rest.len(), |end| end + 3);
            match part(&rest[..end]) {
                Some(part) => self.add(part, &rest[..end]),
                None => self.damaged += 1,
            }
        }
    }

    fn add(&mut self, part: Part, text: &str) {
        let gathered = self.messages.entry(part.head).or_default();
        gathered.numbers.insert(part.number);
        match part.whole {
            Some(message) => gathered.whole = Some(message),
            // A part that does not go with the others changes nothing; whether they are right the checksum says.
            None => drop(gathered.decoder.receive(text)),
        }
    }

    /// How many parts could not be read.
    pub fn damaged(&self) -> usize {
        self.damaged
    }

    /// The messages, in the order of their names.
    pub fn messages(&self) -> Vec<Message> {
        let message = |(head, gathered): (&Head, &Gathered)| Message {
            name: head.name(),
            kind: head.kind.clone(),
            parts: gathered.numbers.len(),
            state: gathered.state(head),
        };
        self.messages.iter().map(message).collect()
    }
}

impl Gathered {
    fn state(&self, head: &Head) -> State {
        let message = match (&self.whole, self.decoder.message()) {
            (Some(message), _) => message.clone(),
            (None, Ok(Some(message))) => message,
            (None, Err(_)) => return State::Damaged,
            (None, Ok(None)) => return self.missing(head),
        };
        match unwrapped(&message).filter(|_| head.kind == BYTES) {
            Some(bytes) => State::Whole(bytes),
            None => State::NoFile,
        }
    }

    fn missing(&self, head: &Head) -> State {
        let all = 1..=u32::try_from(head.count).unwrap_or(u32::MAX);
        State::Missing {
            known: self.decoder.resolved_fragment_count().unwrap_or(0),
            of: head.count,
            frames: all.filter(|number| !self.numbers.contains(number)).collect(),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::codes::{Frames, Layout, Level};

    fn texts(bytes: &[u8], most: u8, frames: usize) -> Vec<String> {
        let layout = Layout::within(most, Level::L, BYTES).unwrap();
        let mut made = Frames::file(bytes, layout).unwrap();
        (0..frames).map(|_| made.next_frame().unwrap().text).collect()
    }

    fn joined(texts: &[String]) -> Vec<Message> {
        let mut join = Join::default();
        texts.iter().for_each(|text| join.take(text));
        assert_eq!(join.damaged(), 0);
        join.messages()
    }

    #[test]
    fn two_messages_among_each_other_are_told_apart() {
        let (one, two) = (vec![1; 500], vec![2; 700]);
        let mixed: Vec<_> = texts(&one, 6, 30).into_iter().zip(texts(&two, 6, 30)).collect();
        let lines: Vec<_> =
            mixed.into_iter().flat_map(|(a, b)| [format!("scan: {a},"), format!("\"{b}\"\r")]).collect();
        let messages = joined(&lines);
        let states: Vec<_> = messages.iter().map(|message| message.state.clone()).collect();
        assert_eq!(states.len(), 2);
        assert!(states.contains(&State::Whole(one)) && states.contains(&State::Whole(two)));
        assert_ne!(messages[0].name, messages[1].name);
    }

    #[test]
    fn what_is_missing_is_said_by_number() {
        let bytes = vec![9; 400];
        let all = texts(&bytes, 5, 11);
        let some: Vec<_> = [0, 2, 4, 5].map(|at| all[at].clone()).to_vec();
        let [message] = &joined(&some)[..] else { panic!() };
        let State::Missing { known: 4, of, frames } = &message.state else { panic!("{message:?}") };
        let expected: Vec<u32> = (1..=*of as u32).filter(|number| ![1, 3, 5, 6].contains(number)).collect();
        assert_eq!((message.parts, frames), (4, &expected));
    }

    #[test]
    fn forged_parts_are_found_by_the_checksum() {
        let (one, two) = (texts(&[1; 300], 5, 20), texts(&[2; 300], 5, 20));
        // A fragment of another message under this one's checksum.
        let forged = {
            let of = |text: &str| ur::decode(text).unwrap().1;
            let (mut good, other) = (of(&one[0]), of(&two[0]));
            let at = good.len() - 10;
            good[at..].copy_from_slice(&other[at..]);
            let body = ur::bytewords::encode(&good, ur::bytewords::Style::Minimal);
            format!("{}/{body}", one[0].rsplit_once('/').unwrap().0)
        };
        let mut lines = vec![forged];
        let count = joined(&lines)[0].name.rsplit_once('-').unwrap().1.parse::<usize>().unwrap();
        lines.extend(one[1..count].iter().cloned());
        assert_eq!(joined(&lines)[0].state, State::Damaged);
    }

    #[test]
    fn parts_that_are_damaged_are_counted_and_others_types_are_no_files() {
        let mut join = Join::default();
        join.take("ur:bytes/1-9/lpadascf and nothing");
        assert_eq!((join.damaged(), join.messages()), (1, vec![]));
        let account = ur::encode(&[0xa0], &ur::Type::Custom("crypto-account"));
        assert_eq!(joined(&[account])[0].state, State::NoFile);
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(48))]
        #[test]
        fn files_come_out_whole_whatever_is_lost_repeated_or_reordered(
            bytes in prop::collection::vec(any::<u8>(), 1..3_000),
            most in 4_u8..13,
            lost in any::<u64>(),
            order in any::<u64>(),
        ) {
            let layout = Layout::within(most, Level::L, BYTES).unwrap();
            let mut frames = Frames::file(&bytes, layout).unwrap();
            let mut join = Join::default();
            // Half of the frames are lost, and those read come in groups turned around, each twice.
            for round in 0..40 * frames.count().max(4) {
                let frame = frames.next_frame().unwrap();
                if (lost >> (round % 64)) & 1 == 1 && round < 10 * frames.count() {
                    continue;
                }
                let lines = if (order >> (round % 64)) & 1 == 1 { [&frame.text, ""] } else { ["", &frame.text] };
                join.take(&lines.join("\n"));
                join.take(&frame.text.to_lowercase());
                if let [Message { state: State::Whole(read), .. }] = &join.messages()[..] {
                    prop_assert_eq!(read, &bytes);
                    return Ok(());
                }
            }
            prop_assert!(false, "never whole");
        }

        #[test]
        fn parts_in_any_order_make_the_file(bytes in prop::collection::vec(any::<u8>(), 1..2_000), seed: u64) {
            let layout = Layout::within(6, Level::L, BYTES).unwrap();
            let mut frames = Frames::file(&bytes, layout).unwrap();
            let count = frames.count();
            let mut texts: Vec<_> = (0..count).map(|_| frames.next_frame().unwrap().text).collect();
            texts.sort_by_key(|text| crate::keys::Digest::of(format!("{seed}{text}")));
            let messages = joined(&texts);
            prop_assert_eq!(&messages[0].state, &State::Whole(bytes));
        }
    }
}
