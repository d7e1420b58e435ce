//! The fold: `state + event → state`, `state → next step`.

use super::super::{Begun, Confirmed, Event, Progress, Refusal, Script, WalletScript};
use super::part_and_sealed;
use crate::device::genuine::{Challenge, Proof, Root};
use crate::journal::Line;
use crate::keys::{AccountXpub, Address, Digest, Signature, WalletIdentity};
use crate::manifest::{DeviceFacts, Exception, Heading, Statement, StatementKind, seed_commitment};
use crate::text::Problem;

/// How far a member's run came. Made by replaying its journal, and only so.
#[derive(Clone, Debug)]
pub struct MemberState {
    /// What is to be done.
    pub script: Script,
    /// How it began.
    pub begun: Option<Begun>,
    /// The device.
    pub facts: Option<DeviceFacts>,
    /// What its hardware and firmware told.
    pub checked: Option<DeviceCheck>,
    /// See [`seed_commitment`].
    pub commitment: Option<Digest>,
    /// The wallets, in the script's order.
    pub wallets: Vec<WalletState>,
    /// The part, once it is settled.
    pub settled: Option<Settled>,
    /// What did not go as planned.
    pub exceptions: Vec<Exception>,
    compared: bool,
    ended: bool,
    finished: bool,
}

/// What a device's hardware and firmware told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DeviceCheck {
    /// What they were asked with.
    pub challenge: Challenge,
    /// Whose root the proof leads to; none for a model that has nothing to prove it with.
    pub root: Option<Root>,
    /// The firmware's hash of itself, keyed with the challenge.
    pub firmware: Digest,
}

/// How far one wallet came.
#[derive(Clone, Debug, Default)]
pub struct WalletState {
    /// What its first entry opened, while the second is awaited.
    pub first: Option<WalletIdentity>,
    /// Which wallet it is, once its entries agree.
    pub identity: Option<WalletIdentity>,
    /// Its accounts' xpubs, in the script's order as far as they were read.
    pub xpubs: Vec<AccountXpub>,
    /// Its addresses, in the script's order as far as they were confirmed.
    pub confirmed: Vec<Confirmed>,
    /// Its signature on the part's statement, with the signer.
    pub signature: Option<(Address, Signature)>,
}

/// A settled part: its bytes follow from the journal before `PartWritten`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// The bytes of the part.
    pub part: Vec<u8>,
    /// The bytes of the sealed file.
    pub sealed: Vec<u8>,
    /// SHA-256 of the part.
    pub digest: Digest,
}

/// What comes next. Wallets, accounts and roles by their position in the script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MemberStep {
    /// Begin the journal.
    Begin,
    /// Ask the device what it is.
    Identify,
    /// Have it prove that it is genuine.
    CheckDevice,
    /// Read the wallet without a passphrase.
    CommitSeed,
    /// Enter a wallet.
    Enter(usize),
    /// Read an account's xpub.
    ReadAccount(usize, usize),
    /// Show an address and have it confirmed.
    ShowAddress(usize, usize),
    /// Settle the part.
    WritePart,
    /// Have its digest compared.
    ComparePart,
    /// Have a wallet sign.
    Sign(usize),
    /// Make the device forget.
    EndSessions,
    /// Close the journal.
    Finish,
    /// Nothing.
    Done,
}

impl MemberStep {
    /// Whether something is asked of the member's device.
    pub fn needs_device(self) -> bool {
        match self {
            Self::Identify
            | Self::CheckDevice
            | Self::CommitSeed
            | Self::Enter(_)
            | Self::ReadAccount(..)
            | Self::ShowAddress(..)
            | Self::Sign(_) => true,
            // A device that is gone cannot be told to forget: the person is asked about it.
            Self::EndSessions => false,
            Self::Begin | Self::WritePart | Self::ComparePart | Self::Finish | Self::Done => false,
        }
    }
}

impl MemberState {
    /// Before anything happened.
    pub fn new(script: Script) -> Self {
        let wallets = vec![WalletState::default(); script.wallets.len()];
        Self {
            script,
            begun: None,
            facts: None,
            checked: None,
            commitment: None,
            wallets,
            settled: None,
            exceptions: Vec::new(),
            compared: false,
            ended: false,
            finished: false,
        }
    }

    /// Replays a journal.
    ///
    /// # Errors
    /// An event that could not have happened then, as `journal-disorder`.
    pub fn replay(script: Script, lines: &[Line<Event>]) -> Result<Self, Problem> {
        let mut state = Self::new(script);
        for line in lines {
            state.apply(line)?;
        }
        Ok(state)
    }

    /// What comes next.
    pub fn next(&self) -> MemberStep {
        if self.begun.is_none() {
            return MemberStep::Begin;
        }
        if self.facts.is_none() {
            return MemberStep::Identify;
        }
        if self.checked.is_none() {
            return MemberStep::CheckDevice;
        }
        if self.commitment.is_none() {
            return MemberStep::CommitSeed;
        }
        if let Some(step) = (0..self.wallets.len()).find_map(|at| self.next_in_wallet(at)) {
            return step;
        }
        if self.settled.is_none() {
            return MemberStep::WritePart;
        }
        if !self.compared {
            return MemberStep::ComparePart;
        }
        if let Some(at) = self.wallets.iter().position(|wallet| wallet.signature.is_none()) {
            return MemberStep::Sign(at);
        }
        match (self.ended, self.finished) {
            (false, _) => MemberStep::EndSessions,
            (true, false) => MemberStep::Finish,
            (true, true) => MemberStep::Done,
        }
    }

    fn next_in_wallet(&self, at: usize) -> Option<MemberStep> {
        let (script, state) = (&self.script.wallets[at], &self.wallets[at]);
        if state.identity.is_none() {
            Some(MemberStep::Enter(at))
        } else if state.xpubs.len() < script.accounts.len() {
            Some(MemberStep::ReadAccount(at, state.xpubs.len()))
        } else if state.confirmed.len() < script.roles.len() {
            Some(MemberStep::ShowAddress(at, state.confirmed.len()))
        } else {
            None
        }
    }

    /// Whether an identity may not be taken for a wallet, and why.
    pub fn refusal(&self, at: usize, identity: &WalletIdentity) -> Option<Refusal> {
        let heading = &self.begun.as_ref()?.ceremony;
        let (script, state) = (&self.script.wallets[at], &self.wallets[at]);
        // A wallet that the plan knows by its identity counts as seen before its turn: taken under another name here,
        // it could never be entered there.
        let is_other = |(position, (other, known)): (usize, (&WalletState, &WalletScript))| {
            position != at && [other.identity, known.wallet.identity].contains(&Some(*identity))
        };
        if Some(seed_commitment(heading, identity)) == self.commitment {
            Some(Refusal::Standard)
        } else if self.wallets.iter().zip(&self.script.wallets).enumerate().any(is_other) {
            Some(Refusal::Seen)
        } else if script.wallet.identity.is_some_and(|known| known != *identity) {
            Some(Refusal::Unknown)
        } else if state.first.is_some_and(|first| first != *identity) {
            Some(Refusal::Differs)
        } else {
            None
        }
    }

    /// Takes one event.
    ///
    /// # Errors
    /// It could not have happened here, as `journal-disorder`.
    pub fn apply(&mut self, line: &Line<Event>) -> Result<(), Problem> {
        if self.fits(line) && self.take(line) {
            Ok(())
        } else {
            Err(Problem::finding("journal-disorder")
                .with("member", &self.script.member)
                .with("line", line.seq + 1))
        }
    }

    /// Whether this kind of event belongs to the next step.
    fn fits(&self, line: &Line<Event>) -> bool {
        use MemberStep as Step;
        match (&line.event, self.next()) {
            (Event::Begun(_), step) => step == Step::Begin,
            (_, Step::Begin | Step::Done) => false,
            (Event::ExceptionRecorded(exception), _) => {
                exception.step == self.step_name() && exception.is_writable()
            }
            (Event::AlarmRaised { step, reason }, next) => {
                *step == self.step_name() && reason.fits_member(next)
            }
            (
                Event::WalletReopened { wallet },
                Step::ReadAccount(at, _) | Step::ShowAddress(at, _) | Step::Sign(at),
            ) => self.script.wallets[at].name() == wallet,
            (Event::DeviceIdentified { .. }, step) => step == Step::Identify,
            (Event::DeviceProved { .. } | Event::DeviceUnproved { .. }, step) => step == Step::CheckDevice,
            (Event::SeedCommitted { .. }, step) => step == Step::CommitSeed,
            (Event::WalletEntered { wallet, .. } | Event::WalletRefused { wallet, .. }, Step::Enter(at)) => {
                self.script.wallets[at].name() == wallet
            }
            (Event::AccountRead { wallet, path, .. }, Step::ReadAccount(at, account)) => {
                let script = &self.script.wallets[at];
                script.name() == wallet && script.accounts[account] == *path
            }
            (Event::AddressConfirmed { role, path, address }, Step::ShowAddress(at, position)) => {
                let planned = &self.script.wallets[at].roles[position];
                planned.name == *role
                    && planned.path == *path
                    && planned.address.is_none_or(|expected| expected == *address)
            }
            (Event::PartWritten { .. }, step) => step == Step::WritePart,
            (Event::PartCompared { .. }, step) => step == Step::ComparePart,
            (Event::StatementSigned { wallet, .. }, Step::Sign(at)) => {
                self.script.wallets[at].name() == wallet
            }
            (Event::SessionsEnded {}, step) => step == Step::EndSessions,
            (Event::Finished {}, step) => step == Step::Finish,
            _ => false,
        }
    }

    /// Takes an event that fits; false where what it says cannot be.
    fn take(&mut self, line: &Line<Event>) -> bool {
        match &line.event {
            Event::Begun(begun) => self.begun = Some(begun.clone()),
            Event::DeviceIdentified { facts } => {
                self.facts = Some(facts.clone());
                let rehearsal = self.heading().is_some_and(|heading| heading.rehearsal);
                return facts.hindrances.is_empty() && (rehearsal || !facts.simulated);
            }
            Event::DeviceProved { firmware, proof } => {
                return self.take_check(line, *firmware, Some(proof));
            }
            Event::DeviceUnproved { firmware } => return self.take_check(line, *firmware, None),
            Event::SeedCommitted { commitment } => self.commitment = Some(*commitment),
            Event::WalletEntered { identity, .. } => return self.take_entry(identity),
            Event::WalletRefused { .. } => self.current().first = None,
            Event::WalletReopened { .. } | Event::AlarmRaised { .. } => {}
            Event::AccountRead { xpub, path, .. } => {
                let wallet = self.current();
                let of_wallet =
                    wallet.identity.is_some_and(|id| id.fingerprint() == xpub.parent_fingerprint());
                wallet.xpubs.push(xpub.clone());
                return of_wallet && xpub.account() == path.account();
            }
            Event::AddressConfirmed { path, address, .. } => {
                let wallet = self.current();
                let xpub = wallet.xpubs.iter().find(|xpub| xpub.account() == path.account());
                let confirmed = xpub.and_then(|xpub| Confirmed::compare(xpub, *path, *address).ok());
                wallet.confirmed.extend(confirmed);
                return confirmed.is_some();
            }
            Event::PartWritten { part, sealed } => return self.settle(line, *part, *sealed),
            Event::PartCompared { part } => {
                self.compared = true;
                return self.settled.as_ref().is_some_and(|settled| settled.digest == *part);
            }
            Event::StatementSigned { wallet, signer, signature } => {
                return self.take_signature(wallet, *signer, *signature);
            }
            Event::ExceptionRecorded(exception) => self.exceptions.push(exception.clone()),
            Event::SessionsEnded {} => self.ended = true,
            Event::Finished {} => self.finished = true,
        }
        true
    }

    /// The proof is followed again: what the laptop made of it counts for nothing.
    fn take_check(&mut self, line: &Line<Event>, firmware: Digest, proof: Option<&Proof>) -> bool {
        let challenge = Challenge::of_head(&line.previous);
        let model = self.facts.as_ref().map_or("", |facts| &facts.model);
        let root = proof.and_then(|proof| proof.root(&challenge, model).ok());
        let rehearsal = self.heading().is_some_and(|heading| heading.rehearsal);
        let holds = match (proof, root) {
            (None, _) => !Root::known(model),
            (Some(_), root) => root == Some(Root::Production) || (rehearsal && root.is_some()),
        };
        self.checked = Some(DeviceCheck { challenge, root, firmware });
        holds
    }

    fn take_entry(&mut self, identity: &WalletIdentity) -> bool {
        let MemberStep::Enter(at) = self.next() else { return false };
        if self.refusal(at, identity).is_some() {
            return false;
        }
        let entries = self.script.wallets[at].entries();
        let wallet = &mut self.wallets[at];
        if entries == 1 || wallet.first.is_some() {
            wallet.identity = Some(*identity);
        } else {
            wallet.first = Some(*identity);
        }
        true
    }

    fn settle(&mut self, line: &Line<Event>, part: Digest, sealed: Digest) -> bool {
        let settled = part_and_sealed(self, line.previous, line.seq);
        let agrees = settled.as_ref().is_ok_and(|s| s.digest == part && Digest::of(&s.sealed) == sealed);
        self.settled = settled.ok();
        agrees
    }

    fn take_signature(&mut self, wallet: &str, signer: Address, signature: Signature) -> bool {
        let right = self.statement(wallet).is_some_and(|statement| {
            self.signer(wallet) == Some(signer) && signature.signer(statement.as_bytes()) == Ok(signer)
        });
        if let Some(state) = self.wallet_mut(wallet) {
            state.signature = Some((signer, signature));
        }
        right
    }

    /// The wallet that the next step is about. Called where `fits` made sure that there is one.
    fn current(&mut self) -> &mut WalletState {
        let at = match self.next() {
            MemberStep::Enter(at) | MemberStep::ReadAccount(at, _) | MemberStep::ShowAddress(at, _) => at,
            _ => 0,
        };
        &mut self.wallets[at]
    }

    /// Which ceremony, once begun.
    pub fn heading(&self) -> Option<&Heading> {
        self.begun.as_ref().map(|begun| &begun.ceremony)
    }

    /// A wallet's state, by its name.
    pub fn wallet(&self, name: &str) -> Option<&WalletState> {
        let at = self.script.wallets.iter().position(|wallet| wallet.name() == name)?;
        self.wallets.get(at)
    }

    fn wallet_mut(&mut self, name: &str) -> Option<&mut WalletState> {
        let at = self.script.wallets.iter().position(|wallet| wallet.name() == name)?;
        self.wallets.get_mut(at)
    }

    /// The statement that a wallet signs, once the part is settled.
    pub fn statement(&self, wallet: &str) -> Option<String> {
        let script = self.script.wallet(wallet)?;
        let statement = Statement {
            kind: StatementKind::Part,
            ceremony: self.heading()?,
            member: &self.script.member,
            wallet,
            addresses: script.roles.len(),
            sha256: self.settled.as_ref()?.digest,
        };
        Some(statement.to_string())
    }

    /// The confirmed address that signs for a wallet.
    pub fn signer(&self, wallet: &str) -> Option<Address> {
        let script = self.script.wallet(wallet)?;
        let at = script.roles.iter().position(|role| role.name == script.wallet.signer)?;
        self.wallet(wallet)?.confirmed.get(at).map(|confirmed| confirmed.address())
    }

    /// The next step as exceptions name it, e.g. `show-address safe-owner-1`.
    pub fn step_name(&self) -> String {
        let wallet = |at: usize| self.script.wallets[at].name();
        match self.next() {
            MemberStep::Begin => "begin".to_owned(),
            MemberStep::Identify => "identify".to_owned(),
            MemberStep::CheckDevice => "check-device".to_owned(),
            MemberStep::CommitSeed => "commit-seed".to_owned(),
            MemberStep::Enter(at) => format!("enter {}", wallet(at)),
            MemberStep::ReadAccount(at, account) => {
                format!("read-account {} {}", wallet(at), self.script.wallets[at].accounts[account])
            }
            MemberStep::ShowAddress(at, role) => {
                format!("show-address {}", self.script.wallets[at].roles[role].name)
            }
            MemberStep::WritePart => "write-part".to_owned(),
            MemberStep::ComparePart => "compare-part".to_owned(),
            MemberStep::Sign(at) => format!("sign {}", wallet(at)),
            MemberStep::EndSessions => "end-sessions".to_owned(),
            MemberStep::Finish | MemberStep::Done => "finish".to_owned(),
        }
    }

    /// Counts for a face.
    pub fn progress(&self) -> Progress {
        let settled =
            |(script, state): (&WalletScript, &WalletState)| state.confirmed.len() == script.roles.len();
        let pairs = || self.script.wallets.iter().zip(&self.wallets);
        Progress {
            member: self.script.member.clone(),
            members: (0, 0),
            wallets: (pairs().filter(|pair| settled(*pair)).count(), self.wallets.len()),
            addresses: (self.wallets.iter().map(|w| w.confirmed.len()).sum(), self.script.addresses()),
            signatures: (self.wallets.iter().filter(|w| w.signature.is_some()).count(), self.wallets.len()),
            exceptions: self.exceptions.len(),
        }
    }
}
