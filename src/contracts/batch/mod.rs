//! A batch of calls as Safe's Transaction Builder reads and writes it (safe-wallet-monorepo, apps/tx-builder:
//! typings/models.ts, lib/checksum.ts).

mod checksum;
mod read;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use super::Transaction;
use crate::keys::Address;

pub use checksum::checksum;
pub use read::{BatchError, BatchFile, Checksum};

/// The release of the Transaction Builder whose files ours are like.
const BUILDER: &str = "2.0.1";

/// Calls that a Safe makes together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// The Safe that makes them.
    pub safe: Address,
    /// What the batch is called; it does not enter the checksum.
    pub name: String,
    /// What it is for.
    pub description: String,
    /// The calls, in their order: all plain calls, as these files know no other.
    pub calls: Vec<Transaction>,
}

impl Batch {
    /// The file as a JSON value. It was created at 0, the beginning of 1970: the time enters the checksum, and the same
    /// batch is to be the same file whenever and wherever it is made.
    pub fn document(&self) -> Value {
        let mut document = json!({
            "version": "1.0",
            "chainId": self.chain_id.to_string(),
            "createdAt": 0,
            "meta": {
                "name": self.name,
                "description": self.description,
                "txBuilderVersion": BUILDER,
                "createdFromSafeAddress": self.safe,
                "createdFromOwnerAddress": "",
            },
            "transactions": self.calls,
        });
        // Its only number is 0, which has a sum.
        document["meta"]["checksum"] = checksum(&document).unwrap_or_default().into();
        document
    }

    /// The file: the document indented, and a line's end.
    pub fn bytes(&self) -> Vec<u8> {
        format!("{:#}\n", self.document()).into_bytes()
    }
}
