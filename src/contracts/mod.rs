//! Safe and 0xSplits: parameters → calldata and predicted address; the registry of known deployments.

mod chain;

pub use chain::{CHAINS, Chain};
