//! Which Trezor is meant.

use std::net::SocketAddr;

use super::channel::Port;
use super::udp::UdpPort;
use super::usb::UsbPort;
use crate::device::DeviceError;

/// Which Trezor is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The one on USB.
    Usb,
    /// The emulator that listens at this address of this machine. Never looked for unless named: any program can listen
    /// there.
    Udp(SocketAddr),
}

impl Target {
    /// The port for a [`super::Driver`]. Nothing is connected yet.
    ///
    /// # Errors
    /// [`DeviceError::Unsupported`] for an address that is not on this machine.
    pub fn port(self) -> Result<Box<dyn Port>, DeviceError> {
        match self {
            Self::Usb => Ok(Box::new(UsbPort)),
            Self::Udp(address) => Ok(Box::new(UdpPort::new(address)?)),
        }
    }
}
