//! How typed data stands on the screens of each model, as measured on the official emulators
//! (`tests/vectors/trezor-typed-data.json`).

use super::field::Member;
use crate::device::paper::Paper;
use crate::device::simulator::config::Model;
use crate::device::simulator::screen::{Kind, Screen};

/// What the firmware calls the screen of a value.
const VALUE: &str = "confirm_typed_value";
const CONFIRM: Kind = Kind::Confirm { hold: false };
/// How many letters of a text in words, not in digits, stand in a line on the whole: their widths differ.
const LETTERS: usize = 21;
/// A title is cut at its beginning.
const TITLE: usize = 16;

impl Model {
    /// One value of a struct. Bytes and addresses are confirmed on a page of their own where the model has such,
    /// numbers are not.
    pub(super) fn value_screen(self, title: &str, member: &Member, value: &[u8]) -> Screen {
        let (kind, text) = (member.kind, member.kind.shown(value));
        let screen = Screen::new(CONFIRM, VALUE, &cut(title), Vec::new());
        if kind.is_blob() {
            // The Safe 3 leaves a gap below.
            let gap = usize::from(self == Self::SafeThree);
            screen.of_pages(self.below(&self.heading(member), gap, &text)).asking(self)
        } else if self == Self::SafeThree {
            screen.of_pages(number_on_safe_three(self.heading(member), &text))
        } else {
            screen.of_pages(self.below(&self.heading(member), 0, &text))
        }
    }

    /// The domain's values on one screen: together on a page where the Safe 5 can, else each on pages of its own.
    pub(super) fn domain_screen(self, title: &str, values: &[(Member, Vec<u8>)]) -> Screen {
        // There is always more than one page but there, where it makes no difference: the bar for them takes its place.
        let paper = Paper { alone: self.paper().columns, ..self.paper() };
        let pages = values.iter().flat_map(|(member, value)| {
            let heading = self.heading(member);
            let pages = paper.pages_below(heading.len(), &member.kind.shown(value));
            headed(heading, pages)
        });
        let pages: Vec<_> = pages.collect();
        let lines = pages.concat();
        let together = self == Self::SafeFive && lines.len() <= paper.rows;
        let pages = if together { vec![lines] } else { pages };
        Screen::new(CONFIRM, VALUE, title, Vec::new()).of_pages(pages)
    }

    /// What a struct holds, to be shown in full or confirmed unread.
    pub(super) fn struct_screen(self, name: &str, members: &[Member]) -> Screen {
        let names: Vec<_> = members.iter().map(|member| member.name.as_str()).collect();
        let mut lines = vec![name.to_owned(), format!("Contains {} keys", members.len())];
        lines.extend(wrapped(&names.join(", "), LETTERS));
        let rows = match self {
            Self::SafeThree => 3,
            Self::ModelT => 4,
            Self::SafeFive => 6,
        };
        let mut pages: Vec<Vec<String>> = lines.chunks(rows).map(<[String]>::to_vec).collect();
        if self != Self::SafeFive {
            // They show the beginning only.
            pages.truncate(1);
        }
        Screen::new(Kind::Skippable, "should_show_struct", "Confirm message", Vec::new()).of_pages(pages)
    }

    /// The hash that the laptop said the message has.
    pub(super) fn hash_screen(self, hash: &[u8]) -> Screen {
        let screen = Screen::new(CONFIRM, "confirm_message_hash", "Confirm message hash", Vec::new());
        screen.paged(&format!("0x{}", hex::encode(hash)), self.paper())
    }

    /// The last one.
    pub(super) fn final_screen(self) -> Screen {
        let lines = wrapped("Really sign EIP-712 typed data?", LETTERS);
        Screen::new(Kind::Confirm { hold: true }, "confirm_typed_data_final", "Confirm typed data", lines)
            .asking(self)
    }

    /// What stands above a value.
    fn heading(self, member: &Member) -> Vec<String> {
        match self {
            Self::SafeThree => wrapped(&format!("{}:", member.described()), LETTERS),
            Self::ModelT => vec![format!("{}:", member.described())],
            Self::SafeFive => vec![member.described()],
        }
    }

    fn below(self, heading: &[String], gap: usize, text: &str) -> Vec<Vec<String>> {
        headed(heading.to_vec(), self.paper().pages_below(heading.len() + gap, text))
    }
}

/// What is said of a domain without values.
pub(super) fn no_domain_screen() -> Screen {
    let lines = wrapped("The domain is empty.", LETTERS);
    Screen::new(CONFIRM, VALUE, "Important", lines)
}

/// The pages with these lines above the first.
fn headed(mut heading: Vec<String>, mut pages: Vec<Vec<String>>) -> Vec<Vec<String>> {
    if let Some(first) = pages.first_mut() {
        heading.append(first);
        *first = heading;
    }
    pages
}

/// A number of up to 78 digits on the Safe 3, which draws it as a word that is broken with hyphens: below its heading
/// two lines, the second of them shorter where another page follows.
fn number_on_safe_three(mut heading: Vec<String>, digits: &str) -> Vec<Vec<String>> {
    const LINE: usize = 17;
    let whole = digits.len() <= 2 * LINE + 1;
    let (first, rest) = digits.split_at(digits.len().min(LINE));
    let (second, rest) = rest.split_at(if whole { rest.len() } else { LINE - 1 });
    heading.extend([first, second].into_iter().filter(|line| !line.is_empty()).map(str::to_owned));
    let rest: Vec<char> = rest.chars().collect();
    let rest: Vec<String> = rest.chunks(LINE).map(|line| line.iter().collect()).collect();
    std::iter::once(heading).chain(Some(rest).filter(|rest| !rest.is_empty())).collect()
}

/// A text in lines of so many characters, broken at its spaces.
fn wrapped(text: &str, columns: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().filter(|line| line.len() + 1 + word.len() <= columns) {
            Some(line) => *line = format!("{line} {word}"),
            None => lines.push(word.to_owned()),
        }
    }
    lines
}

/// Its end, where it is long (`limit_str`).
fn cut(title: &str) -> String {
    let count = title.chars().count();
    if count <= TITLE + 2 {
        return title.to_owned();
    }
    format!("..{}", title.chars().skip(count - TITLE).collect::<String>())
}
