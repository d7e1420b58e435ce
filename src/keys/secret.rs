//! The one type for PINs, passphrases and seed words.

use std::fmt;

use zeroize::Zeroizing;

/// A text that is wiped when dropped and has no voice: no Display, no Serialize, a Debug that tells nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(Zeroizing<String>);

impl Secret {
    /// Takes over a text. The caller's other copies are the caller's to wipe.
    pub fn new(text: String) -> Self {
        Self(Zeroizing::new(text))
    }

    /// The text itself, for the one place that hands it on.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is nothing in it: on a Trezor, the wallet without a passphrase.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Secret")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn debug_tells_neither_the_text_nor_its_length() {
        assert_eq!(format!("{:?}", Secret::new("hunter2".to_owned())), "Secret");
    }
}
