//! An owner's signature on a SafeTx of a verified manifest.

mod order;
mod run;

pub use order::{SafeTxOrder, sender};
pub use run::SafeTxRun;

use crate::contracts::SafeTx;
use crate::contracts::safe_tx::Finding;
use crate::keys::{Address, AddressPath};
use crate::plan::WalletId;

/// What stands on the laptop beside the device while a SafeTx is compared and signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeTxPage {
    /// The wallet.
    pub wallet: WalletId,
    /// The address that signs.
    pub signer: Address,
    /// Where it lies.
    pub path: AddressPath,
    /// What people call the batch.
    pub label: String,
    /// What each of its calls does.
    pub calls: Vec<String>,
    /// What somebody should say is meant, before it is signed.
    pub warnings: Vec<Finding>,
    /// What is signed.
    pub tx: SafeTx,
}

/// What of a SafeTx a device shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Showing {
    /// Its values, then its message hash.
    ValuesAndHash,
    /// Its values only: the firmware is older.
    Values,
    /// Its two hashes only.
    Hashes,
}
