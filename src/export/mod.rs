//! What others need from a verified bundle: files for wallets, and questions for a chain.

pub mod batches;
pub mod chain_check;
mod standing;

pub use chain_check::{Answers, ChainCheck, ChainFinding, ChainReport};
pub use standing::{Contract, Form, SafeForm, SplitForm, contracts_on};
