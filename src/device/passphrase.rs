//! What a passphrase may be, so that every Trezor opens the same wallet with it.

use crate::keys::Secret;
use crate::text::Problem;

/// The longest passphrase that every Trezor accepts, in bytes (trezor-firmware core/src/apps/common/passphrase.py,
/// legacy/firmware/protect.h).
pub const PASSPHRASE_MAX: usize = 50;

/// Why a wallet cannot be opened with this passphrase, or not in this way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PassphraseError {
    /// Nothing in it: that is the wallet without a passphrase, and must be asked for by name.
    Empty,
    /// Characters that no Trezor's keyboard has. The firmware does not normalise: what looks alike may open
    /// another wallet.
    NotAscii,
    /// It begins or ends with a space, which nobody sees on paper or screen.
    OuterSpace,
    /// Over [`PASSPHRASE_MAX`] bytes.
    TooLong,
    /// The device asks for no passphrase: every wallet would silently be the one without.
    ProtectionOff,
    /// The device accepts passphrases on its own keyboard only.
    OnDeviceOnly,
    /// The device has no keyboard for it.
    OnHostOnly,
}

impl PassphraseError {
    /// Refuses a passphrase that is to be typed on the laptop and sent.
    ///
    /// # Errors
    /// Empty, not printable ASCII, an outer space, too long.
    pub fn check(passphrase: &Secret) -> Result<(), Self> {
        Self::check_text(passphrase.expose())
    }

    /// The same of a text that stays where it is.
    ///
    /// # Errors
    /// As [`PassphraseError::check`].
    pub fn check_text(text: &str) -> Result<(), Self> {
        if text.is_empty() {
            Err(Self::Empty)
        } else if !text.bytes().all(|byte| matches!(byte, 0x20..=0x7e)) {
            Err(Self::NotAscii)
        } else if text.starts_with(' ') || text.ends_with(' ') {
            Err(Self::OuterSpace)
        } else if text.len() > PASSPHRASE_MAX {
            Err(Self::TooLong)
        } else {
            Ok(())
        }
    }
}

impl From<PassphraseError> for Problem {
    fn from(error: PassphraseError) -> Self {
        match error {
            PassphraseError::Empty => Self::unusable("passphrase-empty"),
            PassphraseError::NotAscii => Self::unusable("passphrase-not-ascii"),
            PassphraseError::OuterSpace => Self::unusable("passphrase-outer-space"),
            PassphraseError::TooLong => Self::unusable("passphrase-too-long").with("most", PASSPHRASE_MAX),
            PassphraseError::ProtectionOff => Self::device("passphrase-off"),
            PassphraseError::OnDeviceOnly => Self::device("passphrase-on-device-only"),
            PassphraseError::OnHostOnly => Self::device("passphrase-on-host-only"),
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(text: &str) -> Result<(), PassphraseError> {
        PassphraseError::check(&Secret::new(text.to_owned()))
    }

    #[test]
    fn what_looks_alike_or_is_not_seen_is_refused() {
        assert_eq!(check(""), Err(PassphraseError::Empty));
        assert_eq!(check("caf\u{e9}"), Err(PassphraseError::NotAscii));
        assert_eq!(check("cafe\u{301}"), Err(PassphraseError::NotAscii));
        assert_eq!(check("a\tb"), Err(PassphraseError::NotAscii));
        assert_eq!(check(" a"), Err(PassphraseError::OuterSpace));
        assert_eq!(check("a "), Err(PassphraseError::OuterSpace));
        assert_eq!(check(&"a".repeat(51)), Err(PassphraseError::TooLong));
        assert_eq!(check(&"a".repeat(50)), Ok(()));
    }

    proptest! {
        #[test]
        fn all_that_a_device_keyboard_can_type_is_accepted(text in "[!-~]([ -~]{0,48}[!-~])?") {
            prop_assert_eq!(check(&text), Ok(()));
        }
    }
}
