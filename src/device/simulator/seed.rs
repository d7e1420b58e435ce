//! A BIP-39 test seed and the wallets it opens.

use coins_bip32::primitives::Hint;
use coins_bip32::xkeys::{Parent, XPriv};
use coins_bip39::{English, Mnemonic};
use hmac::{Hmac, KeyInit, Mac};
use k256::ecdsa::SigningKey;
use sha2::{Sha256, Sha512};

use crate::keys::{Address, HARDENED, Secret, Signature};

/// The words of a BIP-39 test seed.
#[derive(Clone, Debug)]
pub struct Seed(Secret);

/// The root of one passphrase wallet.
#[derive(Clone)]
pub struct Root {
    key: XPriv,
    /// SLIP-24's key for address MACs, by SLIP-21 from the same seed.
    mac_key: [u8; 32],
}

impl Seed {
    /// Takes 12 to 24 words; `None` where they are no BIP-39 seed.
    pub fn bip39(words: &str) -> Option<Self> {
        Mnemonic::<English>::new_from_phrase(words).ok()?;
        Some(Self(Secret::new(words.to_owned())))
    }

    /// Opens the wallet of a passphrase; `None` for the words that [`Seed::bip39`] refuses.
    pub fn open(&self, passphrase: &Secret) -> Option<Root> {
        let mnemonic = Mnemonic::<English>::new_from_phrase(self.0.expose()).ok()?;
        let seed = mnemonic.to_seed(Some(passphrase.expose())).ok()?;
        let labels: [&[u8]; 2] = [b"SLIP-0024", b"Address MAC key"];
        let mut node = sha512(b"Symmetric key seed", &[&seed[..]])?;
        for label in labels {
            node = sha512(&node[..32], &[&[0], label])?;
        }
        let key = XPriv::root_from_seed(&seed[..], Some(Hint::Legacy)).ok()?;
        Some(Root { key, mac_key: node[32..].try_into().ok()? })
    }
}

impl Root {
    /// The node at a path.
    pub fn node(&self, path: &[u32]) -> Option<XPriv> {
        path.iter().try_fold(self.key.clone(), |node, &index| node.derive_child(index).ok())
    }

    /// The address at a path.
    pub fn address(&self, path: &[u32]) -> Option<Address> {
        let node = self.node(path)?;
        let key: &SigningKey = node.as_ref();
        Some(Address::of_key(key.verifying_key()))
    }

    /// Signs a personal message (EIP-191).
    pub fn sign(&self, path: &[u32], message: &[u8]) -> Option<Signature> {
        let node = self.node(path)?;
        let key: &SigningKey = node.as_ref();
        let hash = alloy::primitives::eip191_hash_message(message);
        let (signature, id) = key.sign_prehash_recoverable(hash.as_slice());
        let mut bytes = signature.to_bytes().to_vec();
        bytes.push(27 + id.to_byte());
        Signature::from_bytes(&bytes).ok()
    }

    /// SLIP-24's authentication code of an address at a path.
    pub fn address_mac(&self, path: &[u32], address: &Address) -> Option<[u8; 32]> {
        let text = address.to_string();
        let mut mac = Hmac::<Sha256>::new_from_slice(&self.mac_key).ok()?;
        mac.update(&(path.get(1)? & !HARDENED).to_le_bytes());
        mac.update(&[u8::try_from(path.len()).ok()?]);
        path.iter().for_each(|index| mac.update(&index.to_le_bytes()));
        mac.update(&[u8::try_from(text.len()).ok()?]);
        mac.update(text.as_bytes());
        Some(mac.finalize().into_bytes().into())
    }
}

fn sha512(key: &[u8], parts: &[&[u8]]) -> Option<[u8; 64]> {
    let mut mac = Hmac::<Sha512>::new_from_slice(key).ok()?;
    parts.iter().for_each(|part| mac.update(part));
    Some(mac.finalize().into_bytes().into())
}
