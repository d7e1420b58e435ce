//! Why a workflow of the firmware ends without its answer.

use trezor_client::protos::Failure;
use trezor_client::protos::failure::FailureType;
use trezor_client::transport::ProtoMessage;

/// Why a workflow ends without its answer.
pub(super) enum Halt {
    /// It fails (trezor-firmware core/src/trezor/wire/errors.py).
    Failure(FailureType, String),
    /// Another message came instead of the one awaited: the workflow ends without a word, and the message is handled as
    /// a new one (core/src/trezor/wire/message_handler.py).
    Message(ProtoMessage),
    /// The device locked itself.
    Locked,
    /// The plug was pulled.
    PowerCut,
    /// Nobody holds the device any more.
    Abandoned,
}

impl Halt {
    pub(super) fn data_error(message: &str) -> Self {
        Self::Failure(FailureType::Failure_DataError, message.to_owned())
    }

    pub(super) fn cancelled(message: &str) -> Self {
        Self::Failure(FailureType::Failure_ActionCancelled, message.to_owned())
    }

    pub(super) fn pin_cancelled() -> Self {
        Self::Failure(FailureType::Failure_PinCancelled, "PIN entry cancelled".to_owned())
    }

    pub(super) fn invalid_session() -> Self {
        Self::Failure(FailureType::Failure_InvalidSession, "Invalid session".to_owned())
    }

    pub(super) fn not_initialized() -> Self {
        Self::Failure(FailureType::Failure_NotInitialized, "Device is not initialized".to_owned())
    }

    pub(super) fn unexpected_message() -> Self {
        Self::Failure(FailureType::Failure_UnexpectedMessage, "Unexpected message".to_owned())
    }

    pub(super) fn firmware_error() -> Self {
        Self::Failure(FailureType::Failure_FirmwareError, "Firmware error".to_owned())
    }
}

/// The message that reports a failure.
pub(super) fn failure(code: FailureType, message: String) -> Failure {
    Failure { code: Some(code.into()), message: Some(message), ..Default::default() }
}
