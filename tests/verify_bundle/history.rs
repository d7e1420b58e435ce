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

/// Whether `V-SEQUENCE` says this, whatever else is wrong.
fn says(files: &Files, before: &[&Files], id: &str) -> bool {
    let report = judge(files, &Evidence { previous: known(before), ..told(files) });
    report.of(Verdict::Failed).any(|it| it.check == "V-SEQUENCE" && it.detail.id() == id)
}

fn known(before: &[&Files]) -> Vec<Previous> {
    let mut previous: Vec<_> =
        before.iter().map(|files| Previous::new(&files[Layout::MANIFEST]).unwrap()).collect();
    previous.sort_by_key(|it| it.manifest.ceremony.sequence);
    previous
}

#[test]
fn forks_gaps_and_replays_are_refused() {
    let first = real(SOLO);
    let fork = real(&SOLO.replace("Treasury Safe", "Other Safe"));
    let gap = real(&second(&first, 3));
    let next = real(&second(&first, 2));
    let third = real(&second(&next, 3));
    assert!(says(&gap, &[&first], "v-sequence-differs"));
    assert!(says(&next, &[&fork], "v-sequence-previous"));
    assert!(says(&first, &[&fork], "v-sequence-fork"));
    assert!(says(&first, &[&next], "v-sequence-replay"));
    assert!(says(&third, &[&next, &fork], "v-sequence-broken"));
    assert!(says(&third, &[&next, &first, &fork], "v-sequence-fork"));
    assert!(says(&third, &[&first], "v-sequence-differs"));
    let fourth = real(&second(&third, 4));
    assert!(says(&fourth, &[&first, &third], "v-sequence-gap"));
    for (files, before) in
        [(&fourth, vec![&first, &next, &third]), (&third, vec![&next]), (&next, vec![&first, &next])]
    {
        let report = judge(files, &Evidence { previous: known(&before), ..told(files) });
        assert!(report.ok(), "{}", report.json());
    }
}

#[test]
fn another_organisation_s_manifest_or_a_rehearsal_s_comes_before_nothing() {
    let first = real(&SOLO.replace("Example Staking", "Another Staking"));
    assert_eq!(judge(&real(&second(&first, 2)), &previous(&first)).failed(), ["V-SEQUENCE"]);
    let rehearsed = real(&second(solo(), 2));
    assert!(says(&rehearsed, &[solo()], "v-sequence-mixed"));
}
