//! What the devices said of themselves.

use std::collections::BTreeSet;

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::case::Member;
use super::checks::{DEVICE, GENUINE};
use super::{Case, Report};
use crate::ceremony::{AUTHENTICITY, Event, NO_PROOF, TeamEvent, USB};
use crate::device::genuine::Root;
use crate::journal::read;
use crate::manifest::{Layout, Sealed};
use crate::text::Message;

/// `V-DEVICE`: simulated ones in rehearsals only, real ones on USB, none with something in its way, none used by two
/// members. It is the laptop's word; needs the sealed files.
pub fn check(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        return report.unchecked(DEVICE, Message::new("v-no-sealed"));
    }
    let mut ids = BTreeSet::new();
    let mut failures = Vec::new();
    for member in &case.members {
        let Some(sealed) = &member.sealed else { continue };
        failures.extend(reason(case, member, sealed));
        if !sealed.device.device_id.is_empty() && !ids.insert(&sealed.device.device_id) {
            failures.push(Message::new("v-device-shared").with("member", &member.name));
        }
    }
    failures.extend(benches(case));
    report.settle(DEVICE, failures, Message::new("v-device-ok").count("devices", case.members.len()));
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
    let members = case.members.iter().map(|member| Layout::journal(&member.name));
    let benches = members.map(|name| (first(case, &name).as_ref().and_then(of_member), name));
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
    let line = case.bundle.get(name)?.split_inclusive(|byte| *byte == b'\n').next()?;
    read::<E>(name, line).ok()?.lines.into_iter().next().map(|line| line.event)
}

fn reason(case: &Case, member: &Member, sealed: &Sealed) -> Option<Message> {
    let about = |id: &'static str| Some(Message::new(id).with("member", &member.name));
    match (sealed.device.simulated, case.manifest.ceremony.rehearsal) {
        (true, false) => about("v-device-simulated"),
        (false, true) => about("v-device-real"),
        _ if !sealed.device.hindrances.is_empty() => about("v-device-hindered"),
        _ => None,
    }
}

/// `V-GENUINE`: what each device proved when it was asked. The proofs themselves stand in the journals, and are followed
/// again where these are replayed (`V-JOURNAL`); needs the sealed files.
pub fn check_genuine(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        return report.unchecked(GENUINE, Message::new("v-no-sealed"));
    }
    let rehearsal = case.manifest.ceremony.rehearsal;
    let (mut proven, mut failures) = (0_usize, Vec::new());
    for member in &case.members {
        let Some(sealed) = &member.sealed else { continue };
        let about = |id: &'static str| Message::new(id).with("member", &member.name);
        let said = sealed.device.details.get(AUTHENTICITY).map_or("", String::as_str);
        let cannot = said == NO_PROOF && !Root::known(&sealed.device.model);
        let root =
            [Root::Production, Root::Debug, Root::Simulated].into_iter().find(|root| root.name() == said);
        match root {
            // Software has no key that leads to a root of sold devices.
            Some(root) if (root == Root::Production) != rehearsal => proven += 1,
            None if cannot => report.unchecked(GENUINE, about("v-genuine-none")),
            _ => failures.push(about("v-genuine-other")),
        }
    }
    if proven > 0 || !failures.is_empty() {
        let id = if rehearsal { "v-genuine-rehearsal" } else { "v-genuine-ok" };
        report.settle(GENUINE, failures, Message::new(id).count("devices", proven));
    }
}
