//! Roles as they are written, and roles that ranges stand for.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;

use super::draft::Origin;
use super::expand::{malformed, name, wallet_id, wallet_of};
use super::finding::Report;
use super::schema::{self, Document, Text};
use super::{Account, Role, Wallet, WalletId, expand, forms, history, lint};
use crate::keys::{AddressPath, PathError, Scope};
use crate::text::Problem;

/// Addresses that the wallets of a plan give. People compare every one.
pub const ADDRESSES_MAX: usize = 100_000;

/// Addresses of one range: more are a slip.
pub const RANGE_MAX: usize = 1000;

/// Externals, Safes and splits together; also wallets, and also signers of the manifest.
pub const THINGS_MAX: usize = 1000;

/// Roles with where they were declared, in the file's order: that of the ceremony.
pub fn expand(document: &Document, report: &mut Report) -> (Vec<Arc<Role>>, Vec<Origin>) {
    limits(document, report);
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

/// More of anything than a ceremony can have.
fn limits(document: &Document, report: &mut Report) {
    if let Some(it) = document.role.get(ADDRESSES_MAX) {
        too_many(it.name.span(), "addresses", ADDRESSES_MAX, report);
    }
    let wallets = document.wallet.get(THINGS_MAX).map(|it| (&it.name, "wallets"));
    let signers = document.manifest.signers.get_ref().get(THINGS_MAX).map(|it| (it, "signers"));
    let others = others(document).get(THINGS_MAX).map(|it| (*it, "others"));
    for (name, what) in [others, wallets, signers].into_iter().flatten() {
        too_many(name.span(), what, THINGS_MAX, report);
    }
}

/// The names of addresses that no wallet gives.
fn others(document: &Document) -> Vec<&Text> {
    let externals = document.external.iter().map(|it| &it.name);
    let safes = document.safe.iter().map(|it| &it.name);
    externals.chain(safes).chain(document.split.iter().map(|it| &it.name)).collect()
}

/// `what`: `addresses`, `range`, `wallets`, `signers` or `others`; the catalogs know each.
fn too_many(span: Range<usize>, what: &'static str, max: usize, report: &mut Report) {
    let problem = Problem::finding("p-schema-too-many").with("what", what).with("max", max);
    report.error(lint::SCHEMA, span, problem);
}

/// Names the wallets' accounts, from the accounts and ranges of the document, by number.
pub fn accounts(document: &Document, wallets: &mut [Wallet]) {
    for declared in declared(document) {
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

/// Every name of an account whose wallet can be read, in the file's order.
pub fn declared(document: &Document) -> Vec<Declared> {
    let mut found: Vec<_> = document.range.iter().flat_map(declared_by_range).collect();
    for it in &document.account {
        if let Some(wallet) = wallet_of(it.wallet.get_ref()) {
            let (number, name) = (*it.number.get_ref(), it.name.get_ref().clone());
            found.push(Declared { wallet, number, name, span: it.name.span() });
        }
    }
    found.sort_by_key(|it| it.span.start);
    found
}

fn declared_by_range(it: &schema::Range) -> Vec<Declared> {
    let (Some(template), Some(wallet)) = (&it.account_name, wallet_of(it.wallet.get_ref())) else {
        return Vec::new();
    };
    let clusters = (*it.clusters.get_ref()).min(RANGE_MAX as u32);
    let declared = |cluster: u32| {
        Some(Declared {
            wallet: wallet.clone(),
            number: it.first_account.get_ref().checked_add(cluster - 1)?,
            name: forms::fill(template.get_ref(), cluster, 1)?,
            span: template.span(),
        })
    };
    (1..=clusters).filter_map(declared).collect()
}

fn role(it: &schema::Role, report: &mut Report) -> Option<(Arc<Role>, Origin)> {
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
    let address = match &it.address {
        Some(text) => Some(expand::address(report, text)?),
        None => None,
    };
    let label = it.label.get_ref().into();
    let confirmed = it.confirmed.as_ref().map(|it| *it.get_ref());
    let role = Role { name: name?.into(), label, wallet: wallet?, path: path?, address, confirmed };
    let origin = Origin { name: it.name.span(), label: it.label.span(), path: it.path.span() };
    Some((Arc::new(role), origin))
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

fn range(it: &schema::Range, room: usize, report: &mut Report) -> Option<Vec<(Arc<Role>, Origin)>> {
    let wallet = wallet_id(report, &it.wallet);
    template(report, "name", "template", &it.name)?;
    template(report, "label", "template", &it.label)?;
    if let Some(text) = &it.account_name {
        template(report, "account_name", "account-template", text)?;
    }
    let (clusters, operators) =
        (number(report, "clusters", &it.clusters)?, number(report, "operators", &it.operators)?);
    let wanted = u64::from(clusters) * u64::from(operators);
    for (what, most, max) in [("range", RANGE_MAX, RANGE_MAX), ("addresses", room, ADDRESSES_MAX)] {
        if wanted > most as u64 {
            too_many(it.clusters.span(), what, max, report);
            return None;
        }
    }
    let wallet = wallet?;
    let places = (1..=clusters).flat_map(|n| (1..=operators).map(move |m| (n, m)));
    let roles: Option<Vec<_>> = places.map(|(n, m)| member(it, &wallet, n, m, report)).collect();
    let mut roles = roles?;
    history::carry(&it.carried, &mut roles, report)?;
    Some(roles.into_iter().map(|(role, origin)| (Arc::new(role), origin)).collect())
}

/// A text with no braces but those that are filled. The name of an account is the same for all its operators.
fn template(report: &mut Report, key: &'static str, form: &'static str, text: &Text) -> Option<()> {
    let known = if form == "template" { &["{cluster}", "{operator}"][..] } else { &["{cluster}"] };
    let left = known.iter().fold(text.get_ref().clone(), |left, it| left.replace(it, ""));
    if left.contains(['{', '}']) {
        malformed(report, key, form, text.get_ref(), text.span());
        return None;
    }
    Some(())
}

fn number(report: &mut Report, key: &'static str, number: &Spanned<u32>) -> Option<u32> {
    if *number.get_ref() == 0 {
        malformed(report, key, "positive", 0, number.span());
        return None;
    }
    Some(*number.get_ref())
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
    let label = filled(&it.label, n, m);
    let role = Role {
        name: name.into(),
        label: label.into(),
        wallet: wallet.clone(),
        path,
        address: None,
        confirmed: None,
    };
    let origin = Origin { name: it.name.span(), label: it.label.span(), path: it.first_account.span() };
    Some((role, origin))
}

fn filled(text: &Text, n: u32, m: u32) -> String {
    forms::fill(text.get_ref(), n, m).unwrap_or_else(|| text.get_ref().clone())
}
