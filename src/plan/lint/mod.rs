//! The lints: what a plan must not say. Each has an id, a cause and a remedy for every way to break it, and a
//! section in `docs/lints.md`.

mod acceptance;
mod chains;
mod cycles;
mod duplicates;
mod labels;
mod names;
mod owners;
mod paths;
mod references;
mod shared_seed;
mod splits;
mod statement;
#[cfg(test)]
mod tests;
mod unused;
mod wallets;

use super::Finding;
use super::draft::Draft;
use super::finding::Report;

/// The file is not in the form of a plan.
pub const SCHEMA: &str = "P-SCHEMA";
/// A name that refers to nothing, to the wrong thing, or to itself; or something that nothing refers to.
pub const REF: &str = "P-REF";
/// A path that the device would refuse.
pub const PATH_RANGE: &str = "P-PATH-RANGE";
/// Two roles that are one address.
pub const PATH_COLLISION: &str = "P-PATH-COLLISION";
/// A label that wallets could not show, or that two addresses share.
pub const LABEL: &str = "P-LABEL";
/// Two wallets that are one.
pub const WALLET_DUPLICATE: &str = "P-WALLET-DUPLICATE";
/// Owners that a Safe would refuse.
pub const OWNERS: &str = "P-OWNERS";
/// A threshold that a Safe would refuse.
pub const THRESHOLD: &str = "P-THRESHOLD";
/// A threshold that one seed alone can meet.
pub const SHARED_SEED: &str = "P-SHARED-SEED";
/// Two contracts that are one address.
pub const CONTRACT_DUPLICATE: &str = "P-CONTRACT-DUPLICATE";
/// Recipients that a split would refuse, or should.
pub const SPLIT: &str = "P-SPLIT";
/// A chain without a known deployment.
pub const CHAIN: &str = "P-CHAIN";
/// Names too long for a statement that every device shows in full.
pub const STATEMENT: &str = "P-STATEMENT";

/// Every lint, in the order of `docs/lints.md`.
pub const LINTS: [&str; 13] = [
    SCHEMA,
    REF,
    PATH_RANGE,
    PATH_COLLISION,
    LABEL,
    WALLET_DUPLICATE,
    OWNERS,
    THRESHOLD,
    SHARED_SEED,
    CONTRACT_DUPLICATE,
    SPLIT,
    CHAIN,
    STATEMENT,
];

/// Runs every lint over a well-formed plan. Returns the warnings that the plan accepts, each with its reason.
pub fn run(draft: &Draft, report: &mut Report) -> Vec<(Finding, String)> {
    names::run(draft, report);
    references::run(draft, report);
    unused::run(draft, report);
    cycles::run(draft, report);
    paths::run(draft, report);
    labels::run(draft, report);
    wallets::run(draft, report);
    owners::run(draft, report);
    shared_seed::run(draft, report);
    duplicates::run(draft, report);
    splits::run(draft, report);
    chains::run(draft, report);
    statement::run(draft, report);
    acceptance::run(draft, report)
}
