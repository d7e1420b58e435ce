//! What others need from a verified bundle: files for wallets and machines, and questions for a chain.

pub mod batches;
pub mod chain_check;
mod crypto_account;
mod deployments;
mod guide;
mod handover;
mod labels;
mod next_plan;
mod paper;
mod public;
mod qr_sheet;
mod standing;
mod wallet;

pub use chain_check::{Answers, ChainCheck, ChainFinding, ChainReport};
pub use crypto_account::{Wanted, crypto_account};
pub use deployments::deployments;
pub use guide::metamask_guide;
pub use handover::{Handover, Policy, notes_obol, notes_ssv};
pub use labels::{labels, metamask_contacts, metamask_labels, rotki, safe_address_book, safe_data};
pub use next_plan::{Clusters, next_plan};
pub use public::public;
pub use qr_sheet::qr_sheet;
pub use standing::{Contract, Form, SafeForm, SplitForm, contracts_on};
pub use wallet::safe_wallet;
