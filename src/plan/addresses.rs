//! Roles as they are written, and roles that ranges stand for.

use std::ops::Range;

use super::draft::Origin;
use super::expand::{malformed, name, wallet_id};
use super::finding::Report;
use super::schema::{self, Document, Text};
use super::{Account, Role, Wallet, WalletId, forms, lint};
use crate::keys::{AddressPath, PathError, Scope};
use crate::text::Problem;

/// Every address is compared by a person on a small display: more than these are a slip of a range.
pub const ADDRESSES_MAX: usize = 1000;

/// Roles with where they were declared, in the file's order: that of the ceremony.
pub fn expand(document: &Document, report: &mut Report) -> (Vec<Role>, Vec<Origin>) {
    let mut found = Vec::new();
    for it in &document.role {
        found.extend(role(it, report));
    }
    for it in &document.range {
        let room = ADDRESSES_MAX.saturating_sub(found.len());
        found.extend(range(it, room, report).unwrap_or_default());
    }
    found.sort_by_key(|(_, origin)| origin.name.start);
    found.into_iter().unzip()
}

/// Names the wallets' accounts, from the accounts and ranges of the document, by number.
pub fn accounts(document: &Document, wallets: &mut [Wallet], report: &mut Report) {
    for declared in declared(document, report) {
        let wallet = wallets.iter_mut().find(|wallet| wallet.id == declared.wallet);
        if let Some(wallet) = wallet {
            wallet.accounts.push(Account { number: declared.number, name: declared.name });
        }
    }
    wallets.iter_mut().for_each(|wallet| wallet.accounts.sort_by_key(|account| account.number));
}

/// A name that the document gives to an account.
pub struct Declared {
    /// The wallet it lies in.
    pub wallet: WalletId,
    /// Its number.
    pub number: u32,
    /// Its name.
    pub name: String,
    /// Where the name stands.
    pub span: Range<usize>,
}

/// Every name of an account that can be read. Forms of a range's wallet and template are reported with the range.
pub fn declared(document: &Document, report: &mut Report) -> Vec<Declared> {
    let mut found = Vec::new();
    for it in &document.account {
        if let Some(wallet) = wallet_id(report, &it.wallet) {
            let (number, name) = (*it.number.get_ref(), it.name.get_ref().clone());
            found.push(Declared { wallet, number, name, span: it.name.span() });
        }
    }
    for it in &document.range {
        found.extend(declared_by_range(it));
    }
    found.sort_by_key(|it| it.span.start);
    found
}

fn declared_by_range(it: &schema::Range) -> Vec<Declared> {
    let silent = super::Source::new("", "");
    let wallet = wallet_id(&mut Report::new(&silent), &it.wallet);
    let (Some(template), Some(wallet)) = (&it.account_name, wallet) else { return Vec::new() };
    let clusters = (*it.clusters.get_ref()).min(ADDRESSES_MAX as u32);
    (1..=clusters)
        .filter_map(|cluster| {
            Some(Declared {
                wallet: wallet.clone(),
                number: it.first_account.get_ref().checked_add(cluster - 1)?,
                name: forms::fill(template.get_ref(), cluster, 1)?,
                span: template.span(),
            })
        })
        .collect()
}

fn role(it: &schema::Role, report: &mut Report) -> Option<(Role, Origin)> {
    let (name, wallet) = (name(report, "name", &it.name), wallet_id(report, &it.wallet));
    let path = match AddressPath::from_tail(it.path.get_ref()) {
        Ok(path) => Some(path),
        Err(PathError::Form) => {
            malformed(report, "path", "path", it.path.get_ref(), it.path.span());
            None
        }
        Err(PathError::Range(scope, number)) => {
            out_of_range(report, it.name.get_ref(), scope, number, it.path.span());
            None
        }
    };
    let role = Role { name: name?, label: it.label.get_ref().clone(), wallet: wallet?, path: path? };
    let origin = Origin {
        name: it.name.span(),
        label: it.label.span(),
        path: it.path.span(),
        wallet: it.wallet.span(),
    };
    Some((role, origin))
}

fn out_of_range(report: &mut Report, role: &str, scope: Scope, number: u32, span: Range<usize>) {
    let (scope, max) = match scope {
        Scope::Account => ("account", "100"),
        Scope::Change => ("change", "1"),
        Scope::Index => ("index", "1000000"),
    };
    let problem = Problem::finding("p-path-range")
        .with("role", role)
        .with("scope", scope)
        .with("number", number)
        .with("max", max);
    report.error(lint::PATH_RANGE, span, problem);
}

fn range(it: &schema::Range, room: usize, report: &mut Report) -> Option<Vec<(Role, Origin)>> {
    let wallet = wallet_id(report, &it.wallet);
    let templates = [Some(("name", &it.name)), Some(("label", &it.label))];
    let account = it.account_name.as_ref().map(|text| ("account_name", text));
    for (key, text) in templates.into_iter().chain([account]).flatten() {
        // The name of an account is the same for all its operators.
        let operator = if key == "account_name" { "" } else { "{operator}" };
        let known = text.get_ref().replace("{cluster}", "").replace(operator, "");
        if known.contains(['{', '}']) {
            malformed(
                report,
                key,
                if operator.is_empty() { "account-template" } else { "template" },
                text.get_ref(),
                text.span(),
            );
            return None;
        }
    }
    let (clusters, operators) = (it.clusters.get_ref(), it.operators.get_ref());
    for (key, number) in [("clusters", &it.clusters), ("operators", &it.operators)] {
        if *number.get_ref() == 0 {
            malformed(report, key, "positive", 0, number.span());
            return None;
        }
    }
    if u64::from(*clusters) * u64::from(*operators) > room as u64 {
        let problem = Problem::finding("p-schema-too-many").with("max", ADDRESSES_MAX);
        report.error(lint::SCHEMA, it.clusters.span(), problem);
        return None;
    }
    let wallet = wallet?;
    let places = (1..=*clusters).flat_map(|n| (1..=*operators).map(move |m| (n, m)));
    places.map(|(n, m)| member(it, &wallet, n, m, report)).collect()
}

/// Operator `m` of cluster `n`: account `first_account + n - 1`, index `first_index + m - 1`.
fn member(
    it: &schema::Range,
    wallet: &WalletId,
    n: u32,
    m: u32,
    report: &mut Report,
) -> Option<(Role, Origin)> {
    let account = it.first_account.get_ref().saturating_add(n - 1);
    let index = it.first_index.get_ref().saturating_add(m - 1);
    let name = filled(&it.name, n, m);
    let path = match AddressPath::new(account, 0, index) {
        Ok(path) => path,
        Err(PathError::Range(scope, number)) => {
            let place = if scope == Scope::Index { &it.first_index } else { &it.first_account };
            out_of_range(report, &name, scope, number, place.span());
            return None;
        }
        Err(PathError::Form) => return None,
    };
    if !forms::is_name(&name) {
        malformed(report, "name", "name", &name, it.name.span());
        return None;
    }
    let role = Role { name, label: filled(&it.label, n, m), wallet: wallet.clone(), path };
    let origin = Origin {
        name: it.name.span(),
        label: it.label.span(),
        path: it.first_account.span(),
        wallet: it.wallet.span(),
    };
    Some((role, origin))
}

fn filled(text: &Text, n: u32, m: u32) -> String {
    forms::fill(text.get_ref(), n, m).unwrap_or_else(|| text.get_ref().clone())
}
