//! One ceremony after another.

use gishiki::keys::Digest;
use gishiki::manifest::Layout;
use gishiki::verify::{Evidence, Pin, Previous, Verdict};

use super::maker::*;

/// The plan of the ceremony after this one.
fn second(first: &Files, sequence: u64) -> String {
    let previous = Digest::of(&first[Layout::MANIFEST]);
    SOLO.replace("sequence = 1", &format!("sequence = {sequence}"))
        .replace("previous = \"none\"", &format!("previous = \"{previous}\""))
}

fn previous(files: &Files) -> Evidence {
    Evidence { previous: vec![Previous::new(&files[Layout::MANIFEST]).unwrap()], ..Evidence::default() }
}

#[test]
fn a_trusted_manifest_pins_the_signers_of_the_next() {
    let first = real(SOLO);
    let next = real(&second(&first, 2));
    let report = judge(&next, &previous(&first));
    assert!(report.ok(), "{}", report.json());
    assert_eq!(report.signers[0].1, Some(Pin::Previous));
    // Without it nobody knows what came before.
    let report = judge(&next, &told(&next));
    assert!(report.ok());
    assert!(report.of(Verdict::Unchecked).any(|it| it.check == "V-SEQUENCE"));
}

#[test]
fn forks_gaps_and_replays_are_refused() {
    let first = real(SOLO);
    let fork = real(&SOLO.replace("Treasury Safe", "Other Safe"));
    let gap = real(&second(&first, 3));
    let next = real(&second(&first, 2));
    for (files, before) in [(&gap, &first), (&next, &fork), (&first, &first), (&first, &next)] {
        assert_eq!(judge(files, &previous(before)).failed(), ["V-SEQUENCE"]);
    }
}

#[test]
fn another_organisation_s_manifest_or_a_rehearsal_s_comes_before_nothing() {
    let first = real(&SOLO.replace("Example Staking", "Another Staking"));
    assert_eq!(judge(&real(&second(&first, 2)), &previous(&first)).failed(), ["V-SEQUENCE"]);
    let rehearsed = real(&second(solo(), 2));
    let evidence = Evidence { signers: told(&rehearsed).signers, ..previous(solo()) };
    assert_eq!(judge(&rehearsed, &evidence).failed(), ["V-SEQUENCE"]);
}
