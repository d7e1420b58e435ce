//! ECDSA signatures as secure elements write them.

use p256::ecdsa::Signature;

/// Reads a DER signature more kindly than DER wants it. Some devices carry certificates whose signature has integers
/// with a leading zero too many, or without the one that keeps a number from being negative; the numbers are right
/// (trezor-firmware python/src/trezorlib/authentication.py: `_decode_signature_permissive`).
pub(super) fn read(der: &[u8]) -> Option<Signature> {
    let (&[0x30, length], integers) = der.split_first_chunk::<2>()? else {
        return None;
    };
    if usize::from(length) != integers.len() {
        return None;
    }
    let (r, rest) = integer(integers)?;
    let (s, rest) = integer(rest)?;
    if !rest.is_empty() {
        return None;
    }
    Signature::from_scalars(r, s).ok()
}

/// One integer of at most 33 bytes, as 32 bytes, and what follows it.
fn integer(der: &[u8]) -> Option<([u8; 32], &[u8])> {
    let (&[0x02, length], rest) = der.split_first_chunk::<2>()? else {
        return None;
    };
    let (bytes, rest) = rest.split_at_checked(usize::from(length))?;
    if bytes.len() > 33 {
        return None;
    }
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    let digits = &bytes[zeros..];
    let mut number = [0; 32];
    number[32_usize.checked_sub(digits.len())?..].copy_from_slice(digits);
    Some((number, rest))
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::SigningKey;
    use p256::ecdsa::signature::Signer;
    use proptest::prelude::*;

    use super::*;

    /// An integer's bytes as some devices write them: always 33, or never with the zero before.
    fn odd(number: &[u8], padded: bool) -> Vec<u8> {
        let mut bytes = vec![0x02];
        if padded {
            bytes.extend([33, 0]);
        } else {
            bytes.push(32);
        }
        bytes.extend(number);
        bytes
    }

    proptest! {
        #[test]
        fn well_formed_and_odd_signatures_read_alike(secret in 1..u64::MAX, text: Vec<u8>, padded: [bool; 2]) {
            let mut scalar = [0; 32];
            scalar[24..].copy_from_slice(&secret.to_be_bytes());
            let signature: Signature = SigningKey::from_slice(&scalar).unwrap().sign(&text);
            prop_assert_eq!(read(signature.to_der().as_bytes()), Some(signature));
            let (r, s) = signature.split_bytes();
            let integers = [odd(&r, padded[0]), odd(&s, padded[1])].concat();
            let der = [vec![0x30, integers.len() as u8], integers].concat();
            prop_assert_eq!(read(&der), Some(signature));
            prop_assert_eq!(read(&der[..der.len() - 1]), None);
            prop_assert_eq!(read(&[&der[..], &[0]].concat()), None);
        }

        #[test]
        fn anything_else_is_no_signature_or_nothing_worse(bytes: Vec<u8>) {
            let _ = read(&bytes);
        }
    }

    #[test]
    fn numbers_beyond_the_group_and_zero_are_refused() {
        for number in [[0xff; 32], [0; 32]] {
            let integers = [odd(&number, true), odd(&number, true)].concat();
            assert_eq!(read(&[vec![0x30, integers.len() as u8], integers].concat()), None);
        }
    }
}
