//! What the team intends: one strict TOML file, its expansion, its lints.

mod addresses;
mod batches;
mod contracts;
mod draft;
mod expand;
mod finding;
mod forms;
mod history;
mod holders;
mod index;
mod lint;
mod linted;
mod model;
mod order;
mod programs;
mod protocols;
mod reach;
mod read;
mod repeats;
mod schema;
mod source;
mod states;
mod suggest;
mod syntax;
#[cfg(test)]
mod tests;
mod witness;
mod words;

pub use finding::Finding;
pub use history::CarriedPart;
pub use holders::{Act, Holding, Movers};
pub use lint::{CALLDATA_MAX, LINTS};
pub use linted::Linted;
pub use model::{
    Acceptance, Account, Amount, BatchPlan, CallPlan, Ceremony, Custodian, EntryPlace, External, Placeholder,
    Plan, Recipient, Retired, Role, SafePlan, SafeState, SeedKind, SeedPlan, SplitPlan, SplitSalt,
    SplitState, Wallet, WalletId, Witness, WitnessMeans, XpubUse,
};
pub use programs::{Cell, Evidence, Hardware, Program, Reach, Verdict, Way, evidence, programs};
pub use protocols::{Protocol, protocols};
pub use reach::Group;
pub use read::{Checked, load, read};
pub(crate) use repeats::may_repeat;
#[cfg(test)]
pub(crate) use schema::Document;
pub use source::{Position, Source};
pub use suggest::{Move, Suggestion, suggest};
