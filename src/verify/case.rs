//! The bundle, read: plan, manifest, parts, sealed files. What cannot be read ends the case.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::carried::{self, Past};
use super::checks::{CANONICAL, PLAN};
use super::{Bundle, Report};
use crate::ceremony::{Event, manifest_of};
use crate::journal::{self, Line};
use crate::keys::{Digest, WalletIdentity};
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
    pub plan: Linted,
    /// What every file must say of the ceremony: the plan's, with the manifest's word on whether it is a rehearsal.
    pub heading: Heading,
    /// The manifest.
    pub manifest: Manifest,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// The members' files, in the plan's order.
    pub members: Vec<Member>,
    /// The parts of earlier ceremonies that the plan carries something from.
    pub earlier: Vec<Past>,
}

/// A member's files.
pub struct Member {
    /// Whose.
    pub name: String,
    /// The part.
    pub part: Part,
    /// SHA-256 of its bytes.
    pub digest: Digest,
    /// The sealed file; none in a public bundle.
    pub sealed: Option<Sealed>,
}

impl<'b> Case<'b> {
    /// Reads what everything else is about; none where that cannot be read.
    pub fn open(bundle: &'b Bundle, report: &mut Report) -> Option<Self> {
        let mut failures = Vec::new();
        let plan = read_plan(bundle);
        let manifest: Option<Manifest> = read(bundle, Layout::MANIFEST, &mut failures);
        let members = plan.as_ref().ok().map(|plan| members(bundle, plan, &mut failures));
        let files = bundle.names().filter(|name| name.ends_with(".json")).count();
        report.settle(CANONICAL, failures, Message::new("v-canonical-ok").count("files", files));
        let plan = match plan {
            Ok(plan) => plan,
            Err(problem) => {
                report.settle(PLAN, vec![problem.cause()], Message::new("v-plan-ok"));
                return None;
            }
        };
        let (manifest, members) = (manifest?, members??);
        let heading = Heading::of(&plan, manifest.ceremony.rehearsal);
        let digest = Digest::of(bundle.get(Layout::MANIFEST)?);
        let earlier = carried::read(bundle, &plan, &heading);
        Some(Self { bundle, plan, heading, manifest, digest, members, earlier })
    }

    /// The manifest and the files of its contracts that follow from the plan and the parts.
    pub fn expected(&self) -> Result<(Manifest, Vec<ContractFile>), Problem> {
        let digests: Vec<_> = self.members.iter().map(|member| self.digests(member)).collect();
        let parts: Vec<_> = self.members.iter().map(|member| &member.part).zip(&digests).collect();
        let earlier = self.earlier.iter().filter_map(|it| it.earlier.as_ref().ok());
        let carried: Vec<_> = earlier.map(|earlier| earlier.digests.clone()).collect();
        manifest_of(&self.plan, &self.heading, &self.manifest.tool, &parts, &carried)
    }

    /// The digests of a member's files as they are; of sealed ones that are not here, as the public files say.
    pub fn digests(&self, member: &Member) -> PartDigests {
        let told = self.manifest.parts.iter().find(|part| part.member == member.name);
        let of = |name: String| self.bundle.get(&name).map(Digest::of);
        let journal = of(Layout::journal(&member.name)).or(told.map(|told| told.journal_sha256));
        let recorded = self.recorded_exceptions(member).map(|recorded| recorded.len() as u64);
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

    /// The exceptions that a member's journal holds, where it is here and can be read.
    pub fn recorded_exceptions(&self, member: &Member) -> Option<Vec<Exception>> {
        let name = Layout::journal(&member.name);
        let lines = journal::read::<Event>(&name, self.bundle.get(&name)?).ok()?.lines;
        let exception = |line: Line<Event>| match line.event {
            Event::ExceptionRecorded(exception) => Some(exception),
            _ => None,
        };
        Some(lines.into_iter().filter_map(exception).collect())
    }

    /// Every row of every part with its member.
    pub fn rows(&self) -> impl Iterator<Item = (&Member, &PartAddress)> {
        self.members.iter().flat_map(|member| member.part.addresses.iter().map(move |row| (member, row)))
    }

    /// Every part in the bundle, of this ceremony and of earlier ones.
    pub fn parts(&self) -> impl Iterator<Item = &Part> {
        let here = self.members.iter().map(|member| &member.part);
        here.chain(self.earlier.iter().filter_map(Past::part))
    }

    /// The identity that the parts give for a wallet, this ceremony's before earlier ones.
    pub fn identity(&self, id: &WalletId) -> Option<WalletIdentity> {
        let mut wallets =
            self.parts().filter(|part| part.member == id.custodian).flat_map(|part| &part.wallets);
        wallets.find(|wallet| wallet.name == id.name).map(|wallet| wallet.identity)
    }
}

fn read_plan(bundle: &Bundle) -> Result<Linted, Problem> {
    let missing = || Problem::finding("bundle-missing").with("file", Layout::PLAN);
    plan::read(bundle.get(Layout::PLAN).ok_or_else(missing)?, Layout::PLAN).into_plan()
}

/// Every member's files and the contracts', each in its one encoding; none where a part or sealed file is not.
fn members(bundle: &Bundle, plan: &Linted, failures: &mut Vec<Message>) -> Option<Vec<Member>> {
    for name in plan.safes.iter().map(|it| &it.name).chain(plan.splits.iter().map(|it| &it.name)) {
        read::<Value>(bundle, &Layout::contract(name), failures);
    }
    let mut members = Some(Vec::new());
    for name in plan.members() {
        let member = member(bundle, name, failures);
        members = members.zip(member).map(|(mut members, member)| {
            members.push(member);
            members
        });
    }
    members
}

fn member(bundle: &Bundle, name: String, failures: &mut Vec<Message>) -> Option<Member> {
    let file = Layout::part(&name);
    let part: Option<Part> = read(bundle, &file, failures);
    let sealed: Option<Option<Sealed>> = if bundle.has_sealed() {
        read(bundle, &Layout::sealed(&name), failures).map(Some)
    } else {
        Some(None)
    };
    Some(Member { digest: Digest::of(bundle.get(&file)?), part: part?, sealed: sealed?, name })
}

/// A file in its one encoding and, where it says one, of its type.
fn read<T: Typed>(bundle: &Bundle, name: &str, failures: &mut Vec<Message>) -> Option<T> {
    let Some(bytes) = bundle.get(name) else {
        failures.push(Message::new("v-missing").with("file", name));
        return None;
    };
    match canonical::from_bytes::<T>(bytes) {
        Ok(value) if value.is_of_its_type() => Some(value),
        Ok(_) => {
            failures.push(Message::new("v-canonical-type").with("file", name));
            None
        }
        Err(error) => {
            failures.push(Message::new("v-canonical-not").with("file", name).with("reason", error));
            None
        }
    }
}

trait Typed: Serialize + DeserializeOwned {
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
