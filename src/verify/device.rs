//! What the devices said of themselves.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::case::Member;
use super::checks::{DEVICE, GENUINE};
use super::{Case, Report};
use crate::ceremony::{AUTHENTICITY, Event, NO_PROOF, TeamEvent, USB};
use crate::device::DeviceFacts;
use crate::device::genuine::Root;
use crate::journal::read;
use crate::manifest::Layout;
use crate::text::Message;

/// What a device said of itself, in a sealed file of this ceremony or an earlier one.
struct Told<'c> {
    member: &'c str,
    /// The sequence of the earlier ceremony; 0 for this one.
    then: u64,
    device: &'c DeviceFacts,
}

impl<'c> Told<'c> {
    fn here(case: &'c Case) -> impl Iterator<Item = Self> {
        let sealed = case.members.iter().filter_map(|it| Some((it, it.sealed.as_ref()?)));
        sealed.map(|(it, sealed)| Self { member: &it.name, then: 0, device: &sealed.device })
    }

    fn earlier(case: &'c Case) -> impl Iterator<Item = Self> {
        let sealed = case.earlier.iter().filter_map(|it| Some((it, it.sealed.as_ref()?)));
        sealed.map(|(it, sealed)| Self { member: &it.member, then: it.sequence, device: &sealed.device })
    }

    fn about(&self, id: &'static str) -> Message {
        Message::new(id).with("member", self.member).count("then", self.then)
    }

    /// Why it is none for a ceremony, or for a rehearsal.
    fn unfit(&self, rehearsal: bool) -> Option<Message> {
        match (self.device.simulated, rehearsal) {
            (true, false) => Some(self.about("v-device-simulated")),
            (false, true) => Some(self.about("v-device-real")),
            _ if !self.device.hindrances.is_empty() => Some(self.about("v-device-hindered")),
            _ => None,
        }
    }

    /// Whether what it is said to have proved goes with such a ceremony; none where its model has nothing to prove itself with.
    fn proof(&self, rehearsal: bool) -> Option<bool> {
        let said = self.device.details.get(AUTHENTICITY).map_or("", String::as_str);
        let roots = [Root::Production, Root::Debug, Root::Simulated];
        match roots.into_iter().find(|root| root.name() == said) {
            // Software has no key that leads to a root of sold devices.
            Some(root) => Some((root == Root::Production) != rehearsal),
            None if said == NO_PROOF && !Root::known(&self.device.model) => None,
            None => Some(false),
        }
    }
}

/// `V-DEVICE`: simulated ones in rehearsals only, real ones on USB, none with something in its way, none used by two
/// members; those of earlier ceremonies that something is carried from, too. It is the laptop's word; needs the sealed files.
pub fn check(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        return report.unchecked(DEVICE, Message::new("v-no-sealed"));
    }
    let mut owners = BTreeMap::new();
    let mut failures = Vec::new();
    for told in Told::earlier(case).chain(Told::here(case)) {
        failures.extend(told.unfit(case.manifest.ceremony.rehearsal));
        let id = &told.device.device_id;
        if !id.is_empty() && *owners.entry(id).or_insert(told.member) != told.member {
            failures.push(told.about("v-device-shared"));
        }
    }
    failures.extend(benches(case));
    let (well, earlier) = (failures.is_empty(), Told::earlier(case).count());
    let ok = Message::new("v-device-ok").count("devices", case.members.len());
    report.settle_of(&case.members, DEVICE, failures, ok);
    if well && earlier > 0 {
        report.tell(DEVICE, vec![Message::new("v-device-carried").count("parts", earlier)]);
    }
}

/// In a real ceremony every journal begins with devices on USB. One that cannot be read fails elsewhere.
fn benches(case: &Case) -> Vec<Message> {
    if case.manifest.ceremony.rehearsal {
        return Vec::new();
    }
    let of_member = |event: &Event| match event {
        Event::Begun(begun) => Some(begun.bench.clone()),
        _ => None,
    };
    let of_team = |event: &TeamEvent| match event {
        TeamEvent::Begun(begun) => Some(begun.bench.clone()),
        _ => None,
    };
    let of_run = |member: &Member| {
        let name = Layout::journal(&member.name);
        let bench = match &member.run {
            Some(Ok(run)) => run.bench.clone(),
            _ => first(case, &name).as_ref().and_then(of_member),
        };
        (bench, name)
    };
    let benches = case.members.iter().map(of_run);
    let team = first(case, Layout::TEAM_JOURNAL).as_ref().and_then(of_team);
    let elsewhere = benches
        .chain([(team, Layout::TEAM_JOURNAL.to_owned())])
        .filter_map(|(bench, name)| Some((bench.filter(|bench| bench != USB)?, name)));
    elsewhere
        .map(|(bench, name)| Message::new("v-device-bench").with("file", name).with("bench", bench))
        .collect()
}

/// A journal's first event.
fn first<E: Serialize + DeserializeOwned>(case: &Case, name: &str) -> Option<E> {
    let bytes = case.bundle.get(name)?;
    let line = bytes.split_inclusive(|byte| *byte == b'\n').next()?;
    read::<E>(name, line).ok()?.lines.into_iter().next().map(|line| line.event)
}

/// `V-GENUINE`: what each device proved when it was asked. The proofs themselves stand in the journals, and are followed
/// again where these are replayed (`V-JOURNAL`); of earlier ceremonies none is here. Needs the sealed files.
pub fn check_genuine(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        return report.unchecked(GENUINE, Message::new("v-no-sealed"));
    }
    let rehearsal = case.manifest.ceremony.rehearsal;
    let (mut proven, mut failures) = (0_usize, Vec::new());
    let mut on_its_word: BTreeMap<u64, Vec<&str>> = BTreeMap::new();
    for told in Told::here(case).chain(Told::earlier(case)) {
        match told.proof(rehearsal) {
            Some(true) if told.then == 0 => proven += 1,
            Some(true) => on_its_word.entry(told.then).or_default().push(told.member),
            None => report.unchecked(GENUINE, told.about("v-genuine-none")),
            Some(false) => failures.push(told.about("v-genuine-other")),
        }
    }
    if proven > 0 || case.members.is_empty() || !failures.is_empty() {
        let id = if rehearsal { "v-genuine-rehearsal" } else { "v-genuine-ok" };
        report.settle_of(&case.members, GENUINE, failures, Message::new(id).count("devices", proven));
    }
    for (sequence, members) in on_its_word {
        let message = Message::new("v-genuine-carried").with("sequence", sequence);
        report.unchecked(GENUINE, message.with("members", members.join(", ")));
    }
}
