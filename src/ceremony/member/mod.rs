//! One member's run: from a device plugged in to a part signed by each of its wallets.

mod fold;
mod project;
mod replay;
mod run;
mod state;
mod step;

pub use project::{AUTHENTICITY, NO_PROOF, part_and_sealed};
pub use replay::Replay;
pub use run::MemberRun;
pub use state::{MemberState, Settled, WalletState};
pub use step::MemberStep;
