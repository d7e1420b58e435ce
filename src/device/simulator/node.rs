//! Public keys as the firmware serialises them: Bitcoin's xpub, for Ethereum too.

use coins_bip32::primitives::XKeyInfo;
use coins_bip32::xkeys::XPub;
use k256::ecdsa::VerifyingKey;
use trezor_client::protos::{EthereumPublicKey, HDNodeType};

use super::halt::Halt;
use super::seed::Root;

/// The answer to EthereumGetPublicKey.
pub(super) fn public_key(root: &Root, path: &[u32]) -> Result<EthereumPublicKey, Halt> {
    let node = root.node(path).ok_or_else(Halt::firmware_error)?;
    let xpub: XPub = node.verify_key();
    let info: &XKeyInfo = xpub.as_ref();
    let key: &VerifyingKey = xpub.as_ref();
    let node = HDNodeType {
        depth: Some(info.depth.into()),
        fingerprint: Some(u32::from_be_bytes(info.parent.0)),
        child_num: Some(info.index),
        chain_code: Some(info.chain_code.0.to_vec()),
        public_key: Some(key.to_sec1_point(true).as_bytes().to_vec()),
        ..Default::default()
    };
    Ok(EthereumPublicKey { node: Some(node).into(), xpub: Some(xpub.to_base58()), ..Default::default() })
}
