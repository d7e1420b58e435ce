//! Messages as the firmware reads them, with what it says of those that it cannot read
//! (trezor-firmware core/embed/rust/src/protobuf/decode.rs, core/src/trezor/wire/message_handler.py).

use std::collections::BTreeSet;
use std::str;

use protobuf::descriptor::field_descriptor_proto::Type;
use protobuf::reflect::{FieldDescriptor, MessageDescriptor, RuntimeFieldType, RuntimeType};
use protobuf::{CodedInputStream, MessageFull};

use super::halt::Halt;

/// Kinds of a field's value on the wire: a number, or bytes after their length. The firmware knows no others.
const NUMBER: u64 = 0;
const BYTES: u64 = 2;

/// A message, unless a field of it cannot be read, or a required one is missing: the first of them is named.
pub(super) fn decode<M: MessageFull>(bytes: &[u8]) -> Result<M, Halt> {
    let mut message = M::new();
    message.merge_from_bytes(readable(bytes, &M::descriptor())?).map_err(|_| unreadable())?;
    Ok(message)
}

/// A message read as another whose fields its own resemble: what differs is among the unknown fields.
pub(super) fn decode_alike<M: MessageFull>(bytes: &[u8]) -> Result<M, Halt> {
    M::parse_from_bytes(bytes).map_err(|_| unreadable())
}

/// The bytes up to the first field whose number is not complete: there the firmware stops reading, without an error.
/// Messages within are held to the same.
fn readable<'b>(bytes: &'b [u8], descriptor: &MessageDescriptor) -> Result<&'b [u8], Halt> {
    let mut stream = CodedInputStream::from_bytes(bytes);
    let mut seen = BTreeSet::new();
    loop {
        let at = usize::try_from(stream.pos()).expect("a place in these bytes");
        let Ok(tag) = stream.read_raw_varint64() else {
            return match descriptor
                .fields()
                .find(|field| field.is_required() && !seen.contains(&field.number()))
            {
                Some(field) => Err(because("Missing required field.", field.name())),
                None => Ok(&bytes[..at]),
            };
        };
        let number = u8::try_from(tag >> 3).map_err(|_| unreadable())?;
        let kind = tag & 7;
        let field = descriptor.field_by_number(number.into());
        seen.insert(i32::from(number));
        if let Some(field) = field.as_ref().filter(|field| kind_of(field) != kind) {
            return Err(because("Invalid value for field.", field.name()));
        }
        match kind {
            NUMBER => stream.read_raw_varint64().map(drop).map_err(|_| unreadable())?,
            BYTES => {
                let value = stream.read_bytes().map_err(|_| unreadable())?;
                if let Some(inner) = field.as_ref().and_then(message_of) {
                    readable(&value, &inner)?;
                }
                let text = field.filter(|field| field.proto().type_() == Type::TYPE_STRING);
                if let Some(field) = text.filter(|_| str::from_utf8(&value).is_err()) {
                    return Err(because("Invalid value for field.", field.name()));
                }
            }
            _ => return Err(Halt::data_error("Failed to decode message: Unknown field type.")),
        }
    }
}

fn kind_of(field: &FieldDescriptor) -> u64 {
    match field.proto().type_() {
        Type::TYPE_STRING | Type::TYPE_BYTES | Type::TYPE_MESSAGE => BYTES,
        _ => NUMBER,
    }
}

/// What a field's messages are, if it holds any.
fn message_of(field: &FieldDescriptor) -> Option<MessageDescriptor> {
    match field.runtime_field_type() {
        RuntimeFieldType::Singular(RuntimeType::Message(inner))
        | RuntimeFieldType::Repeated(RuntimeType::Message(inner)) => Some(inner),
        _ => None,
    }
}

fn unreadable() -> Halt {
    Halt::data_error("Failed to decode message")
}

fn because(what: &str, field: &str) -> Halt {
    Halt::data_error(&format!("Failed to decode message: {what} {field}"))
}

#[cfg(test)]
mod tests {
    use trezor_client::protos::{EthereumGetAddress, EthereumSignMessage, EthereumTypedDataStructAck, Ping};

    use super::*;

    fn words<M: MessageFull>(bytes: &[u8]) -> String {
        match decode::<M>(bytes).unwrap_err() {
            Halt::Failure(_, words) => words,
            _ => panic!("another end"),
        }
    }

    #[test]
    fn what_is_said_of_unreadable_messages_is_what_the_official_emulator_says() {
        assert_eq!(words::<Ping>(b"\x0a\x01a\x80\x10\x01"), "Failed to decode message");
        assert_eq!(words::<Ping>(b"\x0a\x05a"), "Failed to decode message");
        let unknown = "Failed to decode message: Unknown field type.";
        assert_eq!(words::<Ping>(b"\x0a\x01a\x7d\0\0\0\0"), unknown);
        let invalid = "Failed to decode message: Invalid value for field. message";
        assert_eq!(words::<Ping>(b"\x08\x01"), invalid);
        assert_eq!(words::<Ping>(b"\x0a\x01\xff"), invalid);
        let missing = "Failed to decode message: Missing required field. message";
        assert_eq!(words::<EthereumSignMessage>(b"\xff\xff"), missing);
        let within = "Failed to decode message: Missing required field. type";
        assert_eq!(words::<EthereumTypedDataStructAck>(b"\x0a\x02\x12\x00"), within);
    }

    #[test]
    fn an_unfinished_end_and_unknown_fields_are_passed_over() {
        assert_eq!(decode::<Ping>(b"\x0a\x01a\xff\xff").ok().unwrap().message(), "a");
        assert_eq!(decode::<Ping>(b"\x0a\x01a\xf8\x07\x01").ok().unwrap().message(), "a");
        assert_eq!(decode::<EthereumGetAddress>(b"\x08\x01\x08\x02").ok().unwrap().address_n, [1, 2]);
    }
}
