//! What a Safe does with a call of its administration: OwnerManager.sol, with the codes that it reverts with.

use alloy::primitives::U256;
use alloy::sol_types::SolCall;

use super::super::super::Transaction;
use super::super::super::abi::{
    addOwnerWithThresholdCall, changeThresholdCall, removeOwnerCall, swapOwnerCall,
};
use super::super::super::calldata::{exact, selector};
use super::super::SENTINEL;
use super::{OwnerCall, SafeState};
use crate::keys::Address;

impl OwnerCall {
    /// Reads a call; none where it is another, or not in standard ABI encoding. A threshold above 2^32 − 1 is read as
    /// that: no Safe has so many owners.
    pub fn of(tx: &Transaction) -> Option<Self> {
        let data = &tx.data;
        match selector(data)? {
            swapOwnerCall::SELECTOR => exact::<swapOwnerCall>(data).ok().map(|call| Self::Swap {
                previous: call.prevOwner.into(),
                old: call.oldOwner.into(),
                new: call.newOwner.into(),
            }),
            addOwnerWithThresholdCall::SELECTOR => exact::<addOwnerWithThresholdCall>(data)
                .ok()
                .map(|call| Self::Add { owner: call.owner.into(), threshold: narrowed(call._threshold) }),
            removeOwnerCall::SELECTOR => exact::<removeOwnerCall>(data).ok().map(|call| Self::Remove {
                previous: call.prevOwner.into(),
                owner: call.owner.into(),
                threshold: narrowed(call._threshold),
            }),
            changeThresholdCall::SELECTOR => {
                exact::<changeThresholdCall>(data).ok().map(|call| Self::Threshold(narrowed(call._threshold)))
            }
            _ => None,
        }
    }
}

fn narrowed(threshold: U256) -> u32 {
    threshold.saturating_to()
}

impl SafeState {
    /// The state after a call that the Safe makes to itself.
    ///
    /// # Errors
    /// The code that the contract reverts with.
    pub fn run(&self, safe: Address, call: OwnerCall) -> Result<Self, &'static str> {
        match call {
            OwnerCall::Swap { previous, old, new } => {
                self.may_join(safe, new)?;
                self.may_leave(previous, old)?;
            }
            OwnerCall::Add { owner, .. } => self.may_join(safe, owner)?,
            OwnerCall::Remove { previous, owner, threshold } => {
                holds(self.owners.len() > usize::try_from(threshold).unwrap_or(usize::MAX), "GS201")?;
                self.may_leave(previous, owner)?;
            }
            OwnerCall::Threshold(_) => {}
        }
        let after = self.after(call);
        holds(after.owners.len() >= usize::try_from(after.threshold).unwrap_or(usize::MAX), "GS201")?;
        holds(after.threshold >= 1, "GS202")?;
        Ok(after)
    }

    fn may_join(&self, safe: Address, owner: Address) -> Result<(), &'static str> {
        holds(![Address::ZERO, SENTINEL, safe].contains(&owner), "GS203")?;
        holds(!self.owners.contains(&owner), "GS204")
    }

    fn may_leave(&self, previous: Address, owner: Address) -> Result<(), &'static str> {
        holds(![Address::ZERO, SENTINEL].contains(&owner), "GS203")?;
        holds(self.owners.contains(&owner) && self.previous(owner) == previous, "GS205")
    }
}

fn holds(condition: bool, code: &'static str) -> Result<(), &'static str> {
    if condition { Ok(()) } else { Err(code) }
}
