//! What a team decides about a split, and the deployment that comes of it.

use std::collections::BTreeSet;

use alloy::primitives::{B256, U256};

use super::super::registry::known_name;
use super::{Kind, SplitDeployment, SplitError, first, second};
use crate::keys::Address;

/// Recipients that one distribution can pay within the gas of a transaction (EIP-7825), as the makers advise.
pub const MOST_RECIPIENTS: usize = 400;

/// The largest total of a strict split: 10^18. `share × amount` then stays far below 2^256 for any amount there is.
pub fn most_total() -> U256 {
    U256::from(1_000_000_000_000_000_000_u64)
}

/// What makes the address of a split its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placement {
    /// `createSplitDeterministic`: the address holds whoever sends it and whenever.
    Salt(B256),
    /// `createSplit`: the address holds only if so many splits of equal parameters and owner were made there before.
    Nonce(U256),
    /// Version 1: the parameters alone, once for each of them.
    Parameters,
}

/// Everything that decides a split's address, and the `creator` that only its event names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitParameters {
    /// Version of the contracts: `1`, `2.0`, `2.1` or `2.2`.
    pub version: String,
    /// How recipients get their share; version 1 knows pull only.
    pub kind: Kind,
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// Who receives which share of the total. Sorted ascending by address unless `as_is`.
    pub recipients: Vec<(Address, U256)>,
    /// What the shares add up to; checked where it is given.
    pub total: Option<U256>,
    /// What a distributor is paid, in millionths of what is distributed.
    pub incentive: u32,
    /// Who may change it, stop it and move what it holds; zero makes it immutable.
    pub owner: Address,
    /// Named in the event, and nowhere else.
    pub creator: Address,
    /// What makes the address its own.
    pub placement: Placement,
    /// Reproduces an existing split: keeps the order, and refuses only what the contract refuses.
    pub as_is: bool,
}

impl SplitParameters {
    /// The calldata and the address that come of these parameters.
    ///
    /// # Errors
    /// Where no deployment is known, for whatever the contract would revert on, and, unless `as_is`, for what it
    /// accepts though funds can be lost by it. (The contract's own prediction answers for parameters it would refuse.)
    pub fn deployment(&self) -> Result<SplitDeployment, SplitError> {
        match self.version.as_str() {
            "1" => first::deployment(self),
            _ => second::deployment(self),
        }
    }

    /// The sum of the shares, once it is the total that was given.
    pub(super) fn check_total(&self) -> Result<U256, SplitError> {
        let mut sum = U256::ZERO;
        for (_, share) in &self.recipients {
            sum = sum.checked_add(*share).ok_or(SplitError::SumOverflow)?;
        }
        match self.total {
            Some(total) if total != sum => Err(SplitError::Sum { sum, total }),
            _ => Ok(sum),
        }
    }

    /// What the contracts accept though funds can be lost by it.
    pub(super) fn check_strictly(&self, total: U256) -> Result<(), SplitError> {
        let count = self.recipients.len();
        if count < 2 {
            return Err(SplitError::TooFew(count));
        }
        if count > MOST_RECIPIENTS {
            return Err(SplitError::TooMany(count));
        }
        let mut seen = BTreeSet::new();
        for &(recipient, share) in &self.recipients {
            if recipient == Address::ZERO {
                return Err(SplitError::RecipientZero);
            }
            if !seen.insert(recipient) {
                return Err(SplitError::RecipientTwice(recipient));
            }
            if share.is_zero() {
                return Err(SplitError::ZeroShare(recipient));
            }
        }
        if let Some((address, name)) =
            seen.into_iter().chain([self.owner]).find_map(|a| known_name(a).map(|name| (a, name)))
        {
            return Err(SplitError::KnownContract { address, name });
        }
        if total > most_total() { Err(SplitError::TotalTooLarge(total)) } else { Ok(()) }
    }
}
