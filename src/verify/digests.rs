//! How files commit to each other.

use super::checks::DIGESTS;
use super::{Case, Report};
use crate::text::Message;

/// `V-DIGESTS`: manifest to plan, parts, sealed files and journals; part to sealed file.
pub fn check(case: &Case, report: &mut Report) {
    let mut failures = Vec::new();
    let mut differs = |is: bool, from: &str, to: String| {
        if is {
            failures.push(Message::new("v-digests-differ").with("from", from).with("to", to));
        }
    };
    differs(case.manifest.ceremony.plan_sha256 != case.plan.digest, "manifest", "plan".to_owned());
    let names = case.members.iter().map(|member| &member.name);
    differs(
        !names.eq(case.manifest.parts.iter().map(|part| &part.member)),
        "manifest",
        "list of parts".to_owned(),
    );
    for (member, told) in case.members.iter().zip(&case.manifest.parts) {
        let is = case.digests(member);
        let name = &member.name;
        differs(is.part_sha256 != told.part_sha256, "manifest", format!("part of {name}"));
        differs(is.sealed_sha256 != told.sealed_sha256, "manifest", format!("sealed file of {name}"));
        differs(is.journal_sha256 != told.journal_sha256, "manifest", format!("journal of {name}"));
        let part = format!("part of {name}");
        differs(member.part.sealed_sha256 != is.sealed_sha256, &part, format!("sealed file of {name}"));
    }
    report.settle(DIGESTS, failures, Message::new("v-digests-ok").count("parts", case.members.len()));
    for part in case.manifest.parts.iter().filter(|part| part.unpinned) {
        report.unchecked(DIGESTS, Message::new("v-digests-unpinned").with("member", &part.member));
    }
    if !case.bundle.has_sealed() {
        report.unchecked(DIGESTS, Message::new("v-no-sealed"));
    }
}
