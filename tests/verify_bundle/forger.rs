//! An attacker who remakes whatever needs no key, and an insider who holds every key of a rehearsal.

use std::collections::BTreeMap;

use gishiki::ceremony::rehearsal_seed;
use gishiki::keys::test_seeds::rehearsal_passphrase;
use gishiki::keys::{Digest, Root, Secret, Seed};
use gishiki::manifest::Layout;
use gishiki::plan::{Linted, Plan};

use super::maker::Files;

/// Remakes every digest, chain and sum that a change of these files moved, as far as that needs no key.
pub fn forge(original: &Files, tampered: &Files) -> Files {
    remade(original, tampered, &|_| BTreeMap::new())
}

/// The same, and every statement signed anew with the keys of the rehearsal.
pub fn forge_and_sign(plan: &Linted, original: &Files, tampered: &Files) -> Files {
    let signers = signers(plan);
    remade(original, tampered, &|files| {
        let sign = |(file, (root, path)): (&String, &(Root, [u32; 5]))| {
            let signature = root.sign(path, files.get(file)?).ok()?.to_string();
            let before = original.get(&Layout::signature(file))?;
            Some((String::from_utf8(before.clone()).ok()?, signature))
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
                let bytes = if is_journal {
                    rechained(&original[name], bytes, &moved, &mut next)
                } else {
                    replaced(bytes, &moved)
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

/// Digests and signatures are long enough that each stands for one thing only.
fn replaced(bytes: &[u8], moved: &BTreeMap<String, String>) -> Vec<u8> {
    if moved.is_empty() {
        return bytes.to_vec();
    }
    // Byte by byte alike in both directions, so that a flipped byte that is no UTF-8 stays what it is.
    let mut text: String = bytes.iter().map(|&byte| char::from(byte)).collect();
    for (from, to) in moved {
        if text.contains(from) {
            text = text.replace(from, to);
        }
    }
    text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect()
}

/// Every statement's file with the key that must sign it.
fn signers(plan: &Linted) -> BTreeMap<String, (Root, [u32; 5])> {
    let parts = plan.wallets.iter().map(|wallet| {
        let file = Layout::part_statement(&wallet.id.custodian, &wallet.id.name);
        (file, key(plan, &wallet.signer))
    });
    let manifest = plan.signers.iter().map(|role| (Layout::manifest_statement(role), key(plan, role)));
    parts.chain(manifest).collect()
}

fn key(plan: &Plan, role: &str) -> (Root, [u32; 5]) {
    let role = plan.role(role).unwrap();
    let wallet = plan.wallet(&role.wallet).unwrap();
    let (form, words) = rehearsal_seed(plan, &wallet.seed).unwrap();
    let seed = Seed::parse(form, &Secret::new(words.to_owned())).unwrap();
    (seed.open(&rehearsal_passphrase(&wallet.id.name)).unwrap(), role.path.indices())
}
