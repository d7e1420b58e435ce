//! Public nodes of BIP-32's tree, and the numbers that lead to their children.

use hmac::{Hmac, KeyInit, Mac};
use k256::Scalar;
use k256::elliptic_curve::ff::PrimeField;
use sha2::Sha512;

use super::point::Point;
use crate::keys::{AccountXpub, HARDENED};

/// A parent, ready for many children: HMAC-SHA512 has taken in its chain code already.
pub(super) struct Parent {
    pub point: Point,
    compressed: [u8; 33],
    mac: Hmac<Sha512>,
}

/// A child, as far as its own children need it.
#[derive(Clone, Copy)]
pub(super) struct Node {
    pub point: Point,
    pub chain_code: [u8; 32],
}

/// The halves of BIP-32's I: the number whose multiple of G leads to the child, and the child's chain code.
pub(super) struct Tweak {
    pub number: [u8; 32],
    pub chain_code: [u8; 32],
}

impl Node {
    /// The node of an account.
    pub fn of_account(account: &AccountXpub) -> Self {
        Self { point: Point::of_key(account.key()), chain_code: *account.chain_code() }
    }
}

impl Parent {
    pub fn new(node: &Node) -> Self {
        let mac = Hmac::new_from_slice(&node.chain_code).expect("HMAC takes keys of any length");
        Self { point: node.point, compressed: node.point.compressed(), mac }
    }

    /// I of CKDpub (BIP-32) for the child at `index`; none where there is no such child: it is hardened, or its number
    /// is not below the group's order.
    pub fn tweak(&self, index: u32) -> Option<Tweak> {
        if index >= HARDENED {
            return None;
        }
        let mut mac = self.mac.clone();
        mac.update(&self.compressed);
        mac.update(&index.to_be_bytes());
        Tweak::of(&mac.finalize().into_bytes().into())
    }
}

impl Tweak {
    fn of(bytes: &[u8; 64]) -> Option<Self> {
        let (mut number, mut chain_code) = ([0; 32], [0; 32]);
        number.copy_from_slice(&bytes[..32]);
        chain_code.copy_from_slice(&bytes[32..]);
        let below_order = bool::from(Scalar::from_repr(number.into()).is_some());
        below_order.then_some(Self { number, chain_code })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The number that these 32 bytes give, if there is one.
    fn number(left: &str) -> Option<[u8; 32]> {
        let mut bytes = [7; 64];
        hex::decode_to_slice(left, &mut bytes[..32]).unwrap();
        Tweak::of(&bytes).map(|tweak| tweak.number)
    }

    #[test]
    fn a_number_from_the_order_on_leads_to_no_child() {
        let order = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364141";
        let greatest = "fffffffffffffffffffffffffffffffebaaedce6af48a03bbfd25e8cd0364140";
        assert_eq!(number(order), None);
        assert_eq!(number(&"f".repeat(64)), None);
        assert!(number(greatest).is_some());
        // BIP-32 refuses only what is not below the order, and infinity.
        assert_eq!(number(&"0".repeat(64)), Some([0; 32]));
    }
}
