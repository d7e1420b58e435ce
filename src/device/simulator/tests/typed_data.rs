//! Typed data, at the level of its messages: what of it is shown, and what does not fit.

use alloy::primitives::{B256, keccak256};
use trezor_client::protos::ethereum_typed_data_struct_ack::{
    EthereumDataType, EthereumFieldType, EthereumStructMember,
};
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ButtonRequest, Cancel, EthereumSignTypedData, EthereumTypedDataSignature, EthereumTypedDataStructAck,
    EthereumTypedDataStructRequest, EthereumTypedDataValueAck, EthereumTypedDataValueRequest,
};

use super::{Bench, config};
use crate::device::simulator::Button;
use crate::keys::{HARDENED, Signature};

const FIRST: [u32; 5] = [44 | HARDENED, 60 | HARDENED, HARDENED, 0, 0];
const SIGNER: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";

fn question(hash: Option<Vec<u8>>) -> EthereumSignTypedData {
    EthereumSignTypedData {
        address_n: FIRST.to_vec(),
        primary_type: Some("Note".to_owned()),
        show_message_hash: hash,
        ..Default::default()
    }
}

fn of(kind: EthereumDataType, size: Option<u32>) -> EthereumFieldType {
    EthereumFieldType { data_type: Some(kind.into()), size, ..Default::default() }
}

fn members(members: &[(&str, EthereumFieldType)]) -> EthereumTypedDataStructAck {
    let member = |(name, kind): &(&str, EthereumFieldType)| EthereumStructMember {
        name: Some((*name).to_owned()),
        type_: Some(kind.clone()).into(),
        ..Default::default()
    };
    EthereumTypedDataStructAck { members: members.iter().map(member).collect(), ..Default::default() }
}

fn value(bytes: &[u8]) -> EthereumTypedDataValueAck {
    EthereumTypedDataValueAck { value: Some(bytes.to_vec()), ..Default::default() }
}

/// `Note(bytes4 tag)` in a domain of a chain id.
fn domain() -> EthereumTypedDataStructAck {
    members(&[("chainId", of(EthereumDataType::UINT, Some(32)))])
}

fn note() -> EthereumTypedDataStructAck {
    members(&[("tag", of(EthereumDataType::BYTES, Some(4)))])
}

/// By hand, after EIP-712.
fn hashes() -> (B256, B256) {
    let mut chain = [0; 32];
    chain[31] = 5;
    let mut tag = [0; 32];
    tag[..4].copy_from_slice(b"gold");
    let domain = keccak256([keccak256("EIP712Domain(uint256 chainId)").0, chain].concat());
    (domain, keccak256([keccak256("Note(bytes4 tag)").0, tag].concat()))
}

/// A bench that was asked, up to the question whether the message is to be shown.
fn asked(hash: Option<Vec<u8>>) -> Bench {
    let mut bench = Bench::new(config());
    bench.open("");
    assert_eq!(bench.request(question(hash)).0, "confirm_address");
    assert_eq!(bench.confirm::<EthereumTypedDataStructRequest>().name(), "EIP712Domain");
    assert_eq!(bench.ask::<_, EthereumTypedDataStructRequest>(domain()).name(), "Note");
    assert_eq!(bench.ask::<_, EthereumTypedDataValueRequest>(note()).member_path, [0, 0]);
    let mut chain = [0; 32];
    chain[31] = 5;
    assert_eq!(bench.request(value(&chain)), ("confirm_typed_value".to_owned(), 1));
    assert_eq!(bench.panel.screen().1.lines(), ["chainId (uint256)", "5"]);
    assert_eq!(bench.confirm::<ButtonRequest>().name(), "should_show_struct");
    bench
}

fn show_all(bench: &mut Bench) {
    assert!(bench.panel.press(Button::ShowAll));
    let request: EthereumTypedDataValueRequest = bench.ask(trezor_client::protos::ButtonAck::new());
    assert_eq!(request.member_path, [1, 0]);
}

#[test]
fn a_message_is_shown_hashed_and_signed_as_eip_712_says() {
    let (domain, message) = hashes();
    let mut bench = asked(Some(message.to_vec()));
    show_all(&mut bench);
    assert_eq!(bench.request(value(b"gold")), ("confirm_typed_value".to_owned(), 2));
    assert_eq!(bench.panel.screen().1.lines(), ["tag (bytes4)", "676f6c64"]);
    assert_eq!(bench.confirm::<ButtonRequest>().name(), "confirm_message_hash");
    assert_eq!(bench.panel.screen().1.text(), format!("0x{}", hex::encode(message)));
    assert_eq!(bench.confirm::<ButtonRequest>().name(), "confirm_typed_data_final");
    let signed: EthereumTypedDataSignature = bench.confirm();
    let hash = keccak256([&[0x19, 0x01][..], &domain.0, &message.0].concat());
    let signer = Signature::from_bytes(signed.signature()).unwrap().signer_of_hash(hash).unwrap();
    assert_eq!((signed.address(), signer.to_string().as_str()), (SIGNER, SIGNER));
}

#[test]
fn another_hash_than_the_laptop_said_ends_it_before_it_is_shown() {
    let (_, message) = hashes();
    let mut other = message.to_vec();
    other[31] ^= 1;
    for hash in [other, message[..31].to_vec(), Vec::new()] {
        let mut bench = asked(Some(hash));
        show_all(&mut bench);
        bench.ask::<_, ButtonRequest>(value(b"gold"));
        let failure: trezor_client::protos::Failure = bench.confirm();
        assert_eq!(failure.code(), FailureType::Failure_DataError);
        assert_eq!(failure.message(), "Message hash mismatch");
    }
}

#[test]
fn without_a_hash_none_is_shown() {
    let mut bench = asked(None);
    assert_eq!(bench.confirm::<EthereumTypedDataValueRequest>().member_path, [1, 0]);
    assert_eq!(bench.request(value(b"gold")).0, "confirm_typed_data_final");
    bench.confirm::<EthereumTypedDataSignature>();
}

#[test]
fn a_value_of_another_length_ends_it() {
    for wrong in [&b""[..], b"gol", b"golds"] {
        let mut bench = asked(None);
        show_all(&mut bench);
        let invalid = (FailureType::Failure_DataError, "Invalid length".to_owned());
        assert_eq!(bench.fails(value(wrong)), invalid);
    }
}

#[test]
fn types_that_are_not_simulated_are_unknown() {
    let structs =
        EthereumFieldType { struct_name: Some("Inner".to_owned()), ..of(EthereumDataType::STRUCT, Some(1)) };
    let list = EthereumFieldType {
        entry_type: Some(of(EthereumDataType::ADDRESS, None)).into(),
        ..of(EthereumDataType::ARRAY, None)
    };
    for kind in [structs, list, of(EthereumDataType::STRING, None), of(EthereumDataType::INT, Some(32))] {
        let mut bench = Bench::new(config());
        bench.open("");
        bench.request(question(None));
        bench.confirm::<EthereumTypedDataStructRequest>();
        bench.ask::<_, EthereumTypedDataStructRequest>(domain());
        let unknown = FailureType::Failure_UnexpectedMessage;
        assert_eq!(bench.fails(members(&[("odd", kind)])).0, unknown);
    }
}

#[test]
fn a_laptop_that_gives_up_between_two_pieces_is_obeyed() {
    let mut bench = asked(None);
    show_all(&mut bench);
    assert_eq!(bench.fails(Cancel::new()).0, FailureType::Failure_ActionCancelled);
    assert_eq!(bench.request(question(None)).0, "confirm_address");
}
