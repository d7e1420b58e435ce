//! Where devices are plugged in.

mod simulated;

pub use simulated::{PIN, SimulatedBench};
