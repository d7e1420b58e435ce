//! The history that is tampered with, and what its auditor knows.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use gishiki::keys::Digest;
use gishiki::manifest::{Layout, Manifest, canonical, derived};
use gishiki::verify::Evidence;

use super::forger::forge;
use super::lineage::{second, third, trusting};
use super::maker::*;

/// One of the three bundles.
pub struct Age {
    /// Which, from 1.
    pub sequence: usize,
    /// The plan's text.
    pub plan: &'static str,
    pub files: &'static Files,
    /// The signers' addresses by another channel, and every manifest before.
    pub evidence: Evidence,
}

/// The three bundles, the oldest first.
pub fn ages() -> &'static [Age; 3] {
    static AGES: OnceLock<[Age; 3]> = OnceLock::new();
    AGES.get_or_init(|| {
        let age = |sequence, plan, files, before: &[&Files]| {
            let evidence = Evidence { signers: told(files).signers, ..trusting(before) };
            Age { sequence, plan, files, evidence }
        };
        let (two, three) = (second(), third());
        [
            age(1, TEAM, team(), &[]),
            age(2, &two.0, &two.1, &[team()]),
            age(3, &three.0, &three.1, &[team(), &two.1]),
        ]
    })
}

/// Another organisation's first ceremony, otherwise alike.
pub fn foreign() -> &'static Files {
    static FOREIGN: OnceLock<Files> = OnceLock::new();
    FOREIGN.get_or_init(|| rehearse(&TEAM.replace("Example Staking", "Another Staking")))
}

/// Everything made again that needs no key: chains, digests, what follows from the manifest, and sums.
pub fn remade(original: &Files, tampered: &Files) -> Files {
    let moved = |name: &str| original.get(name) != tampered.get(name);
    let derived = [Layout::LABELS_CSV, Layout::LABELS_JSONL, Layout::VERIFY];
    let sums = [Layout::PUBLIC_SUMS, Layout::SEALED_SUMS];
    let mut files = forge(original, tampered);
    if derived.iter().any(|name| moved(name)) || sums.iter().any(|name| moved(name)) {
        return files;
    }
    let bytes = files.get(Layout::MANIFEST).cloned().unwrap_or_default();
    if let Ok(manifest) = canonical::from_bytes::<Manifest>(&bytes) {
        let made = derived::files(&manifest, Digest::of(&bytes));
        files.extend(made.map(|(name, bytes)| (name.to_owned(), bytes)));
    }
    for (sums, folder) in sums.into_iter().zip(["public/", "sealed/"]) {
        let inside = files.iter().filter(|(name, _)| name.starts_with(folder) && name.as_str() != sums);
        let digests: BTreeMap<_, _> = inside.map(|(name, it)| (name.clone(), Digest::of(it))).collect();
        if !digests.is_empty() {
            files.insert(sums.to_owned(), derived::sums(&digests).into_bytes());
        }
    }
    files
}

/// Once as it is, once with everything remade.
pub const WAYS: [bool; 2] = [false, true];

/// A change of a bundle, as it is or remade.
pub fn changed(age: &Age, forged: bool, change: impl Fn(&mut Files)) -> Files {
    let mut files = age.files.clone();
    change(&mut files);
    if forged { remade(age.files, &files) } else { files }
}
