//! What a device's hardware and firmware told: the same in a member's run and in a drill.

use super::Face;
use super::member::{AUTHENTICITY, NO_PROOF};
use super::station::Station;
use crate::device::genuine::{Challenge, Proof, Root};
use crate::keys::Digest;
use crate::manifest::DeviceFacts;
use crate::text::Problem;

/// What a device's hardware and firmware told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceCheck {
    /// What they were asked with.
    pub challenge: Challenge,
    /// Whose root the proof leads to; none for a model that has nothing to prove it with.
    pub root: Option<Root>,
    /// The firmware's hash of itself, keyed with the challenge.
    pub firmware: Digest,
    /// Whether there was a proof, whatever it leads to.
    has_proof: bool,
}

impl DeviceCheck {
    /// The proof is followed again: what the laptop made of it counts for nothing. `previous` is the journal's line before.
    pub(super) fn follow(previous: Digest, model: &str, firmware: Digest, proof: Option<&Proof>) -> Self {
        let challenge = Challenge::of_head(&previous);
        let root = proof.and_then(|proof| proof.root(&challenge, model).ok());
        Self { challenge, root, firmware, has_proof: proof.is_some() }
    }

    /// Whether a device of this model may be used.
    pub(super) fn holds(&self, model: &str, rehearsal: bool) -> bool {
        match self.root {
            None => !self.has_proof && !Root::known(model),
            Some(root) => root == Root::Production || rehearsal,
        }
    }

    /// What the device said of itself, with what its hardware and firmware told.
    pub(super) fn with_facts(&self, mut facts: DeviceFacts) -> DeviceFacts {
        facts.details.extend([
            (AUTHENTICITY.to_owned(), self.root.map_or(NO_PROOF, Root::name).to_owned()),
            ("challenge".to_owned(), hex::encode(self.challenge.bytes())),
            ("firmware_hash".to_owned(), self.firmware.to_string()),
        ]);
        facts
    }
}

/// Asks a device for its firmware's hash and for a proof that it is genuine; none where its model has none.
///
/// # Errors
/// As the device says; or its proof leads to no root that may be used.
pub(super) fn ask(
    station: &mut Station,
    face: &mut dyn Face,
    head: &Digest,
    model: &str,
    rehearsal: bool,
) -> Result<(Digest, Option<Proof>), Problem> {
    let challenge = Challenge::of_head(head);
    let (firmware, proof) = station.with_device(|device, _| {
        Ok((device.firmware_hash(&challenge, face)?.into(), device.prove(&challenge, face)?))
    })?;
    if let Some(proof) = &proof
        && proof.root(&challenge, model)? != Root::Production
        && !rehearsal
    {
        return Err(Problem::device("device-debug"));
    }
    Ok((firmware, proof))
}
