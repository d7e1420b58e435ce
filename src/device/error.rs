//! What can go wrong with a device.

use super::PassphraseError;
use super::trezor::UsbPlace;
use crate::text::Problem;

/// Why a call on a device failed. None of them loses what was done before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DeviceError {
    /// The person pressed cancel on the device.
    Refused,
    /// The person cancelled on the laptop.
    Cancelled,
    /// The connection is gone: unplugged, switched off, or silent for too long.
    Lost(String),
    /// There is no device where one is looked for.
    NoDevice,
    /// There is one, but the system does not let this account open it.
    NoAccess,
    /// More than one device is plugged in, here: which one is meant, nobody can see from here.
    SeveralDevices(Vec<UsbPlace>),
    /// It only speaks a protocol that this program does not.
    OtherProtocol,
    /// The PIN was wrong.
    WrongPin,
    /// The words typed on the device are a seed, but not the one that it holds.
    BackupDiffers,
    /// The device no longer knows the session.
    SessionLost,
    /// Another failure that the device reported: its code and its words.
    Failure {
        /// The code's name, e.g. `Failure_DataError`.
        code: String,
        /// What it said; from outside, clean before showing.
        message: String,
    },
    /// It answered with something that does not fit the question.
    Unexpected(String),
    /// This device or model cannot do it; why.
    Unsupported(String),
    /// The wallet cannot be opened with this passphrase, or not in this way.
    Passphrase(PassphraseError),
}

impl From<PassphraseError> for DeviceError {
    fn from(error: PassphraseError) -> Self {
        Self::Passphrase(error)
    }
}

impl From<DeviceError> for Problem {
    fn from(error: DeviceError) -> Self {
        match error {
            DeviceError::Refused => Self::device("device-refused"),
            DeviceError::Cancelled => Self::stopped("device-cancelled"),
            DeviceError::Lost(reason) => Self::device("device-lost").with("reason", reason),
            DeviceError::NoDevice => Self::device("device-none"),
            DeviceError::NoAccess => Self::device("device-no-access"),
            DeviceError::SeveralDevices(places) => {
                let places: Vec<_> = places.iter().map(UsbPlace::to_string).collect();
                Self::device("device-several").with("places", places.join(", "))
            }
            DeviceError::OtherProtocol => Self::device("device-thp"),
            DeviceError::WrongPin => Self::device("device-wrong-pin"),
            DeviceError::BackupDiffers => Self::device("backup-differs"),
            DeviceError::SessionLost => Self::device("device-session-lost"),
            DeviceError::Failure { code, message } => {
                Self::device("device-failure").with("code", code).with("message", message)
            }
            DeviceError::Unexpected(what) => Self::device("device-unexpected").with("what", what),
            DeviceError::Unsupported(what) => Self::device("device-unsupported").with("what", what),
            DeviceError::Passphrase(error) => error.into(),
        }
    }
}
