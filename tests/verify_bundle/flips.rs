//! A byte flipped anywhere in any output makes `verify` fail, also with everything remade that needs no key.

use gishiki::manifest::Layout;
use gishiki::verify::Evidence;

use super::forger::forge;
use super::maker::*;

/// Files up to this size have every byte flipped.
const SMALL: usize = 260;
/// So many places in each larger file have every bit flipped.
const PLACES: usize = 4;

fn expectation() -> Evidence {
    Evidence { plan: Some(plan(SOLO)), rehearsal: true, ..told(solo()) }
}

/// Every flip that is tried of a file: place and bit.
fn flips(length: usize) -> Vec<(usize, u8)> {
    if length <= SMALL {
        return (0..length).map(|at| (at, (at % 8) as u8)).collect();
    }
    // The first and the last byte are among the places.
    let places = (0..PLACES).map(|n| n * (length - 1) / (PLACES - 1));
    places.flat_map(|at| (0..8).map(move |bit| (at, bit))).collect()
}

fn flipped(name: &str, (at, bit): (usize, u8)) -> Files {
    let mut files = solo().clone();
    files.get_mut(name).unwrap()[at] ^= 1 << bit;
    files
}

#[test]
fn every_file_is_covered_byte_by_byte() {
    let evidence = expectation();
    assert!(judge(solo(), &evidence).ok());
    for (name, bytes) in solo() {
        for flip in flips(bytes.len()) {
            assert!(!judge(&flipped(name, flip), &evidence).ok(), "{name} {flip:?}");
        }
    }
}

#[test]
fn remaking_sums_chains_and_digests_hides_no_flip() {
    // Without the reviewed plan: the signatures alone must hold against it.
    let evidence = Evidence { plan: None, ..expectation() };
    // Nobody signs the team's journal; `verify` says so.
    for (name, bytes) in solo().iter().filter(|(name, _)| *name != Layout::TEAM_JOURNAL) {
        for flip in flips(bytes.len()).into_iter().step_by(3) {
            let forged = forge(solo(), &flipped(name, flip));
            assert!(!judge(&forged, &evidence).ok(), "{name} {flip:?}");
        }
    }
}

#[test]
fn a_file_cut_short_or_continued_is_noticed() {
    let evidence = expectation();
    for (name, bytes) in solo() {
        for bytes in
            [&bytes[..bytes.len() - 1], b"", &[bytes, &b"\n"[..]].concat(), &[bytes, &b" "[..]].concat()]
        {
            let mut files = solo().clone();
            files.insert(name.clone(), bytes.to_vec());
            assert!(!judge(&files, &evidence).ok(), "{name}");
            if name != Layout::TEAM_JOURNAL {
                assert!(!judge(&forge(solo(), &files), &evidence).ok(), "{name}, forged");
            }
        }
    }
}

#[test]
fn the_forger_forges_well() {
    // What it cannot remake is the signatures, and only they give it away.
    let mut files = solo().clone();
    let journal = files.get_mut(&Layout::journal("member-1")).unwrap();
    let at = journal.windows(4).position(|window| window == b"2000").unwrap();
    journal[at + 3] = b'1';
    assert_eq!(
        judge(&files, &expectation()).failed(),
        ["V-SUMS", "V-DIGESTS", "V-JOURNAL", "V-TEAM-JOURNAL"]
    );
    let forged = forge(solo(), &files);
    // Journals tell of signatures too, and those are checked where they stand.
    let failed = judge(&forged, &expectation()).failed();
    assert_eq!(failed, ["V-SIGNATURE", "V-JOURNAL", "V-TEAM-JOURNAL"]);
}
