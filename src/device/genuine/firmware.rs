//! The hash that a Trezor makes of its own firmware, made again from an official image (trezor-firmware
//! core/embed/sec/fwutils/fwutils.c): BLAKE2s over the whole firmware area, with the challenge as its key. It shows which
//! firmware an honest device runs; a dishonest one can hash a copy.

use blake2::Blake2sMac256;
use blake2::digest::Mac;

/// What flash holds where nothing was written.
const EMPTY: u8 = 0xff;
const BLOCK: [u8; 1024] = [EMPTY; 1024];
/// BLAKE2s takes no longer key.
const CHALLENGE_MAX: usize = 32;

/// The size of a model's firmware area, in bytes; none where it is not known. The figures are those of
/// trezor-firmware core/embed/models/*/memory.h, as trezor-suite's `calculateFirmwareHash` uses them.
fn flash_size(model: &str) -> Option<usize> {
    match model {
        "T2T1" | "T2B1" => Some(13 * 128 * 1024),
        "T3B1" | "T3T1" => Some(208 * 8 * 1024),
        _ => None,
    }
}

/// The 32 bytes that a device of this model with this image answers to a challenge of at most 32 bytes; an empty one is
/// no key. None where the model is not known, or image or challenge are too long for it.
pub fn firmware_hash(model: &str, image: &[u8], challenge: &[u8]) -> Option<[u8; 32]> {
    if challenge.len() > CHALLENGE_MAX {
        return None;
    }
    let mut empty = flash_size(model)?.checked_sub(image.len())?;
    let key = Some(challenge).filter(|key| !key.is_empty());
    let mut hash = Blake2sMac256::new_with_salt_and_personal(key, &[], &[]).ok()?;
    hash.update(image);
    while empty > 0 {
        let length = empty.min(BLOCK.len());
        hash.update(&BLOCK[..length]);
        empty -= length;
    }
    Some(hash.finalize().into_bytes().into())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Figures of Python's hashlib.blake2s over the same bytes.
    #[test]
    fn the_whole_area_is_hashed_with_the_challenge_as_key() {
        let hash = |model, image: &[u8], key: &[u8]| firmware_hash(model, image, key).map(hex::encode);
        let key: Vec<u8> = (0..32).collect();
        let keyed = "566976a4d7189daf3cb01379466322ba1cdf949e3faebfa3960f5e876f94ea0e";
        assert_eq!(hash("T3T1", b"an image", &key).as_deref(), Some(keyed));
        let open = "d2db90a76a5636a7004ec3b48e71a955e0cbb2cb5a6fd7ae9fbef846bc166c8c";
        assert_eq!(hash("T3B1", b"", b"").as_deref(), Some(open));
        assert_eq!(hash("T3T1", b"", &[0; 33]), None);
        assert_eq!(hash("T1B1", b"", b""), None);
        assert_eq!(hash("T2T1", &vec![0; 13 * 128 * 1024 + 1], b""), None);
    }
}
