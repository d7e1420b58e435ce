//! The team's part: all parts checked and combined, every contract predicted, the manifest signed by its owners.

mod batches;
mod changes;
mod contracts;
mod earlier;
mod follows;
mod incoming;
mod names;
mod own;
mod parts;
mod pins;
mod project;
mod review;
mod run;
mod sources;
mod state;
mod witness;

#[cfg(test)]
pub use contracts::File as ContractFile;
pub use contracts::contracts_of;
pub use earlier::{Earlier, Flaw, carried_files, earlier_parts, examine, kept_beyond, previous_in};
pub use follows::follows;
pub use incoming::{Gathered, gather};
pub use own::{Owner, own_member};
pub use parts::{Accepted, Replayed, Taken, accept, accept_replayed, check_together};
pub use pins::Pins;
pub use project::manifest_of;
pub use review::Review;
pub use run::TeamRun;
pub use sources::{Folder, Sources};
pub use state::{SettledManifest, TeamState, TeamStep};
pub use witness::{Testimony, Witnessed, witness};
