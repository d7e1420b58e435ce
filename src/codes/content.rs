//! What is put into a code: a value on one line, a text, or any file.

use super::resource;
use crate::keys::{Address, AddressError, Digest, Suspicion};
use crate::text::Problem;

/// What something is, by its form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An address with its checksum.
    Address(Address),
    /// 65 bytes in hex: r, s and v of a signature.
    Signature,
    /// Other bytes in hex, such as calldata; how many.
    Hex(usize),
    /// A whole Uniform Resource in text, such as `ur:crypto-account/…`.
    Resource,
    /// A line of printable text, such as a statement.
    Line,
    /// A text of several lines.
    Text,
    /// Bytes that are no text: only frames carry them.
    Binary,
}

/// What a code shall carry, once it is certain that it is not secret.
#[derive(Clone, Debug)]
pub struct Content {
    kind: Kind,
    bytes: Vec<u8>,
}

impl Content {
    /// Takes the bytes of a file. The end of a line behind a value in hex or a Uniform Resource is not part of it; of everything else
    /// every byte is.
    ///
    /// # Errors
    /// `code-empty`; `code-secret` for what looks like a seed or a private key; `code-address` and `code-checksum` for what is
    /// as long as an address and is none.
    pub fn read(bytes: Vec<u8>) -> Result<Self, Problem> {
        if bytes.is_empty() {
            return Err(Problem::unusable("code-empty"));
        }
        if let Some(suspicion) = Suspicion::of(&bytes) {
            return Err(Problem::unusable("code-secret").with("suspicion", suspicion));
        }
        let text = match std::str::from_utf8(&bytes) {
            Ok(text) if text.chars().all(|c| !c.is_control() || matches!(c, '\n' | '\r' | '\t')) => text,
            _ => return Ok(Self { kind: Kind::Binary, bytes }),
        };
        let line = text.strip_suffix('\n').map_or(text, |line| line.strip_suffix('\r').unwrap_or(line));
        let kind = kind(line)?;
        let bytes = match kind {
            Kind::Address(_) | Kind::Signature | Kind::Hex(_) => line.as_bytes().to_vec(),
            // In capitals it makes a smaller code, and says the same.
            Kind::Resource => line.to_ascii_uppercase().into_bytes(),
            _ => bytes,
        };
        Ok(Self { kind, bytes })
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        self.kind
    }

    /// The bytes that are carried.
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// The same as text; none where it is not.
    pub fn text(&self) -> Option<&str> {
        std::str::from_utf8(&self.bytes).ok().filter(|_| self.kind != Kind::Binary)
    }

    /// SHA-256 of the bytes that are carried.
    pub fn digest(&self) -> Digest {
        Digest::of(&self.bytes)
    }
}

fn kind(line: &str) -> Result<Kind, Problem> {
    checked(line)?;
    let digits = line.strip_prefix("0x").or_else(|| line.strip_prefix("0X")).unwrap_or(line);
    let hex = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    if hex && digits.len() == 40 {
        return address(line).map(Kind::Address);
    }
    Ok(match digits.len() {
        130 if hex && line.starts_with("0x") => Kind::Signature,
        length if hex && line.starts_with("0x") && length % 2 == 0 => Kind::Hex(length / 2),
        _ if line.contains(['\n', '\r']) => Kind::Text,
        _ if resource::part(line).is_some_and(|part| part.whole.is_some()) => Kind::Resource,
        _ => Kind::Line,
    })
}

/// Whatever else stands there: 40 hex digits behind `0x` are an address, and its checksum is right.
fn checked(text: &str) -> Result<(), Problem> {
    for (at, _) in text.match_indices("0x") {
        let digits = text[at + 2..].bytes().take_while(u8::is_ascii_hexdigit).count();
        let begins = !text[..at].ends_with(|c: char| c.is_ascii_alphanumeric());
        if digits == 40 && begins {
            address(&text[at..at + 42])?;
        }
    }
    Ok(())
}

fn address(line: &str) -> Result<Address, Problem> {
    line.parse().map_err(|error| match error {
        AddressError::Form => Problem::unusable("code-address").with("text", line),
        AddressError::Checksum(right) => {
            Problem::unusable("code-checksum").with("text", line).with("right", right)
        }
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ADDRESS: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";

    fn read(text: &str) -> Result<Content, String> {
        Content::read(text.as_bytes().to_vec()).map_err(|problem| problem.id().to_owned())
    }

    #[test]
    fn each_form_is_known() {
        let kind = |text: &str| read(text).map(|content| content.kind());
        assert_eq!(kind(ADDRESS), Ok(Kind::Address(ADDRESS.parse().unwrap())));
        assert_eq!(kind(&format!("0x{}", "ab".repeat(65))), Ok(Kind::Signature));
        assert_eq!(kind("0xa9059cbb"), Ok(Kind::Hex(4)));
        assert_eq!(kind("0xa9059cb"), Ok(Kind::Line), "half a byte");
        assert_eq!(kind("Gishiki manifest 1"), Ok(Kind::Line));
        assert_eq!(kind("one\ntwo\n"), Ok(Kind::Text));
        assert_eq!(kind("儀式"), Ok(Kind::Line));
        assert_eq!(
            kind("ur:bytes/gdaebycpeofygoiyktlonlaofgbzdt"),
            Ok(Kind::Line),
            "a checksum that is wrong"
        );
        assert_eq!(kind("a\u{1b}[2J"), Ok(Kind::Binary));
        assert_eq!(Content::read(vec![0xff, 0xfe]).unwrap().kind(), Kind::Binary);
    }

    #[test]
    fn an_address_needs_its_right_checksum() {
        assert_eq!(read(&ADDRESS.to_lowercase()).unwrap_err(), "code-checksum");
        assert_eq!(read(&ADDRESS.replace("F4d8", "f4d8")).unwrap_err(), "code-checksum");
        assert_eq!(read(&ADDRESS[2..]).unwrap_err(), "code-address", "without 0x");
        assert_eq!(read(&ADDRESS.replace("0x", "0X")).unwrap_err(), "code-address");
        let lower = ADDRESS.to_lowercase();
        for text in [
            format!("{lower} "),
            format!("\u{feff}{lower}"),
            format!("\n{lower}\n"),
            format!("pay {lower}, now"),
        ] {
            assert_eq!(read(&text).unwrap_err(), "code-checksum", "{text:?}");
        }
        assert_eq!(read(&format!("pay {ADDRESS}, now")).unwrap().kind(), Kind::Line);
    }

    #[test]
    fn only_values_lose_the_end_of_their_line() {
        assert_eq!(read(&format!("{ADDRESS}\r\n")).unwrap().text(), Some(ADDRESS));
        assert_eq!(read(&format!("{ADDRESS}\n\n")).unwrap().kind(), Kind::Text);
        assert_eq!(read("a statement\n").unwrap().bytes(), b"a statement\n");
    }

    #[test]
    fn a_whole_resource_is_a_value_and_stands_in_capitals() {
        let text = ur::encode(&[0x43, 1, 2, 3], &ur::Type::Bytes);
        let content = read(&format!("{text}\n")).unwrap();
        assert_eq!((content.kind(), content.text()), (Kind::Resource, Some(text.to_uppercase().as_str())));
    }

    #[test]
    fn nothing_and_secrets_are_refused() {
        assert_eq!(read("").unwrap_err(), "code-empty");
        let seed = ["abandon"; 11].join(" ") + " about";
        assert_eq!(read(&seed).unwrap_err(), "code-secret");
        let problem = Content::read(seed.into_bytes()).unwrap_err();
        assert!(!format!("{problem} {problem:?}").contains("abandon"), "no word of it is told");
    }

    proptest! {
        #[test]
        fn whatever_is_no_value_is_carried_byte_by_byte(bytes in prop::collection::vec(any::<u8>(), 1..200)) {
            match Content::read(bytes.clone()) {
                Ok(content) if matches!(content.kind(), Kind::Binary | Kind::Line | Kind::Text) => {
                    prop_assert_eq!(content.bytes(), &bytes);
                    prop_assert_eq!(content.digest(), Digest::of(&bytes));
                }
                Ok(content) => prop_assert!(bytes.starts_with(content.bytes())),
                Err(_) => {}
            }
        }
    }
}
