//! Public keys as the firmware serialises them: Bitcoin's xpub, for Ethereum too.

use trezor_client::protos::{EthereumPublicKey, HDNodeType};

use crate::keys::PublicNode;

/// The answer to EthereumGetPublicKey.
pub(super) fn public_key(node: PublicNode) -> EthereumPublicKey {
    let wire = HDNodeType {
        depth: Some(node.depth.into()),
        fingerprint: Some(u32::from_be_bytes(node.parent_fingerprint)),
        child_num: Some(node.child_number),
        chain_code: Some(node.chain_code.to_vec()),
        public_key: Some(node.public_key.to_vec()),
        ..Default::default()
    };
    EthereumPublicKey { node: Some(wire).into(), xpub: Some(node.xpub), ..Default::default() }
}
