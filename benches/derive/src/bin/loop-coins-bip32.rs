//! The loop that anybody would write with coins-bip32, on two threads; signers by k256.

use alloy::primitives::{Address, eip191_hash_message};
use coins_bip32::xkeys::{Parent, XPub};
use gishiki_bench_derive::{Signed, Work, answer, on_two_threads};
use k256::ecdsa::{RecoveryId, Signature, VerifyingKey};

fn address(key: &VerifyingKey) -> String {
    Address::from_raw_public_key(&key.to_sec1_point(false).as_bytes()[1..]).to_checksum(None)
}

fn main() {
    let work = Work::read();
    let branch = XPub::from_base58(&work.xpub).expect("an xpub").derive_child(0).expect("a child");
    let child = |index: &u32| address(branch.derive_child(*index).expect("a child").as_ref());
    let signer = |signed: &Signed| {
        let hash = eip191_hash_message(signed.message.as_bytes());
        let signature = Signature::from_slice(&signed.signature[..64]).expect("a signature");
        let id = RecoveryId::new(signed.signature[64] == 28, false);
        address(&VerifyingKey::recover_from_prehash(hash.as_slice(), &signature, id).expect("a signer"))
    };
    let indices: Vec<_> = (0..work.count).collect();
    answer(&on_two_threads(&indices, child), &on_two_threads(&work.signed, signer));
}
