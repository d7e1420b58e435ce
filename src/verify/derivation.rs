//! Every address again from its account's xpub, without a device.

use super::case::Member;
use super::checks::{ADDRESS, IDENTITY};
use super::{Case, Report};
use crate::ceremony::Script;
use crate::manifest::{Sealed, SealedAccount};
use crate::text::Message;

/// `V-ADDRESS`, `V-IDENTITY`; both need the sealed files.
pub fn check(case: &Case, report: &mut Report) {
    if !case.bundle.has_sealed() {
        report.unchecked(ADDRESS, Message::new("v-no-sealed"));
        report.unchecked(IDENTITY, Message::new("v-no-sealed"));
        return;
    }
    let sealed = || case.members.iter().filter_map(|member| Some((member, member.sealed.as_ref()?)));
    let failures = sealed().flat_map(|(member, sealed)| addresses(member, sealed)).collect();
    let rows = case.rows().count();
    report.settle(ADDRESS, failures, Message::new("v-address-ok").count("rows", rows));
    let failures = sealed().flat_map(|(member, sealed)| identities(case, member, sealed)).collect();
    let accounts: usize = sealed().map(|(_, sealed)| sealed.accounts.len()).sum();
    report.settle(IDENTITY, failures, Message::new("v-identity-ok").count("accounts", accounts));
}

fn addresses(member: &Member, sealed: &Sealed) -> Vec<Message> {
    let follows = |row: &&crate::manifest::PartAddress| {
        let account = |it: &&SealedAccount| it.wallet == row.wallet && it.path == row.path.account_path();
        let account = sealed.accounts.iter().find(account);
        account.is_some_and(|it| it.xpub.address_at(row.path) == Ok(row.address))
    };
    let wrong = member.part.addresses.iter().filter(|row| !follows(row));
    wrong
        .map(|row| {
            Message::new("v-address-differs")
                .with("role", &row.role)
                .with("path", row.path)
                .with("address", row.address)
        })
        .collect()
}

/// The accounts are those that the plan's roles lie in, in their order, each the child of its wallet's identity.
fn identities(case: &Case, member: &Member, sealed: &Sealed) -> Vec<Message> {
    let script = Script::of(&case.plan, &member.name);
    let wallets = script.map_or(Vec::new(), |script| script.wallets);
    let planned = wallets.iter().flat_map(|wallet| {
        wallet.accounts.iter().map(|path| {
            let named = wallet.wallet.accounts.iter().find(|it| it.number == path.account());
            (wallet.name(), *path, named.map_or("", |it| it.name.as_str()))
        })
    });
    let there = sealed.accounts.iter().map(|it| (it.wallet.as_str(), it.path, it.name.as_str()));
    let mut failures = Vec::new();
    if !planned.eq(there) {
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
