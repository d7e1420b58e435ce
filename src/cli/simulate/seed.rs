//! The file of a test seed: a first line that says what it is, and the words in one line.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use zeroize::Zeroizing;

use crate::keys::slip39::Slip39Error;
use crate::keys::{Secret, Seed, SeedError, SeedForm, one_spaced};
use crate::text::Problem;

/// The first line, to the letter: nobody puts it above a seed that is worth something.
pub const MARK: &str = "# test seed, never funded";
/// More than the longest seed, in bytes.
const SIZE_MAX: u64 = 1024;

/// Reads a test seed and its words, with one space between them: SLIP-39 where there are 20 or 33, else BIP-39.
///
/// # Errors
/// The file cannot be read, does not begin with [`MARK`], has not exactly one line more, or the words are no seed. No
/// word is ever told.
pub fn read(path: &Path) -> Result<(Seed, Secret), Problem> {
    let problem = |id| Problem::unusable(id).with("file", path.display());
    let bytes = bytes(path).map_err(|error| problem("file-unreadable").with("reason", error))?;
    let text = std::str::from_utf8(&bytes).unwrap_or_default();
    let mut lines = text.lines();
    if lines.next() != Some(MARK) {
        return Err(problem("simulate-seed-mark").with("mark", MARK));
    }
    match (lines.next(), lines.next()) {
        (Some(words), None) if bytes.len() as u64 <= SIZE_MAX => parsed(words),
        _ => Err(problem("simulate-seed-lines")),
    }
}

fn bytes(path: &Path) -> io::Result<Zeroizing<Vec<u8>>> {
    // As long as what is read at most, so that growing leaves no copy behind.
    let mut bytes = Zeroizing::new(Vec::with_capacity(2 * SIZE_MAX as usize));
    File::open(path)?.take(SIZE_MAX + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn parsed(words: &str) -> Result<(Seed, Secret), Problem> {
    let form = match words.split_whitespace().count() {
        0 => return Err(Problem::unusable("seed-no-words")),
        20 | 33 => SeedForm::Slip39,
        _ => SeedForm::Bip39,
    };
    let words = one_spaced(&Secret::new(words.to_owned()));
    let seed = Seed::parse(form, &words).map_err(|error| match error {
        SeedError::Slip39(Slip39Error::Members { .. } | Slip39Error::Groups { .. }) => {
            Problem::unusable("simulate-seed-share")
        }
        error => error.into(),
    })?;
    Ok((seed, words))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keys::test_seeds;
    use crate::text::{Catalog, Lang};

    /// One of two shares, of trezor/python-shamir-mnemonic's vectors.json (MIT), vector 4.
    const ONE_OF_TWO: &str = "shadow pistol academic always adequate wildlife fancy gross oasis cylinder mustang \
                              wrist rescue view short owner flip making coding armed";

    fn read_text(text: &[u8]) -> Result<Seed, Problem> {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("seed.txt");
        std::fs::write(&path, text).unwrap();
        read(&path).map(|(seed, _)| seed)
    }

    fn refused(text: &[u8]) -> String {
        read_text(text).unwrap_err().id().to_owned()
    }

    #[test]
    fn every_published_seed_is_read() {
        for (form, words) in test_seeds::all().chain(test_seeds::well_known()) {
            for text in [format!("{MARK}\n{words}\n"), format!("{MARK}\r\n {words} ")] {
                assert_eq!(read_text(text.as_bytes()).unwrap().form(), form);
            }
        }
    }

    #[test]
    fn anything_else_is_refused() {
        let words = "all all all all all all all all all all all all";
        let wrong: Vec<(String, &str)> = vec![
            (String::new(), "simulate-seed-mark"),
            (words.to_owned(), "simulate-seed-mark"),
            (format!("#test seed, never funded\n{words}\n"), "simulate-seed-mark"),
            (format!(" {MARK}\n{words}\n"), "simulate-seed-mark"),
            (format!("{MARK} \n{words}\n"), "simulate-seed-mark"),
            (format!("\u{feff}{MARK}\n{words}\n"), "simulate-seed-mark"),
            (format!("{MARK}\n"), "simulate-seed-lines"),
            (format!("{MARK}\n{words}\n\n"), "simulate-seed-lines"),
            (format!("{MARK}\n\n{words}\n"), "simulate-seed-lines"),
            (format!("{MARK}\n{words}\n{words}\n"), "simulate-seed-lines"),
            (format!("{MARK}\n{words}{}\n", " ".repeat(2000)), "simulate-seed-lines"),
            (format!("{MARK}\n\n"), "seed-no-words"),
            (format!("{MARK}\nall all all\n"), "seed-bip39-word-count"),
            (format!("{MARK}\n{}\n", words.replacen("all", "alll", 1)), "seed-word-unknown"),
            (format!("{MARK}\n{}\n", words.replacen("all", "able", 1)), "seed-checksum"),
            (format!("{MARK}\n{}\n", ["academic"; 20].join(" ")), "seed-checksum"),
            (format!("{MARK}\n{ONE_OF_TWO}\n"), "simulate-seed-share"),
        ];
        for (text, id) in wrong {
            assert_eq!(refused(text.as_bytes()), id, "{text}");
        }
        assert_eq!(refused(&[0xff; 40]), "simulate-seed-mark");
        assert_eq!(read(Path::new("/nowhere/seed.txt")).unwrap_err().id(), "file-unreadable");
        assert_eq!(read(Path::new("/")).unwrap_err().id(), "file-unreadable");
    }

    proptest! {
        #[test]
        fn no_word_is_ever_told(words in proptest::collection::vec("[b-z]{5,9}", 1..34)) {
            let text = format!("{MARK}\n{}\n", words.join(" "));
            let problem = read_text(text.as_bytes()).unwrap_err();
            let catalog = Catalog::new(Lang::En);
            let said = catalog.say(&problem.cause()) + &catalog.say(&problem.remedy());
            prop_assert!(!words.windows(2).any(|pair| said.contains(&pair.join(" "))), "{said}");
        }
    }
}
