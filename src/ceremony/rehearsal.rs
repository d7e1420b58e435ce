//! Which published test seed stands in for which seed of a plan.

use crate::keys::SeedForm;
use crate::keys::test_seeds::test_seed;
use crate::plan::{Plan, SeedKind};

/// The published test seed that rehearsals use for a seed of the plan: the first seed of a kind gets the first
/// published one of that kind, and so on. None where the plan has no such seed, or more of its kind than there are
/// published ones.
pub fn rehearsal_seed(plan: &Plan, seed: &str) -> Option<(SeedForm, &'static str)> {
    let at = plan.seeds.iter().position(|planned| planned.name == seed)?;
    let kind = plan.seeds[at].kind;
    let n = plan.seeds[..at].iter().filter(|before| before.kind == kind).count() + 1;
    let (words, form) = match kind {
        SeedKind::Slip39Words20 => (20, SeedForm::Slip39),
        SeedKind::Slip39Words33 => (33, SeedForm::Slip39),
        SeedKind::Bip39Words12 => (12, SeedForm::Bip39),
        SeedKind::Bip39Words24 => (24, SeedForm::Bip39),
    };
    Some((form, test_seed(words, form, n)?))
}
