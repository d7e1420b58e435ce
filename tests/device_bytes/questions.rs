//! Arbitrary bytes to a simulated device, by a laptop and a person who do as they like: it never dies, and is there for the
//! next laptop.

use std::time::Duration;

use gishiki::device::simulator::{Button, Cable, Model, Panel, SimulatorConfig, start};
use gishiki::device::trezor::{Channel, Framed};
use gishiki::keys::{Secret, Seed, SeedForm};
use protobuf::Message;
use trezor_client::protos::{Features, Initialize, MessageType};
use trezor_client::transport::ProtoMessage;

use super::bytes::{Bytes, Said};

/// How long the device may take: its own work is quick, and nothing is asserted of an answer that does not come.
const SOON: Duration = Duration::from_millis(2);
const AT_LAST: Duration = Duration::from_secs(60);

/// A device's set-up in one byte, then parts: the chunks of messages, with a byte that says what the person does behind each.
pub fn check(bytes: &[u8]) {
    let mut bytes = Bytes(bytes);
    let panel = start(config(bytes.byte()));
    let mut cable = panel.cable().unwrap();
    while !bytes.is_empty() {
        let mut line = Framed(Said::of(bytes.part()));
        while !line.0.0.is_empty() {
            if let Ok(Some(message)) = line.receive(Duration::ZERO) {
                ask(&panel, &mut cable, message);
            }
        }
        act(&panel, bytes.byte());
    }
    is_there(&panel);
}

fn config(bits: u8) -> SimulatorConfig {
    let words = Secret::new(["all"; 12].join(" "));
    let bit = |at: u8| bits >> at & 1 == 1;
    SimulatorConfig {
        seed: if bit(0) { None } else { Seed::parse(SeedForm::Bip39, &words).ok() },
        pin: bit(1).then(|| Secret::new("1".to_owned())),
        passphrase_protection: !bit(2),
        passphrase_always_on_device: bit(3),
        hide_passphrase_from_host: bit(4),
        model: Model::ALL[usize::from(bits >> 5) % Model::ALL.len()],
        ..SimulatorConfig::default()
    }
}

/// Asks, and reads whatever comes soon. Where the device restarted, the cable is plugged in anew.
fn ask(panel: &Panel, cable: &mut Cable, message: ProtoMessage) {
    if cable.send(message).is_err() {
        *cable = panel.cable().unwrap();
        return;
    }
    if let Ok(Some(answer)) = cable.receive(SOON) {
        assert_ne!(answer.message_type(), MessageType::MessageType_Initialize, "no answer of a device");
    }
}

fn act(panel: &Panel, does: u8) {
    let words = Secret::new(["all"; 12].join(" "));
    match does % 10 {
        8 => panel.enter(&Secret::new("12".to_owned())),
        9 => panel.enter(&words),
        0 | 1 => panel.press(Button::Confirm),
        2 => panel.press(Button::Cancel),
        3 => panel.press(Button::NextPage),
        4 => panel.press(Button::ShowAll),
        5 => panel.enter(&Secret::new("1".to_owned())),
        6 => panel.enter(&Secret::new(does.to_string())),
        _ => {
            panel.lock();
            true
        }
    };
}

fn is_there(panel: &Panel) {
    let mut cable = panel.cable().unwrap();
    let question =
        ProtoMessage::new(MessageType::MessageType_Initialize, Initialize::new().write_to_bytes().unwrap());
    cable.send(question).unwrap();
    loop {
        let answer = cable.receive(AT_LAST).unwrap().expect("the device is there");
        if answer.message_type() == MessageType::MessageType_Features {
            let features = Features::parse_from_bytes(answer.payload()).unwrap();
            // Other features may be on the way: only these name a session.
            if features.session_id.is_some_and(|id| !id.is_empty()) {
                return;
            }
        }
    }
}
