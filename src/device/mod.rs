//! Who holds keys. The ceremony knows only [`Device`]; `trezor/` drives a real one over its wire messages,
//! `simulator/` answers those messages in software. Nothing here that a Ledger could not answer.

mod cancel;
mod error;
pub mod genuine;
mod hint;
pub mod paper;
mod passphrase;
pub mod simulator;
pub mod trezor;
mod worker;

pub use crate::manifest::{DeviceFacts, Hindrance};
pub use cancel::CancelFlag;
pub use error::DeviceError;
pub use passphrase::{PASSPHRASE_MAX, PassphraseError};
pub use worker::Worker;

use self::genuine::{Challenge, Proof};
use crate::contracts::SafeTx;
use crate::keys::{AccountPath, AccountXpub, Address, AddressPath, Secret, Signature, WalletIdentity};

/// How the passphrase of a wallet reaches the device.
#[derive(Clone, Debug)]
pub enum Entry {
    /// The wallet without a passphrase.
    Standard,
    /// Typed on the device itself; the laptop never sees it.
    OnDevice,
    /// Typed on the laptop and sent, for models without a keyboard.
    OnHost(Secret),
}

/// An opened wallet to come back to. Never written down, printed or logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Session(pub(in crate::device) Vec<u8>);

/// What a device wants from the person, while a call waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// Something is on the device's screen and waits for its buttons.
    Button {
        /// What the device calls this screen, e.g. `show_address`; from outside, clean before showing.
        name: String,
        /// How many pages it has, where the device says so.
        pages: Option<u32>,
    },
    /// The passphrase is to be typed on the device.
    PassphraseOnDevice,
    /// The wallet without a passphrase is asked for, and this device asks all the same: to be confirmed empty there.
    EmptyPassphraseOnDevice,
    /// The PIN is to be typed on the device.
    PinOnDevice,
    /// The PIN's positions are to be typed on the laptop (Trezor One's matrix).
    PinMatrix,
}

/// The answer to a notice.
#[derive(Clone, Debug)]
pub enum Reply {
    /// Go on; the person acts on the device.
    Go,
    /// What was asked for (the PIN matrix's positions).
    Secret(Secret),
    /// The person gives up on the laptop: the device is told to cancel.
    Cancel,
}

/// Whoever stands by the device: told of every notice while a call waits.
pub trait Attendant {
    /// Told what the device wants; decides what to answer.
    fn notice(&mut self, notice: &Notice) -> Reply;

    /// Asked about twenty times a second while the device is awaited through a [`Worker`]; `true` cancels. A face
    /// draws and looks at the keyboard here.
    fn gives_up(&mut self) -> bool {
        false
    }
}

/// What a device said when it signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signed {
    /// The address that the device says it signed with.
    pub address: Address,
    /// The signature.
    pub signature: Signature,
}

/// What a ceremony needs of a device. Calls wait until the device has answered or failed. The person's part on the
/// device is told to the attendant. Every call but `identify`, `lock` and `end` acts in the session opened or
/// returned to last.
pub trait Device {
    /// Who and what it is. Unlocks it first where it is locked, so that nothing is unknown.
    fn identify(&mut self, attendant: &mut dyn Attendant) -> Result<DeviceFacts, DeviceError>;

    /// Has its secure element sign a challenge, after the person allowed it; none where this model has no secure
    /// element that could. What the proof proves, [`genuine::Proof::root`] tells.
    fn prove(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<Option<Proof>, DeviceError>;

    /// What its firmware says is the keyed hash of itself, 32 bytes; see [`genuine::firmware_hash`].
    fn firmware_hash(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<[u8; 32], DeviceError>;

    /// Has the words of its backup typed on it, and says whether they are the seed that it holds: its dry-run recovery.
    /// Opens no wallet.
    ///
    /// # Errors
    /// [`DeviceError::BackupDiffers`] where they are another seed. Where the person gives up on the laptop, a core
    /// model goes on waiting for words until the check is ended on its own screen.
    fn check_backup(&mut self, attendant: &mut dyn Attendant) -> Result<(), DeviceError>;

    /// Opens a wallet in a fresh session.
    fn open(&mut self, entry: &Entry, attendant: &mut dyn Attendant) -> Result<Session, DeviceError>;

    /// Returns to an opened wallet, without a passphrase.
    ///
    /// # Errors
    /// [`DeviceError::SessionLost`] where the device no longer knows it: a power cut, or too many sessions since.
    fn reopen(&mut self, session: &Session, attendant: &mut dyn Attendant) -> Result<(), DeviceError>;

    /// Which wallet is open.
    fn identity(&mut self, attendant: &mut dyn Attendant) -> Result<WalletIdentity, DeviceError>;

    /// The xpub of an account.
    fn account_xpub(
        &mut self,
        path: AccountPath,
        attendant: &mut dyn Attendant,
    ) -> Result<AccountXpub, DeviceError>;

    /// Shows an address on the device and waits for the person to confirm it there.
    fn show_address(
        &mut self,
        path: AddressPath,
        attendant: &mut dyn Attendant,
    ) -> Result<Address, DeviceError>;

    /// Shows a statement on the device and signs it as EIP-191 personal message once confirmed there.
    fn sign(
        &mut self,
        path: AddressPath,
        statement: &str,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError>;

    /// Shows a SafeTx on the device, field by field or by its two hashes, as the model can, and signs it as EIP-712 once
    /// confirmed there. The signature recovers to the address.
    ///
    /// # Errors
    /// [`DeviceError::Unexpected`] where the device asks for anything that is no part of it, or signed something else.
    fn sign_safe_tx(
        &mut self,
        path: AddressPath,
        tx: &SafeTx,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError>;

    /// Locks it: open wallets survive, the PIN is asked again.
    fn lock(&mut self) -> Result<(), DeviceError>;

    /// Ends these sessions: their wallets must be opened anew.
    fn end(&mut self, sessions: &[Session]) -> Result<(), DeviceError>;
}
