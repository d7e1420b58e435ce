//! The bundle, read: plan, manifest, parts, sealed files. What cannot be read ends the case.

use std::borrow::Cow;
use std::sync::Arc;

use rayon::prelude::*;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::carried::Past;
use super::checks::{CANONICAL, PLAN};
use super::derivation::astray;
use super::following::{Expected, Following, Told};
use super::run::Run;
use super::seeds::rehearsed_addresses;
use super::{Bundle, Evidence, Progress, Report, Verifier};
use crate::ceremony::Script;
use crate::keys::derive::prepare;
use crate::keys::{Address, Digest, WalletIdentity};
use crate::manifest::{
    ContractFile, Exception, Heading, Layout, Manifest, Part, PartAddress, PartDigests, Sealed, canonical,
};
use crate::plan::{self, Linted, WalletId};
use crate::text::{Message, Problem};

/// A bundle that could be read.
pub struct Case<'b> {
    /// Its files.
    pub bundle: &'b Bundle,
    /// The plan in it.
    pub plan: Cow<'b, Linted>,
    /// What every file must say of the ceremony: the plan's, with the manifest's word on whether it is a rehearsal.
    pub heading: Heading,
    /// The manifest.
    pub manifest: Arc<Manifest>,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// The members' files, in the plan's order.
    pub members: Vec<Member>,
    /// The parts of earlier ceremonies that the plan carries something from.
    pub earlier: Vec<Past>,
    expected: Expected,
    /// What a rehearsal's test seeds give for the plan's roles, see [`super::seeds`].
    pub rehearsed: Vec<Option<Address>>,
}

/// A member's files.
pub struct Member {
    /// Whose.
    pub name: String,
    /// The part.
    pub part: Arc<Part>,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// The sealed file; none in a public bundle.
    pub sealed: Option<Sealed>,
    /// What the plan has this member do.
    pub script: Arc<Script>,
    /// The journal; none where it is not here.
    pub run: Option<Result<Run, Problem>>,
    /// The positions of rows that do not follow from the sealed xpubs; none without these.
    pub astray: Option<Result<Vec<usize>, Problem>>,
}

impl Member {
    /// The exceptions that the journal holds, where it is here and can be read.
    pub fn recorded_exceptions(&self) -> Option<&[Exception]> {
        Some(&self.run.as_ref()?.as_ref().ok()?.exceptions)
    }
}

impl<'b> Case<'b> {
    /// Reads what everything else is about; none where that cannot be read.
    pub fn open(
        bundle: &'b Bundle,
        evidence: &'b Evidence,
        verifier: &Verifier,
        report: &mut Report,
    ) -> Option<Self> {
        let mut failures = Vec::new();
        let (plan, told) = rayon::join(
            || read_plan(bundle, evidence),
            || {
                bundle.digest_kept();
                Told::of(bundle)
            },
        );
        let members = plan.as_ref().ok().map(|plan| members(bundle, plan, &verifier.progress));
        let (members, found) = members.unwrap_or_default();
        let known = plan.as_ref().ok().zip(members.as_ref()).zip(told);
        let (manifest, expected, earlier, rehearsed) = match &known {
            Some(((plan, members), told)) => {
                let rehearsal = told.ceremony.rehearsal;
                // Here, once for all checks: they run at once, and none must wait for another.
                let ((manifest, expected, earlier), rehearsed) = rayon::join(
                    || Following::read(bundle, Following::of(bundle, plan, members, told)),
                    || rehearsed_addresses(plan, members, rehearsal, &verifier.published),
                );
                (manifest, expected, earlier, rehearsed)
            }
            None => {
                let unsettled = Problem::finding("part-unsettled").with("member", "team");
                (read(bundle, Layout::MANIFEST), Err(unsettled), Vec::new(), Vec::new())
            }
        };
        let manifest = manifest.map_err(|failure| failures.push(failure)).ok();
        failures.extend(found);
        let files = bundle.names().filter(|name| name.ends_with(".json")).count();
        report.settle(CANONICAL, failures, Message::new("v-canonical-ok").count("files", files));
        let plan = match plan {
            Ok(plan) => plan,
            Err(problem) => {
                report.settle(PLAN, vec![problem.cause()], Message::new("v-plan-ok"));
                return None;
            }
        };
        let (manifest, members) = (Arc::new(manifest?), members?);
        let heading = Heading::of(&plan, manifest.ceremony.rehearsal);
        let digest = bundle.digest(Layout::MANIFEST)?;
        Some(Self { bundle, plan, heading, manifest, digest, members, earlier, expected, rehearsed })
    }

    /// Frees all of it on all processors: everything freed is wiped, which takes its time.
    pub fn close(self) {
        let Self { plan, members, rehearsed, expected, .. } = self;
        rayon::join(|| drop((plan, rehearsed, expected)), || members.into_par_iter().for_each(drop));
    }

    /// The manifest and the files of its contracts that follow from the plan and the parts.
    ///
    /// # Errors
    /// It cannot be made of them.
    pub fn expected(&self) -> Result<(&Manifest, &[ContractFile]), &Problem> {
        let (manifest, contracts) = self.expected.as_ref()?;
        Ok((manifest.as_ref().unwrap_or(&self.manifest), contracts))
    }

    /// The manifest that is there, where it is the one that follows; with the files of its contracts.
    pub fn confirmed(&self) -> Option<(&Arc<Manifest>, &[ContractFile])> {
        let (expected, contracts) = self.expected().ok()?;
        std::ptr::eq(expected, &*self.manifest).then_some((&self.manifest, contracts))
    }

    /// See [`digests`].
    pub fn digests(&self, member: &Member) -> PartDigests {
        digests(self.bundle, &self.manifest.parts, member)
    }

    /// Every row of every part with its member.
    pub fn rows(&self) -> impl Iterator<Item = (&Member, &PartAddress)> {
        self.members.iter().flat_map(|member| member.part.addresses.iter().map(move |row| (member, row)))
    }

    /// Every part in the bundle, of this ceremony and of earlier ones.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let here = self.members.iter().map(|member| &*member.part);
        here.chain(self.earlier.iter().filter_map(Past::part))
    }

    /// The identity that the parts give for a wallet, this ceremony's before earlier ones.
    pub fn identity(&self, id: &WalletId) -> Option<WalletIdentity> {
        let mut wallets =
            self.parts().filter(|part| part.member == id.custodian).flat_map(|part| &part.wallets);
        wallets.find(|wallet| wallet.name == id.name).map(|wallet| wallet.identity)
    }
}

/// The digests of a member's files as they are; of sealed ones that are not here, as the public files say: `told` stands in
/// the manifest.
pub fn digests(bundle: &Bundle, told: &[PartDigests], member: &Member) -> PartDigests {
    let told = told.iter().find(|part| part.member == member.name);
    let of = |name: String| bundle.digest(&name);
    let journal = of(Layout::journal(&member.name)).or(told.map(|told| told.journal_sha256));
    let recorded = member.recorded_exceptions().map(|recorded| recorded.len() as u64);
    PartDigests {
        exceptions: recorded.or(told.map(|told| told.exceptions)).unwrap_or(member.part.exceptions),
        journal_sha256: journal.unwrap_or(Digest::ZERO),
        member: member.name.clone(),
        part_sha256: member.digest,
        sealed_sha256: of(Layout::sealed(&member.name)).unwrap_or(member.part.sealed_sha256),
        // Only the team's journal knows, and the check of that compares it.
        unpinned: told.is_some_and(|told| told.unpinned),
    }
}

/// The plan in the bundle; where the auditor brought the same bytes, what these were read as.
fn read_plan<'b>(bundle: &Bundle, evidence: &'b Evidence) -> Result<Cow<'b, Linted>, Problem> {
    let missing = || Problem::finding("bundle-missing").with("file", Layout::PLAN);
    let bytes = bundle.get(Layout::PLAN).ok_or_else(missing)?;
    match &evidence.plan {
        Some(brought) if Some(brought.digest) == bundle.digest(Layout::PLAN) => Ok(Cow::Borrowed(brought)),
        _ => plan::read(&bytes, Layout::PLAN).into_plan().map(Cow::Owned),
    }
}

/// Every member's files and the contracts', each in its one encoding; none where a part or sealed file is not. With what was
/// found wrong.
fn members(bundle: &Bundle, plan: &Linted, progress: &Progress) -> (Option<Vec<Member>>, Vec<Message>) {
    let contracts = plan.safes.iter().map(|it| &it.name).chain(plan.splits.iter().map(|it| &it.name));
    let contracts: Vec<_> = contracts.collect();
    let wrong = |name: &&String| read::<Value>(bundle, &Layout::contract(name)).err();
    let mut failures: Vec<_> = contracts.par_iter().filter_map(wrong).collect();
    let names = plan.members();
    prepare(if bundle.has_sealed() { plan.roles.len() } else { 0 });
    progress.begin_members(names.len());
    let done = |name| {
        let read = member(bundle, plan, name);
        progress.member_done();
        read
    };
    let read: Vec<_> = names.into_par_iter().with_max_len(1).map(done).collect();
    let mut members = Some(Vec::new());
    for (member, found) in read {
        failures.extend(found);
        members = members.zip(member).map(|(mut members, member)| {
            members.push(member);
            members
        });
    }
    (members, failures)
}

fn member(bundle: &Bundle, plan: &Linted, name: String) -> (Option<Member>, Vec<Message>) {
    let mut failures = Vec::new();
    let script = Script::of(plan, &name).map(Arc::new);
    let journal = Layout::journal(&name);
    let run = bundle.get(&journal).zip(script.as_ref());
    let run = run.map(|(bytes, script)| Run::read(&journal, &bytes, script.clone()));
    let followed = run.iter().flatten().find_map(|run| run.part(bundle, &name));
    let part = match followed {
        Some(part) => Some(part),
        None => read_part(bundle, &name).map_err(|failure| failures.push(failure)).ok(),
    };
    let sealed = bundle.has_sealed().then(|| read::<Sealed>(bundle, &Layout::sealed(&name)));
    let sealed = sealed.transpose().map_err(|failure| failures.push(failure)).ok();
    let read = || {
        let (script, (part, digest), sealed) = (script?, part?, sealed?);
        let made = run.iter().flatten().any(|run| run.made(bundle, &name));
        let astray = sealed.as_ref().map(|sealed| if made { Ok(Vec::new()) } else { astray(&part, sealed) });
        Some(Member { name, part, digest, sealed, script, run, astray })
    };
    (read(), failures)
}

/// A part that follows from no journal here.
fn read_part(bundle: &Bundle, member: &str) -> Result<(Arc<Part>, Digest), Message> {
    let file = Layout::part(member);
    let part = read::<Part>(bundle, &file)?;
    Ok((Arc::new(part), bundle.digest(&file).unwrap_or(Digest::ZERO)))
}

/// A file in its one encoding and, where it says one, of its type.
pub fn read<T: Typed>(bundle: &Bundle, name: &str) -> Result<T, Message> {
    let bytes = bundle.get(name).ok_or_else(|| Message::new("v-missing").with("file", name))?;
    match canonical::from_bytes::<T>(&bytes) {
        Ok(value) if value.is_of_its_type() => Ok(value),
        Ok(_) => Err(Message::new("v-canonical-type").with("file", name)),
        Err(error) => Err(Message::new("v-canonical-not").with("file", name).with("reason", error)),
    }
}

/// A file that says what it is.
pub trait Typed: Serialize + DeserializeOwned {
    /// Whether it says so.
    fn is_of_its_type(&self) -> bool;
}

impl Typed for Manifest {
    fn is_of_its_type(&self) -> bool {
        self.r#type == Self::TYPE
    }
}

impl Typed for Part {
    fn is_of_its_type(&self) -> bool {
        self.r#type == Self::TYPE
    }
}

impl Typed for Sealed {
    fn is_of_its_type(&self) -> bool {
        self.r#type == Self::TYPE
    }
}

impl Typed for Value {
    fn is_of_its_type(&self) -> bool {
        self.get("type").is_some_and(|it| it == "gishiki-contract-v1")
    }
}
