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

/// `V-EXCEPTIONS`: manifest, parts, sealed files and journals count alike; the texts are listed where they are here.
pub fn check(case: &Case, report: &mut Report) {
    let mut failures = Vec::new();
    for member in &case.members {
        let Some(sealed) = &member.sealed else { continue };
        if sealed.exceptions.len() as u64 != member.part.exceptions {
            failures.push(Message::new("v-exceptions-part").with("member", &member.name));
        }
        let noted = |it: &Exception| Noted { member: member.name.clone(), exception: it.clone() };
        let recorded = case.recorded(member);
        report.exceptions.extend(recorded.as_ref().unwrap_or(&sealed.exceptions).iter().map(noted));
    }
    let told = case.members.iter().map(|member| case.digests(member).exceptions);
    let count = told.fold(0_u64, u64::saturating_add);
    // After its part was settled, a member's run can only record more of them.
    let mut pairs = case.members.iter().zip(&case.manifest.parts);
    let fewer = pairs.any(|(member, told)| told.exceptions < member.part.exceptions);
    if fewer || case.manifest.exceptions != count {
        failures.push(Message::new("v-exceptions-manifest"));
    }
    report.settle(EXCEPTIONS, failures, Message::new("v-exceptions-ok").count("count", count));
    if count > 0 && !case.bundle.has_sealed() {
        report.unchecked(EXCEPTIONS, Message::new("v-no-sealed"));
    }
}
