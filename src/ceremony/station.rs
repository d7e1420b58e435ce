//! A member's device on the bench, with the wallets opened on it.

use std::collections::BTreeMap;

use super::{Bench, Face, HostFacts, Moment, Needs, Progress, Showing};
use crate::device::trezor::models::{HASH_SHOWN_SINCE, ModelFacts, TypedData, Version};
use crate::device::{Device, DeviceError, Entry, PassphraseError, Session};
use crate::journal::Storage;
use crate::keys::{AccountPath, AccountXpub, Address, AddressPath, Signature, WalletIdentity};
use crate::manifest::DeviceFacts;
use crate::plan::{EntryPlace, Wallet};
use crate::text::Problem;

/// The edges that a run works through.
pub struct Ports<'a> {
    /// The ceremony's folder.
    pub storage: &'a mut dyn Storage,
    /// The person.
    pub face: &'a mut dyn Face,
    /// The laptop.
    pub host: &'a dyn HostFacts,
    /// Where devices are plugged in.
    pub bench: &'a mut dyn Bench,
    /// How far along the run is, as last told.
    pub progress: Progress,
}

impl Ports<'_> {
    /// Tells the person what happens now.
    pub fn moment(&mut self, moment: &Moment) {
        self.face.moment(moment, &self.progress);
    }
}

/// A member's device, plugged in when first needed, and the sessions on it.
pub struct Station {
    member: String,
    needs: Needs,
    rehearsal: bool,
    /// What an earlier event says of the member's device.
    known: Option<DeviceFacts>,
    device: Option<(Box<dyn Device>, DeviceFacts)>,
    sessions: BTreeMap<String, Session>,
    /// Sessions that nobody returns to, and that the device was not told to forget yet.
    strays: Vec<Session>,
}

impl Station {
    /// Nothing plugged in yet. `known`: the device that the member used before, if any.
    pub fn new(member: &str, needs: Needs, rehearsal: bool, known: Option<DeviceFacts>) -> Self {
        Self {
            member: member.to_owned(),
            needs,
            rehearsal,
            known,
            device: None,
            sessions: BTreeMap::new(),
            strays: Vec::new(),
        }
    }

    /// Whose device is to stand here, and whether it does.
    pub fn awaits(&self) -> Option<&str> {
        self.device.is_none().then_some(&self.member)
    }

    /// What the device says of itself, plugging it in first.
    ///
    /// # Errors
    /// None there; another member's; simulated in a real ceremony; or something stands in the way.
    pub fn facts(&mut self, ports: &mut Ports) -> Result<DeviceFacts, Problem> {
        if let Some((_, facts)) = &self.device {
            return Ok(facts.clone());
        }
        let mut device = ports.bench.plug_in(&self.member)?;
        ports.moment(&Moment::Identify { member: self.member.clone() });
        let mut facts = device.identify(ports.face)?;
        facts.simulated |= ports.bench.is_software();
        self.admit(&facts)?;
        self.device = Some((device, facts.clone()));
        self.known = Some(facts.clone());
        Ok(facts)
    }

    /// The pages on which the member's device shows a text, each with its lines; none where its model is not known, or
    /// is the first, whose pages were never measured.
    pub fn pages(&self, text: &str) -> Vec<Vec<String>> {
        let model = self.known.as_ref().and_then(ModelFacts::of_device).filter(|model| model.keyboard);
        model.map_or_else(Vec::new, |model| model.paper.pages(text))
    }

    /// What of a SafeTx the device shows; as little as any, where it is not known.
    pub fn showing(&self) -> Showing {
        let Some(known) = &self.known else { return Showing::Values };
        let shows_hash = Version::parse(&known.firmware) >= Some(HASH_SHOWN_SINCE);
        match ModelFacts::of_device(known).map(|model| model.typed_data) {
            Some(TypedData::Hashes) => Showing::Hashes,
            Some(TypedData::Fields) if shows_hash => Showing::ValuesAndHash,
            _ => Showing::Values,
        }
    }

    /// Whether this device may be used.
    fn admit(&self, facts: &DeviceFacts) -> Result<(), Problem> {
        if facts.simulated && !self.rehearsal {
            return Err(Problem::device("device-simulated"));
        }
        if let Some(hindrance) = facts.hindrances.first() {
            return Err(hindrance.problem());
        }
        if let Some(lack) = self.needs.lacks(facts).into_iter().next() {
            return Err(lack);
        }
        if self.known.as_ref().is_some_and(|known| known.device_id != facts.device_id) {
            return Err(Problem::device("device-other").with("member", &self.member));
        }
        Ok(())
    }

    /// Opens the wallet without a passphrase, reads which it is, and leaves it again.
    ///
    /// # Errors
    /// As the device says.
    pub fn standard_identity(&mut self, ports: &mut Ports) -> Result<WalletIdentity, Problem> {
        self.facts(ports)?;
        self.with_device(|device, _| {
            let session = device.open(&Entry::Standard, ports.face)?;
            let identity = device.identity(ports.face);
            // It does not stay open, whatever came of it; the first failure is the one to tell.
            let ended = device.end(&[session]);
            identity.and_then(|identity| ended.map(|()| identity))
        })
    }

    /// Has a wallet's passphrase entered and opens it in a fresh session, ending the one from before.
    ///
    /// # Errors
    /// As the device says, or the person gave up.
    pub fn enter(&mut self, ports: &mut Ports, wallet: &Wallet) -> Result<WalletIdentity, Problem> {
        self.facts(ports)?;
        let entry = match wallet.entry {
            EntryPlace::Device => Entry::OnDevice,
            EntryPlace::Host => {
                let typed = ports.face.passphrase(&wallet.id).ok_or_else(|| Problem::stopped("stopped"))?;
                // Faces refuse it earlier, and kindlier; here it is refused whatever face there is.
                PassphraseError::check_for(&wallet.id.name, &typed)?;
                Entry::OnHost(typed)
            }
        };
        if let Some(before) = self.sessions.get(wallet.id.name.as_str()).cloned() {
            self.with_device(|device, _| device.end(&[before]))?;
            self.sessions.remove(wallet.id.name.as_str());
        }
        let session = self.with_device(|device, _| device.open(&entry, ports.face))?;
        let identity = self.with_device(|device, _| device.identity(ports.face));
        // A wallet that nobody knows is not returned to as if it had been entered: it is ended, now or in the end.
        if identity.is_ok() {
            self.sessions.insert(wallet.id.name.to_string(), session);
        } else if self.with_device(|device, _| device.end(std::slice::from_ref(&session))).is_err() {
            self.strays.push(session);
        }
        identity
    }

    /// Returns to an opened wallet and reads which it is; none where the device has forgotten it, so that its
    /// passphrase must be entered again.
    ///
    /// # Errors
    /// As the device says.
    pub fn return_to(
        &mut self,
        ports: &mut Ports,
        wallet: &Wallet,
    ) -> Result<Option<WalletIdentity>, Problem> {
        self.facts(ports)?;
        let Some(session) = self.sessions.get(wallet.id.name.as_str()).cloned() else { return Ok(None) };
        let identity = self.with_device(|device, _| {
            let reopened = device.reopen(&session, ports.face);
            match reopened.and_then(|()| device.identity(ports.face)) {
                Ok(identity) => Ok(Some(identity)),
                Err(DeviceError::SessionLost) => Ok(None),
                Err(error) => Err(error),
            }
        })?;
        if identity.is_none() {
            self.sessions.remove(wallet.id.name.as_str());
        }
        Ok(identity)
    }

    /// Compares the whole identity of the open wallet with the expected one.
    ///
    /// # Errors
    /// Another wallet is open: it is left, and nothing was done in it.
    pub fn demand(
        &mut self,
        wallet: &Wallet,
        found: WalletIdentity,
        expected: WalletIdentity,
    ) -> Result<(), Problem> {
        if found == expected {
            return Ok(());
        }
        self.leave(wallet);
        Err(Problem::device("wallet-other").with("wallet", &wallet.id))
    }

    /// Acts on the device in the wallet reached last.
    ///
    /// # Errors
    /// As the device says; a device that is gone must be plugged in anew. Its sessions are kept: one that was only
    /// silent still knows them, and must forget them in the end.
    pub fn with_device<T>(
        &mut self,
        act: impl FnOnce(&mut dyn Device, &DeviceFacts) -> Result<T, DeviceError>,
    ) -> Result<T, Problem> {
        let Some((device, facts)) = &mut self.device else {
            return Err(Problem::device("device-lost").with("reason", &self.member));
        };
        act(device.as_mut(), facts).map_err(|error| {
            if matches!(error, DeviceError::Lost(_)) {
                self.device = None;
            }
            error.into()
        })
    }

    /// Reads an account of the open wallet, which has this identity.
    ///
    /// # Errors
    /// As the device says; or what it gave is no account of this wallet, or another one.
    pub fn account(
        &mut self,
        ports: &mut Ports,
        identity: &WalletIdentity,
        path: AccountPath,
    ) -> Result<AccountXpub, Problem> {
        let xpub = self.with_device(|device, _| device.account_xpub(path, ports.face))?;
        if identity.fingerprint() == xpub.parent_fingerprint() && xpub.account() == path.account() {
            Ok(xpub)
        } else {
            Err(Problem::device("xpub-other").with("path", path))
        }
    }

    /// Has the open wallet sign a statement.
    ///
    /// # Errors
    /// As the device says; or somebody else signed.
    pub fn sign(
        &mut self,
        ports: &mut Ports,
        path: AddressPath,
        statement: &str,
        signer: Address,
    ) -> Result<Signature, Problem> {
        let signed = self.with_device(|device, _| device.sign(path, statement, ports.face))?;
        if signed.address == signer && signed.signature.signer(statement.as_bytes()) == Ok(signer) {
            return Ok(signed.signature);
        }
        Err(Problem::device("signer-mismatch").with("expected", signer).with("said", signed.address))
    }

    /// Ends a wallet's session, so that its next entry starts from nothing. A failure is left to that entry.
    pub fn leave(&mut self, wallet: &Wallet) {
        let Some(session) = self.sessions.get(wallet.id.name.as_str()).cloned() else { return };
        if self.with_device(|device, _| device.end(&[session])).is_ok() {
            self.sessions.remove(wallet.id.name.as_str());
        }
    }

    /// Makes the device forget every wallet and locks it. False where no device is connected that could be told: one
    /// that keeps its power then still knows them.
    ///
    /// # Errors
    /// As the device says.
    pub fn end(&mut self) -> Result<bool, Problem> {
        if self.device.is_none() {
            return Ok(false);
        }
        let sessions: Vec<_> = self.sessions.values().chain(&self.strays).cloned().collect();
        self.with_device(|device, _| {
            device.end(&sessions)?;
            device.lock()
        })?;
        self.sessions.clear();
        self.strays.clear();
        self.device = None;
        Ok(true)
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::plan;

    #[test]
    fn a_device_that_does_not_fit_the_plan_is_not_admitted() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("ceremonies/bonded-validator.toml");
        let plan = plan::load(&path).unwrap().into_plan().unwrap();
        let station = Station::new("member-1", Needs::of(&plan, "member-1"), false, None);
        let mut facts = DeviceFacts {
            kind: "trezor".to_owned(),
            model: "T3T1".to_owned(),
            firmware: "2.12.4".to_owned(),
            device_id: "A".to_owned(),
            simulated: false,
            details: BTreeMap::new(),
            hindrances: Vec::new(),
        };
        assert_eq!(station.admit(&facts), Ok(()));
        facts.model = "T1B1".to_owned();
        assert_eq!(station.admit(&facts).unwrap_err().id(), "device-no-slip39");
    }
}
