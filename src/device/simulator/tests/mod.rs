//! The simulator at the level of its messages: what the firmware's source and the official emulator do.

mod bitcoin;
mod ethereum;
mod features;
mod passphrases;
mod pin;
mod recovery;
mod sessions;
mod typed_data;
mod workflow;

use std::thread;
use std::time::Duration;

use trezor_client::client::trezor_with_transport;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ButtonAck, ButtonRequest, EthereumGetPublicKey, EthereumPublicKey, Failure, Features, Initialize,
    PassphraseAck, Success,
};
use trezor_client::transport::ProtoMessage;
use trezor_client::{Trezor, TrezorMessage};

use super::{Button, Panel, SimulatorConfig, start};
use crate::keys::{COIN_PATH, Secret, Seed, SeedForm};

const ALL: &str = "all all all all all all all all all all all all";

fn secret(text: &str) -> Secret {
    Secret::new(text.to_owned())
}

fn config() -> SimulatorConfig {
    let seed = Seed::parse(SeedForm::Bip39, &secret(ALL)).unwrap();
    SimulatorConfig { seed: Some(seed), ..Default::default() }
}

/// A laptop that talks to a simulated device message by message, by trezor-client's own raw calls.
struct Bench {
    panel: Panel,
    trezor: Trezor,
}

impl Bench {
    fn new(config: SimulatorConfig) -> Self {
        let panel = start(config);
        let trezor = Self::connect(&panel);
        Self { panel, trezor }
    }

    fn connect(panel: &Panel) -> Trezor {
        trezor_with_transport(trezor_client::Model::Trezor, Box::new(panel.cable().unwrap()))
    }

    fn raw<Q: TrezorMessage>(&mut self, question: Q) -> ProtoMessage {
        self.trezor.call_raw(question).unwrap()
    }

    /// A question whose answer is of this type.
    fn ask<Q: TrezorMessage, A: TrezorMessage>(&mut self, question: Q) -> A {
        let reply = self.raw(question);
        assert_eq!(reply.message_type(), A::MESSAGE_TYPE);
        A::parse_from_bytes(reply.payload()).unwrap()
    }

    fn fails<Q: TrezorMessage>(&mut self, question: Q) -> (FailureType, String) {
        let failure: Failure = self.ask(question);
        (failure.code(), failure.message().to_owned())
    }

    fn initialize(&mut self, session: Option<&[u8]>) -> Vec<u8> {
        let question = Initialize { session_id: session.map(<[u8]>::to_vec), ..Default::default() };
        self.ask::<_, Features>(question).session_id.unwrap()
    }

    /// A session with the wallet of this passphrase, sent by the laptop.
    fn open(&mut self, passphrase: &str) -> Vec<u8> {
        let id = self.initialize(None);
        self.ask::<_, trezor_client::protos::PassphraseRequest>(key());
        let ack = PassphraseAck { passphrase: Some(passphrase.to_owned()), ..Default::default() };
        if passphrase.is_empty() {
            self.ask::<_, EthereumPublicKey>(ack);
        } else {
            self.ask::<_, ButtonRequest>(ack);
            self.confirm::<ButtonRequest>();
            self.confirm::<EthereumPublicKey>();
        }
        id
    }

    /// Reads to the last page, presses confirm on the device and acknowledges: the next message is of this type.
    fn confirm<A: TrezorMessage>(&mut self) -> A {
        while self.panel.press(Button::NextPage) {}
        assert!(self.panel.press(Button::Confirm), "{:?}", self.panel.screen());
        self.ask(ButtonAck::new())
    }

    /// Presses cancel on the device and acknowledges.
    fn cancel(&mut self) -> (FailureType, String) {
        assert!(self.panel.press(Button::Cancel));
        self.fails(ButtonAck::new())
    }

    /// Acknowledges, while a person presses these buttons on the screens of these titles, one after the other.
    fn acts<A: TrezorMessage>(&mut self, acts: &'static [(&str, Button)]) -> A {
        let panel = self.panel.clone();
        let person = thread::spawn(move || {
            for (title, button) in acts {
                let (mut seen, mut screen) = panel.screen();
                while screen.title != *title {
                    (seen, screen) =
                        panel.drawn_after(seen, Duration::from_secs(30)).expect("another screen");
                }
                assert!(panel.press(*button), "{title}");
            }
        });
        let answer = self.ask(ButtonAck::new());
        person.join().unwrap();
        answer
    }

    fn request<Q: TrezorMessage>(&mut self, question: Q) -> (String, u32) {
        let request: ButtonRequest = self.ask(question);
        (request.name().to_owned(), request.pages())
    }

    fn succeeds<Q: TrezorMessage>(&mut self, question: Q) {
        self.ask::<_, Success>(question);
    }
}

/// The question that needs the seed and shows nothing.
fn key() -> EthereumGetPublicKey {
    EthereumGetPublicKey { address_n: COIN_PATH.to_vec(), ..Default::default() }
}
