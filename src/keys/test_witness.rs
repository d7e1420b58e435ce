//! The key with which rehearsals sign for a witness: published, like everything of a rehearsal.

use alloy::primitives::eip191_hash_message;
use k256::ecdsa::SigningKey;

use super::root::sign_with;
use super::{Address, Digest, Signature};

/// What the name of a witness follows, to be hashed into the key.
const OPENING: &str = "Gishiki rehearsal witness, never funded: ";

/// The address that signs for this witness in every rehearsal. Its key is SHA-256 of `Gishiki rehearsal witness, never
/// funded: ` and the name.
pub fn rehearsal_witness(name: &str) -> Address {
    Address::of_key(key(name).verifying_key())
}

/// The signature of that key on a message, as EIP-191 personal message.
pub fn sign_as_rehearsal_witness(name: &str, message: &[u8]) -> Signature {
    sign_with(&key(name), eip191_hash_message(message))
}

fn key(name: &str) -> SigningKey {
    // One in 2^128 digests is no key; then the digest of the digest is taken.
    let mut digest = Digest::of(format!("{OPENING}{name}"));
    loop {
        match SigningKey::from_slice(digest.as_bytes()) {
            Ok(key) => return key,
            Err(_) => digest = Digest::of(digest.as_bytes()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_witness_has_a_key_of_its_own() {
        let message = b"abc";
        let signature = sign_as_rehearsal_witness("auditor", message);
        assert_eq!(signature.signer(message), Ok(rehearsal_witness("auditor")));
        assert_ne!(rehearsal_witness("auditor"), rehearsal_witness("notary"));
    }
}
