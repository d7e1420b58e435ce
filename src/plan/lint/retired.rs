//! P-RETIRED: what is gone stays gone, under its own name.

use std::collections::{BTreeMap, BTreeSet};

use super::super::draft::Draft;
use super::super::finding::Report;
use super::RETIRED;
use super::labels::{LABEL_MAX, is_label};
use crate::text::Problem;

/// Entries of `[[retired]]`: an address and a label that nothing else has, and a ceremony that could retire it.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    if plan.retired.is_empty() {
        return;
    }
    let planned = plan.roles.iter().filter_map(|role| Some((role.address?, role.name.as_str())));
    let outside = plan.externals.iter().filter_map(|one| Some((one.address?, one.name.as_str())));
    let mut addresses: BTreeMap<_, &str> = planned.chain(outside).collect();
    let mut labels: BTreeSet<String> = draft.names().iter().map(|it| it.label.to_ascii_lowercase()).collect();
    for (it, retired) in draft.document.retired.iter().zip(&plan.retired) {
        let about = |id: &'static str| Problem::finding(id).with("name", &retired.name);
        if !(2..=plan.ceremony.sequence).contains(&retired.sequence) {
            let problem = about("p-retired-sequence").with("retired", retired.sequence);
            report.error(RETIRED, it.sequence.span(), problem.with("sequence", plan.ceremony.sequence));
        }
        if let Some(other) = addresses.insert(retired.address, &retired.name) {
            let problem = about("p-retired-address").with("address", retired.address).with("other", other);
            report.error(RETIRED, it.address.span(), problem);
        }
        if !is_label(&retired.label) {
            let problem = about("p-retired-form").with("label", &retired.label).with("max", LABEL_MAX);
            report.error(RETIRED, it.label.span(), problem);
        } else if !labels.insert(retired.label.to_ascii_lowercase()) {
            let problem = about("p-retired-label").with("label", &retired.label);
            report.error(RETIRED, it.label.span(), problem);
        }
    }
}
