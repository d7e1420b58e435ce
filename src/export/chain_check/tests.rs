//! A node that answers from a table, honest at first.

use std::collections::BTreeMap;

use alloy::primitives::{B256, U256, keccak256};
use alloy::sol_types::SolValue;
use serde_json::{Value, json};

use super::*;
use crate::contracts::view;
use crate::export::{Form, SafeForm, SplitForm};
use crate::keys::{Address, Digest};
use crate::manifest::{CallEntry, SafeEntry, SafeStanding, SplitEntry};

const CODE: &[u8] = b"the code of a proxy";
const FACTORY: &[u8] = b"the code of a factory";

fn address(byte: u8) -> Address {
    Address::from_bytes([byte; 20])
}

/// A Safe that loses its second owner, on a chain.
fn safe() -> Contract {
    let entry = SafeEntry {
        deployment: None,
        fallback_handler: None,
        method: None,
        singleton: None,
        address: address(0xaa),
        before: Some(SafeStanding {
            owner_names: vec!["a".to_owned(), "b".to_owned()],
            owners: vec![address(1), address(2)],
            threshold: 2,
        }),
        calldata_sha256: Digest::ZERO,
        chains: vec![1],
        file_sha256: Digest::ZERO,
        label: "Treasury".to_owned(),
        name: "treasury".to_owned(),
        owner_names: Vec::new(),
        owners: vec![address(1), address(2)],
        present: Some(SafeStanding {
            owner_names: vec!["a".to_owned()],
            owners: vec![address(1)],
            threshold: 1,
        }),
        preset: "ui".to_owned(),
        salt_nonce: "0".to_owned(),
        threshold: 2,
        to: address(0xfa),
        version: "1.4.1".to_owned(),
    };
    let form = SafeForm {
        code_hash: Some(keccak256(CODE)),
        singleton: address(0x51),
        handler: address(0x52),
        version: "1.4.1".to_owned(),
        entry,
    };
    contract("treasury", 0xaa, Form::Safe(form))
}

fn split() -> Contract {
    let entry = SplitEntry {
        address: address(0xbb),
        allocations: Vec::new(),
        before: None,
        calldata_sha256: Digest::ZERO,
        chains: vec![1],
        file_sha256: Digest::ZERO,
        incentive: 0,
        kind: "push".to_owned(),
        label: "Split".to_owned(),
        name: "split".to_owned(),
        owner: address(0xaa),
        owner_name: "treasury".to_owned(),
        present: None,
        recipient_names: Vec::new(),
        recipients: Vec::new(),
        salt: String::new(),
        to: address(0xfa),
        total_allocation: String::new(),
        version: "2.2".to_owned(),
    };
    let form =
        SplitForm { code_hash: Some(keccak256(CODE)), split_hash: B256::repeat_byte(7), main: None, entry };
    contract("split", 0xbb, Form::Split(form))
}

fn contract(name: &str, at: u8, form: Form) -> Contract {
    let tx = serde_json::from_value(json!({ "to": address(0xfa), "value": "0", "data": "0x" })).unwrap();
    Contract { name: name.to_owned(), address: address(at), needs: vec![factory()], tx, form }
}

fn check() -> ChainCheck {
    let contracts = vec![safe(), split()];
    ChainCheck { chain_id: 1, needs: vec![factory()], tokens: vec![address(0x70)], contracts }
}

fn factory() -> Deployed {
    let need = json!({
        "name": "Factory",
        "address": address(0xfa).to_string(),
        "code_hash": keccak256(FACTORY).to_string(),
    });
    serde_json::from_value(need).unwrap()
}

/// A batch that needs both contracts, as a change of one of them, or as a payment of a token.
fn batch(changes: Option<&str>, data: &str) -> BatchEntry {
    let call =
        CallEntry { data: data.to_owned(), to: address(0x70), value: "0".to_owned(), what: String::new() };
    BatchEntry {
        calls: vec![call],
        changes: changes.map(str::to_owned),
        from: address(0xaa),
        from_name: "treasury".to_owned(),
        label: "Batch".to_owned(),
        name: "batch".to_owned(),
        needs: vec!["treasury".to_owned(), "split".to_owned()],
    }
}

type Node = BTreeMap<String, Value>;

fn hex_of(bytes: impl AsRef<[u8]>) -> Value {
    format!("0x{}", hex::encode(bytes)).into()
}

fn word(address: Address) -> Value {
    hex_of(address.to_alloy().into_word())
}

fn list(owners: &[Address]) -> Value {
    hex_of(owners.iter().map(|owner| owner.to_alloy()).collect::<Vec<_>>().abi_encode())
}

/// A node on which everything stands as before the change.
fn honest() -> Node {
    let modules = (Vec::<alloy::primitives::Address>::new(), address(1).to_alloy()).abi_encode_params();
    let answers = [
        ("chain", json!("0x1")),
        ("block", json!({ "number": "0x10", "timestamp": "0x20" })),
        (&need_id(&check().needs[0]), hex_of(FACTORY)),
        (&token_id(address(0x70)), hex_of(b"a token")),
        ("treasury.code", hex_of(CODE)),
        ("treasury.singleton", word(address(0x51))),
        ("treasury.owners", list(&[address(1), address(2)])),
        ("treasury.threshold", hex_of(B256::from(U256::from(2)))),
        ("treasury.handler", word(address(0x52))),
        ("treasury.guard", word(Address::ZERO)),
        ("treasury.modules", hex_of(modules)),
        ("treasury.nonce", hex_of(B256::with_last_byte(5))),
        ("split.code", hex_of(CODE)),
        ("split.split-hash", hex_of(B256::repeat_byte(7))),
        ("split.owner", word(address(0xaa))),
        ("split.paused", hex_of(B256::ZERO)),
    ];
    answers.into_iter().map(|(id, value)| (id.to_owned(), value)).collect()
}

fn file(node: &Node) -> Vec<u8> {
    let answer = |(id, result): (&String, &Value)| json!({ "jsonrpc": "2.0", "id": id, "result": result });
    serde_json::to_vec(&node.iter().map(answer).collect::<Vec<_>>()).unwrap()
}

fn judged(node: &Node) -> ChainReport {
    check().judge(&Answers::read(&file(node)).unwrap())
}

/// The findings that are wrong.
fn wrong(report: &ChainReport) -> Vec<&str> {
    report.findings.iter().filter(|it| !it.ok).map(|it| it.id.as_str()).collect()
}

fn with(id: &str, value: Value) -> Node {
    let mut node = honest();
    node.insert(id.to_owned(), value);
    node
}

#[test]
fn every_question_has_an_id_of_its_own_and_an_answer() {
    let request: Vec<Value> = serde_json::from_slice(&check().request()).unwrap();
    let ids: Vec<&str> = request.iter().map(|it| it["id"].as_str().unwrap()).collect();
    let answered = honest();
    assert_eq!(ids.iter().collect::<std::collections::BTreeSet<_>>().len(), ids.len());
    assert_eq!(ids.len(), answered.len());
    assert!(ids.iter().all(|id| answered.contains_key(*id)), "{ids:?}");
    assert!(request.iter().all(|it| it["jsonrpc"] == "2.0" && it["params"].is_array()));
}

#[test]
fn what_stands_as_it_should_is_told_so() {
    let report = judged(&honest());
    assert_eq!(wrong(&report), Vec::<&str>::new());
    // The change is still to be made: everything is known, and not yet as it shall be.
    assert!(report.sound() && !report.ok());
    assert_eq!((report.pending(), report.nonces["treasury"]), (vec!["treasury"], U256::from(5)));
    assert_eq!(report.block, Some((16, 32)));
    assert_eq!((report.stands["treasury"], report.stands["split"]), (Stands::Before, Stands::Present));
}

#[test]
fn after_the_change_it_stands_as_it_shall() {
    let report = judged(&changed());
    assert!(report.ok());
    assert_eq!(report.stands["treasury"], Stands::Present);
}

/// A node on which the change is done.
fn changed() -> Node {
    let mut node = with("treasury.owners", list(&[address(1)]));
    node.insert("treasury.threshold".to_owned(), hex_of(B256::from(U256::from(1))));
    node
}

#[test]
fn half_a_change_is_neither() {
    let report = judged(&with("treasury.threshold", hex_of(B256::from(U256::from(1)))));
    assert_eq!(report.stands["treasury"], Stands::Otherwise);
}

#[test]
fn everything_that_differs_is_found_under_its_own_name() {
    let none = Value::String("0x".to_owned());
    for (id, value) in [
        ("chain", json!("0x5")),
        ("block", Value::Null),
        ("treasury.code", hex_of(b"another")),
        ("treasury.singleton", word(address(9))),
        ("treasury.owners", list(&[address(2), address(1)])),
        ("treasury.owners", none.clone()),
        ("treasury.threshold", hex_of(B256::from(U256::from(3)))),
        ("treasury.handler", word(address(9))),
        ("treasury.guard", word(address(9))),
        ("treasury.modules", list(&[address(9)])),
        ("split.split-hash", hex_of(B256::ZERO)),
        ("split.owner", word(address(9))),
        ("split.paused", hex_of(B256::with_last_byte(1))),
    ] {
        let report = judged(&with(id, value));
        assert_eq!(wrong(&report), [id]);
        assert!(!report.ok());
    }
    let need = need_id(&check().needs[0]);
    assert_eq!(wrong(&judged(&with(&need, hex_of(b"another")))), [need]);
}

#[test]
fn a_module_is_found() {
    let modules = (vec![address(9).to_alloy()], address(1).to_alloy()).abi_encode_params();
    assert_eq!(wrong(&judged(&with("treasury.modules", hex_of(modules)))), ["treasury.modules"]);
}

#[test]
fn nothing_is_taken_from_silence() {
    for id in honest().keys() {
        let mut node = honest();
        node.remove(id);
        assert_eq!(wrong(&judged(&node)), [id.as_str()], "left out: {id}");
    }
}

#[test]
fn what_is_not_there_is_one_finding() {
    let report = judged(&with("split.code", json!("0x")));
    assert_eq!(wrong(&report), ["split.code"]);
    assert_eq!(report.stands["split"], Stands::Nowhere);
    assert!(report.findings.iter().all(|it| it.id != "split.owner"));
}

#[test]
fn a_change_is_released_where_it_is_not_done_and_what_counts_on_it_where_it_is() {
    let (change, payment) = (batch(Some("treasury"), "0x"), batch(None, "0x"));
    assert_eq!(judged(&honest()).releases(&change), Ok(()));
    assert_eq!(judged(&changed()).releases(&payment), Ok(()));
    assert_eq!(judged(&honest()).releases(&payment).unwrap_err().id(), "chain-pending-first");
    assert_eq!(judged(&changed()).releases(&change).unwrap_err().id(), "chain-done");
}

#[test]
fn nothing_is_released_where_anything_that_it_relies_on_is_not_shown() {
    let pays_token = batch(None, "0xa9059cbb00");
    assert_eq!(judged(&changed()).releases(&pays_token), Ok(()));
    for id in honest().keys() {
        let mut node = changed();
        node.remove(id);
        assert!(judged(&node).releases(&pays_token).is_err(), "left out: {id}");
    }
    let refused = |id: &str, value: Value| {
        let mut node = changed();
        node.insert(id.to_owned(), value);
        judged(&node).releases(&pays_token).unwrap_err().id().to_owned()
    };
    assert_eq!(refused("chain", json!("0x5")), "chain-other");
    assert_eq!(refused("split.code", json!("0x")), "chain-not-ready");
    assert_eq!(refused("treasury.guard", word(address(9))), "chain-not-ready");
    assert_eq!(refused(&need_id(&factory()), hex_of(b"another")), "chain-not-ready");
    assert_eq!(refused(&token_id(address(0x70)), json!("0x")), "chain-no-token");
}

#[test]
fn a_safe_is_paid_where_it_stands_as_it_is_or_shall_be_and_nowhere_else() {
    for node in [honest(), changed()] {
        assert_eq!(judged(&node).receives("treasury"), Ok(()));
    }
    let refused =
        |id: &str, value: Value| judged(&with(id, value)).receives("treasury").unwrap_err().id().to_owned();
    assert_eq!(refused("chain", json!("0x5")), "chain-other");
    assert_eq!(refused("treasury.code", json!("0x")), "chain-not-ready");
    assert_eq!(refused("treasury.guard", word(address(9))), "chain-not-ready");
    assert_eq!(refused(&need_id(&factory()), hex_of(b"another")), "chain-not-ready");
    assert_eq!(judged(&honest()).receives("nobody").unwrap_err().id(), "chain-not-ready");
}

#[test]
fn a_paused_split_is_changed_but_neither_paid_through_nor_renounced() {
    let mut node = changed();
    node.insert("split.paused".to_owned(), hex_of(B256::with_last_byte(1)));
    let report = judged(&node);
    assert_eq!((wrong(&report), report.stands["split"]), (vec!["split.paused"], Stands::Present));
    assert_eq!(report.releases(&batch(None, "0x")).unwrap_err().id(), "chain-paused");
    // The split's own change: its owner stands as it shall, the split as before.
    let own = |data: &str| {
        let mut report = report.clone();
        report.stands.insert("split".to_owned(), Stands::Before);
        report.releases(&batch(Some("split"), data)).map_err(|problem| problem.id().to_owned())
    };
    assert_eq!(own("0x"), Ok(()));
    assert_eq!(own(&format!("0xf2fde38b{}", "0".repeat(64))), Err("chain-paused".to_owned()));
}

#[test]
fn what_was_not_asked_is_wrong() {
    assert_eq!(wrong(&judged(&with("treasury.colour", json!("0x")))), ["treasury.colour"]);
    let mut many = honest();
    many.extend((0..1000).map(|n| (format!("colour-{n}"), json!("0x"))));
    assert_eq!(wrong(&judged(&many)).len(), 20);
}

#[test]
fn a_view_that_answers_nothing_answers_no_zero() {
    for id in ["treasury.threshold", "treasury.nonce", "split.owner", "split.paused", "split.split-hash"] {
        for short in ["0x", "0x0", "0x1"] {
            assert_eq!(wrong(&judged(&with(id, json!(short)))), [id], "{short}");
        }
    }
    // Storage may come short.
    assert_eq!(wrong(&judged(&with("treasury.guard", json!("0x0")))), Vec::<&str>::new());
}

#[test]
fn what_is_no_answer_to_a_batch_is_refused() {
    for text in ["", "{}", "[{}]", "[1]", r#"[{"id":1,"result":"0x"}]"#, r#"{"error":{"code":-32600}}"#] {
        assert!(Answers::read(text.as_bytes()).is_none(), "{text}");
    }
    let twice = r#"[{"id":"chain","result":"0x1"},{"id":"chain","result":"0x1"}]"#;
    assert!(Answers::read(twice.as_bytes()).is_none());
    let deep = "[".repeat(100_000);
    assert!(Answers::read(deep.as_bytes()).is_none());
    // A node's error is no answer.
    let error = r#"[{"id":"chain","error":{"code":-32000,"message":"no"}}]"#;
    assert_eq!(Answers::read(error.as_bytes()).unwrap().get("chain"), None);
}

#[test]
fn words_of_storage_may_come_short_and_no_longer() {
    let read = |text: &str| {
        let file = json!([{ "id": "a", "result": text }]).to_string();
        Answers::read(file.as_bytes()).unwrap().stored("a")
    };
    assert_eq!(read("0x0"), Some(B256::ZERO));
    assert_eq!(read("0x01"), Some(B256::with_last_byte(1)));
    assert_eq!(read(&format!("0x{}", "f".repeat(65))), None);
    assert_eq!(read("0xg"), None);
    assert_eq!(view::address(read("0x01").unwrap()), Some(view::address(B256::with_last_byte(1)).unwrap()));
}
