//! The plan after a ceremony with as many addresses as one may have.

use gishiki::export::next_plan;
use gishiki::keys::{Address, Digest, Secret, Seed, SeedForm};
use gishiki::manifest::{Layout, Manifest, ManifestAddress, canonical};
use gishiki::plan::{self, Linted};
use gishiki::verify::Bundle;

use super::maker::Shape;

/// As many addresses as a plan may have, in ranges of a thousand.
const FULL: Shape = Shape { members: 20, wallets: 5, accounts: 10, addresses: 100, signers: 1 };

/// The plan, in which every wallet is known already.
fn known() -> String {
    let words = format!("{}about", "abandon ".repeat(11));
    let seed = Seed::parse(SeedForm::Bip39, &Secret::new(words)).unwrap();
    let mut number = 0;
    let mut identity = || {
        number += 1;
        seed.open(&Secret::new(number.to_string())).unwrap().identity().unwrap()
    };
    let text = FULL.plan(7);
    let lines = text.split_inclusive("entry = \"device\"\n");
    lines.map(|piece| piece.replace("entry =", &format!("identity = \"{}\"\nentry =", identity()))).collect()
}

/// A row as a manifest has it, with an address that nobody derived.
fn row(plan: &Linted, at: usize, like: &ManifestAddress) -> ManifestAddress {
    let digest = Digest::of(at.to_be_bytes());
    let address = Address::from_bytes(*digest.as_bytes().first_chunk().unwrap());
    ManifestAddress { role: plan.roles[at].name.clone(), address, ..like.clone() }
}

#[test]
fn a_hundred_thousand_addresses_are_carried() {
    let text = known();
    let before = plan::read(text.as_bytes(), "plan.toml").into_plan().unwrap();
    assert_eq!(before.roles.len(), 100_000);
    let small = super::small();
    let mut manifest: Manifest = canonical::from_bytes(&small[Layout::MANIFEST]).unwrap();
    let like = manifest.addresses[0].clone();
    manifest.addresses = (0..before.roles.len()).map(|at| row(&before, at, &like)).collect();
    let mut files = super::Files::new();
    files.insert(Layout::PLAN.to_owned(), text.into_bytes());
    files.insert(Layout::MANIFEST.to_owned(), canonical::to_bytes(&manifest).unwrap());
    let next = next_plan(&Bundle::new(files).unwrap(), &manifest, &[]).unwrap();
    assert!(next.len() > 5_000_000);
    let checked = plan::read(next.as_bytes(), "next.toml");
    assert_eq!(checked.errors, []);
    let next = checked.into_plan().unwrap();
    assert!(next.roles.iter().zip(&manifest.addresses).all(|(role, row)| {
        (role.name == row.role) && role.address == Some(row.address) && role.confirmed == Some(1)
    }));
}
