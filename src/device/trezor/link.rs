//! Between trezor-client and a channel: reads that can be cancelled, and leave nothing stale behind.

use std::io;
use std::time::Duration;

use protobuf::Message;
use trezor_client::TrezorMessage;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{ButtonAck, Cancel, Failure, MessageType, Ping, Success};
use trezor_client::transport::error::Error;
use trezor_client::transport::{ProtoMessage, Transport};

use super::channel::Channel;
use crate::device::CancelFlag;

/// How long one read lasts before the cancel flag is looked at again.
const TICK: Duration = Duration::from_millis(50);
/// How many stale answers are thrown away before the device counts as lost.
const STALE_MAX: usize = 16;

/// How long a device is waited for. While a person acts on it, for ever: only people end that, there or here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Patience {
    /// How long it may be silent while no person acts on it; deriving a seed takes it seconds.
    pub silence: Duration,
    /// How long it may take for each answer after a cancel.
    pub sync: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self { silence: Duration::from_secs(60), sync: Duration::from_secs(3) }
    }
}

/// trezor-client's transport over a [`Channel`].
pub(super) struct Link {
    channel: Box<dyn Channel>,
    cancel: CancelFlag,
    stale: CancelFlag,
    patience: Patience,
    person_acts: bool,
    pings: u32,
}

impl Link {
    /// Takes over a fresh connection, and throws away whatever another program left on it. Where `stale` is raised,
    /// the same is done before the next message is sent: a device that failed of itself, as when it locks, sends its
    /// failure unasked, and answers what we sent meanwhile too.
    pub(super) fn new(
        channel: Box<dyn Channel>,
        cancel: CancelFlag,
        stale: CancelFlag,
        patience: Patience,
    ) -> Result<Self, Error> {
        stale.lower();
        let mut link = Self { channel, cancel, stale, patience, person_acts: false, pings: 0 };
        link.resync()?;
        Ok(link)
    }

    /// Whether an error says that the person cancelled on the laptop.
    pub(super) fn is_cancel(error: &Error) -> bool {
        matches!(error, Error::IO(e) if e.kind() == io::ErrorKind::Interrupted)
    }

    /// Ends whatever the device is doing. Its answer and the cancel's may cross on the way, so a ping with a name of its
    /// own follows: what comes before that ping's answer is stale.
    fn resync(&mut self) -> Result<(), Error> {
        self.channel.send(message(&Cancel::new())?)?;
        if self.channel.receive(self.patience.sync)?.is_some_and(|answer| is_other_protocol(&answer)) {
            return Ok(());
        }
        self.pings += 1;
        let name = format!("sync {}", self.pings);
        let mut ping = Ping::new();
        ping.set_message(name.clone());
        self.channel.send(message(&ping)?)?;
        for _ in 0..STALE_MAX {
            match self.channel.receive(self.patience.sync)? {
                Some(answer) if answers(&answer, &name) => return Ok(()),
                Some(_) => {}
                None => break,
            }
        }
        Err(Error::DeviceReadTimeout)
    }
}

impl Transport for Link {
    fn session_begin(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn session_end(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn write_message(&mut self, message: ProtoMessage) -> Result<(), Error> {
        if self.stale.take() {
            self.resync()?;
        }
        self.person_acts = message.message_type() == ButtonAck::MESSAGE_TYPE;
        self.channel.send(message)
    }

    fn read_message(&mut self) -> Result<ProtoMessage, Error> {
        let mut waited = Duration::ZERO;
        while self.person_acts || waited < self.patience.silence {
            if self.cancel.take() {
                self.resync()?;
                return Err(io::Error::from(io::ErrorKind::Interrupted).into());
            }
            if let Some(message) = self.channel.receive(TICK)? {
                return Ok(message);
            }
            waited += TICK;
        }
        Err(Error::DeviceReadTimeout)
    }
}

/// Puts a message into its envelope.
pub(super) fn message<M: TrezorMessage>(message: &M) -> Result<ProtoMessage, Error> {
    // Only a missing required field fails here, and neither Cancel nor Ping has one.
    let bytes = message.write_to_bytes().map_err(io::Error::other)?;
    Ok(ProtoMessage::new(M::MESSAGE_TYPE, bytes))
}

fn answers(answer: &ProtoMessage, name: &str) -> bool {
    answer.message_type() == MessageType::MessageType_Success
        && Success::parse_from_bytes(answer.payload()).is_ok_and(|success| success.message() == name)
}

/// A Trezor that only speaks THP answers nothing else than this.
fn is_other_protocol(answer: &ProtoMessage) -> bool {
    answer.message_type() == MessageType::MessageType_Failure
        && Failure::parse_from_bytes(answer.payload())
            .is_ok_and(|failure| failure.code() == FailureType::Failure_InvalidProtocol)
}
