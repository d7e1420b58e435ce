//! What a team decides about a split, and the deployment that comes of it.

use std::collections::BTreeSet;

use alloy::primitives::{B256, U256, keccak256};
use alloy::sol_types::{SolCall, SolValue};

use super::super::Transaction;
use super::super::abi::{Split, createSplitCall, createSplitDeterministicCall};
use super::super::registry::{SplitSet, known_name};
use super::{Kind, SplitDeployment, SplitError, find};
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
}

/// Everything that decides a split's address, and the `creator` that only its event names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SplitParameters {
    /// Version of the contracts: `2.2`.
    pub version: String,
    /// How recipients get their share.
    pub kind: Kind,
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// Who receives which share of the total. Sorted ascending by address unless `as_is`.
    pub recipients: Vec<(Address, U256)>,
    /// What the shares add up to; checked where it is given.
    pub total: Option<U256>,
    /// What a distributor is paid, in millionths of what is distributed.
    pub incentive: u16,
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
        let set = find(&self.version, self.kind, self.chain_id)?;
        let total = self.check_total()?;
        let mut recipients = self.recipients.clone();
        if !self.as_is {
            self.check_strictly(total)?;
            recipients.sort_unstable();
        }
        Ok(self.deploy(set, recipients, total))
    }

    fn check_total(&self) -> Result<U256, SplitError> {
        let mut sum = U256::ZERO;
        for (_, share) in &self.recipients {
            sum = sum.checked_add(*share).ok_or(SplitError::SumOverflow)?;
        }
        match self.total {
            Some(total) if total != sum => Err(SplitError::Sum { sum, total }),
            _ => Ok(sum),
        }
    }

    fn check_strictly(&self, total: U256) -> Result<(), SplitError> {
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

    fn deploy(&self, set: &SplitSet, recipients: Vec<(Address, U256)>, total: U256) -> SplitDeployment {
        let (recipients, allocations): (Vec<_>, Vec<_>) = recipients.into_iter().unzip();
        let split = Split {
            recipients: recipients.iter().map(|recipient| recipient.to_alloy()).collect(),
            allocations: allocations.clone(),
            totalAllocation: total,
            distributionIncentive: self.incentive,
        };
        let factory = set.factory.address;
        let create2_salt = self.create2_salt(&split);
        let (salt, reason) = match self.placement {
            Placement::Salt(salt) => (Some(salt), None),
            Placement::Nonce(nonce) => (None, Some(nonce_reason(nonce))),
        };
        SplitDeployment {
            version: self.version.clone(),
            kind: self.kind,
            chain_id: self.chain_id,
            factory,
            recipients,
            allocations,
            total_allocation: total,
            incentive: self.incentive,
            owner: self.owner,
            salt,
            split_hash: keccak256(split.abi_encode()),
            create2_salt,
            address: Address::create2(factory, create2_salt.0, set.init_code_hash.0),
            reason,
            tx: Transaction::call(factory, self.call(split)),
        }
    }

    fn create2_salt(&self, split: &Split) -> B256 {
        let inputs = (split.clone(), self.owner.to_alloy()).abi_encode_params();
        keccak256(match self.placement {
            Placement::Salt(salt) => [&inputs[..], &salt.0].concat(),
            Placement::Nonce(nonce) => [keccak256(inputs).0, nonce.to_be_bytes()].concat(),
        })
    }

    fn call(&self, split: Split) -> Vec<u8> {
        let (owner, creator) = (self.owner.to_alloy(), self.creator.to_alloy());
        match self.placement {
            Placement::Salt(salt) => createSplitDeterministicCall {
                _splitParams: split,
                _owner: owner,
                _creator: creator,
                _salt: salt,
            }
            .abi_encode(),
            Placement::Nonce(_) => {
                createSplitCall { _splitParams: split, _owner: owner, _creator: creator }.abi_encode()
            }
        }
    }
}

/// The struct that the contract keeps the hash of; its total is the sum of the shares.
pub(super) fn split_of(recipients: &[(Address, U256)], incentive: u16) -> Split {
    Split {
        recipients: recipients.iter().map(|(recipient, _)| recipient.to_alloy()).collect(),
        allocations: recipients.iter().map(|(_, share)| *share).collect(),
        totalAllocation: recipients.iter().map(|(_, share)| *share).fold(U256::ZERO, U256::saturating_add),
        distributionIncentive: incentive,
    }
}

/// In JSON, so in English whatever the language.
fn nonce_reason(nonce: U256) -> String {
    format!(
        "createSplit counts splits of equal parameters and owner: this address holds only if that nonce is {nonce} when \
         the transaction runs, and anyone can raise it"
    )
}
