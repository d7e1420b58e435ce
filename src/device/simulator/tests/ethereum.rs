//! Public keys, addresses, messages.

use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ButtonAck, ButtonRequest, EthereumAddress, EthereumGetAddress, EthereumGetPublicKey,
    EthereumMessageSignature, EthereumPublicKey, EthereumSignMessage, EthereumVerifyMessage, Failure,
    SafetyCheckLevel, Success,
};

use super::{Bench, config};
use crate::device::simulator::{Button, Kind, Model, SimulatorConfig};
use crate::keys::HARDENED;

const FIRST: [u32; 5] = [44 | HARDENED, 60 | HARDENED, HARDENED, 0, 0];
// Recorded on the official Trezor core emulator.
const ADDRESS: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";
// Computed from the words with Python's hashlib and hmac, after SLIP-21 and SLIP-24.
const MAC: &str = "e541a033524647b3420c0c3d4178d8a65eadff5efb33479911aa2c0adcc046ab";

fn address(path: &[u32], show: bool) -> EthereumGetAddress {
    EthereumGetAddress {
        address_n: path.to_vec(),
        show_display: Some(show),
        chunkify: Some(true),
        ..Default::default()
    }
}

fn message(bytes: &[u8]) -> EthereumSignMessage {
    EthereumSignMessage { address_n: FIRST.to_vec(), message: Some(bytes.to_vec()), ..Default::default() }
}

fn opened(config: SimulatorConfig) -> Bench {
    let mut bench = Bench::new(config);
    bench.open("");
    bench
}

#[test]
fn an_address_without_display_needs_nobody() {
    let answer: EthereumAddress = opened(config()).ask(address(&FIRST, false));
    assert_eq!(answer.address(), ADDRESS);
}

#[test]
fn the_mac_of_an_address_is_slip_24_s() {
    let answer: EthereumAddress = opened(config()).ask(address(&FIRST, false));
    assert_eq!(hex::encode(answer.mac()), MAC);
}

#[test]
fn a_shown_address_stands_there_in_groups_with_its_path() {
    let mut bench = opened(config());
    assert_eq!(bench.request(address(&FIRST, true)), ("show_address".to_owned(), 2));
    let (_, screen) = bench.panel.screen();
    assert_eq!(screen.lines().concat().replace(' ', ""), ADDRESS);
    assert_eq!(screen.lines()[0], "  0x 73d0 385F 4d8E");
    assert_eq!(
        screen.details,
        [("Derivation path", "m/44'/60'/0'/0/0".to_owned()), ("Account", "ETH #1".to_owned())]
    );
    assert_eq!(bench.confirm::<EthereumAddress>().address(), ADDRESS);
    bench.ask::<_, ButtonRequest>(address(&FIRST, true));
    assert_eq!(bench.cancel().0, FailureType::Failure_ActionCancelled);
}

const MISMATCH: &str = "Address mismatch?";

#[test]
fn a_shown_address_that_was_refused_is_asked_about_once_more_where_the_model_does_so() {
    const SHOWN: &str = "Receive address";
    const KEPT: [(&str, Button); 3] =
        [(SHOWN, Button::Cancel), (MISMATCH, Button::Cancel), (SHOWN, Button::Confirm)];
    for model in [Model::SafeThree, Model::ModelT] {
        let mut bench = opened(SimulatorConfig { model, ..config() });
        bench.request(address(&FIRST, true));
        assert_eq!(bench.acts::<EthereumAddress>(&KEPT).address(), ADDRESS, "{model:?}: shown again");
        bench.request(address(&FIRST, true));
        let failure: Failure = bench.acts(&[(SHOWN, Button::Cancel), (MISMATCH, Button::Confirm)]);
        assert_eq!(failure.code(), FailureType::Failure_ActionCancelled);
    }
}

#[test]
fn a_model_t_asks_for_a_signing_address_anew_that_was_refused_by_mistake() {
    const SIGNING: &str = "Signing address";
    let mut bench = opened(SimulatorConfig { model: Model::ModelT, ..config() });
    bench.request(message(b"hello"));
    let request: ButtonRequest = bench.acts(&[(SIGNING, Button::Cancel), (MISMATCH, Button::Cancel)]);
    assert_eq!((request.name(), request.pages()), ("sign_message", 1));
    let failure: Failure = bench.acts(&[(SIGNING, Button::Cancel), (MISMATCH, Button::Confirm)]);
    assert_eq!(failure.code(), FailureType::Failure_ActionCancelled);
    let mut other = opened(SimulatorConfig { model: Model::SafeThree, ..config() });
    other.request(message(b"hello"));
    assert_eq!(other.cancel().0, FailureType::Failure_ActionCancelled);
}

#[test]
fn unusual_paths_are_forbidden_or_warned_of() {
    let far = [44 | HARDENED, 60 | HARDENED, 101 | HARDENED, 0, 0];
    let forbidden = (FailureType::Failure_DataError, "Forbidden key path".to_owned());
    let mut bench = opened(config());
    assert_eq!(bench.fails(address(&far, false)), forbidden);
    let sign = EthereumSignMessage { address_n: far.to_vec(), message: Some(vec![]), ..Default::default() };
    assert_eq!(bench.fails(sign), forbidden);
    let mut lax = opened(SimulatorConfig { safety_checks: SafetyCheckLevel::PromptAlways, ..config() });
    assert_eq!(lax.request(address(&far, false)).0, "path_warning");
    lax.confirm::<EthereumAddress>();
}

#[test]
fn a_public_key_is_given_at_any_path_silently_unless_it_is_to_be_shown() {
    let mut bench = opened(config());
    for path in [vec![], vec![44 | HARDENED], vec![49 | HARDENED, HARDENED, 7], FIRST.to_vec()] {
        let question = EthereumGetPublicKey { address_n: path.clone(), ..Default::default() };
        let answer: EthereumPublicKey = bench.ask(question);
        assert_eq!(answer.node.depth() as usize, path.len());
        assert_eq!(answer.node.child_num(), path.last().copied().unwrap_or(0));
    }
    let shown =
        EthereumGetPublicKey { address_n: FIRST.to_vec(), show_display: Some(true), ..Default::default() };
    assert_eq!(bench.request(shown).0, "show_pubkey");
    let key = bench.panel.screen().1.text();
    let answer: EthereumPublicKey = {
        while bench.panel.press(Button::NextPage) {}
        bench.confirm()
    };
    assert_eq!(key, hex::encode(answer.node.public_key()));
    let coinjoin = EthereumGetPublicKey { address_n: vec![10025 | HARDENED], ..Default::default() };
    assert_eq!(bench.fails(coinjoin).1, "Forbidden key path");
}

#[test]
fn a_message_is_signed_after_its_address_and_every_page_were_confirmed() {
    let mut bench = opened(config());
    let text = "a".repeat(480);
    assert_eq!(bench.request(message(text.as_bytes())), ("sign_message".to_owned(), 1));
    assert_eq!(bench.panel.screen().1.text(), ADDRESS);
    let request: ButtonRequest = bench.confirm();
    assert_eq!((request.name(), request.pages()), ("sign_message", 5));
    assert_eq!(bench.panel.screen().1.kind, Kind::Confirm { hold: true });
    assert!(!bench.panel.press(Button::Confirm), "not before the last page");
    (1..5).for_each(|_| assert!(bench.panel.press(Button::NextPage)));
    assert!(!bench.panel.press(Button::NextPage));
    assert_eq!(bench.confirm::<EthereumMessageSignature>().address(), ADDRESS);
}

#[test]
fn a_longer_message_can_be_confirmed_unread_or_shown_in_full() {
    let mut bench = opened(config());
    let text = "a".repeat(481);
    bench.ask::<_, ButtonRequest>(message(text.as_bytes()));
    assert_eq!(bench.confirm::<ButtonRequest>().pages(), 2);
    let (_, screen) = bench.panel.screen();
    assert_eq!(screen.kind, Kind::Skippable);
    let lines = ["View all data in the menu.", &text[..18], &text[..18], &format!("{}...", &text[..15])];
    assert_eq!(screen.lines(), lines);
    assert!(bench.panel.press(Button::ShowAll));
    assert_eq!(bench.request(ButtonAck::new()), ("sign_message".to_owned(), 6));
    assert!(bench.panel.press(Button::Cancel));
    assert_eq!(bench.request(ButtonAck::new()), ("sign_message".to_owned(), 2), "back to the beginning");
    bench.confirm::<EthereumMessageSignature>();
}

#[test]
fn how_much_five_pages_hold_depends_on_the_model() {
    for (model, length, pages) in [
        (Model::SafeThree, 344, 5),
        (Model::SafeThree, 345, 1),
        (Model::SafeFive, 480, 5),
        (Model::SafeFive, 481, 2),
        (Model::ModelT, 478, 5),
        (Model::ModelT, 479, 1),
    ] {
        let mut bench = opened(SimulatorConfig { model, ..config() });
        bench.ask::<_, ButtonRequest>(message("a".repeat(length).as_bytes()));
        while bench.panel.press(Button::NextPage) {}
        assert_eq!(bench.confirm::<ButtonRequest>().pages(), pages, "{model:?} {length}");
    }
}

#[test]
fn bytes_that_are_no_text_are_shown_as_hex_digits() {
    let mut bench = opened(config());
    bench.ask::<_, ButtonRequest>(message(&[0xff, 0x00]));
    bench.confirm::<ButtonRequest>();
    assert_eq!(bench.panel.screen().1.text(), "hex(ff00)");
    assert_eq!(bench.cancel().0, FailureType::Failure_ActionCancelled);
}

#[test]
fn its_signatures_verify_on_it_without_a_session_and_others_do_not() {
    let mut bench = opened(config());
    bench.ask::<_, ButtonRequest>(message(b"hello"));
    bench.confirm::<ButtonRequest>();
    let signed: EthereumMessageSignature = bench.confirm();
    let question = |text: &str| EthereumVerifyMessage {
        signature: signed.signature.clone(),
        message: Some(text.as_bytes().to_vec()),
        address: signed.address.clone(),
        ..Default::default()
    };
    let mut other = Bench::new(config());
    let invalid = (FailureType::Failure_DataError, "Invalid signature".to_owned());
    assert_eq!(other.fails(question("hello!")), invalid);
    assert_eq!(other.request(question("hello")).0, "verify_message");
    assert_eq!(other.confirm::<ButtonRequest>().name(), "verify_message");
    other.confirm::<ButtonRequest>();
    assert_eq!(other.confirm::<Success>().message(), "Message verified");
}
