//! Chains made with openssl (tests/vectors/device-certificates.json), and the simulator's own.

use std::sync::LazyLock;

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use proptest::prelude::*;
use serde_json::Value;

use super::*;
use crate::device::simulator::{Hand, Model, SimulatorConfig, start};
use crate::device::trezor::Driver;
use crate::device::{CancelFlag, Device};
use crate::keys::{Digest, Secret, Seed, SeedForm};

const VECTORS: &str = include_str!("../../../tests/vectors/device-certificates.json");

fn vector(path: &str) -> Der {
    let all: Value = serde_json::from_str(VECTORS).unwrap();
    all.pointer(path).unwrap().as_str().unwrap().to_owned().try_into().unwrap()
}

fn challenge() -> Challenge {
    Challenge::of_head(&Digest::of("head"))
}

/// What the driver gets of a simulated device.
fn proof(model: Model) -> Option<Proof> {
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(["all"; 12].join(" "))).ok();
    let panel = start(SimulatorConfig { seed, model, ..Default::default() });
    let mut driver = Driver::new(Box::new(panel.clone()), CancelFlag::default());
    driver.prove(&challenge(), &mut Hand::new(panel)).unwrap()
}

fn safe_five() -> Proof {
    proof(Model::SafeFive).unwrap()
}

/// What comes of a Safe 5's proof with another authority.
fn with_authority(name: &str) -> Result<Root, Doubt> {
    let mut proof = safe_five();
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
    let mut long = safe_five();
    long.certificates[1] = vector("/long_chain/middle");
    long.certificates.push(vector("/long_chain/upper"));
    assert_eq!(long.root(&challenge(), "T3T1"), Ok(Root::Simulated));
    long.certificates[2] = vector("/long_chain/upper_too_short");
    assert_eq!(long.root(&challenge(), "T3T1"), Err(Doubt::Issuer(2)));
}

#[test]
fn the_model_the_challenge_and_the_whole_chain_count() {
    let good = safe_five();
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
    let mut forged = safe_five();
    let signature: Signature =
        SigningKey::from_slice(&[7; 32]).unwrap().sign(&challenge_message(challenge().bytes()));
    forged.signature = signature.to_der().as_bytes().to_vec().into();
    assert_eq!(forged.root(&challenge(), "T3T1"), Err(Doubt::Challenge));
}

proptest! {
    #[test]
    fn a_flipped_bit_anywhere_is_doubted(which in 0..3_usize, at: prop::sample::Index, bit in 0..8_u8) {
        // One proof serves: a fresh device for each case would be the same.
        static PROOF: LazyLock<Proof> = LazyLock::new(safe_five);
        let mut proof = PROOF.clone();
        let der = match which {
            2 => &mut proof.signature,
            certificate => &mut proof.certificates[certificate],
        };
        let mut bytes = der.as_bytes().to_vec();
        let at = at.index(bytes.len());
        bytes[at] ^= 1 << bit;
        *der = bytes.into();
        prop_assert!(proof.root(&challenge(), "T3T1").is_err());
    }
}

#[test]
fn every_simulated_model_answers_as_the_real_one_would() {
    for (model, root) in [(Model::SafeThree, Some(Root::Simulated)), (Model::SafeFive, Some(Root::Simulated))]
    {
        let proven = proof(model).map(|proof| proof.root(&challenge(), model.internal_name()).unwrap());
        assert_eq!(proven, root);
    }
    assert_eq!(proof(Model::ModelT), None);
}

#[test]
fn the_hash_of_the_firmware_is_that_of_an_empty_image() {
    for model in [Model::SafeThree, Model::SafeFive, Model::ModelT] {
        let panel = start(SimulatorConfig { model, ..Default::default() });
        let mut driver = Driver::new(Box::new(panel.clone()), CancelFlag::default());
        let hash = driver.firmware_hash(&challenge(), &mut Hand::new(panel)).unwrap();
        assert_eq!(Some(hash), firmware_hash(model.internal_name(), &[], challenge().bytes()));
    }
}
