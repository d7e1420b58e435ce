//! Published seeds: whoever reads this program can spend what lies under them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use rayon::prelude::*;

use super::case::Member;
use super::checks::TEST_SEED;
use super::published::{self, Published};
use super::{Case, Report};
use crate::ceremony::rehearsal_seed;
use crate::keys::derive::{Child, addresses};
use crate::keys::test_addresses::is_test_address;
use crate::keys::{AccountXpub, Address};
use crate::manifest::{ByName, Part, PartAddress, PartWallet, Sealed, SealedAccount, seed_commitment};
use crate::plan::{Plan, Role, Wallet, WalletId};
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
pub fn rehearsed_address(case: &Case, role: &str) -> Option<Address> {
    *case.rehearsed.get(case.plan.place_of(role)?)?
}

/// What the assigned test seeds give for the plan's roles, in their order; nothing in a real ceremony.
pub fn rehearsed_addresses(
    plan: &Plan,
    members: &[Member],
    rehearsal: bool,
    published: &Published,
) -> Vec<Option<Address>> {
    if !rehearsal {
        return Vec::new();
    }
    let wallets = plan.wallets.par_iter().with_max_len(1);
    let wallets: Vec<_> = wallets.map(|it| under_wallet(plan, members, published, it)).collect();
    let mut addresses = vec![None; plan.roles.len()];
    for (place, address) in wallets.into_iter().flatten() {
        addresses[place] = address;
    }
    addresses
}

/// What a wallet's test seed gives for each of its roles, with their places in the plan.
fn under_wallet(
    plan: &Plan,
    members: &[Member],
    published: &Published,
    wallet: &Wallet,
) -> Vec<(usize, Option<Address>)> {
    let Some(opened) = assigned(plan, published, &wallet.id) else { return Vec::new() };
    let mut rows = Established::of(members, &wallet.id);
    let roles: Vec<_> = plan.places_of(&wallet.id).map(|place| (place, &plan.roles[place])).collect();
    let accounts: BTreeSet<_> = roles.iter().map(|(_, role)| role.path.account_path()).collect();
    let accounts: Vec<_> = accounts.into_iter().collect();
    let xpubs = accounts.iter().copied().zip(opened.root.account_xpubs(&accounts));
    let xpubs: BTreeMap<_, _> = xpubs.filter_map(|(path, xpub)| Some((path, xpub.ok()?))).collect();
    let mut known = |role: &Role| {
        let xpub = xpubs.get(&role.path.account_path())?;
        Some(rows.address(xpub, role).ok_or(xpub))
    };
    let known: Vec<_> = roles.iter().map(|(_, role)| known(role)).collect();
    let unknown = known.iter().zip(&roles).filter_map(|(known, (_, role))| match known {
        Some(Err(xpub)) => Child::at(xpub, role.path),
        _ => None,
    });
    let children: Vec<_> = unknown.collect();
    // Where two derivations disagree nothing is established.
    let mut derived = addresses(&children).unwrap_or_default().into_iter();
    let address = |known: Option<Result<Address, &AccountXpub>>| match known? {
        Ok(address) => Some(address),
        Err(_) => derived.next()?.ok(),
    };
    roles.iter().map(|(place, _)| *place).zip(known.into_iter().map(address)).collect()
}

/// The rows of a wallet that follow from its sealed xpubs: what follows from an equal xpub is the same.
struct Established<'c> {
    accounts: Vec<&'c SealedAccount>,
    rows: Vec<&'c PartAddress>,
    next: usize,
}

impl<'c> Established<'c> {
    fn of(members: &'c [Member], wallet: &WalletId) -> Self {
        let member = members.iter().find(|it| it.name == wallet.custodian);
        let sound = member.filter(|it| matches!(&it.astray, Some(Ok(rows)) if rows.is_empty()));
        let sealed = sound.and_then(|it| it.sealed.as_ref());
        let accounts = sealed.map_or(&[][..], |it| &it.accounts);
        let rows = sound.map_or(&[][..], |it| &it.part.addresses);
        Self {
            accounts: accounts.iter().filter(|it| it.wallet == wallet.name).collect(),
            rows: rows.iter().filter(|it| it.wallet == wallet.name).collect(),
            next: 0,
        }
    }

    /// The address of the next row, where it is this role's and follows from this xpub.
    fn address(&mut self, xpub: &AccountXpub, role: &Role) -> Option<Address> {
        let row = self.rows.get(self.next).filter(|row| row.path == role.path)?;
        self.next += 1;
        let path = role.path.account_path();
        let account = self.accounts.iter().find(|it| it.path == path)?;
        account.xpub.has_children_of(xpub).then_some(row.address)
    }

    /// Whether any row lies under this wallet: one would, if an account did. None where that is not established.
    fn lies_under(&self, opened: &published::Wallet) -> bool {
        self.accounts.iter().any(|account| {
            opened.account(account.path).is_some_and(|xpub| account.xpub.has_children_of(&xpub))
        })
    }
}

fn assigned(plan: &Plan, published: &Published, wallet: &WalletId) -> Option<Arc<published::Wallet>> {
    let seed = rehearsal_seed(plan, &plan.wallet(wallet)?.seed)?;
    published.wallet(seed, &wallet.name)
}

fn rehearsed(case: &Case, published: &Published) -> Vec<Message> {
    let mut rows = ByName::new(&case.manifest.addresses, |row| &row.role);
    let mut failures = Vec::new();
    for wallet in &case.plan.wallets {
        let mut is = |place: usize| {
            let row = rows.get(&case.plan.roles[place].name);
            row.map(|row| row.address) == case.rehearsed[place]
        };
        let follows = assigned(&case.plan, published, &wallet.id).is_some_and(|opened| {
            opened.root.identity().ok() == case.identity(&wallet.id)
                && case.plan.places_of(&wallet.id).all(&mut is)
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
        let opened: Vec<_> = standard.iter().chain(&rehearsal).collect();
        for part in case.parts() {
            for wallet in part.wallets.iter().filter(|wallet| wallet.name == name) {
                if gives(case, &opened, part, wallet) {
                    let id = format!("{}/{}", part.member, wallet.name);
                    failures.push(Message::new("v-test-seed-found").with("wallet", id));
                }
            }
        }
    }
    failures
}

/// Whatever the passphrases are, the sealed files commit to the wallet without one, each under its own ceremony.
fn committed(case: &Case, standard: &[Arc<published::Wallet>]) -> Vec<Message> {
    let identities: Vec<_> = standard.iter().filter_map(|one| one.root.identity().ok()).collect();
    let of_published = |sealed: &&Sealed| {
        let mut known = identities.iter().map(|identity| seed_commitment(&sealed.ceremony, identity));
        known.any(|known| known == sealed.seed_commitment)
    };
    let here = case.members.iter().filter_map(|member| member.sealed.as_ref());
    let sealed = here.chain(case.earlier.iter().filter_map(|past| past.sealed.as_ref()));
    let found = sealed.filter(of_published);
    found.map(|sealed| Message::new("v-test-seed-committed").with("member", &sealed.member)).collect()
}

fn gives(case: &Case, opened: &[&Arc<published::Wallet>], part: &Part, wallet: &PartWallet) -> bool {
    let is_it = |one: &Arc<published::Wallet>| one.root.identity() == Ok(wallet.identity);
    let rows: Vec<_> = part.addresses.iter().filter(|row| row.wallet == wallet.name).collect();
    let id = WalletId::new(&part.member, &wallet.name);
    let established = Established::of(&case.members, &id);
    let here = case.members.iter().any(|member| std::ptr::eq(&*member.part, part));
    if opened.par_iter().any(|one| is_it(one)) {
        return true;
    }
    if here && !established.accounts.is_empty() {
        return opened.par_iter().any(|one| established.lies_under(one));
    }
    opened.iter().any(|one| derives(one, &rows))
}

/// Whether any row lies at its path under a wallet.
fn derives(opened: &published::Wallet, rows: &[&PartAddress]) -> bool {
    let accounts: BTreeSet<_> = rows.iter().map(|row| row.path.account_path()).collect();
    let accounts: Vec<_> = accounts.into_iter().collect();
    let xpubs: Vec<_> = accounts.par_iter().map(|path| opened.account(*path)).collect();
    let under = |row: &&&PartAddress| {
        let at = accounts.binary_search(&row.path.account_path()).ok()?;
        Child::at(xpubs[at].as_ref()?, row.path).map(|child| (child, row.address))
    };
    let children: Vec<_> = rows.iter().filter_map(|row| under(&row)).collect();
    let derived = addresses(&children.iter().map(|(child, _)| *child).collect::<Vec<_>>());
    match derived {
        Ok(derived) => derived.iter().zip(&children).any(|(derived, (_, address))| *derived == Ok(*address)),
        // Nothing that was derived may be believed, so neither may its being another.
        Err(_) => !rows.is_empty(),
    }
}

fn externals(case: &Case) -> Vec<Message> {
    let published = |text: &str| text.parse().is_ok_and(|address: Address| is_test_address(&address));
    let found = case.manifest.externals.iter().filter(|external| published(&external.address));
    found.map(|external| Message::new("v-test-seed-external").with("name", &external.name)).collect()
}
