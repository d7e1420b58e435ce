//! The steps of the team's part, performed.

use super::{Accepted, Pins, Review, TeamState, TeamStep, accept};
use crate::ceremony::files::{digest, ensure};
use crate::ceremony::run::{Run, exception_at};
use crate::ceremony::sheet;
use crate::ceremony::station::{Ports, Station};
use crate::ceremony::{Alarm, Begun, Face, Moment, Needs, Question, Scope, Signers, TeamEvent, WitnessPage};
use crate::journal::Journal;
use crate::keys::Digest;
use crate::keys::test_witness::{rehearsal_witness, sign_as_rehearsal_witness};
use crate::manifest::{Exception, Layout, Signer};
use crate::plan::{Plan, WalletId, WitnessMeans};
use crate::text::Problem;

/// The team's run, open on its journal.
pub struct TeamRun<'a, 'p> {
    ports: &'a mut Ports<'p>,
    begun: Begun,
    state: TeamState<'a>,
    journal: Journal<TeamEvent>,
    station: Option<(String, Station)>,
    pins: Pins,
    signers: Signers,
    /// How many witnesses people were told of.
    told_of: usize,
}

impl<'a, 'p> TeamRun<'a, 'p> {
    /// Opens the team's run where its journal left it; writes nothing.
    ///
    /// # Errors
    /// The journal is broken, tells of another ceremony, or a part does not hold any more.
    pub fn open(
        ports: &'a mut Ports<'p>,
        plan: &'a Plan,
        begun: Begun,
        pins: Pins,
        signers: Signers,
    ) -> Result<Self, Problem> {
        let (journal, reading) = Journal::open(ports.storage, Layout::TEAM_JOURNAL)?;
        let state = TeamState::replay(plan, &reading.lines, ports.storage)?;
        if state.heading().is_some_and(|heading| *heading != begun.ceremony) {
            return Err(Problem::unusable("journal-of-another").with("member", "team"));
        }
        Ok(Self { ports, begun, state, journal, station: None, pins, signers, told_of: 0 })
    }

    /// Goes through every step that is left and that belongs here. True where the whole ceremony is then over.
    ///
    /// # Errors
    /// The person stopped, or a file is in the way. What was recorded stays.
    pub fn run(&mut self) -> Result<bool, Problem> {
        let gone_through = self.go_through();
        if let Some((_, station)) = &mut self.station {
            // Nobody stands by any more: wallets do not stay open. What made the run end is what counts.
            let _ = station.end();
        }
        gone_through
    }

    fn go_through(&mut self) -> Result<bool, Problem> {
        let mut compared = !matches!(self.signers, Signers::Only(_));
        loop {
            // The device may be plugged in before the step's own moment is told.
            self.ports.progress = self.state.progress();
            // First whatever follows from the journal and is not on disk yet.
            let step = self.step();
            let done = self.files().and_then(|()| match step {
                Some(TeamStep::CompareSheet(_) | TeamStep::Sign(_)) if !compared => {
                    self.review().and_then(|()| self.same_digest()).map(|_| compared = true)
                }
                Some(step) => self.perform(step),
                None => Ok(()),
            });
            match (done, self.step()) {
                (Err(problem), _) => self.trouble(problem)?,
                (Ok(()), None) => break,
                (Ok(()), Some(_)) => {}
            }
        }
        let over = self.state.next() == TeamStep::Done;
        if over {
            self.moment(&Moment::Finished { member: None });
        }
        Ok(over)
    }

    /// The next step of this run: nobody signs here who should not.
    fn step(&self) -> Option<TeamStep> {
        match (self.state.next(), &self.signers) {
            (TeamStep::Done, _) | (TeamStep::CompareSheet(_) | TeamStep::Sign(_), Signers::Nobody) => None,
            (TeamStep::CompareSheet(_) | TeamStep::Sign(_), Signers::Only(owner)) => {
                self.state.step_of(&owner.member)
            }
            (TeamStep::Witness(_), _) => self.next_witness().map(TeamStep::Witness),
            (step, _) => Some(step),
        }
    }

    /// The next witness that people were not told of yet.
    fn next_witness(&self) -> Option<usize> {
        (self.told_of..self.state.witnessed.len()).find(|at| !self.state.witnessed[*at])
    }

    /// Tells what a witness signs. Nobody waits here: the signature comes when it comes, and `gishiki witness` records
    /// it. In a rehearsal a published key signs for everybody.
    fn wait_for_witness(&mut self, at: usize) -> Result<(), Problem> {
        let unknown = || Problem::finding("name-unknown").with("name", at);
        let name = self.state.plan.witnesses.get(at).ok_or_else(unknown)?.name.clone();
        let (_, entry, statement) = self.state.witness(&name).ok_or_else(unknown)?;
        let signs = entry.signs;
        let digest = self.state.digest().ok_or_else(unknown)?;
        let file = Layout::witness_statement(&name);
        let page = WitnessPage { name: name.clone(), signs, file, statement: statement.clone(), digest };
        self.moment(&Moment::Witness(Box::new(page)));
        self.ready()?;
        self.told_of = at + 1;
        if !self.begun.ceremony.rehearsal {
            return Ok(());
        }
        self.record(match signs {
            WitnessMeans::Paper => TeamEvent::WitnessOnPaper { witness: name },
            WitnessMeans::Key => {
                let signature = sign_as_rehearsal_witness(&name, statement.as_bytes());
                TeamEvent::WitnessSigned { signer: rehearsal_witness(&name), signature, witness: name }
            }
        })
    }

    fn perform(&mut self, step: TeamStep) -> Result<(), Problem> {
        match step {
            TeamStep::Begin => self.record(TeamEvent::Begun(self.begun.clone())),
            TeamStep::AcceptPart(at) => self.accept_part(at),
            TeamStep::WriteManifest => {
                let manifest = self.state.settle()?.digest;
                self.record(TeamEvent::ManifestWritten { manifest })
            }
            TeamStep::CompareManifest => self.compare(),
            TeamStep::CompareSheet(at) => self.compare_sheet(at),
            TeamStep::Sign(at) => self.sign(at),
            TeamStep::EndSessions(member) => self.end_sessions(member),
            TeamStep::Witness(at) => self.wait_for_witness(at),
            TeamStep::Finish => self.record(TeamEvent::Finished {}),
            TeamStep::Done => Ok(()),
        }
    }

    fn accept_part(&mut self, at: usize) -> Result<(), Problem> {
        if at == 0 {
            self.moment(&Moment::Combine);
        }
        let member = self.state.members()[at].clone();
        let Accepted { digests, .. } =
            accept(self.ports.storage, self.state.plan, &self.begun.ceremony, &member)?;
        let pinned = match self.begun.scope {
            Scope::Combination => self.pins.check(&member, digests.part_sha256)?,
            Scope::Team | Scope::Member => false,
        };
        self.record(TeamEvent::PartAccepted {
            member,
            part: digests.part_sha256,
            sealed: digests.sealed_sha256,
            journal: digests.journal_sha256,
            pinned,
        })
    }

    fn compare(&mut self) -> Result<(), Problem> {
        let manifest = self.same_digest()?;
        self.record(TeamEvent::ManifestCompared { manifest })
    }

    /// Has an owner read everything in the manifest that is not the own part.
    fn review(&mut self) -> Result<(), Problem> {
        let (Signers::Only(owner), Some(settled)) = (&self.signers, &self.state.settled) else {
            return Ok(());
        };
        let review = Review::of(&settled.manifest, owner)?;
        self.moment(&Moment::Review(Box::new(review)));
        if self.ask(&Question::Reviewed)? { Ok(()) } else { Err(Problem::stopped("stopped")) }
    }

    /// Has the manifest on disk compared by its digest.
    fn same_digest(&mut self) -> Result<Digest, Problem> {
        let file = Layout::MANIFEST.to_owned();
        let on_disk = digest(self.ports.storage, &file)?;
        if self.state.digest() != Some(on_disk) {
            return Err(Problem::unusable("file-differs").with("file", file));
        }
        self.moment(&Moment::Compare { file: file.clone(), digest: on_disk });
        if self.ask(&Question::SameDigest { file: file.clone(), digest: on_disk })? {
            Ok(on_disk)
        } else {
            Err(Problem::finding("digest-differs").with("file", file))
        }
    }

    fn sign(&mut self, at: usize) -> Result<(), Problem> {
        let unknown = || Problem::finding("name-unknown").with("name", at);
        let signer = self.state.signer(at).cloned().ok_or_else(unknown)?;
        let statement = self.state.statement(at).ok_or_else(unknown)?;
        let path = self.state.plan.role(&signer.role).ok_or_else(unknown)?.path;
        let Some(wallet) = self.reach(&signer)? else { return Ok(()) };
        let pages = self.station.as_ref().map_or_else(Vec::new, |(_, station)| station.pages(&statement));
        let sign = Moment::Sign { wallet, signer: signer.address, path, statement: statement.clone(), pages };
        self.moment(&sign);
        let Some((_, station)) = &mut self.station else { return Err(unknown()) };
        let signature = station.sign(self.ports, path, &statement, signer.address)?;
        self.record(TeamEvent::ManifestSigned { role: signer.role, signer: signer.address, signature })
    }

    /// Shows the first address of a signer's wallet, for people to compare it with their paper.
    fn compare_sheet(&mut self, at: usize) -> Result<(), Problem> {
        let unknown = || Problem::finding("name-unknown").with("name", at);
        let signer = self.state.signer(at).cloned().ok_or_else(unknown)?;
        let Some(wallet) = self.reach(&signer)? else { return Ok(()) };
        let first = self.state.first_address(&signer.member, &signer.wallet);
        let (first, known) = first.ok_or_else(unknown)?;
        let Some((_, station)) = &mut self.station else { return Err(unknown()) };
        sheet::compare(station, self.ports, &wallet, first, known)?;
        if !self.ask(&Question::SameSheet { wallet: wallet.clone() })? {
            return Err(Problem::device("sheet-differs").with("wallet", wallet));
        }
        self.record(TeamEvent::SheetCompared { member: signer.member, wallet: signer.wallet, address: known })
    }

    fn end_sessions(&mut self, member: String) -> Result<(), Problem> {
        self.moment(&Moment::EndSessions { member: member.clone() });
        let told = match &mut self.station {
            Some((whose, station)) if *whose == member => station.end()?,
            _ => false,
        };
        if !told {
            self.unplugged(&member)?;
        }
        self.station = None;
        self.record(TeamEvent::SessionsEnded { member })
    }

    /// Makes sure that exactly the signer's wallet is open on the signer's device: one known by its identity in the
    /// part, so one entry suffices. None where it had to be entered, so that something else may come next.
    fn reach(&mut self, signer: &Signer) -> Result<Option<WalletId>, Problem> {
        let id = WalletId::new(&signer.member, &signer.wallet);
        let other = || Problem::device("wallet-other").with("wallet", &id);
        let wallet = self.state.plan.wallet(&id).cloned().ok_or_else(other)?;
        let expected = self.state.identity(&id).ok_or_else(other)?;
        let known = self.state.facts(&signer.member).cloned();
        let mut station = match self.station.take() {
            Some((member, station)) if member == signer.member => station,
            _ => {
                let needs = Needs::of(self.state.plan, &signer.member);
                Station::new(&signer.member, needs, self.begun.ceremony.rehearsal, known)
            }
        };
        let reached = self.connect(&station).and_then(|()| self.enter_known(&mut station, &wallet, expected));
        self.station = Some((signer.member.clone(), station));
        reached.map(|was_open| was_open.then_some(id))
    }

    /// Waits until the person has plugged the device in.
    fn connect(&mut self, station: &Station) -> Result<(), Problem> {
        let Some(member) = station.awaits().map(str::to_owned) else { return Ok(()) };
        self.moment(&Moment::PlugIn { member });
        self.ready()
    }

    fn enter_known(
        &mut self,
        station: &mut Station,
        wallet: &crate::plan::Wallet,
        expected: crate::keys::WalletIdentity,
    ) -> Result<bool, Problem> {
        if let Some(found) = station.return_to(self.ports, wallet)? {
            return station.demand(wallet, found, expected).map(|()| true);
        }
        self.moment(&Moment::Reopen { wallet: wallet.id.clone(), place: wallet.entry });
        self.ready()?;
        let found = station.enter(self.ports, wallet)?;
        let (member, name) = (wallet.id.custodian.to_string(), wallet.id.name.to_string());
        if let Err(problem) = station.demand(wallet, found, expected) {
            self.record(TeamEvent::WalletRefused { member, wallet: name })?;
            return Err(problem);
        }
        self.record(TeamEvent::WalletOpened { member, wallet: name }).map(|()| false).inspect_err(|_| {
            // What the journal does not say did not happen: who has a wallet open is known by it alone.
            station.leave(wallet);
        })
    }

    /// Writes an event, durable before anything goes on. The files that follow from it are written before the next step.
    fn record(&mut self, event: TeamEvent) -> Result<(), Problem> {
        let line = self.journal.line(self.ports.host.now(), event);
        let mut next = self.state.clone();
        next.apply(&line, self.ports.storage)?;
        self.journal.append(self.ports.storage, &line)?;
        self.state = next;
        self.ports.face.recorded(&serde_json::to_string(&line).unwrap_or_default());
        Ok(())
    }

    /// The files that follow from the state.
    fn files(&mut self) -> Result<(), Problem> {
        for (name, bytes) in self.state.files() {
            ensure(self.ports.storage, &name, &bytes)?;
        }
        Ok(())
    }

    fn moment(&mut self, moment: &Moment) {
        self.ports.progress = self.state.progress();
        self.ports.moment(moment);
    }
}

impl Run for TeamRun<'_, '_> {
    fn face(&mut self) -> &mut dyn Face {
        self.ports.face
    }

    fn record_exception(&mut self, exception: Exception) -> Result<(), Problem> {
        self.record(TeamEvent::ExceptionRecorded(exception_at(self.state.step_name(), exception)?))
    }

    fn record_alarm(&mut self, reason: Alarm) -> Result<(), Problem> {
        self.record(TeamEvent::AlarmRaised { step: self.state.step_name(), reason })
    }
}
