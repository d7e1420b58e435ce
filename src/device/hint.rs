//! What a person is told about notices and hindrances.

use super::{Hindrance, Notice};
use crate::text::{Message, Problem};

/// The screens of trezor-firmware's core models that a ceremony meets (core/src/trezor/ui/layouts), each with a hint.
const SCREENS: [&str; 24] = [
    "authenticate_device",
    "show_address",
    "show_pubkey",
    "sign_message",
    "verify_message",
    "confirm_address",
    "confirm_typed_value",
    "should_show_struct",
    "confirm_message_hash",
    "confirm_typed_data_final",
    "passphrase_host1",
    "passphrase_host1_hidden",
    "passphrase_host2",
    "path_warning",
    "ping",
    "confirm_seedcheck",
    "abort_recovery",
    "recovery",
    "recovery_word_count",
    "mnemonic",
    "warning_invalid_share",
    "warning_invalid_seed",
    "success_dry_recovery",
    "warning_dry_recovery",
];

impl Notice {
    /// What the person is to do now: `device-screen-<name>`, with `_` written `-`.
    pub fn hint(&self) -> Message {
        match self {
            Self::PassphraseOnDevice => Message::new("device-screen-passphrase-device"),
            Self::EmptyPassphraseOnDevice => Message::new("device-screen-passphrase-device-empty"),
            Self::PinOnDevice => Message::new("device-screen-pin-device"),
            Self::PinMatrix => Message::new("device-screen-pin-matrix"),
            Self::Button { name, .. } if SCREENS.contains(&name.as_str()) => {
                Message::new(format!("device-screen-{}", name.replace('_', "-")))
            }
            Self::Button { name, .. } => Message::new("device-screen-other").with("name", name),
        }
    }
}

impl Hindrance {
    /// Every hindrance, in the order in which they are best removed.
    pub const ALL: [Self; 11] = [
        Self::UnsupportedModel,
        Self::Bootloader,
        Self::OldFirmware,
        Self::Uninitialized,
        Self::Locked,
        Self::NoPin,
        Self::PassphraseOff,
        Self::NoBackup,
        Self::UnfinishedBackup,
        Self::SafetyChecksNotStrict,
        Self::NoEthereum,
    ];

    /// Its name in files and messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Uninitialized => "uninitialized",
            Self::Bootloader => "bootloader",
            Self::Locked => "locked",
            Self::NoPin => "no-pin",
            Self::PassphraseOff => "passphrase-off",
            Self::NoBackup => "no-backup",
            Self::UnfinishedBackup => "unfinished-backup",
            Self::SafetyChecksNotStrict => "safety-checks-not-strict",
            Self::NoEthereum => "no-ethereum",
            Self::OldFirmware => "old-firmware",
            Self::UnsupportedModel => "unsupported-model",
        }
    }

    /// What stands in the way, and what to do about it.
    pub fn problem(self) -> Problem {
        Problem::device(match self {
            Self::Uninitialized => "hindrance-uninitialized",
            Self::Bootloader => "hindrance-bootloader",
            Self::Locked => "hindrance-locked",
            Self::NoPin => "hindrance-no-pin",
            Self::PassphraseOff => "hindrance-passphrase-off",
            Self::NoBackup => "hindrance-no-backup",
            Self::UnfinishedBackup => "hindrance-unfinished-backup",
            Self::SafetyChecksNotStrict => "hindrance-safety-checks-not-strict",
            Self::NoEthereum => "hindrance-no-ethereum",
            Self::OldFirmware => "hindrance-old-firmware",
            Self::UnsupportedModel => "hindrance-unsupported-model",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalog, Lang};

    #[test]
    fn every_notice_has_a_hint_in_both_languages() {
        let buttons = SCREENS.map(|name| Notice::Button { name: name.to_owned(), pages: Some(1) });
        let others = [
            Notice::Button { name: "confirm_output".to_owned(), pages: None },
            Notice::PassphraseOnDevice,
            Notice::EmptyPassphraseOnDevice,
            Notice::PinOnDevice,
            Notice::PinMatrix,
        ];
        for lang in [Lang::En, Lang::Ja] {
            let catalog = Catalog::new(lang);
            for notice in buttons.iter().chain(&others) {
                assert!(catalog.has(notice.hint().id()), "{} in {}", notice.hint().id(), lang.code());
            }
        }
    }

    #[test]
    fn every_hindrance_has_a_cause_and_a_remedy_under_its_written_name() {
        let catalog = Catalog::new(Lang::Ja);
        for hindrance in Hindrance::ALL {
            assert_eq!(serde_json::to_value(hindrance).unwrap(), hindrance.name());
            let problem = hindrance.problem();
            assert_eq!(problem.id(), format!("hindrance-{}", hindrance.name()));
            assert!(catalog.has(problem.cause().id()), "{}", problem.cause().id());
            assert!(catalog.has(problem.remedy().id()), "{}", problem.remedy().id());
        }
    }

    #[test]
    fn an_unknown_screen_is_named_and_cleaned() {
        let notice = Notice::Button { name: "new\u{1b}[2J".to_owned(), pages: None };
        let said = Catalog::new(Lang::En).say(&notice.hint());
        assert!(said.contains("new\\u{1b}[2J"), "{said}");
    }
}
