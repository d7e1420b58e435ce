//! What a Trezor's Features say of it.

use std::collections::BTreeMap;
use std::fmt::Debug;

use protobuf::{Enum, EnumOrUnknown};
use trezor_client::protos::features::{BackupAvailability, Capability};
use trezor_client::protos::{Features, SafetyCheckLevel};

use super::models::{ModelFacts, Protocol, Version};
use crate::device::{DeviceError, DeviceFacts, Hindrance};

/// What a software Trezor calls the vendor of its firmware.
const EMULATOR: &str = "EMULATOR";
/// The detail that tells whether passphrases are typed on the device and nowhere else: `true` or `false`.
pub const ALWAYS_ON_DEVICE: &str = "passphrase_always_on_device";
/// The detail that tells how the seed is written down, e.g. `Bip39`, `Slip39_Single_Extendable`.
pub const BACKUP_TYPE: &str = "backup_type";

/// The facts that go into the sealed part. Never the session id, which opens a wallet, and never the label, which is
/// the person's own.
pub(super) fn facts(features: &Features) -> Result<DeviceFacts, DeviceError> {
    let missing = |what: &str| DeviceError::Unexpected(format!("features without {what}"));
    let version = version(features).ok_or_else(|| missing("a version"))?;
    let model = model(features);
    Ok(DeviceFacts {
        kind: "trezor".to_owned(),
        model: ascii(model.ok_or_else(|| missing("a model"))?),
        firmware: version.to_string(),
        device_id: ascii(features.device_id()),
        simulated: features.fw_vendor() == EMULATOR,
        details: details(features),
        hindrances: hindrances(features),
    })
}

fn version(features: &Features) -> Option<Version> {
    Some(Version(features.major_version?, features.minor_version?, features.patch_version?))
}

/// What it calls itself internally, or to people where it is too old for that.
pub(super) fn model(features: &Features) -> Option<&str> {
    features.internal_model.as_deref().or(features.model.as_deref())
}

/// What the table says against it.
fn against_model(features: &Features) -> Option<Hindrance> {
    let known = model(features).and_then(ModelFacts::of).filter(|model| model.protocol == Protocol::V1);
    let Some(known) = known else { return Some(Hindrance::UnsupportedModel) };
    (version(features)? < known.firmware_min).then_some(Hindrance::OldFirmware)
}

/// What stands in the way. A private field is absent while the device is locked: what is not said counts as
/// standing in the way only once it is unlocked.
pub(super) fn hindrances(features: &Features) -> Vec<Hindrance> {
    if features.bootloader_mode() {
        return vec![Hindrance::Bootloader];
    }
    let locked = features.unlocked == Some(false);
    let unsafe_paths = features.safety_checks != Some(SafetyCheckLevel::Strict.into());
    let unsaved =
        features.no_backup() || features.backup_availability == Some(BackupAvailability::Required.into());
    let ethereum = features.capabilities.contains(&Capability::Capability_Ethereum.into());
    [
        (Hindrance::Uninitialized, !features.initialized()),
        (Hindrance::Locked, locked),
        (Hindrance::NoPin, !features.pin_protection()),
        (Hindrance::PassphraseOff, !locked && !features.passphrase_protection()),
        (Hindrance::NoBackup, unsaved),
        (Hindrance::UnfinishedBackup, features.unfinished_backup()),
        (Hindrance::SafetyChecksNotStrict, !locked && unsafe_paths),
        (Hindrance::NoEthereum, !ethereum || features.unit_btconly()),
    ]
    .into_iter()
    .filter_map(|(hindrance, stands)| stands.then_some(hindrance))
    .chain(against_model(features))
    .collect()
}

fn details(features: &Features) -> BTreeMap<String, String> {
    let text = |value: &Option<String>| value.as_deref().map(ascii);
    let flag = |value: Option<bool>| value.map(|value| value.to_string());
    [
        ("vendor", text(&features.vendor)),
        ("fw_vendor", text(&features.fw_vendor)),
        ("build_version", features.build_version.map(|build| build.to_string())),
        ("revision", features.revision.as_deref().map(hex::encode)),
        ("bootloader_hash", features.bootloader_hash.as_deref().map(hex::encode)),
        ("bootloader_locked", flag(features.bootloader_locked)),
        ("language", text(&features.language)),
        (BACKUP_TYPE, features.backup_type.map(name)),
        ("backup_availability", features.backup_availability.map(name)),
        ("safety_checks", features.safety_checks.map(name)),
        ("pin_protection", flag(features.pin_protection)),
        ("wipe_code_protection", flag(features.wipe_code_protection)),
        ("sd_protection", flag(features.sd_protection)),
        (ALWAYS_ON_DEVICE, flag(features.passphrase_always_on_device)),
        ("hide_passphrase_from_host", flag(features.hide_passphrase_from_host)),
        ("experimental_features", flag(features.experimental_features)),
        ("auto_lock_delay_ms", features.auto_lock_delay_ms.map(|delay| delay.to_string())),
        ("optiga_sec", features.optiga_sec.map(|counter| counter.to_string())),
    ]
    .into_iter()
    .filter_map(|(name, value)| Some((name.to_owned(), value?)))
    .collect()
}

/// The name of an enumerated value, or its number where a newer firmware knows more of them.
fn name<E: Enum + Debug>(value: EnumOrUnknown<E>) -> String {
    value.enum_value().map_or_else(|number| number.to_string(), |known| format!("{known:?}"))
}

/// Printable ASCII; everything else is escaped.
fn ascii(text: &str) -> String {
    text.chars()
        .map(|c| if matches!(c, ' '..='~') { c.to_string() } else { c.escape_unicode().to_string() })
        .collect()
}
