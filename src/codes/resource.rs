//! Uniform Resources (BCR-2020-005) from outside: what a part says of the message that it belongs to.

use minicbor::bytes::ByteSlice;
use minicbor::{Decoder, Encoder};

/// The type of a file: a CBOR byte string (BCR-2020-006).
pub(super) const BYTES: &str = "bytes";

/// The longest message that is read, in bytes.
const MESSAGE_MAX: usize = 1 << 20;
/// The most fragments of one. Each part after the last of them takes work in proportion to it.
pub(super) const FRAGMENTS_MAX: usize = 1 << 14;

/// What every part of a message says alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Head {
    /// CRC-32 of the message.
    pub checksum: u32,
    /// How many fragments it has.
    pub count: usize,
    /// Its length in bytes.
    pub length: usize,
    /// The length of a fragment in bytes.
    pub fragment: usize,
    /// Type of the resource, in lower case.
    pub kind: String,
}

/// A part as it was read.
pub(super) struct Part {
    pub head: Head,
    /// Its number from 1; those after `count` are mixtures.
    pub number: u32,
    /// The message, where the part is all of it.
    pub whole: Option<Vec<u8>>,
}

impl Head {
    /// By what people tell messages apart: the checksum in eight hex digits and the number of fragments.
    pub fn name(&self) -> String {
        format!("{:08x}-{}", self.checksum, self.count)
    }
}

/// Reads a part: `ur:TYPE/BODY`, or `ur:TYPE/N-COUNT/BODY` with the same numbers in it. None where it is not whole, or says of
/// itself what cannot be.
pub(super) fn part(text: &str) -> Option<Part> {
    let kind = text.get(3..)?.split('/').next()?.to_ascii_lowercase();
    let text = text.to_ascii_lowercase();
    let text = text.as_str();
    let (form, payload) = ur::decode(text).ok()?;
    if form == ur::ur::Kind::SinglePart {
        let made = ur::Encoder::new(&payload, payload.len(), &kind).ok()?.next_part().ok()?;
        let head = part(&made)?.head;
        return Some(Part { head, number: 1, whole: Some(payload) });
    }
    let mut cbor = Decoder::new(&payload);
    let five = cbor.array().ok()? == Some(5);
    let mut number = || cbor.u32().ok();
    let (sequence, count, length, checksum) = (number()?, number()? as usize, number()? as usize, number()?);
    let fragment = cbor.bytes().ok()?.len();
    // Text and body must agree, so that the numbers that people see are those that count.
    let numbers = text.split('/').nth(1)? == format!("{sequence}-{count}");
    let possible = sequence > 0
        && (1..=FRAGMENTS_MAX).contains(&count)
        && (1..=MESSAGE_MAX).contains(&length)
        && fragment == length.div_ceil(count)
        && cbor.position() == payload.len();
    let head = Head { checksum, count, length, fragment, kind };
    (five && numbers && possible).then_some(Part { head, number: sequence, whole: None })
}

/// Bytes as a CBOR byte string.
pub(super) fn wrapped(bytes: &[u8]) -> Vec<u8> {
    let mut cbor = Encoder::new(Vec::new());
    // Memory takes whatever is written to it.
    let _ = cbor.encode(<&ByteSlice>::from(bytes));
    cbor.into_writer()
}

/// The bytes of a CBOR byte string with nothing behind it.
pub(super) fn unwrapped(message: &[u8]) -> Option<Vec<u8>> {
    let mut cbor = Decoder::new(message);
    let bytes = cbor.bytes().ok()?.to_vec();
    (cbor.position() == message.len()).then_some(bytes)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_parts_of_the_reference_are_read() {
        // BCR-2020-005's multi-part example, as its reference implementation prints it.
        let text = "ur:bytes/1-9/lpadascfadaxcywenbpljkhdcahkadaemejtswhhylkepmykhhtsytsnoyoyaxaedsuttydmmhhpktpmsrjtdkgslpgh";
        let read = part(text).unwrap();
        assert_eq!((read.number, read.head.count, read.head.length, read.head.fragment), (1, 9, 259, 29));
        let upper = part(&text.to_uppercase()).unwrap();
        assert_eq!(upper.head, read.head);
        assert!(part(&text.replace("1-9", "2-9")).is_none(), "the numbers in front are not those within");
        assert!(part(&text[..text.len() - 1]).is_none());
    }

    proptest! {
        #[test]
        fn byte_strings_of_every_length_are_unwrapped(length in 0_usize..70_000, extra: u8) {
            let bytes = vec![7; length];
            let mut cbor = wrapped(&bytes);
            prop_assert_eq!(unwrapped(&cbor), Some(bytes));
            cbor.push(extra);
            prop_assert_eq!(unwrapped(&cbor), None);
        }

        #[test]
        fn any_text_is_read_or_refused(text: String, body in "[a-z]{0,60}", n: u32, count: u32) {
            let _ = part(&text);
            let _ = part(&format!("ur:bytes/{n}-{count}/{body}"));
        }

        #[test]
        fn numbers_that_cannot_be_are_refused(count: u32, length: u32, data in prop::collection::vec(any::<u8>(), 0..40)) {
            let mut cbor = Encoder::new(Vec::new());
            cbor.array(5).unwrap().u32(1).unwrap().u32(count).unwrap().u32(length).unwrap().u32(0).unwrap().bytes(&data).unwrap();
            let body = ur::bytewords::encode(&cbor.into_writer(), ur::bytewords::Style::Minimal);
            let read = part(&format!("ur:bytes/1-{count}/{body}"));
            let (count, length) = (count as usize, length as usize);
            let possible = count > 0 && count <= FRAGMENTS_MAX && length > 0 && length.div_ceil(count) == data.len();
            prop_assert_eq!(read.is_some(), possible);
        }
    }
}
