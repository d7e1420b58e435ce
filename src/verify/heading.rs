//! Which ceremony it is, and whether it is real.

use super::checks::{HEADING, PLAN, REHEARSAL};
use super::{Case, Evidence, Report};
use crate::ceremony::refuse_placeholders;
use crate::manifest::Heading;
use crate::text::Message;

/// `V-PLAN`, `V-HEADING`, `V-REHEARSAL`.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let digest = case.plan.digest;
    let about = |id: &'static str| Message::new(id).with("digest", digest);
    if let Err(problem) = refuse_placeholders(&case.plan, case.manifest.ceremony.rehearsal) {
        report.settle(PLAN, vec![problem.cause()], about("v-plan-ok"));
    }
    match &evidence.plan {
        Some(plan) if plan.digest == digest => report.settle(PLAN, Vec::new(), about("v-plan-brought")),
        Some(plan) => {
            report.settle(
                PLAN,
                vec![about("v-plan-another").with("brought", plan.digest)],
                about("v-plan-ok"),
            );
        }
        None => {
            report.settle(PLAN, Vec::new(), about("v-plan-ok"));
            report.unchecked(PLAN, about("v-plan-not-brought"));
        }
    }
    headings(case, report);
    rehearsal(case, evidence, report);
}

fn headings(case: &Case, report: &mut Report) {
    let mut said: Vec<(String, &Heading)> = vec![("manifest".to_owned(), &case.manifest.ceremony)];
    for member in &case.members {
        said.push((format!("part of {}", member.name), &member.part.ceremony));
        said.extend(member.sealed.iter().map(|it| (format!("sealed file of {}", member.name), &it.ceremony)));
    }
    let differ = |(_, heading): &&(String, &Heading)| **heading != case.heading;
    let failure = |(file, _): &(String, &Heading)| Message::new("v-heading-differs").with("file", file);
    let mut failures: Vec<_> = said.iter().filter(differ).map(failure).collect();
    let named = |member: &&super::case::Member| {
        member.part.member != member.name || member.sealed.as_ref().is_some_and(|it| it.member != member.name)
    };
    failures.extend(
        case.members
            .iter()
            .filter(named)
            .map(|member| Message::new("v-heading-member").with("member", &member.name)),
    );
    let ok = Message::new("v-heading-ok")
        .count("files", said.len())
        .with("organisation", &case.heading.organisation)
        .with("ceremony", &case.heading.id)
        .with("sequence", case.heading.sequence);
    report.settle(HEADING, failures, ok);
}

fn rehearsal(case: &Case, evidence: &Evidence, report: &mut Report) {
    let (is, wanted) = (case.manifest.ceremony.rehearsal, evidence.rehearsal);
    let failure = match (is, wanted) {
        (true, false) => Some(Message::new("v-rehearsal-refused")),
        (false, true) => Some(Message::new("v-rehearsal-is-none")),
        _ => None,
    };
    let ok = Message::new(if is { "v-rehearsal-ok" } else { "v-rehearsal-real" });
    report.settle(REHEARSAL, failure.into_iter().collect(), ok);
}
