//! Which Trezor is meant.

use std::net::SocketAddr;

use super::channel::Port;
use super::udp::UdpPort;
use super::usb::{UsbPlace, UsbPort};
use crate::device::DeviceError;

/// Which Trezor is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// The only one on USB.
    Usb,
    /// The one at this place on USB. A device gets another address with each replug: where none is there, the only
    /// one on USB is meant, and which device that is, [`crate::device::Device::identify`] tells.
    UsbAt(UsbPlace),
    /// The emulator that listens at this address of this machine. Never looked for unless named: any program can listen
    /// there.
    Udp(SocketAddr),
}

impl Target {
    /// Whether what is there is software: a real Trezor has no network.
    pub fn is_software(self) -> bool {
        matches!(self, Self::Udp(_))
    }

    /// The port for a [`super::Driver`]. Nothing is connected yet.
    ///
    /// # Errors
    /// [`DeviceError::Unsupported`] for an address that is not on this machine.
    pub fn port(self) -> Result<Box<dyn Port>, DeviceError> {
        match self {
            Self::Usb => Ok(Box::new(UsbPort(None))),
            Self::UsbAt(place) => Ok(Box::new(UsbPort(Some(place)))),
            Self::Udp(address) => Ok(Box::new(UdpPort::new(address)?)),
        }
    }
}
