//! The parameters of a split read back from the transaction that deploys it.

use alloy::primitives::U256;

use super::super::Transaction;
use super::super::abi::{Split, createSplitCall, createSplitDeterministicCall, main};
use super::super::calldata::{CalldataError, exact, selector};
use super::super::registry::{self, split_of_factory};
use super::{Kind, Placement, SplitParameters};
use crate::keys::Address;
use alloy::sol_types::SolCall;

impl SplitParameters {
    /// Reads what [`Self::deployment`] wrote: the same parameters, with order and shares as they are, give the same
    /// transaction again. `createSplit` of version 2 does not say how many equal splits there are: 0 stands for that.
    ///
    /// # Errors
    /// It is no creation of a split by a known factory, or of one that the contract refuses.
    pub fn read(tx: &Transaction, chain_id: u64) -> Result<Self, CalldataError> {
        let found = if registry::main(chain_id).is_ok_and(|set| set.main.address == tx.to) {
            first(&exact(&tx.data)?, chain_id)
        } else {
            second(tx, chain_id)?
        };
        match found.deployment() {
            Ok(deployment) if deployment.tx == *tx => Ok(found),
            _ => Err(CalldataError::Shape),
        }
    }
}

fn first(call: &main::createSplitCall, chain_id: u64) -> SplitParameters {
    let shares = call.percentAllocations.iter().map(|share| U256::from(*share));
    SplitParameters {
        version: "1".to_owned(),
        kind: Kind::Pull,
        chain_id,
        recipients: call.accounts.iter().map(|account| Address::from(*account)).zip(shares).collect(),
        total: None,
        incentive: call.distributorFee,
        owner: call.controller.into(),
        creator: Address::ZERO,
        placement: Placement::Parameters,
        as_is: true,
    }
}

fn second(tx: &Transaction, chain_id: u64) -> Result<SplitParameters, CalldataError> {
    let set = split_of_factory(tx.to).ok_or(CalldataError::Factory)?;
    let (split, owner, creator, placement): (Split, _, _, _) = match selector(&tx.data) {
        Some(createSplitDeterministicCall::SELECTOR) => {
            let call: createSplitDeterministicCall = exact(&tx.data)?;
            (call._splitParams, call._owner, call._creator, Placement::Salt(call._salt))
        }
        Some(createSplitCall::SELECTOR) => {
            let call: createSplitCall = exact(&tx.data)?;
            (call._splitParams, call._owner, call._creator, Placement::Nonce(U256::ZERO))
        }
        _ => return Err(CalldataError::Selector),
    };
    Ok(SplitParameters {
        version: set.version.clone(),
        kind: set.kind,
        chain_id,
        recipients: split.recipients.into_iter().map(Address::from).zip(split.allocations).collect(),
        total: Some(split.totalAllocation),
        incentive: u32::from(split.distributionIncentive),
        owner: owner.into(),
        creator: creator.into(),
        placement,
        as_is: true,
    })
}
