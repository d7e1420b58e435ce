use std::collections::BTreeMap;

use alloy::primitives::U256;
use alloy::sol_types::SolCall;
use proptest::prelude::*;

use super::super::super::abi::{
    addOwnerWithThresholdCall, changeThresholdCall, removeOwnerCall, swapOwnerCall,
};
use super::super::super::known_name;
use super::*;

/// OwnerManager.sol as a map from each owner to the next: reverts with the code that the contract reverts with.
struct Contract {
    safe: Address,
    next: BTreeMap<Address, Address>,
    count: U256,
    threshold: U256,
}

type Reverts = Result<(), &'static str>;

impl Contract {
    fn setup(safe: Address, owners: &[Address], threshold: u32) -> Self {
        let mut next = BTreeMap::new();
        let mut current = SENTINEL;
        for &owner in owners {
            next.insert(current, owner);
            current = owner;
        }
        next.insert(current, SENTINEL);
        Self { safe, next, count: U256::from(owners.len()), threshold: U256::from(threshold) }
    }

    fn state(&self) -> SafeState {
        let mut owners = Vec::new();
        let mut current = self.next[&SENTINEL];
        while current != SENTINEL {
            owners.push(current);
            current = self.next[&current];
        }
        SafeState { owners, threshold: self.threshold.to() }
    }

    fn require(holds: bool, code: &'static str) -> Reverts {
        if holds { Ok(()) } else { Err(code) }
    }

    fn joins(&mut self, owner: Address) -> Reverts {
        Self::require(![Address::ZERO, SENTINEL, self.safe].contains(&owner), "GS203")?;
        Self::require(!self.next.contains_key(&owner), "GS204")
    }

    fn leaves(&mut self, previous: Address, owner: Address) -> Reverts {
        Self::require(![Address::ZERO, SENTINEL].contains(&owner), "GS203")?;
        Self::require(self.next.get(&previous) == Some(&owner), "GS205")
    }

    fn change_threshold(&mut self, threshold: U256) -> Reverts {
        Self::require(threshold <= self.count, "GS201")?;
        Self::require(threshold >= U256::from(1), "GS202")?;
        self.threshold = threshold;
        Ok(())
    }

    fn run(&mut self, call: &Transaction) -> Reverts {
        assert_eq!((call.to, call.value), (self.safe, U256::ZERO));
        let data = &call.data[..];
        if let Ok(call) = swapOwnerCall::abi_decode_validate(data) {
            let (previous, old, new) = (call.prevOwner.into(), call.oldOwner.into(), call.newOwner.into());
            self.joins(new)?;
            self.leaves(previous, old)?;
            let behind = self.next.remove(&old).unwrap();
            self.next.insert(new, behind);
            self.next.insert(previous, new);
            Ok(())
        } else if let Ok(call) = addOwnerWithThresholdCall::abi_decode_validate(data) {
            let owner = call.owner.into();
            self.joins(owner)?;
            let first = self.next.insert(SENTINEL, owner).unwrap();
            self.next.insert(owner, first);
            self.count += U256::from(1);
            if self.threshold == call._threshold { Ok(()) } else { self.change_threshold(call._threshold) }
        } else if let Ok(call) = removeOwnerCall::abi_decode_validate(data) {
            Self::require(self.count - U256::from(1) >= call._threshold, "GS201")?;
            let (previous, owner) = (call.prevOwner.into(), call.owner.into());
            self.leaves(previous, owner)?;
            let behind = self.next.remove(&owner).unwrap();
            self.next.insert(previous, behind);
            self.count -= U256::from(1);
            if self.threshold == call._threshold { Ok(()) } else { self.change_threshold(call._threshold) }
        } else {
            self.change_threshold(changeThresholdCall::abi_decode_validate(data).unwrap()._threshold)
        }
    }
}

fn address(last: u8) -> Address {
    let mut bytes = [0x11; 20];
    bytes[19] = last;
    Address::from_bytes(bytes)
}

fn state(owners: &[u8], threshold: u32) -> SafeState {
    SafeState { owners: owners.iter().copied().map(address).collect(), threshold }
}

const SAFE: Address = Address::from_bytes([0x55; 20]);

/// Some of twelve people in any order, and a threshold that they can have.
fn any_state() -> impl Strategy<Value = SafeState> {
    let people: Vec<u8> = (1..=12).collect();
    proptest::sample::subsequence(people, 1..=12)
        .prop_shuffle()
        .prop_flat_map(|owners| (Just(owners.clone()), 1..=u32::try_from(owners.len()).unwrap()))
        .prop_map(|(owners, threshold)| state(&owners, threshold))
}

fn sorted(owners: &[Address]) -> Vec<Address> {
    let mut owners = owners.to_vec();
    owners.sort_unstable();
    owners
}

proptest! {
    #[test]
    fn any_safe_becomes_any_other_and_never_reverts(now in any_state(), next in any_state()) {
        let change = now.change(SAFE, &next).unwrap();
        let mut contract = Contract::setup(SAFE, &now.owners, now.threshold);
        for (call, step) in change.calls().iter().zip(&change.steps) {
            prop_assert_eq!(&contract.state(), &step.before);
            prop_assert_eq!(contract.run(call), Ok(()));
            prop_assert_eq!(&contract.state(), &step.after);
        }
        prop_assert_eq!(contract.state(), change.after.clone());
        prop_assert_eq!(sorted(&change.after.owners), sorted(&next.owners));
        prop_assert_eq!(change.after.threshold, next.threshold);
    }

    #[test]
    fn no_shorter_way_is_missed_and_no_step_wants_fewer_signatures_than_it_must(
        now in any_state(), next in any_state(),
    ) {
        let change = now.change(SAFE, &next).unwrap();
        let leaving = difference(&now.owners, &next.owners).len();
        let joining = difference(&next.owners, &now.owners).len();
        let only_threshold = usize::from(leaving == joining && now.threshold != next.threshold);
        prop_assert_eq!(change.steps.len(), leaving.max(joining) + only_threshold);
        for step in change.steps.iter().rev().skip(1) {
            let all = u32::try_from(step.after.owners.len()).unwrap();
            prop_assert!(step.after.threshold >= now.threshold.min(all));
        }
    }

    #[test]
    fn a_call_does_what_the_contract_does_or_reverts_with_its_code(
        now in any_state(), previous in 0_u8..14, one in 0_u8..14, other in 0_u8..14, threshold in 0_u32..14, kind in 0..4,
    ) {
        let who = |n: u8| match n {
            0 => Address::ZERO,
            13 => SENTINEL,
            5 => SAFE,
            n => address(n),
        };
        let call = match kind {
            0 => OwnerCall::Swap { previous: who(previous), old: who(one), new: who(other) },
            1 => OwnerCall::Add { owner: who(one), threshold },
            2 => OwnerCall::Remove { previous: who(previous), owner: who(one), threshold },
            _ => OwnerCall::Threshold(threshold),
        };
        let transaction = call.transaction(SAFE);
        prop_assert_eq!(OwnerCall::of(&transaction), Some(call));
        let mut contract = Contract::setup(SAFE, &now.owners, now.threshold);
        let ran = contract.run(&transaction).map(|()| contract.state());
        prop_assert_eq!(now.run(SAFE, call), ran);
    }

    #[test]
    fn nothing_to_change_is_no_call(now in any_state()) {
        prop_assert_eq!(now.change(SAFE, &now).unwrap().steps, []);
    }
}

#[test]
fn who_joins_takes_the_place_of_who_leaves() {
    let change = state(&[1, 2, 3], 2).change(SAFE, &state(&[1, 4, 5, 6], 3)).unwrap();
    let calls: Vec<_> = change.steps.iter().map(|step| step.call).collect();
    assert_eq!(
        calls,
        [
            OwnerCall::Swap { previous: address(1), old: address(2), new: address(4) },
            OwnerCall::Swap { previous: address(4), old: address(3), new: address(5) },
            OwnerCall::Add { owner: address(6), threshold: 3 },
        ]
    );
    assert_eq!(change.after, state(&[6, 1, 4, 5], 3));
}

#[test]
fn the_first_of_the_list_follows_its_sentinel() {
    let change = state(&[1, 2, 3], 3).change(SAFE, &state(&[3], 1)).unwrap();
    let calls: Vec<_> = change.steps.iter().map(|step| step.call).collect();
    assert_eq!(
        calls,
        [
            OwnerCall::Remove { previous: SENTINEL, owner: address(1), threshold: 2 },
            OwnerCall::Remove { previous: SENTINEL, owner: address(2), threshold: 1 },
        ]
    );
}

#[test]
fn what_the_contract_would_revert_on_is_refused() {
    let now = state(&[1, 2], 2);
    let with = |owner: Address| SafeState { owners: vec![address(1), owner], threshold: 1 };
    let known = "0x41675C099F32341bf84BFc5382aF534df5C7461a".parse().unwrap();
    let refused = [
        (state(&[], 1), SafeError::NoOwners),
        (state(&[1], 0), SafeError::ThresholdZero),
        (state(&[1, 3], 3), SafeError::ThresholdAboveOwners { threshold: 3, owners: 2 }),
        (state(&[1, 1], 1), SafeError::OwnerTwice { owner: address(1), adjacent: false }),
        (state(&[1, 3, 1], 1), SafeError::OwnerTwice { owner: address(1), adjacent: false }),
        (with(Address::ZERO), SafeError::OwnerZero(2)),
        (with(SENTINEL), SafeError::OwnerSentinel(2)),
        (with(SAFE), SafeError::OwnerIsSafe(SAFE)),
        (with(known), SafeError::OwnerIsContract { owner: known, name: known_name(known).unwrap() }),
    ];
    for (next, error) in refused {
        assert_eq!(now.change(SAFE, &next), Err(error));
    }
    assert_eq!(
        state(&[1, 1], 1).change(SAFE, &now).unwrap_err(),
        SafeError::OwnerTwice { owner: address(1), adjacent: false }
    );
}
