//! P-PROTOCOL: what a staking protocol does not do with an address that lies on a device.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::protocols::protocols;
use super::super::words::Said;
use super::{PROTOCOL, listed};
use crate::text::Problem;

/// One finding a protocol, at the first of its roles. Externals, such as a node's own hot address, are nobody's here.
pub fn run(draft: &Draft, report: &mut Report) {
    let kinds = draft.kinds();
    let kinds: Vec<_> =
        kinds.iter().map(|(kind, roles)| (Said::of(&draft.plan.texts_of(kind)), roles)).collect();
    for protocol in protocols() {
        let about = kinds.iter().filter(|(said, _)| protocol.is_named_in(said));
        let about: Vec<_> = about.flat_map(|(_, roles)| *roles).collect();
        let Some((_, origin)) = about.first() else { continue };
        let problem = Problem::finding(&protocol.finding)
            .with("roles", listed(about.iter().map(|(role, _)| role.name.as_str())))
            .with("date", &protocol.date);
        report.warning(PROTOCOL, origin.name.clone(), problem);
    }
}
