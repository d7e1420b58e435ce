//! Version 1 of 0xSplits: SplitMain makes the splits, keeps what they divide, and checks what it is given.

use alloy::primitives::{B256, U256, keccak256};
use alloy::sol_types::SolCall;

use super::super::abi::main::{createSplitCall, distributeETHCall};
use super::super::registry::{self, MainSet};
use super::super::{Kind, Transaction};
use super::{Placement, SplitDeployment, SplitError, SplitParameters};
use crate::keys::Address;

/// What the shares add up to (SplitMain.sol, `PERCENTAGE_SCALE`).
pub const WHOLE: u32 = 1_000_000;

/// The most that a distributor may be paid, in millionths (SplitMain.sol, `MAX_DISTRIBUTOR_FEE`).
pub const MOST_FEE: u32 = 100_000;

/// In JSON, so in English whatever the language.
const COUNTED: &str = "createSplit with a controller makes the split by CREATE: its address follows from how many \
                       contracts SplitMain made before, and anyone can make one more";

/// The calldata and, without a controller, the address that come of these parameters.
///
/// # Errors
/// Where SplitMain is not known, and for everything that it refuses.
pub(super) fn deployment(parameters: &SplitParameters) -> Result<SplitDeployment, SplitError> {
    let set = registry::main(parameters.chain_id).map_err(|why| SplitError::NotKnown {
        version: parameters.version.clone(),
        chain_id: parameters.chain_id,
        why,
    })?;
    check_choices(parameters)?;
    let total = parameters.check_total()?;
    let mut recipients = parameters.recipients.clone();
    if !parameters.as_is {
        parameters.check_strictly(total)?;
        recipients.sort_unstable();
    }
    let shares = checked(&recipients, parameters)?;
    Ok(deploy(set, parameters, recipients, &shares))
}

/// What version 1 does not have.
fn check_choices(parameters: &SplitParameters) -> Result<(), SplitError> {
    if parameters.kind == Kind::Push {
        return Err(SplitError::PushV1);
    }
    if parameters.placement != Placement::Parameters {
        return Err(SplitError::PlacedV1);
    }
    if parameters.creator != Address::ZERO {
        return Err(SplitError::CreatorV1);
    }
    if parameters.incentive > MOST_FEE {
        return Err(SplitError::Incentive { incentive: parameters.incentive, most: MOST_FEE });
    }
    Ok(())
}

/// The shares, once the contract's own rules are kept (SplitMain.sol, `validSplit`).
fn checked(recipients: &[(Address, U256)], parameters: &SplitParameters) -> Result<Vec<u32>, SplitError> {
    if recipients.len() < 2 {
        return Err(SplitError::TooFew(recipients.len()));
    }
    let total = parameters.check_total()?;
    if total != U256::from(WHOLE) {
        return Err(SplitError::SumV1(total));
    }
    if let Some(pair) = recipients.windows(2).find(|pair| pair[0].0 >= pair[1].0) {
        return Err(SplitError::OrderV1(pair[1].0));
    }
    if let Some((recipient, _)) = recipients.iter().find(|(_, share)| share.is_zero()) {
        return Err(SplitError::ZeroShare(*recipient));
    }
    Ok(recipients.iter().map(|(_, share)| share.saturating_to()).collect())
}

fn deploy(
    set: &MainSet,
    parameters: &SplitParameters,
    recipients: Vec<(Address, U256)>,
    shares: &[u32],
) -> SplitDeployment {
    let (recipients, allocations): (Vec<_>, Vec<_>) = recipients.into_iter().unzip();
    let main = set.main.address;
    let split_hash = hash(&recipients, &allocations, parameters.incentive);
    let call = createSplitCall {
        accounts: recipients.iter().map(|recipient| recipient.to_alloy()).collect(),
        percentAllocations: shares.to_vec(),
        distributorFee: parameters.incentive,
        controller: parameters.owner.to_alloy(),
    };
    let predictable = parameters.owner == Address::ZERO;
    SplitDeployment {
        version: parameters.version.clone(),
        kind: parameters.kind,
        chain_id: parameters.chain_id,
        factory: main,
        recipients,
        allocations,
        total_allocation: U256::from(WHOLE),
        incentive: parameters.incentive,
        owner: parameters.owner,
        salt: None,
        split_hash,
        create2_salt: predictable.then_some(split_hash),
        address: predictable.then(|| Address::create2(main, split_hash.0, set.init_code_hash.0)),
        reason: (!predictable).then(|| COUNTED.to_owned()),
        tx: Transaction::call(main, call.abi_encode()),
    }
}

/// What SplitMain answers to `getHash`: packed encoding, which pads the elements of arrays to 32 bytes and leaves the
/// fee its four.
fn hash(recipients: &[Address], allocations: &[U256], fee: u32) -> B256 {
    let mut packed = Vec::with_capacity(64 * recipients.len() + 4);
    packed.extend(recipients.iter().flat_map(|recipient| recipient.to_alloy().into_word().0));
    packed.extend(allocations.iter().flat_map(U256::to_be_bytes::<32>));
    packed.extend(fee.to_be_bytes());
    keccak256(packed)
}

/// Calldata of `distributeETH`: has SplitMain credit the recipients with what the split holds.
pub(super) fn distribute_ether(
    deployment: &SplitDeployment,
    split: Address,
    distributor: Address,
) -> Transaction {
    let call = distributeETHCall {
        split: split.to_alloy(),
        accounts: deployment.recipients.iter().map(|recipient| recipient.to_alloy()).collect(),
        percentAllocations: deployment.allocations.iter().map(U256::saturating_to).collect(),
        distributorFee: deployment.incentive,
        distributorAddress: distributor.to_alloy(),
    };
    Transaction::call(deployment.factory, call.abi_encode())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde::Deserialize;

    use super::*;

    #[derive(Deserialize)]
    struct Vectors {
        splits: Vec<Vector>,
    }

    #[derive(Deserialize)]
    struct Vector {
        chain_id: u64,
        recipients: Vec<Address>,
        allocations: Vec<String>,
        incentive: u32,
        split_hash: String,
        address: Address,
        code_hash: String,
    }

    fn parameters(recipients: Vec<(Address, U256)>) -> SplitParameters {
        SplitParameters {
            version: "1".to_owned(),
            kind: Kind::Pull,
            chain_id: 1,
            recipients,
            total: None,
            incentive: 0,
            owner: Address::ZERO,
            creator: Address::ZERO,
            placement: Placement::Parameters,
            as_is: false,
        }
    }

    fn shares(list: &[(u8, u64)]) -> Vec<(Address, U256)> {
        list.iter().map(|&(last, share)| (Address::from_bytes([last; 20]), U256::from(share))).collect()
    }

    #[test]
    fn split_main_makes_what_is_predicted() {
        let vectors: Vectors =
            serde_json::from_str(include_str!("../../../tests/vectors/contracts-versions.json")).unwrap();
        assert_eq!(vectors.splits.len(), 12);
        for vector in vectors.splits {
            let allocations = vector.allocations.iter().map(|share| share.parse().unwrap());
            let made = SplitParameters {
                chain_id: vector.chain_id,
                incentive: vector.incentive,
                ..parameters(vector.recipients.into_iter().zip(allocations).collect())
            }
            .deployment()
            .unwrap();
            assert_eq!(made.address, Some(vector.address));
            assert_eq!(made.split_hash.to_string(), vector.split_hash);
            assert_eq!(made.code_hash().unwrap().to_string(), vector.code_hash);
            assert_eq!(made.needs().len(), 2);
        }
    }

    #[test]
    fn what_split_main_reverts_on_is_refused_always_and_order_only_as_it_is() {
        let half = [(2, 500_000), (1, 500_000)];
        let right = parameters(shares(&half));
        assert!(right.deployment().is_ok());
        let first = Address::from_bytes([1; 20]);
        let as_is = SplitParameters { as_is: true, ..right.clone() };
        assert_eq!(as_is.deployment(), Err(SplitError::OrderV1(first)));
        let of = |list: &[(u8, u64)], as_is| SplitParameters { as_is, ..parameters(shares(list)) };
        for as_is in [true, false] {
            for (wrong, error) in [
                (of(&[(1, 1_000_000)], as_is), SplitError::TooFew(1)),
                (of(&[(1, 1), (2, 2)], as_is), SplitError::SumV1(U256::from(3))),
                (of(&[(1, 1_000_000), (2, 0)], as_is), SplitError::ZeroShare(Address::from_bytes([2; 20]))),
            ] {
                assert_eq!(wrong.deployment(), Err(error));
            }
        }
        assert_eq!(of(&[(1, 1), (1, 999_999)], true).deployment(), Err(SplitError::OrderV1(first)));
        assert_eq!(of(&[(1, 1), (1, 999_999)], false).deployment(), Err(SplitError::RecipientTwice(first)));
        for (wrong, error) in [
            (
                SplitParameters { incentive: 100_001, ..right.clone() },
                SplitError::Incentive { incentive: 100_001, most: 100_000 },
            ),
            (SplitParameters { kind: Kind::Push, ..right.clone() }, SplitError::PushV1),
            (SplitParameters { creator: first, ..right.clone() }, SplitError::CreatorV1),
            (
                SplitParameters { placement: Placement::Salt(B256::ZERO), ..right.clone() },
                SplitError::PlacedV1,
            ),
        ] {
            assert_eq!(wrong.deployment(), Err(error));
        }
    }

    #[test]
    fn with_a_controller_there_is_calldata_and_no_address() {
        let owned = SplitParameters {
            owner: Address::from_bytes([9; 20]),
            ..parameters(shares(&[(1, 400_000), (2, 600_000)]))
        };
        let made = owned.deployment().unwrap();
        assert_eq!((made.address, made.create2_salt), (None, None));
        assert!(made.reason.as_deref().is_some_and(|reason| reason.contains("CREATE")));
        assert_eq!(made.distribute_ether(), None);
        assert_eq!(made.table().unwrap().last().unwrap().value, owned.owner.to_string());
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_as_the_same_parameters(
            recipients in proptest::collection::btree_set(any::<[u8; 20]>(), 2..20),
            owner in proptest::option::of(any::<[u8; 20]>()),
            incentive in 0..=MOST_FEE,
        ) {
            let count = u64::try_from(recipients.len()).unwrap();
            let mut list: Vec<_> = recipients
                .into_iter()
                .map(|to| (Address::from_bytes(to), U256::from(1_000_000 / count)))
                .collect();
            list[0].1 += U256::from(1_000_000 % count);
            let owner = owner.map_or(Address::ZERO, Address::from_bytes);
            let written = SplitParameters { incentive, owner, as_is: true, ..parameters(list) };
            let tx = written.deployment().unwrap().tx;
            prop_assert_eq!(SplitParameters::read(&tx, 1), Ok(written));
        }
    }
}
