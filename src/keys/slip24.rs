//! Address MACs (SLIP-24) under a wallet's symmetric key (SLIP-21), as trezor-firmware
//! `core/src/apps/common/address_mac.py` makes them.

use hmac::{Hmac, KeyInit, Mac};
use sha2::{Sha256, Sha512};
use zeroize::Zeroizing;

/// A node of SLIP-21's tree: 32 bytes that lead to children, then the 32-byte key.
struct Node(Zeroizing<[u8; 64]>);

/// The key at m/"SLIP-0024"/"Address MAC key".
pub(super) struct MacKey(Zeroizing<[u8; 32]>);

impl Node {
    fn of_seed(seed: &[u8]) -> Self {
        Self::hash(b"Symmetric key seed", &[seed])
    }

    fn child(&self, label: &[u8]) -> Self {
        Self::hash(&self.0[..32], &[&[0], label])
    }

    fn key(&self) -> Zeroizing<[u8; 32]> {
        let mut key = Zeroizing::new([0; 32]);
        key.copy_from_slice(&self.0[32..]);
        key
    }

    fn hash(key: &[u8], parts: &[&[u8]]) -> Self {
        let mut mac = Hmac::<Sha512>::new_from_slice(key).expect("HMAC takes keys of any length");
        parts.iter().for_each(|part| mac.update(part));
        Self(Zeroizing::new(mac.finalize().into_bytes().into()))
    }
}

impl MacKey {
    /// The key of the wallet with this BIP-32 seed.
    pub fn of_seed(seed: &[u8]) -> Self {
        Self(Node::of_seed(seed).child(b"SLIP-0024").child(b"Address MAC key").key())
    }

    /// HMAC-SHA256 over coin type, path and address; numbers little-endian, lengths as Bitcoin's compact size.
    pub fn mac(&self, path: &[u32], slip44: u32, address: &str) -> [u8; 32] {
        let mut mac =
            Hmac::<Sha256>::new_from_slice(self.0.as_slice()).expect("HMAC takes keys of any length");
        mac.update(&slip44.to_le_bytes());
        mac.update(&compact_size(path.len()));
        path.iter().for_each(|index| mac.update(&index.to_le_bytes()));
        mac.update(&compact_size(address.len()));
        mac.update(address.as_bytes());
        mac.finalize().into_bytes().into()
    }
}

/// Bitcoin's variable-length integer, here never over 65,535: paths have at most 255 levels, addresses 42 bytes.
fn compact_size(number: usize) -> Vec<u8> {
    match u8::try_from(number) {
        Ok(byte) if byte < 0xfd => vec![byte],
        _ => [&[0xfd][..], &(number as u16).to_le_bytes()].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_slip_21() {
        // SLIP-21, test vectors; the seed is BIP-39 "all" twelve times.
        let seed = hex::decode(
            "c76c4ac4f4e4a00d6b274d5c39c700bb4a7ddc04fbc6f78e85ca75007b5b495f\
             74a9043eeb77bdd53aa6fc3a0e31462270316fa04b8c19114c8798706cd02ac8",
        );
        let master = Node::of_seed(&seed.unwrap());
        let child = master.child(b"SLIP-0021");
        let keys = [
            (master.key(), "dbf12b44133eaab506a740f6565cc117228cbf1dd70635cfa8ddfdc9af734756"),
            (child.key(), "1d065e3ac1bbe5c7fad32cf2305f7d709dc070d672044a19e610c77cdf33de0d"),
            (
                child.child(b"Master encryption key").key(),
                "ea163130e35bbafdf5ddee97a17b39cef2be4b4f390180d65b54cf05c6a82fde",
            ),
            (
                child.child(b"Authentication key").key(),
                "47194e938ab24cc82bfa25f6486ed54bebe79c40ae2a5a32ea6db294d81861a6",
            ),
        ];
        for (key, expected) in keys {
            assert_eq!(hex::encode(key), expected);
        }
    }

    #[test]
    fn lengths_are_compact_sizes() {
        assert_eq!(compact_size(0xfc), [0xfc]);
        assert_eq!(compact_size(0xfd), [0xfd, 0xfd, 0]);
        assert_eq!(compact_size(0x102), [0xfd, 2, 1]);
    }
}
