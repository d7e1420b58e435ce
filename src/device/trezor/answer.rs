//! What a Trezor's answers say, believed only where every part is there and fits.

use coins_bip32::primitives::XKeyInfo;
use coins_bip32::xkeys::XPub;
use k256::ecdsa::VerifyingKey;
use trezor_client::protos::{EthereumMessageSignature, EthereumPublicKey, HDNodeType};

use crate::device::{DeviceError, Signed};
use crate::keys::{AccountPath, AccountXpub, Address, Signature, WalletIdentity};

/// `m/44'/60'`: depth 2, child 60'.
const COIN_DEPTH: u32 = 2;
const COIN_CHILD: u32 = 60 | 0x8000_0000;
const ACCOUNT_DEPTH: u32 = 3;

fn unexpected(what: impl Into<String>) -> DeviceError {
    DeviceError::Unexpected(what.into())
}

/// The node of a public key, once it lies where it was asked for and its text says the same.
fn node(answer: &EthereumPublicKey, depth: u32, child: u32) -> Result<(&HDNodeType, XPub), DeviceError> {
    let node = answer.node.as_ref().ok_or_else(|| unexpected("a public key without its node"))?;
    if (node.depth, node.child_num) != (Some(depth), Some(child)) {
        return Err(unexpected("the public key of another path"));
    }
    let text = answer.xpub.as_deref().ok_or_else(|| unexpected("a public key without its xpub"))?;
    let xpub = XPub::from_base58(text).map_err(|_| unexpected("an xpub that cannot be read"))?;
    let info: &XKeyInfo = xpub.as_ref();
    let key: &VerifyingKey = xpub.as_ref();
    let same = u32::from(info.depth) == depth
        && info.index == child
        && node.fingerprint == Some(u32::from_be_bytes(info.parent.0))
        && node.chain_code.as_deref() == Some(info.chain_code.0.as_slice())
        && node.public_key.as_deref() == Some(key.to_sec1_point(true).as_bytes());
    if same { Ok((node, xpub)) } else { Err(unexpected("an xpub that differs from its node")) }
}

/// The wallet's identity from the public key at `m/44'/60'`.
pub(super) fn identity(answer: &EthereumPublicKey) -> Result<WalletIdentity, DeviceError> {
    let (node, _) = node(answer, COIN_DEPTH, COIN_CHILD)?;
    WalletIdentity::from_bytes(node.public_key()).ok_or_else(|| unexpected("a public key that is no point"))
}

/// The account's xpub from the public key at its path.
pub(super) fn account_xpub(
    answer: &EthereumPublicKey,
    path: AccountPath,
) -> Result<AccountXpub, DeviceError> {
    let [.., child] = path.indices();
    node(answer, ACCOUNT_DEPTH, child)?;
    answer.xpub().parse().map_err(|error| unexpected(format!("{error}")))
}

/// An address, with its checksum.
pub(super) fn address(text: Option<&str>) -> Result<Address, DeviceError> {
    let text = text.ok_or_else(|| unexpected("an answer without its address"))?;
    text.parse().map_err(|error| unexpected(format!("{error}")))
}

/// A message's signature with the address that is said to have made it.
pub(super) fn signed(answer: &EthereumMessageSignature) -> Result<Signed, DeviceError> {
    signature(answer.address.as_deref(), answer.signature.as_deref())
}

/// A signature with the address that is said to have made it.
pub(super) fn signature(text: Option<&str>, bytes: Option<&[u8]>) -> Result<Signed, DeviceError> {
    let address = address(text)?;
    let bytes = bytes.ok_or_else(|| unexpected("an answer without its signature"))?;
    let signature = Signature::from_bytes(bytes).map_err(|error| unexpected(format!("{error}")))?;
    Ok(Signed { address, signature })
}
