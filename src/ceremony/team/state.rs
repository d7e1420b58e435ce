//! The fold of the team's journal.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::witness::fit_witness;
use super::{Accepted, Earlier, Folder, Sources, Taken, check_together, manifest_of};
use crate::ceremony::{Begun, MemberState, Progress, Scope, Script, TeamEvent};
use crate::journal::{Line, Storage};
use crate::keys::{Address, Digest, Signature, WalletIdentity};
use crate::manifest::{
    ContractFile, DeviceFacts, Exception, Heading, Layout, Manifest, Signer, Statement, StatementKind,
    WitnessEntry, canonical, derived,
};
use crate::plan::{Plan, Role, WalletId, WitnessMeans};
use crate::text::Problem;

/// How far the team came. Made by replaying its journal beside the members' files, and only so.
#[derive(Clone, Debug)]
pub struct TeamState<'a> {
    /// What the team decided.
    pub plan: &'a Plan,
    /// How it began.
    pub begun: Option<Begun>,
    /// The parts taken, in the plan's order.
    pub parts: Vec<Accepted>,
    /// The manifest, once it is settled.
    pub settled: Option<SettledManifest>,
    /// Signatures, in the policy's order as far as they were made.
    pub signatures: Vec<Option<(Address, Signature)>>,
    /// Signatures of witnesses, in the plan's order as far as they came; none of those on paper.
    pub witness_signatures: Vec<Option<(Address, Signature)>>,
    /// Which witnesses are recorded, in the plan's order.
    pub witnessed: Vec<bool>,
    /// What did not go as planned since the parts came together.
    pub exceptions: Vec<Exception>,
    members: Vec<String>,
    /// The earlier parts that addresses are carried from.
    earlier: Vec<Earlier>,
    taken: Arc<Taken>,
    compared: bool,
    /// The member whose device may still know a wallet.
    open: Option<String>,
    /// The open wallets, by member and name, and whether their first address was compared with their paper.
    opened: BTreeMap<(String, String), bool>,
    finished: bool,
}

/// A settled manifest: its bytes follow from the plan and the parts.
#[derive(Clone, Debug)]
pub struct SettledManifest {
    /// What it says.
    pub manifest: Arc<Manifest>,
    /// Its bytes; none where the file is known to have them.
    pub bytes: Option<Arc<[u8]>>,
    /// Their SHA-256.
    pub digest: Digest,
    /// The files of its contracts.
    pub contracts: Vec<ContractFile>,
}

/// What comes next. Members and signers by their position.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TeamStep {
    /// Begin the journal.
    Begin,
    /// Check a member's part and take it.
    AcceptPart(usize),
    /// Settle the manifest.
    WriteManifest,
    /// Have its digest compared.
    CompareManifest,
    /// Compare the first address of a signer's wallet with its sheet of paper.
    CompareSheet(usize),
    /// Have a signer sign.
    Sign(usize),
    /// Make this member's device forget.
    EndSessions(String),
    /// Wait for a witness.
    Witness(usize),
    /// Close the journal.
    Finish,
    /// Nothing.
    Done,
}

impl<'a> TeamState<'a> {
    /// Before anything happened.
    pub fn new(plan: &'a Plan) -> Self {
        Self {
            plan,
            begun: None,
            parts: Vec::new(),
            settled: None,
            signatures: vec![None; plan.signers.len()],
            witness_signatures: vec![None; plan.witnesses.len()],
            witnessed: vec![false; plan.witnesses.len()],
            exceptions: Vec::new(),
            members: plan.members(),
            earlier: Vec::new(),
            taken: Arc::default(),
            compared: false,
            open: None,
            opened: BTreeMap::new(),
            finished: false,
        }
    }

    /// Replays a journal beside the members' files.
    ///
    /// # Errors
    /// An event that could not have happened then, or a part that does not hold.
    pub fn replay(plan: &'a Plan, lines: &[Line<TeamEvent>], storage: &dyn Storage) -> Result<Self, Problem> {
        Self::replay_from(plan, lines, &Folder(storage))
    }

    /// The same with the parts from elsewhere.
    ///
    /// # Errors
    /// As [`Self::replay`].
    pub fn replay_from(
        plan: &'a Plan,
        lines: &[Line<TeamEvent>],
        sources: &dyn Sources,
    ) -> Result<Self, Problem> {
        let mut state = Self::new(plan);
        for line in lines {
            state.apply_from(line, sources)?;
        }
        Ok(state)
    }

    /// The members with a part, in the plan's order.
    pub fn members(&self) -> &[String] {
        &self.members
    }

    /// What comes next.
    pub fn next(&self) -> TeamStep {
        if self.begun.is_none() {
            return TeamStep::Begin;
        }
        if self.parts.len() < self.members.len() {
            return TeamStep::AcceptPart(self.parts.len());
        }
        if self.settled.is_none() {
            return TeamStep::WriteManifest;
        }
        if !self.compared {
            return TeamStep::CompareManifest;
        }
        if let Some(open) = &self.open {
            // Whoever has a wallet open signs first, so that signatures may come in any order.
            return self.step_of(open).unwrap_or_else(|| TeamStep::EndSessions(open.clone()));
        }
        let unsigned = self.signatures.iter().position(Option::is_none).map(TeamStep::Sign);
        let unwitnessed = || self.witnessed.iter().position(|done| !done).map(TeamStep::Witness);
        let last = || if self.finished { TeamStep::Done } else { TeamStep::Finish };
        unsigned.or_else(unwitnessed).unwrap_or_else(last)
    }

    /// What comes next for a member who signs; none where nothing is left to sign.
    pub fn step_of(&self, member: &str) -> Option<TeamStep> {
        let at = self.unsigned_of(member)?;
        let signer = self.signer(at)?;
        let unproven = self.is_proven(&signer.member, &signer.wallet) == Some(false);
        Some(if unproven { TeamStep::CompareSheet(at) } else { TeamStep::Sign(at) })
    }

    /// Whether an open wallet is the one on its paper; none where it is not open.
    fn is_proven(&self, member: &str, wallet: &str) -> Option<bool> {
        self.opened.get(&(member.to_owned(), wallet.to_owned())).copied()
    }

    /// The first address of a wallet, with its line of the plan: from its member's part, or as an earlier ceremony knows it.
    pub fn first_address(&self, member: &str, wallet: &str) -> Option<(&Role, Address)> {
        let id = WalletId::new(member, wallet);
        let Some(run) = self.run_of(member).filter(|run| run.script.wallet(wallet).is_some()) else {
            let first = self.plan.roles.iter().find(|role| role.wallet == id)?;
            return Some((first, first.address?));
        };
        let first = run.script.wallet(wallet)?.roles.first()?;
        Some((first, run.wallet(wallet)?.confirmed.first()?.address()))
    }

    /// What a wallet is known by: from its member's part, or from an earlier ceremony by the plan.
    pub fn identity(&self, id: &WalletId) -> Option<WalletIdentity> {
        let here = self.run_of(&id.custodian).and_then(|run| run.wallet(&id.name)?.identity);
        here.or_else(|| self.plan.wallet(id)?.identity)
    }

    /// The device of a member's part; none where the member has no part in this ceremony.
    pub fn facts(&self, member: &str) -> Option<&DeviceFacts> {
        self.run_of(member)?.facts.as_ref()
    }

    fn run_of(&self, member: &str) -> Option<&MemberState> {
        self.parts.iter().find(|accepted| accepted.part.member == member).map(|accepted| &*accepted.state)
    }

    /// A member's first signature that is still missing, once the manifest is settled.
    pub fn unsigned_of(&self, member: &str) -> Option<usize> {
        let unsigned = |at: &usize| self.signatures[*at].is_none();
        let mine = |at: &usize| self.signer(*at).is_some_and(|signer| signer.member == member);
        (0..self.signatures.len()).find(|at| unsigned(at) && mine(at))
    }

    /// Takes one event.
    ///
    /// # Errors
    /// It could not have happened here, or a part does not hold.
    pub fn apply(&mut self, line: &Line<TeamEvent>, storage: &dyn Storage) -> Result<(), Problem> {
        self.apply_from(line, &Folder(storage))
    }

    fn apply_from(&mut self, line: &Line<TeamEvent>, sources: &dyn Sources) -> Result<(), Problem> {
        if let (TeamEvent::PartAccepted { member, .. }, TeamStep::AcceptPart(at)) = (&line.event, self.next())
            && self.members[at] == *member
        {
            self.take_part(line, member, sources)?;
            return check_together(&self.parts, Arc::make_mut(&mut self.taken));
        }
        if self.fits(line) && self.take(line, sources)? {
            if let TeamEvent::Begun(begun) = &line.event {
                self.earlier = sources.earlier(self.plan, &begun.ceremony)?;
            }
            Ok(())
        } else {
            Err(Problem::finding("journal-disorder").with("member", "team").with("line", line.seq + 1))
        }
    }

    fn fits(&self, line: &Line<TeamEvent>) -> bool {
        use TeamStep as Step;
        let awaited = |whose: &str, wallet: &str| {
            let at = self.unsigned_of(whose);
            at.and_then(|at| self.signer(at)).is_some_and(|signer| signer.wallet == wallet)
        };
        let unsigned = |role: &str| {
            let at = self.plan.signers.iter().position(|planned| planned == role);
            let proven = |signer: &Signer| self.is_proven(&signer.member, &signer.wallet) == Some(true);
            at.is_some_and(|at| self.signatures[at].is_none() && self.signer(at).is_some_and(proven))
        };
        match (&line.event, self.next()) {
            (TeamEvent::Begun(_), step) => step == Step::Begin,
            (_, Step::Begin | Step::Done) => false,
            (TeamEvent::ExceptionRecorded(exception), _) => {
                exception.step == self.step_name() && exception.is_writable()
            }
            (TeamEvent::AlarmRaised { step, reason }, next) => {
                *step == self.step_name() && reason.fits_team(&next)
            }
            (TeamEvent::ManifestWritten { .. }, step) => step == Step::WriteManifest,
            (TeamEvent::ManifestCompared { .. }, step) => step == Step::CompareManifest,
            (
                TeamEvent::WalletOpened { member, wallet } | TeamEvent::WalletRefused { member, wallet },
                Step::CompareSheet(_) | Step::Sign(_),
            ) => awaited(member, wallet),
            (TeamEvent::SheetCompared { member, wallet, address }, Step::CompareSheet(_) | Step::Sign(_)) => {
                let first = self.first_address(member, wallet);
                self.is_proven(member, wallet) == Some(false)
                    && first.is_some_and(|(_, first)| first == *address)
            }
            (TeamEvent::ManifestSigned { role, .. }, Step::CompareSheet(_) | Step::Sign(_)) => unsigned(role),
            (TeamEvent::WitnessSigned { witness, .. }, _) => self.awaits_witness(witness, WitnessMeans::Key),
            (TeamEvent::WitnessOnPaper { witness }, _) => self.awaits_witness(witness, WitnessMeans::Paper),
            (TeamEvent::SessionsEnded { member }, step) => step == Step::EndSessions(member.clone()),
            (TeamEvent::Finished {}, step) => step == Step::Finish,
            _ => false,
        }
    }

    fn take(&mut self, line: &Line<TeamEvent>, sources: &dyn Sources) -> Result<bool, Problem> {
        match &line.event {
            TeamEvent::Begun(begun) => self.begun = Some(begun.clone()),
            TeamEvent::ManifestWritten { manifest } => {
                self.settled = Some(sources.manifest(self)?);
                return Ok(self.digest() == Some(*manifest));
            }
            TeamEvent::ManifestCompared { manifest } => {
                self.compared = true;
                return Ok(self.digest() == Some(*manifest));
            }
            TeamEvent::WalletOpened { member, wallet } => {
                // Of another member's device nothing is known once this one has its turn.
                self.opened.retain(|(whose, _), _| whose == member);
                self.open = Some(member.clone());
                self.opened.insert((member.clone(), wallet.clone()), false);
            }
            TeamEvent::SheetCompared { member, wallet, .. } => {
                self.opened.insert((member.clone(), wallet.clone()), true);
            }
            TeamEvent::WalletRefused { member, wallet } => {
                self.opened.remove(&(member.clone(), wallet.clone()));
            }
            TeamEvent::PartAccepted { .. } | TeamEvent::AlarmRaised { .. } => {}
            TeamEvent::ManifestSigned { role, signer, signature } => {
                return Ok(self.take_signature(role, *signer, *signature));
            }
            TeamEvent::WitnessSigned { witness, signer, signature } => {
                return Ok(self.take_witness(witness, Some((*signer, *signature))));
            }
            TeamEvent::WitnessOnPaper { witness } => return Ok(self.take_witness(witness, None)),
            TeamEvent::ExceptionRecorded(exception) => self.exceptions.push(exception.clone()),
            TeamEvent::SessionsEnded { member } => {
                self.open = None;
                self.opened.retain(|(whose, _), _| whose != member);
            }
            TeamEvent::Finished {} => self.finished = true,
        }
        Ok(true)
    }

    fn take_part(
        &mut self,
        line: &Line<TeamEvent>,
        member: &str,
        sources: &dyn Sources,
    ) -> Result<(), Problem> {
        let TeamEvent::PartAccepted { part, sealed, journal, pinned, .. } = &line.event else {
            return Ok(());
        };
        let Some(begun) = &self.begun else { return Ok(()) };
        let mut accepted = sources.part(self.plan, &begun.ceremony, member)?;
        accepted.digests.unpinned = !pinned && begun.scope == Scope::Combination;
        let digests = &accepted.digests;
        if (digests.part_sha256, digests.sealed_sha256, digests.journal_sha256) != (*part, *sealed, *journal)
        {
            return Err(Problem::finding("part-changed").with("member", member));
        }
        self.parts.push(accepted);
        Ok(())
    }

    fn take_signature(&mut self, role: &str, signer: Address, signature: Signature) -> bool {
        let Some(at) = self.plan.signers.iter().position(|planned| planned == role) else { return false };
        let right = self.statement(at).is_some_and(|statement| {
            self.signer(at).is_some_and(|planned| planned.address == signer)
                && signature.signer(statement.as_bytes()) == Ok(signer)
        });
        self.signatures[at] = Some((signer, signature));
        right
    }

    /// A witness signs by the key that the manifest names; where it names none, whoever signed is the witness's own word.
    fn take_witness(&mut self, name: &str, signed: Option<(Address, Signature)>) -> bool {
        let Some((at, entry, statement)) = self.witness(name) else { return false };
        let right = signed.is_none_or(|(signer, signature)| {
            entry.address.is_none_or(|expected| expected == signer)
                && signature.signer(statement.as_bytes()) == Ok(signer)
        });
        self.witness_signatures[at] = signed;
        self.witnessed[at] = true;
        right
    }

    /// Whether this witness is still to sign in this way.
    fn awaits_witness(&self, name: &str, signs: WitnessMeans) -> bool {
        let witness = self.witness(name);
        self.takes_witnesses()
            && witness.is_some_and(|(at, entry, _)| entry.signs == signs && !self.witnessed[at])
    }

    /// Whether a witness can be recorded now: the manifest was compared, and nothing is over.
    pub fn takes_witnesses(&self) -> bool {
        self.compared && !self.finished
    }

    /// A witness's place, entry and statement, once the manifest is settled.
    pub fn witness(&self, name: &str) -> Option<(usize, &WitnessEntry, String)> {
        let settled = self.settled.as_ref()?;
        let mut statements = settled.manifest.witness_statements(settled.digest).enumerate();
        let found = statements.find(|(_, (entry, ..))| entry.name == name);
        found.map(|(at, (entry, _, statement))| (at, entry, statement))
    }

    /// Who has not signed yet: roles of signers, and names of witnesses.
    pub fn lacks(&self) -> Vec<String> {
        let signers = self.plan.signers.iter().zip(&self.signatures);
        let signers = signers.filter(|(_, signature)| signature.is_none()).map(|(role, _)| role.clone());
        let witnesses = self.plan.witnesses.iter().zip(&self.witnessed).filter(|(_, done)| !**done);
        signers.chain(witnesses.map(|(witness, _)| witness.name.clone())).collect()
    }

    /// The files that follow from it so far, by name; none before the manifest is settled.
    pub fn files(&self) -> Vec<(String, Vec<u8>)> {
        let Some(settled) = &self.settled else { return Vec::new() };
        let manifest = settled.bytes.iter().map(|bytes| (Layout::MANIFEST.to_owned(), bytes.to_vec()));
        let mut files: Vec<_> = manifest.collect();
        let contracts = settled.contracts.iter();
        files.extend(contracts.map(|file| (Layout::contract(&file.name), file.bytes.clone())));
        let derived = derived::files(&settled.manifest, settled.digest);
        files.extend(derived.map(|(name, bytes)| (name.to_owned(), bytes)));
        let mut signed = |name: String, statement: String, signature: &Option<(Address, Signature)>| {
            let signature = signature.map(|(_, signature)| signature.to_string().into_bytes());
            files.extend(signature.map(|bytes| (Layout::signature(&name), bytes)));
            files.push((name, statement.into_bytes()));
        };
        for ((at, role), signature) in self.plan.signers.iter().enumerate().zip(&self.signatures) {
            let statement = self.statement(at).unwrap_or_default();
            signed(Layout::manifest_statement(role), statement, signature);
        }
        let witnesses = settled.manifest.witness_statements(settled.digest);
        for ((_, name, statement), signature) in witnesses.zip(&self.witness_signatures) {
            signed(name, statement, signature);
        }
        files
    }

    /// The manifest that follows from the parts taken.
    ///
    /// # Errors
    /// It cannot be made of them.
    pub fn settle(&self) -> Result<SettledManifest, Problem> {
        let begun =
            self.begun.as_ref().ok_or_else(|| Problem::finding("part-unsettled").with("member", "team"))?;
        let parts: Vec<_> = self.parts.iter().map(|accepted| (&*accepted.part, &accepted.digests)).collect();
        let carried: Vec<_> = self.earlier.iter().map(|earlier| earlier.digests.clone()).collect();
        let (manifest, contracts) = manifest_of(self.plan, &begun.ceremony, &begun.tool, &parts, &carried)?;
        if let Some((address, one, other)) = manifest.met() {
            let problem = Problem::finding("addresses-met").with("address", address);
            return Err(problem.with("one", one).with("other", other));
        }
        // Nobody could ever complete it.
        let witnesses = manifest.witnesses.iter().filter_map(|it| Some((it.name.as_str(), it.address?)));
        witnesses.into_iter().try_for_each(|(name, address)| fit_witness(&manifest, name, address, &[]))?;
        let bytes = canonical::to_bytes(&manifest)
            .map_err(|error| Problem::unusable("not-canonical").with("reason", error))?;
        let digest = Digest::of(&bytes);
        Ok(SettledManifest { manifest: Arc::new(manifest), bytes: Some(bytes.into()), digest, contracts })
    }

    /// Which ceremony, once begun.
    pub fn heading(&self) -> Option<&Heading> {
        self.begun.as_ref().map(|begun| &begun.ceremony)
    }

    /// The manifest's digest, once it is settled.
    pub fn digest(&self) -> Option<Digest> {
        self.settled.as_ref().map(|settled| settled.digest)
    }

    /// A signer, once the manifest is settled.
    pub fn signer(&self, at: usize) -> Option<&Signer> {
        self.settled.as_ref()?.manifest.policy.get(at)
    }

    /// The statement that a signer signs, once the manifest is settled.
    pub fn statement(&self, at: usize) -> Option<String> {
        let settled = self.settled.as_ref()?;
        let signer = settled.manifest.policy.get(at)?;
        Some(manifest_statement(&settled.manifest, settled.digest, signer).to_string())
    }

    /// The next step as exceptions name it, e.g. `sign safe-owner-1`.
    pub fn step_name(&self) -> String {
        match self.next() {
            TeamStep::Begin => "begin".to_owned(),
            TeamStep::AcceptPart(at) => format!("accept-part {}", self.members[at]),
            TeamStep::WriteManifest => "write-manifest".to_owned(),
            TeamStep::CompareManifest => "compare-manifest".to_owned(),
            TeamStep::CompareSheet(at) => format!("compare-sheet {}", self.plan.signers[at]),
            TeamStep::Sign(at) => format!("sign {}", self.plan.signers[at]),
            TeamStep::EndSessions(member) => format!("end-sessions {member}"),
            TeamStep::Witness(at) => format!("witness {}", self.plan.witnesses[at].name),
            TeamStep::Finish | TeamStep::Done => "finish".to_owned(),
        }
    }

    /// Counts for a face.
    pub fn progress(&self) -> Progress {
        let scripts: Vec<_> =
            self.members.iter().filter_map(|member| Script::of(self.plan, member)).collect();
        let taken = || self.parts.iter().map(|part| &part.state);
        let all = |count: fn(&Script) -> usize| scripts.iter().map(count).sum();
        Progress {
            member: String::new(),
            members: (self.parts.len(), self.members.len()),
            wallets: (taken().map(|run| run.wallets.len()).sum(), all(|script| script.wallets.len())),
            addresses: (taken().map(|run| run.script.addresses()).sum(), all(Script::addresses)),
            signatures: (self.signatures.iter().flatten().count(), self.signatures.len()),
            exceptions: self.exceptions.len() + taken().map(|run| run.exceptions.len()).sum::<usize>(),
        }
    }
}

/// The statement of one signer on a manifest.
pub fn manifest_statement<'m>(manifest: &'m Manifest, sha256: Digest, signer: &'m Signer) -> Statement<'m> {
    Statement {
        kind: StatementKind::Manifest,
        ceremony: &manifest.ceremony,
        member: &signer.member,
        wallet: &signer.wallet,
        addresses: manifest.addresses.len(),
        sha256,
    }
}
