//! Published seeds: whoever reads this program can spend what lies under them.

use std::collections::BTreeSet;

use super::case::Member;
use super::checks::TEST_SEED;
use super::{Case, Report};
use crate::ceremony::rehearsal_seed;
use crate::keys::test_seeds::{all, rehearsal_passphrase, well_known};
use crate::keys::{Address, Root, Secret, Seed, SeedForm};
use crate::manifest::PartWallet;
use crate::plan::Role;
use crate::text::Message;

/// How many addresses of each published wallet are looked for among outside addresses: at m/44'/60'/0'/0/0 and on.
const FIRST_ADDRESSES: u32 = 5;

/// `V-TEST-SEED`: in a real ceremony no published seed; in a rehearsal the one that the rule assigns.
pub fn check(case: &Case, report: &mut Report) {
    if case.manifest.ceremony.rehearsal {
        let failures = rehearsed(case);
        report.settle(TEST_SEED, failures, Message::new("v-test-seed-rehearsed"));
    } else {
        let published = published();
        let failures = real(case, &published);
        let ok = Message::new("v-test-seed-none").count("seeds", published.len());
        report.settle(TEST_SEED, failures, ok);
    }
}

/// The address that a rehearsal's test seed gives for a role; none where the rule assigns none.
pub fn rehearsed_address(case: &Case, role: &str) -> Option<Address> {
    let role = case.plan.role(role)?;
    let root = assigned(case, role)?;
    root.address(&role.path.indices()).ok()
}

fn assigned(case: &Case, role: &Role) -> Option<Root> {
    let wallet = case.plan.wallet(&role.wallet)?;
    let (form, words) = rehearsal_seed(&case.plan, &wallet.seed)?;
    seed(form, words)?.open(&rehearsal_passphrase(&wallet.id.name)).ok()
}

fn seed(form: SeedForm, words: &str) -> Option<Seed> {
    Seed::parse(form, &Secret::new(words.to_owned())).ok()
}

fn rehearsed(case: &Case) -> Vec<Message> {
    let mut failures = Vec::new();
    for wallet in &case.plan.wallets {
        let roles: Vec<&Role> = case.plan.roles_of(&wallet.id).collect();
        let root = roles.first().and_then(|role| assigned(case, role));
        let follows = root.is_some_and(|root| {
            let is = |role: &&Role| {
                let row = case.manifest.addresses.iter().find(|row| row.role == role.name);
                row.map(|row| row.address) == root.address(&role.path.indices()).ok()
            };
            root.identity().ok() == case.identity(&wallet.id) && roles.iter().all(is)
        });
        if !follows {
            failures.push(Message::new("v-test-seed-other").with("wallet", &wallet.id));
        }
    }
    failures
}

fn published() -> Vec<Seed> {
    all().chain(well_known()).filter_map(|(form, words)| seed(form, words)).collect()
}

/// Each wallet under the empty and under its rehearsal passphrase: its identity, and every row at its path. Outside
/// addresses against the first few of each seed.
fn real(case: &Case, published: &[Seed]) -> Vec<Message> {
    let open = |passphrase: &Secret| -> Vec<Root> {
        published.iter().filter_map(|seed| seed.open(passphrase).ok()).collect()
    };
    let standard = open(&Secret::new(String::new()));
    let names: BTreeSet<&str> = case.plan.wallets.iter().map(|wallet| wallet.id.name.as_str()).collect();
    let mut failures = externals(case, &standard);
    for name in names {
        let rehearsal = open(&rehearsal_passphrase(name));
        let roots = || standard.iter().chain(&rehearsal);
        for member in &case.members {
            for wallet in member.part.wallets.iter().filter(|wallet| wallet.name == name) {
                if roots().any(|root| gives(root, member, wallet)) {
                    let id = format!("{}/{}", member.name, wallet.name);
                    failures.push(Message::new("v-test-seed-found").with("wallet", id));
                }
            }
        }
    }
    failures
}

fn gives(root: &Root, member: &Member, wallet: &PartWallet) -> bool {
    let mut rows = member.part.addresses.iter().filter(|row| row.wallet == wallet.name);
    root.identity() == Ok(wallet.identity)
        || rows.any(|row| root.address(&row.path.indices()) == Ok(row.address))
}

fn externals(case: &Case, standard: &[Root]) -> Vec<Message> {
    let first = |root: &Root| -> Vec<Address> {
        let path = |index| crate::keys::AddressPath::new(0, 0, index).map(|path| path.indices()).ok();
        (0..FIRST_ADDRESSES).filter_map(|index| root.address(&path(index)?).ok()).collect()
    };
    let known: BTreeSet<String> =
        standard.iter().flat_map(first).map(|address| address.to_string()).collect();
    let found = case.manifest.externals.iter().filter(|external| known.contains(&external.address));
    found.map(|external| Message::new("v-test-seed-external").with("name", &external.name)).collect()
}
