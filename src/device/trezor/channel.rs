//! How messages get to a Trezor and back.

use std::time::Duration;

use trezor_client::transport::ProtoMessage;
use trezor_client::transport::error::Error;

use crate::device::DeviceError;

/// A connection to a Trezor. Unlike trezor-client's own transports its reads give up after a while, so that a person
/// can cancel on the laptop.
pub trait Channel: Send + Sync {
    /// Sends one message.
    ///
    /// # Errors
    /// The connection is gone.
    fn send(&mut self, message: ProtoMessage) -> Result<(), Error>;

    /// Waits for one message; `None` where nothing came in time.
    ///
    /// # Errors
    /// The connection is gone, or what came is no message.
    fn receive(&mut self, patience: Duration) -> Result<Option<ProtoMessage>, Error>;
}

/// Where a Trezor is plugged in: what connects to it, and again after it was unplugged.
pub trait Port: Send {
    /// Connects.
    ///
    /// # Errors
    /// [`DeviceError::NoDevice`], [`DeviceError::SeveralDevices`], [`DeviceError::NoAccess`], or [`DeviceError::Lost`] where it cannot be opened.
    fn connect(&mut self) -> Result<Box<dyn Channel>, DeviceError>;
}
