//! Safe and 0xSplits: parameters → calldata and predicted address; the registry of known deployments.

#![allow(dead_code, reason = "the builders that read the registry follow in the next commit")]

mod chain;
mod encoding;
mod registry;
pub mod safe;
pub mod split;

pub use chain::{CHAINS, Chain};
pub use registry::{Deployed, Unknown, known_name};
pub use split::Kind;
