//! Files out of frames that somebody read: parts of Uniform Resources in lines of text, in any order, repeated, and those of
//! several messages among each other.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;

use super::resource::{BYTES, Head, Part, part, unwrapped};

/// Nobody reads frames of more messages at a time; parts of others are not kept.
const MESSAGES_MAX: usize = 64;

/// So many mixtures of a message are kept beside twice as many as it has fragments: far more than anybody needs.
const MIXTURES_MAX: usize = 1_000;

/// Parts gathered so far, by the message that they belong to.
#[derive(Default)]
pub struct Join {
    messages: BTreeMap<Head, Gathered>,
    damaged: usize,
    left: usize,
}

#[derive(Default)]
struct Gathered {
    /// The text of each part, by its number: whatever order they were read in, they are decoded in one.
    parts: BTreeMap<u32, String>,
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
        /// Frames that were not read, up to the number of fragments, as ranges.
        frames: Vec<RangeInclusive<u32>>,
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
            // The end of another word is no beginning of a part.
            if lower[..at].ends_with(|c: char| c.is_alphanumeric()) {
                continue;
            }
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
        if self.messages.len() == MESSAGES_MAX && !self.messages.contains_key(&part.head) {
            self.left += 1;
            return;
        }
        let most = 2 * part.head.count + MIXTURES_MAX;
        let gathered = self.messages.entry(part.head).or_default();
        match part.whole {
            Some(message) => {
                gathered.whole = Some(message);
                gathered.parts.insert(part.number, String::new());
            }
            None if gathered.parts.len() < most => {
                gathered.parts.entry(part.number).or_insert_with(|| text.to_owned());
            }
            None => {}
        }
    }

    /// How many parts could not be read.
    pub fn damaged(&self) -> usize {
        self.damaged
    }

    /// How many parts were left aside, as they are of more messages than anybody sends at a time.
    pub fn left(&self) -> usize {
        self.left
    }

    /// The messages, in the order of their names. Where a forger made several that bear one, each has its place among them
    /// behind it: the name alone is nobody's.
    pub fn messages(&self) -> Vec<Message> {
        let mut bearers: BTreeMap<String, Vec<&Head>> = BTreeMap::new();
        self.messages.keys().for_each(|head| bearers.entry(head.name()).or_default().push(head));
        let message = |name: String, head: &Head| {
            let gathered = &self.messages[head];
            Message {
                name,
                kind: head.kind.clone(),
                parts: gathered.parts.len(),
                state: gathered.state(head),
            }
        };
        let named = |(name, heads): (String, Vec<&Head>)| match &heads[..] {
            [head] => vec![message(name, head)],
            heads => (1..).zip(heads).map(|(n, head)| message(format!("{name}.{n}"), head)).collect(),
        };
        bearers.into_iter().flat_map(named).collect()
    }
}

impl Gathered {
    fn state(&self, head: &Head) -> State {
        let decoder = if self.whole.is_none() { self.decoded() } else { ur::Decoder::default() };
        let message = match (&self.whole, decoder.message()) {
            (Some(message), _) => message.clone(),
            (None, Ok(Some(message))) => message,
            (None, Err(_)) => return State::Damaged,
            (None, Ok(None)) => return self.missing(head, &decoder),
        };
        match unwrapped(&message).filter(|_| head.kind == BYTES) {
            Some(bytes) => State::Whole(bytes),
            None => State::NoFile,
        }
    }

    /// Mixtures first: each fragment that comes then is taken out of all of them, and what that solves goes on.
    fn decoded(&self) -> ur::Decoder {
        let mut decoder = ur::Decoder::default();
        for text in self.parts.values().rev() {
            // A part that does not go with the others changes nothing; whether they are right the checksum says.
            let _ = decoder.receive(text);
        }
        decoder
    }

    fn missing(&self, head: &Head, decoder: &ur::Decoder) -> State {
        let last = u32::try_from(head.count).unwrap_or(u32::MAX);
        let (mut frames, mut next) = (Vec::new(), 1);
        for &number in self.parts.keys().take_while(|&&number| number <= last) {
            frames.extend((next < number).then(|| next..=number - 1));
            next = number + 1;
        }
        frames.extend((next <= last).then_some(next..=last));
        State::Missing { known: decoder.resolved_fragment_count().unwrap_or(0), of: head.count, frames }
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
        let frames: Vec<u32> = frames.iter().cloned().flatten().collect();
        assert_eq!((message.parts, frames), (4, expected));
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
    fn messages_that_bear_one_name_can_be_told_apart() {
        let one = texts(&[1; 300], 5, 20);
        // The first part again, under another length: another message of the same checksum and number of fragments.
        let other = {
            let payload = ur::decode(&one[0]).unwrap().1;
            let mut cbor = minicbor::Decoder::new(&payload);
            cbor.array().unwrap();
            let numbers: Vec<u32> = (0..4).map(|_| cbor.u32().unwrap()).collect();
            let mut forged = minicbor::Encoder::new(Vec::new());
            forged.array(5).unwrap();
            for number in [numbers[0], numbers[1], numbers[2] - 1, numbers[3]] {
                forged.u32(number).unwrap();
            }
            forged.bytes(cbor.bytes().unwrap()).unwrap();
            let body = ur::bytewords::encode(&forged.into_writer(), ur::bytewords::Style::Minimal);
            format!("{}/{body}", one[0].rsplit_once('/').unwrap().0)
        };
        let messages = joined(&[one, vec![other]].concat());
        let [first, second] = &messages[..] else { panic!("{messages:?}") };
        let name = first.name.strip_suffix(".1").unwrap();
        assert_eq!(second.name, format!("{name}.2"));
        let whole: Vec<_> = messages.iter().filter(|it| matches!(it.state, State::Whole(_))).collect();
        assert_eq!(whole.len(), 1);
    }

    #[test]
    fn of_very_many_messages_most_are_left_aside() {
        let mut join = Join::default();
        for n in 0..200_u32 {
            join.take(&texts(&n.to_be_bytes(), 6, 1)[0]);
        }
        assert_eq!(
            (join.messages().len(), join.left(), join.damaged()),
            (MESSAGES_MAX, 200 - MESSAGES_MAX, 0)
        );
    }

    #[test]
    fn the_end_of_a_word_is_no_part() {
        let mut join = Join::default();
        join.take("your: hour: 10, UR:nonsense");
        assert_eq!((join.damaged(), join.messages()), (1, vec![]));
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
        fn the_same_parts_say_the_same_in_any_order(
            bytes in prop::collection::vec(any::<u8>(), 1..2_000), seed: u64, more in 0..12_usize, lost in 0..6_usize,
        ) {
            let layout = Layout::within(6, Level::L, BYTES).unwrap();
            let mut frames = Frames::file(&bytes, layout).unwrap();
            let count = frames.count();
            let mut texts: Vec<_> = (0..count + more).map(|_| frames.next_frame().unwrap().text).collect();
            let in_order = |texts: &mut Vec<String>, seed: u64| {
                texts.sort_by_key(|text| crate::keys::Digest::of(format!("{seed}{text}")));
            };
            in_order(&mut texts, seed);
            texts.truncate((count + more).saturating_sub(lost).max(1));
            let before = joined(&texts);
            in_order(&mut texts, seed ^ 1);
            prop_assert_eq!(&joined(&texts), &before);
            if lost == 0 {
                prop_assert_eq!(&before[0].state, &State::Whole(bytes));
            }
        }
    }
}
