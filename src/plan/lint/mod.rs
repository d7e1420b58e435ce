//! The lints: what a plan must not say. Each has an id, a cause and a remedy for every way to break it, and a
//! section in `docs/lints.md`.

mod acceptance;
mod batches;
mod carried;
mod chains;
mod changes;
mod cycles;
mod display_name;
mod duplicates;
mod eoa_controller;
mod eoa_managed;
mod labels;
mod ledger_slip39;
mod lookalike;
mod names;
mod one_of_n;
mod owners;
mod paths;
mod pays;
mod protocol;
mod reach;
mod references;
mod retired;
mod safes;
mod salts;
mod sessions;
mod shared_seed;
mod splits;
mod statement;
mod succession;
mod test_address;
#[cfg(test)]
mod tests;
mod unused;
mod wallet_name;
mod wallets;
mod witness;
mod xpub;

pub use batches::CALLDATA_MAX;

use rayon::prelude::*;

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
/// A change that changes nothing, or that nobody can make.
pub const CHANGE: &str = "P-CHANGE";
/// Transactions that a Safe cannot send, or whose money would be lost.
pub const BATCH: &str = "P-BATCH";
/// Choices for a Safe that do not exist, or not with each other.
pub const SAFE: &str = "P-SAFE";
/// What is taken over from an earlier ceremony without what is known of it.
pub const CARRIED: &str = "P-CARRIED";
/// What is gone, and is not.
pub const RETIRED: &str = "P-RETIRED";
/// A chain without a known deployment.
pub const CHAIN: &str = "P-CHAIN";
/// An external that everybody has the key of.
pub const TEST_ADDRESS: &str = "P-TEST-ADDRESS";
/// Names too long for a statement that every device shows in full.
pub const STATEMENT: &str = "P-STATEMENT";
/// How many of today's signers the next manifest needs.
pub const SUCCESSION: &str = "P-SUCCESSION";
/// A witness who is somebody else here.
pub const WITNESS: &str = "P-WITNESS";
/// A wallet that keeps what everybody needs.
pub const XPUB: &str = "P-XPUB";
/// A Safe that one signature moves.
pub const ONE_OF_N: &str = "P-ONE-OF-N";
/// A split that a key may change and empty.
pub const EOA_CONTROLLER: &str = "P-EOA-CONTROLLER";
/// A key that is called what only a Safe can be.
pub const EOA_MANAGED: &str = "P-EOA-MANAGED";
/// Addresses that a common wallet program does not reach.
pub const REACH: &str = "P-REACH";
/// Addresses that the device calls by one name.
pub const DISPLAY_NAME: &str = "P-DISPLAY-NAME";
/// A seed that is meant for a Ledger and cannot go there.
pub const LEDGER_SLIP39: &str = "P-LEDGER-SLIP39";
/// What a staking protocol does not do with an address of a wallet.
pub const PROTOCOL: &str = "P-PROTOCOL";
/// Passphrases that nothing can compare with their wallet's name.
pub const WALLET_NAME: &str = "P-WALLET-NAME";
/// More wallets than a device keeps open.
pub const SESSIONS: &str = "P-SESSIONS";
/// A token that does not go with the kind of split that will divide it.
pub const PAYS: &str = "P-PAYS";
/// A derived salt where something may stand already.
pub const SALT: &str = "P-SALT";
/// Labels or addresses that people take for each other.
pub const LOOKALIKE: &str = "P-LOOKALIKE";

/// Every lint, in the order of `docs/lints.md`.
pub const LINTS: [&str; 34] = [
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
    CHANGE,
    BATCH,
    SAFE,
    CARRIED,
    RETIRED,
    CHAIN,
    TEST_ADDRESS,
    STATEMENT,
    SUCCESSION,
    WITNESS,
    XPUB,
    ONE_OF_N,
    EOA_CONTROLLER,
    EOA_MANAGED,
    REACH,
    DISPLAY_NAME,
    LEDGER_SLIP39,
    PROTOCOL,
    WALLET_NAME,
    SESSIONS,
    PAYS,
    SALT,
    LOOKALIKE,
];

/// Findings name no more things than these: a long range is still one sentence.
const NAMED_MAX: usize = 12;

/// Runs every lint over a well-formed plan. Returns the warnings that the plan accepts, each with its reason.
pub fn run(draft: &Draft, report: &mut Report) -> Vec<(Finding, String)> {
    let alone = |lint: &Lint| {
        let mut found = Report::new(report.source());
        lint(draft, &mut found);
        found
    };
    // Each with a report of its own, so that all can run at once; together they read as one after the other.
    let found: Vec<_> = RUNS.par_iter().with_max_len(1).map(alone).collect();
    found.into_iter().for_each(|one| report.append(one));
    acceptance::run(draft, report)
}

type Lint = fn(&Draft, &mut Report);

/// What finds them, in an order that readers can follow; several lints may share one.
const RUNS: [Lint; 34] = [
    names::run,
    references::run,
    unused::run,
    cycles::run,
    paths::run,
    labels::run,
    wallets::run,
    owners::run,
    shared_seed::run,
    duplicates::run,
    splits::run,
    changes::run,
    batches::run,
    safes::run,
    carried::run,
    retired::run,
    chains::run,
    test_address::run,
    statement::run,
    succession::run,
    witness::run,
    xpub::run,
    one_of_n::run,
    eoa_controller::run,
    eoa_managed::run,
    reach::run,
    display_name::run,
    ledger_slip39::run,
    protocol::run,
    wallet_name::run,
    sessions::run,
    pays::run,
    salts::run,
    lookalike::run,
];

/// Names in one line; of very many the first ones, and how many there are besides.
fn listed<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    joined(names.into_iter().map(str::to_owned).collect(), ", ")
}

fn joined(mut names: Vec<String>, by: &str) -> String {
    let more = names.len().saturating_sub(NAMED_MAX);
    if more > 0 {
        names.truncate(NAMED_MAX);
        names.push(format!("... +{more}"));
    }
    names.join(by)
}
