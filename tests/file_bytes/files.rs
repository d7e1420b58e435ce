//! What holds for any bytes where a file of ours should be. The fuzzer (`fuzz/`) drives the same properties further.

// Every target uses some of it.
#![allow(dead_code)]

use std::collections::BTreeMap;
use std::sync::LazyLock;

use gishiki::ceremony::{Event, TeamEvent};
use gishiki::journal;
use gishiki::keys::Digest;
use gishiki::manifest::{Heading, Manifest, Part, Sealed, Statement, StatementKind, canonical};
use gishiki::plan;
use gishiki::verify::{Bundle, Evidence, FILE_BYTES_MAX, Verifier};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Errors beyond these are counted, not listed.
const ERRORS_MAX: usize = 201;

/// A plan is taken or something is found, and findings lie inside its text. Returns whether it is taken.
pub fn plan(bytes: &[u8]) -> bool {
    let checked = plan::read(bytes, "plan.toml");
    assert_eq!(checked.plan.is_some(), checked.errors.is_empty());
    assert_eq!(checked.digest, Digest::of(bytes));
    assert!(checked.errors.len() <= ERRORS_MAX);
    for it in checked.errors.iter().chain(&checked.warnings) {
        assert!(it.at.line >= 1 && it.at.column >= 1);
        assert!(it.span.start <= it.span.end);
    }
    checked.plan.is_some()
}

/// What is taken for one of the signed files is written again byte for byte. Returns whether it is taken.
pub fn canonical<T: Serialize + DeserializeOwned>(bytes: &[u8]) -> bool {
    let Ok(value) = canonical::from_bytes::<T>(bytes) else { return false };
    assert_eq!(canonical::to_bytes(&value).as_deref(), Ok(bytes));
    assert!(bytes.iter().all(|byte| matches!(byte, b' '..=b'~')));
    true
}

pub fn part(bytes: &[u8]) -> bool {
    canonical::<Part>(bytes)
}

pub fn sealed(bytes: &[u8]) -> bool {
    canonical::<Sealed>(bytes)
}

pub fn manifest(bytes: &[u8]) -> bool {
    canonical::<Manifest>(bytes)
}

/// The whole lines that are taken are written again byte for byte, each with the hash of the one before.
/// Returns how many those are.
fn lines<E: Serialize + DeserializeOwned>(bytes: &[u8]) -> usize {
    let Ok(reading) = journal::read::<E>("journal", bytes) else { return 0 };
    let mut again = Vec::new();
    let mut head = Digest::ZERO;
    for (at, line) in reading.lines.iter().enumerate() {
        assert_eq!((line.seq, line.previous), (at as u64, head));
        let raw = serde_json::to_vec(line).unwrap();
        head = Digest::of(&raw);
        again.extend(raw);
        again.push(b'\n');
    }
    assert_eq!((reading.head, reading.whole), (head, again.len()));
    assert_eq!(again, &bytes[..reading.whole]);
    assert!(!bytes[reading.whole..].contains(&b'\n'));
    reading.lines.len()
}

pub fn member_journal(bytes: &[u8]) -> usize {
    lines::<Event>(bytes)
}

pub fn team_journal(bytes: &[u8]) -> usize {
    lines::<TeamEvent>(bytes)
}

/// What a statement says, by its one reading: as `docs/manifest.md` gives it.
struct Said<'a> {
    kind: StatementKind,
    heading: Heading,
    member: &'a str,
    wallet: &'a str,
    addresses: usize,
    sha256: Digest,
}

impl<'a> Said<'a> {
    /// Reads the fields one after the other; none may hold what parts them.
    fn read(text: &'a str) -> Option<Self> {
        let (kind, rest) = match text.split_once("; ")? {
            ("Gishiki part v1", rest) => (StatementKind::Part, rest),
            ("Gishiki manifest v1", rest) => (StatementKind::Manifest, rest),
            _ => return None,
        };
        let (rehearsal, rest) = marked(rest, "REHEARSAL; ");
        let (testnet, rest) = marked(rest, "TESTNET; ");
        let mut fields = rest.split("; ");
        let mut field = |name: &str| fields.next()?.strip_prefix(name)?.strip_prefix(": ");
        let (organisation, id, sequence) = (field("org")?, field("ceremony")?, field("seq")?);
        let (member, wallet) = (field("member")?, field("wallet")?);
        let (addresses, sha256) = (field("addresses")?, field("sha256")?);
        let heading = Heading {
            chain_id: 1,
            id: id.to_owned(),
            organisation: organisation.to_owned(),
            plan_sha256: Digest::ZERO,
            previous: "none".to_owned(),
            rehearsal,
            sequence: sequence.parse().ok()?,
            testnet,
        };
        let (addresses, sha256) = (addresses.parse().ok()?, sha256.parse().ok()?);
        fields.next().is_none().then_some(Self { kind, heading, member, wallet, addresses, sha256 })
    }

    fn text(&self) -> String {
        let Self { kind, heading, member, wallet, addresses, sha256 } = self;
        Statement { kind: *kind, ceremony: heading, member, wallet, addresses: *addresses, sha256: *sha256 }
            .to_string()
    }
}

fn marked<'a>(text: &'a str, mark: &str) -> (bool, &'a str) {
    text.strip_prefix(mark).map_or((false, text), |rest| (true, rest))
}

/// A statement as text is written by one set of facts only: whatever reads as one and is written the same again reads
/// as the same, and no part of it can be taken for another field. Returns whether it reads as one.
pub fn statement(bytes: &[u8]) -> bool {
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let Some(said) = Said::read(text) else { return false };
    let again = said.text();
    if again != text {
        return false;
    }
    let second = Said::read(&again).unwrap();
    assert!(second.heading == said.heading && second.kind == said.kind);
    assert_eq!((second.member, second.wallet), (said.member, said.wallet));
    assert_eq!((second.addresses, second.sha256), (said.addresses, said.sha256));
    for held in [&said.heading.organisation, &said.heading.id] {
        assert!(!held.contains("; "));
    }
    true
}

/// The name of a file and its bytes, as a bundle's bytes have them: both after their length in two bytes, big-endian.
fn files(mut bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut part = || {
        let (length, rest) = bytes.split_at_checked(2)?;
        let length = usize::from(u16::from_be_bytes([length[0], length[1]]));
        let (part, rest) = rest.split_at(length.min(rest.len()));
        bytes = rest;
        Some(part)
    };
    let mut files = BTreeMap::new();
    while let Some(name) = part() {
        let name = String::from_utf8_lossy(name).into_owned();
        files.insert(name, part().unwrap_or_default().to_vec());
    }
    files
}

/// Writes changes of a bundle as [`bundle`] reads them.
pub fn packed(files: &BTreeMap<String, Vec<u8>>) -> Vec<u8> {
    let part = |bytes: &[u8]| [&u16::try_from(bytes.len()).unwrap().to_be_bytes(), bytes].concat();
    files.iter().flat_map(|(name, bytes)| [part(name.as_bytes()), part(bytes)].concat()).collect()
}

static VERIFIER: LazyLock<Verifier> = LazyLock::new(Verifier::default);

/// Files over those of a true ceremony, an empty one in the place of a file taking it away, are judged without a panic,
/// and nothing but that ceremony's own bytes passes. Returns whether they do.
pub fn bundle(bytes: &[u8], truth: &BTreeMap<String, Vec<u8>>) -> bool {
    let mut mixed = truth.clone();
    for (name, bytes) in files(bytes) {
        if bytes.is_empty() {
            mixed.remove(&name)
        } else {
            mixed.insert(name, bytes)
        };
    }
    let Ok(bundle) = Bundle::new(mixed.clone()) else { return false };
    assert!(mixed.values().all(|bytes| bytes.len() as u64 <= FILE_BYTES_MAX));
    let reviewed = plan::read(&truth["public/plan.toml"], "plan.toml").into_plan().ok();
    let evidence = Evidence { plan: reviewed, rehearsal: true, ..Evidence::default() };
    let report = VERIFIER.verify(&bundle, &evidence);
    if report.failed().is_empty() {
        let unlike = mixed.iter().filter(|(name, bytes)| truth.get(*name) != Some(bytes));
        // Nobody signs the team's journal, and sums follow from the rest.
        let other: Vec<_> = unlike.map(|(name, _)| name.as_str()).collect();
        assert!(other.is_empty(), "{other:?}");
    }
    report.failed().is_empty()
}
