//! Where devices are plugged in.

mod attached;
mod simulated;

pub use attached::{AttachedBench, parse_target};
pub use simulated::{PIN, SIMULATED, SimulatedBench};
