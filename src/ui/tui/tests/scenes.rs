//! Every screen there is, as models made by the messages and keys that lead there.

use KeyCode::{Char, Enter, F, Tab};
use crossterm::event::KeyCode;

use super::devices::DeviceScreens;
use super::*;
use crate::ceremony::{Moment, Question, Sheet, Showing};
use crate::device::Notice;
use crate::device::simulator::Screen;
use crate::keys::{AddressPath, Digest};
use crate::plan::{EntryPlace, WalletId, WitnessMeans};
use crate::text::Problem;
use crate::ui::presentation::tests::{briefing, moments, show_address};

/// A screen by its name.
pub struct Scene {
    pub name: String,
    pub model: Model,
}

/// Names for every variant of a type. The match has no arm for the rest: a new variant is named here, and then drawn
/// in some scene, or a test fails.
macro_rules! variants {
    ($all:ident, $name:ident, $of:ty { $($pattern:pat $(if $guard:expr)? => $text:literal,)+ }) => {
        pub const $all: &[&str] = &[$($text,)+];
        pub fn $name(it: &$of) -> &'static str {
            match it { $($pattern $(if $guard)? => $text,)+ }
        }
    };
}

variants!(MOMENTS, moment_name, Moment {
    Moment::PlugIn { .. } => "plug-in",
    Moment::Identify { .. } => "identify",
    Moment::CheckDevice { .. } => "check-device",
    Moment::CheckBackup { .. } => "check-backup",
    Moment::CommitSeed { asks: true, .. } => "commit-seed-asks",
    Moment::CommitSeed { .. } => "commit-seed",
    Moment::Enter { place: EntryPlace::Host, .. } => "enter-laptop",
    Moment::Enter { of: 1, .. } => "enter-known",
    Moment::Enter { entry: 1, .. } => "enter-first",
    Moment::Enter { .. } => "enter-second",
    Moment::Reopen { place: EntryPlace::Host, .. } => "reopen-laptop",
    Moment::Reopen { .. } => "reopen",
    Moment::ReadAccount { .. } => "read-account",
    Moment::ShowAddress { sheet: Some(Sheet::Write), .. } => "show-first-address",
    Moment::ShowAddress { sheet: Some(Sheet::Compare), .. } => "show-first-address-known",
    Moment::ShowAddress { .. } => "show-address",
    Moment::CompareSheet { .. } => "compare-sheet",
    Moment::Review(review) if review.is_next => "review",
    Moment::Review(_) => "review-first",
    Moment::Compare { .. } => "compare",
    Moment::Sign { .. } => "sign",
    Moment::CompareSafeTx(page) if !page.warnings.is_empty() => "compare-safe-tx-warned",
    Moment::CompareSafeTx(_) => "compare-safe-tx",
    Moment::SignSafeTx(_, Showing::ValuesAndHash) => "sign-safe-tx",
    Moment::SignSafeTx(_, Showing::Values) => "sign-safe-tx-older",
    Moment::SignSafeTx(_, Showing::Hashes) => "sign-safe-tx-hashes",
    Moment::Witness(page) if page.signs == WitnessMeans::Paper => "witness-paper",
    Moment::Witness(_) => "witness",
    Moment::Drill { .. } => "drill",
    Moment::Drilled { left_out, .. } if left_out.is_empty() => "drilled",
    Moment::Drilled { .. } => "drilled-missing",
    Moment::EndSessions { .. } => "end-sessions",
    Moment::Combine => "combine",
    Moment::Finished { member: Some(_) } => "finished-member",
    Moment::Finished { member: None } => "finished-team",
});

variants!(QUESTIONS, question_name, Question {
    Question::Ready => "ready",
    Question::SameAddress { written: false, .. } => "same-address",
    Question::SameAddress { .. } => "same-address-sheet",
    Question::SameSheet { .. } => "same-sheet",
    Question::Reviewed => "reviewed",
    Question::SameDigest { .. } => "same-digest",
    Question::SameSafeTx { .. } => "same-safe-tx",
    Question::LeaveOut { .. } => "leave-out",
    Question::Unplugged { .. } => "unplugged",
});

variants!(NOTICES, notice_name, Notice {
    Notice::Button { .. } => "button",
    Notice::PassphraseOnDevice => "passphrase",
    Notice::EmptyPassphraseOnDevice => "empty-passphrase",
    Notice::PinOnDevice => "pin",
    Notice::PinMatrix => "pin-matrix",
});

variants!(PROMPTS, prompt_name, Prompt {
    Prompt::Choose { asked: Asked::Question(_), sure: None, .. } => "question",
    Prompt::Choose { asked: Asked::Question(_), sure: Some(false), .. } => "question-sure",
    Prompt::Choose { asked: Asked::Question(_), sure: Some(true), .. } => "question-y",
    Prompt::Choose { asked: Asked::Briefing(_), .. } => "briefing",
    Prompt::Choose { asked: Asked::Trouble(_), .. } => "trouble",
    Prompt::Exception { .. } => "exception",
    Prompt::Passphrase { refused: None, .. } => "passphrase",
    Prompt::Passphrase { .. } => "passphrase-refused",
    Prompt::PinMatrix(_) => "pin-matrix",
    Prompt::Over => "over",
});

variants!(OVERLAYS, overlay_name, Overlay {
    Overlay::Help => "help",
    Overlay::Stop(false) => "stop",
    Overlay::Stop(true) => "stop-y",
});

variants!(NOTES, note_name, Note {
    Note::Unread => "unread",
    Note::CannotType => "cannot-type",
    Note::Unseen => "unseen",
});

fn moment(name: &str) -> Moment {
    moments().into_iter().find(|moment| moment_name(moment) == name).unwrap()
}

fn scene(name: impl Into<String>, model: Model) -> Scene {
    Scene { name: name.into(), model }
}

/// At a moment, after these messages and these keys.
fn led(moment_name: &str, told: Vec<Told>, keys: &[KeyCode]) -> Model {
    let mut model = at(moment(moment_name));
    let line = r#"{"seq":6,"event":{"address-confirmed":{"role":"obol-1-3"}}}"#;
    tell(&mut model, Told::Recorded(line.to_owned()));
    for told in told {
        tell(&mut model, told);
    }
    model.drawn(Some(0));
    press(&mut model, keys.iter().copied());
    model
}

fn button(name: &str) -> Notice {
    Notice::Button { name: name.to_owned(), pages: Some(1) }
}

/// The same with this on the simulated device's screen.
fn with_device(mut model: Model, screen: &Screen, keys: &[KeyCode]) -> Model {
    update(&mut model, Msg::Screen(Some(screen.clone())));
    press(&mut model, keys.iter().copied());
    model
}

/// Every screen.
pub fn scenes() -> Vec<Scene> {
    let mut scenes = vec![scene("waiting", model()), scene("briefing", warned())];
    scenes.extend(MOMENTS.iter().map(|name| scene(format!("moment-{name}"), led(name, Vec::new(), &[]))));
    scenes.extend(questions());
    scenes.extend(troubles());
    scenes.extend(exceptions());
    scenes.extend(typed_on_the_laptop());
    scenes.extend(real_device());
    scenes.extend(simulated_device());
    scenes.extend(overlays());
    scenes
}

/// Before the first moment, with the plan's warnings to read.
fn warned() -> Model {
    let mut model = model();
    tell(&mut model, Told::Briefing(briefing()));
    model
}

fn questions() -> Vec<Scene> {
    let path = AddressPath::new(10, 0, 3).unwrap();
    let Moment::ShowAddress { address, .. } = show_address() else { unreachable!() };
    let (file, digest) = ("public/parts/member-1.json".to_owned(), Digest::of("abc"));
    let asked = [
        ("enter-first", Question::Ready),
        ("show-address", Question::SameAddress { address, path, written: false }),
        ("show-first-address", Question::SameAddress { address, path, written: true }),
        ("compare-sheet", Question::SameSheet { wallet: wallet() }),
        ("compare", Question::SameDigest { file, digest }),
        ("compare-safe-tx", Question::SameSafeTx { hash: digest }),
        ("review", Question::Reviewed),
        ("enter-known", Question::LeaveOut { wallet: wallet() }),
        ("end-sessions", Question::Unplugged { member: "member-1".to_owned() }),
    ];
    let mut scenes: Vec<_> = asked
        .iter()
        .map(|(moment, question)| {
            let name = format!("question-{}", question_name(question));
            scene(name, led(moment, vec![Told::Question(question.clone())], &[]))
        })
        .collect();
    let digest = || vec![Told::Question(asked[4].1.clone())];
    scenes.push(scene("question-sure", led("compare", digest(), &[Enter])));
    scenes.push(scene("question-sure-y", led("compare", digest(), &[Enter, Char('y')])));
    let mut unread = led("compare", digest(), &[]);
    (unread.read, unread.scroll_max) = (false, 2);
    press(&mut unread, [Enter]);
    scenes.push(scene("question-unread", unread));
    scenes
}

fn troubles() -> Vec<Scene> {
    let Moment::ShowAddress { address, path, .. } = show_address() else { unreachable!() };
    let other = "0x4FC5bCeb8A5b3eaCfE2d2f1A62c2Ba0Bd5fDb3c2".to_lowercase();
    let other = crate::keys::Address::from_bytes(hex::decode(&other[2..]).unwrap().try_into().unwrap());
    let problems = [
        ("enter-second", Problem::device("wallet-differs").with("wallet", wallet())),
        ("show-address", Problem::device("device-refused")),
        (
            "show-address",
            Problem::device("address-mismatch")
                .with("derived", address)
                .with("path", path)
                .with("shown", other),
        ),
        ("show-address", Problem::device("address-disputed").with("derived", address).with("path", path)),
        (
            "show-address",
            Problem::device("address-unexpected")
                .with("role", "obol-1-4")
                .with("derived", address)
                .with("expected", other),
        ),
        ("compare-sheet", Problem::device("sheet-differs").with("wallet", wallet())),
        ("sign", Problem::device("signer-mismatch").with("expected", address).with("said", other)),
    ];
    let troubles = problems.into_iter().map(|(moment, problem)| {
        scene(format!("trouble-{}", problem.id()), led(moment, vec![Told::Trouble(problem.clone())], &[]))
    });
    troubles.collect()
}

fn wallet() -> WalletId {
    WalletId::new("member-1", "TeamFunds")
}

fn exceptions() -> Vec<Scene> {
    let form = |lines: [&str; 3], last: &[KeyCode]| {
        let mut model = led("enter-first", vec![Told::Question(Question::Ready)], &[Char('x')]);
        for (at, line) in lines.into_iter().enumerate() {
            write(&mut model, line);
            press(&mut model, (at < 2).then_some(Enter));
        }
        press(&mut model, last.iter().copied());
        model
    };
    let long = "a word too many ".repeat(13);
    let lines = ["two people at the table", "the witness left the room", "we wait for her"];
    vec![
        scene("exception-empty", led("enter-first", vec![Told::Question(Question::Ready)], &[Char('x')])),
        scene("exception-refused", form([lines[0], "", ""], &[Enter])),
        scene("exception-sure", form(lines, &[Enter, Char('y')])),
        scene("exception-long", form([&long, &long, &long], &[])),
        scene("exception-long-sure", form([&long, &long, &long], &[Enter])),
    ]
}

fn typed_on_the_laptop() -> Vec<Scene> {
    let typing = |text: &str, keys: &[KeyCode]| {
        let mut model = led("enter-second", vec![Told::Passphrase(wallet())], &[]);
        write(&mut model, text);
        press(&mut model, keys.iter().copied());
        model
    };
    let mut matrix = led("identify", vec![Told::Notice(Notice::PinMatrix)], &[]);
    write(&mut matrix, "7913");
    vec![
        scene("passphrase-nothing", typing("", &[])),
        scene("passphrase-good", typing("", &[F(4)])),
        scene("passphrase-strange", typing("caf\u{e9}", &[])),
        scene("passphrase-outer-space", typing("a b ", &[])),
        scene("passphrase-too-long", typing(&"a".repeat(51), &[])),
        scene("passphrase-refused", typing("caf\u{e9}", &[Enter])),
        scene("pin-matrix", matrix),
    ]
}

/// What a device that is not simulated waits for: only the laptop's page is on the screen.
fn real_device() -> Vec<Scene> {
    let waits = [
        ("identify", Notice::PinOnDevice),
        ("commit-seed-asks", Notice::EmptyPassphraseOnDevice),
        ("enter-second", Notice::PassphraseOnDevice),
        ("show-address", button("show_address")),
        ("sign", button("sign_message")),
        ("sign", button("path_warning")),
        ("sign", button("a_new_screen")),
        ("sign-safe-tx", button("confirm_typed_value")),
    ];
    let mut scenes: Vec<_> = waits
        .into_iter()
        .enumerate()
        .map(|(at, (moment, notice))| {
            let name = format!("real-{}-{}", at + 1, notice_name(&notice));
            let mut model = led(moment, vec![Told::Notice(notice)], &[]);
            model.header.rehearsal = false;
            scene(name, model)
        })
        .collect();
    let mut stopping = led("sign", vec![Told::Notice(button("sign_message"))], &[]);
    update(&mut stopping, ctrl_c());
    scenes.push(scene("stopping", stopping));
    scenes
}

fn simulated_device() -> Vec<Scene> {
    let DeviceScreens { home, pin, count, words, passphrase, address, signer, first, last } =
        DeviceScreens::take();
    let entering = || led("enter-second", vec![Told::Notice(Notice::PassphraseOnDevice)], &[]);
    let mut strange = with_device(entering(), &passphrase, &[]);
    write(&mut strange, "caf\u{e9}");
    let mut cannot = with_device(entering(), &passphrase, &[F(4)]);
    update(&mut cannot, Msg::NotTaken);
    let signing = |screen, keys: &[_]| {
        with_device(led("sign", vec![Told::Notice(button("sign_message"))], &[]), screen, keys)
    };
    let checking = |name| led("check-backup", vec![Told::Notice(button(name))], &[]);
    let pin_asked = || led("identify", vec![Told::Notice(Notice::PinOnDevice)], &[]);
    let new_wallet = || led("show-first-address", vec![Told::Notice(button("show_address"))], &[]);
    let shown = || led("show-address", vec![Told::Notice(button("show_address"))], &[]);
    let ready = led("enter-first", vec![Told::Question(Question::Ready)], &[]);
    vec![
        scene("device-home", with_device(ready, &home, &[])),
        scene("device-pin", with_device(pin_asked(), &pin, &[])),
        scene("device-pin-typed", with_device(pin_asked(), &pin, &[F(4)])),
        scene("device-word-count", with_device(checking("recovery_word_count"), &count, &[F(4)])),
        scene("device-words", with_device(checking("mnemonic"), &words, &[F(4)])),
        scene("device-passphrase", with_device(entering(), &passphrase, &[])),
        scene("device-passphrase-typed", with_device(entering(), &passphrase, &[F(4)])),
        scene("device-passphrase-strange", strange),
        scene("device-cannot-type", cannot),
        scene("device-address", with_device(shown(), &address, &[])),
        scene("device-address-first", with_device(new_wallet(), &address, &[])),
        scene("device-address-focus", with_device(shown(), &address, &[Tab])),
        scene("device-signer", signing(&signer, &[])),
        scene("device-statement", signing(&first, &[])),
        scene("device-statement-last", signing(&last, &[])),
        scene("device-statement-held", signing(&last, &[F(5)])),
    ]
}

fn overlays() -> Vec<Scene> {
    let mut unseen = led("show-address", Vec::new(), &[]);
    unseen.drawn(None);
    press(&mut unseen, [Enter]);
    let over = |name| led(name, vec![Told::Over], &[]);
    vec![
        scene("over-member", over("finished-member")),
        scene("over-team", over("finished-team")),
        scene("help", led("compare", Vec::new(), &[Char('?')])),
        scene("stop", led("compare", Vec::new(), &[Char('q')])),
        scene("stop-again", {
            let mut model = led("compare", Vec::new(), &[Char('q')]);
            model.header.again = true;
            model
        }),
        scene("stop-y", led("compare", Vec::new(), &[Char('q'), Char('y')])),
        scene("unseen", unseen),
    ]
}
