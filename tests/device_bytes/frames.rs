//! Arbitrary chunks to the reader of frames, and what comes of them to the decoder of messages.

use std::fmt::Debug;
use std::time::Duration;

use gishiki::device::trezor::{Channel, Framed, split};
use protobuf::Message;
use trezor_client::protos::{
    AuthenticityProof, ButtonRequest, EthereumAddress, EthereumMessageSignature, EthereumPublicKey,
    EthereumTypedDataSignature, EthereumTypedDataStructRequest, EthereumTypedDataValueRequest, Failure,
    Features, FirmwareHash, MessageType, Success,
};
use trezor_client::transport::ProtoMessage;

use super::bytes::Said;

/// Longer than any message between a laptop and its Trezor.
const LENGTH_MAX: usize = 64 * 1024;

/// No chunks do harm or are read twice, and what is read is what the same message gives once it is framed again.
pub fn check(bytes: &[u8]) {
    let mut line = Framed(Said::of(bytes));
    while !line.0.0.is_empty() {
        let left = line.0.0.len();
        if let Ok(Some(message)) = line.receive(Duration::ZERO) {
            assert!(message.payload().len() <= LENGTH_MAX);
            reads_again(&message);
            decode(&message);
        }
        assert!(line.0.0.len() < left);
    }
}

fn reads_again(message: &ProtoMessage) {
    let again = Framed(Said(split(message).into())).receive(Duration::ZERO).unwrap().unwrap();
    assert_eq!((again.message_type(), again.payload()), (message.message_type(), message.payload()));
}

/// Whatever can be decoded can be encoded, and is the same when decoded again.
fn decode(message: &ProtoMessage) {
    match message.message_type() {
        MessageType::MessageType_Failure => same::<Failure>(message),
        MessageType::MessageType_Success => same::<Success>(message),
        MessageType::MessageType_Features => same::<Features>(message),
        MessageType::MessageType_ButtonRequest => same::<ButtonRequest>(message),
        MessageType::MessageType_AuthenticityProof => same::<AuthenticityProof>(message),
        MessageType::MessageType_FirmwareHash => same::<FirmwareHash>(message),
        MessageType::MessageType_EthereumPublicKey => same::<EthereumPublicKey>(message),
        MessageType::MessageType_EthereumAddress => same::<EthereumAddress>(message),
        MessageType::MessageType_EthereumMessageSignature => same::<EthereumMessageSignature>(message),
        MessageType::MessageType_EthereumTypedDataStructRequest => {
            same::<EthereumTypedDataStructRequest>(message);
        }
        MessageType::MessageType_EthereumTypedDataValueRequest => {
            same::<EthereumTypedDataValueRequest>(message);
        }
        MessageType::MessageType_EthereumTypedDataSignature => same::<EthereumTypedDataSignature>(message),
        _ => {}
    }
}

fn same<M: Message + PartialEq + Debug>(message: &ProtoMessage) {
    let Ok(decoded) = M::parse_from_bytes(message.payload()) else { return };
    let again = M::parse_from_bytes(&decoded.write_to_bytes().unwrap()).unwrap();
    assert_eq!(decoded, again);
}
