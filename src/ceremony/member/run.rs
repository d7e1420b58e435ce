//! The steps of one member's run, performed.

use std::collections::BTreeMap;

use super::{MemberState, MemberStep, part_and_sealed};
use crate::ceremony::files::{digest, ensure};
use crate::ceremony::needs::asks_always;
use crate::ceremony::run::{Run, exception_at};
use crate::ceremony::station::{Ports, Station};
use crate::ceremony::{
    Alarm, Begun, Event, Face, Moment, Progress, Question, Refusal, Scope, Script, Sheet, WalletScript,
    device_check, sheet,
};
use crate::journal::Journal;
use crate::keys::test_seeds::is_published;
use crate::keys::{AccountPath, AccountXpub};
use crate::manifest::{Exception, Layout, seed_commitment};
use crate::plan::WalletId;
use crate::text::Problem;

/// One member's run, open on its journal.
pub struct MemberRun<'a, 'p> {
    ports: &'a mut Ports<'p>,
    begun: Begun,
    state: MemberState,
    journal: Journal<Event>,
    station: Station,
    /// Accounts of wallets that keep them, since the run was begun or gone on with: they are written nowhere.
    kept: BTreeMap<(usize, AccountPath), AccountXpub>,
    /// Members whose part is done before this one, and all of them.
    members: (usize, usize),
}

impl<'a, 'p> MemberRun<'a, 'p> {
    /// Opens a member's run where its journal left it; writes nothing.
    ///
    /// # Errors
    /// The journal is broken, or tells of another ceremony than `begun`.
    pub fn open(
        ports: &'a mut Ports<'p>,
        script: Script,
        begun: Begun,
        members: (usize, usize),
    ) -> Result<Self, Problem> {
        let (journal, reading) = Journal::open(ports.storage, &Layout::journal(&script.member))?;
        let member = script.member.clone();
        let state = MemberState::replay(script, &reading.lines)?;
        if state.heading().is_some_and(|heading| *heading != begun.ceremony) {
            return Err(Problem::unusable("journal-of-another").with("member", &member));
        }
        let needs = state.script.needs.clone();
        let station = Station::new(&member, needs, begun.ceremony.rehearsal, state.facts.clone());
        Ok(Self { ports, begun, state, journal, station, kept: BTreeMap::new(), members })
    }

    /// Goes through every step that is left.
    ///
    /// # Errors
    /// The person stopped, or a file is in the way. What was recorded stays.
    pub fn run(&mut self) -> Result<(), Problem> {
        let gone_through = self.go_through();
        if gone_through.is_err() {
            // Nobody stands by any more: wallets do not stay open. What made the run end is what counts.
            let _ = self.station.end();
        }
        gone_through
    }

    fn go_through(&mut self) -> Result<(), Problem> {
        let was_over = self.state.next() == MemberStep::Done;
        loop {
            // The device may be plugged in before the step's own moment is told.
            self.ports.progress = self.progress();
            // First whatever follows from the journal and is not on disk yet.
            let done = self.files().and_then(|()| self.perform(self.state.next()));
            match done {
                Err(problem) => self.trouble(problem)?,
                Ok(()) if self.state.next() == MemberStep::Done => break,
                Ok(()) => {}
            }
        }
        if was_over || self.begun.scope == Scope::Member {
            let member = Some(self.state.script.member.clone());
            self.moment(&Moment::Finished { member });
        }
        Ok(())
    }

    fn perform(&mut self, step: MemberStep) -> Result<(), Problem> {
        if step.needs_device() {
            self.connect()?;
        }
        match step {
            MemberStep::Begin => self.record(Event::Begun(self.begun.clone())),
            MemberStep::Identify => {
                let facts = self.station.facts(self.ports)?;
                self.record(Event::DeviceIdentified { facts })
            }
            MemberStep::CheckDevice => self.check_device(),
            MemberStep::CheckBackup => self.check_backup(),
            MemberStep::CommitSeed => self.commit_seed(),
            MemberStep::Enter(at) => self.enter(at),
            MemberStep::ReadAccount(at, account) => self.read_account(at, account),
            MemberStep::ShowAddress(at, role) => self.show_address(at, role),
            MemberStep::CompareSheet(at) => self.compare_sheet(at),
            MemberStep::WritePart => self.write_part(),
            MemberStep::ComparePart => self.compare_part(),
            MemberStep::Sign(at) => self.sign(at),
            MemberStep::EndSessions => self.end_sessions(),
            MemberStep::Finish => self.finish(),
            MemberStep::Done => Ok(()),
        }
    }

    fn check_device(&mut self) -> Result<(), Problem> {
        let facts = self.station.facts(self.ports)?;
        self.moment(&Moment::CheckDevice { member: self.state.script.member.clone() });
        let (head, rehearsal) = (self.journal.head(), self.begun.ceremony.rehearsal);
        let asked = device_check::ask(&mut self.station, self.ports.face, &head, &facts.model, rehearsal)?;
        self.record(match asked {
            (firmware, Some(proof)) => Event::DeviceProved { firmware, proof },
            (firmware, None) => Event::DeviceUnproved { firmware },
        })
    }

    fn check_backup(&mut self) -> Result<(), Problem> {
        self.station.facts(self.ports)?;
        self.moment(&Moment::CheckBackup { member: self.state.script.member.clone() });
        self.ready()?;
        let face = &mut *self.ports.face;
        self.station.with_device(|device, _| device.check_backup(face))?;
        self.record(Event::BackupChecked {})
    }

    /// Waits until the person has plugged the device in.
    fn connect(&mut self) -> Result<(), Problem> {
        let Some(member) = self.station.awaits().map(str::to_owned) else { return Ok(()) };
        self.moment(&Moment::PlugIn { member });
        self.ready()
    }

    fn commit_seed(&mut self) -> Result<(), Problem> {
        let asks = asks_always(&self.station.facts(self.ports)?);
        self.moment(&Moment::CommitSeed { member: self.state.script.member.clone(), asks });
        if asks {
            // Whatever is typed there opens another wallet, and nothing would tell: nobody types before having read it.
            self.ready()?;
        }
        let identity = self.station.standard_identity(self.ports)?;
        if !self.begun.ceremony.rehearsal && is_published(&identity) {
            return Err(Problem::device("seed-published").with("member", &self.state.script.member));
        }
        let commitment = seed_commitment(&self.begun.ceremony, &identity);
        self.record(Event::SeedCommitted { commitment })
    }

    fn enter(&mut self, at: usize) -> Result<(), Problem> {
        let script = self.script(at);
        let second = self.state.wallets[at].first.is_some();
        let (entry, of) = (1 + u64::from(second), script.entries());
        let asks = asks_always(&self.station.facts(self.ports)?);
        let place = script.wallet.entry;
        self.moment(&Moment::Enter { wallet: script.id().clone(), entry, of, place });
        self.ready()?;
        let identity = self.station.enter(self.ports, &script.wallet)?;
        let wallet = script.name().to_owned();
        let Some(reason) = self.state.refusal(at, &identity) else {
            return self.record(Event::WalletEntered { wallet, identity });
        };
        self.station.leave(&script.wallet);
        self.record(Event::WalletRefused { wallet, reason })?;
        let problem = match reason {
            // Then it may have been typed where nothing was to be typed.
            Refusal::Standard if asks => Problem::device("wallet-standard-asked"),
            reason => refused(reason),
        };
        Err(problem.with("wallet", script.id()))
    }

    fn read_account(&mut self, at: usize, account: usize) -> Result<(), Problem> {
        let Some(script) = self.reach(at)? else { return Ok(()) };
        let path = script.accounts[account];
        self.moment(&Moment::ReadAccount { wallet: script.id().clone(), path });
        let unknown = || Problem::device("wallet-other").with("wallet", script.id());
        let identity = self.state.wallets[at].identity.ok_or_else(unknown)?;
        let xpub = self.station.account(self.ports, &identity, path)?;
        let wallet = script.name().to_owned();
        if script.wallet.keeps_xpub {
            self.kept.insert((at, path), xpub);
            return self.record(Event::AccountKept { wallet, path });
        }
        self.record(Event::AccountRead { wallet, path, xpub })
    }

    /// The account that an address lies in: as the journal has it, or as its device gives it, where the wallet keeps it.
    fn account_of(
        &mut self,
        at: usize,
        script: &WalletScript,
        path: AccountPath,
    ) -> Result<AccountXpub, Problem> {
        let wallet = &self.state.wallets[at];
        let known = wallet.xpubs.iter().find(|xpub| xpub.account() == path.account());
        if let Some(xpub) = known.or_else(|| self.kept.get(&(at, path))) {
            return Ok(xpub.clone());
        }
        let unknown = || Problem::finding("address-underivable").with("path", path);
        let identity = wallet.identity.filter(|_| script.wallet.keeps_xpub).ok_or_else(unknown)?;
        self.moment(&Moment::ReadAccount { wallet: script.id().clone(), path });
        let xpub = self.station.account(self.ports, &identity, path)?;
        self.kept.insert((at, path), xpub.clone());
        Ok(xpub)
    }

    fn show_address(&mut self, at: usize, role: usize) -> Result<(), Problem> {
        let Some(script) = self.reach(at)? else { return Ok(()) };
        let sheet = (role == 0).then(|| script.sheet());
        let role = &script.roles[role];
        let xpub = self.account_of(at, &script, role.path.account_path())?;
        let underivable = |_| Problem::finding("address-underivable").with("path", role.path);
        let derived = xpub.address_at(role.path).map_err(underivable)?;
        if role.address.is_some_and(|expected| expected != derived) {
            let problem = Problem::device("address-unexpected").with("role", &role.name);
            return Err(problem.with("derived", derived).with("expected", role.address.unwrap_or(derived)));
        }
        self.moment(&Moment::ShowAddress {
            wallet: script.id().clone(),
            role: role.name.to_string(),
            label: role.label.to_string(),
            path: role.path,
            address: derived,
            sheet,
        });
        let shown = sheet::show(&mut self.station, self.ports, role.path, derived)?;
        let written = sheet == Some(Sheet::Write);
        if !self.ask(&Question::SameAddress { address: derived, path: role.path, written })? {
            return Err(sheet::disputed(role.path, derived));
        }
        if sheet == Some(Sheet::Compare) {
            self.same_sheet(script.id())?;
        }
        self.record(Event::AddressConfirmed { role: role.name.clone(), path: role.path, address: shown })
    }

    /// Shows the first address of a wallet that was opened again: people compare it with their own paper, since the
    /// laptop is not to be believed alone.
    fn compare_sheet(&mut self, at: usize) -> Result<(), Problem> {
        let Some(script) = self.reach(at)? else { return Ok(()) };
        let unsettled = || Problem::finding("part-unsettled").with("member", &self.state.script.member);
        let first = script.roles.first().ok_or_else(unsettled)?;
        let known = self.state.wallets[at].confirmed.first().ok_or_else(unsettled)?.address();
        sheet::compare(&mut self.station, self.ports, script.id(), first, known)?;
        self.same_sheet(script.id())?;
        self.record(Event::SheetCompared { wallet: script.name().to_owned(), address: known })
    }

    fn same_sheet(&mut self, wallet: &WalletId) -> Result<(), Problem> {
        if self.ask(&Question::SameSheet { wallet: wallet.clone() })? {
            Ok(())
        } else {
            Err(Problem::device("sheet-differs").with("wallet", wallet))
        }
    }

    fn write_part(&mut self) -> Result<(), Problem> {
        let settled = part_and_sealed(&self.state, self.journal.head(), self.journal.len())?;
        self.record(Event::PartWritten { part: settled.digest, sealed: settled.sealed_digest })
    }

    fn compare_part(&mut self) -> Result<(), Problem> {
        let file = Layout::part(&self.state.script.member);
        let on_disk = digest(self.ports.storage, &file)?;
        if self.state.settled.as_ref().map(|settled| settled.digest) != Some(on_disk) {
            return Err(Problem::unusable("file-differs").with("file", file));
        }
        self.moment(&Moment::Compare { file: file.clone(), digest: on_disk });
        if !self.ask(&Question::SameDigest { file: file.clone(), digest: on_disk })? {
            return Err(Problem::finding("digest-differs").with("file", file));
        }
        self.record(Event::PartCompared { part: on_disk })
    }

    fn sign(&mut self, at: usize) -> Result<(), Problem> {
        let Some(script) = self.reach(at)? else { return Ok(()) };
        let name = script.name().to_owned();
        let unsettled = || Problem::finding("part-unsettled").with("member", &self.state.script.member);
        let statement = self.state.statement(&name).ok_or_else(unsettled)?;
        let signer = self.state.signer(&name).ok_or_else(unsettled)?;
        let path = script.signer().ok_or_else(unsettled)?.path;
        let wallet = script.id().clone();
        let pages = self.station.pages(&statement);
        self.moment(&Moment::Sign { wallet, signer, path, statement: statement.clone(), pages });
        let signature = self.station.sign(self.ports, path, &statement, signer)?;
        self.record(Event::StatementSigned { wallet: name, signer, signature })
    }

    fn end_sessions(&mut self) -> Result<(), Problem> {
        let member = self.state.script.member.clone();
        self.moment(&Moment::EndSessions { member: member.clone() });
        if !self.station.end()? {
            self.unplugged(&member)?;
        }
        self.record(Event::SessionsEnded {})
    }

    /// Ends the member's turn. Where others follow, it is not over before the person says that all is put away.
    fn finish(&mut self) -> Result<(), Problem> {
        if self.begun.scope != Scope::Member {
            self.moment(&Moment::Finished { member: Some(self.state.script.member.clone()) });
            self.ready()?;
        }
        self.record(Event::Finished {})
    }

    /// Makes sure that exactly this wallet is open: returns to it, or has its passphrase entered once more where the
    /// device has forgotten it, which the journal then says. None where that may have changed what comes next.
    fn reach(&mut self, at: usize) -> Result<Option<WalletScript>, Problem> {
        let script = self.script(at);
        let other = || Problem::device("wallet-other").with("wallet", script.id());
        let expected = self.state.wallets[at].identity.ok_or_else(other)?;
        if let Some(found) = self.station.return_to(self.ports, &script.wallet)? {
            self.station.demand(&script.wallet, found, expected)?;
            Ok(Some(script))
        } else {
            self.moment(&Moment::Reopen { wallet: script.id().clone(), place: script.wallet.entry });
            self.ready()?;
            let found = self.station.enter(self.ports, &script.wallet)?;
            self.station.demand(&script.wallet, found, expected)?;
            if let Err(problem) = self.record(Event::WalletReopened { wallet: script.name().to_owned() }) {
                // What the journal does not say did not happen.
                self.station.leave(&script.wallet);
                return Err(problem);
            }
            Ok(None)
        }
    }

    fn script(&self, at: usize) -> WalletScript {
        self.state.script.wallets[at].clone()
    }

    /// Writes an event, durable before anything goes on. The files that follow from it are written before the next step.
    fn record(&mut self, event: Event) -> Result<(), Problem> {
        let line = self.journal.line(self.ports.host.now(), event);
        let mut next = self.state.clone();
        next.apply(&line)?;
        self.journal.append(self.ports.storage, &line)?;
        self.state = next;
        self.ports.face.recorded(&serde_json::to_string(&line).unwrap_or_default());
        Ok(())
    }

    /// The files that follow from the state.
    fn files(&mut self) -> Result<(), Problem> {
        let Some(settled) = &self.state.settled else { return Ok(()) };
        let member = &self.state.script.member;
        let [part, sealed] = settled.bytes()?;
        ensure(self.ports.storage, &Layout::sealed(member), &sealed)?;
        ensure(self.ports.storage, &Layout::part(member), &part)?;
        for (script, wallet) in self.state.script.wallets.iter().zip(&self.state.wallets) {
            let name = Layout::part_statement(member, script.name());
            let unsettled = || Problem::finding("part-unsettled").with("member", member);
            let statement = self.state.statement(script.name()).ok_or_else(unsettled)?;
            ensure(self.ports.storage, &name, statement.as_bytes())?;
            if let Some((_, signature)) = &wallet.signature {
                ensure(self.ports.storage, &Layout::signature(&name), signature.to_string().as_bytes())?;
            }
        }
        Ok(())
    }

    fn moment(&mut self, moment: &Moment) {
        self.ports.progress = self.progress();
        self.ports.moment(moment);
    }

    fn progress(&self) -> Progress {
        Progress { members: self.members, ..self.state.progress() }
    }
}

impl Run for MemberRun<'_, '_> {
    fn face(&mut self) -> &mut dyn Face {
        self.ports.face
    }

    fn record_exception(&mut self, exception: Exception) -> Result<(), Problem> {
        self.record(Event::ExceptionRecorded(exception_at(self.state.step_name(), exception)?))
    }

    fn record_alarm(&mut self, reason: Alarm) -> Result<(), Problem> {
        self.record(Event::AlarmRaised { step: self.state.step_name(), reason })
    }
}

fn refused(reason: Refusal) -> Problem {
    Problem::device(match reason {
        Refusal::Standard => "wallet-standard",
        Refusal::Seen => "wallet-seen",
        Refusal::Unknown => "wallet-unknown",
        Refusal::Differs => "wallet-differs",
    })
}
