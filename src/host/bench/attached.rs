//! Real devices, one at a time on the same cable.

use crate::ceremony::Bench;
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

    fn name(&self) -> String {
        match self.target {
            Target::Usb => "usb".to_owned(),
            Target::Udp(address) => format!("udp:{address}"),
        }
    }
}

/// Reads a target as the command line and journals write it: `usb` or `udp:HOST:PORT`.
///
/// # Errors
/// Another form.
pub fn parse_target(text: &str) -> Result<Target, Problem> {
    let unknown = || Problem::unusable("device-target").with("text", text);
    match text.strip_prefix("udp:") {
        None if text == "usb" => Ok(Target::Usb),
        None => Err(unknown()),
        Some(address) => address.parse().map(Target::Udp).map_err(|_| unknown()),
    }
}
