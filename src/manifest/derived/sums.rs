//! `SHA256SUMS`: the digests of a folder's files, as `sha256sum --check` reads them.

use std::collections::BTreeMap;
use std::io;

use crate::journal::Storage;
use crate::keys::Digest;
use crate::manifest::Layout;
use crate::plan::{Plan, Witness, WitnessMeans};

/// The names of every file in `public/` but the sums, for these members, with or without the team's.
pub fn public_files(plan: &Plan, members: &[String], team: bool) -> Vec<String> {
    let mut names = vec![Layout::PLAN.to_owned()];
    for member in members {
        names.push(Layout::part(member));
        for wallet in plan.wallets_of(member).filter(|wallet| plan.is_touched(&wallet.id)) {
            names.extend(signed(Layout::part_statement(member, &wallet.id.name)));
        }
    }
    if team {
        names.extend(
            [Layout::MANIFEST, Layout::VERIFY, Layout::LABELS_CSV, Layout::LABELS_JSONL].map(str::to_owned),
        );
        names.extend(plan.signers.iter().flat_map(|role| signed(Layout::manifest_statement(role))));
        names.extend(plan.witnesses.iter().flat_map(witness_files));
        let contracts =
            plan.safes.iter().map(|safe| &safe.name).chain(plan.splits.iter().map(|split| &split.name));
        names.extend(contracts.map(|name| Layout::contract(name)));
        names.extend(carried_public_files(plan));
    }
    names
}

/// A witness's statement, and the signature where it is not on paper.
fn witness_files(witness: &Witness) -> Vec<String> {
    let statement = Layout::witness_statement(&witness.name);
    match witness.signs {
        WitnessMeans::Key => signed(statement).to_vec(),
        WitnessMeans::Paper => vec![statement],
    }
}

/// The names of the files that earlier ceremonies' parts are carried in, and what their wallets signed.
pub fn carried_public_files(plan: &Plan) -> Vec<String> {
    let mut names = Vec::new();
    for from in plan.carried_parts() {
        names.push(Layout::carried_part(from.sequence, from.member));
        for wallet in from.wallets() {
            names.extend(signed(Layout::carried_statement(from.sequence, from.member, wallet)));
        }
    }
    names
}

/// The names of the files that auditors get of earlier ceremonies' parts.
pub fn carried_sealed_files(plan: &Plan) -> Vec<String> {
    let parts = plan.carried_parts();
    parts.iter().map(|from| Layout::carried_sealed(from.sequence, from.member)).collect()
}

/// The names of every file in `sealed/` but the sums.
pub fn sealed_files(plan: &Plan, members: &[String], team: bool) -> Vec<String> {
    let mut names: Vec<_> =
        members.iter().flat_map(|member| [Layout::sealed(member), Layout::journal(member)]).collect();
    if team {
        names.push(Layout::TEAM_JOURNAL.to_owned());
        names.extend(carried_sealed_files(plan));
    }
    names
}

/// The digests of these files as they are.
///
/// # Errors
/// One of them is not there, or cannot be read.
pub fn digests(storage: &dyn Storage, names: &[String]) -> io::Result<BTreeMap<String, Digest>> {
    let digest = |name: &String| match storage.read(name)? {
        Some(bytes) => Ok((name.clone(), Digest::of(bytes))),
        None => Err(io::Error::new(io::ErrorKind::NotFound, name.clone())),
    };
    names.iter().map(digest).collect()
}

/// The text of `SHA256SUMS`: a line a file, in the order of the names, which lose their folder.
pub fn sums(digests: &BTreeMap<String, Digest>) -> String {
    let inside = |name: &str| name.split_once('/').map_or(name.to_owned(), |(_, rest)| rest.to_owned());
    digests.iter().map(|(name, digest)| format!("{digest}  {}\n", inside(name))).collect()
}

/// The same of a folder whose files have no folder of their own above them.
pub fn sums_here(digests: &BTreeMap<String, Digest>) -> String {
    digests.iter().map(|(name, digest)| format!("{digest}  {name}\n")).collect()
}

fn signed(statement: String) -> [String; 2] {
    let signature = Layout::signature(&statement);
    [statement, signature]
}
