//! What is being typed and must not be seen.

use zeroize::Zeroizing;

use crate::device::{PASSPHRASE_MAX, PassphraseError};
use crate::keys::Secret;

/// Text that is being typed: counted, never shown, wiped. It is allocated once, so that no copy stays behind.
pub struct Typed(Zeroizing<String>);

impl Typed {
    /// Nothing typed yet.
    pub fn new() -> Self {
        // One character more than the longest passphrase, so that too long a one is noticed and not cut.
        Self(Zeroizing::new(String::with_capacity(PASSPHRASE_MAX + 5)))
    }

    /// Takes a character; false where there is no more room.
    pub fn push(&mut self, c: char) -> bool {
        let room = self.0.len() <= PASSPHRASE_MAX;
        if room {
            self.0.push(c);
        }
        room
    }

    /// Takes the last character back.
    pub fn pop(&mut self) {
        self.0.pop();
    }

    /// How many bytes were typed.
    pub fn bytes(&self) -> usize {
        self.0.len()
    }

    /// Whether it could be sent as a passphrase.
    ///
    /// # Errors
    /// As [`PassphraseError::check_text`].
    pub fn check(&self) -> Result<(), PassphraseError> {
        PassphraseError::check_text(&self.0)
    }

    /// Whether it could be a PIN.
    pub fn has_only_digits(&self) -> bool {
        self.0.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// Hands the text over and starts anew.
    pub fn take(&mut self) -> Secret {
        let typed = std::mem::take(self);
        Secret::new(String::clone(&typed.0))
    }

    /// Replaces what was typed.
    pub fn fill(&mut self, secret: &Secret) {
        *self = Self::new();
        secret.expose().chars().for_each(|c| {
            self.push(c);
        });
    }
}

impl Default for Typed {
    fn default() -> Self {
        Self::new()
    }
}

impl std::fmt::Debug for Typed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Typed")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_byte_over_the_longest_is_kept_so_that_it_is_noticed() {
        let mut typed = Typed::new();
        let before = typed.0.capacity();
        assert!((0..=PASSPHRASE_MAX).all(|_| typed.push('a')));
        assert!(!typed.push('a'));
        assert_eq!((typed.bytes(), typed.0.capacity()), (PASSPHRASE_MAX + 1, before));
        assert_eq!(typed.take().expose().len(), PASSPHRASE_MAX + 1);
        assert_eq!(typed.bytes(), 0);
    }

    #[test]
    fn debug_tells_nothing() {
        let mut typed = Typed::new();
        typed.fill(&Secret::new("hunter2".to_owned()));
        assert_eq!(format!("{typed:?}"), "Typed");
        typed.pop();
        assert_eq!(typed.take().expose(), "hunter");
    }
}
