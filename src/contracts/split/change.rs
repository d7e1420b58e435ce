//! Administration of a split V2 that stands: other recipients, another owner (SplitWalletV2.sol and Ownable.sol, alike in
//! 2.0 to 2.2). A split without an owner, and every immutable split of version 1, never changes.

use alloy::primitives::{B256, U256, keccak256};
use alloy::sol_types::{SolCall, SolValue};
use serde::Serialize;

use super::super::Transaction;
use super::super::abi::{Split, transferOwnershipCall, updateSplitCall};
use super::super::encoding;
use super::super::registry::known_name;
use super::{Placement, SplitError, SplitParameters};
use crate::keys::Address;
use crate::text::Problem;

/// Who receives what: everything of which a split keeps the hash.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SplitState {
    /// Who receives, in the order of the calldata.
    pub recipients: Vec<Address>,
    /// Their shares of the total, in the same order.
    #[serde(serialize_with = "encoding::decimals")]
    pub allocations: Vec<U256>,
    /// What the shares add up to.
    #[serde(serialize_with = "encoding::decimal")]
    pub total_allocation: U256,
    /// What a distributor is paid, in millionths of what is distributed.
    pub incentive: u16,
}

/// Why a split is not changed so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SplitChangeError {
    /// Version 1: an immutable split never changes, and one with a controller is not made here.
    VersionOne,
    /// The new recipients are refused, as in a creation.
    Recipients(SplitError),
    /// The split would receive a share of itself; holds its address.
    RecipientIsSplit(Address),
    /// A contract that can call nothing would own it.
    OwnerIsContract {
        /// The owner.
        owner: Address,
        /// The contract's name.
        name: &'static str,
    },
    /// The split would own itself, and nobody could ever call for it; holds its address.
    OwnerIsSplit(Address),
    /// It would be owned by nobody while it is paused: what it holds would be locked for ever.
    RenouncedWhilePaused,
}

impl SplitState {
    /// What stands after a call with these parameters; only recipients, shares and incentive count of them. The rules
    /// are those of a creation: ascending order and nothing by which funds are lost, unless `as_is`.
    ///
    /// # Errors
    /// For version 1, and for what a creation refuses.
    pub fn of(parameters: &SplitParameters) -> Result<Self, SplitChangeError> {
        if parameters.version == "1" {
            return Err(SplitChangeError::VersionOne);
        }
        let unplaced = SplitParameters {
            owner: Address::ZERO,
            creator: Address::ZERO,
            placement: Placement::Salt(B256::ZERO),
            ..parameters.clone()
        };
        let made = unplaced.deployment().map_err(SplitChangeError::Recipients)?;
        Ok(Self {
            recipients: made.recipients,
            allocations: made.allocations,
            total_allocation: made.total_allocation,
            // A creation of version 2 refuses more than sixteen bits.
            incentive: made.incentive.try_into().unwrap_or(u16::MAX),
        })
    }

    /// What the split answers to `splitHash()` in this state.
    pub fn hash(&self) -> B256 {
        keccak256(self.abi().abi_encode())
    }

    /// The call that puts the split at `split` into this state, at once and for everything it has not yet distributed.
    ///
    /// # Errors
    /// When the split itself would get a share.
    pub fn update(&self, split: Address) -> Result<Transaction, SplitChangeError> {
        if self.recipients.contains(&split) {
            return Err(SplitChangeError::RecipientIsSplit(split));
        }
        Ok(Transaction::call(split, updateSplitCall { _split: self.abi() }.abi_encode()))
    }

    /// As the contracts' calls take it.
    pub(in crate::contracts) fn abi(&self) -> Split {
        Split {
            recipients: self.recipients.iter().map(|recipient| recipient.to_alloy()).collect(),
            allocations: self.allocations.clone(),
            totalAllocation: self.total_allocation,
            distributionIncentive: self.incentive,
        }
    }
}

/// The call that gives a split V2 another owner, in the one step that there is: whoever is named owns it at once. The
/// zero address renounces it for ever; `paused` is what the split answers to `paused()`, where that is known.
///
/// # Errors
/// When nobody could ever act for the new owner, and when a paused split would be renounced.
pub fn transfer_ownership(
    split: Address,
    to: Address,
    paused: Option<bool>,
) -> Result<Transaction, SplitChangeError> {
    if to == split {
        return Err(SplitChangeError::OwnerIsSplit(split));
    }
    if let Some(name) = known_name(to) {
        return Err(SplitChangeError::OwnerIsContract { owner: to, name });
    }
    if to == Address::ZERO && paused == Some(true) {
        return Err(SplitChangeError::RenouncedWhilePaused);
    }
    Ok(Transaction::call(split, transferOwnershipCall { _owner: to.to_alloy() }.abi_encode()))
}

impl From<SplitChangeError> for Problem {
    fn from(error: SplitChangeError) -> Self {
        match error {
            SplitChangeError::VersionOne => Self::unusable("split-change-version-one"),
            SplitChangeError::Recipients(error) => error.into(),
            SplitChangeError::RecipientIsSplit(split) => {
                Self::unusable("split-change-recipient-itself").with("split", split)
            }
            SplitChangeError::OwnerIsContract { owner, name } => {
                Self::unusable("split-known-contract").with("address", owner).with("name", name)
            }
            SplitChangeError::OwnerIsSplit(split) => {
                Self::unusable("split-change-owner-itself").with("split", split)
            }
            SplitChangeError::RenouncedWhilePaused => Self::unusable("split-change-renounced-paused"),
        }
    }
}

#[cfg(test)]
mod tests {
    use alloy::primitives::address;

    use super::super::Kind;
    use super::*;

    const SPLIT: Address = Address::from_bytes([0x55; 20]);

    fn parameters(recipients: &[(u8, u64)]) -> SplitParameters {
        let recipient = |(last, share): &(u8, u64)| (Address::from_bytes([*last; 20]), U256::from(*share));
        SplitParameters {
            version: "2.2".to_owned(),
            kind: Kind::Pull,
            chain_id: 1,
            recipients: recipients.iter().map(recipient).collect(),
            total: None,
            incentive: 7,
            owner: Address::from_bytes([9; 20]),
            creator: Address::ZERO,
            placement: Placement::Nonce(U256::ZERO),
            as_is: false,
        }
    }

    #[test]
    fn an_update_leaves_what_a_creation_of_the_same_parameters_makes() {
        let parameters = parameters(&[(3, 30), (2, 70)]);
        let state = SplitState::of(&parameters).unwrap();
        let made = parameters.deployment().unwrap();
        assert_eq!(state.hash(), made.split_hash);
        assert_eq!(state.recipients, made.recipients);
        let call = state.update(SPLIT).unwrap();
        assert_eq!((call.to, call.value), (SPLIT, U256::ZERO));
        let read = updateSplitCall::abi_decode_validate(&call.data).unwrap();
        assert_eq!(keccak256(read._split.abi_encode()), made.split_hash);
    }

    #[test]
    fn what_a_creation_refuses_an_update_refuses() {
        let refused = |recipients: &[(u8, u64)]| SplitState::of(&parameters(recipients)).unwrap_err();
        assert_eq!(refused(&[(2, 1)]), SplitChangeError::Recipients(SplitError::TooFew(1)));
        assert_eq!(
            refused(&[(2, 1), (2, 1)]),
            SplitChangeError::Recipients(SplitError::RecipientTwice(Address::from_bytes([2; 20])))
        );
        let old = SplitParameters { version: "1".to_owned(), ..parameters(&[(2, 1), (3, 1)]) };
        assert_eq!(SplitState::of(&old).unwrap_err(), SplitChangeError::VersionOne);
    }

    #[test]
    fn a_split_neither_pays_nor_owns_itself() {
        let state = SplitState::of(&parameters(&[(0x55, 1), (2, 1)])).unwrap();
        assert_eq!(state.update(SPLIT), Err(SplitChangeError::RecipientIsSplit(SPLIT)));
        assert_eq!(transfer_ownership(SPLIT, SPLIT, None), Err(SplitChangeError::OwnerIsSplit(SPLIT)));
    }

    #[test]
    fn a_paused_split_is_not_renounced_and_no_contract_of_ours_gets_one() {
        let renounce = |paused| transfer_ownership(SPLIT, Address::ZERO, paused);
        assert_eq!(renounce(Some(true)), Err(SplitChangeError::RenouncedWhilePaused));
        assert_eq!(renounce(None), renounce(Some(false)));
        let factory = address!("0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67").into();
        assert!(matches!(
            transfer_ownership(SPLIT, factory, None),
            Err(SplitChangeError::OwnerIsContract { .. })
        ));
        let call = transfer_ownership(SPLIT, Address::from_bytes([9; 20]), None).unwrap();
        assert_eq!(call.data.to_string(), format!("0xf2fde38b{}{}", "00".repeat(12), "09".repeat(20)));
    }
}
