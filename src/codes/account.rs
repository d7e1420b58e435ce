//! Addresses with their public keys for wallets that take them from a QR code: `crypto-account` (BCR-2020-015) of single keys,
//! each at its whole path (BCR-2020-007) and without a chain code, so that nothing else can be derived from it.

use std::convert::Infallible;

use minicbor::data::Tag;
use minicbor::encode::Error;

use crate::keys::{AddressPath, HARDENED, PublicKeyAt};

/// The type of the resource.
pub const TYPE: &str = "crypto-account";

/// Wallets show keys in pages of so many, and refuse a last page that is not full (Keystone's base-eth-keyring 0.15.1,
/// MetaMask's eth-qr-keyring 1.1.0).
pub const PAGE: usize = 5;

// Tags of the registry of Uniform Resources (BCR-2020-006).
const HDKEY: Tag = Tag::new(303);
const KEYPATH: Tag = Tag::new(304);
/// A public key hash, the output descriptor that Ethereum keys travel in.
const PKH: Tag = Tag::new(403);

type Cbor = minicbor::Encoder<Vec<u8>>;
type Written = Result<(), Error<Infallible>>;

/// One key with where it lies.
#[derive(Clone, Debug)]
pub struct Key {
    /// Where it lies.
    pub path: AddressPath,
    /// What lies there.
    pub public: PublicKeyAt,
}

/// The message: CBOR of a map of the fingerprint and the keys in their order. `name` is what a wallet shows the device as; it
/// stands in the last key, from which readers take it (MetaMask's eth-qr-keyring 1.1.0, Keystone's base-eth-keyring 0.15.1). `fingerprint` tells one set of keys from another.
pub fn message(fingerprint: [u8; 4], name: &str, keys: &[Key]) -> Vec<u8> {
    let mut cbor = Cbor::new(Vec::new());
    // Memory takes whatever is written to it.
    let _ = account(&mut cbor, fingerprint, name, keys);
    cbor.into_writer()
}

fn account(cbor: &mut Cbor, fingerprint: [u8; 4], name: &str, keys: &[Key]) -> Written {
    let fingerprint = u32::from_be_bytes(fingerprint);
    cbor.map(2)?.u8(1)?.u32(fingerprint)?.u8(2)?.array(keys.len() as u64)?;
    let Some((last, others)) = keys.split_last() else { return Ok(()) };
    others.iter().try_for_each(|key| hdkey(cbor, fingerprint, None, key))?;
    hdkey(cbor, fingerprint, Some(name), last)
}

fn hdkey(cbor: &mut Cbor, fingerprint: u32, name: Option<&str>, key: &Key) -> Written {
    cbor.tag(PKH)?.tag(HDKEY)?.map(3 + u64::from(name.is_some()))?;
    cbor.u8(3)?.bytes(&key.public.key)?;
    let steps = key.path.indices();
    cbor.u8(6)?.tag(KEYPATH)?.map(3)?;
    cbor.u8(1)?.array(2 * steps.len() as u64)?;
    for step in steps {
        cbor.u32(step & !HARDENED)?.bool(step >= HARDENED)?;
    }
    cbor.u8(2)?.u32(fingerprint)?;
    cbor.u8(3)?.u8(steps.len() as u8)?;
    cbor.u8(8)?.u32(u32::from_be_bytes(key.public.parent_fingerprint))?;
    if let Some(name) = name {
        cbor.u8(9)?.str(name)?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
