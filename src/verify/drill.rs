//! Drills that the auditor brought, judged against the manifest.

use std::collections::{BTreeMap, BTreeSet};

use super::checks::DRILL;
use super::journals::is_timestamp;
use super::{Case, Evidence, Report};
use crate::ceremony::{DrillEvent, DrillOrder, DrillState, DrillStep, USB};
use crate::journal::{Line, read};
use crate::keys::Digest;
use crate::manifest::{Drill, Layout, SameDevice, canonical, derived};
use crate::text::Message;

/// The files of one drill, by their names in its folder.
#[derive(Clone, Debug, Default)]
pub struct DrillFiles(pub BTreeMap<String, Vec<u8>>);

impl DrillFiles {
    fn get(&self, name: &str) -> &[u8] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }
}

/// A drill that could be read.
struct Held<'d> {
    files: &'d DrillFiles,
    record: Drill,
    lines: Vec<Line<DrillEvent>>,
    whole: bool,
    state: DrillState,
    /// Whether it was the ceremony's device, as the sealed file that is here tells.
    same: SameDevice,
}

/// `V-DRILL`: each drill follows from its journal, is of this manifest, and signed by every wallet in it. Wallets that
/// no drill opened are named.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    if evidence.drills.is_empty() {
        return report.unchecked(DRILL, Message::new("v-drill-none"));
    }
    let mut members = BTreeSet::new();
    let mut complete = true;
    for files in &evidence.drills {
        let held = match held(case, files) {
            Ok(held) => held,
            Err(failure) => {
                complete = false;
                report.settle(DRILL, vec![failure], Message::new("v-drill-complete"));
                continue;
            }
        };
        let mut failures = held.failures();
        if !members.insert(held.record.member.clone()) {
            failures.push(held.about("v-drill-twice"));
        }
        complete &= failures.is_empty();
        report.settle(DRILL, failures, held.established());
        held.limits(report);
    }
    let missing = missing(case, &members);
    if complete && missing.is_empty() {
        report.settle(DRILL, Vec::new(), Message::new("v-drill-complete"));
    }
    for (member, wallets) in missing {
        let wallets = wallets.join(", ");
        let message = Message::new("v-drill-missing").with("member", member).with("wallets", wallets);
        report.unchecked(DRILL, message);
    }
}

/// The wallets of the manifest's members that brought no drill.
fn missing<'c>(case: &'c Case, members: &BTreeSet<String>) -> BTreeMap<&'c str, Vec<&'c str>> {
    let mut missing: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for row in case.manifest.addresses.iter().filter(|row| !members.contains(row.member.as_str())) {
        let wallets = missing.entry(&row.member).or_default();
        if !wallets.contains(&row.wallet.as_str()) {
            wallets.push(&row.wallet);
        }
    }
    missing
}

fn held<'d>(case: &Case, files: &'d DrillFiles) -> Result<Held<'d>, Message> {
    let unreadable =
        |reason: &dyn std::fmt::Display| Message::new("v-drill-unreadable").with("reason", reason);
    let record: Drill =
        canonical::from_bytes(files.get(Layout::DRILL)).map_err(|error| unreadable(&error))?;
    let member = record.member.clone();
    if record.manifest_sha256 != case.digest {
        let digest = record.manifest_sha256;
        return Err(Message::new("v-drill-another").with("member", member).with("digest", digest));
    }
    let parts: Vec<_> = case.parts().collect();
    let sealed = case.members.iter().find(|it| it.name == member).and_then(|it| it.sealed.as_ref());
    let order = DrillOrder::of(&case.plan, &case.manifest, case.digest, &member, &parts, sealed)
        .map_err(|_| Message::new("v-drill-member").with("member", &member))?;
    let journal = files.get(Layout::DRILL_JOURNAL);
    let reading =
        read::<DrillEvent>(Layout::DRILL_JOURNAL, journal).map_err(|problem| unreadable(&problem))?;
    let same = order.same_device(&record.device.device_id);
    let state = DrillState::replay(order, &reading.lines).map_err(|problem| problem.cause())?;
    let whole = reading.whole == journal.len();
    Ok(Held { files, record, lines: reading.lines, whole, state, same })
}

impl Held<'_> {
    fn about(&self, id: &'static str) -> Message {
        Message::new(id).with("member", &self.record.member)
    }

    fn failures(&self) -> Vec<Message> {
        let mut failures = Vec::new();
        if !self.whole || self.state.next() != DrillStep::Done {
            failures.push(self.about("v-drill-unfinished"));
        }
        if !self.lines.iter().all(|line| is_timestamp(&line.at)) {
            failures.push(self.about("v-drill-time"));
        }
        failures.extend(self.files_differ());
        if !self.device_fits() {
            failures.push(self.about("v-drill-device"));
        }
        let told = self.record.same_device;
        if ![told, self.same].contains(&SameDevice::Unknown) && told != self.same {
            failures.push(self.about("v-drill-told-device"));
        }
        let left_out: Vec<_> = self.state.left_out().collect();
        if !left_out.is_empty() {
            failures.push(self.about("v-drill-left-out").with("wallets", left_out.join(", ")));
        }
        failures
    }

    /// Record, statements, signatures and sums, made again from the journal; and nothing else.
    fn files_differ(&self) -> Vec<Message> {
        let mut expected: BTreeMap<_, _> = self.state.files().into_iter().collect();
        let journal = Layout::DRILL_JOURNAL.to_owned();
        expected.insert(journal, self.files.get(Layout::DRILL_JOURNAL).to_vec());
        let digests = expected.iter().map(|(name, bytes)| (name.clone(), Digest::of(bytes))).collect();
        expected.insert(Layout::DRILL_SUMS.to_owned(), derived::sums_here(&digests).into_bytes());
        let differ = expected.iter().filter(|(name, bytes)| self.files.0.get(*name) != Some(bytes));
        let extra = self.files.0.keys().filter(|name| !expected.contains_key(*name));
        let differ = differ.map(|(name, _)| self.about("v-drill-differs").with("file", name));
        differ.chain(extra.map(|name| self.about("v-drill-extra").with("file", name))).collect()
    }

    fn device_fits(&self) -> bool {
        let rehearsal = self.record.ceremony.rehearsal;
        let on_usb = self.state.begun.as_ref().is_some_and(|(begun, _)| begun.bench == USB);
        self.record.device.simulated == rehearsal && (rehearsal || on_usb)
    }

    fn established(&self) -> Message {
        let wallets = &self.record.wallets;
        self.about("v-drill-ok")
            .count("wallets", wallets.len())
            .count("addresses", wallets.iter().map(|wallet| wallet.addresses.len()).sum::<usize>())
            .with("time", &self.record.time)
    }

    /// What the drill does not show, and what did not go as planned in it.
    fn limits(&self, report: &mut Report) {
        // What the sealed file here says counts; the record is the laptop's word.
        let id = match (self.same, self.record.same_device) {
            (SameDevice::Same, _) | (_, SameDevice::Same) => Some("v-drill-same-device"),
            (SameDevice::Other, _) => None,
            (SameDevice::Unknown, SameDevice::Unknown) => Some("v-drill-unknown-device"),
            (SameDevice::Unknown, SameDevice::Other) => Some("v-drill-device-told"),
        };
        if let Some(id) = id {
            report.unchecked(DRILL, self.about(id));
        }
        let alarms =
            self.lines.iter().filter(|it| matches!(it.event, DrillEvent::AlarmRaised { .. })).count();
        let exceptions = self.state.exceptions.len();
        if exceptions + alarms > 0 {
            let message = self.about("v-drill-exceptions").count("count", exceptions);
            report.unchecked(DRILL, message.count("alarms", alarms));
        }
    }
}
