//! What members told of their parts by another channel.

use crate::keys::Digest;
use crate::plan::Plan;
use crate::text::Problem;

/// The digests of parts that members told by another channel, and the members whose parts are taken without.
#[derive(Clone, Debug, Default)]
pub struct Pins {
    /// A part's SHA-256, by its member.
    pub told: Vec<(String, Digest)>,
    /// Members whose digest nobody told. The manifest says so of their parts.
    pub unpinned: Vec<String>,
}

impl Pins {
    /// Whether they are of the plan's members, each named at most once.
    ///
    /// # Errors
    /// One is of nobody, or somebody is named twice.
    pub fn check_names(&self, plan: &Plan) -> Result<(), Problem> {
        let names: Vec<_> = self.told.iter().map(|(name, _)| name).chain(&self.unpinned).collect();
        let members = plan.members();
        for (at, name) in names.iter().enumerate() {
            if !members.contains(name) || names[..at].contains(name) {
                return Err(Problem::unusable("pin-unusable").with("member", name));
            }
        }
        Ok(())
    }

    /// Whether a member's part from elsewhere may be taken, and is pinned: false where it was named as unpinned.
    ///
    /// # Errors
    /// The member told another digest, or none, and is not named as unpinned.
    pub fn check(&self, member: &str, part: Digest) -> Result<bool, Problem> {
        match self.told.iter().find(|(name, _)| name == member) {
            Some((_, told)) if *told == part => Ok(true),
            Some(_) => Err(Problem::finding("part-not-as-told").with("member", member)),
            None if self.unpinned.iter().any(|name| name == member) => Ok(false),
            None => Err(Problem::finding("part-unpinned").with("member", member).with("digest", part)),
        }
    }
}
