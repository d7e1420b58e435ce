//! A call read back from its bytes: what it does, and the calls that it carries inside.

mod methods;
mod rows;
#[cfg(test)]
mod tests;

use alloy::primitives::{Bytes, U256};
use alloy::sol_types::SolCall;

use super::abi::{Split, distributeCall, execCallsCall, execTransactionCall, multiSendCall, updateSplitCall};
use super::calldata::{CalldataError, exact, selector};
use super::safe_tx::{Operation, unpacked};
use super::table::{self, Row};
use super::{SplitState, Transaction};
use crate::keys::Address;

pub use methods::Argument;

/// How many calls inside one another are read. Nobody nests so deep in earnest.
const DEEPEST: u8 = 8;

/// A call with what it does, as far as we can read it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Call {
    /// Whether it calls, or runs the code as its own.
    pub operation: Operation,
    /// Whom, with how much and which bytes.
    pub tx: Transaction,
    /// What the bytes say.
    pub reading: Reading,
}

/// What the bytes of a call say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reading {
    /// There are none.
    Empty,
    /// A method with arguments of fixed size.
    Method {
        /// Its name in the contract's source.
        name: &'static str,
        /// The arguments in their order.
        arguments: Vec<Argument>,
    },
    /// `multiSend`, or `execCalls` of a split: calls in their order.
    Several {
        /// The method's name.
        name: &'static str,
        /// The calls.
        calls: Vec<Call>,
    },
    /// `execTransaction` of another Safe.
    Exec(Box<Exec>),
    /// `updateSplit` or `distribute`.
    Split {
        /// The method's name.
        name: &'static str,
        /// The parameters of the split.
        state: SplitState,
        /// The arguments behind them.
        arguments: Vec<Argument>,
    },
    /// A deployment of a Safe or a split, decoded.
    Creation(Vec<Row>),
    /// It begins like a known call, and goes on in no way that has one reading.
    Garbled,
    /// We do not know it.
    Unknown,
}

/// What another Safe is asked to run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exec {
    /// The call that it makes.
    pub call: Call,
    /// `safeTxGas`, `baseGas` and `gasPrice`.
    pub gas: [U256; 3],
    /// The token of a refund.
    pub gas_token: Address,
    /// Who is refunded.
    pub refund_receiver: Address,
    /// The owners' signatures.
    pub signatures: Bytes,
}

impl Call {
    /// Reads a call, and those inside it.
    pub fn read(operation: Operation, tx: Transaction) -> Self {
        Self::read_at(0, operation, tx)
    }

    fn read_at(depth: u8, operation: Operation, tx: Transaction) -> Self {
        let reading = match Reading::of(depth, &tx.data) {
            Ok(reading) => reading,
            Err(CalldataError::Selector) => Reading::Unknown,
            Err(_) => Reading::Garbled,
        };
        Self { operation, tx, reading }
    }

    /// The calls directly inside this one.
    pub fn inside(&self) -> &[Self] {
        match &self.reading {
            Reading::Several { calls, .. } => calls,
            Reading::Exec(exec) => std::slice::from_ref(&exec.call),
            _ => &[],
        }
    }
}

impl Reading {
    fn of(depth: u8, data: &[u8]) -> Result<Self, CalldataError> {
        let plain = |tx| Call::read_at(depth + 1, Operation::Call, tx);
        match selector(data) {
            None if data.is_empty() => Ok(Self::Empty),
            Some(multiSendCall::SELECTOR) if depth < DEEPEST => {
                let calls = unpacked(&exact::<multiSendCall>(data)?.transactions)?;
                let calls = calls.into_iter().map(|(operation, tx)| Call::read_at(depth + 1, operation, tx));
                Ok(Self::Several { name: "multiSend", calls: calls.collect() })
            }
            Some(execCallsCall::SELECTOR) if depth < DEEPEST => {
                let calls = exact::<execCallsCall>(data)?._calls.into_iter();
                let calls = calls.map(|call| {
                    plain(Transaction { to: call.to.into(), value: call.value, data: call.data })
                });
                Ok(Self::Several { name: "execCalls", calls: calls.collect() })
            }
            Some(execTransactionCall::SELECTOR) if depth < DEEPEST => exec(depth, exact(data)?),
            Some(updateSplitCall::SELECTOR) => {
                let call: updateSplitCall = exact(data)?;
                Ok(Self::Split { name: "updateSplit", state: state(call._split), arguments: Vec::new() })
            }
            Some(distributeCall::SELECTOR) => {
                let call: distributeCall = exact(data)?;
                let arguments = vec![
                    Argument::address("_token", call._token.into()),
                    Argument::address("_distributor", call._distributor.into()),
                ];
                Ok(Self::Split { name: "distribute", state: state(call._split), arguments })
            }
            Some(found) => match methods::read(found, data) {
                Some(method) => method,
                None => table::decode(data).map(Self::Creation),
            },
            None => Err(CalldataError::Selector),
        }
    }
}

fn exec(depth: u8, call: execTransactionCall) -> Result<Reading, CalldataError> {
    let operation = Operation::of(call.operation).ok_or(CalldataError::Arguments)?;
    let tx = Transaction { to: call.to.into(), value: call.value, data: call.data };
    Ok(Reading::Exec(Box::new(Exec {
        call: Call::read_at(depth + 1, operation, tx),
        gas: [call.safeTxGas, call.baseGas, call.gasPrice],
        gas_token: call.gasToken.into(),
        refund_receiver: call.refundReceiver.into(),
        signatures: call.signatures,
    })))
}

fn state(split: Split) -> SplitState {
    SplitState {
        recipients: split.recipients.into_iter().map(Into::into).collect(),
        allocations: split.allocations,
        total_allocation: split.totalAllocation,
        incentive: split.distributionIncentive,
    }
}
