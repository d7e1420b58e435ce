//! What the device is asked to sign: bound to the journal, so that no proof of another day can stand in its place.

use sha2::{Digest as _, Sha256};

use crate::keys::Digest;

/// What the firmware puts before a challenge (trezor-firmware core/src/apps/management/authenticate_device.py).
const HEADER: &[u8] = b"AuthenticateDevice:";
/// What this program puts before a journal's head.
const PURPOSE: &[u8] = b"Gishiki device challenge v1:";

/// A challenge of 32 bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Challenge([u8; 32]);

impl Challenge {
    /// The challenge for a journal with this head: the SHA-256 of a fixed text and the head's 32 bytes.
    pub fn of_head(head: &Digest) -> Self {
        Self(Sha256::new().chain_update(PURPOSE).chain_update(head.as_bytes()).finalize().into())
    }

    /// Its bytes.
    pub fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// What the secure element signs: header and challenge, each after its length in one byte.
    pub(in crate::device) fn message(&self) -> Vec<u8> {
        let mut message = Vec::with_capacity(HEADER.len() + self.0.len() + 2);
        for part in [HEADER, &self.0] {
            // Both are shorter than 253 bytes, where Bitcoin's compact size is that very byte.
            message.push(part.len() as u8);
            message.extend_from_slice(part);
        }
        message
    }
}
