//! Version 2 of 0xSplits: a factory for each kind, splits that hold what they divide, and a warehouse for what is pulled.

use alloy::primitives::{B256, U256, keccak256};
use alloy::sol_types::{SolCall, SolValue};

use super::super::Transaction;
use super::super::abi::{Split, createSplitCall, createSplitDeterministicCall};
use super::{Placement, SplitDeployment, SplitError, SplitParameters, find};
use crate::keys::Address;

/// The calldata and the address that come of these parameters.
///
/// # Errors
/// Where no deployment is known, for whatever the contract would revert on, and, unless `as_is`, for what it
/// accepts though funds can be lost by it. (The contract's own prediction answers for parameters it would refuse.)
pub(super) fn deployment(parameters: &SplitParameters) -> Result<SplitDeployment, SplitError> {
    let set = find(&parameters.version, parameters.kind, parameters.chain_id)?;
    let most = u16::MAX;
    let incentive = u16::try_from(parameters.incentive)
        .map_err(|_| SplitError::Incentive { incentive: parameters.incentive, most: u32::from(most) })?;
    let total = parameters.check_total()?;
    let mut recipients = parameters.recipients.clone();
    if !parameters.as_is {
        parameters.check_strictly(total)?;
        recipients.sort_unstable();
    }
    let split = split_of(&recipients, incentive);
    let create2_salt = create2_salt(parameters, &split)?;
    let (salt, reason) = match parameters.placement {
        Placement::Nonce(nonce) => (None, Some(nonce_reason(nonce))),
        Placement::Salt(salt) => (Some(salt), None),
        Placement::Parameters => (None, None),
    };
    let factory = set.factory.address;
    let (recipients, allocations) = recipients.into_iter().unzip();
    Ok(SplitDeployment {
        version: parameters.version.clone(),
        kind: parameters.kind,
        chain_id: parameters.chain_id,
        factory,
        recipients,
        allocations,
        total_allocation: total,
        incentive: parameters.incentive,
        owner: parameters.owner,
        salt,
        split_hash: keccak256(split.abi_encode()),
        create2_salt: Some(create2_salt),
        address: Some(Address::create2(factory, create2_salt.0, set.init_code_hash.0)),
        reason,
        tx: Transaction::call(factory, call(parameters, split)?),
    })
}

fn create2_salt(parameters: &SplitParameters, split: &Split) -> Result<B256, SplitError> {
    let inputs = (split.clone(), parameters.owner.to_alloy()).abi_encode_params();
    Ok(keccak256(match parameters.placement {
        Placement::Salt(salt) => [&inputs[..], &salt.0].concat(),
        Placement::Nonce(nonce) => [keccak256(inputs).0, nonce.to_be_bytes()].concat(),
        Placement::Parameters => return Err(SplitError::Unplaced),
    }))
}

fn call(parameters: &SplitParameters, split: Split) -> Result<Vec<u8>, SplitError> {
    let (owner, creator) = (parameters.owner.to_alloy(), parameters.creator.to_alloy());
    match parameters.placement {
        Placement::Salt(salt) => Ok(createSplitDeterministicCall {
            _splitParams: split,
            _owner: owner,
            _creator: creator,
            _salt: salt,
        }
        .abi_encode()),
        Placement::Nonce(_) => {
            Ok(createSplitCall { _splitParams: split, _owner: owner, _creator: creator }.abi_encode())
        }
        Placement::Parameters => Err(SplitError::Unplaced),
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
