//! SafeTx: what the owners of a Safe sign, and the three hashes by which it is known.

mod exec;
mod judge;
mod multi_send;
mod typed_data;

use std::borrow::Cow;
use std::fmt::{self, Display};
use std::str::FromStr;

use alloy::primitives::{B256, Bytes, U256, keccak256};
use alloy::sol_types::{Eip712Domain, SolStruct};

use super::{Transaction, abi};
use crate::keys::Address;

pub use exec::ExecError;
pub use judge::{Circumstances, Finding, Severity};
pub use multi_send::{is_multi_send_call_only, multi_send, unpacked, without_zero, zero_is_the_safe};
pub use typed_data::{DOMAIN, FIELDS};

/// How a Safe runs a transaction.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Operation {
    /// It calls `to`.
    #[default]
    Call,
    /// It runs the code of `to` as its own: that code can change everything about the Safe.
    DelegateCall,
}

impl Operation {
    /// The operation of this number in calldata.
    pub fn of(number: u8) -> Option<Self> {
        match number {
            0 => Some(Self::Call),
            1 => Some(Self::DelegateCall),
            _ => None,
        }
    }
}

impl Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Call => "call",
            Self::DelegateCall => "delegatecall",
        })
    }
}

impl FromStr for Operation {
    type Err = ();

    fn from_str(text: &str) -> Result<Self, ()> {
        match text {
            "call" => Ok(Self::Call),
            "delegatecall" => Ok(Self::DelegateCall),
            _ => Err(()),
        }
    }
}

/// A transaction of one Safe on one chain (Safe.sol of 1.3.0 and later: before, the domain had no chain id).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeTx {
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// The Safe that runs it.
    pub safe: Address,
    /// Whom it calls.
    pub to: Address,
    /// Wei that go with the call.
    pub value: U256,
    /// The calldata.
    pub data: Bytes,
    /// Whether it calls, or runs the code as its own.
    pub operation: Operation,
    /// Gas that the call must be left with; 0 for all there is.
    pub safe_tx_gas: U256,
    /// Gas paid for besides, in a refund.
    pub base_gas: U256,
    /// What a unit of gas is refunded with; 0 for no refund.
    pub gas_price: U256,
    /// In which token it is refunded; zero for ether.
    pub gas_token: Address,
    /// Who is refunded; zero for whoever sends it.
    pub refund_receiver: Address,
    /// How many transactions the Safe ran before.
    pub nonce: U256,
}

impl SafeTx {
    /// A plain call, without a refund.
    pub fn call(chain_id: u64, safe: Address, call: Transaction, nonce: U256) -> Self {
        Self {
            chain_id,
            safe,
            to: call.to,
            value: call.value,
            data: call.data,
            operation: Operation::Call,
            safe_tx_gas: U256::ZERO,
            base_gas: U256::ZERO,
            gas_price: U256::ZERO,
            gas_token: Address::ZERO,
            refund_receiver: Address::ZERO,
            nonce,
        }
    }

    /// The EIP-712 domain separator: the same for every transaction of this Safe on this chain.
    pub fn domain_hash(&self) -> B256 {
        domain_hash(self.chain_id, self.safe)
    }

    /// hashStruct of the SafeTx: what a Trezor shows as the message hash.
    pub fn message_hash(&self) -> B256 {
        abi::SafeTx {
            to: self.to.to_alloy(),
            value: self.value,
            data: self.data.clone(),
            operation: self.operation as u8,
            safeTxGas: self.safe_tx_gas,
            baseGas: self.base_gas,
            gasPrice: self.gas_price,
            gasToken: self.gas_token.to_alloy(),
            refundReceiver: self.refund_receiver.to_alloy(),
            nonce: self.nonce,
        }
        .eip712_hash_struct()
    }

    /// What is signed: keccak256(0x1901 ‖ domain hash ‖ message hash).
    pub fn hash(&self) -> B256 {
        keccak256([&[0x19, 0x01][..], &self.domain_hash().0, &self.message_hash().0].concat())
    }
}

/// The EIP-712 domain separator of a Safe (1.3.0 and later) on a chain.
pub fn domain_hash(chain_id: u64, safe: Address) -> B256 {
    Eip712Domain {
        name: None::<Cow<'static, str>>,
        version: None,
        chain_id: Some(U256::from(chain_id)),
        verifying_contract: Some(safe.to_alloy()),
        salt: None,
    }
    .separator()
}

#[cfg(test)]
mod tests {
    use alloy::primitives::{address, b256};
    use alloy::sol_types::SolStruct;

    use super::*;

    #[test]
    fn the_type_hashes_are_those_in_the_contracts_source() {
        let tx = SafeTx::call(
            1,
            address!("0x7424A83Db6E27Da5fBbDe48A5675a55e585E5c06").into(),
            Transaction::call(Address::ZERO, Vec::new()),
            U256::ZERO,
        );
        // SAFE_TX_TYPEHASH and DOMAIN_SEPARATOR_TYPEHASH of Safe.sol 1.4.1.
        assert_eq!(
            keccak256(abi::SafeTx::eip712_encode_type().as_bytes()),
            b256!("0xbb8310d486368db6bd6f849402fdd73ad53d316b5a4b2644ad6efe0f941286d8")
        );
        let by_hand = keccak256(
            [
                b256!("0x47e79534a245952e8b16893a336b85a3d9ea9fa8c573f3d803afb92a79469218").0,
                U256::from(1).to_be_bytes(),
                tx.safe.to_alloy().into_word().0,
            ]
            .concat(),
        );
        assert_eq!(tx.domain_hash(), by_hand);
    }
}
