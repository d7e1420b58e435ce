//! The steps of a drill, performed.

use std::collections::BTreeMap;

use super::record::record;
use super::{DrillBegun, DrillEvent, DrillOrder, DrillState, DrillStep, DrillWalletOrder};
use crate::ceremony::files::{digest, ensure};
use crate::ceremony::needs::asks_always;
use crate::ceremony::run::{Run, exception_at};
use crate::ceremony::station::{Ports, Station};
use crate::ceremony::{Alarm, Face, Moment, Progress, Question, Sheet, device_check, sheet};
use crate::journal::Journal;
use crate::keys::{AccountPath, AccountXpub};
use crate::manifest::{Exception, Layout, derived, seed_commitment};
use crate::plan::WalletId;
use crate::text::Problem;

/// One member's drill, open on its journal.
pub struct DrillRun<'a, 'p> {
    ports: &'a mut Ports<'p>,
    state: DrillState,
    journal: Journal<DrillEvent>,
    station: Station,
    /// Accounts that the device gave since the drill was begun or gone on with: they are written nowhere.
    accounts: BTreeMap<(usize, AccountPath), AccountXpub>,
    /// Members whose drill is done before this one, and all of them.
    members: (usize, usize),
    /// What stands before the names of files that a person is told, where several members' drills share a folder.
    prefix: String,
}

impl<'a, 'p> DrillRun<'a, 'p> {
    /// Opens a member's drill where its journal left it; writes nothing.
    ///
    /// # Errors
    /// The journal is broken, or tells of another manifest or member.
    pub fn open(
        ports: &'a mut Ports<'p>,
        order: DrillOrder,
        members: (usize, usize),
        prefix: String,
    ) -> Result<Self, Problem> {
        let (journal, reading) = Journal::open(ports.storage, Layout::DRILL_JOURNAL)?;
        if let Some(DrillEvent::Begun(begun)) = reading.lines.first().map(|line| &line.event)
            && (begun.manifest != order.manifest || begun.member != order.member)
        {
            return Err(Problem::unusable("drill-of-another").with("member", &begun.member));
        }
        let state = DrillState::replay(order, &reading.lines)?;
        let known = state.facts.as_ref().map(|(facts, _)| facts.clone());
        let (member, needs) = (&state.order.member, state.order.needs.clone());
        let station = Station::new(member, needs, state.order.heading.rehearsal, known);
        Ok(Self { ports, state, journal, station, accounts: BTreeMap::new(), members, prefix })
    }

    /// Goes through every step that is left; returns the names of the wallets that were left out.
    ///
    /// # Errors
    /// The person stopped, or something is in the way. What was recorded stays: the same again goes on from there.
    pub fn run(&mut self) -> Result<Vec<String>, Problem> {
        let gone_through = self.go_through();
        if gone_through.is_err() {
            // Nobody stands by any more: wallets do not stay open. What made the run end is what counts.
            let _ = self.station.end();
        }
        gone_through
    }

    fn go_through(&mut self) -> Result<Vec<String>, Problem> {
        let mut told = self.state.next() == DrillStep::Done;
        loop {
            // The device may be plugged in before the step's own moment is told.
            self.ports.progress = self.progress();
            let recorded = self.state.exceptions.len();
            // First whatever follows from the journal and is not on disk yet.
            let done = self.files().and_then(|()| match self.state.next() {
                DrillStep::Begin => self.perform(DrillStep::Begin),
                _ if !told => self.brief().map(|()| told = true),
                step => self.perform(step),
            });
            match done {
                Err(problem) => {
                    self.trouble(problem)?;
                    self.offer_leaving_out(recorded)?;
                }
                Ok(()) if self.state.next() == DrillStep::Done => break,
                Ok(()) => {}
            }
        }
        // Its last line may have settled what was not on disk yet.
        while let Err(problem) = self.files().and_then(|()| self.sums()) {
            self.trouble(problem)?;
        }
        let left_out: Vec<_> = self.state.left_out().map(str::to_owned).collect();
        let wallets = self.state.wallets.len() - left_out.len();
        let member = self.state.order.member.clone();
        self.moment(&Moment::Drilled { member, wallets, left_out: left_out.clone() });
        Ok(left_out)
    }

    /// Nobody plugs anything in before having read what a drill is.
    fn brief(&mut self) -> Result<(), Problem> {
        let order = &self.state.order;
        let (member, wallets, addresses) = (order.member.clone(), order.wallets.len(), order.addresses());
        self.moment(&Moment::Drill { member, wallets, addresses });
        self.ready()
    }

    fn perform(&mut self, step: DrillStep) -> Result<(), Problem> {
        if step.needs_device() {
            self.connect()?;
        }
        match step {
            DrillStep::Begin => self.record(DrillEvent::Begun(self.begun())),
            DrillStep::Identify => {
                let facts = self.station.facts(self.ports)?;
                let same = self.state.order.same_device(&facts.device_id);
                self.record(DrillEvent::DeviceIdentified { facts, same })
            }
            DrillStep::CheckDevice => self.check_device(),
            DrillStep::CommitSeed => self.commit_seed(),
            DrillStep::Enter(at) => self.enter(at),
            DrillStep::ShowAddress(at, row) => self.show_address(at, row),
            DrillStep::CompareSheet(at) => self.compare_sheet(at),
            DrillStep::WriteRecord => {
                let (_, record) = record(&self.state, self.journal.head(), self.journal.len())?;
                self.record(DrillEvent::RecordWritten { record })
            }
            DrillStep::CompareRecord => self.compare_record(),
            DrillStep::Sign(at) => self.sign(at),
            DrillStep::EndSessions => self.end_sessions(),
            DrillStep::Finish => self.record(DrillEvent::Finished {}),
            DrillStep::Done => Ok(()),
        }
    }

    fn begun(&self) -> DrillBegun {
        DrillBegun {
            ceremony: self.state.order.heading.clone(),
            manifest: self.state.order.manifest,
            member: self.member(),
            tool: self.ports.host.tool(),
            bench: self.ports.bench.name(),
        }
    }

    /// Waits until the person has plugged the device in.
    fn connect(&mut self) -> Result<(), Problem> {
        let Some(member) = self.station.awaits().map(str::to_owned) else { return Ok(()) };
        self.moment(&Moment::PlugIn { member });
        self.ready()
    }

    fn check_device(&mut self) -> Result<(), Problem> {
        let facts = self.station.facts(self.ports)?;
        self.moment(&Moment::CheckDevice { member: self.member() });
        let (head, rehearsal) = (self.journal.head(), self.state.order.heading.rehearsal);
        let asked = device_check::ask(&mut self.station, self.ports.face, &head, &facts.model, rehearsal)?;
        self.record(match asked {
            (firmware, Some(proof)) => DrillEvent::DeviceProved { firmware, proof },
            (firmware, None) => DrillEvent::DeviceUnproved { firmware },
        })
    }

    fn commit_seed(&mut self) -> Result<(), Problem> {
        let asks = asks_always(&self.station.facts(self.ports)?);
        self.moment(&Moment::CommitSeed { member: self.member(), asks });
        if asks {
            // Whatever is typed there opens another wallet, and nothing would tell: nobody types before having read it.
            self.ready()?;
        }
        let identity = self.station.standard_identity(self.ports)?;
        let commitment = seed_commitment(&self.state.order.heading, &identity);
        if !self.state.order.is_seed(commitment) {
            return Err(Problem::device("seed-other").with("member", self.member()));
        }
        self.record(DrillEvent::SeedCommitted { commitment })
    }

    fn enter(&mut self, at: usize) -> Result<(), Problem> {
        let order = self.order(at);
        let (wallet, place) = (order.wallet.id.clone(), order.wallet.entry);
        self.moment(&Moment::Enter { wallet, entry: 1, of: 1, place });
        self.ready()?;
        let identity = self.station.enter(self.ports, &order.wallet)?;
        if identity != order.identity {
            self.station.leave(&order.wallet);
            return Err(Problem::device("drill-wallet-other").with("wallet", &order.wallet.id));
        }
        let wallet = order.name().to_owned();
        self.record(DrillEvent::WalletEntered { wallet, identity }).inspect_err(|_| {
            // What the journal does not say did not happen.
            self.station.leave(&order.wallet);
        })
    }

    /// The account's key is read from the device, the address derived from it here and shown there; all of them, and
    /// the manifest, must be one.
    fn show_address(&mut self, at: usize, position: usize) -> Result<(), Problem> {
        let Some(order) = self.reach(at)? else { return Ok(()) };
        let row = &order.rows[position];
        let xpub = self.account(at, &order, row.path.account_path())?;
        let underivable = |_| Problem::finding("address-underivable").with("path", row.path);
        let derived = xpub.address_at(row.path).map_err(underivable)?;
        if derived != row.address {
            let problem = Problem::device("drill-address-unexpected").with("role", &row.role);
            return Err(problem.with("derived", derived).with("expected", row.address));
        }
        let sheet = (position == 0).then_some(Sheet::Compare);
        self.moment(&Moment::ShowAddress {
            wallet: order.wallet.id.clone(),
            role: row.role.to_string(),
            label: row.label.to_string(),
            path: row.path,
            address: derived,
            sheet,
        });
        let shown = sheet::show(&mut self.station, self.ports, row.path, derived)?;
        if !self.ask(&Question::SameAddress { address: derived, path: row.path, written: false })? {
            return Err(sheet::disputed(row.path, derived));
        }
        if sheet.is_some() {
            self.same_sheet(&order.wallet.id)?;
        }
        self.record(DrillEvent::AddressCompared {
            role: row.role.to_string(),
            path: row.path,
            address: shown,
        })
    }

    fn account(
        &mut self,
        at: usize,
        order: &DrillWalletOrder,
        path: AccountPath,
    ) -> Result<AccountXpub, Problem> {
        if let Some(xpub) = self.accounts.get(&(at, path)) {
            return Ok(xpub.clone());
        }
        self.moment(&Moment::ReadAccount { wallet: order.wallet.id.clone(), path });
        let xpub = self.station.account(self.ports, &order.identity, path)?;
        self.accounts.insert((at, path), xpub.clone());
        Ok(xpub)
    }

    fn compare_sheet(&mut self, at: usize) -> Result<(), Problem> {
        let Some(order) = self.reach(at)? else { return Ok(()) };
        let first = &order.rows[0];
        let (id, label) = (&order.wallet.id, first.label.to_string());
        sheet::compare_at(&mut self.station, self.ports, id, label, first.path, first.address)?;
        self.same_sheet(id)?;
        self.record(DrillEvent::SheetCompared { wallet: order.name().to_owned(), address: first.address })
    }

    fn same_sheet(&mut self, wallet: &WalletId) -> Result<(), Problem> {
        if self.ask(&Question::SameSheet { wallet: wallet.clone() })? {
            Ok(())
        } else {
            Err(Problem::device("sheet-differs").with("wallet", wallet))
        }
    }

    fn compare_record(&mut self) -> Result<(), Problem> {
        let on_disk = digest(self.ports.storage, Layout::DRILL)?;
        if self.state.record.as_ref().map(|(_, settled)| *settled) != Some(on_disk) {
            return Err(Problem::unusable("file-differs").with("file", Layout::DRILL));
        }
        let file = format!("{}{}", self.prefix, Layout::DRILL);
        self.moment(&Moment::Compare { file: file.clone(), digest: on_disk });
        if !self.ask(&Question::SameDigest { file: file.clone(), digest: on_disk })? {
            return Err(Problem::finding("digest-differs").with("file", file));
        }
        self.record(DrillEvent::RecordCompared { record: on_disk })
    }

    fn sign(&mut self, at: usize) -> Result<(), Problem> {
        let Some(order) = self.reach(at)? else { return Ok(()) };
        let unsettled = || Problem::finding("part-unsettled").with("member", &order.wallet.id.custodian);
        let statement = self.state.statement(at).ok_or_else(unsettled)?;
        let row = &order.rows[order.signer];
        let (wallet, path, signer) = (order.wallet.id.clone(), row.path, row.address);
        let pages = self.station.pages(&statement);
        self.moment(&Moment::Sign { wallet, signer, path, statement: statement.clone(), pages });
        let signature = self.station.sign(self.ports, path, &statement, signer)?;
        self.record(DrillEvent::StatementSigned { wallet: order.name().to_owned(), signer, signature })
    }

    fn end_sessions(&mut self) -> Result<(), Problem> {
        let member = self.member();
        self.moment(&Moment::EndSessions { member: member.clone() });
        if !self.station.end()? {
            self.unplugged(&member)?;
        }
        self.record(DrillEvent::SessionsEnded {})
    }

    /// Makes sure that exactly this wallet is open, as in a member's run. None where that may have changed what comes
    /// next.
    fn reach(&mut self, at: usize) -> Result<Option<DrillWalletOrder>, Problem> {
        let order = self.order(at);
        if let Some(found) = self.station.return_to(self.ports, &order.wallet)? {
            self.station.demand(&order.wallet, found, order.identity)?;
            return Ok(Some(order));
        }
        self.moment(&Moment::Reopen { wallet: order.wallet.id.clone(), place: order.wallet.entry });
        self.ready()?;
        let found = self.station.enter(self.ports, &order.wallet)?;
        self.station.demand(&order.wallet, found, order.identity)?;
        if let Err(problem) = self.record(DrillEvent::WalletReopened { wallet: order.name().to_owned() }) {
            // What the journal does not say did not happen.
            self.station.leave(&order.wallet);
            return Err(problem);
        }
        Ok(None)
    }

    /// Asks whether a wallet is left out, once an exception said what is wrong with it.
    fn offer_leaving_out(&mut self, recorded: usize) -> Result<(), Problem> {
        let Some(at) = self.state.next().wallet() else { return Ok(()) };
        if self.state.exceptions.len() == recorded {
            return Ok(());
        }
        let order = self.order(at);
        if !self.ask(&Question::LeaveOut { wallet: order.wallet.id.clone() })? {
            return Ok(());
        }
        self.station.leave(&order.wallet);
        while let Err(problem) = self.record(DrillEvent::WalletLeftOut { wallet: order.name().to_owned() }) {
            self.trouble(problem)?;
        }
        Ok(())
    }

    fn order(&self, at: usize) -> DrillWalletOrder {
        self.state.order.wallets[at].clone()
    }

    fn member(&self) -> String {
        self.state.order.member.clone()
    }

    /// Writes an event, durable before anything goes on. The files that follow from it are written before the next step.
    fn record(&mut self, event: DrillEvent) -> Result<(), Problem> {
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
        for (name, bytes) in self.state.files() {
            ensure(self.ports.storage, &name, &bytes)?;
        }
        Ok(())
    }

    /// The digests of all of them and of the journal, last, when nothing changes any more.
    fn sums(&mut self) -> Result<(), Problem> {
        let mut names: Vec<_> = self.state.files().into_iter().map(|(name, _)| name).collect();
        names.push(Layout::DRILL_JOURNAL.to_owned());
        let unreadable = |error| {
            Problem::unusable("file-unreadable").with("file", Layout::DRILL_SUMS).with("reason", error)
        };
        let digests = derived::digests(self.ports.storage, &names).map_err(unreadable)?;
        ensure(self.ports.storage, Layout::DRILL_SUMS, derived::sums_here(&digests).as_bytes())
    }

    fn moment(&mut self, moment: &Moment) {
        self.ports.progress = self.progress();
        self.ports.moment(moment);
    }

    fn progress(&self) -> Progress {
        Progress { members: self.members, ..self.state.progress() }
    }
}

impl Run for DrillRun<'_, '_> {
    fn face(&mut self) -> &mut dyn Face {
        self.ports.face
    }

    fn record_exception(&mut self, exception: Exception) -> Result<(), Problem> {
        self.record(DrillEvent::ExceptionRecorded(exception_at(self.state.step_name(), exception)?))
    }

    fn record_alarm(&mut self, reason: Alarm) -> Result<(), Problem> {
        self.record(DrillEvent::AlarmRaised { step: self.state.step_name(), reason })
    }
}
