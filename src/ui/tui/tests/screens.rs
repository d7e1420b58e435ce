//! What every screen looks like, in both languages, at the smallest size and at a wide one.

use crossterm::event::KeyCode;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::Buffer;
use ratatui::style::Color;

use super::*;
use crate::ceremony::Question;
use crate::device::Notice;
use crate::device::simulator::{Panel, Screen, SimulatorConfig, start};
use crate::device::trezor::Driver;
use crate::device::{Attendant, CancelFlag, Device, Entry, Reply};
use crate::keys::{AddressPath, Secret, Seed, SeedForm, test_seeds};
use crate::plan::WalletId;
use crate::text::{Catalog, Lang};
use crate::ui::presentation::Asked;
use crate::ui::presentation::tests::{moments, questions, show_address};
use crate::ui::presentation::wrap::columns;
use crate::ui::tui::view::{Theme, draw};

const SIZES: [(u16, u16); 2] = [(80, 24), (132, 40)];

fn buffer(model: &mut Model, lang: Lang, (width, height): (u16, u16), colour: bool) -> Buffer {
    let catalog = Catalog::new(lang);
    let mut terminal = Terminal::new(TestBackend::new(width, height)).unwrap();
    let mut beyond = None;
    terminal.draw(|frame| beyond = draw(frame, model, &catalog, Theme::new(colour))).unwrap();
    model.drawn(beyond);
    terminal.backend().buffer().clone()
}

/// The screen as text: the cell behind a wide character is not counted.
fn text(model: &mut Model, lang: Lang, size: (u16, u16)) -> String {
    let buffer = buffer(model, lang, size, false);
    let mut text = String::new();
    for y in 0..size.1 {
        let mut skip = 0;
        let mut line = String::new();
        for x in 0..size.0 {
            if skip > 0 {
                skip -= 1;
                continue;
            }
            let symbol = buffer[(x, y)].symbol();
            skip = columns(symbol).saturating_sub(1);
            line.push_str(symbol);
        }
        assert_eq!(columns(&line), usize::from(size.0), "row {y} is out of line: {line}");
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

/// Pictures of the same model in both languages, at these sizes.
fn gallery_at(sizes: &[(u16, u16)], make: impl Fn() -> Model) -> String {
    let mut out = String::new();
    for lang in [Lang::En, Lang::Ja] {
        for size in sizes {
            out.push_str(&text(&mut make(), lang, *size));
            out.push('\n');
        }
    }
    out
}

/// Pictures at the smallest size.
fn gallery(make: impl Fn() -> Model) -> String {
    gallery_at(&SIZES[..1], make)
}

/// Looks at what stands on the simulated device's screen when it first waits for an address or a statement.
struct Looker {
    panel: Panel,
    seen: Vec<Screen>,
}

impl Attendant for Looker {
    fn notice(&mut self, _: &Notice) -> Reply {
        let (_, screen) = self.panel.screen();
        let typing = screen.takes_text();
        self.seen.push(screen);
        if typing {
            self.panel.enter(&Secret::new("rehearsal Vault".to_owned()));
            return Reply::Go;
        }
        Reply::Cancel
    }
}

/// The device's screens for a passphrase and for an address.
fn device_screens() -> [Screen; 2] {
    let words = test_seeds::test_seed(20, SeedForm::Slip39, 1).unwrap();
    let seed = Seed::parse(SeedForm::Slip39, &Secret::new(words.to_owned())).unwrap();
    let panel = start(SimulatorConfig { seed: Some(seed), ..SimulatorConfig::default() });
    let mut looker = Looker { panel: panel.clone(), seen: Vec::new() };
    let mut driver = Driver::new(Box::new(panel), CancelFlag::default());
    driver.open(&Entry::OnDevice, &mut looker).unwrap();
    driver.show_address(AddressPath::new(10, 0, 3).unwrap(), &mut looker).unwrap_err();
    looker.seen.try_into().unwrap()
}

fn on_device(moment: Moment, screen: &Screen, notice: Notice) -> Model {
    let mut model = at(moment);
    let line = r#"{"seq":6,"event":{"address-confirmed":{"role":"obol-1-3"}}}"#;
    tell(&mut model, Told::Recorded(line.to_owned()));
    tell(&mut model, Told::Notice(notice));
    update(&mut model, Msg::Screen(Some(screen.clone())));
    model
}

fn show_address_on_device(screen: &Screen) -> Model {
    let notice = Notice::Button { name: "show_address".to_owned(), pages: Some(1) };
    on_device(show_address(), screen, notice)
}

#[test]
fn every_moment() {
    let all: String = moments().into_iter().map(|moment| gallery(|| at(moment.clone()))).collect();
    insta::assert_snapshot!(all);
}

#[test]
fn a_passphrase_and_an_address_on_the_simulated_device() {
    let [typing, address] = device_screens();
    let entering = || {
        let mut model = on_device(moments()[3].clone(), &typing, Notice::PassphraseOnDevice);
        press(&mut model, [KeyCode::F(4)]);
        model
    };
    assert_eq!(entering().typed.bytes(), "rehearsal TeamFunds".len());
    let pictures = gallery(entering) + &gallery_at(&SIZES, || show_address_on_device(&address));
    insta::assert_snapshot!(pictures);
}

#[test]
fn every_question() {
    let ask = |asked: &Asked| {
        let mut model = at(show_address());
        tell(
            &mut model,
            match asked.clone() {
                Asked::Briefing(briefing) => Told::Briefing(briefing),
                Asked::Question(question) => Told::Question(question),
                Asked::Trouble(problem) => Told::Trouble(problem),
            },
        );
        model
    };
    let all: String = questions().iter().map(|asked| gallery(|| ask(asked))).collect();
    insta::assert_snapshot!(all);
}

#[test]
fn forms_confirmations_and_what_lies_on_top() {
    let ready = || {
        let mut model = at(moments()[9].clone());
        tell(
            &mut model,
            Told::Question(Question::SameDigest {
                file: "f".to_owned(),
                digest: crate::keys::Digest::of("abc"),
            }),
        );
        // Drawn once, so that what it asks about was read.
        text(&mut model, Lang::En, SIZES[0]);
        model
    };
    let after = |keys: &[KeyCode]| {
        let mut model = ready();
        press(&mut model, keys.iter().copied());
        model
    };
    let host = || {
        let mut model = at(moments()[3].clone());
        let wallet = WalletId { custodian: "member-1".to_owned(), name: "TeamFunds".to_owned() };
        tell(&mut model, Told::Passphrase(wallet));
        press(&mut model, [KeyCode::F(4)]);
        model
    };
    let over = || {
        let mut model = at(Moment::Finished { member: None });
        tell(&mut model, Told::Over);
        model
    };
    use KeyCode::{Char, Enter, F};
    let form = [Char('x'), Char('a'), Enter, Char('b')];
    let pictures = [
        gallery(|| after(&[Enter, Char('y')])),
        gallery(|| after(&form)),
        gallery(|| after(&[Char('q')])),
        gallery(|| after(&[F(1)])),
        gallery(host),
        gallery(over),
    ];
    insta::assert_snapshot!(pictures.concat());
}

#[test]
fn without_colour_nothing_has_a_colour_and_the_marks_are_words() {
    let mut model = at(show_address());
    let plain = buffer(&mut model, Lang::En, SIZES[0], false);
    assert!(plain.content.iter().all(|cell| cell.fg == Color::Reset && cell.bg == Color::Reset));
    let coloured = buffer(&mut model, Lang::En, SIZES[0], true);
    assert!(coloured.content.iter().any(|cell| cell.fg != Color::Reset));
    let first = text(&mut model, Lang::En, SIZES[0]).lines().next().unwrap().to_owned();
    assert!(first.contains("REHEARSAL") && first.contains("TESTNET"), "{first}");
}

#[test]
fn a_terminal_that_is_too_small_says_so_and_any_size_is_drawn() {
    let mut model = at(show_address());
    let small = buffer(&mut model, Lang::Ja, (60, 10), false);
    assert!(small.content.iter().any(|cell| cell.symbol() == "端"));
    let [_, address] = device_screens();
    for size in [(1, 1), (3, 50), (80, 24), (81, 25), (200, 24), (80, 70), (300, 100)] {
        for lang in [Lang::En, Lang::Ja] {
            buffer(&mut show_address_on_device(&address), lang, size, true);
        }
    }
}

#[test]
fn the_whole_address_and_the_whole_path_are_on_the_smallest_screen() {
    let [_, address] = device_screens();
    for lang in [Lang::En, Lang::Ja] {
        let picture = text(&mut show_address_on_device(&address), lang, SIZES[0]);
        assert!(
            picture.contains("0x 73d0 385F 4d8E 00C5 e650") && picture.contains("4C60 30F4 7BF6 2127 36A8")
        );
        assert!(picture.contains("m/44'/60'/10'/0/3"));
    }
}
