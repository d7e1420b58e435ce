//! What the fold of the team's journal asks for besides its events.

use super::{Accepted, Earlier, SettledManifest, TeamState, accept, earlier_parts};
use crate::journal::Storage;
use crate::manifest::Heading;
use crate::plan::Plan;
use crate::text::Problem;

/// Where parts come from, and what follows from them. Whoever has done this work before may give what came of it.
pub trait Sources {
    /// A member's part, as [`accept`] takes it.
    ///
    /// # Errors
    /// The first thing that does not hold.
    fn part(&self, plan: &Plan, heading: &Heading, member: &str) -> Result<Accepted, Problem>;

    /// The parts of earlier ceremonies, as [`earlier_parts`] takes them.
    ///
    /// # Errors
    /// The first that does not hold.
    fn earlier(&self, plan: &Plan, heading: &Heading) -> Result<Vec<Earlier>, Problem>;

    /// The manifest that follows from the parts taken.
    ///
    /// # Errors
    /// It cannot be made of them.
    fn manifest(&self, state: &TeamState) -> Result<SettledManifest, Problem> {
        state.settle()
    }
}

/// The ceremony's folder.
pub struct Folder<'s>(pub &'s dyn Storage);

impl Sources for Folder<'_> {
    fn part(&self, plan: &Plan, heading: &Heading, member: &str) -> Result<Accepted, Problem> {
        accept(self.0, plan, heading, member)
    }

    fn earlier(&self, plan: &Plan, heading: &Heading) -> Result<Vec<Earlier>, Problem> {
        earlier_parts(self.0, plan, heading)
    }
}
