//! What the device is asked to sign: bound to the journal, so that no proof of another day can stand in its place.

use sha2::{Digest as _, Sha256};

use crate::keys::Digest;

/// What the firmware puts before a challenge (trezor-firmware core/src/apps/management/authenticate_device.py).
const HEADER: &[u8] = b"AuthenticateDevice:";
/// What this program puts before a journal's head.
const PURPOSE: &[u8] = b"Gishiki device challenge v1:";

/// What it puts before random bytes: no answer to it stands in for a journal's.
const CHECKUP: &[u8] = b"Gishiki device checkup v1:";

/// A challenge of 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Challenge([u8; 32]);

impl Challenge {
    /// The challenge for a journal with this head: the SHA-256 of a fixed text and the head's 32 bytes.
    pub fn of_head(head: &Digest) -> Self {
        Self(Sha256::new().chain_update(PURPOSE).chain_update(head.as_bytes()).finalize().into())
    }

    /// A challenge for a device that is asked outside of a ceremony: the SHA-256 of another fixed text and 16 random
    /// bytes.
    pub fn of_entropy(entropy: &[u8; 16]) -> Self {
        Self(Sha256::new().chain_update(CHECKUP).chain_update(entropy).finalize().into())
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }
}

/// What the secure element signs: header and challenge, each after its length in one byte.
pub(in crate::device) fn challenge_message(challenge: &[u8]) -> Vec<u8> {
    let mut message = Vec::with_capacity(HEADER.len() + challenge.len() + 2);
    for part in [HEADER, challenge] {
        // Below 253 bytes Bitcoin's compact size is the length itself; both are far shorter.
        message.push(u8::try_from(part.len()).unwrap_or(u8::MAX));
        message.extend_from_slice(part);
    }
    message
}
