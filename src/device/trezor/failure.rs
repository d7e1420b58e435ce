//! What a Trezor's failures mean here.

use trezor_client::protos::Failure;
use trezor_client::protos::failure::FailureType;
use trezor_client::{Error, transport};

use super::link::Link;
use crate::device::DeviceError;

/// A failure that the device reported. A cancel that we sent never gets here: its failure is read where it is sent.
pub(super) fn reported(failure: &Failure) -> DeviceError {
    let Some(Ok(code)) = failure.code.map(|code| code.enum_value()) else {
        let code = failure.code.map_or_else(|| "no code".to_owned(), |code| code.value().to_string());
        return DeviceError::Failure { code, message: failure.message().to_owned() };
    };
    match code {
        FailureType::Failure_ActionCancelled | FailureType::Failure_PinCancelled => DeviceError::Refused,
        FailureType::Failure_PinInvalid => DeviceError::WrongPin,
        FailureType::Failure_InvalidSession => DeviceError::SessionLost,
        FailureType::Failure_InvalidProtocol => DeviceError::OtherProtocol,
        code => DeviceError::Failure { code: format!("{code:?}"), message: failure.message().to_owned() },
    }
}

/// What a failure means while the device checks its backup: a seed that is none of its own has no code of its own
/// (trezor-firmware core/src/apps/management/recovery_device/homescreen.py).
pub(super) fn of_backup(error: DeviceError) -> DeviceError {
    match error {
        DeviceError::Failure { message, .. } if message.contains("does not match") => {
            DeviceError::BackupDiffers
        }
        error => error,
    }
}

/// A failure of trezor-client or the connection. Messages are never part of it: they may carry secrets.
pub(super) fn local(error: Error) -> DeviceError {
    match error {
        Error::TransportReceiveMessage(e) if Link::is_cancel(&e) => DeviceError::Cancelled,
        Error::TransportReceiveMessage(transport::error::Error::InvalidMessageType(number)) => {
            DeviceError::Unexpected(format!("a message of the unknown type {number}"))
        }
        Error::TransportReceiveMessage(e)
        | Error::TransportSendMessage(e)
        | Error::TransportConnect(e)
        | Error::TransportBeginSession(e)
        | Error::TransportEndSession(e) => lost(&e),
        Error::Protobuf(_) => DeviceError::Unexpected("a message that cannot be read".to_owned()),
        other => DeviceError::Unexpected(other.to_string()),
    }
}

/// A failure of the connection.
pub(super) fn lost(error: &transport::error::Error) -> DeviceError {
    DeviceError::Lost(error.to_string())
}
