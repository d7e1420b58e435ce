//! A whole ceremony in one folder: the members in turn, then the team; begun or resumed alike.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::files::ensure;
use super::station::Ports;
use super::team::{Owner, Pins, TeamRun, TeamState, earlier_parts, follows};
use super::{Begun, Bench, Event, Face, HostFacts, MemberRun, Progress, Scope, Script, TeamEvent};
use crate::journal::{Journal, Line, Storage};
use crate::manifest::{Exception, Heading, Layout, derived};
use crate::plan::{Linted, Plan};
use crate::text::Problem;

/// The id of the problem that a person stopped at the plan's warnings: nothing was begun or gone on with.
pub const STOPPED_AT_WARNINGS: &str = "stopped-at-warnings";

/// What is run, and where.
pub struct Setting<'a> {
    /// The reviewed plan.
    pub plan: &'a Linted,
    /// Its bytes, as read.
    pub plan_bytes: &'a [u8],
    /// Whether it is a rehearsal.
    pub rehearsal: bool,
    /// How much of it runs here.
    pub scope: Scope,
    /// The only member whose part runs here; none for all.
    pub only: Option<String>,
    /// Who signs the manifest here.
    pub signers: Signers,
    /// What members told of their parts by another channel.
    pub pins: Pins,
    /// Files of earlier parts that the plan carries something from, see [`carried_files`](super::carried_files). None where
    /// they lie in the folder already.
    pub carried: Vec<(String, Vec<u8>)>,
}

/// Who signs the manifest in one run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Signers {
    /// Everybody, in turn.
    All,
    /// Nobody: the parts are only combined.
    Nobody,
    /// One owner, who first reads what is not the own part, and compares the manifest's digest.
    Only(Box<Owner>),
}

/// A whole ceremony in one folder.
pub struct Whole<'a> {
    setting: Setting<'a>,
    ports: Ports<'a>,
}

impl<'a> Whole<'a> {
    /// Brings the edges together.
    pub fn new(
        setting: Setting<'a>,
        storage: &'a mut dyn Storage,
        face: &'a mut dyn Face,
        host: &'a dyn HostFacts,
        bench: &'a mut dyn Bench,
    ) -> Self {
        Self { setting, ports: Ports { storage, face, host, bench, progress: Progress::default() } }
    }

    /// Goes through everything that is left. True where all of it is then over; false where other members still have
    /// to sign elsewhere.
    ///
    /// # Errors
    /// The person stopped, or something is in the way. What was recorded stays, and `resume` goes on from there.
    pub fn run(&mut self) -> Result<bool, Problem> {
        let members = self.members()?;
        if let Signers::Only(owner) = &self.setting.signers {
            owner.check(&Heading::of(self.setting.plan, self.setting.rehearsal))?;
            let Setting { plan, rehearsal, .. } = self.setting;
            owner.previous.iter().try_for_each(|previous| follows(plan, rehearsal, previous))?;
        }
        refuse_placeholders(self.setting.plan, self.setting.rehearsal)?;
        self.same_run()?;
        self.brief()?;
        ensure(self.ports.storage, Layout::PLAN, self.setting.plan_bytes)?;
        if self.setting.scope != Scope::Member {
            self.bring_carried()?;
        }
        if self.setting.scope != Scope::Combination {
            self.run_members(&members)?;
        }
        let team = self.setting.scope != Scope::Member;
        if team && !self.team()? {
            return Ok(false);
        }
        let only = self.setting.only.as_deref().filter(|_| self.setting.scope == Scope::Member);
        write_sums(self.ports.storage, self.setting.plan, only, team)?;
        Ok(true)
    }

    /// What is carried from earlier ceremonies lies in the folder before anything else happens, and holds.
    fn bring_carried(&mut self) -> Result<(), Problem> {
        for (name, bytes) in &self.setting.carried {
            ensure(self.ports.storage, name, bytes)?;
        }
        earlier_parts(self.ports.storage, self.setting.plan, &self.begun().ceremony).map(drop)
    }

    /// Nothing begins, or goes on, before the people there have read what the linter warns of.
    fn brief(&mut self) -> Result<(), Problem> {
        let plan = self.setting.plan;
        let nothing = plan.warnings().is_empty() && plan.accepted_warnings().is_empty();
        if nothing || self.ports.face.briefing(plan) {
            Ok(())
        } else {
            Err(Problem::stopped(STOPPED_AT_WARNINGS))
        }
    }

    fn begun(&self) -> Begun {
        Begun {
            ceremony: Heading::of(self.setting.plan, self.setting.rehearsal),
            tool: self.ports.host.tool(),
            bench: self.ports.bench.name(),
            scope: self.setting.scope,
        }
    }

    /// The members whose parts run here.
    fn members(&self) -> Result<Vec<String>, Problem> {
        let only = self.setting.only.as_ref();
        let mut names = self.setting.plan.members();
        names.retain(|name| only.is_none_or(|only| only == name));
        let known = only.is_some_and(|only| self.setting.plan.wallets_of(only).next().is_some());
        if names.is_empty() && known {
            return Err(
                Problem::unusable("custodian-untouched").with("name", only.cloned().unwrap_or_default())
            );
        }
        if names.is_empty() && only.is_some() {
            return Err(
                Problem::unusable("custodian-unknown").with("name", only.cloned().unwrap_or_default())
            );
        }
        Ok(names)
    }

    /// One folder holds one run: begun anew or gone on with, but never in another scope, whose sums would differ in
    /// the end. Parts from elsewhere are combined beside the journals that made them.
    fn same_run(&self) -> Result<(), Problem> {
        let mine = (self.setting.scope, self.setting.only.as_ref());
        match recall(self.ports.storage, self.setting.plan) {
            Ok((begun, only)) if mine.0 == Scope::Combination || mine == (begun.scope, only.as_ref()) => {
                Ok(())
            }
            Ok(_) => Err(Problem::unusable("run-of-another-scope")),
            Err(problem) if problem.id() == "nothing-begun" => Ok(()),
            Err(problem) => Err(problem),
        }
    }

    fn run_members(&mut self, names: &[String]) -> Result<(), Problem> {
        for (at, name) in names.iter().enumerate() {
            let Some(script) = Script::of(self.setting.plan, name) else { continue };
            let begun = self.begun();
            MemberRun::open(&mut self.ports, script, begun, (at, names.len()))?.run()?;
        }
        Ok(())
    }

    fn team(&mut self) -> Result<bool, Problem> {
        let begun = self.begun();
        let (pins, signers) = (self.setting.pins.clone(), self.setting.signers.clone());
        TeamRun::open(&mut self.ports, self.setting.plan, begun, pins, signers)?.run()
    }
}

/// Writes the digests of both folders, last, when nothing in them changes any more: of the whole, or of the part of this
/// member only.
///
/// # Errors
/// A file is missing, or the disk refuses.
pub fn write_sums(
    storage: &mut dyn Storage,
    plan: &Plan,
    only: Option<&str>,
    team: bool,
) -> Result<(), Problem> {
    let mut members = plan.members();
    members.retain(|name| only.is_none_or(|only| only == name));
    let folders = [
        (Layout::PUBLIC_SUMS, derived::public_files(plan, &members, team)),
        (Layout::SEALED_SUMS, derived::sealed_files(plan, &members, team)),
    ];
    for (name, files) in folders {
        let unreadable =
            |error| Problem::unusable("file-unreadable").with("file", name).with("reason", error);
        let digests = derived::digests(storage, &files).map_err(unreadable)?;
        ensure(storage, name, derived::sums(&digests).as_bytes())?;
    }
    Ok(())
}

/// Who has not signed the manifest in a folder yet: roles of signers, and names of witnesses.
///
/// # Errors
/// The team's journal is broken, or a part does not hold any more.
pub fn waiting_for(storage: &dyn Storage, plan: &Plan) -> Result<Vec<String>, Problem> {
    let lines = lines::<TeamEvent>(storage, Layout::TEAM_JOURNAL)?;
    Ok(TeamState::replay(plan, &lines, storage)?.lacks())
}

/// In a real ceremony off the testnets, nothing may be left open.
///
/// # Errors
/// The first placeholder of the plan, with the number of all.
pub fn refuse_placeholders(plan: &Plan, rehearsal: bool) -> Result<(), Problem> {
    match plan.placeholders.first() {
        Some(open) if !rehearsal && !plan.ceremony.chain.testnet => {
            Err(Problem::finding("plan-placeholders")
                .with("what", &open.what)
                .with("line", open.line)
                .with("count", plan.placeholders.len()))
        }
        _ => Ok(()),
    }
}

/// How the ceremony in a folder was begun, from whichever journal tells, with the only member it is about. Parts of
/// several members, each made alone, are there to be combined.
///
/// # Errors
/// No journal has begun, or one is broken.
pub fn recall(storage: &dyn Storage, plan: &Plan) -> Result<(Begun, Option<String>), Problem> {
    let first_of_team = lines::<TeamEvent>(storage, Layout::TEAM_JOURNAL)?.into_iter().next();
    if let Some(Line { event: TeamEvent::Begun(begun), .. }) = first_of_team {
        return Ok((begun, None));
    }
    let mut first = None;
    for member in plan.members() {
        let first_line = lines::<Event>(storage, &Layout::journal(&member))?.into_iter().next();
        let Some(Line { event: Event::Begun(begun), .. }) = first_line else { continue };
        match &mut first {
            None => {
                let only = (begun.scope == Scope::Member).then_some(member);
                first = Some((begun, only));
            }
            Some((before, only)) if before.scope == Scope::Member => {
                before.scope = Scope::Combination;
                *only = None;
            }
            Some(_) => {}
        }
    }
    first.ok_or_else(|| Problem::unusable("nothing-begun"))
}

/// Every exception in a folder's journals with whose run it belongs to (`team` for the team's), in the order recorded.
///
/// # Errors
/// A journal cannot be read, or is broken.
pub fn exceptions_in(storage: &dyn Storage, plan: &Plan) -> Result<Vec<(String, Exception)>, Problem> {
    let mut found = Vec::new();
    for member in plan.members() {
        for line in lines::<Event>(storage, &Layout::journal(&member))? {
            if let Event::ExceptionRecorded(exception) = line.event {
                found.push((member.clone(), exception));
            }
        }
    }
    for line in lines::<TeamEvent>(storage, Layout::TEAM_JOURNAL)? {
        if let TeamEvent::ExceptionRecorded(exception) = line.event {
            found.push(("team".to_owned(), exception));
        }
    }
    Ok(found)
}

/// The lines of a journal; none where there is no such file.
fn lines<E: Serialize + DeserializeOwned>(
    storage: &dyn Storage,
    name: &str,
) -> Result<Vec<Line<E>>, Problem> {
    Ok(Journal::open(storage, name)?.1.lines)
}
