//! The recovery exercise: every wallet of a member opened again on a spare device, every address of the manifest
//! compared, and nothing signed but a statement that says so.

mod event;
mod fold;
mod order;
mod record;
mod run;
mod state;

pub use event::{DrillBegun, DrillEvent};
pub use order::{DrillOrder, DrillWalletOrder};
pub use run::DrillRun;
pub use state::{DrillState, DrillStep};
