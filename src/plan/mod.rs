//! What the team intends: one strict TOML file, its expansion, its lints.

mod model;

pub use model::{
    Acceptance, Account, Ceremony, Custodian, EntryPlace, External, Placeholder, Plan, Recipient, Role,
    SafePlan, SeedKind, SeedPlan, SplitPlan, Wallet, WalletId,
};
