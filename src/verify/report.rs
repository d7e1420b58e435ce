//! What the checks found.

use std::sync::Arc;

use serde_json::{Value, json};

use super::case::Member;
use super::{CHECKS, Noted, Pin, Raised};
use crate::keys::Digest;
use crate::manifest::{Manifest, Signer};
use crate::text::{Catalog, Lang, Message};

/// No check says more than this; what a hostile bundle has wrong besides is only counted.
const FINDINGS_MAX: usize = 20;

/// How a check ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It holds.
    Established,
    /// It does not hold.
    Failed,
    /// Nothing here tells.
    Unchecked,
}

/// One result of one check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The check's id.
    pub check: &'static str,
    /// How it ended.
    pub verdict: Verdict,
    /// What was established by which evidence, what is wrong, or why nothing tells.
    pub detail: Message,
}

/// What was judged, for the table. Nothing in it may be relied on where the report is not ok.
#[derive(Clone, Debug)]
pub struct Subject {
    /// The manifest as it stands in the bundle.
    pub manifest: Arc<Manifest>,
    /// The SHA-256 of its bytes.
    pub digest: Digest,
}

/// What the checks found, in their order.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// Every result; at least one of each check.
    pub outcomes: Vec<Outcome>,
    /// What did not go as planned.
    pub exceptions: Vec<Noted>,
    /// What differed where nothing may differ, and was gone on from.
    pub alarms: Vec<Raised>,
    /// Every required signer, with the evidence that it is who it should be; none where there is none.
    pub signers: Vec<(Signer, Option<Pin>)>,
    /// What was judged, as far as it could be read.
    pub subject: Option<Subject>,
}

impl Report {
    /// Whether every check that could be made holds.
    pub fn ok(&self) -> bool {
        !self.outcomes.is_empty() && self.outcomes.iter().all(|it| it.verdict != Verdict::Failed)
    }

    /// Whether nothing is wrong but that signers are not known from outside the bundle.
    pub fn lacks_pins_only(&self) -> bool {
        !self.ok() && self.of(Verdict::Failed).all(|outcome| outcome.detail.id() == "v-pins-missing")
    }

    /// The ids of the checks that failed, each once, in their order.
    pub fn failed(&self) -> Vec<&'static str> {
        let mut failed: Vec<_> = self.of(Verdict::Failed).map(|outcome| outcome.check).collect();
        failed.dedup();
        failed
    }

    /// The results that ended so.
    pub fn of(&self, verdict: Verdict) -> impl Iterator<Item = &Outcome> {
        self.outcomes.iter().filter(move |outcome| outcome.verdict == verdict)
    }

    /// `{"ok":bool,"checks":[{"check","ok","detail"}]}` in ASCII English; a check that nothing tells has `"ok":null`.
    pub fn json(&self) -> Value {
        let english = Catalog::new(Lang::En);
        let check = |outcome: &Outcome| {
            let ok = match outcome.verdict {
                Verdict::Established => Value::Bool(true),
                Verdict::Failed => Value::Bool(false),
                Verdict::Unchecked => Value::Null,
            };
            json!({"check": outcome.check, "ok": ok, "detail": ascii(&english.say(&outcome.detail))})
        };
        json!({"ok": self.ok(), "checks": self.outcomes.iter().map(check).collect::<Vec<_>>()})
    }

    /// Ends a check: failed for every reason found, or established.
    pub(super) fn settle(&mut self, check: &'static str, failures: Vec<Message>, established: Message) {
        if failures.is_empty() {
            return self.push(check, Verdict::Established, established);
        }
        let more = failures.len().saturating_sub(FINDINGS_MAX);
        for failure in failures.into_iter().take(FINDINGS_MAX) {
            self.push(check, Verdict::Failed, failure);
        }
        if more > 0 {
            self.push(check, Verdict::Failed, Message::new("v-more").count("count", more));
        }
    }

    /// Ends a check of what these members did at their devices: where there is none, it establishes nothing.
    pub(super) fn settle_of(
        &mut self,
        members: &[Member],
        check: &'static str,
        failures: Vec<Message>,
        established: Message,
    ) {
        if members.is_empty() && failures.is_empty() {
            return self.unchecked(check, Message::new("v-nobody"));
        }
        self.settle(check, failures, established);
    }

    /// Adds to an established check what else is to be known of it.
    pub(super) fn tell(&mut self, check: &'static str, told: Vec<Message>) {
        let more = told.len().saturating_sub(FINDINGS_MAX);
        for message in told.into_iter().take(FINDINGS_MAX) {
            self.push(check, Verdict::Established, message);
        }
        if more > 0 {
            self.push(check, Verdict::Established, Message::new("v-more").count("count", more));
        }
    }

    /// Adds what another check found.
    pub(super) fn append(&mut self, mut other: Self) {
        self.outcomes.append(&mut other.outcomes);
        self.exceptions.append(&mut other.exceptions);
        self.alarms.append(&mut other.alarms);
        self.signers.append(&mut other.signers);
    }

    /// Says what a check could not tell, and why.
    pub(super) fn unchecked(&mut self, check: &'static str, why: Message) {
        self.push(check, Verdict::Unchecked, why);
    }

    /// Nothing may be missing from the report because an earlier check failed.
    pub(super) fn close(&mut self) {
        for check in CHECKS {
            if self.outcomes.iter().all(|outcome| outcome.check != check) {
                self.unchecked(check, Message::new("v-not-reached"));
            }
        }
    }

    fn push(&mut self, check: &'static str, verdict: Verdict, detail: Message) {
        self.outcomes.push(Outcome { check, verdict, detail });
    }
}

fn ascii(text: &str) -> String {
    text.chars().map(|c| if c.is_ascii() { c.to_string() } else { c.escape_unicode().to_string() }).collect()
}
