//! What a device tells of its own hardware and firmware (trezor-firmware core/src/apps/management/authenticate_device.py,
//! get_firmware_hash.py).

use trezor_client::protos::button_request::ButtonRequestType;
use trezor_client::protos::{AuthenticateDevice, AuthenticityProof, FirmwareHash, GetFirmwareHash};

use super::authority;
use super::core::Core;
use super::halt::Halt;
use super::screen::{Kind, Screen};
use crate::device::genuine::{challenge_message, firmware_hash};

impl Core {
    /// A model without a secure element does not know the message.
    pub(super) fn authenticate(&mut self, question: &AuthenticateDevice) -> Result<AuthenticityProof, Halt> {
        let certificates = authority::certificates(self.config.model).ok_or_else(Halt::unexpected_message)?;
        let lines = vec![format!("Allow connected app to check the authenticity of your {}?", self.name())];
        let screen =
            Screen::new(Kind::Confirm { hold: false }, "authenticate_device", "Authenticate device", lines)
                .asking(self.config.model);
        self.confirm(ButtonRequestType::ButtonRequest_Other, screen)?;
        Ok(AuthenticityProof {
            optiga_certificates: certificates,
            optiga_signature: Some(authority::sign(&challenge_message(question.challenge()))),
            ..Default::default()
        })
    }

    /// The hash of a firmware area in which nothing is written.
    pub(super) fn firmware_hash(&self, question: &GetFirmwareHash) -> Result<FirmwareHash, Halt> {
        let model = self.config.model.internal_name();
        let hash = firmware_hash(model, &[], question.challenge());
        let hash = hash.ok_or_else(Halt::firmware_error)?;
        Ok(FirmwareHash { hash: Some(hash.to_vec()), ..Default::default() })
    }

    fn name(&self) -> String {
        format!("Trezor {}", self.config.model.name())
    }
}
