//! The verifier against bundles of many addresses and signatures.

mod extend;
mod maker;

use std::sync::{LazyLock, OnceLock};

use gishiki::manifest::{Sealed, canonical};
use gishiki::verify::{Bundle, Evidence, Outcome, Report, Verdict, Verifier};
use maker::{Files, Shape};

/// Several of everything.
const SMALL: Shape = Shape { members: 3, wallets: 2, accounts: 4, addresses: 25, signers: 6 };

/// The bundle of one number, made once.
fn small() -> Files {
    static FILES: OnceLock<Files> = OnceLock::new();
    FILES.get_or_init(|| SMALL.rehearse(7)).clone()
}

/// Keeps the wallets of the test seeds from one judgement to the next.
static VERIFIER: LazyLock<Verifier> = LazyLock::new(Verifier::default);

fn judge(files: &Files) -> Report {
    let evidence = Evidence { rehearsal: true, ..Evidence::default() };
    VERIFIER.verify(&Bundle::new(files.clone()).unwrap(), &evidence)
}

#[test]
fn what_the_generator_makes_is_a_ceremony() {
    let files = small();
    let report = judge(&files);
    let failed: Vec<_> = report.of(Verdict::Failed).collect();
    assert_eq!(failed, Vec::<&Outcome>::new());
    assert!(report.ok());
    let manifest = report.subject.unwrap().manifest;
    assert_eq!((manifest.addresses.len(), SMALL.rows()), (600, 600));
    assert_eq!((manifest.wallet_signers.len() + manifest.policy.len(), SMALL.signatures()), (12, 12));
    assert_eq!(files, SMALL.rehearse(7), "one number, one bundle");
    assert_ne!(files, SMALL.rehearse(8));
}

#[test]
fn a_flipped_byte_of_any_file_is_found() {
    let files = small();
    for (at, name) in files.keys().enumerate() {
        let mut flipped = files.clone();
        let bytes = flipped.get_mut(name).unwrap();
        let place = (at * 7919) % bytes.len();
        bytes[place] ^= 1;
        assert!(!judge(&flipped).ok(), "{name} at {place}");
    }
}

#[test]
fn a_wrong_xpub_of_every_account_is_named_twenty_times_and_counted() {
    let mut files = small();
    for member in 1..=SMALL.members {
        let name = format!("sealed/member-{member}.json");
        let mut sealed: Sealed = canonical::from_bytes(&files[&name]).unwrap();
        let xpubs: Vec<_> = sealed.accounts.iter().map(|account| account.xpub.clone()).collect();
        for (account, xpub) in sealed.accounts.iter_mut().zip(xpubs.iter().cycle().skip(1)) {
            account.xpub = xpub.clone();
        }
        files.insert(name, canonical::to_bytes(&sealed).unwrap());
    }
    let report = judge(&files);
    let about = |check: &'static str| report.of(Verdict::Failed).filter(move |it| it.check == check);
    assert_eq!(about("V-ADDRESS").count(), 21);
    assert_eq!(about("V-ADDRESS").last().unwrap().detail.id(), "v-more");
    assert_eq!(about("V-IDENTITY").count(), 21);
    assert_eq!(about("V-JOURNAL").count(), SMALL.members);
}

#[test]
fn a_journal_of_very_many_lines_is_no_trouble() {
    let mut files = small();
    let journal = files.get_mut("sealed/journal-member-1.jsonl").unwrap();
    journal.extend(b"{}\n".repeat(300_000));
    let report = judge(&files);
    assert!(report.failed().contains(&"V-JOURNAL") && !report.failed().contains(&"V-ADDRESS"));
}

#[test]
fn depth_without_end_is_refused() {
    let mut files = small();
    files.insert("public/manifest.json".to_owned(), b"[".repeat(1 << 20));
    assert_eq!(judge(&files).failed(), ["V-CANONICAL"]);
}
