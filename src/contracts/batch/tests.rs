use alloy::primitives::{Bytes, U256};
use proptest::prelude::*;

use super::*;

const SAFE: &str = "0x7424A83Db6E27Da5fBbDe48A5675a55e585E5c06";

fn vectors() -> Vec<(Value, String)> {
    let text = include_str!("../../../tests/vectors/tx-builder-checksums.json");
    let vectors: Value = serde_json::from_str(text).unwrap();
    let cases = vectors["cases"].as_array().unwrap();
    assert_eq!(cases.len(), 4);
    cases
        .iter()
        .map(|case| (case["document"].clone(), case["checksum"].as_str().unwrap().to_owned()))
        .collect()
}

fn batch() -> Batch {
    Batch {
        chain_id: 1,
        safe: SAFE.parse().unwrap(),
        name: "three".to_owned(),
        description: "what for".to_owned(),
        calls: (1..=3).map(|i| Transaction::call(Address::from_bytes([i; 20]), vec![i; 4])).collect(),
    }
}

fn read(document: &Value) -> Result<BatchFile, BatchError> {
    BatchFile::read(document.to_string().as_bytes(), 1)
}

/// The error for a batch with one member in another writing.
fn refused(pointer: &str, value: impl Into<Value>) -> BatchError {
    let mut document = batch().document();
    *document.pointer_mut(pointer).unwrap() = value.into();
    read(&document).unwrap_err()
}

#[test]
fn checksums_are_the_transaction_builder_s() {
    for (document, wanted) in vectors() {
        assert_eq!(checksum(&document), Some(wanted));
    }
}

#[test]
fn a_number_that_javascript_would_round_has_no_checksum() {
    for number in ["9007199254740992", "-9007199254740992", "18446744073709551615", "1.0", "1e3"] {
        assert_eq!(checksum(&serde_json::from_str(number).unwrap()), None, "{number}");
    }
    assert!(checksum(&serde_json::from_str("9007199254740991").unwrap()).is_some());
}

#[test]
fn a_file_is_the_same_bytes_whenever_it_is_made() {
    assert_eq!(batch().bytes(), batch().bytes());
    assert_eq!(batch().document()["createdAt"], 0);
    assert!(batch().bytes().ends_with(b"}\n"));
}

#[test]
fn a_file_says_when_its_checksum_is_missing_or_wrong() {
    let mut document = batch().document();
    assert_eq!(read(&document).unwrap().checksum, Checksum::Right);
    document["meta"]["name"] = "another".into();
    assert_eq!(read(&document).unwrap().checksum, Checksum::Right, "the name does not enter it");
    document["transactions"][0]["value"] = "1".into();
    assert_eq!(read(&document).unwrap().checksum, Checksum::Wrong);
    document["meta"].as_object_mut().unwrap().remove("checksum");
    assert_eq!(read(&document).unwrap().checksum, Checksum::Missing);
}

#[test]
fn what_could_be_read_in_two_ways_is_refused() {
    let at = |at: &str| at.to_owned();
    assert_eq!(refused("/chainId", 1), BatchError::Number(at("chainId")));
    assert_eq!(refused("/chainId", "5"), BatchError::Chain { found: 5, wanted: 1 });
    assert_eq!(refused("/version", "2.0"), BatchError::Member(at("version")));
    assert_eq!(refused("/createdAt", 1.5), BatchError::Number(at("createdAt")));
    assert_eq!(refused("/transactions", "none"), BatchError::Member(at("transactions")));
    assert_eq!(refused("/transactions/1/value", 0), BatchError::Number(at("transactions[1].value")));
    for value in ["", "-1", "0x1", "1.5", &"9".repeat(79)] {
        assert_eq!(refused("/transactions/1/value", value), BatchError::Member(at("transactions[1].value")));
    }
    for data in ["0x1", "1234", "0xzz"] {
        assert_eq!(refused("/transactions/2/data", data), BatchError::Member(at("transactions[2].data")));
    }
    for (pointer, at) in [
        ("/transactions/0/to", "transactions[0].to"),
        ("/meta/createdFromSafeAddress", "meta.createdFromSafeAddress"),
    ] {
        let error = refused(pointer, SAFE.to_lowercase());
        assert!(matches!(error, BatchError::Address { at: place, .. } if place == at));
    }
    assert!(matches!(BatchFile::read(b"{", 1), Err(BatchError::Json(_))));
}

#[test]
fn a_call_without_data_is_a_payment_and_a_method_is_none() {
    let mut document = batch().document();
    document["transactions"][0]["data"] = Value::Null;
    assert_eq!(read(&document).unwrap().batch.calls[0].data, Bytes::new());
    document["transactions"][0]["contractMethod"] =
        json!({ "inputs": [], "name": "pause", "payable": false });
    assert_eq!(read(&document), Err(BatchError::Method("transactions[0]".to_owned())));
}

fn any_call() -> impl Strategy<Value = Transaction> {
    (any::<[u8; 20]>(), any::<[u8; 32]>(), any::<Vec<u8>>()).prop_map(|(to, value, data)| Transaction {
        to: Address::from_bytes(to),
        value: U256::from_be_bytes(value),
        data: data.into(),
    })
}

proptest! {
    #[test]
    fn reading_what_was_written_is_the_identity(
        chain_id: u64,
        safe: [u8; 20],
        name: String,
        description: String,
        calls in proptest::collection::vec(any_call(), 0..4),
    ) {
        let batch = Batch { chain_id, safe: Address::from_bytes(safe), name, description, calls };
        let file = BatchFile::read(&batch.bytes(), chain_id).unwrap();
        prop_assert_eq!(file, BatchFile { batch, checksum: Checksum::Right });
    }
}
