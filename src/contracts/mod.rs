//! Safe and 0xSplits: parameters → calldata and predicted address; the registry of known deployments.

mod abi;
pub mod batch;
mod calldata;
pub mod calls;
mod chain;
mod encoding;
mod payment;
mod registry;
pub mod safe;
pub mod safe_tx;
pub mod split;
mod table;
pub mod token;
mod transaction;
pub mod view;

pub use batch::Batch;
pub use calldata::CalldataError;
pub use calls::Call;
pub use chain::{CHAINS, Chain};
pub use payment::{NATIVE_TOKEN, pay};
pub use registry::{
    Deployed, DeploymentSet, Unknown, known_name, multi_send_call_only, multi_send_call_only_of, named,
    self_check,
};
pub use safe::{
    FallbackHandler, Method, Preset, SafeChange, SafeDeployment, SafeError, SafeParameters, SafeState,
    Singleton,
};
pub use safe_tx::{Operation, SafeTx};
pub use split::{Kind, Placement, SplitDeployment, SplitError, SplitParameters, SplitState};
pub use table::{Row, decode};
pub use transaction::Transaction;
