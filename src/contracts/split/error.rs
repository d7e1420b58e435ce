//! Why a split cannot, or should not, be deployed with these parameters.

use alloy::primitives::U256;

use super::super::Unknown;
use super::first::WHOLE;
use super::parameters::{MOST_RECIPIENTS, most_total};
use crate::keys::Address;
use crate::text::Problem;

/// Why a split cannot, or should not, be deployed with these parameters. The contract itself refuses only what makes
/// its sum wrong; everything else it accepts, and funds can be lost by it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SplitError {
    /// No such deployment is known.
    NotKnown {
        /// The version asked for.
        version: String,
        /// The chain asked for.
        chain_id: u64,
        /// Why.
        why: Unknown,
    },
    /// Made by a factory whose contracts stand where nobody can know before: Obol's.
    Counted {
        /// The factory's name.
        name: &'static str,
        /// Where it stands.
        factory: Address,
    },
    /// Version 2 with neither salt nor nonce.
    Unplaced,
    /// Version 1 with a salt or nonce, which it does not have.
    PlacedV1,
    /// Version 1 that pushes: it only credits.
    PushV1,
    /// Version 1 with a creator, which its event does not name.
    CreatorV1,
    /// Version 1: the shares add up to something else than a million (InvalidSplit__InvalidAllocationsSum).
    SumV1(U256),
    /// Version 1: recipients out of order or twice (InvalidSplit__AccountsOutOfOrder); holds the one that is.
    OrderV1(Address),
    /// More for a distributor than the version allows.
    Incentive {
        /// What was asked for, in millionths.
        incentive: u32,
        /// What is allowed.
        most: u32,
    },
    /// The shares add up to something else than the total (InvalidSplit_TotalAllocationMismatch).
    Sum {
        /// What they add up to.
        sum: U256,
        /// What was said.
        total: U256,
    },
    /// The shares add up to more than a uint256 holds (the contract's addition reverts).
    SumOverflow,
    /// Strict, and version 1 always: fewer than two recipients.
    TooFew(usize),
    /// Strict: more recipients than one distribution can safely pay.
    TooMany(usize),
    /// Strict: a recipient stands twice.
    RecipientTwice(Address),
    /// Strict, and version 1 always: a recipient gets nothing.
    ZeroShare(Address),
    /// Strict: the zero address gets a share, which burns it.
    RecipientZero,
    /// Strict: a contract of Safe or 0xSplits as recipient or owner, from which nothing comes back.
    KnownContract {
        /// Its address.
        address: Address,
        /// Its name.
        name: &'static str,
    },
    /// Strict: the total is so large that a share times an amount may overflow.
    TotalTooLarge(U256),
}

impl From<SplitError> for Problem {
    fn from(error: SplitError) -> Self {
        match error {
            SplitError::NotKnown { version, chain_id, why } => {
                let product = if version.starts_with("obol-") { "Obol" } else { "0xSplits" };
                why.problem(product, &version, chain_id)
            }
            SplitError::Counted { name, factory } => {
                Self::unusable("split-counted").with("name", name).with("factory", factory)
            }
            SplitError::Unplaced => Self::unusable("split-no-salt"),
            SplitError::PlacedV1 => Self::unusable("split-placed-v1"),
            SplitError::PushV1 => Self::unusable("split-push-v1"),
            SplitError::CreatorV1 => Self::unusable("split-creator-v1"),
            SplitError::SumV1(sum) => Self::unusable("split-sum-v1").with("sum", sum).with("whole", WHOLE),
            SplitError::OrderV1(recipient) => Self::unusable("split-order-v1").with("recipient", recipient),
            SplitError::Incentive { incentive, most } => {
                Self::unusable("split-incentive").with("incentive", incentive).with("most", most)
            }
            SplitError::Sum { sum, total } => {
                Self::unusable("split-sum").with("sum", sum).with("total", total)
            }
            SplitError::SumOverflow => Self::unusable("split-sum-overflow"),
            SplitError::TooFew(recipients) => Self::unusable("split-too-few").with("recipients", recipients),
            SplitError::TooMany(recipients) => {
                Self::unusable("split-too-many").with("recipients", recipients).with("most", MOST_RECIPIENTS)
            }
            SplitError::RecipientTwice(recipient) => {
                Self::unusable("split-recipient-twice").with("recipient", recipient)
            }
            SplitError::ZeroShare(recipient) => {
                Self::unusable("split-zero-share").with("recipient", recipient)
            }
            SplitError::RecipientZero => Self::unusable("split-recipient-zero"),
            SplitError::KnownContract { address, name } => {
                Self::unusable("split-known-contract").with("address", address).with("name", name)
            }
            SplitError::TotalTooLarge(total) => {
                Self::unusable("split-total-too-large").with("total", total).with("most", most_total())
            }
        }
    }
}
