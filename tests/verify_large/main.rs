//! The verifier against bundles of many addresses and signatures.

mod maker;

use gishiki::verify::{Bundle, Evidence, Report, verify};
use maker::{Files, Shape};

/// Several of everything.
const SMALL: Shape = Shape { members: 3, wallets: 2, accounts: 4, addresses: 25, signers: 6 };

fn judge(files: &Files) -> Report {
    let evidence = Evidence { rehearsal: true, ..Evidence::default() };
    verify(&Bundle::new(files.clone()).unwrap(), &evidence)
}

#[test]
fn what_the_generator_makes_is_a_ceremony() {
    let files = SMALL.rehearse(7);
    let report = judge(&files);
    let failed: Vec<_> = report.of(gishiki::verify::Verdict::Failed).collect();
    assert_eq!(failed, Vec::<&gishiki::verify::Outcome>::new());
    assert!(report.ok());
    let manifest = report.subject.unwrap().manifest;
    assert_eq!((manifest.addresses.len(), SMALL.rows()), (600, 600));
    assert_eq!((manifest.wallet_signers.len() + manifest.policy.len(), SMALL.signatures()), (12, 12));
    assert_eq!(files, SMALL.rehearse(7), "one number, one bundle");
    assert_ne!(files, SMALL.rehearse(8));
}
