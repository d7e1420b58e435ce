//! Whether a Trezor is a genuine one: its secure element signs a challenge, and a chain of certificates leads from
//! that signature to a root key that Trezor publishes (trezor-firmware python/src/trezorlib/authentication.py). All of
//! it is checked offline.
//!
//! What it does not show: that the certificates were not revoked since (that list is on the network), and that this
//! is the device on the table: a fake one can pass the challenge on to a genuine one.

mod certificate;
mod challenge;
mod der;
mod firmware;
mod roots;
mod signature;
#[cfg(test)]
mod tests;

pub use challenge::Challenge;
pub(in crate::device) use challenge::challenge_message;
pub use der::Der;
pub use firmware::firmware_hash;
pub use roots::Root;

use serde::{Deserialize, Serialize};

use self::certificate::Certificate;
use crate::text::Problem;

/// A device's answer to a challenge.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Proof {
    /// Certificates, the device's own first, each issued by the next.
    pub certificates: Vec<Der>,
    /// The signature over the challenge, by the device's own certificate.
    pub signature: Der,
}

/// Why a proof proves nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The certificate at this place, from 1, is missing or cannot be read.
    Unreadable(usize),
    /// The challenge was not signed by the device's certificate.
    Challenge,
    /// The certificate at this place was not issued by the next one, or that one may not issue it.
    Issuer(usize),
    /// The last certificate was issued by no root key that is known for this model.
    Root,
    /// The device's certificate is one of another model.
    Model,
}

impl From<Doubt> for Problem {
    fn from(doubt: Doubt) -> Self {
        match doubt {
            Doubt::Unreadable(at) => Self::device("device-doubt-unreadable").with("at", at),
            Doubt::Challenge => Self::device("device-doubt-challenge"),
            Doubt::Issuer(at) => Self::device("device-doubt-issuer").with("at", at),
            Doubt::Root => Self::device("device-doubt-root"),
            Doubt::Model => Self::device("device-doubt-model"),
        }
    }
}

impl Proof {
    /// Follows the chain to the root. `model` is the device's `Features.internal_model`.
    ///
    /// # Errors
    /// The first link that does not hold.
    pub fn root(&self, challenge: &Challenge, model: &str) -> Result<Root, Doubt> {
        let chain = self.chain()?;
        let device = &chain[0];
        if !device.signed(&challenge_message(challenge.bytes()), self.signature.as_bytes()) {
            return Err(Doubt::Challenge);
        }
        for (below, pair) in chain.windows(2).enumerate() {
            if !pair[1].issued(&pair[0], below) {
                return Err(Doubt::Issuer(below + 1));
            }
        }
        let named = device.common_name().is_some_and(|name| name.starts_with(&format!("{model} ")));
        if !named {
            return Err(Doubt::Model);
        }
        let top = &chain[chain.len() - 1];
        Root::of(model, |key| top.signed_by(key)).ok_or(Doubt::Root)
    }

    /// At least the device's own certificate.
    fn chain(&self) -> Result<Vec<Certificate>, Doubt> {
        if self.certificates.is_empty() {
            return Err(Doubt::Unreadable(1));
        }
        let read =
            |(at, der): (usize, &Der)| Certificate::read(der.as_bytes()).ok_or(Doubt::Unreadable(at + 1));
        self.certificates.iter().enumerate().map(read).collect()
    }
}
