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
    /// It is the wallet's name, which stands in files that may be published.
    WalletName,
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

    /// Refuses a passphrase that is to be typed on the laptop for the wallet of this name. A rehearsal is no exception:
    /// the published passphrases have a word before the name.
    ///
    /// # Errors
    /// As [`check`](Self::check); or it is the wallet's name, whatever its case.
    pub fn check_for(wallet_name: &str, passphrase: &Secret) -> Result<(), Self> {
        Self::check(passphrase)?;
        if passphrase.expose().trim().eq_ignore_ascii_case(wallet_name.trim()) {
            return Err(Self::WalletName);
        }
        Ok(())
    }
}

impl From<PassphraseError> for Problem {
    fn from(error: PassphraseError) -> Self {
        match error {
            PassphraseError::Empty => Self::unusable("passphrase-empty"),
            PassphraseError::NotAscii => Self::unusable("passphrase-not-ascii"),
            PassphraseError::OuterSpace => Self::unusable("passphrase-outer-space"),
            PassphraseError::TooLong => Self::unusable("passphrase-too-long").with("most", PASSPHRASE_MAX),
            PassphraseError::WalletName => Self::unusable("passphrase-wallet-name"),
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
    use crate::keys::test_seeds::rehearsal_passphrase;

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

    #[test]
    fn a_wallets_name_is_no_passphrase_whatever_its_case_and_a_rehearsals_never_is() {
        let check_for = |text: &str| PassphraseError::check_for("TeamFunds", &Secret::new(text.to_owned()));
        for name in ["TeamFunds", "teamfunds", "TEAMFUNDS"] {
            assert_eq!(check_for(name), Err(PassphraseError::WalletName), "{name}");
        }
        assert_eq!(check_for(" TeamFunds"), Err(PassphraseError::OuterSpace));
        for other in ["TeamFunds2", "Team Funds", "a TeamFunds"] {
            assert_eq!(check_for(other), Ok(()), "{other}");
        }
        assert_eq!(PassphraseError::check_for("TeamFunds", &rehearsal_passphrase("TeamFunds")), Ok(()));
    }

    proptest! {
        #[test]
        fn all_that_a_device_keyboard_can_type_is_accepted(text in "[!-~]([ -~]{0,48}[!-~])?") {
            prop_assert_eq!(check(&text), Ok(()));
        }
    }
}
