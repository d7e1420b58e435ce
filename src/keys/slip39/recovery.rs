//! From shares back to the encrypted master secret: first each group's share of it, then the secret.

use std::collections::BTreeMap;

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;
use zeroize::Zeroizing;

use super::share::Share;
use super::{EncryptedSecret, Slip39Error, field};

/// Where the polynomial has the secret.
const SECRET_X: u8 = 255;
/// Where it has the digest: four bytes of HMAC-SHA256, then its key.
const DIGEST_X: u8 = 254;
const DIGEST_BYTES: usize = 4;

/// Recovers the encrypted master secret from exactly the shares needed.
pub(super) fn recover(shares: &[Share]) -> Result<EncryptedSecret, Slip39Error> {
    let first = shares.first().ok_or(Slip39Error::NoShares)?;
    if shares.iter().any(|share| share.common != first.common) {
        return Err(Slip39Error::MixedSets);
    }
    if shares.iter().any(|share| share.value.len() != first.value.len()) {
        return Err(Slip39Error::MixedLengths);
    }
    let groups = by_group(shares)?;
    let needed = first.common.group_threshold;
    if groups.len() != usize::from(needed) {
        return Err(Slip39Error::Groups { needed, given: groups.len() });
    }
    let values = groups
        .values()
        .map(|members| Ok((members[0].group_index, group_value(members)?)))
        .collect::<Result<Vec<_>, Slip39Error>>()?;
    let points: Vec<(u8, &[u8])> = values.iter().map(|(x, value)| (*x, value.as_slice())).collect();
    Ok(EncryptedSecret { common: first.common, bytes: combine(needed, &points)? })
}

/// The shares of each group, none of them empty, by group index.
fn by_group(shares: &[Share]) -> Result<BTreeMap<u8, Vec<&Share>>, Slip39Error> {
    let mut groups: BTreeMap<u8, Vec<&Share>> = BTreeMap::new();
    for share in shares {
        let members = groups.entry(share.group_index).or_default();
        let group = share.group_index + 1;
        if members.iter().any(|other| other.member_threshold != share.member_threshold) {
            return Err(Slip39Error::MixedThresholds(group));
        }
        if members.iter().any(|other| other.member_index == share.member_index) {
            return Err(Slip39Error::Duplicate(group, share.member_index + 1));
        }
        members.push(share);
    }
    Ok(groups)
}

fn group_value(members: &[&Share]) -> Result<Zeroizing<Vec<u8>>, Slip39Error> {
    let needed = members[0].member_threshold;
    if members.len() != usize::from(needed) {
        let group = members[0].group_index + 1;
        return Err(Slip39Error::Members { group, needed, given: members.len() });
    }
    let points: Vec<(u8, &[u8])> =
        members.iter().map(|share| (share.member_index, share.value.as_slice())).collect();
    combine(needed, &points)
}

/// The secret that `threshold` points share. A threshold of 1 shares nothing: the value is the secret, and there is
/// no digest.
fn combine(threshold: u8, points: &[(u8, &[u8])]) -> Result<Zeroizing<Vec<u8>>, Slip39Error> {
    if let (1, [(_, value)]) = (threshold, points) {
        return Ok(Zeroizing::new(value.to_vec()));
    }
    let secret = field::interpolate(points, SECRET_X);
    let check = field::interpolate(points, DIGEST_X);
    let (digest, key) = check.split_at(DIGEST_BYTES);
    // HMAC takes keys of any length.
    let mut mac = Hmac::<Sha256>::new_from_slice(key).map_err(|_| Slip39Error::Digest)?;
    mac.update(&secret);
    mac.verify_truncated_left(digest).map_err(|_| Slip39Error::Digest)?;
    Ok(secret)
}
