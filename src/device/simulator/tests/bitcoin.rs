//! What trezorlib asks to open a wallet and to have the PIN asked for.

use protobuf::Message;
use trezor_client::protos::failure::FailureType;
use trezor_client::protos::{
    ApplyFlags, EthereumGetPublicKey, EthereumPublicKey, Features, GetFeatures, MessageType,
};
use trezor_client::transport::ProtoMessage;

use super::{Bench, config, key};
use crate::device::simulator::SimulatorConfig;
use crate::device::trezor::Channel;
use crate::keys::HARDENED;

/// GetPublicKey of `m/0'` with these fields besides, by their numbers.
fn question(texts: &[(u32, &str)], numbers: &[(u32, u64)]) -> ProtoMessage {
    let mut question = EthereumGetPublicKey { address_n: vec![HARDENED], ..Default::default() };
    let fields = question.special_fields.mut_unknown_fields();
    texts.iter().for_each(|(number, text)| fields.add_length_delimited(*number, text.as_bytes().to_vec()));
    numbers.iter().for_each(|(number, value)| fields.add_varint(*number, *value));
    ProtoMessage::new(MessageType::MessageType_GetPublicKey, question.write_to_bytes().unwrap())
}

fn answer(bench: &Bench, question: ProtoMessage) -> ProtoMessage {
    let mut cable = bench.panel.cable().unwrap();
    cable.send(question).unwrap();
    cable.receive(std::time::Duration::from_secs(60)).unwrap().unwrap()
}

#[test]
fn a_key_of_bitcoin_tells_the_root_s_fingerprint() {
    let mut bench = Bench::new(config());
    bench.open("");
    // As trezorlib asks it.
    let answer = answer(&bench, question(&[(2, "secp256k1"), (4, "Bitcoin")], &[(3, 0), (5, 0), (6, 1)]));
    assert_eq!(answer.message_type(), MessageType::MessageType_PublicKey);
    let key = EthereumPublicKey::parse_from_bytes(answer.payload()).unwrap();
    // As the official emulator told it of this seed.
    assert_eq!(key.node.fingerprint(), 0x5c9e_228d);
    let root = key.special_fields.unknown_fields().get(3);
    assert!(matches!(root, Some(protobuf::UnknownValueRef::Varint(0x5c9e_228d))), "{root:?}");
    assert_eq!((key.node.depth(), key.node.child_num()), (1, HARDENED));
}

#[test]
fn other_coins_curves_and_screens_are_not_simulated() {
    let mut bench = Bench::new(config());
    bench.open("");
    let others = [
        question(&[(2, "ed25519")], &[]),
        question(&[(4, "Testnet")], &[]),
        question(&[], &[(3, 1)]),
        question(&[], &[(5, 3)]),
        question(&[], &[(4, 7)]),
    ];
    for other in others {
        let refused = answer(&bench, other);
        assert_eq!(refused.message_type(), MessageType::MessageType_Failure);
    }
    bench.ask::<_, EthereumPublicKey>(key());
}

#[test]
fn flags_are_only_ever_set() {
    let mut bench = Bench::new(config());
    for (flags, kept) in [(0, 0), (5, 5), (2, 7), (0, 7)] {
        bench.succeeds(ApplyFlags { flags: Some(flags), ..Default::default() });
        assert_eq!(bench.ask::<_, Features>(GetFeatures::new()).flags(), kept);
    }
    let mut empty = Bench::new(SimulatorConfig::default());
    let flags = ApplyFlags { flags: Some(0), ..Default::default() };
    assert_eq!(empty.fails(flags).0, FailureType::Failure_NotInitialized);
}
