//! What the simulated device says of itself (trezor-firmware core/src/apps/base.py, `get_features`).

use trezor_client::protos::features::{BackupAvailability, Capability, RecoveryStatus};
use trezor_client::protos::{BackupType, DisplayRotation, Features, HomescreenFormat};

use super::config::Model;
use super::core::Core;
use crate::keys::{Seed, SeedForm};

/// The firmware whose behaviour is simulated.
const VERSION: (u32, u32, u32) = (2, 12, 4);
const AUTO_LOCK_MS: u32 = 600_000;

const CAPABILITIES: [Capability; 17] = [
    Capability::Capability_Bitcoin,
    Capability::Capability_Bitcoin_like,
    Capability::Capability_Binance,
    Capability::Capability_Cardano,
    Capability::Capability_Crypto,
    Capability::Capability_Ethereum,
    Capability::Capability_Monero,
    Capability::Capability_Ripple,
    Capability::Capability_Stellar,
    Capability::Capability_Tezos,
    Capability::Capability_Tron,
    Capability::Capability_U2F,
    Capability::Capability_Shamir,
    Capability::Capability_ShamirGroups,
    Capability::Capability_PassphraseEntry,
    Capability::Capability_Solana,
    Capability::Capability_Translations,
];

impl Model {
    /// What it can do beyond what every model can.
    fn own_capabilities(self) -> &'static [Capability] {
        match self {
            Self::SafeThree => &[],
            Self::SafeFive => &[Capability::Capability_Haptic, Capability::Capability_Brightness],
            Self::ModelT => {
                &[Capability::Capability_NEM, Capability::Capability_EOS, Capability::Capability_Brightness]
            }
        }
    }

    fn has_card_slot(self) -> bool {
        self != Self::SafeThree
    }

    fn has_secure_element(self) -> bool {
        self != Self::ModelT
    }
}

impl Core {
    /// Features without a session id. The private ones are there only while it is unlocked.
    pub(super) fn features(&self) -> Features {
        let mut features = self.public_features();
        if self.unlocked {
            self.add_private(&mut features);
        }
        features
    }

    fn public_features(&self) -> Features {
        let config = &self.config;
        let (width, height) = config.model.pixels();
        let format = match config.model {
            Model::SafeThree => HomescreenFormat::ToiG,
            Model::SafeFive | Model::ModelT => HomescreenFormat::Jpeg,
        };
        let capabilities = CAPABILITIES.iter().chain(config.model.own_capabilities());
        Features {
            vendor: Some("trezor.io".to_owned()),
            fw_vendor: Some("EMULATOR".to_owned()),
            language: Some("en-US".to_owned()),
            language_version_matches: Some(true),
            major_version: Some(VERSION.0),
            minor_version: Some(VERSION.1),
            patch_version: Some(VERSION.2),
            build_version: Some(0),
            revision: Some(vec![0; 20]),
            model: Some(config.model.name().to_owned()),
            internal_model: Some(config.model.internal_name().to_owned()),
            device_id: Some(config.device_id.clone()),
            label: Some(config.label.clone()),
            pin_protection: Some(config.pin.is_some()),
            unlocked: Some(self.unlocked),
            busy: Some(false),
            homescreen_width: Some(width),
            homescreen_height: Some(height),
            homescreen_format: Some(format.into()),
            bootloader_locked: config.model.has_secure_element().then_some(true),
            // The emulator's card is always in its slot.
            sd_card_present: Some(config.model.has_card_slot()),
            optiga_sec: config.model.has_secure_element().then_some(0),
            haptic_feedback: (config.model == Model::SafeFive).then_some(true),
            initialized: Some(config.seed.is_some()),
            capabilities: capabilities.copied().map(Into::into).collect(),
            ..Default::default()
        }
    }

    fn add_private(&self, features: &mut Features) {
        let config = &self.config;
        let availability =
            if config.needs_backup { BackupAvailability::Required } else { BackupAvailability::NotAvailable };
        features.passphrase_protection = Some(config.passphrase_protection);
        features.backup_availability = Some(availability.into());
        features.unfinished_backup = Some(config.unfinished_backup);
        features.no_backup = Some(config.no_backup);
        features.flags = Some(self.flags);
        features.recovery_status = Some(RecoveryStatus::Nothing.into());
        features.backup_type = Some(self.backup_type().into());
        features.sd_protection = Some(false);
        features.wipe_code_protection = Some(false);
        features.passphrase_always_on_device = Some(config.passphrase_always_on_device);
        features.safety_checks = Some(config.safety_checks.into());
        features.auto_lock_delay_ms = Some(AUTO_LOCK_MS);
        features.experimental_features = Some(false);
        features.display_rotation = Some(DisplayRotation::North.into());
        features.hide_passphrase_from_host = Some(config.hide_passphrase_from_host);
    }

    fn backup_type(&self) -> BackupType {
        match self.config.seed.as_ref().map(Seed::form) {
            // Single-share and extendable, as new devices make it and as the words of one share are.
            Some(SeedForm::Slip39) => BackupType::Slip39_Single_Extendable,
            Some(SeedForm::Bip39) | None => BackupType::Bip39,
        }
    }
}
