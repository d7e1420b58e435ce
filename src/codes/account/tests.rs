//! The message read by a reader of CBOR that shares no code with the writer (RFC 8949, as much of it as is needed).

use super::*;
use crate::keys::{AccountXpub, Address, Root, Secret, Seed, SeedForm};

#[derive(Debug, PartialEq)]
enum Item {
    Number(u64),
    Bytes(Vec<u8>),
    Text(String),
    Array(Vec<Item>),
    Map(Vec<(u64, Item)>),
    Tag(u64, Box<Item>),
    Bool(bool),
}

/// One item and what stands behind it. A number must have its shortest form.
fn item(bytes: &[u8]) -> (Item, &[u8]) {
    let (major, low, mut rest) = (bytes[0] >> 5, bytes[0] & 31, &bytes[1..]);
    if major == 7 {
        return (
            Item::Bool(match low {
                20 => false,
                21 => true,
                other => panic!("simple value {other}"),
            }),
            rest,
        );
    }
    let argument = if low < 24 {
        u64::from(low)
    } else {
        assert!(low < 28, "no indefinite lengths");
        let length = 1 << (low - 24);
        let value = rest[..length].iter().fold(0, |value, byte| value << 8 | u64::from(*byte));
        rest = &rest[length..];
        let least = [24, 1 << 8, 1 << 16, 1 << 32][usize::from(low - 24)];
        assert!(value >= least, "{value} in {length} bytes");
        value
    };
    let length = argument as usize;
    match major {
        0 => (Item::Number(argument), rest),
        2 => (Item::Bytes(rest[..length].to_vec()), &rest[length..]),
        3 => (Item::Text(String::from_utf8(rest[..length].to_vec()).unwrap()), &rest[length..]),
        4 => {
            let mut items = Vec::new();
            for _ in 0..length {
                let (read, behind) = item(rest);
                items.push(read);
                rest = behind;
            }
            (Item::Array(items), rest)
        }
        5 => {
            let mut entries = Vec::new();
            for _ in 0..length {
                let (Item::Number(key), behind) = item(rest) else { panic!("a key is a number") };
                let (value, behind) = item(behind);
                assert!(entries.last().is_none_or(|(last, _)| *last < key), "keys ascend");
                entries.push((key, value));
                rest = behind;
            }
            (Item::Map(entries), rest)
        }
        6 => {
            let (read, behind) = item(rest);
            (Item::Tag(argument, Box::new(read)), behind)
        }
        other => panic!("major type {other}"),
    }
}

fn read(message: &[u8]) -> Item {
    let (read, rest) = item(message);
    assert!(rest.is_empty());
    read
}

fn root() -> Root {
    let words =
        "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about";
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(words.to_owned())).unwrap();
    seed.open(&Secret::new(String::new())).unwrap()
}

fn key(text: &str) -> Key {
    let path: AddressPath = text.parse().unwrap();
    let xpub: AccountXpub = root().account_xpub(path.account_path()).unwrap();
    Key { path, public: xpub.key_at(path).unwrap() }
}

/// The addresses of this seed, made with @scure/bip32.
const KNOWN: [(&str, &str); 5] = [
    ("m/44'/60'/0'/0/0", "0x9858EfFD232B4033E47d90003D41EC34EcaEda94"),
    ("m/44'/60'/0'/0/1", "0x6Fac4D18c912343BF86fa7049364Dd4E424Ab9C0"),
    ("m/44'/60'/1'/0/0", "0x78839F6054d7ed13918bAe0473BA31b1Ca9D7265"),
    ("m/44'/60'/10'/0/0", "0x04F42eBD00C788355FF0969439C80afcED5C5D63"),
    ("m/44'/60'/11'/0/2", "0x38e38FA8b118F124dd5ECE94D47bFF7Dd45D764d"),
];

#[test]
fn every_key_stands_at_its_path_and_makes_its_address() {
    let keys: Vec<_> = KNOWN.iter().map(|(path, _)| key(path)).collect();
    let Item::Map(map) = read(&message([0x73, 0xc5, 0xda, 0x0a], "REHEARSAL operations", &keys)) else {
        panic!()
    };
    assert_eq!(map[0], (1, Item::Number(0x73c5_da0a)));
    let (2, Item::Array(found)) = &map[1] else { panic!("{map:?}") };
    assert_eq!((map.len(), found.len()), (2, KNOWN.len()));
    let mut names = Vec::new();
    for (item, (path, address)) in found.iter().zip(KNOWN) {
        let Item::Tag(403, item) = item else { panic!("{item:?}") };
        let Item::Tag(303, item) = &**item else { panic!("{item:?}") };
        let Item::Map(fields) = &**item else { panic!("{item:?}") };
        let [(3, Item::Bytes(public)), (6, Item::Tag(304, origin)), (8, Item::Number(_)), rest @ ..] =
            &fields[..]
        else {
            panic!("no chain code: {fields:?}")
        };
        names.extend(rest);
        let verifying = k256::ecdsa::VerifyingKey::from_sec1_bytes(public).unwrap();
        assert_eq!(Address::of_key(&verifying).to_string(), address);
        let Item::Map(origin) = &**origin else { panic!() };
        assert_eq!(origin[1..], [(2, Item::Number(0x73c5_da0a)), (3, Item::Number(5))]);
        let (1, Item::Array(steps)) = &origin[0] else { panic!() };
        let steps: Vec<_> = steps
            .chunks(2)
            .map(|step| match step {
                [Item::Number(n), Item::Bool(hardened)] => {
                    format!("/{n}{}", if *hardened { "'" } else { "" })
                }
                other => panic!("{other:?}"),
            })
            .collect();
        assert_eq!(format!("m{}", steps.concat()), path);
    }
    assert_eq!(names, [&(9, Item::Text("REHEARSAL operations".to_owned()))], "once, and nothing else");
}

#[test]
fn no_chain_code_leaves() {
    let keys: Vec<_> = KNOWN.iter().map(|(path, _)| key(path)).collect();
    let message = message([0; 4], "x", &keys);
    let has = |part: &[u8]| message.windows(part.len()).any(|window| window == part);
    assert!(has(&keys[0].public.key));
    for (path, _) in KNOWN {
        let path: AddressPath = path.parse().unwrap();
        // Base58check of an xpub: version, depth, fingerprint and index, then the chain code and the key.
        let xpub = root().account_xpub(path.account_path()).unwrap();
        let serialised = bs58(&xpub.to_string());
        let (chain_code, account_key) = (&serialised[13..45], &serialised[45..78]);
        assert!(!has(chain_code) && !has(account_key));
    }
}

/// The bytes of a text in base58, big end first.
fn bs58(text: &str) -> Vec<u8> {
    const DIGITS: &str = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
    let mut bytes = vec![0_u8; 82];
    for c in text.chars() {
        let mut carry = DIGITS.find(c).unwrap();
        for byte in bytes.iter_mut().rev() {
            carry += usize::from(*byte) * 58;
            *byte = (carry & 0xff) as u8;
            carry >>= 8;
        }
        assert_eq!(carry, 0);
    }
    bytes
}
