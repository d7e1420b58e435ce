//! Typed data, asked for piece by piece, shown field by field and signed (trezor-firmware
//! core/src/apps/ethereum/sign_typed_data.py, layout.py). Structs of numbers, addresses and bytes are simulated, as a
//! SafeTx and its domain are; with other types in it, and without a message, it is answered as an unknown message.

mod field;
mod layout;

use alloy::primitives::{B256, keccak256};
use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::{
    EthereumSignTypedData, EthereumTypedDataSignature, EthereumTypedDataStructAck,
    EthereumTypedDataStructRequest, EthereumTypedDataValueAck, EthereumTypedDataValueRequest, MessageType,
};

use self::field::Member;
use self::layout::no_domain_screen;
use super::bus::Input;
use super::core::{Core, envelope};
use super::halt::Halt;
use super::screen::Button;

const DOMAIN: &str = "EIP712Domain";
const OTHER: ButtonRequestType = ButtonRequestType::ButtonRequest_Other;
const SIGN: ButtonRequestType = ButtonRequestType::ButtonRequest_SignTx;

/// The first index of a value's path.
const DOMAIN_VALUES: u32 = 0;
const MESSAGE_VALUES: u32 = 1;

impl Core {
    pub(super) fn ethereum_sign_typed_data(
        &mut self,
        question: &EthereumSignTypedData,
    ) -> Result<EthereumTypedDataSignature, Halt> {
        let path = &question.address_n;
        let root = self.root()?;
        self.check_path(path)?;
        let address = root.address(path)?;
        let screen = self.signing_address_screen(&address);
        self.confirm(SIGN, screen)?;
        let hash = self.typed_data_hash(question)?;
        let signature = root.sign_hash(path, hash)?;
        Ok(EthereumTypedDataSignature {
            address: Some(address.to_string()),
            signature: Some(signature.as_bytes().to_vec()),
            ..Default::default()
        })
    }

    /// The hash that is signed, once everything in it was confirmed.
    fn typed_data_hash(&mut self, question: &EthereumSignTypedData) -> Result<B256, Halt> {
        let model = self.config.model;
        let name = question.primary_type();
        let domain = self.members(DOMAIN)?;
        let message = self.members(name)?;
        if name == DOMAIN {
            return Err(Halt::unexpected_message());
        }
        let domain_hash = self.domain_hash(domain)?;
        let shown = match self.interact(OTHER, model.struct_screen(name, &message))? {
            Input::Pressed(Button::Confirm) => false,
            Input::Pressed(Button::ShowAll) => true,
            Input::Pressed(_) | Input::Typed(_) => return Err(Halt::cancelled("Cancelled")),
        };
        let message_hash = self.message_hash(name, &message, shown)?;
        if let Some(expected) = &question.show_message_hash {
            if message_hash.as_slice() != expected {
                return Err(Halt::data_error("Message hash mismatch"));
            }
            self.confirm(SIGN, model.hash_screen(expected))?;
        }
        self.confirm(OTHER, model.final_screen())?;
        Ok(keccak256([&[0x19, 0x01][..], &domain_hash.0, &message_hash.0].concat()))
    }

    fn domain_hash(&mut self, members: Vec<Member>) -> Result<B256, Halt> {
        let mut encoded = type_hash(DOMAIN, &members).to_vec();
        let mut values = Vec::new();
        for (at, member) in (0..).zip(members) {
            let value = self.value(&member, &[DOMAIN_VALUES, at])?;
            encoded.extend(member.kind.encoded(&value));
            values.push((member, value));
        }
        let (code, screen) = if values.is_empty() {
            (ButtonRequestType::ButtonRequest_Warning, no_domain_screen())
        } else {
            (OTHER, self.config.model.domain_screen(DOMAIN, &values))
        };
        self.confirm(code, screen)?;
        Ok(keccak256(encoded))
    }

    /// hashStruct of the message; each value is shown, if they are, before the next one is asked for.
    fn message_hash(&mut self, name: &str, members: &[Member], shown: bool) -> Result<B256, Halt> {
        let mut encoded = type_hash(name, members).to_vec();
        for (at, member) in (0..).zip(members) {
            let value = self.value(member, &[MESSAGE_VALUES, at])?;
            encoded.extend(member.kind.encoded(&value));
            if shown {
                let screen = self.config.model.value_screen(name, member, &value);
                self.confirm(OTHER, screen)?;
            }
        }
        Ok(keccak256(encoded))
    }

    fn members(&mut self, name: &str) -> Result<Vec<Member>, Halt> {
        let request = EthereumTypedDataStructRequest { name: Some(name.to_owned()), ..Default::default() };
        let kind = MessageType::MessageType_EthereumTypedDataStructAck;
        let answer: EthereumTypedDataStructAck = self.call(envelope(&request)?, kind)?;
        answer.members.iter().map(Member::read).collect()
    }

    fn value(&mut self, member: &Member, path: &[u32]) -> Result<Vec<u8>, Halt> {
        let request = EthereumTypedDataValueRequest { member_path: path.to_vec(), ..Default::default() };
        let kind = MessageType::MessageType_EthereumTypedDataValueAck;
        let answer: EthereumTypedDataValueAck = self.call(envelope(&request)?, kind)?;
        let value = answer.value.unwrap_or_default();
        member.kind.check(&value)?;
        Ok(value)
    }
}

/// keccak256 of `Name(type name,…)`.
fn type_hash(name: &str, members: &[Member]) -> B256 {
    let members: Vec<_> = members.iter().map(Member::declared).collect();
    keccak256(format!("{name}({})", members.join(",")))
}
