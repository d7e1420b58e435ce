//! What did not go as planned, first in every summary.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::checks::EXCEPTIONS;
use super::{Case, Report};
use crate::ceremony::{Alarm, TeamEvent};
use crate::journal;
use crate::manifest::{Exception, Layout};
use crate::text::Message;

/// An exception with the run it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Whose run; `team` for what happened when the parts came together.
    pub member: String,
    /// The sequence of the earlier ceremony that it happened in; none where that is this one.
    pub earlier: Option<u64>,
    /// What was recorded.
    pub exception: Exception,
}

/// An alarm with the run it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    /// Whose run; `team` for what happened when the parts came together.
    pub member: String,
    /// At which step.
    pub step: String,
    /// What differed.
    pub reason: Alarm,
}

/// `V-EXCEPTIONS`: manifest, parts, sealed files and journals count the same; the texts are listed where they are here.
/// A journal holds those of the part first, then those recorded after it was settled. Of earlier ceremonies that something is
/// carried from, part and sealed file are held to each other.
pub fn check(case: &Case, report: &mut Report) {
    let mut failures = Vec::new();
    let carried = earlier(case, report, &mut failures);
    let mut count = 0_u64;
    for member in &case.members {
        let digests = case.digests(member);
        count = count.saturating_add(digests.exceptions);
        let recorded = member.recorded_exceptions();
        let sealed = member.sealed.as_ref().map_or(&[][..], |sealed| &sealed.exceptions);
        let agrees = member.sealed.is_none()
            || sealed.len() as u64 == member.part.exceptions
                && recorded.is_none_or(|recorded| recorded.starts_with(sealed));
        let told = case.manifest.parts.iter().find(|part| part.member == member.name);
        let counted = told.is_some_and(|told| told.exceptions == digests.exceptions);
        if !agrees || !counted || digests.exceptions < member.part.exceptions {
            failures.push(Message::new("v-exceptions-part").with("member", &member.name));
        }
        let noted = |exception: Exception| Noted { member: member.name.clone(), earlier: None, exception };
        report.exceptions.extend(recorded.unwrap_or(sealed).iter().cloned().map(noted));
    }
    if case.manifest.exceptions != count {
        failures.push(Message::new("v-exceptions-manifest"));
    }
    report.alarms = alarms(case);
    let well = failures.is_empty();
    report.settle(EXCEPTIONS, failures, Message::new("v-exceptions-ok").count("count", count));
    if well && carried > 0 {
        report.tell(EXCEPTIONS, vec![Message::new("v-exceptions-carried").count("count", carried)]);
    }
    if count.max(carried) > 0 && !case.bundle.has_sealed() {
        report.unchecked(EXCEPTIONS, Message::new("v-no-sealed"));
    }
    if !report.alarms.is_empty() {
        let alarms = report.alarms.len();
        report.unchecked(EXCEPTIONS, Message::new("v-exceptions-alarms").count("count", alarms));
    }
}

/// How many exceptions stand in the parts of earlier ceremonies; lists them where their sealed files are here.
fn earlier(case: &Case, report: &mut Report, failures: &mut Vec<Message>) -> u64 {
    let mut count = 0_u64;
    for (past, part) in case.earlier.iter().filter_map(|past| Some((past, past.part()?))) {
        count = count.saturating_add(part.exceptions);
        let Some(sealed) = &past.sealed else { continue };
        if sealed.exceptions.len() as u64 != part.exceptions {
            let differs = Message::new("v-exceptions-then").with("member", &past.member);
            failures.push(differs.with("sequence", past.sequence));
        }
        let noted = |exception: &Exception| Noted {
            member: past.member.clone(),
            earlier: Some(past.sequence),
            exception: exception.clone(),
        };
        report.exceptions.extend(sealed.exceptions.iter().map(noted));
    }
    count
}

/// Every alarm in the journals that are here, members in the plan's order, the team last.
fn alarms(case: &Case) -> Vec<Raised> {
    let mut raised = Vec::new();
    for member in &case.members {
        for (step, reason) in member.run.iter().flatten().flat_map(|run| &run.alarms) {
            raised.push(Raised { member: member.name.clone(), step: step.clone(), reason: *reason });
        }
    }
    for event in events::<TeamEvent>(case, Layout::TEAM_JOURNAL) {
        if let TeamEvent::AlarmRaised { step, reason } = event {
            raised.push(Raised { member: "team".to_owned(), step, reason });
        }
    }
    raised
}

/// The events of a journal; none where it is not here or cannot be read, which another check tells.
fn events<E: Serialize + DeserializeOwned>(case: &Case, name: &str) -> impl Iterator<Item = E> {
    let reading = case.bundle.get(name).and_then(|bytes| journal::read::<E>(name, &bytes).ok());
    reading.into_iter().flat_map(|reading| reading.lines).map(|line| line.event)
}
