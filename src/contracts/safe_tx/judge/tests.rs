use alloy::primitives::{B256, Bytes, hex};
use alloy::sol_types::SolCall;

use super::super::super::abi::{
    WalletCall, execCallsCall, execTransactionCall, multiSendCall, transferOwnershipCall,
};
use super::super::super::{Kind, Placement, SplitParameters, multi_send_call_only};
use super::super::multi_send;
use super::*;
use crate::keys::Address;
use crate::text::{Catalog, Lang};

const SAFE: Address = Address::from_bytes([0x55; 20]);
const OTHER: Address = Address::from_bytes([0x66; 20]);

fn plain(to: Address, data: impl Into<Bytes>) -> SafeTx {
    let tx = Transaction { to, value: U256::ZERO, data: data.into() };
    SafeTx::call(1, SAFE, tx, U256::from(7))
}

fn batch(calls: &[Transaction]) -> SafeTx {
    batch_of("1.4.1", calls)
}

fn batch_of(version: &str, calls: &[Transaction]) -> SafeTx {
    let multi_send_call_only = multi_send_call_only(version, 1).unwrap();
    SafeTx { operation: Operation::DelegateCall, ..plain(multi_send_call_only, multi_send(calls)) }
}

/// A method of one address, called with it.
fn method(selector: [u8; 4], address: Address) -> Vec<u8> {
    [&selector[..], &[0; 12], address.as_bytes()].concat()
}

fn known() -> Circumstances<'static> {
    Circumstances { version: "1.4.1", ..Circumstances::default() }
}

/// The findings as `severity at id`.
fn found(tx: &SafeTx, known: &Circumstances) -> Vec<String> {
    let findings = tx.findings(known).into_iter();
    findings
        .map(|finding| format!("{:?} {} {}", finding.severity, finding.at, finding.problem.id()))
        .collect()
}

fn of(tx: &SafeTx) -> Vec<String> {
    found(tx, &known())
}

#[test]
fn a_payment_names_its_amount_and_receiver() {
    let tx = SafeTx { value: U256::from(1234), ..plain(OTHER, []) };
    assert_eq!(of(&tx), ["Warning  tx-pays"]);
    let said = Catalog::new(Lang::En).say(&tx.findings(&known())[0].problem.cause());
    assert_eq!(said, format!("1234 wei would go to {OTHER}."));
    assert_eq!(
        of(&SafeTx { data: vec![9; 40].into(), ..tx.clone() }),
        ["Warning  tx-pays", "Warning  tx-unknown"]
    );
    let pays = Transaction { to: OTHER, value: tx.value, data: Bytes::new() };
    assert_eq!(of(&batch(std::slice::from_ref(&pays))), ["Warning [0] tx-pays"]);
    let nested = execTransactionCall { value: tx.value, ..exec(SAFE, 0, Vec::new()) };
    assert_eq!(of(&plain(OTHER, nested.abi_encode())), ["Warning  tx-nested-safe", "Warning [0] tx-pays"]);
    let planned = Circumstances { of_plan: &[pays], ..known() };
    assert_eq!(found(&tx, &planned), ["Note  tx-of-plan"]);
}

#[test]
fn refunds_and_gas_are_named() {
    let tx = SafeTx { value: U256::from(1), ..plain(OTHER, []) };
    assert_eq!(
        of(&SafeTx { gas_price: U256::from(1), ..tx.clone() }),
        ["Error  tx-refund", "Warning  tx-pays"]
    );
    for tx in [
        SafeTx { gas_token: OTHER, ..tx.clone() },
        SafeTx { refund_receiver: OTHER, ..tx.clone() },
        SafeTx { base_gas: U256::from(1), ..tx.clone() },
    ] {
        assert_eq!(of(&tx), ["Warning  tx-refund-unused", "Warning  tx-pays"]);
    }
    assert_eq!(of(&SafeTx { safe_tx_gas: U256::from(1), ..tx }), ["Warning  tx-gas", "Warning  tx-pays"]);
}

#[test]
fn the_nonce_is_compared_where_the_safe_s_is_known() {
    let tx = SafeTx { value: U256::from(1), ..plain(OTHER, []) };
    let at = |nonce| found(&tx, &Circumstances { safe_nonce: Some(U256::from(nonce)), ..known() });
    assert_eq!(at(8), ["Error  tx-nonce-used", "Warning  tx-pays"]);
    assert_eq!(at(7), ["Warning  tx-pays"]);
    assert_eq!(at(6), ["Warning  tx-nonce-gap", "Warning  tx-pays"]);
}

#[test]
fn only_the_pinned_contract_s_code_runs_as_the_safe_s_own() {
    let calls = [Transaction { to: OTHER, value: U256::from(1), data: Bytes::new() }];
    assert_eq!(of(&batch(&calls)), ["Warning [0] tx-pays"]);
    let of_another_version = Circumstances { version: "1.5.0", ..Circumstances::default() };
    assert!(found(&batch(&calls), &of_another_version).contains(&"Error  tx-delegatecall".to_owned()));
    let foreign = SafeTx { to: OTHER, ..batch(&calls) };
    assert_eq!(of(&foreign), ["Error  tx-delegatecall", "Error  tx-multi-send"]);
    assert_eq!(of(&SafeTx { operation: Operation::Call, ..batch(&calls) }), ["Error  tx-multi-send"]);
}

#[test]
fn a_batch_is_judged_call_by_call() {
    let mut packed = multiSendCall::abi_decode(&batch(&[Transaction::call(OTHER, vec![1, 2, 3, 4])]).data)
        .unwrap()
        .transactions
        .to_vec();
    packed[0] = 1;
    let tx = |packed: Vec<u8>| SafeTx {
        data: multiSendCall { transactions: packed.into() }.abi_encode().into(),
        ..batch(&[])
    };
    assert_eq!(of(&tx(packed.clone())), ["Error [0] tx-inner-delegatecall", "Warning [0] tx-unknown"]);
    packed.pop();
    assert_eq!(of(&tx(packed)), ["Error  tx-batch-unreadable"]);
    assert_eq!(
        of(&SafeTx { value: U256::from(1), ..batch(&[]) }),
        ["Warning  tx-nothing", "Warning  tx-batch-value"]
    );
}

/// MultiSendCallOnly of 1.5.0 has the Safe call itself where an inner address is zero.
#[test]
fn the_zero_address_in_a_batch_is_an_error_and_from_1_5_0_on_the_safe_itself() {
    let zero = |value: u64, data: Vec<u8>| Transaction {
        to: Address::ZERO,
        value: U256::from(value),
        data: data.into(),
    };
    let of = |version, call: &Transaction| {
        let known = Circumstances { version, of_plan: std::slice::from_ref(call), ..known() };
        found(&batch_of(version, std::slice::from_ref(call)), &known)
    };
    let judged = |version, call: &Transaction| {
        let known = Circumstances { version, ..known() };
        found(&batch_of(version, std::slice::from_ref(call)), &known)
    };
    let module = zero(0, method(hex!("610b5925"), OTHER));
    let pays = zero(1, Vec::new());
    for before in ["1.3.0", "1.4.1"] {
        assert_eq!(of(before, &module), ["Error [0] tx-batch-zero", "Note [0] tx-of-plan"]);
        assert_eq!(judged(before, &module), ["Error [0] tx-batch-zero", "Warning [0] tx-method"]);
        assert_eq!(judged(before, &pays), ["Error [0] tx-batch-zero", "Error [0] tx-burns"]);
    }
    assert_eq!(of("1.5.0", &module), ["Error [0] tx-batch-zero", "Error [0] tx-module"]);
    assert_eq!(judged("1.5.0", &module), ["Error [0] tx-batch-zero", "Error [0] tx-module"]);
    assert_eq!(judged("1.5.0", &pays), ["Error [0] tx-batch-zero", "Warning [0] tx-cancels"]);
}

#[test]
fn owners_afterwards_follow_the_zero_address_as_each_version_runs_it() {
    let owners = vec![Address::from_bytes([1; 20]), OTHER];
    let now = SafeState { owners: owners.clone(), threshold: 1 };
    let threshold = [&hex!("694e80c3")[..], &U256::from(2).to_be_bytes::<32>()].concat();
    let calls = [Transaction { to: Address::ZERO, value: U256::ZERO, data: threshold.into() }];
    let after = |version| batch_of(version, &calls).owners_after(version, &now).unwrap();
    assert_eq!(after("1.4.1"), now);
    assert_eq!(after("1.5.0"), SafeState { owners, threshold: 2 });
}

#[test]
fn what_the_plan_has_is_said_to_be_of_the_plan() {
    let first = SafeState { owners: vec![SAFE, OTHER], threshold: 1 };
    let owners = [Address::from_bytes([1; 20]), Address::from_bytes([2; 20])];
    let now = SafeState { owners: owners.to_vec(), threshold: 1 };
    let calls = now.change(SAFE, &SafeState { owners: vec![owners[0]], threshold: 1 }).unwrap().calls();
    let module = Transaction::call(SAFE, method(hex!("610b5925"), OTHER));
    let both = [calls[0].clone(), module];
    assert_eq!(of(&batch(&both)), ["Error [1] tx-module", "Warning [0] tx-owners"]);
    let planned = Circumstances { of_plan: &calls, ..known() };
    assert_eq!(found(&batch(&both), &planned), ["Error [1] tx-module", "Note [0] tx-of-plan"]);
    assert_eq!(
        found(&batch(&calls), &Circumstances { of_plan: &[], ..known() }),
        found(&batch(&calls), &known())
    );
    let wrong = Circumstances { now: Some(first), ..known() };
    assert!(
        found(&plain(SAFE, calls[0].data.clone()), &wrong).contains(&"Error  tx-owners-revert".to_owned())
    );
    let right = Circumstances { now: Some(now), ..known() };
    assert_eq!(found(&plain(SAFE, calls[0].data.clone()), &right), ["Warning  tx-owners"]);
}

#[test]
fn the_safe_s_administration_is_told_apart() {
    let handler: Address = "0xfd0732Dc9E303f09fCEf3a7388Ad10A83459Ec99".parse().unwrap();
    let cases = [
        (method(hex!("e19a9dd9"), OTHER), "Error  tx-guard"),
        (method(hex!("e068df37"), OTHER), "Error  tx-guard"),
        (method(hex!("e19a9dd9"), Address::ZERO), "Warning  tx-administration"),
        (method(hex!("f08a0323"), OTHER), "Error  tx-handler"),
        (method(hex!("f08a0323"), handler), "Warning  tx-administration"),
        (method(hex!("f08a0323"), Address::ZERO), "Warning  tx-administration"),
        (method(hex!("610b5925"), OTHER), "Error  tx-module"),
        (hex!("694e80c3").into_iter().chain([0; 32]).collect(), "Warning  tx-owners"),
        (vec![1, 2, 3, 4], "Error  tx-to-itself"),
        (method(hex!("f2fde38b"), OTHER), "Error  tx-to-itself"),
        (method(hex!("610b5925"), OTHER)[..35].to_vec(), "Error  tx-garbled"),
        (Vec::new(), "Warning  tx-cancels"),
    ];
    for (data, finding) in cases {
        assert_eq!(of(&plain(SAFE, data.clone())), [finding], "{}", hex::encode(data));
    }
    let threshold: Vec<u8> = hex!("694e80c3").into_iter().chain([0; 32]).collect();
    assert_eq!(of(&plain(OTHER, threshold)), ["Error  tx-of-another-safe"]);
    // Other contracts have modules and guards, too.
    assert_eq!(of(&plain(OTHER, method(hex!("610b5925"), OTHER))), ["Warning  tx-method"]);
    assert_eq!(of(&SafeTx { value: U256::from(1), ..plain(SAFE, []) }), ["Warning  tx-cancels"]);
}

#[test]
fn a_handler_of_another_version_or_chain_is_warned_of() {
    let handler: Address = "0xfd0732Dc9E303f09fCEf3a7388Ad10A83459Ec99".parse().unwrap();
    let tx = plain(SAFE, method(hex!("f08a0323"), handler));
    let other = Circumstances { version: "1.3.0", ..known() };
    assert_eq!(of(&tx), ["Warning  tx-administration"]);
    assert_eq!(found(&tx, &other), ["Warning  tx-handler-version"]);
    assert_eq!(of(&SafeTx { chain_id: 137, ..tx }), ["Warning  tx-handler-version"]);
}

#[test]
fn tokens_splits_and_payments_are_told_apart() {
    let token =
        |selector: [u8; 4], amount: U256| [&method(selector, SAFE)[..], &amount.to_be_bytes::<32>()].concat();
    let owner = |owner: Address| transferOwnershipCall { _owner: owner.to_alloy() }.abi_encode();
    let cases = [
        (token(hex!("a9059cbb"), U256::from(1)), "Warning  tx-transfer"),
        (token(hex!("095ea7b3"), U256::from(1)), "Warning  tx-approve"),
        (token(hex!("095ea7b3"), U256::MAX), "Warning  tx-approve-all"),
        (owner(SAFE), "Warning  tx-transfers-ownership"),
        (owner(Address::ZERO), "Warning  tx-renounces"),
        (hex!("d4d9bdcd").into_iter().chain([7; 32]).collect(), "Warning  tx-approve-hash"),
        (hex!("16c38b3c").into_iter().chain([0; 32]).collect(), "Warning  tx-method"),
        (vec![9; 40], "Warning  tx-unknown"),
        (Vec::new(), "Warning  tx-nothing"),
    ];
    for (data, finding) in cases {
        assert_eq!(of(&plain(OTHER, data.clone())), [finding], "{}", hex::encode(data));
    }
    let pay = |to| SafeTx { value: U256::from(1), ..plain(to, []) };
    assert_eq!(of(&pay(Address::ZERO)), ["Error  tx-burns"]);
    let factory = "0x4e1DCf7AD4e460CfD30791CCC4F9c8a4f820ec67".parse().unwrap();
    assert_eq!(of(&pay(factory)), ["Warning  tx-value-to-contract"]);
    let calls = execCallsCall {
        _calls: vec![WalletCall { to: SAFE.to_alloy(), value: U256::ZERO, data: vec![1, 2, 3, 4].into() }],
    };
    assert_eq!(of(&plain(OTHER, calls.abi_encode())), ["Warning  tx-exec-calls", "Warning [0] tx-unknown"]);
}

#[test]
fn a_deployment_goes_to_a_factory_that_is_known() {
    let split = SplitParameters {
        version: "2.2".to_owned(),
        kind: Kind::Push,
        chain_id: 1,
        recipients: vec![(SAFE, U256::from(1)), (OTHER, U256::from(1))],
        total: None,
        incentive: 0,
        owner: Address::ZERO,
        creator: Address::ZERO,
        placement: Placement::Salt(B256::ZERO),
        as_is: false,
    };
    let tx = split.deployment().unwrap().tx;
    assert_eq!(of(&plain(tx.to, tx.data.clone())), Vec::<String>::new());
    let elsewhere = SafeTx { chain_id: 137, ..plain(tx.to, tx.data.clone()) };
    assert_eq!(of(&elsewhere), ["Warning  tx-factory-chain"]);
    let singleton = "0x41675C099F32341bf84BFc5382aF534df5C7461a".parse().unwrap();
    for to in [OTHER, singleton] {
        assert_eq!(of(&plain(to, tx.data.clone())), ["Error  tx-other-factory"]);
    }
}

/// What was decided for the Safe says nothing about what a split does in its own name.
#[test]
fn the_calls_that_a_split_makes_are_judged_as_any_others() {
    let token = Address::from_bytes([0x77; 20]);
    let approve = [&method(hex!("095ea7b3"), OTHER)[..], &U256::MAX.to_be_bytes::<32>()].concat();
    let cases = [
        (token, 0, approve, vec!["Warning [0] tx-approve-all"]),
        (SAFE, 1, Vec::new(), vec!["Warning [0] tx-pays"]),
        (Address::ZERO, 1, Vec::new(), vec!["Error [0] tx-burns"]),
        (SAFE, 0, method(hex!("610b5925"), OTHER)[..35].to_vec(), vec!["Error [0] tx-garbled"]),
        (SAFE, 0, [&hex!("694e80c3")[..], &[0; 32]].concat(), vec!["Error [0] tx-of-another-safe"]),
        (
            token,
            0,
            exec(token, 0, method(hex!("610b5925"), OTHER)).abi_encode(),
            vec!["Error [0][0] tx-module", "Warning [0] tx-nested-safe"],
        ),
    ];
    for (to, value, data, inside) in cases {
        let call = WalletCall { to: to.to_alloy(), value: U256::from(value), data: data.clone().into() };
        let tx = plain(OTHER, execCallsCall { _calls: vec![call] }.abi_encode());
        let mut wanted = [&inside[..], &["Warning  tx-exec-calls"]].concat();
        let of_plan = [Transaction { to, value: U256::from(value), data: data.into() }];
        let planned = Circumstances { of_plan: &of_plan, ..known() };
        let mut said = found(&tx, &planned);
        wanted.sort_unstable();
        said.sort_unstable();
        assert_eq!(said, wanted);
    }
}

/// Another Safe's transaction.
fn exec(to: Address, operation: u8, data: Vec<u8>) -> execTransactionCall {
    execTransactionCall {
        to: to.to_alloy(),
        value: U256::ZERO,
        data: data.into(),
        operation,
        safeTxGas: U256::ZERO,
        baseGas: U256::ZERO,
        gasPrice: U256::ZERO,
        gasToken: Address::ZERO.to_alloy(),
        refundReceiver: Address::ZERO.to_alloy(),
        signatures: B256::ZERO.to_vec().into(),
    }
}

#[test]
fn another_safe_s_transaction_is_judged_as_one_of_its_own() {
    let inner = exec(OTHER, 1, vec![1, 2, 3, 4]).abi_encode();
    assert_eq!(
        of(&batch(&[Transaction::call(OTHER, inner)])),
        ["Error [0][0] tx-delegatecall", "Error [0][0] tx-to-itself", "Warning [0] tx-nested-safe"]
    );
    assert_eq!(of(&plain(SAFE, exec(OTHER, 0, Vec::new()).abi_encode())), ["Error  tx-to-itself"]);
}

#[test]
fn a_call_decided_for_this_safe_is_not_of_the_plan_when_another_safe_makes_it() {
    let token = Address::from_bytes([0x77; 20]);
    let pay = Transaction::call(token, [&method(hex!("a9059cbb"), OTHER)[..], &[1; 32]].concat());
    let planned = Circumstances { of_plan: std::slice::from_ref(&pay), ..known() };
    let own = plain(token, pay.data.clone());
    assert_eq!(found(&own, &planned), ["Note  tx-of-plan"]);
    let nested = plain(OTHER, exec(token, 0, pay.data.to_vec()).abi_encode());
    assert_eq!(found(&nested, &planned), ["Warning  tx-nested-safe", "Warning [0] tx-transfer"]);
    assert_eq!(found(&nested, &planned), found(&nested, &known()));
}

#[test]
fn every_finding_has_its_sentences_filled_in() {
    let (en, ja) = (Catalog::new(Lang::En), Catalog::new(Lang::Ja));
    let refund =
        SafeTx { gas_price: U256::from(1), value: U256::from(1), ..plain(Address::ZERO, vec![1; 4]) };
    let delegated =
        SafeTx { operation: Operation::DelegateCall, ..plain(SAFE, method(hex!("610b5925"), OTHER)) };
    let known = Circumstances { safe_nonce: Some(U256::from(9)), ..known() };
    for finding in [refund, delegated].iter().flat_map(|tx| tx.findings(&known)) {
        for catalog in [&en, &ja] {
            for message in [finding.problem.cause(), finding.problem.remedy()] {
                let said = catalog.say(&message);
                assert!(!said.contains("{ $") && said != message.id(), "{said}");
            }
        }
    }
}
