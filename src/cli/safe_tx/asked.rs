//! A SafeTx as the options of a call name it.

use std::path::{Path, PathBuf};

use alloy::primitives::U256;
use clap::Args;

use crate::cli::values::{address, bytes, number};
use crate::contracts::batch::{BatchFile, Checksum};
use crate::contracts::safe_tx::without_zero;
use crate::contracts::{Operation, SafeState, SafeTx, Transaction, safe};
use crate::keys::Address;
use crate::text::Problem;

/// Which transaction of which Safe.
#[derive(Args)]
pub(super) struct Asked {
    /// EIP-155 chain id.
    #[arg(long, value_name = "N")]
    pub(super) chain_id: u64,
    /// The Safe.
    #[arg(long, value_name = "ADDR")]
    safe: String,
    /// A batch of the Transaction Builder, instead of one call.
    #[arg(value_name = "BATCH", required_unless_present = "to", conflicts_with_all = ["to", "value", "data", "operation"])]
    batch: Option<PathBuf>,
    /// Whom the Safe calls.
    #[arg(long, value_name = "ADDR")]
    to: Option<String>,
    /// Wei that go with the call.
    #[arg(long, value_name = "N", default_value = "0")]
    value: String,
    /// The calldata.
    #[arg(long, value_name = "0x…", default_value = "0x")]
    data: String,
    /// call, or delegatecall, which runs the code as the Safe's own.
    #[arg(long, value_parser = ["call", "delegatecall"], default_value = "call")]
    operation: String,
    /// The Safe's nonce for it.
    #[arg(long, value_name = "N")]
    nonce: String,
    /// Version of the Safe's contracts.
    #[arg(long, default_value = "1.4.1")]
    pub(super) version: String,
    /// Gas that the call must be left with.
    #[arg(long, value_name = "N", default_value = "0")]
    safe_tx_gas: String,
    /// Gas paid for besides, in a refund.
    #[arg(long, value_name = "N", default_value = "0")]
    base_gas: String,
    /// What a unit of gas is refunded with.
    #[arg(long, value_name = "N", default_value = "0")]
    gas_price: String,
    /// In which token it is refunded; ether if left out.
    #[arg(long, value_name = "ADDR")]
    gas_token: Option<String>,
    /// Who is refunded; whoever sends it if left out.
    #[arg(long, value_name = "ADDR")]
    refund_receiver: Option<String>,
}

/// The file that a transaction was read from.
pub(super) struct Source {
    /// What the batch is called.
    pub(super) name: String,
    /// The Safe that it was made for.
    pub(super) safe: Address,
    /// Whether its checksum holds.
    pub(super) checksum: Checksum,
}

impl Asked {
    /// The transaction, and the file that it was read from.
    ///
    /// # Errors
    /// An option cannot be read, or no Safe of this version is known on this chain.
    pub(super) fn transaction(&self) -> Result<(SafeTx, Option<Source>), Problem> {
        known(&self.version, self.chain_id)?;
        let safe = address("--safe", &self.safe)?;
        let (tx, source) = match (&self.batch, &self.to) {
            (Some(place), _) => self.of_batch(safe, place)?,
            (None, to) => (self.of_call(safe, to.as_deref().unwrap_or_default())?, None),
        };
        let optional = |option, text: &Option<String>| {
            text.as_deref().map_or(Ok(Address::ZERO), |text| address(option, text))
        };
        let tx = SafeTx {
            safe_tx_gas: number("--safe-tx-gas", &self.safe_tx_gas)?,
            base_gas: number("--base-gas", &self.base_gas)?,
            gas_price: number("--gas-price", &self.gas_price)?,
            gas_token: optional("--gas-token", &self.gas_token)?,
            refund_receiver: optional("--refund-receiver", &self.refund_receiver)?,
            ..tx
        };
        Ok((tx, source))
    }

    fn nonce(&self) -> Result<U256, Problem> {
        number("--nonce", &self.nonce)
    }

    fn of_call(&self, safe: Address, to: &str) -> Result<SafeTx, Problem> {
        let call = Transaction {
            to: address("--to", to)?,
            value: number("--value", &self.value)?,
            data: bytes("--data", &self.data)?,
        };
        let operation = self.operation.parse().unwrap_or(Operation::Call);
        Ok(SafeTx { operation, ..SafeTx::call(self.chain_id, safe, call, self.nonce()?) })
    }

    fn of_batch(&self, safe: Address, place: &Path) -> Result<(SafeTx, Option<Source>), Problem> {
        let BatchFile { batch, checksum } = BatchFile::load(place, self.chain_id)?;
        without_zero(&batch.calls)?;
        let tx = SafeTx::of_calls(&self.version, self.chain_id, safe, &batch.calls, self.nonce()?)
            .ok_or_else(|| Problem::unusable("batch-empty").with("file", place.display()))?;
        Ok((tx, Some(Source { name: batch.name, safe: batch.safe, checksum })))
    }
}

/// Whether a Safe of this version can stand on this chain.
///
/// # Errors
/// The version or the chain is not known, or not together.
pub(super) fn known(version: &str, chain_id: u64) -> Result<(), Problem> {
    let set = safe::first_set(version, chain_id).unwrap_or_default();
    Ok(safe::known(version, set, chain_id)?)
}

/// Owners and threshold as the options name them.
///
/// # Errors
/// An address cannot be read.
pub(super) fn state(option: &'static str, owners: &[String], threshold: u32) -> Result<SafeState, Problem> {
    let owners = owners.iter().map(|owner| address(option, owner)).collect::<Result<_, _>>()?;
    Ok(SafeState { owners, threshold })
}
