//! One QR code (ISO/IEC 18004) as light and dark modules.

use std::fmt::{self, Display};
use std::str::FromStr;

use qrcode::bits::Bits;
use qrcode::types::{EcLevel, Mode, QrError};
use qrcode::{Color, QrCode, Version};

/// The light modules that a code must have around it.
pub const QUIET: usize = 4;

/// The largest version there is: 177 modules.
pub const VERSION_MAX: u8 = 40;

/// How much of a code may be unreadable: about 7, 15, 25 and 30 parts of a hundred.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// About 7 %.
    L,
    /// About 15 %.
    M,
    /// About 25 %.
    Q,
    /// About 30 %.
    H,
}

impl Level {
    /// All, weakest first.
    pub const ALL: [Self; 4] = [Self::L, Self::M, Self::Q, Self::H];

    fn ec(self) -> EcLevel {
        match self {
            Self::L => EcLevel::L,
            Self::M => EcLevel::M,
            Self::Q => EcLevel::Q,
            Self::H => EcLevel::H,
        }
    }
}

impl Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self, f)
    }
}

impl FromStr for Level {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        Self::ALL.into_iter().find(|level| level.to_string() == text).ok_or(())
    }
}

/// A QR code: a square of modules, without its quiet zone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    dark: Vec<bool>,
    size: usize,
    version: u8,
    level: Level,
}

impl Code {
    /// The smallest code of at most this version that holds the text at this level, or at a higher one in the same size. The text
    /// stands in it as it is, byte by byte; where it has nothing but capitals, digits and ` $%*+-./:`, in QR's shorter form for
    /// those. None where it is too long.
    pub fn of(text: &str, floor: Level, most: u8) -> Option<Self> {
        let version = (1..=most.min(VERSION_MAX)).find(|version| bits(text, *version, floor).is_ok())?;
        let levels = Level::ALL.into_iter().rev().filter(|level| *level >= floor);
        levels.into_iter().find_map(|level| Self::at(text, version, level))
    }

    /// The code of exactly this version and level; none where the text is too long for it.
    pub fn at(text: &str, version: u8, level: Level) -> Option<Self> {
        let code = QrCode::with_bits(bits(text, version, level).ok()?, level.ec()).ok()?;
        let dark = code.to_colors().into_iter().map(|it| it == Color::Dark).collect();
        Some(Self { dark, size: code.width(), version, level })
    }

    /// Modules along a side: 17 + 4 × version, so 21 to 177.
    pub fn size(&self) -> usize {
        self.size
    }

    /// 1 to 40.
    pub fn version(&self) -> u8 {
        self.version
    }

    /// The level of error correction.
    pub fn level(&self) -> Level {
        self.level
    }

    /// Modules along a side with the quiet zone.
    pub fn whole(&self) -> usize {
        self.size + 2 * QUIET
    }

    /// Whether a module is dark, counted from the upper left corner of the quiet zone; everything outside the code is light.
    pub fn is_dark(&self, x: usize, y: usize) -> bool {
        let inside = |at: usize| at.checked_sub(QUIET).filter(|at| *at < self.size);
        match (inside(x), inside(y)) {
            (Some(x), Some(y)) => self.dark[y * self.size + x],
            _ => false,
        }
    }
}

/// Modules along a side of a code of this version, without its quiet zone: 21 to 177.
pub fn size_of(version: u8) -> usize {
    17 + 4 * usize::from(version)
}

/// How many characters of capitals, digits and ` $%*+-./:` a code of this version (1 to 40) and level holds.
pub fn alphanumeric_capacity(version: u8, level: Level) -> usize {
    let version = Version::Normal(version.clamp(1, VERSION_MAX).into());
    let all = Bits::new(version).max_len(level.ec()).unwrap_or(0);
    let head = version.mode_bits_count() + Mode::Alphanumeric.length_bits_count(version);
    // Two characters take eleven bits, a last single one six.
    let bits = all.saturating_sub(head);
    2 * (bits / 11) + usize::from(bits % 11 >= 6)
}

/// The data of a code, in one mode. Never in Kanji mode, for which some bytes of UTF-8 would be taken and read as something else.
fn bits(text: &str, version: u8, level: Level) -> Result<Bits, QrError> {
    let mut bits = Bits::new(Version::Normal(version.into()));
    if text.bytes().all(is_alphanumeric) {
        bits.push_alphanumeric_data(text.as_bytes())?;
    } else {
        bits.push_byte_data(text.as_bytes())?;
    }
    bits.push_terminator(level.ec())?;
    Ok(bits)
}

fn is_alphanumeric(byte: u8) -> bool {
    byte.is_ascii_uppercase() || byte.is_ascii_digit() || b" $%*+-./:".contains(&byte)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::codes::scanner::read;

    /// The characters that a version holds at a level, in alphanumeric and in byte mode, as table 7 of ISO/IEC 18004 has them.
    const CAPACITIES: [(u8, Level, usize, usize); 12] = [
        (1, Level::L, 25, 17),
        (1, Level::H, 10, 7),
        (4, Level::L, 114, 78),
        (9, Level::M, 262, 180),
        (10, Level::L, 395, 271),
        (10, Level::M, 311, 213),
        (12, Level::L, 535, 367),
        (26, Level::Q, 1094, 751),
        (27, Level::L, 2132, 1465),
        (30, Level::M, 1994, 1370),
        (40, Level::L, 4296, 2953),
        (40, Level::H, 1852, 1273),
    ];

    #[test]
    fn a_version_holds_what_the_standard_says_and_not_one_more() {
        for (version, level, capitals, bytes) in CAPACITIES {
            assert_eq!(alphanumeric_capacity(version, level), capitals, "{version}-{level}");
            for (letter, most) in [("A", capitals), ("a", bytes)] {
                assert!(
                    Code::at(&letter.repeat(most), version, level).is_some(),
                    "{version}-{level} {letter}"
                );
                assert!(Code::at(&letter.repeat(most + 1), version, level).is_none(), "{version}-{level}");
            }
        }
    }

    #[test]
    fn what_a_version_is_said_to_hold_it_holds() {
        for version in 1..=VERSION_MAX {
            for level in Level::ALL {
                let most = alphanumeric_capacity(version, level);
                assert!(bits(&"A".repeat(most), version, level).is_ok(), "{version}-{level}");
                assert!(bits(&"A".repeat(most + 1), version, level).is_err(), "{version}-{level}");
            }
        }
    }

    #[test]
    fn every_version_and_level_is_read_back_when_full() {
        for version in (1..=VERSION_MAX).filter(|version| version % 3 == 1) {
            for level in Level::ALL {
                let text: String = ("UR:BYTES/0123456789".chars().cycle())
                    .take(alphanumeric_capacity(version, level))
                    .collect();
                let code = Code::at(&text, version, level).unwrap();
                assert_eq!(code.size(), size_of(version));
                assert_eq!(
                    read(code.whole(), |x, y| code.is_dark(x, y)),
                    [text.into_bytes()],
                    "{version}-{level}"
                );
            }
        }
    }

    #[test]
    fn a_level_is_raised_where_that_takes_no_larger_code() {
        let code = Code::of("A", Level::M, 40).unwrap();
        assert_eq!((code.version(), code.level()), (1, Level::H));
        let full = Code::of(&"a".repeat(180), Level::M, 40).unwrap();
        assert_eq!((full.version(), full.level()), (9, Level::M));
        let next = Code::of(&"a".repeat(181), Level::M, 40).unwrap();
        assert_eq!((next.version(), next.level()), (10, Level::M));
        assert_eq!(Code::of(&"a".repeat(181), Level::M, 9), None);
    }

    #[test]
    fn japanese_stays_utf8() {
        // Some of its bytes would be valid in QR's Kanji mode, and be read as other characters.
        for text in ["儀式のコード", "鍵とアドレスの式典：所有者", "ﾃｽﾄ①"] {
            let code = Code::of(text, Level::M, 40).unwrap();
            assert_eq!(read(code.whole(), |x, y| code.is_dark(x, y)), [text.as_bytes()]);
        }
    }

    #[test]
    fn around_a_code_all_is_light() {
        let code = Code::of("A", Level::L, 1).unwrap();
        let whole = code.whole();
        assert_eq!(whole, 29);
        for at in 0..whole {
            for near in [0, 3, whole - 4, whole - 1, whole, usize::MAX] {
                assert!(!code.is_dark(at, near) && !code.is_dark(near, at));
            }
        }
        assert!(code.is_dark(4, 4) && code.is_dark(24, 4) && code.is_dark(4, 24), "three corners");
    }
}
