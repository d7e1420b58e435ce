//! How far a member's run came: `state → next step`.

use std::sync::Arc;

use super::super::{Begun, Confirmed, DeviceCheck, Event, Progress, Refusal, Script, WalletScript};
use super::Replay;
use super::project::canonical_bytes;
use super::replay::Shown;
use super::step::MemberStep;
use crate::journal::Line;
use crate::keys::{AccountXpub, Address, Digest, Signature, WalletIdentity};
use crate::manifest::{
    DeviceFacts, Exception, Heading, Part, Sealed, Statement, StatementKind, seed_commitment,
};
use crate::text::Problem;

/// How far a member's run came. Made by replaying its journal, and only so.
#[derive(Clone, Debug)]
pub struct MemberState {
    /// What is to be done.
    pub script: Arc<Script>,
    /// How it began.
    pub begun: Option<Begun>,
    /// The device.
    pub facts: Option<DeviceFacts>,
    /// What its hardware and firmware told.
    pub checked: Option<DeviceCheck>,
    /// Whether it checked its backup.
    pub backup_checked: bool,
    /// See [`seed_commitment`].
    pub commitment: Option<Digest>,
    /// The wallets, in the script's order.
    pub wallets: Vec<WalletState>,
    /// The part, once it is settled.
    pub settled: Option<Settled>,
    /// What did not go as planned.
    pub exceptions: Vec<Exception>,
    /// While a journal is replayed, the addresses that are still to be derived.
    pub(super) shown: Option<Vec<Shown>>,
    pub(super) compared: bool,
    pub(super) ended: bool,
    pub(super) finished: bool,
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
    /// How many xpubs were read and written nowhere, where the wallet keeps them.
    pub kept: usize,
    /// Its addresses, in the script's order as far as they were confirmed.
    pub confirmed: Vec<Confirmed>,
    /// Its signature on the part's statement, with the signer.
    pub signature: Option<(Address, Signature)>,
    /// Whether it was opened again, and its first address not yet compared with its sheet of paper.
    pub unproven: bool,
}

/// A settled part: it follows from the journal before `PartWritten`.
#[derive(Clone, Debug, PartialEq)]
pub struct Settled {
    /// The part.
    pub part: Arc<Part>,
    /// The sealed file.
    pub sealed: Arc<Sealed>,
    /// SHA-256 of the part.
    pub digest: Digest,
    /// SHA-256 of the sealed file.
    pub sealed_digest: Digest,
}

impl Settled {
    /// The bytes of both files: of the part, and of the sealed file. Made when asked for, as they are long.
    ///
    /// # Errors
    /// None that settling did not have.
    pub fn bytes(&self) -> Result<[Vec<u8>; 2], Problem> {
        Ok([canonical_bytes(&*self.part)?, canonical_bytes(&*self.sealed)?])
    }
}

impl MemberState {
    /// Before anything happened.
    pub fn new(script: impl Into<Arc<Script>>) -> Self {
        let script = script.into();
        let wallets = vec![WalletState::default(); script.wallets.len()];
        Self {
            script,
            begun: None,
            facts: None,
            checked: None,
            backup_checked: false,
            commitment: None,
            wallets,
            settled: None,
            exceptions: Vec::new(),
            shown: None,
            compared: false,
            ended: false,
            finished: false,
        }
    }

    /// Replays a journal.
    ///
    /// # Errors
    /// An event that could not have happened then, as `journal-disorder`.
    pub fn replay(script: impl Into<Arc<Script>>, lines: &[Line<Event>]) -> Result<Self, Problem> {
        let mut replay = Replay::new(script);
        lines.iter().for_each(|line| replay.take(line));
        replay.end()
    }

    /// The problem of a line, from 0, that could not have happened there.
    pub(super) fn disorder(&self, line: u64) -> Problem {
        Problem::finding("journal-disorder").with("member", &self.script.member).with("line", line + 1)
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
        if self.script.check_backup && !self.backup_checked {
            return MemberStep::CheckBackup;
        }
        if self.commitment.is_none() {
            return MemberStep::CommitSeed;
        }
        if let Some(at) = self.wallets.iter().position(|wallet| wallet.unproven) {
            return MemberStep::CompareSheet(at);
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
        } else if state.xpubs.len() + state.kept < script.accounts.len() {
            Some(MemberStep::ReadAccount(at, state.xpubs.len() + state.kept))
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

    /// Which ceremony, once begun.
    pub fn heading(&self) -> Option<&Heading> {
        self.begun.as_ref().map(|begun| &begun.ceremony)
    }

    /// A wallet's state, by its name.
    pub fn wallet(&self, name: &str) -> Option<&WalletState> {
        let at = self.script.wallets.iter().position(|wallet| wallet.name() == name)?;
        self.wallets.get(at)
    }

    pub(super) fn wallet_mut(&mut self, name: &str) -> Option<&mut WalletState> {
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
            MemberStep::CheckBackup => "check-backup".to_owned(),
            MemberStep::CommitSeed => "commit-seed".to_owned(),
            MemberStep::Enter(at) => format!("enter {}", wallet(at)),
            MemberStep::ReadAccount(at, account) => {
                format!("read-account {} {}", wallet(at), self.script.wallets[at].accounts[account])
            }
            MemberStep::ShowAddress(at, role) => {
                format!("show-address {}", self.script.wallets[at].roles[role].name)
            }
            MemberStep::CompareSheet(at) => format!("compare-sheet {}", wallet(at)),
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
