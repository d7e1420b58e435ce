//! What is being typed and must not be seen.

use zeroize::Zeroizing;

use crate::device::PassphraseError;
use crate::keys::Secret;

/// The longest that is typed is a backup of 33 words on a simulated device; a passphrase that is too long is noticed, not
/// cut.
const ROOM: usize = 300;

/// Text that is being typed: counted, never shown, wiped. It is allocated once, so that no copy stays behind.
pub struct Typed(Zeroizing<String>);

impl Typed {
    /// Nothing typed yet.
    pub fn new() -> Self {
        // The last character may take up to four bytes.
        Self(Zeroizing::new(String::with_capacity(ROOM + 3)))
    }

    /// Takes a character; false where there is no more room.
    pub fn push(&mut self, c: char) -> bool {
        let room = self.0.len() < ROOM;
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
    fn what_is_longer_than_the_room_is_not_taken_and_a_passphrase_is_too_long_before_that() {
        let mut typed = Typed::new();
        let before = typed.0.capacity();
        assert!((0..ROOM).all(|_| typed.push('a')));
        assert!(!typed.push('a'));
        assert_eq!((typed.bytes(), typed.0.capacity()), (ROOM, before));
        assert_eq!(typed.check(), Err(PassphraseError::TooLong));
        assert_eq!(typed.take().expose().len(), ROOM);
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
