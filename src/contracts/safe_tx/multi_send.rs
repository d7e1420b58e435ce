//! Several calls as one SafeTx: MultiSendCallOnly, run as the Safe's own code.

use alloy::primitives::U256;
use alloy::sol_types::SolCall;

use super::super::abi::multiSendCall;
use super::super::{
    CalldataError, DeploymentSet, Transaction, multi_send_call_only, multi_send_call_only_of,
};
use super::{Operation, SafeTx};
use crate::keys::Address;
use crate::text::Problem;

/// Bytes before an inner call's data: operation, address, value and length.
const HEAD: usize = 1 + 20 + 32 + 32;

/// Whether the MultiSendCallOnly of a version stands at this address on a chain, in any set of addresses: the one
/// contract whose code a Safe may run as its own here, since it can only make plain calls.
pub fn is_multi_send_call_only(version: &str, chain_id: u64, address: Address) -> bool {
    [DeploymentSet::Canonical, DeploymentSet::Eip155]
        .into_iter()
        .any(|set| multi_send_call_only_of(version, set, chain_id) == Some(address))
}

/// Whether the MultiSendCallOnly of a version takes the zero address for the Safe that runs it (MultiSendCallOnly.sol
/// from 1.5.0 on: `to := or(to, mul(iszero(to), address()))`); 1.3.0 and 1.4.1 call the zero address.
pub fn zero_is_the_safe(version: &str) -> bool {
    !matches!(version, "1.3.0" | "1.4.1")
}

/// Several calls of which none goes to the zero address: versions of MultiSendCallOnly differ in whom it means.
///
/// # Errors
/// `tx-batch-zero`.
pub fn without_zero(calls: &[Transaction]) -> Result<(), Problem> {
    match calls {
        [_] => Ok(()),
        calls if calls.iter().all(|call| call.to != Address::ZERO) => Ok(()),
        _ => Err(Problem::finding("tx-batch-zero")),
    }
}

/// Calldata of `multiSend`: the calls packed one behind the other, all of them plain calls, to whomever they go.
pub fn multi_send(calls: &[Transaction]) -> Vec<u8> {
    let mut packed = Vec::new();
    for call in calls {
        packed.push(Operation::Call as u8);
        packed.extend(call.to.as_bytes());
        packed.extend(call.value.to_be_bytes::<32>());
        packed.extend(U256::from(call.data.len()).to_be_bytes::<32>());
        packed.extend(&call.data);
    }
    multiSendCall { transactions: packed.into() }.abi_encode()
}

/// The calls in the packed argument of `multiSend`, with each one's operation.
///
/// # Errors
/// When the bytes do not end where a call ends, or an operation is neither 0 nor 1.
pub fn unpacked(mut packed: &[u8]) -> Result<Vec<(Operation, Transaction)>, CalldataError> {
    let mut calls = Vec::new();
    while !packed.is_empty() {
        let (head, rest) = packed.split_at_checked(HEAD).ok_or(CalldataError::Arguments)?;
        let operation = Operation::of(head[0]).ok_or(CalldataError::Arguments)?;
        let length = U256::from_be_slice(&head[53..]);
        let length = usize::try_from(length).map_err(|_| CalldataError::Arguments)?;
        let (data, behind) = rest.split_at_checked(length).ok_or(CalldataError::Arguments)?;
        let to = alloy::primitives::Address::from_slice(&head[1..21]).into();
        let value = U256::from_be_slice(&head[21..53]);
        calls.push((operation, Transaction { to, value, data: data.to_vec().into() }));
        packed = behind;
    }
    Ok(calls)
}

impl SafeTx {
    /// A batch as one transaction: a single call as it is, several by MultiSendCallOnly of the Safe's version. None
    /// without calls, for several of which one goes to the zero address, and where no MultiSendCallOnly is known for several.
    pub fn of_calls(
        version: &str,
        chain_id: u64,
        safe: Address,
        calls: &[Transaction],
        nonce: U256,
    ) -> Option<Self> {
        match calls {
            [] => None,
            [call] => Some(Self::call(chain_id, safe, call.clone(), nonce)),
            several => {
                without_zero(several).ok()?;
                let multi_send_call_only = multi_send_call_only(version, chain_id)?;
                let together = Transaction::call(multi_send_call_only, multi_send(several));
                let operation = Operation::DelegateCall;
                Some(Self { operation, ..Self::call(chain_id, safe, together, nonce) })
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn any_call() -> impl Strategy<Value = Transaction> {
        (any::<[u8; 20]>(), any::<[u8; 32]>(), any::<Vec<u8>>()).prop_map(|(to, value, data)| Transaction {
            to: Address::from_bytes(to),
            value: U256::from_be_bytes(value),
            data: data.into(),
        })
    }

    fn packed(calls: &[Transaction]) -> Vec<u8> {
        multiSendCall::abi_decode_validate(&multi_send(calls)).unwrap().transactions.to_vec()
    }

    proptest! {
        #[test]
        fn unpacking_what_was_packed_is_the_identity(calls in proptest::collection::vec(any_call(), 0..5)) {
            let plain: Vec<_> = calls.iter().cloned().map(|call| (Operation::Call, call)).collect();
            prop_assert_eq!(unpacked(&packed(&calls)).unwrap(), plain);
        }

        #[test]
        fn bytes_that_are_cut_or_go_on_are_no_calls(call in any_call(), cut in 1..=HEAD) {
            let whole = packed(&[call]);
            let nothing = cut == whole.len();
            prop_assert_eq!(unpacked(&whole[..whole.len() - cut]).is_err(), !nothing);
            prop_assert_eq!(unpacked(&[&whole[..], &vec![0; cut]].concat()).is_err(), cut != HEAD);
        }
    }

    #[test]
    fn a_head_of_zeros_is_a_call_of_the_zero_address() {
        let nobody = Transaction::call(Address::ZERO, Vec::new());
        assert_eq!(unpacked(&[0; HEAD]).unwrap(), [(Operation::Call, nobody)]);
    }

    #[test]
    fn an_operation_is_zero_or_one() {
        let call = Transaction::call(Address::from_bytes([7; 20]), vec![1, 2, 3]);
        let mut bytes = packed(std::slice::from_ref(&call));
        bytes[0] = 1;
        assert_eq!(unpacked(&bytes).unwrap(), [(Operation::DelegateCall, call)]);
        bytes[0] = 2;
        assert_eq!(unpacked(&bytes), Err(CalldataError::Arguments));
    }

    #[test]
    fn one_call_is_made_as_it_is_and_several_by_the_pinned_contract() {
        let safe = Address::from_bytes([5; 20]);
        let call = |last| Transaction::call(Address::from_bytes([last; 20]), vec![last]);
        let of =
            |chain_id, calls: &[Transaction]| SafeTx::of_calls("1.4.1", chain_id, safe, calls, U256::ZERO);
        assert_eq!(of(1, &[]), None);
        assert_eq!(of(1, &[call(1)]), Some(SafeTx::call(1, safe, call(1), U256::ZERO)));
        let several = of(1, &[call(1), call(2)]).unwrap();
        assert_eq!(several.operation, Operation::DelegateCall);
        assert_eq!(Some(several.to), multi_send_call_only("1.4.1", 1));
        assert_eq!(of(5, &[call(1), call(2)]), None);
    }

    #[test]
    fn a_batch_with_a_call_of_the_zero_address_is_never_made() {
        let call = |last| Transaction::call(Address::from_bytes([last; 20]), vec![last]);
        for version in ["1.3.0", "1.4.1", "1.5.0"] {
            let of = |calls: &[Transaction]| SafeTx::of_calls(version, 1, call(5).to, calls, U256::ZERO);
            assert!(of(&[call(1), call(2)]).is_some() && of(&[call(0)]).is_some());
            assert_eq!((of(&[call(0), call(1)]), of(&[call(1), call(0)])), (None, None));
        }
        assert_eq!(without_zero(&[call(1), call(0)]).unwrap_err().id(), "tx-batch-zero");
    }
}
