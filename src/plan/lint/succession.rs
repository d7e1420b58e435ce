//! P-SUCCESSION: how many of today's signers the next manifest needs.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::SUCCESSION;
use crate::text::Problem;

/// `succession`: a number of the signers. Where all of them are needed one lost key ends the chain of manifests; where
/// fewer than half are, a few keys can go on without the others.
pub fn run(draft: &Draft, report: &mut Report) {
    let signers = draft.plan.signers.len() as u64;
    let manifest = &draft.document.manifest;
    let span = manifest.succession.as_ref().map_or(manifest.signers.span(), toml::Spanned::span);
    let needed = draft.plan.succession.unwrap_or(signers);
    let about = |id: &'static str| Problem::finding(id).with("needed", needed).with("signers", signers);
    if signers == 0 {
        return;
    }
    if !(1..=signers).contains(&needed) {
        report.error(SUCCESSION, span, about("p-succession-range"));
    } else if needed == signers && signers > 1 {
        report.warning(SUCCESSION, span, about("p-succession-all"));
    } else if needed * 2 < signers {
        report.warning(SUCCESSION, span, about("p-succession-few"));
    }
}
