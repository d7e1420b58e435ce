//! A member's journal, read and replayed once for every check that asks.

use std::sync::Arc;

use super::Bundle;
use super::journals::is_timestamp;
use crate::ceremony::{Alarm, Event, MemberState, Replay, Script};
use crate::journal::{Line, Reader};
use crate::keys::Digest;
use crate::manifest::{Exception, Layout, Part};
use crate::text::Problem;

/// What a journal that could be read tells.
pub struct Run {
    /// How far the run came; an error where something in it could not have happened.
    pub state: Result<Arc<MemberState>, Problem>,
    /// What its device was connected through, as its first line says.
    pub bench: Option<String>,
    /// Whether nothing is behind its last line.
    pub whole: bool,
    /// Whether every line says when in the one form.
    pub timed: bool,
    /// Position and head of the journal where the part was settled.
    pub settled: Option<(u64, Digest)>,
    /// What did not go as planned.
    pub exceptions: Vec<Exception>,
    /// What differed, with the step.
    pub alarms: Vec<(String, Alarm)>,
}

impl Run {
    /// Reads a journal of this name.
    ///
    /// # Errors
    /// The first line that breaks its chain.
    pub fn read(name: &str, bytes: &[u8], script: Arc<Script>) -> Result<Self, Problem> {
        let mut told = Told { timed: true, ..Told::default() };
        let mut replay = Replay::new(script);
        let mut lines = Reader::plainly(name, bytes, Event::plain);
        for line in lines.by_ref() {
            let line = line?;
            replay.take(&line);
            told.take(line);
        }
        let Told { bench, timed, settled, exceptions, alarms } = told;
        let whole = lines.whole() == bytes.len();
        Ok(Self { state: replay.end().map(Arc::new), bench, whole, timed, settled, exceptions, alarms })
    }

    /// The part in a bundle, where it is byte for byte the one that follows from this run, with its digest.
    pub fn part(&self, bundle: &Bundle, member: &str) -> Option<(Arc<Part>, Digest)> {
        let settled = self.state.as_ref().ok()?.settled.as_ref()?;
        let same = bundle.digest(&Layout::part(member)) == Some(settled.digest);
        same.then(|| (settled.part.clone(), settled.digest))
    }

    /// Whether this run made the part and the sealed file in a bundle: its replay derived every address.
    pub fn made(&self, bundle: &Bundle, member: &str) -> bool {
        let settled = self.state.as_ref().ok().and_then(|state| state.settled.as_ref());
        settled.is_some_and(|settled| {
            bundle.digest(&Layout::part(member)) == Some(settled.digest)
                && bundle.digest(&Layout::sealed(member)) == Some(settled.sealed_digest)
        })
    }
}

/// What is told so far, whether it could have happened or not.
#[derive(Default)]
struct Told {
    bench: Option<String>,
    timed: bool,
    settled: Option<(u64, Digest)>,
    exceptions: Vec<Exception>,
    alarms: Vec<(String, Alarm)>,
}

impl Told {
    fn take(&mut self, line: Line<Event>) {
        self.timed &= is_timestamp(&line.at);
        match line.event {
            Event::Begun(begun) if self.bench.is_none() => self.bench = Some(begun.bench),
            Event::ExceptionRecorded(exception) => self.exceptions.push(exception),
            Event::AlarmRaised { step, reason } => self.alarms.push((step, reason)),
            Event::PartWritten { .. } if self.settled.is_none() => {
                self.settled = Some((line.seq, line.previous));
            }
            _ => {}
        }
    }
}
