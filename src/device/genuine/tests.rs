//! Chains made with openssl (tests/vectors/device-certificates.json), and the simulator's own.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::device::simulator::{Model, secure_element};
use crate::keys::Digest;

const VECTORS: &str = include_str!("../../../tests/vectors/device-certificates.json");

fn vector(path: &str) -> Vec<u8> {
    let all: Value = serde_json::from_str(VECTORS).unwrap();
    hex::decode(all.pointer(path).unwrap().as_str().unwrap()).unwrap()
}

fn challenge() -> Challenge {
    Challenge::of_head(&Digest::of("head"))
}

fn proof(model: Model) -> Proof {
    let (certificates, signature) = secure_element(model, &challenge().message()).unwrap();
    Proof { certificates, signature }
}

/// What comes of a Safe 5's proof with another authority.
fn with_authority(name: &str) -> Result<Root, Doubt> {
    let mut proof = proof(Model::SafeFive);
    proof.certificates[1] = vector(&format!("/authorities/{name}"));
    proof.root(&challenge(), "T3T1")
}

#[test]
fn an_authority_must_be_one() {
    for name in
        ["no_key_usage", "no_certificate_signing", "no_authority", "no_path_length", "unknown_critical"]
    {
        assert_eq!(with_authority(name), Err(Doubt::Issuer(1)), "{name}");
    }
    for name in ["another_name", "another_key"] {
        assert_eq!(with_authority(name), Err(Doubt::Issuer(1)), "{name}");
    }
    assert_eq!(with_authority("unknown_not_critical"), Ok(Root::Simulated));
}

#[test]
fn a_chain_may_be_as_long_as_its_authorities_say() {
    let mut long = proof(Model::SafeFive);
    long.certificates[1] = vector("/long_chain/middle");
    long.certificates.push(vector("/long_chain/upper"));
    assert_eq!(long.root(&challenge(), "T3T1"), Ok(Root::Simulated));
    long.certificates[2] = vector("/long_chain/upper_too_short");
    assert_eq!(long.root(&challenge(), "T3T1"), Err(Doubt::Issuer(2)));
}

#[test]
fn the_model_the_challenge_and_the_whole_chain_count() {
    let good = proof(Model::SafeFive);
    assert_eq!(good.root(&challenge(), "T3T1"), Ok(Root::Simulated));
    assert_eq!(good.root(&challenge(), "T3B1"), Err(Doubt::Model));
    assert_eq!(good.root(&challenge(), "T3T"), Err(Doubt::Model));
    let other = Challenge::of_head(&Digest::of("another head"));
    assert_eq!(good.root(&other, "T3T1"), Err(Doubt::Challenge));
    let shorter = Proof { certificates: good.certificates[..1].to_vec(), ..good.clone() };
    assert_eq!(shorter.root(&challenge(), "T3T1"), Err(Doubt::Root));
    let none = Proof { certificates: Vec::new(), ..good.clone() };
    assert_eq!(none.root(&challenge(), "T3T1"), Err(Doubt::Unreadable(1)));
    let elsewhere = Proof { certificates: vec![vector("/ed25519")], ..good };
    assert_eq!(elsewhere.root(&challenge(), "T3T1"), Err(Doubt::Unreadable(1)));
}

#[test]
fn a_signature_by_another_key_is_none() {
    let mut forged = proof(Model::SafeFive);
    let signature: Signature = SigningKey::from_slice(&[7; 32]).unwrap().sign(&challenge().message());
    forged.signature = signature.to_der().as_bytes().to_vec();
    assert_eq!(forged.root(&challenge(), "T3T1"), Err(Doubt::Challenge));
}

proptest! {
    #[test]
    fn a_flipped_bit_anywhere_is_doubted(which in 0..3_usize, at: prop::sample::Index, bit in 0..8_u8) {
        let mut proof = proof(Model::SafeFive);
        let bytes = match which {
            2 => &mut proof.signature,
            certificate => &mut proof.certificates[certificate],
        };
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        prop_assert!(proof.root(&challenge(), "T3T1").is_err());
    }
}
