//! The edges a ceremony needs: the laptop's facts, and a place where devices are plugged in.

use crate::device::Device;
use crate::manifest::Tool;
use crate::text::Problem;

/// Facts of the laptop. Rehearsals fix them, so that their bytes are the same everywhere.
pub trait HostFacts {
    /// The time, `YYYY-MM-DDThh:mm:ssZ`.
    fn now(&self) -> String;

    /// The program that runs.
    fn tool(&self) -> Tool;
}

/// What journals call devices on USB, the only ones of a real ceremony.
pub const USB: &str = "usb";

/// Where devices are plugged in.
pub trait Bench {
    /// Connects a member's device, asking for it where it is not there yet.
    ///
    /// # Errors
    /// None found, or the person gave up.
    fn plug_in(&mut self, member: &str) -> Result<Box<dyn Device>, Problem>;

    /// Whether what is plugged in here is software, whatever it says of itself.
    fn is_software(&self) -> bool {
        false
    }

    /// How its devices are reached, for the journal: `simulated`, [`USB`], `udp:127.0.0.1:21324`.
    fn name(&self) -> String;
}
