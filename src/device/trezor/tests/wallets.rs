//! Opening wallets and coming back to them.

use super::{Desk, Person, config, path, refuser, secret};
use crate::device::simulator::{Button, SimulatorConfig};
use crate::device::{Attendant, Device, DeviceError, Entry, Notice, PassphraseError, Reply, Session};

fn refused(error: PassphraseError) -> Result<Session, DeviceError> {
    Err(DeviceError::Passphrase(error))
}

/// Without comparing sessions by their Debug, which they do not have.
fn error(result: Result<Session, DeviceError>) -> DeviceError {
    result.err().expect("a failure")
}

#[test]
fn both_ways_and_every_opening_lead_to_the_same_wallet() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    let standard = desk.short();
    desk.host("hunter2").unwrap();
    let first = desk.short();
    desk.hand.remember(secret("hunter2"));
    desk.open(&Entry::OnDevice).unwrap();
    assert_eq!(desk.short(), first);
    assert_ne!(standard, first);
    desk.host("hunter3").unwrap();
    assert_ne!(desk.short(), first);
}

#[test]
fn an_opened_wallet_is_really_open() {
    let mut desk = Desk::new(config());
    desk.host("hunter2").unwrap();
    let seen = desk.hand.seen().len();
    assert_eq!(seen, 2);
    desk.short();
    assert_eq!(desk.hand.seen().len(), seen, "nothing is asked any more");
}

#[test]
fn a_wallet_is_returned_to_without_a_passphrase() {
    let mut desk = Desk::new(config());
    let first = desk.host("a").unwrap();
    let identity = desk.short();
    let second = desk.host("b").unwrap();
    assert!(first != second);
    let mut nobody = Person::new(|_| panic!("asked for something"));
    desk.driver.reopen(&first, &mut nobody).unwrap();
    assert_eq!(desk.short(), identity);
    desk.driver.reopen(&second, &mut nobody).unwrap();
    assert_ne!(desk.short(), identity);
}

#[test]
fn a_session_that_gave_way_is_lost_and_leaves_none_in_its_place() {
    let mut desk = Desk::new(config());
    let first = desk.open(&Entry::Standard).unwrap();
    for _ in 0..10 {
        desk.open(&Entry::Standard).unwrap();
    }
    assert_eq!(desk.driver.reopen(&first, &mut desk.hand), Err(DeviceError::SessionLost));
    assert_eq!(desk.driver.identity(&mut desk.hand), Err(DeviceError::SessionLost));
}

#[test]
fn ended_sessions_are_lost_and_others_are_not() {
    let mut desk = Desk::new(config());
    let [a, b, c] = ["a", "b", "c"].map(|passphrase| desk.host(passphrase).unwrap());
    desk.driver.end(&[a.clone(), c.clone(), c.clone()]).unwrap();
    assert_eq!(desk.driver.identity(&mut desk.hand), Err(DeviceError::SessionLost));
    for lost in [&a, &c] {
        assert_eq!(desk.driver.reopen(lost, &mut desk.hand), Err(DeviceError::SessionLost));
    }
    desk.driver.reopen(&b, &mut desk.hand).unwrap();
}

#[test]
fn a_passphrase_that_some_keyboard_lacks_never_leaves_the_laptop() {
    let mut desk = Desk::new(config());
    for (text, why) in [
        ("", PassphraseError::Empty),
        (" a", PassphraseError::OuterSpace),
        ("a ", PassphraseError::OuterSpace),
        ("é", PassphraseError::NotAscii),
        (&"a".repeat(51), PassphraseError::TooLong),
    ] {
        assert_eq!(error(desk.host(text)), error(refused(why)));
    }
    assert!(desk.hand.seen().is_empty());
}

#[test]
fn without_passphrase_protection_only_the_standard_wallet_opens() {
    let mut desk = Desk::new(SimulatorConfig { passphrase_protection: false, ..config() });
    assert_eq!(error(desk.host("a")), DeviceError::Passphrase(PassphraseError::ProtectionOff));
    assert_eq!(error(desk.open(&Entry::OnDevice)), DeviceError::Passphrase(PassphraseError::ProtectionOff));
    assert_eq!(desk.driver.identity(&mut desk.hand), Err(DeviceError::SessionLost), "nothing stays open");
    desk.open(&Entry::Standard).unwrap();
    let mut locked =
        Desk::new(SimulatorConfig { passphrase_protection: false, pin: Some(secret("1234")), ..config() });
    assert_eq!(
        error(locked.host("a")),
        DeviceError::Passphrase(PassphraseError::ProtectionOff),
        "also unseen"
    );
}

#[test]
fn a_device_that_asks_on_its_own_keyboard_only_is_heard() {
    let always = SimulatorConfig { passphrase_always_on_device: true, ..config() };
    let mut desk = Desk::new(always.clone());
    assert_eq!(error(desk.host("a")), DeviceError::Passphrase(PassphraseError::OnDeviceOnly));
    let panel = desk.panel.clone();
    let mut person = Person::new(move |_| {
        assert!(panel.enter(&secret("")));
        Reply::Go
    });
    desk.driver.open(&Entry::Standard, &mut person).unwrap();
    desk.driver.open(&Entry::OnDevice, &mut person).unwrap();
    assert_eq!(person.0, [Notice::EmptyPassphraseOnDevice, Notice::PassphraseOnDevice]);
    // Locked, it cannot say so before the PIN; then its own request says it.
    let mut locked = Desk::new(SimulatorConfig { pin: Some(secret("1234")), ..always });
    assert_eq!(error(locked.host("a")), DeviceError::Passphrase(PassphraseError::OnDeviceOnly));
    locked.open(&Entry::OnDevice).unwrap();
}

#[test]
fn a_wallet_that_is_not_open_is_never_opened_by_the_way() {
    let mut desk = Desk::new(config());
    assert_eq!(desk.driver.identity(&mut desk.hand), Err(DeviceError::SessionLost));
    let mut person = Person::new(refuser(&desk.panel));
    assert_eq!(error(desk.driver.open(&Entry::OnDevice, &mut person)), DeviceError::Refused);
    assert_eq!(desk.driver.show_address(path("0'/0/0"), &mut desk.hand), Err(DeviceError::SessionLost));
    assert!(desk.hand.seen().is_empty());
}

#[test]
fn a_refused_button_is_refused_and_the_next_call_is_not_disturbed() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    let mut person = Person::new(refuser(&desk.panel));
    assert_eq!(desk.driver.show_address(path("0'/0/0"), &mut person), Err(DeviceError::Refused));
    assert_eq!(desk.driver.sign(path("0'/0/0"), "hello", &mut person).err(), Some(DeviceError::Refused));
    desk.driver.show_address(path("0'/0/0"), &mut desk.hand).unwrap();
}

#[test]
fn notices_name_the_screens_and_count_their_pages() {
    let mut desk = Desk::new(config());
    desk.open(&Entry::Standard).unwrap();
    let mut hand = desk.hand;
    let mut notices = Person::new(|notice| hand.notice(notice));
    desk.driver.sign(path("0'/0/0"), &"a".repeat(300), &mut notices).unwrap();
    let button = |pages| Notice::Button { name: "sign_message".to_owned(), pages: Some(pages) };
    assert_eq!(notices.0, [button(1), button(4)]);
    let shown: Vec<_> = hand.seen().iter().map(|screen| screen.text()).collect();
    assert_eq!(shown, ["0x73d0385F4d8E00C5e6504C6030F47BF6212736A8".to_owned(), "a".repeat(300)]);
}

#[test]
fn unplugged_in_the_midst_of_a_call_it_is_lost_until_it_is_back() {
    let mut desk = Desk::new(config());
    let session = desk.open(&Entry::Standard).unwrap();
    let panel = desk.panel.clone();
    let mut person = Person::new(move |_| {
        panel.unplug();
        Reply::Go
    });
    assert!(matches!(desk.driver.show_address(path("0'/0/0"), &mut person), Err(DeviceError::Lost(_))));
    assert_eq!(desk.driver.identify(&mut desk.hand), Err(DeviceError::NoDevice));
    desk.panel.replug();
    assert!(matches!(desk.driver.lock(), Err(DeviceError::Lost(_))));
    desk.driver.identify(&mut desk.hand).unwrap();
    assert_eq!(desk.driver.reopen(&session, &mut desk.hand), Err(DeviceError::SessionLost));
    desk.open(&Entry::Standard).unwrap();
    desk.driver.show_address(path("0'/0/0"), &mut desk.hand).unwrap();
}

#[test]
fn no_debug_tells_a_passphrase_or_a_session() {
    let mut desk = Desk::new(SimulatorConfig { pin: Some(secret("271828")), ..config() });
    let panel = desk.panel.clone();
    let mut said = format!("{:?}", SimulatorConfig { pin: Some(secret("271828")), ..config() });
    let entry = Entry::OnHost(secret("hunter2"));
    let mut person = Person::new(|notice: &Notice| {
        let (_, screen) = panel.screen();
        said += &format!("{notice:?} {screen:?} {:?}", Reply::Secret(secret("hunter2")));
        if screen.takes_text() {
            panel.enter(&secret("271828"))
        } else {
            panel.press(Button::NextPage);
            panel.press(Button::Confirm)
        };
        Reply::Go
    });
    desk.driver.open(&entry, &mut person).unwrap();
    said += &format!("{entry:?} {:?}", desk.driver.identify(&mut desk.hand));
    assert!(said.contains("passphrase_host2"), "the screen with the passphrase was seen");
    for hidden in ["hunter2", "271828", "all all"] {
        assert!(!said.contains(hidden), "{said}");
    }
}
