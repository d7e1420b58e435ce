//! Digests as words, to read aloud: the PGP word list (Juola and Zimmermann, 1995).

use std::sync::LazyLock;

// A line a byte: the word for even positions, then the one for odd ones. The figure as iana-org/dnssec-keytools has
// it, equal to magic-wormhole's.
static WORDS: LazyLock<Vec<(&str, &str)>> =
    LazyLock::new(|| include_str!("words/pgp.txt").lines().filter_map(|line| line.split_once(' ')).collect());

/// One word a byte, from two alternating lists: two syllables at even positions, three at odd ones, so that a word
/// left out, repeated or exchanged with its neighbour is heard.
pub fn words(bytes: &[u8]) -> Vec<&'static str> {
    let word = |(at, &byte): (usize, &u8)| {
        let (even, odd) = WORDS[usize::from(byte)];
        if at % 2 == 0 { even } else { odd }
    };
    bytes.iter().enumerate().map(word).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use proptest::prelude::*;

    use super::*;

    #[test]
    fn it_is_the_list_of_pgp() {
        // The fingerprint that descriptions of the list use as their example.
        let bytes = hex::decode("e58294f2e9a227486e8b061b31cc528fd7fa3f19").unwrap();
        assert_eq!(
            words(&bytes).join(" "),
            "topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator goldfish Medusa afflict bravado \
             chatter revolver Dupont midsummer stopwatch whimsical cowbell bottomless"
        );
        assert_eq!(words(&[0, 0, 255, 255]), ["aardvark", "adroitness", "Zulu", "Yucatan"]);
    }

    #[test]
    fn no_word_stands_for_two_bytes_or_two_positions() {
        let all: BTreeSet<String> =
            WORDS.iter().flat_map(|(even, odd)| [even.to_lowercase(), odd.to_lowercase()]).collect();
        assert_eq!((WORDS.len(), all.len()), (256, 512));
        assert!(all.iter().all(|word| word.bytes().all(|letter| letter.is_ascii_lowercase())));
    }

    proptest! {
        #[test]
        fn words_tell_the_bytes(bytes: Vec<u8>) {
            let read: Vec<u8> = words(&bytes)
                .iter()
                .map(|word| WORDS.iter().position(|(even, odd)| even == word || odd == word).unwrap() as u8)
                .collect();
            prop_assert_eq!(read, bytes);
        }
    }
}
