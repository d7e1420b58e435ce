//! Arbitrary certificates and signatures: nobody's proof is a genuine one.

use gishiki::device::genuine::{Challenge, Der, Proof, Root};

use super::bytes::Bytes;

const MODELS: [&str; 4] = ["T3T1", "T3B1", "T2B1", "T2T1"];

/// The one challenge that is answered here.
pub fn challenge() -> Challenge {
    Challenge::of_entropy(&[7; 16])
}

/// Tells whose root it leads to. The bytes: a model, a number of certificates, their parts, and the signature's.
pub fn check(bytes: &[u8]) -> Option<Root> {
    let mut bytes = Bytes(bytes);
    let model = MODELS[usize::from(bytes.byte()) % MODELS.len()];
    let count = bytes.byte() % 5;
    let certificates = (0..count).map(|_| Der::from(bytes.part().to_vec())).collect();
    let proof = Proof { certificates, signature: Der::from(bytes.part().to_vec()) };
    let root = proof.root(&challenge(), model);
    assert!(!matches!(root, Ok(Root::Production | Root::Debug)), "forged: {proof:?}");
    let other = Challenge::of_entropy(&[8; 16]);
    assert!(root.is_err() || proof.root(&other, model).is_err(), "a proof for two challenges: {proof:?}");
    root.ok()
}
