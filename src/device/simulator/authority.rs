//! The simulated secure element: certificates of this program's own, and the key that signs challenges. Made once with
//! openssl (P-256, ECDSA over SHA-256); the key is public, so a proof by it proves nothing but that it is a simulator.

use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};

use super::config::Model;

/// The device key of every simulated device.
const DEVICE_KEY: &str = "fbf18fc5c3f529f25913dbc3c76c339f77b5033ac4c77146029064f5e3e1b01b";

/// The authority that issued the devices' certificates, itself issued by the simulator's root.
const AUTHORITY: &str = "\
     3082019d30820144a003020102020101300a06082a8648ce3d0403023021311f301d06035504030c1647697368696b69\
     2053696d756c6174656420526f6f743020170d3236313132323130313432365a180f3231323631303239313031343236\
     5a30263124302206035504030c1b47697368696b692053696d756c6174656420417574686f726974793059301306072a\
     8648ce3d020106082a8648ce3d03010703420004ffbc75bf430d88f7a978b39f31db6fe2a92717a78155c22d75e03af9\
     705ec316cd3a938044ad449bfdb005406f03320099639e34f02258ec62ed641287bf950fa3663064300e0603551d0f01\
     01ff04040302010630120603551d130101ff040830060101ff020100301d0603551d0e04160414ebca620412fe1f41bf\
     f11d7cd22467868e94e3b1301f0603551d230418301680147091b7cf087dd1b7e06cc4073f5a2703e6ac1b6b300a0608\
     2a8648ce3d040302034700304402207bdd98b920e0a22c65bcc2174e030628a9a3a53901a997bc95cc47effeb79d7b02\
     2067d7e6ebe1a8053c1fffd426092bf72e8f25f9f498549f07c89f35c01e3e858f";

/// The certificate of a simulated T3B1.
const SAFE_THREE: &str = "\
     308201963082013da003020102020101300a06082a8648ce3d04030230263124302206035504030c1b47697368696b69\
     2053696d756c6174656420417574686f726974793020170d3236313132323130313432365a180f323132363130323931\
     30313432365a3020311e301c06035504030c15543342312053494d554c41544544204445564943453059301306072a86\
     48ce3d020106082a8648ce3d03010703420004193b73e71e5c692138d83d68705df4df1cd739f3e7c821c16d3a9b1ebe\
     531db0d0e99dcdae6e3923bc0abf4ee493d768919ed95aff70f611bdf64c75e711a74fa360305e300e0603551d0f0101\
     ff040403020780300c0603551d130101ff04023000301d0603551d0e0416041418aaeb40868fcfbc270a8de50d0b0141\
     7a7abfd3301f0603551d23041830168014ebca620412fe1f41bff11d7cd22467868e94e3b1300a06082a8648ce3d0403\
     020347003044022073aa8fff670b7b8f439666cc0e72ee9b1f5b51e8dd012ec55c9648bd963444fd02204da71637417f\
     ba36909af647a5feca4999946b99ea520c8217c67f062c36f903";

/// The certificate of a simulated T3T1.
const SAFE_FIVE: &str = "\
     308201963082013da003020102020101300a06082a8648ce3d04030230263124302206035504030c1b47697368696b69\
     2053696d756c6174656420417574686f726974793020170d3236313132323130313432365a180f323132363130323931\
     30313432365a3020311e301c06035504030c15543354312053494d554c41544544204445564943453059301306072a86\
     48ce3d020106082a8648ce3d03010703420004193b73e71e5c692138d83d68705df4df1cd739f3e7c821c16d3a9b1ebe\
     531db0d0e99dcdae6e3923bc0abf4ee493d768919ed95aff70f611bdf64c75e711a74fa360305e300e0603551d0f0101\
     ff040403020780300c0603551d130101ff04023000301d0603551d0e0416041418aaeb40868fcfbc270a8de50d0b0141\
     7a7abfd3301f0603551d23041830168014ebca620412fe1f41bff11d7cd22467868e94e3b1300a06082a8648ce3d0403\
     0203470030440220664398c632bc4738bec0f7af4e5e08b4b5ec9c72655da9c0928db977195cb78b02201ddeb034dbc8\
     76c2e82ca7ed8f7fc760c684eebabe2a4dcdfc68ba0e23f2333b";

/// The certificates of a model with a secure element, its own first; none for one without.
pub(super) fn certificates(model: Model) -> Option<Vec<Vec<u8>>> {
    let own = match model {
        Model::SafeThree => SAFE_THREE,
        Model::SafeFive => SAFE_FIVE,
        Model::ModelT => return None,
    };
    let der = |hex: &str| hex::decode(hex).expect("hex, as the test of this module shows");
    Some(vec![der(own), der(AUTHORITY)])
}

/// A DER signature by the device key.
pub(super) fn sign(message: &[u8]) -> Vec<u8> {
    let secret = hex::decode(DEVICE_KEY).expect("hex, as the test of this module shows");
    let key =
        SigningKey::from_slice(&secret).expect("a scalar of the curve, as the test of this module shows");
    let signature: Signature = key.sign(message);
    signature.to_der().as_bytes().to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::genuine::{Challenge, Proof, Root, challenge_message};
    use crate::keys::Digest;

    #[test]
    fn a_simulated_device_proves_that_it_is_one() {
        let challenge = Challenge::of_head(&Digest::of("a journal"));
        for model in [Model::SafeThree, Model::SafeFive] {
            let signature = sign(&challenge_message(challenge.bytes()));
            let certificates = certificates(model).unwrap().into_iter().map(Into::into).collect();
            let proof = Proof { certificates, signature: signature.into() };
            assert_eq!(proof.root(&challenge, model.internal_name()), Ok(Root::Simulated));
        }
        assert_eq!(certificates(Model::ModelT), None);
    }
}
