//! Every address again from its account's xpub, without a device.

use std::collections::HashMap;

use super::case::Member;
use super::checks::{ADDRESS, IDENTITY};
use super::{Case, Report};
use crate::keys::AccountPath;
use crate::keys::derive::{Child, addresses};
use crate::manifest::{Part, PartAddress, Sealed, SealedAccount};
use crate::text::{Message, Problem};

/// `V-ADDRESS`, `V-IDENTITY`; both need the sealed files.
pub fn check(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        report.unchecked(ADDRESS, Message::new("v-no-sealed"));
        report.unchecked(IDENTITY, Message::new("v-no-sealed"));
        return;
    }
    let sealed = || case.members.iter().filter_map(|member| Some((member, member.sealed.as_ref()?)));
    let failures = case.members.iter().flat_map(strays).collect();
    let kept = sealed().map(|(member, sealed)| kept_roles(&member.part, sealed).count()).sum::<usize>();
    let rows = case.rows().count() - kept;
    report.settle_of(&case.members, ADDRESS, failures, Message::new("v-address-ok").count("rows", rows));
    let failures = sealed().flat_map(|(member, sealed)| identities(member, sealed)).collect();
    let accounts: usize = sealed().map(|(_, sealed)| sealed.accounts.len()).sum();
    let ok = Message::new("v-identity-ok").count("accounts", accounts);
    report.settle_of(&case.members, IDENTITY, failures, ok);
    let kept: Vec<_> = sealed().flat_map(|(member, sealed)| kept_roles(&member.part, sealed)).collect();
    say_kept(&kept, report);
}

/// Names the roles whose wallets keep their xpubs, if any.
pub fn say_kept(roles: &[&str], report: &mut Report) {
    for check in [ADDRESS, IDENTITY] {
        if !roles.is_empty() {
            report.unchecked(check, Message::new("v-address-kept").with("roles", roles.join(", ")));
        }
    }
}

/// The positions of a part's rows that do not follow from their accounts' xpubs.
///
/// # Errors
/// Two derivations disagree: nothing is established.
pub fn astray(part: &Part, sealed: &Sealed) -> Result<Vec<usize>, Problem> {
    let mut accounts = HashMap::new();
    for account in &sealed.accounts {
        accounts.entry((account.wallet.as_str(), account.path)).or_insert(account);
    }
    let mut wanted = ByAccount { accounts: &accounts, last: None };
    // Whether a wallet may keep its accounts, the plan says: see `identities`.
    let children: Vec<_> = part.addresses.iter().map(|row| wanted.child(row)).collect();
    let derived = addresses(&children.iter().flatten().copied().collect::<Vec<_>>())?;
    let mut derived = derived.into_iter();
    let mut wrong = Vec::new();
    for (at, (row, child)) in part.addresses.iter().zip(&children).enumerate() {
        let address = child.and_then(|_| derived.next()?.ok());
        if address != Some(row.address) && !is_kept(sealed, row) {
            wrong.push(at);
        }
    }
    Ok(wrong)
}

/// Whether a row lies in an account that its wallet keeps.
fn is_kept(sealed: &Sealed, row: &PartAddress) -> bool {
    let path = row.path.account_path();
    sealed.kept.iter().any(|it| it.wallet == row.wallet && it.path == path)
}

/// The roles of a part whose addresses follow from nothing that is here.
pub fn kept_roles<'p>(part: &'p Part, sealed: &'p Sealed) -> impl Iterator<Item = &'p str> {
    part.addresses.iter().filter(|row| is_kept(sealed, row)).map(|row| row.role.as_str())
}

/// Rows of one account mostly stand together.
struct ByAccount<'a> {
    accounts: &'a HashMap<(&'a str, AccountPath), &'a SealedAccount>,
    last: Option<&'a SealedAccount>,
}

impl<'a> ByAccount<'a> {
    fn child(&mut self, row: &'a PartAddress) -> Option<Child<'a>> {
        let path = row.path.account_path();
        let last = self.last.filter(|it| it.wallet == row.wallet && it.path == path);
        self.last = last.or_else(|| self.accounts.get(&(row.wallet.as_str(), path)).copied());
        Child::at(&self.last?.xpub, row.path)
    }
}

fn strays(member: &Member) -> Vec<Message> {
    let differs = |at: &usize| {
        let row = &member.part.addresses[*at];
        Message::new("v-address-differs")
            .with("role", &row.role)
            .with("path", row.path)
            .with("address", row.address)
    };
    match &member.astray {
        Some(Ok(rows)) => rows.iter().map(differs).collect(),
        Some(Err(problem)) => vec![problem.cause()],
        None => Vec::new(),
    }
}

/// The accounts are those that the plan's roles lie in, in their order, each the child of its wallet's identity.
fn identities(member: &Member, sealed: &Sealed) -> Vec<Message> {
    let wallets = || member.script.wallets.iter();
    let planned = wallets().filter(|wallet| !wallet.wallet.keeps_xpub).flat_map(|wallet| {
        wallet.accounts.iter().map(|path| {
            let named = wallet.wallet.accounts.iter().find(|it| it.number == path.account());
            (wallet.name(), *path, named.map_or("", |it| it.name.as_str()))
        })
    });
    let there = sealed.accounts.iter().map(|it| (it.wallet.as_str(), it.path, it.name.as_str()));
    let mut failures = Vec::new();
    let keep = wallets().filter(|wallet| wallet.wallet.keeps_xpub);
    let kept = keep.flat_map(|wallet| wallet.accounts.iter().map(|path| (wallet.name(), *path)));
    let told = sealed.kept.iter().map(|it| (it.wallet.as_str(), it.path));
    if !planned.eq(there) || !kept.eq(told) {
        failures.push(Message::new("v-identity-accounts").with("member", &member.name));
    }
    let child = |account: &&SealedAccount| {
        let wallet = member.part.wallets.iter().find(|wallet| wallet.name == account.wallet);
        let parent = wallet.map(|wallet| wallet.identity.fingerprint());
        parent == Some(account.xpub.parent_fingerprint()) && account.xpub.account() == account.path.account()
    };
    let orphans = sealed.accounts.iter().filter(|account| !child(account));
    failures.extend(orphans.map(|account| {
        let wallet = format!("{}/{}", member.name, account.wallet);
        Message::new("v-identity-differs").with("wallet", wallet).with("path", account.path)
    }));
    failures
}
