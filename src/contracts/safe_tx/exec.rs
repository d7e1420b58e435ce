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

#[cfg(test)]
mod tests {
    use alloy::primitives::U256;
    use k256::ecdsa::SigningKey;
    use proptest::prelude::*;

    use super::*;

    const SAFE: Address = Address::from_bytes([0x55; 20]);

    fn key(number: u8) -> SigningKey {
        SigningKey::from_slice(&[number; 32]).unwrap()
    }

    fn owner(number: u8) -> Address {
        Address::of_key(key(number).verifying_key())
    }

    fn signed(number: u8, tx: &SafeTx) -> Signature {
        let (signature, id) = key(number).sign_prehash_recoverable(tx.hash().as_slice());
        Signature::from_bytes(&[&signature.to_bytes()[..], &[27 + id.to_byte()]].concat()).unwrap()
    }

    fn tx(nonce: u64) -> SafeTx {
        let call = Transaction { to: owner(9), value: U256::from(5), data: vec![1, 2].into() };
        SafeTx::call(1, SAFE, call, U256::from(nonce))
    }

    fn state(numbers: &[u8], threshold: u32) -> SafeState {
        SafeState { owners: numbers.iter().map(|number| owner(*number)).collect(), threshold }
    }

    proptest! {
        #[test]
        fn any_order_gives_the_signatures_by_ascending_signer(
            numbers in proptest::sample::subsequence((1..=6).collect::<Vec<u8>>(), 1..=6).prop_shuffle(),
        ) {
            let tx = tx(3);
            let signatures: Vec<_> = numbers.iter().map(|n| (owner(*n), signed(*n, &tx))).collect();
            let now = state(&[1, 2, 3, 4, 5, 6], u32::try_from(numbers.len()).unwrap());
            let sent = tx.exec_transaction(&now, &signatures).unwrap();
            let call = execTransactionCall::abi_decode_validate(&sent.data).unwrap();
            let signers: Vec<_> = call
                .signatures
                .chunks(65)
                .map(|bytes| Signature::from_bytes(bytes).unwrap().signer_of_hash(tx.hash()).unwrap())
                .collect();
            prop_assert!(signers.is_sorted());
            prop_assert_eq!(signers.len(), numbers.len());
            prop_assert_eq!((sent.to, call.value, Address::from(call.to)), (SAFE, tx.value, tx.to));
        }
    }

    #[test]
    fn what_the_safe_would_revert_on_is_refused() {
        let (tx, now) = (tx(3), state(&[1, 2], 2));
        let of = |signatures: &[Signature]| tx.exec_with(&now, signatures).unwrap_err();
        let (one, two) = (signed(1, &tx), signed(2, &tx));
        assert_eq!(of(&[one]), ExecError::TooFew { signatures: 1, threshold: 2 });
        assert_eq!(of(&[one, one]), ExecError::Twice(owner(1)));
        assert_eq!(of(&[two, signed(3, &tx)]), ExecError::NoOwner { position: 2, found: owner(3) });
        let of_another = signed(1, &self::tx(4));
        assert!(matches!(of(&[two, of_another]), ExecError::NoOwner { position: 2, .. }));
        let said = tx.exec_transaction(&now, &[(owner(2), one)]).unwrap_err();
        assert_eq!(said, ExecError::OtherSigner { said: owner(2), found: owner(1) });
        assert!(tx.exec_with(&now, &[two, one]).is_ok());
    }
}
