//! The transaction that runs a SafeTx: its signatures collected and checked as the Safe will check them.

use alloy::sol_types::SolCall;

use super::super::abi::execTransactionCall;
use super::super::{SafeState, Transaction};
use super::SafeTx;
use crate::keys::{Address, Signature};
use crate::text::Problem;

/// Why a Safe would not run a transaction with these signatures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExecError {
    /// No key could have made a signature; holds its position, from 1.
    NoSigner(usize),
    /// A signature is of somebody else than it was said to be: of another transaction, or another owner's.
    OtherSigner {
        /// Who was said to have signed.
        said: Address,
        /// Whom it recovers to for this transaction.
        found: Address,
    },
    /// A signature recovers to nobody who owns the Safe (GS026): another signer's, or of another transaction.
    NoOwner {
        /// Its position, from 1.
        position: usize,
        /// Whom it recovers to.
        found: Address,
    },
    /// An owner signed twice (GS026).
    Twice(Address),
    /// Fewer signatures than the threshold (GS020).
    TooFew {
        /// Those there are.
        signatures: usize,
        /// Those wanted.
        threshold: u32,
    },
}

impl SafeTx {
    /// The call of `execTransaction` that anyone may send, with a signature of each signer. Any order will do: they are
    /// put in ascending order of their addresses, as the Safe demands.
    ///
    /// # Errors
    /// For whatever the Safe in the state `now` would revert on because of its signatures.
    pub fn exec_transaction(
        &self,
        now: &SafeState,
        signatures: &[(Address, Signature)],
    ) -> Result<Transaction, ExecError> {
        for (i, (said, signature)) in signatures.iter().enumerate() {
            let found = self.signer(i, signature)?;
            if found != *said {
                return Err(ExecError::OtherSigner { said: *said, found });
            }
        }
        let bare: Vec<_> = signatures.iter().map(|(_, signature)| *signature).collect();
        self.exec_with(now, &bare)
    }

    /// As [`Self::exec_transaction`], with the signers recovered from the signatures.
    ///
    /// # Errors
    /// For whatever the Safe in the state `now` would revert on because of its signatures.
    pub fn exec_with(&self, now: &SafeState, signatures: &[Signature]) -> Result<Transaction, ExecError> {
        let mut signed = Vec::new();
        for (i, signature) in signatures.iter().enumerate() {
            let found = self.signer(i, signature)?;
            if !now.owners.contains(&found) {
                return Err(ExecError::NoOwner { position: i + 1, found });
            }
            signed.push((found, *signature));
        }
        signed.sort_unstable_by_key(|(signer, _)| *signer);
        if let Some(pair) = signed.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return Err(ExecError::Twice(pair[0].0));
        }
        if usize::try_from(now.threshold).map_or(true, |threshold| signed.len() < threshold) {
            return Err(ExecError::TooFew { signatures: signed.len(), threshold: now.threshold });
        }
        Ok(self.exec(signed.iter().flat_map(|(_, signature)| *signature.as_bytes()).collect()))
    }

    fn signer(&self, i: usize, signature: &Signature) -> Result<Address, ExecError> {
        signature.signer_of_hash(self.hash()).map_err(|_| ExecError::NoSigner(i + 1))
    }

    fn exec(&self, signatures: Vec<u8>) -> Transaction {
        let call = execTransactionCall {
            to: self.to.to_alloy(),
            value: self.value,
            data: self.data.clone(),
            operation: self.operation as u8,
            safeTxGas: self.safe_tx_gas,
            baseGas: self.base_gas,
            gasPrice: self.gas_price,
            gasToken: self.gas_token.to_alloy(),
            refundReceiver: self.refund_receiver.to_alloy(),
            signatures: signatures.into(),
        };
        Transaction::call(self.safe, call.abi_encode())
    }
}

impl From<ExecError> for Problem {
    fn from(error: ExecError) -> Self {
        match error {
            ExecError::NoSigner(position) => Self::finding("safe-tx-no-signer").with("position", position),
            ExecError::OtherSigner { said, found } => {
                Self::finding("safe-tx-other-signer").with("said", said).with("found", found)
            }
            ExecError::NoOwner { position, found } => {
                Self::finding("safe-tx-no-owner").with("position", position).with("found", found)
            }
            ExecError::Twice(owner) => Self::finding("safe-tx-signed-twice").with("owner", owner),
            ExecError::TooFew { signatures, threshold } => {
                Self::finding("safe-tx-too-few").with("signatures", signatures).with("threshold", threshold)
            }
        }
    }
}
