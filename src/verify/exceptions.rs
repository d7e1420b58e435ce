//! What did not go as planned, first in every summary.

use super::checks::EXCEPTIONS;
use super::{Case, Report};
use crate::manifest::Exception;
use crate::text::Message;

/// An exception with the run it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Whose run; `team` for what happened when the parts came together.
    pub member: String,
    /// What was recorded.
    pub exception: Exception,
}

/// `V-EXCEPTIONS`: manifest, parts, sealed files and journals count the same; the texts are listed where they are here.
/// A journal holds those of the part first, then those recorded after it was settled.
pub fn check(case: &Case, report: &mut Report) {
    let mut failures = Vec::new();
    let mut count = 0_u64;
    for member in &case.members {
        let digests = case.digests(member);
        count = count.saturating_add(digests.exceptions);
        let recorded = case.recorded_exceptions(member);
        let sealed = member.sealed.as_ref().map_or(&[][..], |sealed| &sealed.exceptions);
        let agrees = member.sealed.is_none()
            || sealed.len() as u64 == member.part.exceptions
                && recorded.as_ref().is_none_or(|recorded| recorded.starts_with(sealed));
        if !agrees || digests.exceptions < member.part.exceptions {
            failures.push(Message::new("v-exceptions-part").with("member", &member.name));
        }
        let noted = |exception: Exception| Noted { member: member.name.clone(), exception };
        report.exceptions.extend(recorded.unwrap_or_else(|| sealed.to_vec()).into_iter().map(noted));
    }
    if case.manifest.exceptions != count {
        failures.push(Message::new("v-exceptions-manifest"));
    }
    report.settle(EXCEPTIONS, failures, Message::new("v-exceptions-ok").count("count", count));
    if count > 0 && !case.bundle.has_sealed() {
        report.unchecked(EXCEPTIONS, Message::new("v-no-sealed"));
    }
}
