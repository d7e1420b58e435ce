//! A laptop drives the device while somebody, or nobody, stands by it.

use std::io::{self, BufReader, PipeReader, PipeWriter, Write};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::thread;

use protobuf::Message;
use trezor_client::TrezorMessage;
use trezor_client::protos::{ButtonAck, Ping};
use trezor_client::transport::ProtoMessage;

use super::*;
use crate::device::simulator::{Hand, SimulatorConfig, start};
use crate::device::trezor::{Channel, Driver};
use crate::device::{Attendant, CancelFlag, Device, DeviceError, Entry, Notice, Reply};
use crate::keys::{AddressPath, Secret, Seed, SeedForm};
use crate::text::Lang;
use crate::ui::plain::Lines;

const SECRET: &str = "hunter2 hunter2";

/// Leaves the device to whoever stands there.
struct Laptop;

impl Attendant for Laptop {
    fn notice(&mut self, _: &Notice) -> Reply {
        Reply::Go
    }
}

fn panel() -> Panel {
    let words = Secret::new(["all"; 12].join(" "));
    let seed = Seed::parse(SeedForm::Bip39, &words).ok();
    start(SimulatorConfig { seed, pin: Some(Secret::new("1234".to_owned())), ..Default::default() })
}

fn driver(panel: &Panel) -> Driver {
    Driver::new(Box::new(panel.clone()), CancelFlag::default())
}

fn path() -> AddressPath {
    AddressPath::from_tail("0'/0/0").unwrap()
}

/// A person who answers each question with the first of these labels that is offered, and types the next of these
/// texts where a text is asked for; everything that was written is kept.
struct Person {
    written: Arc<Mutex<String>>,
    read: usize,
    says: PipeWriter,
    prefers: Vec<&'static str>,
    texts: Vec<&'static str>,
}

impl Write for Person {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.written.lock().unwrap().push_str(std::str::from_utf8(bytes).unwrap());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        let written = self.written.lock().unwrap().clone();
        let news = &written[self.read..];
        self.read = written.len();
        let offered: Vec<_> =
            news.lines().filter_map(|line| line.strip_prefix("  ")?.split_once("  ")).collect();
        let pick = |wanted: &&str| offered.iter().find(|(_, label)| label.starts_with(*wanted));
        let answer = match self.prefers.iter().find_map(pick) {
            Some((number, _)) => (*number).to_owned(),
            None => self.texts.remove(0).to_owned(),
        };
        writeln!(self.says, "{answer}")
    }
}

/// Somebody at this device while `laptop` runs; returns what that gave, and all that was written.
fn stand_by<T>(
    panel: &Panel,
    prefers: &[&'static str],
    texts: &[&'static str],
    laptop: impl FnOnce(&mut Driver) -> T,
) -> (T, String) {
    let (hears, says) = io::pipe().unwrap();
    let written = Arc::new(Mutex::new(String::new()));
    let mut person =
        Person { written: written.clone(), read: 0, says, prefers: prefers.to_vec(), texts: texts.to_vec() };
    let over = AtomicBool::new(false);
    let result = thread::scope(|scope| {
        scope.spawn(|| {
            let catalog = Catalog::new(Lang::En);
            by_hand(&catalog, panel, lines(hears), &mut person, &|| over.load(Ordering::SeqCst));
        });
        let result = laptop(&mut driver(panel));
        over.store(true, Ordering::SeqCst);
        result
    });
    let written = written.lock().unwrap().clone();
    (result, written)
}

fn lines(input: PipeReader) -> Lines<BufReader<PipeReader>> {
    Lines::new(BufReader::new(input), false)
}

#[test]
fn a_person_unlocks_types_reads_and_confirms() {
    let panel = panel();
    // The wrong number, a passphrase that no device's keyboard has, and then the right ones.
    let texts = ["12a", "1234", "caf\u{e9}", SECRET];
    let prefers = ["Type a", "Next page", "Hold", "Confirm"];
    let (signed, written) = stand_by(&panel, &prefers, &texts, |driver| {
        driver.open(&Entry::OnDevice, &mut Laptop).unwrap();
        driver.show_address(path(), &mut Laptop).unwrap();
        driver.sign(path(), &"statement ".repeat(20), &mut Laptop).unwrap()
    });
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(["all"; 12].join(" "))).unwrap();
    let root = seed.open(&Secret::new(SECRET.to_owned())).unwrap();
    assert_eq!(signed.address, root.address(&path().indices()).unwrap());
    assert_eq!(written.matches("The device's keyboard cannot type this.").count(), 2, "{written}");
    assert!(written.contains("page 2 of"), "{written}");
    assert!(!written.contains("hunter2") && !written.contains("1234"), "{written}");
}

#[test]
fn a_person_refuses() {
    let panel = panel();
    let (result, _) = stand_by(&panel, &["Type a", "Cancel"], &["1234", ""], |driver| {
        driver.open(&Entry::OnDevice, &mut Laptop).unwrap();
        driver.show_address(path(), &mut Laptop)
    });
    assert_eq!(result, Err(DeviceError::Refused));
}

#[test]
fn a_number_that_is_not_offered_is_asked_for_again() {
    let panel = panel();
    let (result, written) = stand_by(&panel, &[], &["7", "0", "", "one", "1", "1234", "2"], |driver| {
        driver.open(&Entry::OnDevice, &mut Laptop)
    });
    assert_eq!(result.err(), Some(DeviceError::Refused));
    assert_eq!(written.matches("Please type one of the numbers above.").count(), 4, "{written}");
}

/// Says the same for ever.
struct Same;

impl io::Read for Same {
    fn read(&mut self, bytes: &mut [u8]) -> io::Result<usize> {
        (&b"1\n"[..]).read(bytes)
    }
}

#[test]
fn a_script_that_always_says_the_same_is_heard() {
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(["all"; 12].join(" "))).ok();
    let panel = start(SimulatorConfig { seed, ..Default::default() });
    let over = AtomicBool::new(false);
    thread::scope(|scope| {
        scope.spawn(|| {
            let lines = Lines::new(BufReader::new(Same), false);
            let stops = || over.load(Ordering::SeqCst);
            by_hand(&Catalog::new(Lang::En), &panel, lines, &mut io::sink(), &stops);
        });
        let mut driver = driver(&panel);
        driver.open(&Entry::Standard, &mut Laptop).unwrap();
        driver.sign(path(), &"statement ".repeat(20), &mut Laptop).unwrap();
        over.store(true, Ordering::SeqCst);
    });
}

#[test]
fn the_end_of_the_input_is_the_end() {
    let (hears, says) = io::pipe().unwrap();
    drop(says);
    by_hand(&Catalog::new(Lang::En), &panel(), lines(hears), &mut io::sink(), &|| false);
}

/// Waits for a screen that asks for something, drawn after the number `seen`.
fn asked(panel: &Panel, mut seen: u64) -> u64 {
    loop {
        let (drawn, screen) = panel.drawn_after(seen, Duration::from_secs(10)).unwrap();
        if !screen.buttons().is_empty() {
            return drawn;
        }
        seen = drawn;
    }
}

#[test]
fn what_was_meant_for_another_screen_is_not_done() {
    let panel = panel();
    let catalog = Catalog::new(Lang::En);
    let mut paper = Vec::new();
    let mut desk = person::Desk::new(Eye::new(&catalog, &panel, false), &mut paper, false);
    let mut cable = panel.cable().unwrap();
    let mut ask = || {
        let ping = Ping { button_protection: Some(true), ..Default::default() }.write_to_bytes().unwrap();
        cable.send(ProtoMessage::new(Ping::MESSAGE_TYPE, ping)).unwrap();
        cable.send(ProtoMessage::new(ButtonAck::MESSAGE_TYPE, Vec::new())).unwrap();
    };
    ask();
    let first = asked(&panel, 0);
    desk.watch();
    ask();
    let second = asked(&panel, first);
    desk.hear(person::Said::Line("1".to_owned()));
    assert_eq!(panel.screen().0, second, "the second question still waits");
    desk.watch();
    desk.hear(person::Said::Line("1".to_owned()));
    assert!(panel.screen().0 > second);
    let text = String::from_utf8(paper).unwrap();
    assert_eq!(text.matches("The device's screen has changed meanwhile.").count(), 1, "{text}");
}

#[test]
fn a_hand_reads_everything_aloud_but_passphrases() {
    let panel = panel();
    let over = AtomicBool::new(false);
    let mut told = String::new();
    thread::scope(|scope| {
        scope.spawn(|| {
            let hand = Hand::new(panel.clone()).with_pin(Secret::new("1234".to_owned()));
            let mut tell = |line: &str| told.push_str(&format!("{line}\n"));
            auto(&Catalog::new(Lang::En), &panel, &hand, &mut tell, &|| over.load(Ordering::SeqCst));
        });
        let mut driver = driver(&panel);
        driver.open(&Entry::OnHost(Secret::new(SECRET.to_owned())), &mut Laptop).unwrap();
        driver.sign(path(), "\u{1b}[2Jstatement", &mut Laptop).unwrap();
        // On the device it types nothing: the wallet without a passphrase.
        driver.open(&Entry::OnDevice, &mut Laptop).unwrap();
        let address = driver.show_address(path(), &mut Laptop).unwrap();
        assert_eq!(address.to_string(), "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8");
        over.store(true, Ordering::SeqCst);
    });
    assert!(told.contains("(a passphrase, not shown here)") && !told.contains("hunter2"), "{told}");
    assert!(!told.contains('\u{1b}') && told.contains("\\u{1b}[2J"), "{told}");
    assert!(told.contains("Receive address") && !told.contains("1234"), "{told}");
}

#[test]
fn without_its_pin_a_hand_gives_up() {
    let panel = panel();
    let over = AtomicBool::new(false);
    let result = thread::scope(|scope| {
        scope.spawn(|| {
            let hand = Hand::new(panel.clone());
            auto(&Catalog::new(Lang::En), &panel, &hand, &mut |_| (), &|| over.load(Ordering::SeqCst));
        });
        let result = driver(&panel).open(&Entry::OnDevice, &mut Laptop);
        over.store(true, Ordering::SeqCst);
        result
    });
    assert_eq!(result.err(), Some(DeviceError::Refused));
}

#[test]
fn a_locked_device_says_so_once() {
    let (panel, catalog) = (panel(), Catalog::new(Lang::En));
    let mut eye = Eye::new(&catalog, &panel, false);
    let mut seen = Vec::new();
    while !seen.contains(&vec!["(locked)".to_owned(), "Simulator".to_owned()]) {
        seen.push(eye.look(Duration::from_secs(10)).unwrap().1);
    }
    driver(&panel).lock().unwrap();
    while let Some((_, lines)) = eye.look(Duration::from_millis(100)) {
        assert!(lines.is_empty(), "{lines:?}");
    }
}
