use alloy::primitives::hex;
use proptest::prelude::*;

use super::super::safe_tx::multi_send;
use super::super::{
    DeploymentSet, FallbackHandler, Kind, Method, Placement, Preset, SafeParameters, SafeState, Singleton,
    SplitParameters,
};
use super::*;

const SAFE: Address = Address::from_bytes([0x55; 20]);

fn read(data: impl Into<Bytes>) -> Call {
    Call::read(Operation::Call, Transaction { to: SAFE, value: U256::ZERO, data: data.into() })
}

/// The rows as `depth name type value`.
fn lines(call: &Call) -> Vec<String> {
    let rows = call.rows().into_iter();
    rows.map(|row| format!("{} {} {} {}", row.depth, row.name, row.solidity_type, row.value)).collect()
}

fn person(last: u8) -> Address {
    Address::from_bytes([last; 20])
}

#[test]
fn selectors_are_those_seen_on_chain() {
    // What `cast sig` of Foundry 1.7.1 says.
    for (name, selector) in [
        ("addOwnerWithThreshold", hex!("0d582f13")),
        ("removeOwner", hex!("f8dc5dd9")),
        ("swapOwner", hex!("e318b52b")),
        ("changeThreshold", hex!("694e80c3")),
        ("enableModule", hex!("610b5925")),
        ("disableModule", hex!("e009cfde")),
        ("setGuard", hex!("e19a9dd9")),
        ("setModuleGuard", hex!("e068df37")),
        ("setFallbackHandler", hex!("f08a0323")),
        ("approveHash", hex!("d4d9bdcd")),
        ("transfer", hex!("a9059cbb")),
        ("transferFrom", hex!("23b872dd")),
        ("approve", hex!("095ea7b3")),
        ("transferOwnership", hex!("f2fde38b")),
        ("setPaused", hex!("16c38b3c")),
        ("transferControl", hex!("d0e4b2f4")),
        ("cancelControlTransfer", hex!("1267c6da")),
        ("acceptControl", hex!("c7de6440")),
        ("makeSplitImmutable", hex!("189cbaa0")),
    ] {
        assert_eq!(methods::selector_of(name), Some(selector), "{name}");
    }
    assert_eq!(multiSendCall::SELECTOR, hex!("8d80ff0a"));
    assert_eq!(execCallsCall::SELECTOR, hex!("f69e64b2"));
    assert_eq!(updateSplitCall::SELECTOR, hex!("286617de"));
    assert_eq!(distributeCall::SELECTOR, hex!("2d3f5537"));
    assert_eq!(execTransactionCall::SELECTOR, hex!("6a761202"));
}

#[test]
fn a_batch_is_read_with_the_calls_inside_it() {
    let now = SafeState { owners: vec![person(1), person(2)], threshold: 1 };
    let next = SafeState { owners: vec![person(1), person(3)], threshold: 2 };
    let mut calls = now.change(SAFE, &next).unwrap().calls();
    calls.push(Transaction { to: person(7), value: U256::from(5), data: Bytes::new() });
    calls.push(Transaction::call(person(8), vec![1, 2, 3]));
    assert_eq!(
        lines(&read(multi_send(&calls))),
        [
            "0 multiSend function 0x8d80ff0a",
            "1 [0] call call",
            "2 to address 0x5555555555555555555555555555555555555555",
            "2 value uint256 0",
            "2 data bytes 100 bytes",
            "3 swapOwner function 0xe318b52b",
            "4 prevOwner address 0x0101010101010101010101010101010101010101",
            "4 oldOwner address 0x0202020202020202020202020202020202020202",
            "4 newOwner address 0x0303030303030303030303030303030303030303",
            "1 [1] call call",
            "2 to address 0x5555555555555555555555555555555555555555",
            "2 value uint256 0",
            "2 data bytes 36 bytes",
            "3 changeThreshold function 0x694e80c3",
            "4 _threshold uint256 2",
            "1 [2] call call",
            "2 to address 0x0707070707070707070707070707070707070707",
            "2 value uint256 5",
            "2 data bytes 0x",
            "1 [3] call call",
            "2 to address 0x0808080808080808080808080808080808080808",
            "2 value uint256 0",
            "2 data bytes 0x010203",
        ]
    );
}

#[test]
fn a_deployment_inside_a_batch_is_decoded_like_one_alone() {
    let safe = SafeParameters {
        version: "1.4.1".to_owned(),
        chain_id: 1,
        deployment: DeploymentSet::default(),
        singleton: Singleton::default(),
        method: Method::default(),
        owners: vec![person(1)],
        threshold: 1,
        preset: Preset::Ui,
        fallback_handler: FallbackHandler::Default,
        salt_nonce: U256::ZERO,
    };
    let deployment = safe.deployment().unwrap();
    assert_eq!(read(deployment.tx.data.clone()).rows(), deployment.table().unwrap());
    let both = read(multi_send(&[deployment.tx.clone(), deployment.tx.clone()]));
    let rows = both.rows();
    for row in deployment.table().unwrap() {
        assert!(rows.contains(&Row { depth: row.depth + 3, ..row }));
    }
}

#[test]
fn an_update_of_a_split_names_every_share() {
    let parameters = SplitParameters {
        version: "2.2".to_owned(),
        kind: Kind::Push,
        chain_id: 1,
        recipients: vec![(person(1), U256::from(3)), (person(2), U256::from(4))],
        total: None,
        incentive: 9,
        owner: Address::ZERO,
        creator: Address::ZERO,
        placement: Placement::Nonce(U256::ZERO),
        as_is: false,
    };
    let call = SplitState::of(&parameters).unwrap().update(SAFE).unwrap();
    assert_eq!(
        lines(&read(call.data)),
        [
            "0 updateSplit function 0x286617de",
            "1 _split (address[],uint256[],uint256,uint16) 4 items",
            "2 recipients address[] 2 items",
            "3 [0] address 0x0101010101010101010101010101010101010101",
            "3 [1] address 0x0202020202020202020202020202020202020202",
            "2 allocations uint256[] 2 items",
            "3 [0] uint256 3",
            "3 [1] uint256 4",
            "2 totalAllocation uint256 7",
            "2 distributionIncentive uint16 9",
        ]
    );
}

#[test]
fn arguments_that_have_another_writing_are_garbled_and_other_calls_are_unknown() {
    let right = hex!("694e80c30000000000000000000000000000000000000000000000000000000000000002");
    assert!(matches!(read(right.to_vec()).reading, Reading::Method { name: "changeThreshold", .. }));
    assert_eq!(read([&right[..], &[0]].concat()).reading, Reading::Garbled);
    assert_eq!(read(right[..35].to_vec()).reading, Reading::Garbled);
    let dirty = hex!("610b5925ff00000000000000000000000101010101010101010101010101010101010101");
    assert_eq!(read(dirty.to_vec()).reading, Reading::Garbled);
    assert_eq!(read(vec![1, 2, 3, 4]).reading, Reading::Unknown);
    assert_eq!(read(vec![1]).reading, Reading::Unknown);
    assert_eq!(read(Vec::new()).reading, Reading::Empty);
}

#[test]
fn calls_inside_one_another_are_read_to_a_depth() {
    let mut tx = Transaction::call(person(1), vec![1, 2, 3, 4]);
    for _ in 0..40 {
        tx = Transaction::call(person(1), multi_send(&[tx]));
    }
    let call = Call::read(Operation::Call, tx);
    assert_eq!(call.rows().iter().filter(|row| row.name == "multiSend").count(), usize::from(DEEPEST));
}

proptest! {
    #[test]
    fn any_bytes_are_read_and_shown(data: Vec<u8>, method in 0_usize..24) {
        let known = [multiSendCall::SELECTOR, execCallsCall::SELECTOR, execTransactionCall::SELECTOR,
            updateSplitCall::SELECTOR, distributeCall::SELECTOR];
        let selector = known.get(method).copied().unwrap_or(hex!("e318b52b"));
        let call = read([&selector[..], &data].concat());
        prop_assert!(!call.rows().is_empty());
    }
}
