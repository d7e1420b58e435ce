//! Another set of owners or another threshold for a Safe that stands: the calls that lead there, in their order.

mod run;
#[cfg(test)]
mod tests;

use alloy::primitives::U256;
use alloy::sol_types::SolCall;
use serde::Serialize;

use super::super::Transaction;
use super::super::abi::{addOwnerWithThresholdCall, changeThresholdCall, removeOwnerCall, swapOwnerCall};
use super::super::registry::known_name;
use super::{SENTINEL, SafeError, owners};
use crate::keys::Address;
use crate::text::Message;

/// Who owns a Safe, and how many of them must sign.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SafeState {
    /// The owners in the order of the Safe's own list, which `getOwners` answers: calls that take an owner out must name
    /// the one before.
    pub owners: Vec<Address>,
    /// How many of them must sign.
    pub threshold: u32,
}

/// One call by which a Safe changes its owners (OwnerManager.sol, alike in 1.3.0 to 1.5.0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OwnerCall {
    /// `swapOwner`: the new owner takes the old one's place in the list.
    Swap {
        /// The owner before the old one in the list; [`SENTINEL`] for its first.
        previous: Address,
        /// Who leaves.
        old: Address,
        /// Who joins.
        new: Address,
    },
    /// `addOwnerWithThreshold`: the new owner stands first in the list.
    Add {
        /// Who joins.
        owner: Address,
        /// The threshold from then on.
        threshold: u32,
    },
    /// `removeOwner`.
    Remove {
        /// The owner before in the list; [`SENTINEL`] for its first.
        previous: Address,
        /// Who leaves.
        owner: Address,
        /// The threshold from then on.
        threshold: u32,
    },
    /// `changeThreshold`.
    Threshold(u32),
}

/// A call with what it changes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnerStep {
    /// The call.
    pub call: OwnerCall,
    /// The Safe before it.
    pub before: SafeState,
    /// The Safe after it.
    pub after: SafeState,
}

/// The way from one state of a Safe to another: to be run in this order, best as one batch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SafeChange {
    /// The Safe.
    pub safe: Address,
    /// The Safe now.
    pub before: SafeState,
    /// The calls; none where nothing changes.
    pub steps: Vec<OwnerStep>,
    /// The Safe afterwards, its owners in the order of its own list.
    pub after: SafeState,
}

impl SafeState {
    /// What `setup` leaves behind: its list has the owners in the order of the initializer (OwnerManager.setupOwners).
    pub fn created(owners: &[Address], threshold: u32) -> Self {
        Self { owners: owners.to_vec(), threshold }
    }

    /// Whether a Safe can be in this state.
    ///
    /// # Errors
    /// For whatever the calls would revert on, and for more than [`MOST_OWNERS`](super::MOST_OWNERS). `safe` is the Safe
    /// itself, which cannot own itself.
    pub fn check(&self, safe: Address) -> Result<(), SafeError> {
        // A call adds one owner at a time: one who is there already is GS204 wherever it stands, unlike in `setup`.
        owners::check(&self.owners, self.threshold).map_err(|error| match error {
            SafeError::OwnerTwice { owner, .. } => SafeError::OwnerTwice { owner, adjacent: false },
            other => other,
        })?;
        if self.owners.contains(&safe) {
            return Err(SafeError::OwnerIsSafe(safe));
        }
        Ok(())
    }

    /// The calls that make `next` of this state: who leaves is replaced by who joins as long as both are left, then
    /// the others join or leave. Places in the list are kept, so only whom `next` names counts, not in which order.
    /// The threshold of `next` comes with the last call; until then a Safe that shrinks wants as many signatures as
    /// before, or all of them.
    ///
    /// # Errors
    /// Where either state cannot be, and where a contract that can sign nothing would own the Safe.
    pub fn change(&self, safe: Address, next: &Self) -> Result<SafeChange, SafeError> {
        self.check(safe)?;
        next.check(safe)?;
        let leaving = difference(&self.owners, &next.owners);
        let joining = difference(&next.owners, &self.owners);
        if let Some((&owner, name)) = joining.iter().find_map(|owner| Some((owner, known_name(*owner)?))) {
            return Err(SafeError::OwnerIsContract { owner, name });
        }
        let mut way = Way { now: self.clone(), steps: Vec::new() };
        let swaps = leaving.len().min(joining.len());
        for (&old, &new) in leaving.iter().zip(&joining) {
            way.step(OwnerCall::Swap { previous: way.now.previous(old), old, new });
        }
        way.add(&joining[swaps..], next.threshold);
        way.remove(&leaving[swaps..], next.threshold);
        if way.now.threshold != next.threshold {
            way.step(OwnerCall::Threshold(next.threshold));
        }
        Ok(SafeChange { safe, before: self.clone(), steps: way.steps, after: way.now })
    }

    /// The state after a call that the Safe does not revert.
    fn after(&self, call: OwnerCall) -> Self {
        let mut after = self.clone();
        match call {
            OwnerCall::Swap { old, new, .. } => {
                after.owners.iter_mut().filter(|owner| **owner == old).for_each(|owner| *owner = new);
            }
            OwnerCall::Add { owner, threshold } => {
                after.owners.insert(0, owner);
                after.threshold = threshold;
            }
            OwnerCall::Remove { owner, threshold, .. } => {
                after.owners.retain(|other| *other != owner);
                after.threshold = threshold;
            }
            OwnerCall::Threshold(threshold) => after.threshold = threshold,
        }
        after
    }

    /// Who stands before an owner in the list.
    fn previous(&self, owner: Address) -> Address {
        let place = self.owners.iter().position(|other| *other == owner);
        place.and_then(|place| place.checked_sub(1)).map_or(SENTINEL, |before| self.owners[before])
    }
}

/// Who stands in one list and not in the other, in the order of the one.
fn difference(one: &[Address], other: &[Address]) -> Vec<Address> {
    one.iter().copied().filter(|owner| !other.contains(owner)).collect()
}

/// A Safe on its way.
struct Way {
    now: SafeState,
    steps: Vec<OwnerStep>,
}

impl Way {
    fn step(&mut self, call: OwnerCall) {
        let after = self.now.after(call);
        let before = std::mem::replace(&mut self.now, after.clone());
        self.steps.push(OwnerStep { call, before, after });
    }

    fn add(&mut self, owners: &[Address], wanted: u32) {
        for (i, &owner) in owners.iter().enumerate() {
            let last = i + 1 == owners.len();
            self.step(OwnerCall::Add { owner, threshold: if last { wanted } else { self.now.threshold } });
        }
    }

    fn remove(&mut self, owners: &[Address], wanted: u32) {
        for (i, &owner) in owners.iter().enumerate() {
            let last = i + 1 == owners.len();
            let most = u32::try_from(self.now.owners.len() - 1).unwrap_or(u32::MAX);
            let threshold = if last { wanted } else { self.now.threshold.min(most) };
            self.step(OwnerCall::Remove { previous: self.now.previous(owner), owner, threshold });
        }
    }
}

impl OwnerCall {
    /// The call to the Safe itself.
    pub fn transaction(self, safe: Address) -> Transaction {
        let data = match self {
            Self::Swap { previous, old, new } => swapOwnerCall {
                prevOwner: previous.to_alloy(),
                oldOwner: old.to_alloy(),
                newOwner: new.to_alloy(),
            }
            .abi_encode(),
            Self::Add { owner, threshold } => {
                addOwnerWithThresholdCall { owner: owner.to_alloy(), _threshold: U256::from(threshold) }
                    .abi_encode()
            }
            Self::Remove { previous, owner, threshold } => removeOwnerCall {
                prevOwner: previous.to_alloy(),
                owner: owner.to_alloy(),
                _threshold: U256::from(threshold),
            }
            .abi_encode(),
            Self::Threshold(threshold) => {
                changeThresholdCall { _threshold: U256::from(threshold) }.abi_encode()
            }
        };
        Transaction::call(safe, data)
    }
}

impl OwnerStep {
    /// What the call does, in a sentence.
    pub fn message(&self) -> Message {
        let message = match self.call {
            OwnerCall::Swap { old, new, .. } => {
                Message::new("safe-change-swap").with("old", old).with("new", new)
            }
            OwnerCall::Add { owner, .. } => Message::new("safe-change-add").with("owner", owner),
            OwnerCall::Remove { owner, .. } => Message::new("safe-change-remove").with("owner", owner),
            OwnerCall::Threshold(_) => Message::new("safe-change-threshold"),
        };
        message
            .with("from", self.before.threshold)
            .with("from-owners", self.before.owners.len())
            .with("threshold", self.after.threshold)
            .with("owners", self.after.owners.len())
    }
}

impl SafeChange {
    /// The calls as the Safe sends them to itself.
    pub fn calls(&self) -> Vec<Transaction> {
        self.steps.iter().map(|step| step.call.transaction(self.safe)).collect()
    }
}
