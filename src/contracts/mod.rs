//! Safe and 0xSplits: parameters → calldata and predicted address; the registry of known deployments.

mod abi;
pub mod batch;
mod chain;
mod encoding;
mod payment;
mod registry;
pub mod safe;
pub mod safe_tx;
pub mod split;
mod table;
mod transaction;

pub use batch::Batch;
pub use chain::{CHAINS, Chain};
pub use payment::{NATIVE_TOKEN, pay};
pub use registry::{Deployed, Unknown, known_name, self_check};
pub use safe::{FallbackHandler, Preset, SafeDeployment, SafeError, SafeParameters};
pub use safe_tx::{Operation, SafeTx};
pub use split::{Kind, Placement, SplitDeployment, SplitError, SplitParameters};
pub use table::{CalldataError, Row, decode};
pub use transaction::Transaction;
