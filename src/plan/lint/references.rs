//! P-REF: every name means something, and something of the right kind.

use super::super::draft::{Draft, Thing};
use super::super::expand::wallet_of;
use super::super::finding::Report;
use super::super::schema::{Safe, Split, Text, Wallet};
use super::REF;
use crate::text::Problem;

/// Names that refer to nothing or to the wrong thing.
pub fn run(draft: &Draft, report: &mut Report) {
    people(draft, report);
    wallets(draft, report);
    let document = &draft.document;
    document.account.iter().for_each(|it| wallet(draft, &it.wallet, report));
    document.role.iter().for_each(|it| wallet(draft, &it.wallet, report));
    document.range.iter().for_each(|it| wallet(draft, &it.wallet, report));
    externals(draft, report);
    contracts(draft, report);
    signers(draft, report);
}

/// One address under two names is a slip: every address stands once in the manifest.
fn externals(draft: &Draft, report: &mut Report) {
    let planned = draft.plan.roles.iter().filter_map(|role| Some((role.address?, role.name.as_str())));
    let mut known: Vec<_> = planned.collect();
    for (external, it) in draft.plan.externals.iter().zip(&draft.document.external) {
        let Some(address) = external.address else { continue };
        if let Some((_, other)) = known.iter().find(|(other, _)| *other == address) {
            let problem =
                Problem::finding("p-ref-same-address").with("name", &external.name).with("other", other);
            report.error(REF, it.address.span(), problem);
        }
        known.push((address, &external.name));
    }
}

fn unknown(report: &mut Report, what: &'static str, name: &Text) {
    let problem = Problem::finding("p-ref-unknown").with("name", name.get_ref()).with("what", what);
    report.error(REF, name.span(), problem);
}

fn people(draft: &Draft, report: &mut Report) {
    let custodian = |name: &Text| draft.plan.custodians.iter().any(|it| it.name == *name.get_ref());
    let named = draft.document.seed.iter().map(|it| &it.custodian);
    let opened = draft.document.wallet.iter().filter_map(|it| it.custodian.as_ref());
    for name in named.chain(opened).filter(|name| !custodian(name)) {
        unknown(report, "custodian", name);
    }
    one_seed_each(draft, report);
}

/// A custodian comes with one device, and a device holds one seed.
fn one_seed_each(draft: &Draft, report: &mut Report) {
    let seeds = &draft.plan.seeds;
    for (at, (seed, it)) in seeds.iter().zip(&draft.document.seed).enumerate() {
        if let Some(first) = seeds[..at].iter().find(|first| first.custodian == seed.custodian) {
            let problem = Problem::finding("p-ref-second-seed")
                .with("custodian", &seed.custodian)
                .with("first", &first.name)
                .with("seed", &seed.name);
            report.error(REF, it.custodian.span(), problem);
        }
    }
}

fn wallets(draft: &Draft, report: &mut Report) {
    for (it, wallet) in draft.document.wallet.iter().zip(&draft.plan.wallets) {
        match draft.plan.seeds.iter().find(|seed| seed.name == wallet.seed) {
            None => unknown(report, "seed", &it.seed),
            Some(seed) if seed.custodian != wallet.id.custodian => {
                let problem = Problem::finding("p-ref-other-seed")
                    .with("wallet", &wallet.id)
                    .with("seed", &seed.name)
                    .with("custodian", &seed.custodian);
                report.error(REF, it.seed.span(), problem);
            }
            Some(_) => {}
        }
        signer(draft, it, &wallet.id, report);
    }
}

/// A wallet's statement must be signed by one of its own keys: another's would prove nothing about it.
fn signer(draft: &Draft, it: &Wallet, wallet: &super::super::WalletId, report: &mut Report) {
    match draft.plan.role(it.signer.get_ref()) {
        None => unknown(report, "role", &it.signer),
        Some(role) if role.wallet != *wallet => {
            let problem = Problem::finding("p-ref-other-signer")
                .with("wallet", wallet)
                .with("role", &role.name)
                .with("other", &role.wallet);
            report.error(REF, it.signer.span(), problem);
        }
        Some(_) => {}
    }
}

fn wallet(draft: &Draft, name: &Text, report: &mut Report) {
    if wallet_of(name.get_ref()).is_none_or(|id| draft.plan.wallet(&id).is_none()) {
        unknown(report, "wallet", name);
    }
}

fn contracts(draft: &Draft, report: &mut Report) {
    for safe in draft.document.safe.iter().flat_map(Safe::states) {
        safe.owners.get_ref().iter().for_each(|owner| thing(draft, owner, report));
    }
    for split in draft.document.split.iter().flat_map(Split::states) {
        split.recipient.iter().for_each(|it| thing(draft, &it.to, report));
        if split.owner.get_ref() != "none" {
            thing(draft, &split.owner, report);
        }
        if let Some(Thing::Split) = draft.plan.thing(split.owner.get_ref()) {
            let problem = Problem::finding("p-ref-split-owner").with("split", split.name.get_ref());
            report.error(REF, split.owner.span(), problem);
        }
    }
}

fn thing(draft: &Draft, name: &Text, report: &mut Report) {
    if draft.plan.thing(name.get_ref()).is_none() {
        unknown(report, "thing", name);
    }
}

fn signers(draft: &Draft, report: &mut Report) {
    let signers = &draft.document.manifest.signers;
    if signers.get_ref().is_empty() {
        report.error(REF, signers.span(), Problem::finding("p-ref-no-signer"));
    }
    for name in signers.get_ref().iter().filter(|name| draft.plan.role(name.get_ref()).is_none()) {
        unknown(report, "role", name);
    }
}
