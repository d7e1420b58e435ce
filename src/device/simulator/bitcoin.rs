//! Bitcoin's GetPublicKey, by which trezorlib has the seed derived and learns which wallet was opened (trezor-firmware
//! core/src/apps/bitcoin/get_public_key.py, python/src/trezorlib/client.py). trezor-client knows Bitcoin's messages only
//! together with a C library: what Ethereum's question and answer lack is read and written by its number
//! (common/protob/messages-bitcoin.proto).

use protobuf::{UnknownFields, UnknownValueRef};
use trezor_client::protos::{EthereumGetPublicKey, MessageType};
use trezor_client::transport::ProtoMessage;

use super::core::{Core, envelope};
use super::halt::Halt;
use super::node;
use crate::keys::trezor_paths::SLIP25_PURPOSE;

/// Fields of the question.
const CURVE: u32 = 2;
const SHOW_DISPLAY: u32 = 3;
const COIN: u32 = 4;
const SCRIPT_TYPE: u32 = 5;
/// A field of the answer.
const ROOT_FINGERPRINT: u32 = 3;

impl Core {
    /// Bitcoin's own key at any path, without a screen; anything else of this message is not simulated. The answer
    /// lacks the descriptor, which nothing of Ethereum reads.
    pub(super) fn bitcoin_public_key(
        &mut self,
        question: &EthereumGetPublicKey,
    ) -> Result<ProtoMessage, Halt> {
        if !is_silent(question.special_fields.unknown_fields()) {
            return Err(Halt::unexpected_message());
        }
        if question.address_n.first() == Some(&SLIP25_PURPOSE) {
            return Err(Halt::data_error("Forbidden key path"));
        }
        let root = self.root()?;
        let fingerprint = u32::from_be_bytes(root.fingerprint());
        let mut answer = node::public_key(root.node(&question.address_n)?);
        answer.special_fields.mut_unknown_fields().add_varint(ROOT_FINGERPRINT, fingerprint.into());
        Ok(ProtoMessage::new(MessageType::MessageType_PublicKey, envelope(&answer)?.into_payload()))
    }
}

/// Whether the question is for Bitcoin's first script type on its curve, and for no screen.
fn is_silent(fields: &UnknownFields) -> bool {
    let is = |number, text: &str| match fields.get(number) {
        None => true,
        Some(UnknownValueRef::LengthDelimited(bytes)) => bytes == text.as_bytes(),
        Some(_) => false,
    };
    let zero = |number| matches!(fields.get(number), None | Some(UnknownValueRef::Varint(0)));
    is(CURVE, "secp256k1") && is(COIN, "Bitcoin") && zero(SHOW_DISPLAY) && zero(SCRIPT_TYPE)
}
