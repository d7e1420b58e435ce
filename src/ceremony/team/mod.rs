//! The team's part: all parts checked and combined, every contract predicted, the manifest signed by its owners.

mod batches;
mod changes;
mod contracts;
mod earlier;
mod incoming;
mod names;
mod parts;
mod project;
mod run;
mod sources;
mod state;
mod witness;

pub use contracts::contracts_of;
pub use earlier::{Earlier, Flaw, carried_files, earlier_parts, examine};
pub use incoming::{gather, own_member};
pub use parts::{Accepted, Replayed, accept, accept_replayed};
pub use project::manifest_of;
pub use run::TeamRun;
pub use sources::{Folder, Sources};
pub use state::{SettledManifest, TeamState, TeamStep};
pub use witness::{Testimony, Witnessed, witness};
