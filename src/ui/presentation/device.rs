//! The simulated device's buttons in words, and what a rehearsal types on it.

use crate::ceremony::Moment;
use crate::device::simulator::{Button, Kind, Screen};
use crate::device::{Notice, PassphraseError};
use crate::host::bench::PIN;
use crate::keys::Secret;
use crate::keys::test_seeds::rehearsal_passphrase;
use crate::text::{Catalog, Message, clean};
use crate::ui::typed::Typed;

/// What stands on a button of this screen.
pub fn button(catalog: &Catalog, screen: &Screen, button: Button) -> String {
    catalog.text(match (button, screen.kind) {
        (Button::Confirm, Kind::Confirm { hold: true }) => "button-hold",
        (Button::Confirm, Kind::Skippable) => "button-unread",
        (Button::Confirm, _) => "button-confirm",
        (Button::Cancel, _) => "button-cancel",
        (Button::NextPage, _) => "button-next-page",
        (Button::PreviousPage, _) => "button-previous-page",
        (Button::ShowAll, _) => "button-show-all",
    })
}

/// What stands on the screen: title, the page's lines, which page it is, and what its menu tells.
pub fn screen_lines(catalog: &Catalog, screen: &Screen) -> Vec<String> {
    let mut lines = match screen.kind {
        Kind::Off => vec![catalog.text("device-off")],
        Kind::Locked => vec![catalog.text("device-locked")],
        _ => Vec::new(),
    };
    lines.extend((!screen.title.is_empty()).then(|| screen.title.clone()));
    lines.extend(screen.lines().iter().cloned());
    lines.extend(screen.secret.as_ref().map(|secret| secret.expose().to_owned()));
    lines.extend(page_of(catalog, screen));
    lines.extend(screen.details.iter().map(|(name, value)| format!("{name}: {value}")));
    // What it shows may come from any program.
    lines.iter().map(|line| clean(line)).collect()
}

/// Which of several pages is shown.
pub fn page_of(catalog: &Catalog, screen: &Screen) -> Option<String> {
    let message = Message::new("device-page").with("page", screen.page()).with("pages", screen.pages());
    (screen.pages() > 1).then(|| catalog.say(&message))
}

/// What a rehearsal types on the simulated device now, and the id of its name: the published PIN, the passphrase of
/// the wallet that is being opened, or nothing for the wallet without one.
pub fn rehearsal_text(
    screen: &Screen,
    moment: Option<&Moment>,
    notice: Option<&Notice>,
) -> Option<(&'static str, Secret)> {
    match (screen.kind, moment) {
        (Kind::PinEntry, _) => Some(("type-rehearsal-pin", Secret::new(PIN.to_owned()))),
        (Kind::PassphraseEntry, _) if notice == Some(&Notice::EmptyPassphraseOnDevice) => {
            Some(("type-empty", Secret::new(String::new())))
        }
        (Kind::WordCountEntry | Kind::WordsEntry, _) => {
            screen.ready.clone().map(|ready| ("type-rehearsal-backup", ready))
        }
        (Kind::PassphraseEntry, Some(Moment::Enter { wallet, .. } | Moment::Reopen { wallet, .. })) => {
            Some(("type-rehearsal-passphrase", rehearsal_passphrase(&wallet.name)))
        }
        _ => None,
    }
}

/// The id of what can be said of a passphrase that is being typed on the laptop, without saying any of it.
pub fn passphrase_state(typed: &Typed) -> &'static str {
    match typed.check() {
        Ok(()) => "typed-good",
        Err(PassphraseError::Empty) => "typed-nothing",
        Err(PassphraseError::OuterSpace) => "typed-outer-space",
        Err(PassphraseError::TooLong) => "typed-too-long",
        Err(_) => "typed-strange",
    }
}

/// The same of what is typed on a simulated device's screen; a PIN has digits only.
pub fn typed_state(screen: &Screen, typed: &Typed) -> &'static str {
    match screen.kind {
        Kind::PinEntry | Kind::WordCountEntry | Kind::WordsEntry if typed.bytes() == 0 => "typed-nothing",
        Kind::PinEntry if typed.has_only_digits() => "typed-good",
        Kind::PinEntry => "typed-no-digits",
        Kind::WordCountEntry | Kind::WordsEntry => "typed-good",
        _ => passphrase_state(typed),
    }
}
