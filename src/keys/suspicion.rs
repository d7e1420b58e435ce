//! What looks like a secret, so that it is not spread by mistake. It finds what people write down and programs export; whoever
//! hides a secret from it on purpose succeeds.

use std::fmt::{self, Display};

use coins_bip39::{English, Wordlist};
use zeroize::Zeroizing;

use super::slip39;

/// So many words of BIP-39's list in a row are a seed: its shortest has as many.
const BIP39_WORDS: usize = 12;
/// So many words of SLIP-39's list in a row are a share: its shortest has as many.
const SLIP39_WORDS: usize = 20;
/// An extended key has 111 characters; half of one is one that was cut.
const XPRV_CHARACTERS: usize = 50;
/// Types of Uniform Resources that hold seeds, keys or shares of them (BCR-2020-006).
const SECRET_URS: [&str; 6] =
    ["ur:crypto-seed", "ur:seed", "ur:crypto-bip39", "ur:crypto-slip39", "ur:crypto-sskr", "ur:sskr"];

/// What something looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Suspicion {
    /// The words of a BIP-39 seed, or of a SLIP-39 share.
    Words,
    /// An extended private key of BIP-32.
    ExtendedKey,
    /// A Uniform Resource of a type for secrets.
    Resource,
}

impl Suspicion {
    /// What these bytes look like, where they look like a secret: words in a row of either list, in any case and with anything
    /// but letters between them; `xprv` and its relatives with what follows them; `ur:crypto-seed` and the like. In UTF-16 as
    /// well, in which some editors save.
    pub fn of(bytes: &[u8]) -> Option<Self> {
        let narrow = || Zeroizing::new(bytes.iter().copied().filter(|byte| *byte != 0).collect::<Vec<_>>());
        Self::of_narrow(bytes).or_else(|| bytes.contains(&0).then(|| Self::of_narrow(&narrow())).flatten())
    }

    fn of_narrow(bytes: &[u8]) -> Option<Self> {
        if has_words(bytes) {
            Some(Self::Words)
        } else if has_extended_key(bytes) {
            Some(Self::ExtendedKey)
        } else {
            has_resource(bytes).then_some(Self::Resource)
        }
    }
}

impl Display for Suspicion {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Words => "words",
            Self::ExtendedKey => "xprv",
            Self::Resource => "ur",
        })
    }
}

fn has_words(bytes: &[u8]) -> bool {
    let (mut bip39, mut slip39) = (0, 0);
    for word in bytes.split(|byte| !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty()) {
        let word = String::from_utf8_lossy(word).to_ascii_lowercase();
        let known = English::get_all().binary_search(&word.as_str()).is_ok();
        bip39 = if known { bip39 + 1 } else { 0 };
        slip39 = if slip39::is_word(&word) { slip39 + 1 } else { 0 };
        if bip39 >= BIP39_WORDS || slip39 >= SLIP39_WORDS {
            return true;
        }
    }
    false
}

fn has_extended_key(bytes: &[u8]) -> bool {
    let versions = bytes.windows(4).enumerate().filter(|(_, it)| {
        matches!(it[0].to_ascii_lowercase(), b'x' | b'y' | b'z' | b't' | b'u' | b'v') && &it[1..] == b"prv"
    });
    let follows = |at: usize| bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    versions.into_iter().any(|(at, _)| follows(at) >= XPRV_CHARACTERS)
}

fn has_resource(bytes: &[u8]) -> bool {
    let begins = |at: &[u8], with: &str| {
        at.get(..with.len()).is_some_and(|start| start.eq_ignore_ascii_case(with.as_bytes()))
            && matches!(at.get(with.len()), Some(b'/'))
    };
    (0..bytes.len()).any(|at| SECRET_URS.iter().any(|with| begins(&bytes[at..], with)))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::keys::test_seeds;

    #[test]
    fn the_list_of_bip39_is_sorted_as_the_search_needs() {
        assert!(English::get_all().is_sorted());
    }

    #[test]
    fn seeds_are_seen_in_any_dress() {
        let seed = "legal winner thank year wave sausage worth useful legal winner thank yellow";
        let numbered: String =
            seed.split(' ').enumerate().map(|(at, word)| format!("{}. {word}\r\n", at + 1)).collect();
        let quoted = format!("{{\"seed\": [\"{}\"]}}", seed.to_uppercase().replace(' ', "\", \""));
        for text in [seed, &numbered, &quoted, &format!("Our backup: {seed}!")] {
            assert_eq!(Suspicion::of(text.as_bytes()), Some(Suspicion::Words), "{text}");
        }
        let wide: Vec<u8> = seed.encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(Suspicion::of(&wide), Some(Suspicion::Words), "UTF-16");
        let short = seed.rsplit_once(' ').unwrap().0;
        assert_eq!(Suspicion::of(short.as_bytes()), None, "eleven words are no seed");
    }

    #[test]
    fn the_published_test_seeds_are_seeds() {
        for (_, words) in test_seeds::all().chain(test_seeds::well_known()) {
            assert_eq!(Suspicion::of(words.as_bytes()), Some(Suspicion::Words));
        }
    }

    #[test]
    fn private_keys_are_seen_and_public_ones_are_not() {
        // BIP-32, test vector 1.
        let private = "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi";
        let public = "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8";
        assert_eq!(Suspicion::of(format!("key={private}\n").as_bytes()), Some(Suspicion::ExtendedKey));
        assert_eq!(Suspicion::of(public.as_bytes()), None);
        assert_eq!(Suspicion::of(b"an xprv is never to be written"), None);
    }

    #[test]
    fn resources_for_secrets_are_seen_by_their_type() {
        assert_eq!(Suspicion::of(b"UR:CRYPTO-SEED/OEADGD"), Some(Suspicion::Resource));
        assert_eq!(Suspicion::of(b"see ur:sskr/1-2/aa"), Some(Suspicion::Resource));
        assert_eq!(Suspicion::of(b"ur:bytes/1-2/aa ur:crypto-account/oe"), None);
    }

    proptest! {
        #[test]
        fn a_seed_is_seen_wherever_it_stands(before: Vec<u8>, after: Vec<u8>, words in prop::collection::vec(0..2048_usize, 12..24)) {
            let seed: Vec<_> = words.iter().map(|&at| English::get_all()[at]).collect();
            let bytes = [&before, &b"\n"[..], seed.join(" ").as_bytes(), b"\n", &after].concat();
            prop_assert_eq!(Suspicion::of(&bytes), Some(Suspicion::Words));
        }

        #[test]
        fn digits_and_digests_are_no_secrets(bytes: Vec<u8>) {
            prop_assert_eq!(Suspicion::of(hex::encode(bytes).as_bytes()), None);
        }
    }
}
