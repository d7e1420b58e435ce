//! A SafeTx as a Trezor asks for it: as typed data, piece by piece, or by its two hashes (trezor-firmware
//! common/protob/messages-ethereum-eip712.proto, messages-ethereum.proto).

use alloy::primitives::U256;
use trezor_client::protos::ethereum_typed_data_struct_ack::{
    EthereumDataType, EthereumFieldType, EthereumStructMember,
};
use trezor_client::protos::{
    EthereumSignTypedData, EthereumSignTypedHash, EthereumTypedDataSignature, EthereumTypedDataStructAck,
    EthereumTypedDataValueAck,
};

use super::answer;
use super::models::ModelFacts;
use crate::contracts::{SafeTx, safe_tx};
use crate::device::{DeviceError, Signed};
use crate::keys::AddressPath;

/// The types' names.
const DOMAIN: &str = "EIP712Domain";
const SAFE_TX: &str = "SafeTx";

/// The question that begins. The device shows the message's hash and compares it with its own from 2.9.1 on; older
/// firmware passes the field over and shows the values only.
pub(super) fn question(path: AddressPath, tx: &SafeTx) -> EthereumSignTypedData {
    EthereumSignTypedData {
        address_n: path.indices().to_vec(),
        primary_type: Some(SAFE_TX.to_owned()),
        metamask_v4_compat: Some(true),
        show_message_hash: Some(tx.message_hash().to_vec()),
        ..Default::default()
    }
}

/// The question to a model that shows the two hashes.
pub(super) fn hashes(path: AddressPath, tx: &SafeTx) -> EthereumSignTypedHash {
    EthereumSignTypedHash {
        address_n: path.indices().to_vec(),
        domain_separator_hash: Some(tx.domain_hash().to_vec()),
        message_hash: Some(tx.message_hash().to_vec()),
        ..Default::default()
    }
}

/// Whether its calldata fits into a message to a model that shows it.
pub(super) fn fits(tx: &SafeTx, model: &ModelFacts) -> Result<(), DeviceError> {
    if tx.data.len() <= model.message_max {
        return Ok(());
    }
    let (size, most) = (tx.data.len(), model.message_max);
    Err(DeviceError::Unsupported(format!("a SafeTx with {size} bytes of calldata, more than {most}")))
}

/// The members of a type; none of one that is no part of a SafeTx.
pub(super) fn members(name: &str) -> Option<EthereumTypedDataStructAck> {
    let fields: &[_] = match name {
        DOMAIN => &safe_tx::DOMAIN,
        SAFE_TX => &safe_tx::FIELDS,
        _ => return None,
    };
    let members = fields.iter().map(|(name, kind)| member(name, kind)).collect();
    Some(EthereumTypedDataStructAck { members, ..Default::default() })
}

fn member(name: &str, kind: &str) -> EthereumStructMember {
    let (kind, size) = match kind.strip_prefix("uint").and_then(|bits| bits.parse::<u32>().ok()) {
        Some(bits) => (EthereumDataType::UINT, Some(bits / 8)),
        None if kind == "address" => (EthereumDataType::ADDRESS, None),
        None => (EthereumDataType::BYTES, None),
    };
    let kind = EthereumFieldType { data_type: Some(kind.into()), size, ..Default::default() };
    EthereumStructMember { type_: Some(kind).into(), name: Some(name.to_owned()), ..Default::default() }
}

/// The value at a path: of the domain below 0, of the SafeTx below 1; none at any other.
pub(super) fn value(tx: &SafeTx, path: &[u32]) -> Option<EthereumTypedDataValueAck> {
    let value = match *path {
        [0, at] => domain_values(tx).into_iter().nth(at as usize),
        [1, at] => values(tx).into_iter().nth(at as usize),
        _ => None,
    };
    value.map(|value| EthereumTypedDataValueAck { value: Some(value), ..Default::default() })
}

fn domain_values(tx: &SafeTx) -> [Vec<u8>; 2] {
    let chain_id = U256::from(tx.chain_id);
    [chain_id.to_be_bytes_vec(), tx.safe.as_bytes().to_vec()]
}

fn values(tx: &SafeTx) -> [Vec<u8>; 10] {
    [
        tx.to.as_bytes().to_vec(),
        tx.value.to_be_bytes_vec(),
        tx.data.to_vec(),
        vec![tx.operation as u8],
        tx.safe_tx_gas.to_be_bytes_vec(),
        tx.base_gas.to_be_bytes_vec(),
        tx.gas_price.to_be_bytes_vec(),
        tx.gas_token.as_bytes().to_vec(),
        tx.refund_receiver.as_bytes().to_vec(),
        tx.nonce.to_be_bytes_vec(),
    ]
}

/// A signature with the address that made it, once it was made over this SafeTx.
pub(super) fn signed(answer: &EthereumTypedDataSignature, tx: &SafeTx) -> Result<Signed, DeviceError> {
    let signed = answer::signature(answer.address.as_deref(), answer.signature.as_deref())?;
    if signed.signature.signer_of_hash(tx.hash()) == Ok(signed.address) {
        Ok(signed)
    } else {
        Err(DeviceError::Unexpected("a signature over something else, or by another address".to_owned()))
    }
}
