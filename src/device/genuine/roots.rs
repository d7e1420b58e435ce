//! The root keys that Trezor publishes (trezor-firmware common/hsm_keys.json at dd7afbc3, 2026-08-21; the same figures
//! stand in python/src/trezorlib/_root_keys.py).

use p256::ecdsa::VerifyingKey;

/// Whose root key a chain leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Root {
    /// Devices that are sold.
    Production,
    /// Emulators and development boards: anyone can have such a proof made.
    Debug,
    /// This program's own simulator, whose device key is published with it.
    Simulated,
}

/// The root of the simulator's certificates. Its secret was thrown away once they were made.
const SIMULATED: &str = "043566dfc752c39320e4a5a54f668dc4c3909b2d6a07921784287440ce524340\
                         1c6b7c64551604a54a83f75111079ddb59b96a02bc525e1dbcab5a8bea7c368e18";

/// Model, root, and its P-256 key as an uncompressed point.
const ROOTS: [(&str, Root, &str); 6] = [
    (
        "T2B1",
        Root::Production,
        "04ca97480ac0d7b1e6efafe518cd433cec2bf8ab9822d76eafd34363b55d63e6\
         0380bff20acc75cde03cffcb50ab6f8ce70c878e37ebc58ff7cca0a83b16b15fa5",
    ),
    (
        "T3B1",
        Root::Production,
        "045b5c3fdd01f3602092834209b86df0ca86a9faf25cac35c73bf6237d66eb21\
         eafcec3706f1ccd5eb4cc7f2fa1751213eccb1c78389afba89a5788ff31ee46a5d",
    ),
    (
        "T3T1",
        Root::Production,
        "041854b27fb1d9f65abb66828e78c9dc0ca301e66081ab0c6a4d104f9df1cd0a\
         d5a7c75f77a8c092f55cf825d2abaf734f934c9394d5e75f75a5a06a5ee9be93ae",
    ),
    (
        "T2B1",
        Root::Debug,
        "047f77368dea2d4d61e989f474a56723c3212dacf8a808d8795595ef38441427\
         c4389bc454f02089d7f08b873005e4c28d432468997871c0bf286fd3861e21e96a",
    ),
    (
        "T3B1",
        Root::Debug,
        "047f77368dea2d4d61e989f474a56723c3212dacf8a808d8795595ef38441427\
         c4389bc454f02089d7f08b873005e4c28d432468997871c0bf286fd3861e21e96a",
    ),
    (
        "T3T1",
        Root::Debug,
        "04e48b69cd7962068d3cca3bcc6b1747ef496c1e28b5529e34ad7295215ea161\
         dbe8fb08ae0479568f9d2cb07630cb3e52f4af0692102da5873559e45e9fa72959",
    ),
];

impl Root {
    /// Its name in files.
    pub fn name(self) -> &'static str {
        match self {
            Self::Production => "production",
            Self::Debug => "debug",
            Self::Simulated => "simulated",
        }
    }

    /// Whether a model's secure element can prove anything to this program.
    pub fn known(model: &str) -> bool {
        ROOTS.iter().any(|(of, ..)| *of == model)
    }

    /// The first of a model's roots whose key fits.
    pub(super) fn of(model: &str, fits: impl Fn(&VerifyingKey) -> bool) -> Option<Self> {
        let mut own = ROOTS.iter().filter(|(of, ..)| *of == model);
        let published = own.find(|(_, _, key)| point(key).is_some_and(|key| fits(&key)));
        let simulated = || point(SIMULATED).is_some_and(|key| fits(&key)).then_some(Self::Simulated);
        published.map(|(_, root, _)| *root).or_else(simulated)
    }
}

fn point(key: &str) -> Option<VerifyingKey> {
    VerifyingKey::from_sec1_bytes(&hex::decode(key).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_root_is_a_point_of_the_curve() {
        assert!(ROOTS.iter().all(|(_, _, key)| point(key).is_some()));
        assert!(point(SIMULATED).is_some());
        assert!(Root::known("T3T1") && !Root::known("T2T1"));
    }
}
