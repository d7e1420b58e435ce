//! The laptop's side of a simulated Trezor.

use std::io;
use std::sync::{Arc, PoisonError};
use std::time::Duration;

use trezor_client::transport::error::Error;
use trezor_client::transport::{ProtoMessage, Transport};

use super::bus::{Holder, State};
use crate::device::trezor::Channel;

/// A plugged-in cable. Dead once the device was unplugged, as a USB handle is: the next [`Port::connect`] gives a new
/// one.
///
/// [`Port::connect`]: crate::device::trezor::Port::connect
pub struct Cable {
    holder: Arc<Holder>,
    plugs: u64,
}

impl Cable {
    /// Plugs a cable in; `None` without power.
    pub(super) fn plug(holder: Arc<Holder>) -> Option<Self> {
        let (powered, plugs) = {
            let state = holder.0.state();
            (state.powered, state.plugs)
        };
        powered.then_some(Self { holder, plugs })
    }

    /// Whether the device was unplugged, or restarted, since.
    pub(super) fn is_dead(&self) -> bool {
        self.dead(&self.holder.0.state())
    }

    fn dead(&self, state: &State) -> bool {
        !state.powered || state.plugs != self.plugs
    }
}

impl Channel for Cable {
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error> {
        self.holder.0.change(|state| {
            if self.dead(state) {
                return Err(Error::DeviceDisconnected);
            }
            state.to_device.push_back(message);
            Ok(())
        })
    }

    fn receive(&mut self, patience: Duration) -> Result<Option<ProtoMessage>, Error> {
        let bus = &self.holder.0;
        let waits = |state: &mut State| !self.dead(state) && state.to_laptop.is_empty();
        let (mut state, _) =
            bus.bell.wait_timeout_while(bus.state(), patience, waits).unwrap_or_else(PoisonError::into_inner);
        if self.dead(&state) { Err(Error::DeviceDisconnected) } else { Ok(state.to_laptop.pop_front()) }
    }
}

/// As trezor-client's own transports: reads that wait for ever.
impl Transport for Cable {
    fn session_begin(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn session_end(&mut self) -> Result<(), Error> {
        Ok(())
    }

    fn write_message(&mut self, message: ProtoMessage) -> Result<(), Error> {
        self.send(message)
    }

    fn read_message(&mut self) -> Result<ProtoMessage, Error> {
        match self.receive(Duration::MAX)? {
            Some(message) => Ok(message),
            None => Err(io::Error::from(io::ErrorKind::TimedOut).into()),
        }
    }
}
