//! Which owners and thresholds a Safe takes, at its setup and afterwards.

use std::collections::BTreeSet;

use super::SafeError;
use crate::keys::Address;

/// The address with which a Safe's list of owners begins and ends, never an owner itself (OwnerManager.sol,
/// `SENTINEL_OWNERS`).
pub const SENTINEL: Address =
    Address::from_bytes([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);

/// No Safe has more owners here. `setup` spends about 24,000 gas for each, a slot of storage and its calldata, and no
/// transaction may spend more than 16,777,216 (EIP-7825): much above, the Safe could never be made.
pub const MOST_OWNERS: usize = 500;

/// What `setup` refuses of any Safe, with the code that it reverts with.
///
/// # Errors
/// No owner or more than [`MOST_OWNERS`], a threshold out of their number, and an owner that is zero, the sentinel or
/// there twice.
pub(super) fn check(owners: &[Address], threshold: u32) -> Result<(), SafeError> {
    let count = owners.len();
    match usize::try_from(threshold) {
        _ if count == 0 => return Err(SafeError::NoOwners),
        _ if count > MOST_OWNERS => return Err(SafeError::TooManyOwners(count)),
        Ok(0) => return Err(SafeError::ThresholdZero),
        Ok(wanted) if wanted <= count => {}
        _ => return Err(SafeError::ThresholdAboveOwners { threshold, owners: count }),
    }
    let mut seen = BTreeSet::new();
    for (i, &owner) in owners.iter().enumerate() {
        match owner {
            _ if owner == Address::ZERO => return Err(SafeError::OwnerZero(i + 1)),
            _ if owner == SENTINEL => return Err(SafeError::OwnerSentinel(i + 1)),
            // What is there twice is not the first.
            _ if !seen.insert(owner) => {
                return Err(SafeError::OwnerTwice { owner, adjacent: owners[i - 1] == owner });
            }
            _ => {}
        }
    }
    Ok(())
}
