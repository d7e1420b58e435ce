//! P-TEST-ADDRESS: of a published seed everybody has the keys.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::TEST_ADDRESS;
use crate::keys::test_addresses::is_test_address;
use crate::text::Problem;

/// Externals that are among the first addresses of a published seed. On a testnet they are what people use: a warning
/// there.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, external) in draft.document.external.iter().zip(&draft.plan.externals) {
        let Some(address) = external.address.filter(is_test_address) else { continue };
        let problem =
            Problem::finding("p-test-address").with("name", &external.name).with("address", address);
        if draft.plan.ceremony.chain.testnet {
            report.warning(TEST_ADDRESS, it.address.span(), problem);
        } else {
            report.error(TEST_ADDRESS, it.address.span(), problem);
        }
    }
}
