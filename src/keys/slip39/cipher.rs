//! The cipher of the master secret: a four-round Feistel network whose round function is PBKDF2-HMAC-SHA256.

use pbkdf2::pbkdf2_hmac;
use sha2::Sha256;
use zeroize::Zeroizing;

use super::share::Common;

const ROUNDS: u8 = 4;
const BASE_ITERATIONS: u32 = 2_500;

/// The master secret of an encrypted one (an even number of bytes).
pub(super) fn decrypt(secret: &[u8], passphrase: &[u8], common: &Common) -> Zeroizing<Vec<u8>> {
    feistel(secret, passphrase, common, (0..ROUNDS).rev())
}

/// The encrypted master secret: the same rounds, the other way round.
#[cfg(test)]
pub(super) fn encrypt(secret: &[u8], passphrase: &[u8], common: &Common) -> Zeroizing<Vec<u8>> {
    feistel(secret, passphrase, common, 0..ROUNDS)
}

fn feistel(
    secret: &[u8],
    passphrase: &[u8],
    common: &Common,
    rounds: impl Iterator<Item = u8>,
) -> Zeroizing<Vec<u8>> {
    let (left, right) = secret.split_at(secret.len() / 2);
    let (mut left, mut right) = (Zeroizing::new(left.to_vec()), Zeroizing::new(right.to_vec()));
    for round in rounds {
        let mask = round_function(round, &right, passphrase, common);
        for (byte, mask) in left.iter_mut().zip(mask.iter()) {
            *byte ^= mask;
        }
        std::mem::swap(&mut left, &mut right);
    }
    Zeroizing::new([right.as_slice(), left.as_slice()].concat())
}

fn round_function(round: u8, right: &[u8], passphrase: &[u8], common: &Common) -> Zeroizing<Vec<u8>> {
    let password = Zeroizing::new([&[round], passphrase].concat());
    let salt = Zeroizing::new([salt_prefix(common).as_slice(), right].concat());
    let mut mask = Zeroizing::new(vec![0; right.len()]);
    pbkdf2_hmac::<Sha256>(&password, &salt, BASE_ITERATIONS << common.exponent, &mut mask);
    mask
}

/// The identifier salts the cipher only where later shares need not decrypt to the same wallets.
fn salt_prefix(common: &Common) -> Vec<u8> {
    if common.extendable { Vec::new() } else { [b"shamir".as_slice(), &common.id.to_be_bytes()].concat() }
}
