//! The loop that anybody would write with libsecp256k1, on two threads.

use alloy::primitives::{Address, eip191_hash_message};
use coins_bip32::primitives::XKeyInfo;
use coins_bip32::xkeys::{Parent, XPub};
use gishiki_bench_derive::{Signed, Work, answer, on_two_threads};
use hmac::{Hmac, KeyInit, Mac};
use k256::ecdsa::VerifyingKey;
use secp256k1::ecdsa::{RecoverableSignature, RecoveryId};
use secp256k1::{Message, PublicKey, Scalar, Secp256k1};
use sha2::Sha512;

fn address(key: &PublicKey) -> String {
    Address::from_raw_public_key(&key.serialize_uncompressed()[1..]).to_checksum(None)
}

fn main() {
    let work = Work::read();
    let secp = Secp256k1::verification_only();
    // Parsing the xpub and its one step to "change" are nothing beside the rest.
    let branch = XPub::from_base58(&work.xpub).expect("an xpub").derive_child(0).expect("a child");
    let key: &VerifyingKey = branch.as_ref();
    let info: &XKeyInfo = branch.as_ref();
    let parent = PublicKey::from_slice(&key.to_sec1_bytes()).expect("a point");
    let compressed = parent.serialize();
    let child = |index: &u32| {
        let mut mac = Hmac::<Sha512>::new_from_slice(&info.chain_code.0).expect("any length");
        mac.update(&compressed);
        mac.update(&index.to_be_bytes());
        let bytes = mac.finalize().into_bytes();
        let tweak = Scalar::from_be_bytes(bytes[..32].try_into().expect("32 bytes")).expect("below the order");
        address(&parent.add_exp_tweak(&secp, &tweak).expect("not infinity"))
    };
    let signer = |signed: &Signed| {
        let hash = eip191_hash_message(signed.message.as_bytes());
        let id = RecoveryId::try_from(i32::from(signed.signature[64]) - 27).expect("27 or 28");
        let signature = RecoverableSignature::from_compact(&signed.signature[..64], id).expect("a signature");
        address(&secp.recover_ecdsa(Message::from_digest(hash.0), &signature).expect("a signer"))
    };
    let indices: Vec<_> = (0..work.count).collect();
    answer(&on_two_threads(&indices, child), &on_two_threads(&work.signed, signer));
}
