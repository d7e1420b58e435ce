//! The firmware's heart: one message after the other, each up to its answer (trezor-firmware
//! core/src/trezor/wire/message_handler.py, core/src/apps/base.py, core/src/apps/workflow_handlers.py).

use std::sync::{Arc, PoisonError};

use trezor_client::TrezorMessage;
use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::{ApplyFlags, Initialize, MessageType, Ping, Success};
use trezor_client::transport::ProtoMessage;

use super::bus::{Bus, State};
use super::config::SimulatorConfig;
use super::decode::{decode, decode_alike};
use super::halt::{Halt, failure};
use super::screen::{Kind, Screen};
use super::sessions::Sessions;

/// The device itself, on a thread of its own.
pub(super) struct Core {
    bus: Arc<Bus>,
    plugs: u64,
    pub(super) config: SimulatorConfig,
    pub(super) sessions: Sessions,
    pub(super) unlocked: bool,
    pub(super) pin_failures: u32,
    /// What laptops note on it, bits that are only ever set.
    pub(super) flags: u32,
}

impl Core {
    pub(super) fn new(bus: Arc<Bus>, config: SimulatorConfig) -> Self {
        Self {
            bus,
            plugs: 0,
            sessions: Sessions::new(&config.device_id, config.entropy),
            unlocked: config.pin.is_none(),
            pin_failures: 0,
            flags: 0,
            config,
        }
    }

    /// Answers messages until nobody holds the device any more.
    pub(super) fn run(&mut self) {
        loop {
            self.draw_home();
            let ended = match self.next_message() {
                Ok(message) => self.handle(message),
                Err(halt) => Err(halt),
            };
            match ended {
                Err(Halt::Abandoned) => return,
                Err(Halt::PowerCut) => self.power_cut(),
                Err(Halt::Locked) => self.lock(),
                Ok(()) | Err(Halt::Failure(..) | Halt::Message(_)) => {}
            }
        }
    }

    /// One message, and those that come in the midst of it.
    fn handle(&mut self, mut message: ProtoMessage) -> Result<(), Halt> {
        loop {
            match self.dispatch(&message) {
                Ok(answer) => {
                    self.post(answer);
                    return Ok(());
                }
                Err(Halt::Message(next)) => message = next,
                Err(Halt::Failure(code, words)) => {
                    self.post(envelope(&failure(code, words))?);
                    return Ok(());
                }
                Err(Halt::Locked) => {
                    if let Halt::Failure(code, words) = Halt::cancelled("Cancelled") {
                        self.post(envelope(&failure(code, words))?);
                    }
                    return Err(Halt::Locked);
                }
                Err(halt) => return Err(halt),
            }
        }
    }

    fn dispatch(&mut self, message: &ProtoMessage) -> Result<ProtoMessage, Halt> {
        let bytes = message.payload();
        match message.message_type() {
            MessageType::MessageType_Initialize => envelope(&self.initialize(&decode(bytes)?)),
            MessageType::MessageType_GetFeatures => envelope(&self.features()),
            MessageType::MessageType_Cancel => Err(Halt::cancelled("Cancelled")),
            MessageType::MessageType_Ping => envelope(&self.ping(&decode(bytes)?)?),
            MessageType::MessageType_LockDevice => {
                self.lock();
                envelope(&Success::new())
            }
            MessageType::MessageType_EndSession => {
                self.sessions.end();
                envelope(&Success::new())
            }
            kind => self.dispatch_unlocked(kind, bytes),
        }
    }

    /// Messages that ask for the PIN first. They are read before it is asked for.
    fn dispatch_unlocked(&mut self, kind: MessageType, bytes: &[u8]) -> Result<ProtoMessage, Halt> {
        match kind {
            MessageType::MessageType_ApplyFlags => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.apply_flags(&question)?)
            }
            MessageType::MessageType_GetPublicKey => {
                let question = decode_alike(bytes)?;
                self.unlock()?;
                self.bitcoin_public_key(&question)
            }
            MessageType::MessageType_EthereumGetPublicKey => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.ethereum_public_key(&question)?)
            }
            MessageType::MessageType_EthereumGetAddress => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.ethereum_address(&question)?)
            }
            MessageType::MessageType_EthereumSignMessage => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.ethereum_sign_message(&question)?)
            }
            MessageType::MessageType_EthereumVerifyMessage => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.ethereum_verify_message(&question)?)
            }
            MessageType::MessageType_EthereumSignTypedData => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.ethereum_sign_typed_data(&question)?)
            }
            MessageType::MessageType_AuthenticateDevice if self.config.model.facts().proves_itself() => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.authenticate(&question)?)
            }
            MessageType::MessageType_GetFirmwareHash => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.firmware_hash(&question)?)
            }
            MessageType::MessageType_RecoveryDevice => {
                let question = decode(bytes)?;
                self.unlock()?;
                envelope(&self.check_backup(&question)?)
            }
            _ => Err(Halt::unexpected_message()),
        }
    }

    fn initialize(&mut self, question: &Initialize) -> trezor_client::protos::Features {
        let id = self.sessions.start(question.session_id.as_deref());
        let mut features = self.features();
        features.set_session_id(id.to_vec());
        features
    }

    fn ping(&mut self, question: &Ping) -> Result<Success, Halt> {
        if question.button_protection() {
            let screen =
                Screen::new(Kind::Confirm { hold: false }, "ping", "Confirm", vec!["ping".to_owned()]);
            self.confirm(ButtonRequestType::ButtonRequest_ProtectCall, screen)?;
        }
        Ok(Success { message: Some(question.message().to_owned()), ..Default::default() })
    }

    /// trezorlib sends this with no flag at all, only to have the PIN asked for.
    fn apply_flags(&mut self, question: &ApplyFlags) -> Result<Success, Halt> {
        if self.config.seed.is_none() {
            return Err(Halt::not_initialized());
        }
        self.flags |= question.flags();
        Ok(Success { message: Some("Flags applied".to_owned()), ..Default::default() })
    }

    /// Without a PIN there is nothing to lock.
    fn lock(&mut self) {
        self.unlocked = self.config.pin.is_none();
    }

    pub(super) fn power_cut(&mut self) {
        self.sessions.clear();
        self.lock();
    }

    /// Restarts, as after a wipe: to the laptop this looks like a plug that was pulled.
    pub(super) fn restart(&mut self) -> Halt {
        self.bus.change(|state| {
            state.plugs += 1;
            state.to_device.clear();
            state.to_laptop.clear();
        });
        Halt::PowerCut
    }

    fn draw_home(&self) {
        let kind = if self.unlocked { Kind::Home } else { Kind::Locked };
        self.draw(Screen::new(kind, "", &self.config.label, Vec::new()));
    }

    /// Draws a screen, unless the power is gone.
    pub(super) fn draw(&self, screen: Screen) {
        self.bus.change(|state| {
            if state.powered {
                state.draw(screen);
            }
        });
    }

    /// Sends an answer, unless the plug was pulled since the question.
    pub(super) fn post(&self, message: ProtoMessage) {
        self.bus.change(|state| {
            if state.powered && state.plugs == self.plugs {
                state.to_laptop.push_back(message);
            }
        });
    }

    /// The next message from the laptop.
    pub(super) fn next_message(&mut self) -> Result<ProtoMessage, Halt> {
        self.wait(|state| state.to_device.pop_front())
    }

    /// Waits until the state gives something.
    pub(super) fn wait<T>(&mut self, mut ready: impl FnMut(&mut State) -> Option<T>) -> Result<T, Halt> {
        let bus = self.bus.clone();
        let mut state = bus.state();
        loop {
            if state.abandoned {
                return Err(Halt::Abandoned);
            }
            if state.plugs != self.plugs {
                self.plugs = state.plugs;
                return Err(Halt::PowerCut);
            }
            if state.powered {
                if std::mem::take(&mut state.locks) {
                    return Err(Halt::Locked);
                }
                if let Some(ready) = ready(&mut state) {
                    return Ok(ready);
                }
            }
            state = bus.bell.wait(state).unwrap_or_else(PoisonError::into_inner);
        }
    }
}

/// Puts an answer into its envelope.
pub(super) fn envelope<M: TrezorMessage>(message: &M) -> Result<ProtoMessage, Halt> {
    match message.write_to_bytes() {
        Ok(bytes) => Ok(ProtoMessage::new(M::MESSAGE_TYPE, bytes)),
        Err(_) => Err(Halt::firmware_error()),
    }
}
