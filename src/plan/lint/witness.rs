//! P-WITNESS: whoever witnesses is nobody of the plan's keys, and only once.

use std::collections::BTreeMap;

use super::super::WitnessMeans;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::WITNESS;
use crate::text::Problem;

/// Entries of `[[witness]]`: an address only with a key, and one that nothing else here has.
pub fn run(draft: &Draft, report: &mut Report) {
    let plan = &draft.plan;
    let planned = plan.roles.iter().filter_map(|role| Some((role.address?, role.name.as_str())));
    let outside = plan.externals.iter().filter_map(|one| Some((one.address?, one.name.as_str())));
    let retired = plan.retired.iter().map(|it| (it.address, it.name.as_str()));
    let mut taken: BTreeMap<_, &str> = planned.chain(outside).chain(retired).collect();
    for (it, witness) in draft.document.witness.iter().zip(&plan.witnesses) {
        let (Some(text), Some(address)) = (&it.address, witness.address) else { continue };
        let about = |id: &'static str| Problem::finding(id).with("name", &witness.name);
        if witness.signs == WitnessMeans::Paper {
            report.error(WITNESS, text.span(), about("p-witness-paper"));
        } else if let Some(other) = taken.insert(address, &witness.name) {
            let problem = about("p-witness-address").with("address", address).with("other", other);
            report.error(WITNESS, text.span(), problem);
        }
    }
}
