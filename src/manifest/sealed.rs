//! What auditors get besides: xpubs, device facts, exceptions, the journal's head.

use serde::{Deserialize, Serialize};
use sha2::{Digest as _, Sha256};

use super::{DeviceFacts, Heading};
use crate::keys::{AccountPath, AccountXpub, Digest, WalletIdentity};
#[cfg(test)]
use crate::text::form;

/// `sealed/<member>.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Sealed {
    /// The xpubs of the accounts in use, in the order they were read.
    pub accounts: Vec<SealedAccount>,
    /// Which ceremony.
    pub ceremony: Heading,
    /// What the device said of itself.
    pub device: DeviceFacts,
    /// What did not go as planned.
    pub exceptions: Vec<Exception>,
    /// How many lines the journal had when this was written.
    pub journal_events: u64,
    /// SHA-256 of the journal's last line then.
    pub journal_head: Digest,
    /// The accounts whose xpubs their wallet keeps, in the order they were read. Absent where there is none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub kept: Vec<KeptAccount>,
    /// Whose.
    #[cfg_attr(test, schemars(with = "form::CustodianName"))]
    pub member: String,
    /// See [`seed_commitment`].
    pub seed_commitment: Digest,
    /// Always [`Sealed::TYPE`].
    #[cfg_attr(test, schemars(extend("const" = Sealed::TYPE)))]
    pub r#type: String,
}

/// One account of a wallet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct SealedAccount {
    /// What the team calls it; empty where it has no name.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub name: String,
    /// Where it lies.
    pub path: AccountPath,
    /// The wallet's name.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub wallet: String,
    /// Its extended public key.
    pub xpub: AccountXpub,
}

/// An account whose xpub is nowhere: its wallet keeps it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct KeptAccount {
    /// Where it lies.
    pub path: AccountPath,
    /// The wallet's name.
    #[cfg_attr(test, schemars(with = "form::WalletName"))]
    pub wallet: String,
}

/// Something that did not go as planned, recorded while it was fresh.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Exception {
    /// What was decided.
    #[cfg_attr(test, schemars(with = "form::Sentence"))]
    pub decided: String,
    /// What should have happened.
    #[cfg_attr(test, schemars(with = "form::Sentence"))]
    pub expected: String,
    /// What happened.
    #[cfg_attr(test, schemars(with = "form::Sentence"))]
    pub happened: String,
    /// At which step, e.g. `show-address safe-owner-1`.
    #[cfg_attr(test, schemars(with = "form::Sentence"))]
    pub step: String,
}

impl Exception {
    /// The longest text of one, in bytes.
    pub const TEXT_MAX: usize = 1_000;

    /// Whether it can be written: texts of printable ASCII, none empty, as everything that is signed.
    pub fn is_writable(&self) -> bool {
        let writable = |text: &String| {
            let ascii = text.bytes().all(|byte| matches!(byte, b' '..=b'~'));
            ascii && !text.trim().is_empty() && text.len() <= Self::TEXT_MAX
        };
        [&self.decided, &self.expected, &self.happened, &self.step].into_iter().all(writable)
    }
}

impl Sealed {
    /// What `type` says.
    pub const TYPE: &'static str = "gishiki-sealed-v1";
}

/// Tells whether two members share a seed without telling anything of it: SHA-256 over a fixed opening, the ceremony
/// and the identity of the wallet without a passphrase. Bound to the ceremony, so that it cannot be looked up in
/// another one's files.
pub fn seed_commitment(heading: &Heading, standard: &WalletIdentity) -> Digest {
    let mut hash = Sha256::new();
    for text in
        ["Gishiki seed commitment v1", &heading.organisation, &heading.id, &heading.sequence.to_string()]
    {
        hash.update((text.len() as u64).to_be_bytes());
        hash.update(text);
    }
    hash.update(standard.as_bytes());
    Digest::from(<[u8; 32]>::from(hash.finalize()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_commits_alike_in_one_ceremony_only() {
        let heading = |id: &str| Heading {
            chain_id: 1,
            id: id.to_owned(),
            organisation: "Example".to_owned(),
            plan_sha256: Digest::ZERO,
            previous: "none".to_owned(),
            rehearsal: false,
            sequence: 1,
            testnet: false,
        };
        let identity = |hex: &str| hex.parse::<WalletIdentity>().unwrap();
        let one = identity("0279be667ef9dcbbac55a06295ce870b07029bfcdb2dce28d959f2815b16f81798");
        let two = identity("02c6047f9441ed7d6d3045406e95c07cd85c778e4b8cef3ca7abac09b95c709ee5");
        assert_eq!(seed_commitment(&heading("a"), &one), seed_commitment(&heading("a"), &one));
        assert_ne!(seed_commitment(&heading("a"), &one), seed_commitment(&heading("a"), &two));
        assert_ne!(seed_commitment(&heading("a"), &one), seed_commitment(&heading("b"), &one));
    }
}
