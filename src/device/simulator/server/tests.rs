//! Two and more sockets at one device.

use std::net::Ipv4Addr;

use proptest::prelude::*;
use trezor_client::TrezorMessage;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ButtonAck, ButtonRequest, Cancel, Failure, Features, GetFeatures, Ping, Success,
};

use super::*;
use crate::device::simulator::{Button, SimulatorConfig, start};

const PATIENCE: Duration = Duration::from_secs(10);

/// A program at the other end.
struct Client(UdpSocket);

impl Client {
    fn of(served: &Served) -> Self {
        let socket = UdpSocket::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        socket.connect(served.address()).unwrap();
        socket.set_read_timeout(Some(PATIENCE)).unwrap();
        Self(socket)
    }

    fn datagram(&self) -> Vec<u8> {
        let mut datagram = [0; 100];
        let length = self.0.recv(&mut datagram).unwrap();
        datagram[..length].to_vec()
    }

    fn ping(&self) {
        self.0.send(PING).unwrap();
        assert_eq!(self.datagram(), PONG);
    }

    fn send<Q: TrezorMessage>(&self, question: &Q) {
        for chunk in chunks(question) {
            self.0.send(&chunk).unwrap();
        }
    }

    fn receive<A: TrezorMessage>(&self) -> A {
        let mut assembly = Assembly::default();
        loop {
            let chunk = Chunk::try_from(self.datagram()).unwrap();
            if let Some(frame) = assembly.take(&chunk).unwrap() {
                let message = frame.message().unwrap();
                assert_eq!(message.message_type(), A::MESSAGE_TYPE);
                return A::parse_from_bytes(message.payload()).unwrap();
            }
        }
    }

    fn ask<Q: TrezorMessage, A: TrezorMessage>(&self, question: &Q) -> A {
        self.send(question);
        self.receive()
    }

    fn nothing_comes(&self) {
        self.0.set_read_timeout(Some(Duration::from_millis(200))).unwrap();
        assert!(self.0.recv(&mut [0; 100]).is_err());
        self.0.set_read_timeout(Some(PATIENCE)).unwrap();
    }
}

fn chunks<Q: TrezorMessage>(question: &Q) -> Vec<Chunk> {
    split(&ProtoMessage::new(Q::MESSAGE_TYPE, question.write_to_bytes().unwrap()))
}

fn served() -> (Panel, Served) {
    let panel = start(SimulatorConfig::default());
    let served = Server::bind((Ipv4Addr::LOCALHOST, 0).into()).unwrap().serve(&panel).unwrap();
    (panel, served)
}

fn hello(button_protection: bool) -> Ping {
    Ping {
        message: Some("hello".to_owned()),
        button_protection: Some(button_protection),
        ..Default::default()
    }
}

#[test]
fn it_answers_whoever_spoke_last() {
    let (_panel, served) = served();
    let (one, other) = (Client::of(&served), Client::of(&served));
    one.ping();
    assert_eq!(one.ask::<_, Success>(&hello(false)).message(), "hello");
    other.ping();
    assert_eq!(other.ask::<_, Features>(&GetFeatures::new()).fw_vendor(), "EMULATOR");
    assert_eq!(one.ask::<_, Success>(&hello(false)).message(), "hello");
    other.nothing_comes();
}

#[test]
fn a_client_goes_on_from_another_port() {
    let (panel, served) = served();
    let one = Client::of(&served);
    one.ask::<_, ButtonRequest>(&hello(true));
    drop(one);
    let again = Client::of(&served);
    again.send(&ButtonAck::new());
    assert!(panel.press(Button::Confirm));
    assert_eq!(again.receive::<Success>().message(), "hello");
}

#[test]
fn a_client_that_went_away_leaves_nothing_hanging() {
    let (panel, served) = served();
    let one = Client::of(&served);
    one.ask::<_, ButtonRequest>(&hello(true));
    // Half a message, never gone on with.
    one.0.send(&chunks(&Ping { message: Some("a".repeat(200)), ..Default::default() })[0]).unwrap();
    drop(one);
    let next = Client::of(&served);
    let failure: Failure = next.ask(&Cancel::new());
    assert_eq!(failure.code(), FailureType::Failure_ActionCancelled);
    next.ask::<_, Features>(&GetFeatures::new());
    assert!(panel.screen().1.buttons().is_empty());
}

#[test]
fn what_no_device_takes_is_refused_and_not_waited_for() {
    let (_panel, served) = served();
    let client = Client::of(&served);
    let mut unknown = chunks(&GetFeatures::new())[0];
    unknown[3] = 0xee;
    let mut huge = chunks(&GetFeatures::new())[0];
    huge[5] = 0xff;
    for chunk in [unknown, huge] {
        client.0.send(&chunk).unwrap();
        assert_eq!(client.receive::<Failure>().code(), FailureType::Failure_UnexpectedMessage);
    }
    // In the midst of a workflow it ends that, as any other message does.
    client.ask::<_, ButtonRequest>(&hello(true));
    client.0.send(&unknown).unwrap();
    assert_eq!(client.receive::<Failure>().code(), FailureType::Failure_UnexpectedMessage);
    client.ask::<_, Features>(&GetFeatures::new());
}

#[test]
fn without_power_nothing_answers_and_with_it_the_same_client_goes_on() {
    let (panel, served) = served();
    let client = Client::of(&served);
    client.ping();
    panel.unplug();
    client.0.send(PING).unwrap();
    client.nothing_comes();
    panel.replug();
    client.ping();
    client.ask::<_, Features>(&GetFeatures::new());
}

#[test]
fn once_dropped_it_frees_its_port() {
    let (_panel, served) = served();
    let address = served.address();
    assert_eq!(Server::bind(address).err(), Some(ListenError::Taken(address)));
    drop(served);
    let deadline = Instant::now() + PATIENCE;
    while Server::bind(address).is_err() {
        assert!(Instant::now() < deadline, "it is still taken");
        thread::sleep(TICK);
    }
}

#[test]
fn it_listens_on_this_machine_only() {
    for far in ["0.0.0.0:21324", "192.0.2.1:21324", "[::]:21324", "[::ffff:127.0.0.1]:21324"] {
        let far: SocketAddr = far.parse().unwrap();
        assert_eq!(Server::bind(far).err(), Some(ListenError::NotLoopback(far)), "{far}");
    }
}

#[test]
fn whatever_comes_it_goes_on() {
    let (_panel, served) = served();
    // Any bytes, and such as look like a beginning.
    let datagram = prop_oneof![
        proptest::collection::vec(any::<u8>(), 0..200),
        proptest::collection::vec(any::<u8>(), 61..=61).prop_map(|rest| [b"?##".as_slice(), &rest].concat()),
        proptest::collection::vec(any::<u8>(), 63..=63).prop_map(|rest| [b"?".as_slice(), &rest].concat()),
    ];
    proptest!(ProptestConfig::with_cases(64), |(garbage in proptest::collection::vec(datagram, 1..12))| {
        let stranger = Client::of(&served);
        for datagram in &garbage {
            stranger.0.send(datagram).unwrap();
        }
        // A client that comes after the garbage throws away what is not for it, as drivers do.
        let client = Client::of(&served);
        client.0.send(PING).unwrap();
        while client.datagram() != PONG {}
        let question = Ping { message: Some("after".to_owned()), ..Default::default() };
        client.send(&question);
        loop {
            let chunk = Chunk::try_from(client.datagram()).unwrap();
            let frame = Assembly::default().take(&chunk).unwrap();
            let message = frame.map(|frame| frame.message().unwrap());
            if message.is_some_and(|message| message.message_type() == Success::MESSAGE_TYPE) {
                break;
            }
        }
    });
}
