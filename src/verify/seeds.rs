//! Published seeds: whoever reads this program can spend what lies under them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::checks::TEST_SEED;
use super::published::Published;
use super::{Case, Report};
use crate::ceremony::rehearsal_seed;
use crate::keys::test_addresses::is_test_address;
use crate::keys::{Address, Root};
use crate::manifest::{Part, PartWallet, Sealed, seed_commitment};
use crate::plan::{Role, WalletId};
use crate::text::Message;

/// `V-TEST-SEED`: in a real ceremony no published seed; in a rehearsal the one that the rule assigns.
pub fn check(case: &Case, published: &Published, report: &mut Report) {
    if case.manifest.ceremony.rehearsal {
        let failures = rehearsed(case, published);
        report.settle(TEST_SEED, failures, Message::new("v-test-seed-rehearsed"));
    } else {
        let failures = real(case, published);
        let ok = Message::new("v-test-seed-none").count("seeds", Published::count());
        report.settle(TEST_SEED, failures, ok);
    }
}

/// The address that a rehearsal's test seed gives for a role; none where the rule assigns none.
pub fn rehearsed_address(case: &Case, published: &Published, role: &str) -> Option<Address> {
    let role = case.plan.role(role)?;
    let root = assigned(case, published, &role.wallet)?;
    root.address(&role.path.indices()).ok()
}

fn assigned(case: &Case, published: &Published, wallet: &WalletId) -> Option<Arc<Root>> {
    let seed = rehearsal_seed(&case.plan, &case.plan.wallet(wallet)?.seed)?;
    published.wallet(seed, &wallet.name)
}

fn rehearsed(case: &Case, published: &Published) -> Vec<Message> {
    let mut failures = Vec::new();
    for wallet in &case.plan.wallets {
        let follows = assigned(case, published, &wallet.id).is_some_and(|root| {
            let is = |role: &Role| {
                let row = case.manifest.addresses.iter().find(|row| row.role == role.name);
                row.map(|row| row.address) == root.address(&role.path.indices()).ok()
            };
            root.identity().ok() == case.identity(&wallet.id) && case.plan.roles_of(&wallet.id).all(is)
        });
        if !follows {
            failures.push(Message::new("v-test-seed-other").with("wallet", &wallet.id));
        }
    }
    failures
}

/// Each wallet under the empty and under its rehearsal passphrase: its identity, and every row at its path. The seeds
/// that sealed files commit to. Outside addresses against the first few of each seed.
fn real(case: &Case, published: &Published) -> Vec<Message> {
    let standard = published.wallets("");
    let names: BTreeSet<&str> = case.plan.wallets.iter().map(|wallet| wallet.id.name.as_str()).collect();
    let mut failures = externals(case);
    failures.extend(committed(case, &standard));
    for name in names {
        let rehearsal = published.wallets(name);
        let roots = || standard.iter().chain(&rehearsal);
        for part in case.parts() {
            for wallet in part.wallets.iter().filter(|wallet| wallet.name == name) {
                if roots().any(|root| gives(root, part, wallet)) {
                    let id = format!("{}/{}", part.member, wallet.name);
                    failures.push(Message::new("v-test-seed-found").with("wallet", id));
                }
            }
        }
    }
    failures
}

/// Whatever the passphrases are, the sealed files commit to the wallet without one, each under its own ceremony.
fn committed(case: &Case, standard: &[Arc<Root>]) -> Vec<Message> {
    let identities: Vec<_> = standard.iter().filter_map(|root| root.identity().ok()).collect();
    let of_published = |sealed: &&Sealed| {
        let mut known = identities.iter().map(|identity| seed_commitment(&sealed.ceremony, identity));
        known.any(|known| known == sealed.seed_commitment)
    };
    let here = case.members.iter().filter_map(|member| member.sealed.as_ref());
    let sealed = here.chain(case.earlier.iter().filter_map(|past| past.sealed.as_ref()));
    let found = sealed.filter(of_published);
    found.map(|sealed| Message::new("v-test-seed-committed").with("member", &sealed.member)).collect()
}

fn gives(root: &Root, part: &Part, wallet: &PartWallet) -> bool {
    let mut rows = part.addresses.iter().filter(|row| row.wallet == wallet.name);
    root.identity() == Ok(wallet.identity)
        || rows.any(|row| root.address(&row.path.indices()) == Ok(row.address))
}

fn externals(case: &Case) -> Vec<Message> {
    let published = |text: &str| text.parse().is_ok_and(|address: Address| is_test_address(&address));
    let found = case.manifest.externals.iter().filter(|external| published(&external.address));
    found.map(|external| Message::new("v-test-seed-external").with("name", &external.name)).collect()
}
