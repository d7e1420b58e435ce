//! How far a drill came: `state → next step`.

use std::sync::Arc;

use super::{DrillBegun, DrillEvent, DrillOrder};
use crate::ceremony::{DeviceCheck, Progress};
use crate::journal::Line;
use crate::keys::{Address, Digest, Signature};
use crate::manifest::{DeviceFacts, Exception, Layout, SameDevice, Statement, StatementKind};
use crate::text::Problem;

/// How far a drill came. Made by replaying its journal, and only so.
#[derive(Clone, Debug)]
pub struct DrillState {
    /// What is to be done; shared, as it holds every row of the manifest and the state is copied with each event.
    pub order: Arc<DrillOrder>,
    /// How it began, and when.
    pub begun: Option<(DrillBegun, String)>,
    /// The device, and whether it is that of the ceremony.
    pub facts: Option<(DeviceFacts, SameDevice)>,
    /// What its hardware and firmware told.
    pub checked: Option<DeviceCheck>,
    /// See [`seed_commitment`](crate::manifest::seed_commitment).
    pub commitment: Option<Digest>,
    /// The wallets, in the order's order.
    pub wallets: Vec<DrillWalletState>,
    /// The record's bytes and their SHA-256, once it is settled.
    pub record: Option<(Vec<u8>, Digest)>,
    /// What did not go as planned.
    pub exceptions: Vec<Exception>,
    pub(super) was_compared: bool,
    pub(super) ended: bool,
    pub(super) finished: bool,
}

/// How far one wallet came.
#[derive(Clone, Debug, Default)]
pub struct DrillWalletState {
    /// Whether it was opened.
    pub opened: bool,
    /// How many of its addresses were compared.
    pub compared: usize,
    /// Whether it is left out.
    pub left_out: bool,
    /// Its signature on the record's statement, with the signer.
    pub signature: Option<(Address, Signature)>,
    /// Whether it was opened again, and its first address not yet compared with its sheet of paper.
    pub unproven: bool,
}

/// What comes next. Wallets and rows by their position in the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrillStep {
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
    /// Show an address and have it compared.
    ShowAddress(usize, usize),
    /// Compare the first address of a wallet that was opened again with its sheet of paper.
    CompareSheet(usize),
    /// Settle the record.
    WriteRecord,
    /// Have its digest compared.
    CompareRecord,
    /// Have a wallet sign.
    Sign(usize),
    /// Make the device forget.
    EndSessions,
    /// Close the journal.
    Finish,
    /// Nothing.
    Done,
}

impl DrillStep {
    /// Whether something is asked of the device.
    pub fn needs_device(self) -> bool {
        use DrillStep as Step;
        matches!(
            self,
            Step::Identify
                | Step::CheckDevice
                | Step::CommitSeed
                | Step::Enter(_)
                | Step::ShowAddress(..)
                | Step::CompareSheet(_)
                | Step::Sign(_)
        )
    }

    /// The wallet that could be left out at this step.
    pub fn wallet(self) -> Option<usize> {
        match self {
            Self::Enter(at) | Self::ShowAddress(at, _) | Self::CompareSheet(at) => Some(at),
            _ => None,
        }
    }
}

impl DrillState {
    /// Before anything happened.
    pub fn new(order: DrillOrder) -> Self {
        let wallets = vec![DrillWalletState::default(); order.wallets.len()];
        Self {
            order: Arc::new(order),
            begun: None,
            facts: None,
            checked: None,
            commitment: None,
            wallets,
            record: None,
            exceptions: Vec::new(),
            was_compared: false,
            ended: false,
            finished: false,
        }
    }

    /// Replays a journal.
    ///
    /// # Errors
    /// An event that could not have happened then, as `journal-disorder`.
    pub fn replay(order: DrillOrder, lines: &[Line<DrillEvent>]) -> Result<Self, Problem> {
        let mut state = Self::new(order);
        for line in lines {
            state.apply(line)?;
        }
        Ok(state)
    }

    /// What comes next.
    pub fn next(&self) -> DrillStep {
        let wallets = || self.wallets.iter().enumerate().filter(|(_, wallet)| !wallet.left_out);
        let before = [
            (self.begun.is_none(), DrillStep::Begin),
            (self.facts.is_none(), DrillStep::Identify),
            (self.checked.is_none(), DrillStep::CheckDevice),
            (self.commitment.is_none(), DrillStep::CommitSeed),
        ];
        if let Some((_, step)) = before.into_iter().find(|(is_next, _)| *is_next) {
            return step;
        }
        if let Some((at, _)) = wallets().find(|(_, wallet)| wallet.unproven) {
            return DrillStep::CompareSheet(at);
        }
        if let Some(step) = wallets().find_map(|(at, _)| self.next_in_wallet(at)) {
            return step;
        }
        if self.record.is_none() {
            return DrillStep::WriteRecord;
        }
        if !self.was_compared {
            return DrillStep::CompareRecord;
        }
        if let Some((at, _)) = wallets().find(|(_, wallet)| wallet.signature.is_none()) {
            return DrillStep::Sign(at);
        }
        match (self.ended, self.finished) {
            (false, _) => DrillStep::EndSessions,
            (true, false) => DrillStep::Finish,
            (true, true) => DrillStep::Done,
        }
    }

    fn next_in_wallet(&self, at: usize) -> Option<DrillStep> {
        let wallet = &self.wallets[at];
        if !wallet.opened {
            Some(DrillStep::Enter(at))
        } else if wallet.compared < self.order.wallets[at].rows.len() {
            Some(DrillStep::ShowAddress(at, wallet.compared))
        } else {
            None
        }
    }

    /// The wallets that are left out, by name.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        let pairs = self.order.wallets.iter().zip(&self.wallets);
        pairs.filter(|(_, state)| state.left_out).map(|(order, _)| order.name())
    }

    /// The statement that a wallet signs, once the record is settled.
    pub fn statement(&self, at: usize) -> Option<String> {
        let wallet = self.order.wallets.get(at)?;
        let statement = Statement {
            kind: StatementKind::Drill,
            ceremony: &self.order.heading,
            member: &self.order.member,
            wallet: wallet.name(),
            addresses: wallet.rows.len(),
            sha256: self.record.as_ref()?.1,
        };
        Some(statement.to_string())
    }

    /// The files that follow from it so far, by name, but for the journal and the sums.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let Some((record, _)) = &self.record else { return Vec::new() };
        let mut files = vec![(Layout::DRILL.to_owned(), record.clone())];
        for (at, (order, wallet)) in self.order.wallets.iter().zip(&self.wallets).enumerate() {
            let name = Layout::drill_statement(order.name());
            if !wallet.left_out {
                let signature = wallet.signature.map(|(_, signature)| signature.to_string());
                files.extend(signature.map(|text| (Layout::signature(&name), text.into_bytes())));
                files.extend(self.statement(at).map(|statement| (name, statement.into_bytes())));
            }
        }
        files
    }

    /// The next step as exceptions name it, e.g. `show-address safe-owner-1`.
    pub fn step_name(&self) -> String {
        let wallet = |at: usize| self.order.wallets[at].name();
        match self.next() {
            DrillStep::Begin => "begin".to_owned(),
            DrillStep::Identify => "identify".to_owned(),
            DrillStep::CheckDevice => "check-device".to_owned(),
            DrillStep::CommitSeed => "commit-seed".to_owned(),
            DrillStep::Enter(at) => format!("enter {}", wallet(at)),
            DrillStep::ShowAddress(at, row) => {
                format!("show-address {}", self.order.wallets[at].rows[row].role)
            }
            DrillStep::CompareSheet(at) => format!("compare-sheet {}", wallet(at)),
            DrillStep::WriteRecord => "write-record".to_owned(),
            DrillStep::CompareRecord => "compare-record".to_owned(),
            DrillStep::Sign(at) => format!("sign {}", wallet(at)),
            DrillStep::EndSessions => "end-sessions".to_owned(),
            DrillStep::Finish | DrillStep::Done => "finish".to_owned(),
        }
    }

    /// Counts for a face: what is left out counts as settled.
    pub fn progress(&self) -> Progress {
        let rows = |at: usize| self.order.wallets[at].rows.len();
        let done = |at: usize| if self.wallets[at].left_out { rows(at) } else { self.wallets[at].compared };
        let all = || 0..self.wallets.len();
        let taking_part = self.wallets.iter().filter(|wallet| !wallet.left_out).count();
        Progress {
            member: self.order.member.clone(),
            members: (0, 0),
            wallets: (all().filter(|at| done(*at) == rows(*at)).count(), self.wallets.len()),
            addresses: (all().map(done).sum(), self.order.addresses()),
            signatures: (self.wallets.iter().filter(|it| it.signature.is_some()).count(), taking_part),
            exceptions: self.exceptions.len(),
        }
    }
}
