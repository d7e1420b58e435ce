//! Safe and 0xSplits: parameters → calldata and predicted address; the registry of known deployments.

mod abi;
pub mod batch;
pub mod calls;
mod chain;
mod encoding;
mod registry;
pub mod safe;
pub mod safe_tx;
pub mod split;
mod table;
mod transaction;

pub use batch::Batch;
pub use calls::Call;
pub use chain::{CHAINS, Chain};
pub use registry::{Deployed, Unknown, known_name, self_check};
pub use safe::{FallbackHandler, Preset, SafeChange, SafeDeployment, SafeError, SafeParameters, SafeState};
pub use safe_tx::{Operation, SafeTx};
pub use split::{Kind, Placement, SplitDeployment, SplitError, SplitParameters, SplitState};
pub use table::{CalldataError, Row, decode};
pub use transaction::Transaction;
