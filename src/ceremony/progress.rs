//! How far along a run is.

/// Counts of a run; a face draws them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// The member whose turn it is; empty in the team's part.
    pub member: String,
    /// Members whose part is done, and all of them.
    pub members: (usize, usize),
    /// Wallets settled in this member's run, and all of them.
    pub wallets: (usize, usize),
    /// Addresses confirmed in this member's run, and all of them.
    pub addresses: (usize, usize),
    /// Signatures made in this run, and all of them.
    pub signatures: (usize, usize),
    /// Exceptions recorded in this run; in the team's part, also those of the members' runs.
    pub exceptions: usize,
}
