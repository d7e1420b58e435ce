//! An attacker who remakes whatever needs no key, and an insider who holds every key of a rehearsal.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use gishiki::ceremony::rehearsal_seed;
use gishiki::keys::test_seeds::rehearsal_passphrase;
use gishiki::keys::{Digest, Root, Secret, Seed};
use gishiki::manifest::{Heading, Layout, Manifest, Part, Statement, StatementKind, canonical};
use gishiki::plan::{Linted, Plan, WalletId};

use super::maker::Files;

/// Remakes every digest, chain and sum that a change of these files moved, as far as that needs no key.
pub fn forge(original: &Files, tampered: &Files) -> Files {
    remade(original, tampered, &|_| BTreeMap::new())
}

/// The same, and every statement signed anew with the keys of the rehearsal.
pub fn forge_and_sign(plan: &Linted, original: &Files, tampered: &Files) -> Files {
    let signers = signers(plan);
    // The count of addresses and the marks follow from the files once and for all; digests move with the rest.
    let mut tampered = tampered.clone();
    let of_here = |name: &&String| original.contains_key(*name) && !name.contains("/carried/");
    for name in signers.keys().filter(of_here) {
        let before = statement(plan, original, name).unwrap();
        let after = statement(plan, &tampered, name).unwrap_or(before.clone());
        // The digest is still the original's: the remaking moves it.
        let sha256 = |text: &str| text.rsplit(' ').next().map(str::to_owned).unwrap();
        let after = after.replace(&sha256(&after), &sha256(&before));
        if tampered[name] == before.as_bytes() {
            tampered.insert(name.clone(), after.into_bytes());
        }
    }
    remade(original, &tampered, &|files| {
        let sign = |(file, (root, path)): (&String, &(Arc<Root>, [u32; 5]))| {
            let signature = root.sign(path, files.get(file)?).ok()?.to_string();
            let before = original.get(&Layout::signature(file))?;
            let digits = |text: &str| text.trim_start_matches("0x").to_owned();
            Some((digits(std::str::from_utf8(before).ok()?), digits(&signature)))
        };
        signers.iter().filter_map(sign).collect()
    })
}

/// Replaces every text that followed from something changed, until nothing moves any more.
fn remade(
    original: &Files,
    tampered: &Files,
    signatures: &dyn Fn(&Files) -> BTreeMap<String, String>,
) -> Files {
    let mut moved = BTreeMap::new();
    let mut files = tampered.clone();
    for _ in 0..20 {
        let mut next = BTreeMap::new();
        files = tampered
            .iter()
            .map(|(name, bytes)| {
                let is_journal = name.ends_with(".jsonl") && name.starts_with("sealed/");
                let bytes = match original.get(name).filter(|_| is_journal) {
                    Some(before) => rechained(before, bytes, &moved, &mut next),
                    None => replaced(bytes, &moved),
                };
                (name.clone(), bytes)
            })
            .collect();
        for (name, bytes) in &files {
            if let Some(before) = original.get(name) {
                note(before, bytes, &mut next);
            }
        }
        next.append(&mut signatures(&files));
        if next == moved {
            return files;
        }
        moved = next;
    }
    files
}

fn note(before: &[u8], after: &[u8], moved: &mut BTreeMap<String, String>) {
    if before != after {
        moved.insert(Digest::of(before).to_string(), Digest::of(after).to_string());
    }
}

/// A journal with each line following the one before again.
fn rechained(
    original: &[u8],
    tampered: &[u8],
    moved: &BTreeMap<String, String>,
    next: &mut BTreeMap<String, String>,
) -> Vec<u8> {
    let mut known = moved.clone();
    let mut before = original.split(|&byte| byte == b'\n');
    let lines = tampered.split(|&byte| byte == b'\n').map(|line| {
        let line = replaced(line, &known);
        if let Some(before) = before.next().filter(|before| !before.is_empty()) {
            note(before, &line, &mut known);
            note(before, &line, next);
        }
        line
    });
    lines.collect::<Vec<_>>().join(&b'\n')
}

/// Replaces digests and signatures, found as whole runs of hex digits: each is long enough to stand for one thing.
fn replaced(bytes: &[u8], moved: &BTreeMap<String, String>) -> Vec<u8> {
    let is_hex = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
    let mut out = Vec::with_capacity(bytes.len());
    for run in bytes.chunk_by(|one, next| is_hex(one) == is_hex(next)) {
        let digits = (run.len() >= 64).then(|| std::str::from_utf8(run).ok()).flatten();
        out.extend_from_slice(digits.and_then(|digits| moved.get(digits)).map_or(run, String::as_bytes));
    }
    out
}

/// Every statement's file with the key that must sign it, those of earlier ceremonies too.
fn signers(plan: &Linted) -> BTreeMap<String, (Arc<Root>, [u32; 5])> {
    let parts = plan.wallets.iter().map(|wallet| {
        let file = Layout::part_statement(&wallet.id.custodian, &wallet.id.name);
        (file, key(plan, &wallet.signer))
    });
    let manifest = plan.signers.iter().map(|role| (Layout::manifest_statement(role), key(plan, role)));
    let carried = plan.carried_parts().into_iter().flat_map(|from| {
        let signed = |name: &str| {
            let wallet = plan.wallets_of(from.member).find(|it| it.id.name == name).unwrap();
            (Layout::carried_statement(from.sequence, from.member, name), key(plan, &wallet.signer))
        };
        from.wallets().into_iter().map(signed).collect::<Vec<_>>()
    });
    parts.chain(manifest).chain(carried).collect()
}

/// What a statement says where its file says the digest of the original.
fn statement(plan: &Plan, files: &Files, name: &str) -> Option<String> {
    let digest = Digest::of(&files[Layout::MANIFEST]);
    let manifest: Manifest = canonical::from_bytes(&files[Layout::MANIFEST]).ok()?;
    if let Some(role) = plan.signers.iter().find(|role| Layout::manifest_statement(role) == name) {
        let id = &plan.role(role)?.wallet;
        let rows = manifest.addresses.len();
        return Some(line(StatementKind::Manifest, &manifest.ceremony, id, rows, digest));
    }
    let mut wallets = plan.wallets.iter().map(|wallet| &wallet.id);
    let id = wallets.find(|id| Layout::part_statement(&id.custodian, &id.name) == name)?;
    let bytes = &files[&Layout::part(&id.custodian)];
    let part: Part = canonical::from_bytes(bytes).ok()?;
    let rows = part.addresses.iter().filter(|row| row.wallet == id.name).count();
    Some(line(StatementKind::Part, &part.ceremony, id, rows, Digest::of(bytes)))
}

fn line(kind: StatementKind, ceremony: &Heading, id: &WalletId, addresses: usize, sha256: Digest) -> String {
    Statement { kind, ceremony, member: &id.custodian, wallet: &id.name, addresses, sha256 }.to_string()
}

/// The key of a role in a rehearsal, with its path. Each wallet is opened once: stretching its passphrase takes long.
pub fn key(plan: &Plan, role: &str) -> (Arc<Root>, [u32; 5]) {
    static OPENED: Mutex<BTreeMap<(&str, String), Arc<Root>>> = Mutex::new(BTreeMap::new());
    let role = plan.role(role).unwrap();
    let wallet = plan.wallet(&role.wallet).unwrap();
    let (form, words) = rehearsal_seed(plan, &wallet.seed).unwrap();
    let open = || {
        let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
        Arc::new(seed.open(&rehearsal_passphrase(&wallet.id.name)).unwrap())
    };
    let mut opened = OPENED.lock().unwrap();
    let root = opened.entry((words, wallet.id.name.to_string())).or_insert_with(open).clone();
    (root, role.path.indices())
}
