//! An opened passphrase wallet in software: its master key and what a Trezor would answer with it.

use std::fmt::{self, Display};

use alloy::primitives::{B256, eip191_hash_message};
use coins_bip32::primitives::{Hint, XKeyInfo};
use coins_bip32::xkeys::{Parent, XPriv, XPub};
use k256::ecdsa::{SigningKey, VerifyingKey};

use super::path::COIN_PATH;
use super::slip24::MacKey;
use super::{AccountPath, AccountXpub, Address, SeedError, Signature, WalletIdentity};

/// The master key of one wallet, wiped when dropped.
pub struct Root {
    master: XPriv,
    mac_key: MacKey,
}

/// The public half of a key at any path, as a Trezor's `PublicKey` and `EthereumPublicKey` tell it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PublicNode {
    /// 0 for the master key.
    pub depth: u8,
    /// First four bytes of the parent's hash160; zeros for the master key.
    pub parent_fingerprint: [u8; 4],
    /// The last index of the path with its hardening bit; 0 for the master key.
    pub child_number: u32,
    /// BIP-32's chain code.
    pub chain_code: [u8; 32],
    /// Compressed, SEC 1.
    pub public_key: [u8; 33],
    /// All of it as `xpub…`.
    pub xpub: String,
}

/// Why a key cannot be derived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RootError {
    /// The child at this index does not exist (about 1 in 2^127): BIP-32 then says to take the next index, which
    /// would be another path than asked for.
    NoChild(u32),
    /// More levels than the 255 that an xpub can count.
    TooDeep,
}

impl Root {
    /// The wallet of a BIP-32 seed.
    pub(super) fn of_seed(seed: &[u8]) -> Result<Self, SeedError> {
        // Without the hint the library writes zpub instead of xpub.
        let master = XPriv::root_from_seed(seed, Some(Hint::Legacy)).map_err(|_| SeedError::NoMasterKey)?;
        Ok(Self { master, mac_key: MacKey::of_seed(seed) })
    }

    /// Which wallet it is: its public key at m/44'/60'.
    ///
    /// # Errors
    /// A key on the path does not exist.
    pub fn identity(&self) -> Result<WalletIdentity, RootError> {
        let node = self.node(&COIN_PATH)?;
        // Made from a point just now.
        WalletIdentity::from_bytes(&node.public_key).ok_or(RootError::NoChild(COIN_PATH[1]))
    }

    /// The xpub of an account.
    ///
    /// # Errors
    /// A key on the path does not exist.
    pub fn account_xpub(&self, path: AccountPath) -> Result<AccountXpub, RootError> {
        let indices = path.indices();
        AccountXpub::new(self.derive(&indices)?.verify_key()).map_err(|_| RootError::NoChild(indices[2]))
    }

    /// The xpubs of many accounts, in their order; what they share of their paths is derived once.
    pub fn account_xpubs(&self, paths: &[AccountPath]) -> Vec<Result<AccountXpub, RootError>> {
        let coin = self.derive(&COIN_PATH);
        let account = |path: &AccountPath| {
            let index = path.indices()[2];
            let key = Self::child(coin.as_ref().map_err(|error| *error)?, index)?;
            AccountXpub::new(key.verify_key()).map_err(|_| RootError::NoChild(index))
        };
        paths.iter().map(account).collect()
    }

    /// The public half of the key at any path; `&[]` is `m`.
    ///
    /// # Errors
    /// A key on the path does not exist, or the path is too long.
    pub fn node(&self, path: &[u32]) -> Result<PublicNode, RootError> {
        Ok(PublicNode::of(&self.derive(path)?.verify_key()))
    }

    /// First four bytes of the master public key's hash160.
    pub fn fingerprint(&self) -> [u8; 4] {
        self.master.fingerprint().0
    }

    /// The Ethereum address of the key at any path.
    ///
    /// # Errors
    /// As [`Self::node`].
    pub fn address(&self, path: &[u32]) -> Result<Address, RootError> {
        let key = self.derive(path)?;
        let key: &SigningKey = key.as_ref();
        Ok(Address::of_key(key.verifying_key()))
    }

    /// Signs a message as EIP-191 personal message with the key at a path: deterministic (RFC 6979), s in the lower
    /// half, v 27 or 28.
    ///
    /// # Errors
    /// As [`Self::node`].
    pub fn sign(&self, path: &[u32], message: &[u8]) -> Result<Signature, RootError> {
        self.sign_hash(path, eip191_hash_message(message))
    }

    /// Signs a hash itself, such as that of typed data (EIP-712), in the same form.
    ///
    /// # Errors
    /// As [`Self::node`].
    pub fn sign_hash(&self, path: &[u32], hash: B256) -> Result<Signature, RootError> {
        let key = self.derive(path)?;
        Ok(sign_with(key.as_ref(), hash))
    }

    /// The MAC by which this wallet, and only it, knows an address of its own again (SLIP-24), as a Trezor returns
    /// it with the address.
    pub fn address_mac(&self, path: &[u32], slip44: u32, address: Address) -> [u8; 32] {
        self.mac_key.mac(path, slip44, &address.to_string())
    }

    fn derive(&self, path: &[u32]) -> Result<XPriv, RootError> {
        if path.len() > usize::from(u8::MAX) {
            return Err(RootError::TooDeep);
        }
        path.iter().try_fold(self.master.clone(), |parent, &index| Self::child(&parent, index))
    }

    fn child(parent: &XPriv, index: u32) -> Result<XPriv, RootError> {
        let child = parent.derive_child(index).map_err(|_| RootError::NoChild(index))?;
        // The library takes the next index where one does not exist, silently.
        let info: &XKeyInfo = child.as_ref();
        if info.index == index { Ok(child) } else { Err(RootError::NoChild(index)) }
    }
}

/// Signs a hash: deterministic (RFC 6979), s in the lower half, v 27 or 28.
pub(super) fn sign_with(key: &SigningKey, hash: B256) -> Signature {
    let (signature, id) = key.sign_prehash_recoverable(hash.as_slice());
    let mut bytes = [0; 65];
    bytes[..64].copy_from_slice(&signature.to_bytes());
    bytes[64] = 27 + u8::from(id.is_y_odd());
    Signature::from_bytes(&bytes).expect("k256 normalises s, and 27 or 28 stands in the last byte")
}

impl PublicNode {
    fn of(xpub: &XPub) -> Self {
        let info: &XKeyInfo = xpub.as_ref();
        let key: &VerifyingKey = xpub.as_ref();
        let mut public_key = [0; 33];
        public_key.copy_from_slice(key.to_sec1_point(true).as_bytes());
        Self {
            depth: info.depth,
            parent_fingerprint: info.parent.0,
            child_number: info.index,
            chain_code: info.chain_code.0,
            public_key,
            xpub: xpub.to_base58(),
        }
    }
}

impl fmt::Debug for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Root")
    }
}

impl Display for RootError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoChild(index) => write!(f, "there is no child {index}"),
            Self::TooDeep => f.write_str("the path has more than 255 levels"),
        }
    }
}

impl std::error::Error for RootError {}

#[cfg(test)]
mod tests {
    use super::*;

    /// BIP-32, test vector 1.
    fn vector_1() -> Root {
        Root::of_seed(&hex::decode("000102030405060708090a0b0c0d0e0f").unwrap()).unwrap()
    }

    #[test]
    fn nodes_are_those_of_bip_32() {
        let root = vector_1();
        let master = root.node(&[]).unwrap();
        assert_eq!(
            master.xpub,
            "xpub661MyMwAqRbcFtXgS5sYJABqqG9YLmC4Q1Rdap9gSE8NqtwybGhePY2gZ29ESFjqJoCu1Rupje8YtGqsefD265TMg7usUDFdp6W1EGMcet8"
        );
        assert_eq!((master.depth, master.parent_fingerprint, master.child_number), (0, [0; 4], 0));
        let child = root.node(&[0x8000_0000, 1]).unwrap();
        assert_eq!(
            child.xpub,
            "xpub6ASuArnXKPbfEwhqN6e3mwBcDTgzisQN1wXN9BJcM47sSikHjJf3UFHKkNAWbWMiGj7Wf5uMash7SyYq527Hqck2AxYysAA7xmALppuCkwQ"
        );
        assert_eq!((child.depth, child.child_number), (2, 1));
    }

    #[test]
    fn a_node_s_fields_are_those_inside_its_xpub() {
        let node = vector_1().node(&[0x8000_002c, 0x8000_003c]).unwrap();
        let xpub: XPub = node.xpub.parse().unwrap();
        assert_eq!(PublicNode::of(&xpub), node);
        assert_eq!(vector_1().identity().unwrap().as_bytes(), &node.public_key);
        assert_eq!(vector_1().fingerprint(), vector_1().node(&[0]).unwrap().parent_fingerprint);
    }

    #[test]
    fn many_accounts_are_those_that_are_asked_for_one_by_one() {
        let paths = [0, 7, 100, 7].map(|n| AccountPath::new(n).unwrap());
        let each = paths.map(|path| vector_1().account_xpub(path));
        assert_eq!(vector_1().account_xpubs(&paths), each);
    }

    #[test]
    fn a_path_too_long_for_an_xpub_is_refused() {
        assert_eq!(vector_1().node(&[0; 256]), Err(RootError::TooDeep));
        assert_eq!(vector_1().node(&[0; 255]).map(|node| node.depth), Ok(255));
    }
}
