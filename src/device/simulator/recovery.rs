//! The dry-run recovery (trezor-firmware core/src/apps/management/recovery_device): the words of the backup are typed on
//! the device, which says whether they are its seed. Of a backup in several shares, which no plan has, nothing is known.

use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{RecoveryDevice, RecoveryType, Success};

use super::bus::Input;
use super::config::Model;
use super::core::Core;
use super::halt::Halt;
use super::screen::{Button, Kind, Screen};
use crate::keys::{Secret, Seed, SeedForm, WalletIdentity};

/// How many words a backup may have (`select_word_count`).
pub(super) const WORD_COUNTS: [usize; 5] = [12, 18, 20, 24, 33];

const CONFIRM: Kind = Kind::Confirm { hold: false };

impl Core {
    /// The answer to RecoveryDevice, of which only the dry run is simulated: the seed of a simulated device is set
    /// when it starts.
    pub(super) fn check_backup(&mut self, question: &RecoveryDevice) -> Result<Success, Halt> {
        let own = self.config.seed.clone().ok_or_else(Halt::not_initialized)?;
        self.can_check_backup(question)?;
        let screen = Screen::new(
            CONFIRM,
            "confirm_seedcheck",
            "Check backup",
            vec!["Let's do a wallet backup check.".to_owned()],
        );
        self.confirm(ButtonRequestType::ButtonRequest_ProtectCall, screen)?;
        self.ask_pin_again()?;
        let typed = self.typed_backup()?;
        if standard(&typed)? == standard(&own)? {
            self.tell(
                ButtonRequestType::ButtonRequest_Success,
                "success_dry_recovery",
                "The backup is valid and matches the one in this Trezor.",
            )?;
            let message = Some("The seed is valid and matches the one in the device".to_owned());
            return Ok(Success { message, ..Default::default() });
        }
        let differs = "The backup is valid but does not match the one in this Trezor.";
        self.tell(ButtonRequestType::ButtonRequest_Warning, "warning_dry_recovery", differs)?;
        Err(process_error("The seed does not match the one in the device"))
    }

    fn can_check_backup(&self, question: &RecoveryDevice) -> Result<(), Halt> {
        if question.type_() != RecoveryType::DryRun {
            let already = "Already initialized".to_owned();
            return Err(Halt::Failure(FailureType::Failure_UnexpectedMessage, already));
        }
        if self.config.no_backup {
            return Err(process_error("Dry-run not available for seedless devices"));
        }
        if self.config.needs_backup || self.config.unfinished_backup {
            return Err(process_error("Cannot do dry-run without backed-up seed"));
        }
        let forbidden = [
            ("passphrase_protection", question.passphrase_protection.is_some()),
            ("pin_protection", question.pin_protection.is_some()),
            ("language", question.language.is_some()),
            ("label", question.label.is_some()),
            ("u2f_counter", question.u2f_counter.is_some()),
        ];
        if let Some((name, _)) = forbidden.into_iter().find(|(_, set)| *set) {
            return Err(process_error(&format!("Forbidden field set in dry-run: {name}")));
        }
        if question.enforce_wordlist == Some(false) {
            let needed = "Value enforce_wordlist must be True, Trezor Core enforces words automatically.";
            return Err(process_error(needed));
        }
        Ok(())
    }

    /// It is asked for even where the device is unlocked.
    fn ask_pin_again(&mut self) -> Result<(), Halt> {
        let Some(pin) = self.config.pin.clone() else { return Ok(()) };
        let screen = Screen::new(Kind::PinEntry, "pin_device", "Enter PIN", Vec::new());
        match self.interact(ButtonRequestType::ButtonRequest_PinEntry, screen)? {
            Input::Typed(typed) if typed == pin => Ok(()),
            Input::Typed(_) => Err(Halt::Failure(FailureType::Failure_PinInvalid, "PIN invalid".to_owned())),
            Input::Pressed(_) => Err(Halt::pin_cancelled()),
        }
    }

    /// Asks until what is typed is a backup.
    fn typed_backup(&mut self) -> Result<Seed, Halt> {
        loop {
            // The smallest screen says first what comes.
            if self.config.model == Model::SafeThree && !self.goes_on("Select the number of words")? {
                return Err(Halt::cancelled("Cancelled"));
            }
            let count = self.word_count()?;
            if !self.goes_on("Enter your backup")? {
                return Err(Halt::cancelled("Cancelled"));
            }
            let Some(words) = self.words(count)? else { continue };
            let slip39 = matches!(count, 20 | 33);
            let form = if slip39 { SeedForm::Slip39 } else { SeedForm::Bip39 };
            match Seed::parse(form, &words) {
                Ok(seed) if words.expose().split(' ').count() == count => return Ok(seed),
                _ => {
                    let (name, line) = if slip39 {
                        ("warning_invalid_share", "Invalid share entered. Please try again.")
                    } else {
                        ("warning_invalid_seed", "Invalid wallet backup entered. Please try again.")
                    };
                    self.tell(ButtonRequestType::ButtonRequest_Warning, name, line)?;
                }
            }
        }
    }

    fn word_count(&mut self) -> Result<usize, Halt> {
        let ready = self.config.backup.as_ref();
        let ready = ready.map(|words| Secret::new(words.expose().split(' ').count().to_string()));
        let mut screen =
            Screen::new(Kind::WordCountEntry, "recovery_word_count", "Number of words", Vec::new());
        screen.ready = ready;
        if self.config.model == Model::SafeThree {
            screen = screen.of_pages(WORD_COUNTS.map(|count| vec![count.to_string()]).to_vec());
        }
        match self.interact(ButtonRequestType::ButtonRequest_MnemonicWordCount, screen)? {
            Input::Typed(count) => count.expose().parse().map_err(|_| Halt::firmware_error()),
            Input::Pressed(_) => Err(Halt::cancelled("Cancelled")),
        }
    }

    /// The words; none where the person went back.
    fn words(&mut self, count: usize) -> Result<Option<Secret>, Halt> {
        let title = format!("Type {count} words");
        let mut screen = Screen::new(Kind::WordsEntry, "mnemonic", &title, Vec::new());
        screen.ready.clone_from(&self.config.backup);
        Ok(match self.interact(ButtonRequestType::ButtonRequest_MnemonicInput, screen)? {
            Input::Typed(words) => Some(words),
            Input::Pressed(_) => None,
        })
    }

    /// The screen before words are typed; leaving it leads to a question whether the check is to be ended.
    fn goes_on(&mut self, line: &str) -> Result<bool, Halt> {
        loop {
            let screen = Screen::new(CONFIRM, "recovery", "Check backup", vec![line.to_owned()]);
            let code = ButtonRequestType::ButtonRequest_RecoveryHomepage;
            if let Input::Pressed(Button::Confirm) = self.interact(code, screen)? {
                return Ok(true);
            }
            let sure = vec!["Are you sure you want to cancel the backup check?".to_owned()];
            let screen = Screen::new(CONFIRM, "abort_recovery", "Cancel backup check", sure);
            let code = ButtonRequestType::ButtonRequest_ProtectCall;
            if let Input::Pressed(Button::Confirm) = self.interact(code, screen)? {
                return Ok(false);
            }
        }
    }

    /// Something to be acknowledged.
    fn tell(&mut self, code: ButtonRequestType, name: &'static str, line: &str) -> Result<(), Halt> {
        let screen = Screen::new(CONFIRM, name, "Check backup", vec![line.to_owned()]);
        self.interact(code, screen).map(drop)
    }
}

/// The wallet without a passphrase tells seeds apart.
fn standard(seed: &Seed) -> Result<WalletIdentity, Halt> {
    let root = seed.open_as_trezor(&Secret::new(String::new())).map_err(|_| Halt::firmware_error())?;
    root.identity().map_err(|_| Halt::firmware_error())
}

fn process_error(message: &str) -> Halt {
    Halt::Failure(FailureType::Failure_ProcessError, message.to_owned())
}
