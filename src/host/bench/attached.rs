//! Real devices, one at a time on the same cable.

use std::net::SocketAddr;

use crate::ceremony::{Bench, USB};
use crate::device::trezor::{Driver, Target};
use crate::device::{CancelFlag, Device, Worker};
use crate::text::Problem;

/// Whatever Trezor is attached when a member's turn comes.
pub struct AttachedBench {
    target: Target,
}

impl AttachedBench {
    /// Devices at this target.
    pub fn new(target: Target) -> Self {
        Self { target }
    }
}

impl Bench for AttachedBench {
    fn plug_in(&mut self, _: &str) -> Result<Box<dyn Device>, Problem> {
        let cancel = CancelFlag::default();
        let driver = Driver::new(self.target.port()?, cancel.clone());
        Ok(Box::new(Worker::spawn(Box::new(driver), cancel)))
    }

    /// What answers over UDP is an emulator or a simulator: a real Trezor has no network.
    fn is_software(&self) -> bool {
        self.target.is_software()
    }

    fn name(&self) -> String {
        match self.target {
            // A place on USB holds until the next replug, a journal for longer.
            Target::Usb | Target::UsbAt(_) => USB.to_owned(),
            Target::Udp(address) => format!("udp:{address}"),
        }
    }
}

/// Reads a target as the command line and journals write it: `usb`, `usb:BUS:ADDRESS` or `udp:HOST:PORT`.
///
/// # Errors
/// Another form.
pub fn parse_target(text: &str) -> Result<Target, Problem> {
    let unknown = || Problem::unusable("device-target").with("text", text);
    match text.strip_prefix("udp:") {
        None if text == USB => Ok(Target::Usb),
        None => text.parse().map(Target::UsbAt).map_err(|()| unknown()),
        Some(address) => {
            let address: SocketAddr = address.parse().map_err(|_| unknown())?;
            if address.ip().is_loopback() { Ok(Target::Udp(address)) } else { Err(unknown()) }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::trezor::UsbPlace;

    #[test]
    fn only_usb_and_this_machine_are_devices() {
        assert_eq!(parse_target("usb"), Ok(Target::Usb));
        assert_eq!(parse_target("usb:1:5"), Ok(Target::UsbAt(UsbPlace { bus: 1, address: 5 })));
        assert!(matches!(parse_target("udp:127.0.0.1:21324"), Ok(Target::Udp(_))));
        assert!(matches!(parse_target("udp:[::1]:21324"), Ok(Target::Udp(_))));
        for text in
            ["udp:192.0.2.1:21324", "udp:localhost:21324", "udp:", "usb:5", "tcp:127.0.0.1:1", "USB", ""]
        {
            assert_eq!(
                parse_target(text).map_err(|problem| problem.id().to_owned()),
                Err("device-target".to_owned()),
                "{text}"
            );
        }
    }
}
