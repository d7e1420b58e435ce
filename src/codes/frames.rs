//! A file as frames of a moving code: BC-UR's fountain (BCR-2020-005), of which enough frames in any order make the file again.

use super::resource::{self, BYTES, FRAGMENTS_MAX, unwrapped, wrapped};
use super::{Code, Level, account, alphanumeric_capacity};
use crate::text::Problem;

/// The longest file that is put into frames: minutes of them.
pub const FILE_MAX: usize = 1 << 18;

/// The largest version of a frame, 65 modules: larger ones are read with less certainty from a screen that changes.
const VERSION_MOST: u8 = 12;
/// What stands in a part besides type, numbers and fragment, in bytes at most: CBOR's heads, four numbers, CRC-32.
const BODY_HEAD: usize = 28;
/// `UR:`, two `/`, and two numbers of at most five digits with `-`; one character more for numbers beyond the first round.
const TEXT_HEAD: usize = 3 + 2 + 12;

/// How large frames are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    fragment: usize,
    level: Level,
}

impl Layout {
    /// The longest fragments that fit into codes of at most this version at this level, of a type with a name as
    /// long as `kind`. None where the codes are too small for any.
    pub fn within(most: u8, level: Level, kind: &str) -> Option<Self> {
        let characters = alphanumeric_capacity(most.min(VERSION_MOST), level);
        let body = characters.checked_sub(TEXT_HEAD + kind.len())? / 2;
        let fragment = body.checked_sub(BODY_HEAD).filter(|fragment| *fragment >= 8)?;
        Some(Self { fragment, level })
    }

    /// The smallest version with room for a fragment of this type.
    pub fn least(level: Level, kind: &str) -> u8 {
        (1..=VERSION_MOST).find(|most| Self::within(*most, level, kind).is_some()).unwrap_or(VERSION_MOST)
    }
}

/// Why something is not put into frames.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FramesError {
    /// So many bytes; at most [`FILE_MAX`].
    TooLong(usize),
    /// A part that cannot be made, which no input is known for.
    Broken,
}

/// The frames of one message, one after the other without an end.
pub struct Frames {
    encoder: ur::Encoder<'static>,
    /// The only part, where one is enough.
    single: Option<String>,
    version: u8,
    level: Level,
    name: String,
    file: Option<Vec<u8>>,
}

/// One frame.
#[derive(Clone, Debug)]
pub struct Frame {
    /// Its number from 1. Those up to the number of fragments hold one each, the later ones mixtures.
    pub number: usize,
    /// The part in capitals, as it stands in the code.
    pub text: String,
    /// The code; all of one message have the same size.
    pub code: Code,
}

impl Frames {
    /// A file as the type `bytes`.
    ///
    /// # Errors
    /// It is too long.
    pub fn file(bytes: &[u8], layout: Layout) -> Result<Self, FramesError> {
        if bytes.len() > FILE_MAX {
            return Err(FramesError::TooLong(bytes.len()));
        }
        Self::resource(BYTES, &wrapped(bytes), layout)
    }

    /// What a whole Uniform Resource says, in frames of its own type; none where it is none, or of a type that is not known here.
    pub fn again(text: &str, layout: Layout) -> Option<Result<Self, FramesError>> {
        let part = resource::part(text)?;
        let kind = [BYTES, account::TYPE].into_iter().find(|kind| *kind == part.head.kind)?;
        Some(Self::resource(kind, &part.whole?, layout))
    }

    /// A message of this type, in CBOR.
    ///
    /// # Errors
    /// It is empty or too long.
    pub fn resource(kind: &'static str, message: &[u8], layout: Layout) -> Result<Self, FramesError> {
        let encoder = || ur::Encoder::new(message, layout.fragment, kind).map_err(|_| FramesError::Broken);
        let first = encoder()?.next_part().map_err(|_| FramesError::Broken)?;
        let head = resource::part(&first).filter(|part| part.head.count <= FRAGMENTS_MAX);
        let head = head.ok_or(FramesError::TooLong(message.len()))?.head;
        let single =
            (head.count == 1).then(|| ur::encode(message, &ur::Type::Custom(kind)).to_ascii_uppercase());
        let characters = match &single {
            Some(text) => text.len(),
            None => TEXT_HEAD + kind.len() + 2 * (BODY_HEAD + head.fragment),
        };
        let holds = |version: &u8| alphanumeric_capacity(*version, layout.level) >= characters;
        let version = (1..=VERSION_MOST).find(holds).ok_or(FramesError::Broken)?;
        let file = unwrapped(message).filter(|_| kind == BYTES);
        Ok(Self { encoder: encoder()?, single, version, level: layout.level, name: head.name(), file })
    }

    /// How many fragments the message has: with no frame lost, as many frames as make it.
    pub fn count(&self) -> usize {
        self.encoder.fragment_count()
    }

    /// By what people tell messages apart, e.g. `96b24a58-9`.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The file that the other side has in the end; none where the message is of a type for other programs.
    pub fn file_within(&self) -> Option<&[u8]> {
        self.file.as_deref()
    }

    /// The version and the level of every frame's code.
    pub fn form(&self) -> (u8, Level) {
        (self.version, self.level)
    }

    /// The text of the next frame.
    ///
    /// # Errors
    /// `code-frame`, after some hundred thousand of them.
    pub fn next_text(&mut self) -> Result<String, Problem> {
        match &self.single {
            Some(text) => Ok(text.clone()),
            None => Ok(self.encoder.next_part().map_err(|_| broken())?.to_ascii_uppercase()),
        }
    }

    /// The next frame.
    ///
    /// # Errors
    /// As of its text.
    pub fn next_frame(&mut self) -> Result<Frame, Problem> {
        let text = self.next_text()?;
        let number = if self.single.is_some() { 1 } else { self.encoder.current_index() };
        let code = Code::at(&text, self.version, self.level).ok_or_else(broken)?;
        Ok(Frame { number, text, code })
    }
}

fn broken() -> Problem {
    Problem::unusable("code-frame")
}

impl From<FramesError> for Problem {
    fn from(error: FramesError) -> Self {
        match error {
            FramesError::TooLong(_) => Self::unusable("code-too-long").with("most", FILE_MAX),
            FramesError::Broken => broken(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::scanner::read;

    #[test]
    fn every_frame_fits_and_is_read_back() {
        for (most, length) in [(4, 300), (5, 1000), (8, 2000), (12, 3000), (40, 20_000)] {
            let layout = Layout::within(most, Level::L, BYTES).unwrap();
            let bytes: Vec<u8> = (0..length).map(|at: u32| (at * 7 % 251) as u8).collect();
            let mut frames = Frames::file(&bytes, layout).unwrap();
            assert!(frames.form().0 <= most.min(VERSION_MOST));
            for number in 1..=frames.count() + 3 {
                let frame = frames.next_frame().unwrap();
                assert_eq!((frame.number, frame.code.version()), (number, frames.form().0));
                if number % 7 == 1 {
                    let seen = read(frame.code.whole(), |x, y| frame.code.is_dark(x, y));
                    assert_eq!(seen, [frame.text.as_bytes()]);
                }
            }
        }
    }

    #[test]
    fn one_part_is_written_in_the_form_for_one() {
        let layout = Layout::within(10, Level::L, BYTES).unwrap();
        let mut frames = Frames::file(b"0123456789", layout).unwrap();
        let (one, two) = (frames.next_frame().unwrap(), frames.next_frame().unwrap());
        assert_eq!(frames.count(), 1);
        assert_eq!((one.text.as_str(), one.number), (two.text.as_str(), two.number));
        let (kind, cbor) = ur::decode(&one.text).unwrap();
        assert_eq!((kind, cbor), (ur::ur::Kind::SinglePart, b"\x4a0123456789".to_vec()));
    }

    #[test]
    fn a_resource_in_text_moves_under_its_own_type() {
        let layout = Layout::within(8, Level::L, account::TYPE).unwrap();
        let text = ur::encode(&[7; 900], &ur::Type::Custom(account::TYPE));
        let mut frames = Frames::again(&text.to_uppercase(), layout).unwrap().unwrap();
        let mut decoder = ur::Decoder::default();
        while !decoder.complete() {
            let frame = frames.next_frame().unwrap();
            assert!(frame.text.starts_with("UR:CRYPTO-ACCOUNT/"));
            decoder.receive(&frame.text).unwrap();
        }
        assert_eq!(decoder.message().unwrap(), Some(vec![7; 900]));
        assert_eq!(frames.file_within(), None);
        let wrapped = ur::encode(&wrapped(b"a file"), &ur::Type::Bytes);
        let again = Frames::again(&wrapped, layout).unwrap().unwrap();
        assert_eq!(again.file_within(), Some(&b"a file"[..]), "what --join writes");
        assert!(Frames::again("ur:psbt/aeadaolazmjendeoti", layout).is_none());
        assert!(Frames::again("no resource", layout).is_none());
    }

    #[test]
    fn small_codes_have_room_for_nothing() {
        assert_eq!(Layout::least(Level::L, BYTES), 4);
        assert_eq!(Layout::within(3, Level::L, BYTES), None);
        assert!(Layout::within(Layout::least(Level::H, BYTES), Level::H, BYTES).is_some());
    }

    #[test]
    fn a_file_that_takes_too_long_is_refused() {
        let layout = Layout::within(40, Level::L, BYTES).unwrap();
        assert!(Frames::file(&vec![1; FILE_MAX], layout).is_ok());
        assert_eq!(
            Frames::file(&vec![1; FILE_MAX + 1], layout).err(),
            Some(FramesError::TooLong(FILE_MAX + 1))
        );
        let small = Layout::within(4, Level::L, BYTES).unwrap();
        assert!(Frames::file(&vec![1; FILE_MAX], small).is_ok(), "also in the smallest frames");
    }

    #[test]
    fn every_part_is_within_the_length_that_is_reckoned_with() {
        for length in [1_usize, 20, 21, 255, 256, 257, 5_000, 65_535, 65_536, 200_000] {
            let layout = Layout::within(5, Level::L, BYTES).unwrap();
            let mut frames = Frames::file(&vec![3; length], layout).unwrap();
            let frame = frames.next_frame().unwrap();
            assert!(frame.text.len() <= alphanumeric_capacity(5, Level::L), "{length}");
        }
    }
}
