//! From the document to the model: every value read in its form, ranges written out. What relates values to each
//! other is the lints' business.

use std::ops::Range;

use super::draft::Draft;
use super::finding::Report;
use super::index::Index;
use super::schema::{self, Document, Text};
use super::{Acceptance, Ceremony, Custodian, External, Placeholder, Plan, SeedPlan, Wallet, WalletId};
use super::{addresses, batches, contracts, forms, history, lint, witness};
use crate::contracts::Chain;
use crate::keys::{Address, AddressError, Digest};
use crate::text::Problem;

/// What stands where something is not yet known.
pub const PLACEHOLDER: &str = "TBD";

/// The largest integer that every JSON reader holds exactly (RFC 8259 §6).
pub const SEQUENCE_MAX: u64 = (1 << 53) - 1;

const FORMAT: &str = "gishiki-plan-v1";

/// The model of a document, or findings for every value that is not well formed.
pub fn expand(document: Document, digest: Digest, report: &mut Report) -> Option<Draft> {
    form(report, "format", "format", &document.format, |text| (text == FORMAT).then_some(()));
    let ceremony = ceremony(&document.ceremony, report);
    let custodians = all(&document.custodian, |it| custodian(it, report));
    let seeds = all(&document.seed, |it| seed(it, report));
    let mut wallets = all(&document.wallet, |it| wallet(it, report));
    let (roles, origins) = addresses::expand(&document, report);
    document.account.iter().for_each(|it| drop(wallet_id(report, &it.wallet)));
    let externals = all(&document.external, |it| external(it, report));
    let safes = all(&document.safe, |it| contracts::safe(it, report));
    let splits = all(&document.split, |it| contracts::split(it, &digest, report));
    let amounts = all(&document.amount, |it| batches::amount(it, report));
    let batches = all(&document.batch, |it| batches::batch(it, report));
    let retired = all(&document.retired, |it| history::retired(it, report));
    let witnesses = all(&document.witness, |it| witness::witness(it, report));
    let accepted = all(&document.accept, |it| accept(it, report));
    let ceremony = ceremony.filter(|_| report.errors.is_empty())?;
    addresses::accounts(&document, &mut wallets);
    let signers = document.manifest.signers.get_ref().iter().map(|name| name.get_ref().clone()).collect();
    let placeholders = placeholders(&document, report);
    let plan = Plan {
        ceremony,
        custodians,
        seeds,
        wallets,
        roles,
        externals,
        safes,
        splits,
        amounts,
        batches,
        retired,
        witnesses,
        signers,
        succession: document.manifest.succession.as_ref().map(|it| *it.get_ref()),
        accepted,
        placeholders,
        digest,
        index: Index::default(),
    };
    Some(Draft { plan, document, origins })
}

/// Every item that could be read; whoever could not has left a finding.
fn all<S, T>(items: &[S], read: impl FnMut(&S) -> Option<T>) -> Vec<T> {
    items.iter().filter_map(read).collect()
}

/// Reads a value in its form, or leaves the finding that it is not. `form` names the form in the catalogs.
pub fn form<T>(
    report: &mut Report,
    key: &'static str,
    form: &'static str,
    text: &Text,
    read: impl FnOnce(&str) -> Option<T>,
) -> Option<T> {
    let value = read(text.get_ref());
    if value.is_none() {
        malformed(report, key, form, text.get_ref(), text.span());
    }
    value
}

/// Leaves the finding that a value does not have its form.
pub fn malformed(
    report: &mut Report,
    key: &'static str,
    form: &'static str,
    value: impl std::fmt::Display,
    span: Range<usize>,
) {
    let problem = Problem::finding("p-schema-form").with("key", key).with("value", value).with("form", form);
    report.error(lint::SCHEMA, span, problem);
}

/// A name in its form.
pub fn name(report: &mut Report, key: &'static str, text: &Text) -> Option<String> {
    form(report, key, "name", text, |text| forms::is_name(text).then(|| text.to_owned()))
}

/// `custodian/wallet`.
pub fn wallet_id(report: &mut Report, text: &Text) -> Option<WalletId> {
    form(report, "wallet", "wallet-id", text, wallet_of)
}

/// Reads `custodian/wallet`.
pub fn wallet_of(text: &str) -> Option<WalletId> {
    let (custodian, name) = text.split_once('/')?;
    let formed = forms::is_custodian(custodian) && forms::is_wallet(name);
    formed.then(|| WalletId::new(custodian, name))
}

fn ceremony(it: &schema::Ceremony, report: &mut Report) -> Option<Ceremony> {
    let id = form(report, "id", "slug", &it.id, |text| forms::is_slug(text).then(|| text.to_owned()));
    let organisation = form(report, "organisation", "organisation", &it.organisation, |text| {
        forms::is_organisation(text).then(|| text.to_owned())
    });
    let previous = form(report, "previous", "previous", &it.previous, forms::previous);
    let chain = Chain::by_id(*it.chain_id.get_ref());
    if chain.is_none() {
        let problem = Problem::finding("p-chain-unknown").with("chain", it.chain_id.get_ref());
        report.error(lint::CHAIN, it.chain_id.span(), problem);
    }
    let sequence = *it.sequence.get_ref();
    if !(1..=SEQUENCE_MAX).contains(&sequence) {
        malformed(report, "sequence", "sequence", sequence, it.sequence.span());
    }
    let previous = previous?;
    if sequence != 0 && previous.is_none() != (sequence == 1) {
        let problem = Problem::finding("p-schema-previous").with("sequence", sequence);
        report.error(lint::SCHEMA, it.previous.span(), problem);
    }
    Some(Ceremony { id: id?, organisation: organisation?, chain: chain?, sequence, previous })
}

fn custodian(it: &schema::Custodian, report: &mut Report) -> Option<Custodian> {
    let name = form(report, "name", "custodian", &it.name, |text| {
        forms::is_custodian(text).then(|| text.to_owned())
    })?;
    Some(Custodian { name })
}

fn seed(it: &schema::Seed, report: &mut Report) -> Option<SeedPlan> {
    Some(SeedPlan {
        name: name(report, "name", &it.name)?,
        custodian: it.custodian.get_ref().clone(),
        kind: *it.kind.get_ref(),
        may_move_to_ledger: *it.may_move_to_ledger.get_ref(),
        check_backup: it.check_backup,
    })
}

fn wallet(it: &schema::Wallet, report: &mut Report) -> Option<Wallet> {
    let name =
        form(report, "name", "wallet", &it.name, |text| forms::is_wallet(text).then(|| text.to_owned()));
    let tier = *it.tier.get_ref();
    if !(1..=9).contains(&tier) {
        malformed(report, "tier", "tier", tier, it.tier.span());
    }
    let identity = match &it.identity {
        Some(text) => Some(form(report, "identity", "identity", text, |text| text.parse().ok())?),
        None => None,
    };
    let Some(custodian) = &it.custodian else {
        let problem = Problem::finding("p-ref-no-custodian").with("wallet", it.name.get_ref());
        report.error(lint::REF, it.name.span(), problem);
        return None;
    };
    Some(Wallet {
        id: WalletId::new(custodian.get_ref(), &name?),
        tier,
        seed: it.seed.get_ref().clone(),
        entry: *it.entry.get_ref(),
        identity,
        keeps_xpub: it.xpub.is_some(),
        signer: it.signer.get_ref().clone(),
        accounts: Vec::new(),
    })
}

fn external(it: &schema::External, report: &mut Report) -> Option<External> {
    let name = name(report, "name", &it.name);
    let address = match it.address.get_ref().as_str() {
        PLACEHOLDER => None,
        _ => Some(address(report, &it.address)?),
    };
    Some(External { name: name?, label: it.label.get_ref().clone(), address })
}

/// An address with its EIP-55 checksum, or a finding.
pub fn address(report: &mut Report, text: &Text) -> Option<Address> {
    match text.get_ref().parse::<Address>() {
        Ok(address) => Some(address),
        Err(AddressError::Form) => {
            malformed(report, "address", "address", text.get_ref(), text.span());
            None
        }
        Err(AddressError::Checksum(right)) => {
            let problem =
                Problem::finding("p-schema-checksum").with("value", text.get_ref()).with("right", right);
            report.error(lint::SCHEMA, text.span(), problem);
            None
        }
    }
}

fn accept(it: &schema::Accept, report: &mut Report) -> Option<Acceptance> {
    let reason = it.reason.get_ref().clone();
    if reason.trim().is_empty() {
        malformed(report, "reason", "reason", &reason, it.reason.span());
        return None;
    }
    Some(Acceptance { lint: it.lint.get_ref().clone(), reason })
}

fn placeholders(document: &Document, report: &Report) -> Vec<Placeholder> {
    let missing = document.external.iter().filter(|it| it.address.get_ref() == PLACEHOLDER);
    missing
        .map(|it| {
            let at = report.source().position(it.address.span().start);
            let what = format!("external {}: address", it.name.get_ref());
            Placeholder { what, line: at.line, column: at.column }
        })
        .collect()
}
