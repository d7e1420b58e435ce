//! A Trezor as a [`Device`].

use trezor_client::client::trezor_with_transport;
use trezor_client::protos::features::Capability;
use trezor_client::protos::{
    ApplyFlags, AuthenticateDevice, AuthenticityProof, EndSession, EthereumAddress, EthereumGetAddress,
    EthereumGetPublicKey, EthereumMessageSignature, EthereumPublicKey, EthereumSignMessage,
    EthereumTypedDataSignature, Features, FirmwareHash, GetFeatures, GetFirmwareHash, Initialize, LockDevice,
    RecoveryDevice, RecoveryType, Success,
};
use trezor_client::{Model, Trezor, TrezorMessage};

use super::channel::Port;
use super::exchange::{Exchange, Passphrase};
use super::link::{Link, Patience};
use super::models::{ModelFacts, TypedData};
use super::{answer, failure, features, typed_data};
use crate::contracts::SafeTx;
use crate::device::genuine::{Challenge, Proof, Root};
use crate::device::{
    Attendant, CancelFlag, Device, DeviceError, DeviceFacts, Entry, Notice, PassphraseError, Reply, Session,
    Signed,
};
use crate::keys::{AccountPath, AccountXpub, Address, AddressPath, COIN_PATH, WalletIdentity};

/// A Trezor. Connects at the first call. Once the device was lost, only [`Device::identify`] connects again, and tells
/// which device is there then: nothing else is ever asked of a device that nobody has looked at. Speaks protocol v1, with every model but those that speak only THP (Safe 7).
pub struct Driver {
    port: Box<dyn Port>,
    cancel: CancelFlag,
    stale: CancelFlag,
    patience: Patience,
    lost: bool,
    trezor: Option<Trezor>,
}

/// Stands by where nobody is asked anything.
struct Nobody;

impl Attendant for Nobody {
    fn notice(&mut self, _: &Notice) -> Reply {
        Reply::Cancel
    }
}

impl Driver {
    /// A driver for whatever is at this port. Raising the flag cancels the call that is waiting; a flag that is
    /// still raised when the next call begins cancels that one.
    pub fn new(port: Box<dyn Port>, cancel: CancelFlag) -> Self {
        Self {
            port,
            cancel,
            stale: CancelFlag::default(),
            patience: Patience::default(),
            lost: false,
            trezor: None,
        }
    }

    /// Waits for the device as long as this, from its next connection on.
    #[must_use]
    pub fn with_patience(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    fn connected(&mut self) -> Result<&mut Trezor, DeviceError> {
        if self.trezor.is_none() {
            if self.lost {
                return Err(DeviceError::Lost("it was lost before".to_owned()));
            }
            let channel = self.port.connect()?;
            let link = Link::new(channel, self.cancel.clone(), self.stale.clone(), self.patience)
                .map_err(|error| failure::lost(&error))?;
            // The model only tells trezor-client's own helpers apart, of which none is used.
            self.trezor = Some(trezor_with_transport(Model::Trezor, Box::new(link)));
        }
        self.trezor.as_mut().ok_or_else(|| DeviceError::Lost("not connected".to_owned()))
    }

    /// One question, with the SafeTx that it is about, if any; also tells whether a passphrase was asked for on the way.
    fn exchange<Q: TrezorMessage, A: TrezorMessage>(
        &mut self,
        question: Q,
        passphrase: Passphrase<'_>,
        tx: Option<&SafeTx>,
        attendant: &mut dyn Attendant,
    ) -> Result<(A, bool), DeviceError> {
        let mut exchange = Exchange::new(self.connected()?, passphrase, attendant).telling(tx);
        let result = exchange.run(question).map(|answer| (answer, exchange.asked_for_passphrase()));
        match result {
            Ok(_) => {}
            Err(DeviceError::Lost(_)) => {
                self.trezor = None;
                self.lost = true;
            }
            Err(_) => self.stale.raise(),
        }
        result
    }

    /// A question in the open wallet.
    fn ask<Q: TrezorMessage, A: TrezorMessage>(
        &mut self,
        question: Q,
        attendant: &mut dyn Attendant,
    ) -> Result<A, DeviceError> {
        Ok(self.exchange(question, Passphrase::SessionOnly, None, attendant)?.0)
    }

    fn public_key(path: &[u32]) -> EthereumGetPublicKey {
        EthereumGetPublicKey { address_n: path.to_vec(), ..Default::default() }
    }

    /// Has the PIN asked for where the device is locked.
    fn unlocked(&mut self, attendant: &mut dyn Attendant) -> Result<Features, DeviceError> {
        let features: Features = self.ask(GetFeatures::new(), attendant)?;
        if features.unlocked != Some(false) || !features.initialized() {
            return Ok(features);
        }
        // Sets nothing, and has the PIN asked for; no seed is needed for it.
        let nothing = ApplyFlags { flags: Some(0), ..Default::default() };
        self.ask::<_, Success>(nothing, attendant)?;
        self.ask(GetFeatures::new(), attendant)
    }

    /// Starts a session, or returns to one; the device answers with the session that is now the current one, which
    /// need not be the one asked for.
    fn initialize(&mut self, session: Option<&Session>) -> Result<(Session, Features), DeviceError> {
        let question =
            Initialize { session_id: session.map(|session| session.0.clone()), ..Default::default() };
        let mut features: Features = self.ask(question, &mut Nobody)?;
        match features.session_id.take() {
            Some(id) if !id.is_empty() => Ok((Session(id), features)),
            _ => Err(DeviceError::Unexpected("features without a session id".to_owned())),
        }
    }

    fn end_current(&mut self) -> Result<(), DeviceError> {
        self.ask::<_, Success>(EndSession::new(), &mut Nobody).map(drop)
    }

    /// Where the device says that it cannot take a passphrase in this way, before anyone types it.
    fn can_enter(entry: &Entry, features: &Features) -> Result<(), DeviceError> {
        let keyboard = features.capabilities.contains(&Capability::Capability_PassphraseEntry.into());
        match entry {
            Entry::Standard => Ok(()),
            _ if features.passphrase_protection == Some(false) => Err(PassphraseError::ProtectionOff.into()),
            Entry::OnDevice if !keyboard => Err(PassphraseError::OnHostOnly.into()),
            Entry::OnHost(_) if features.passphrase_always_on_device() => {
                Err(PassphraseError::OnDeviceOnly.into())
            }
            _ => Ok(()),
        }
    }

    /// Makes the device derive the seed now, so that the wallet is really open, and by the way that was chosen.
    fn derive(&mut self, entry: &Entry, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        let key = Self::public_key(&COIN_PATH);
        let (answer, asked): (EthereumPublicKey, bool) =
            self.exchange(key, Passphrase::Enter(entry), None, attendant)?;
        answer::identity(&answer)?;
        if asked || matches!(entry, Entry::Standard) {
            Ok(())
        } else {
            Err(PassphraseError::ProtectionOff.into())
        }
    }
}

impl Device for Driver {
    fn identify(&mut self, attendant: &mut dyn Attendant) -> Result<DeviceFacts, DeviceError> {
        self.lost = false;
        let features = self.unlocked(attendant);
        self.lost = self.trezor.is_none();
        features::facts(&features?)
    }

    fn prove(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<Option<Proof>, DeviceError> {
        let features: Features = self.ask(GetFeatures::new(), attendant)?;
        if !Root::known(features.internal_model()) {
            return Ok(None);
        }
        let question =
            AuthenticateDevice { challenge: Some(challenge.bytes().to_vec()), ..Default::default() };
        let answer: AuthenticityProof = self.ask(question, attendant)?;
        let certificates = answer.optiga_certificates.into_iter().map(Into::into).collect();
        Ok(Some(Proof { certificates, signature: answer.optiga_signature.unwrap_or_default().into() }))
    }

    fn firmware_hash(
        &mut self,
        challenge: &Challenge,
        attendant: &mut dyn Attendant,
    ) -> Result<[u8; 32], DeviceError> {
        let question = GetFirmwareHash { challenge: Some(challenge.bytes().to_vec()), ..Default::default() };
        let answer: FirmwareHash = self.ask(question, attendant)?;
        let hash = answer.hash().try_into();
        hash.map_err(|_| DeviceError::Unexpected("a firmware hash of another length".to_owned()))
    }

    fn check_backup(&mut self, attendant: &mut dyn Attendant) -> Result<(), DeviceError> {
        let question = RecoveryDevice {
            type_: Some(RecoveryType::DryRun.into()),
            enforce_wordlist: Some(true),
            ..Default::default()
        };
        self.ask::<_, Success>(question, attendant).map(drop).map_err(failure::of_backup)
    }

    fn open(&mut self, entry: &Entry, attendant: &mut dyn Attendant) -> Result<Session, DeviceError> {
        if let Entry::OnHost(passphrase) = entry {
            PassphraseError::check(passphrase)?;
        }
        let (session, features) = self.initialize(None)?;
        match Self::can_enter(entry, &features).and_then(|()| self.derive(entry, attendant)) {
            Ok(()) => Ok(session),
            Err(error) => {
                // A half-opened session must not stay behind as the current one; the first failure is what counts.
                let _ = self.end_current();
                Err(error)
            }
        }
    }

    fn reopen(&mut self, session: &Session, _: &mut dyn Attendant) -> Result<(), DeviceError> {
        if self.initialize(Some(session))?.0 == *session {
            return Ok(());
        }
        self.end_current()?;
        Err(DeviceError::SessionLost)
    }

    fn identity(&mut self, attendant: &mut dyn Attendant) -> Result<WalletIdentity, DeviceError> {
        answer::identity(&self.ask(Self::public_key(&COIN_PATH), attendant)?)
    }

    fn account_xpub(
        &mut self,
        path: AccountPath,
        attendant: &mut dyn Attendant,
    ) -> Result<AccountXpub, DeviceError> {
        answer::account_xpub(&self.ask(Self::public_key(&path.indices()), attendant)?, path)
    }

    fn show_address(
        &mut self,
        path: AddressPath,
        attendant: &mut dyn Attendant,
    ) -> Result<Address, DeviceError> {
        let question = EthereumGetAddress {
            address_n: path.indices().to_vec(),
            show_display: Some(true),
            chunkify: Some(true),
            ..Default::default()
        };
        let answer: EthereumAddress = self.ask(question, attendant)?;
        answer::address(answer.address.as_deref())
    }

    fn sign(
        &mut self,
        path: AddressPath,
        statement: &str,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        let question = EthereumSignMessage {
            address_n: path.indices().to_vec(),
            message: Some(statement.as_bytes().to_vec()),
            chunkify: Some(true),
            ..Default::default()
        };
        answer::signed(&self.ask::<_, EthereumMessageSignature>(question, attendant)?)
    }

    fn sign_safe_tx(
        &mut self,
        path: AddressPath,
        tx: &SafeTx,
        attendant: &mut dyn Attendant,
    ) -> Result<Signed, DeviceError> {
        let features: Features = self.ask(GetFeatures::new(), attendant)?;
        let model = features::model(&features).and_then(ModelFacts::of);
        let model = model.ok_or_else(|| DeviceError::Unsupported("typed data on this model".to_owned()))?;
        let answer: EthereumTypedDataSignature = match model.typed_data {
            TypedData::Fields => {
                typed_data::fits(tx, model)?;
                let question = typed_data::question(path, tx);
                self.exchange(question, Passphrase::SessionOnly, Some(tx), attendant)?.0
            }
            TypedData::Hashes => self.ask(typed_data::hashes(path, tx), attendant)?,
        };
        typed_data::signed(&answer, tx)
    }

    fn lock(&mut self) -> Result<(), DeviceError> {
        self.ask::<_, Success>(LockDevice::new(), &mut Nobody).map(drop)
    }

    fn end(&mut self, sessions: &[Session]) -> Result<(), DeviceError> {
        for session in sessions {
            // Where the device no longer knows it, this ends the fresh one that it opened in its place.
            self.initialize(Some(session))?;
            self.end_current()?;
        }
        Ok(())
    }
}
