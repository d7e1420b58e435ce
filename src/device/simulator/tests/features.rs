//! What it says of itself.

use trezor_client::protos::{Features, GetFeatures, Initialize, SafetyCheckLevel};

use super::{Bench, config, secret};
use crate::device::simulator::{Model, SimulatorConfig};

#[test]
fn private_fields_are_absent_while_it_is_locked() {
    let mut bench = Bench::new(SimulatorConfig { pin: Some(secret("1")), ..config() });
    for features in [bench.ask::<_, Features>(GetFeatures::new()), bench.ask(Initialize::new())] {
        assert!(features.has_unlocked() && !features.unlocked());
        assert!(!features.has_passphrase_protection());
        assert!(!features.has_safety_checks() && !features.has_backup_type());
        assert!(features.pin_protection() && features.initialized());
    }
    let open: Features = Bench::new(config()).ask(GetFeatures::new());
    assert!(open.passphrase_protection() && open.has_backup_type());
    assert_eq!(open.safety_checks(), SafetyCheckLevel::Strict);
}

#[test]
fn it_is_one_of_three_models_and_software() {
    let names = [(Model::SafeThree, "T3B1"), (Model::SafeFive, "T3T1"), (Model::ModelT, "T2T1")];
    for (model, name) in names {
        let features: Features = Bench::new(SimulatorConfig { model, ..config() }).ask(GetFeatures::new());
        assert_eq!((features.internal_model(), features.fw_vendor()), (name, "EMULATOR"));
        assert_eq!((features.major_version(), features.minor_version()), (2, 12));
    }
}
