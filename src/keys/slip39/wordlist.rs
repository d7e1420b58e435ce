//! The 1,024 words of SLIP-39, sorted; a word's place is its ten bits.

use std::sync::LazyLock;

// The figure as the package shamir-mnemonic (MIT, trezor/python-shamir-mnemonic) ships it.
static WORDS: LazyLock<Vec<&str>> = LazyLock::new(|| include_str!("wordlist.txt").lines().collect());

/// The ten bits of a word, in its one writing: lower case, in full.
pub(super) fn index(word: &str) -> Option<u16> {
    // Under 1,024, so it fits.
    WORDS.binary_search(&word).ok().and_then(|at| u16::try_from(at).ok())
}

/// The word of ten bits.
pub(super) fn word(index: u16) -> &'static str {
    WORDS[usize::from(index & 0x3ff)]
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn there_are_1024_sorted_words_told_apart_by_four_letters() {
        assert_eq!(WORDS.len(), 1024);
        assert!(WORDS.is_sorted());
        assert_eq!(WORDS.iter().map(|word| &word[..4]).collect::<BTreeSet<_>>().len(), 1024);
    }

    #[test]
    fn it_is_the_list_of_the_standard() {
        // SLIP-39 and trezor-crypto publish this digest of the list, one word a line.
        let digest = crate::keys::Digest::of(include_str!("wordlist.txt"));
        assert_eq!(digest.to_string(), "bcc4555340332d169718aed8bf31dd9d5248cb7da6e5d355140ef4f1e601eec3");
    }

    #[test]
    fn words_and_bits_are_one_to_one() {
        assert!((0..1024).all(|at| index(word(at)) == Some(at)));
        assert_eq!(index("Academic"), None);
        assert_eq!(index("acad"), None);
    }
}
