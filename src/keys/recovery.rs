//! Whose key made a signature, by libsecp256k1: twice as fast as k256, for whoever checks signatures in bulk.
//!
//! The only place that calls a library in C, and only with what is public: a hash, a signature, and the key that comes
//! out. The context can verify and not sign, and no randomness is compiled in.

use std::sync::LazyLock;

use secp256k1::ecdsa::{RecoverableSignature, RecoveryId};
use secp256k1::{Message, Secp256k1, VerifyOnly};

static CONTEXT: LazyLock<Secp256k1<VerifyOnly>> = LazyLock::new(Secp256k1::verification_only);

/// The public key, x ‖ y, whose owner signed `hash`: `r_s` holds r ‖ s, and `odd` says whether the y of the point
/// behind r is odd (SEC 1, 4.1.6). None if no key could have made the signature. s may be in either half.
pub(super) fn key_behind(hash: [u8; 32], r_s: &[u8], odd: bool) -> Option<[u8; 64]> {
    let id = if odd { RecoveryId::One } else { RecoveryId::Zero };
    let signature = RecoverableSignature::from_compact(r_s, id).ok()?;
    let key = CONTEXT.recover_ecdsa(Message::from_digest(hash), &signature).ok()?;
    let mut coordinates = [0; 64];
    coordinates.copy_from_slice(&key.serialize_uncompressed()[1..]);
    Some(coordinates)
}

#[cfg(test)]
mod tests {
    use k256::ecdsa::{self, SigningKey, VerifyingKey};
    use proptest::prelude::*;

    use super::*;

    /// The same by k256.
    fn by_k256(hash: [u8; 32], r_s: &[u8], odd: bool) -> Option<[u8; 64]> {
        let signature = ecdsa::Signature::from_slice(r_s).ok()?;
        let id = ecdsa::RecoveryId::new(odd, false);
        let key = VerifyingKey::recover_from_prehash(&hash, &signature, id).ok()?;
        key.to_sec1_point(false).as_bytes()[1..].try_into().ok()
    }

    proptest! {
        #[test]
        fn k256_names_the_same_key(key in 1_u128.., hash: [u8; 32], odd: bool) {
            let key = SigningKey::from_slice(&[[0; 16], key.to_be_bytes()].concat()).unwrap();
            let (signature, id) = key.sign_prehash_recoverable(&hash);
            let own = key.verifying_key().to_sec1_point(false);
            let own = own.as_bytes()[1..].try_into().ok();
            prop_assert_eq!(key_behind(hash, &signature.to_bytes(), id.is_y_odd()), own);
            prop_assert_eq!(key_behind(hash, &signature.to_bytes(), odd), by_k256(hash, &signature.to_bytes(), odd));
        }

        #[test]
        fn k256_refuses_the_same(hash: [u8; 32], r_s: [u8; 64], odd: bool) {
            // Half of all r are no x of a point.
            prop_assert_eq!(key_behind(hash, &r_s, odd), by_k256(hash, &r_s, odd));
        }

        #[test]
        fn k256_says_the_same_at_the_edges(hash: [u8; 32], edges in [0_usize..7, 0..7, 0..7], odd: bool) {
            let order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd03641";
            let generator = "79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798";
            let numbers = [
                "0".repeat(64), format!("{:064}", 1), format!("{order}40"), format!("{order}41"), format!("{order}42"),
                generator.to_owned(), "f".repeat(64),
            ];
            let number = |place: usize| hex::decode(&numbers[edges[place]]).unwrap();
            let r_s = [number(0), number(1)].concat();
            for hash in [hash, number(2).try_into().unwrap()] {
                prop_assert_eq!(key_behind(hash, &r_s, odd), by_k256(hash, &r_s, odd));
            }
        }
    }

    #[test]
    fn infinity_is_nobody_s_key() {
        // R = G and z = s: the key would be (s·G − s·G) / r.
        let generator =
            hex::decode("79be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798").unwrap();
        let r_s = [generator, vec![7; 32]].concat();
        assert_eq!(key_behind([7; 32], &r_s, false), None);
        assert_eq!(by_k256([7; 32], &r_s, false), None);
        assert!(key_behind([8; 32], &r_s, false).is_some());
    }

    #[test]
    fn other_lengths_are_no_signature() {
        assert_eq!(key_behind([7; 32], &[7; 63], false), None);
        assert_eq!(key_behind([7; 32], &[7; 65], false), None);
    }
}
