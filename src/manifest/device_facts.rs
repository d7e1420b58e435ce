//! What a device says of itself.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

#[cfg(test)]
use crate::text::form;

/// What a device says of itself, for the sealed part. Printable ASCII only; never a session id.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct DeviceFacts {
    /// `trezor`.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub kind: String,
    /// Its model as its maker calls it internally, e.g. `T3T1`.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub model: String,
    /// Its firmware, e.g. `2.12.4`.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub firmware: String,
    /// What it calls itself until it is wiped: the same device after a replug. Empty where a kind has none.
    #[cfg_attr(test, schemars(with = "form::Ascii"))]
    pub device_id: String,
    /// Whether it is software: a simulator or an emulator.
    pub simulated: bool,
    /// Whatever else its kind tells (revision, vendor, backup type …), by name.
    #[cfg_attr(test, schemars(with = "std::collections::BTreeMap<String, form::Ascii>"))]
    pub details: BTreeMap<String, String>,
    /// What stands in the way of a ceremony on it.
    pub hindrances: Vec<Hindrance>,
}

/// What stands in the way of a ceremony on a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hindrance {
    /// No seed on it.
    Uninitialized,
    /// It runs its bootloader.
    Bootloader,
    /// It is still locked.
    Locked,
    /// No PIN is set.
    NoPin,
    /// It does not ask for passphrases: every wallet would silently be the one without.
    PassphraseOff,
    /// Its seed was never written down.
    NoBackup,
    /// Writing its seed down was broken off.
    UnfinishedBackup,
    /// It does not refuse unusual paths.
    SafetyChecksNotStrict,
    /// Its firmware knows no Ethereum.
    NoEthereum,
    /// Its firmware is older than the oldest that is accepted for its model.
    OldFirmware,
    /// Its model is not one that is supported.
    UnsupportedModel,
}
