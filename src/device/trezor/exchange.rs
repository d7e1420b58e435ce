//! One question to the device, up to its answer: the one place that answers what it asks in between.

use protobuf::Message;
use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::{
    ButtonAck, ButtonRequest, Cancel, EthereumTypedDataStructRequest, EthereumTypedDataValueRequest, Failure,
    MessageType, PassphraseAck, PinMatrixAck,
};
use trezor_client::transport::ProtoMessage;
use trezor_client::{Trezor, TrezorMessage};

use super::failure::{local, reported};
use super::typed_data;
use crate::contracts::SafeTx;
use crate::device::{Attendant, DeviceError, Entry, Notice, PassphraseError, Reply};

/// How often a device may ask something within one call. The longest honest call is a check of the backup whose words
/// are mistyped again and again, with five screens each time.
const REQUESTS_MAX: usize = 256;

/// What may be answered when the device asks for a passphrase.
#[derive(Clone, Copy)]
pub(super) enum Passphrase<'a> {
    /// A wallet is being opened; this is how.
    Enter(&'a Entry),
    /// A wallet should be open: if the device asks, it is not, and nothing may be entered.
    SessionOnly,
}

/// One question with what it needs in between.
pub(super) struct Exchange<'a> {
    trezor: &'a mut Trezor,
    attendant: &'a mut dyn Attendant,
    passphrase: Passphrase<'a>,
    asked: bool,
    /// What is told piece by piece where the device asks for it.
    tx: Option<&'a SafeTx>,
}

impl<'a> Exchange<'a> {
    pub(super) fn new(
        trezor: &'a mut Trezor,
        passphrase: Passphrase<'a>,
        attendant: &'a mut dyn Attendant,
    ) -> Self {
        Self { trezor, attendant, passphrase, asked: false, tx: None }
    }

    /// Tells the pieces of this SafeTx, and nothing else, where the device asks for them.
    pub(super) fn telling(mut self, tx: Option<&'a SafeTx>) -> Self {
        self.tx = tx;
        self
    }

    /// Whether the device asked for a passphrase on the way.
    pub(super) fn asked_for_passphrase(&self) -> bool {
        self.asked
    }

    /// Sends the question and answers whatever is asked, until the answer comes.
    pub(super) fn run<Q: TrezorMessage, A: TrezorMessage>(&mut self, question: Q) -> Result<A, DeviceError> {
        let mut reply = self.call(question)?;
        for _ in 0..REQUESTS_MAX {
            reply = match reply.message_type() {
                kind if kind == A::MESSAGE_TYPE => return parse(&reply),
                MessageType::MessageType_Failure => return Err(reported(&parse::<Failure>(&reply)?)),
                MessageType::MessageType_ButtonRequest => self.button(&parse(&reply)?)?,
                MessageType::MessageType_PassphraseRequest => self.passphrase()?,
                MessageType::MessageType_PinMatrixRequest => self.pin_matrix()?,
                MessageType::MessageType_EthereumTypedDataStructRequest => self.members(&parse(&reply)?)?,
                MessageType::MessageType_EthereumTypedDataValueRequest => self.value(&parse(&reply)?)?,
                kind => return Err(DeviceError::Unexpected(format!("{kind:?}"))),
            };
        }
        Err(DeviceError::Unexpected(format!("more than {REQUESTS_MAX} requests within one call")))
    }

    fn call<Q: TrezorMessage>(&mut self, question: Q) -> Result<ProtoMessage, DeviceError> {
        self.trezor.call_raw(question).map_err(local)
    }

    fn button(&mut self, request: &ButtonRequest) -> Result<ProtoMessage, DeviceError> {
        // A code from a newer firmware counts as "other": its name still says what it is.
        let code = request.code.and_then(|code| code.enum_value().ok());
        let notice = match code {
            Some(ButtonRequestType::ButtonRequest_PinEntry) => Notice::PinOnDevice,
            Some(ButtonRequestType::ButtonRequest_PassphraseEntry) => self.entry_on_device()?,
            _ => Notice::Button { name: request.name().to_owned(), pages: request.pages },
        };
        match self.attendant.notice(&notice) {
            Reply::Go => self.call(ButtonAck::new()),
            Reply::Cancel => Err(self.give_up()),
            Reply::Secret(_) => {
                self.give_up();
                Err(DeviceError::Unexpected("a secret where only the device's buttons are asked".to_owned()))
            }
        }
    }

    /// The device asks on its own screen, either after we chose so or because it is set to ask nowhere else.
    fn entry_on_device(&mut self) -> Result<Notice, DeviceError> {
        self.asked = true;
        match self.passphrase {
            Passphrase::Enter(Entry::OnDevice) => Ok(Notice::PassphraseOnDevice),
            Passphrase::Enter(Entry::Standard) => Ok(Notice::EmptyPassphraseOnDevice),
            Passphrase::Enter(Entry::OnHost(_)) => {
                self.give_up();
                Err(PassphraseError::OnDeviceOnly.into())
            }
            Passphrase::SessionOnly => {
                self.give_up();
                Err(DeviceError::SessionLost)
            }
        }
    }

    fn passphrase(&mut self) -> Result<ProtoMessage, DeviceError> {
        self.asked = true;
        let mut ack = PassphraseAck::new();
        match self.passphrase {
            Passphrase::Enter(Entry::Standard) => ack.set_passphrase(String::new()),
            Passphrase::Enter(Entry::OnDevice) => ack.set_on_device(true),
            Passphrase::Enter(Entry::OnHost(secret)) => ack.set_passphrase(secret.expose().to_owned()),
            Passphrase::SessionOnly => {
                self.give_up();
                return Err(DeviceError::SessionLost);
            }
        }
        self.call(ack)
    }

    fn pin_matrix(&mut self) -> Result<ProtoMessage, DeviceError> {
        match self.attendant.notice(&Notice::PinMatrix) {
            Reply::Secret(positions) => {
                let mut ack = PinMatrixAck::new();
                ack.set_pin(positions.expose().to_owned());
                self.call(ack)
            }
            Reply::Cancel => Err(self.give_up()),
            Reply::Go => {
                self.give_up();
                Err(DeviceError::Unexpected("no PIN where one is asked".to_owned()))
            }
        }
    }

    fn members(&mut self, request: &EthereumTypedDataStructRequest) -> Result<ProtoMessage, DeviceError> {
        let members = self.tx.and_then(|_| typed_data::members(request.name()));
        self.piece(members, || format!("a question for the type {}", request.name()))
    }

    fn value(&mut self, request: &EthereumTypedDataValueRequest) -> Result<ProtoMessage, DeviceError> {
        let value = self.tx.and_then(|tx| typed_data::value(tx, &request.member_path));
        self.piece(value, || format!("a question for the value at {:?}", request.member_path))
    }

    /// Answers with a piece of the SafeTx; what is no part of it is not answered.
    fn piece<Q: TrezorMessage>(
        &mut self,
        piece: Option<Q>,
        asked: impl FnOnce() -> String,
    ) -> Result<ProtoMessage, DeviceError> {
        match piece {
            Some(piece) => self.call(piece),
            None => {
                self.give_up();
                Err(DeviceError::Unexpected(asked()))
            }
        }
    }

    /// Tells the device to stop. It is waiting for our answer, so its failure is the next thing to come.
    fn give_up(&mut self) -> DeviceError {
        match self.call(Cancel::new()) {
            Ok(_) => DeviceError::Cancelled,
            Err(error) => error,
        }
    }
}

/// Takes a message out of its envelope.
pub(super) fn parse<M: Message>(message: &ProtoMessage) -> Result<M, DeviceError> {
    M::parse_from_bytes(message.payload())
        .map_err(|_| DeviceError::Unexpected(format!("{:?} that cannot be read", message.message_type())))
}
