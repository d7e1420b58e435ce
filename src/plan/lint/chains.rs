//! P-CHAIN: contracts only where what makes them is known to be deployed.

use toml::Spanned;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::super::{SafePlan, SplitPlan};
use super::CHAIN;
use crate::contracts::{Chain, Kind, SafeError, Singleton, SplitError, Unknown, safe, split};
use crate::keys::Address;
use crate::text::Problem;

/// Stands for every owner: whether addresses are alike does not depend on them.
const SOMEBODY: Address = Address::from_bytes([0x11; 20]);

type Chains = Spanned<Vec<Spanned<u64>>>;

/// The chains of every Safe and split.
pub fn run(draft: &Draft, report: &mut Report) {
    let own = draft.plan.ceremony.chain.id;
    for (it, plan) in draft.document.safe.iter().zip(&draft.plan.safes) {
        let version = format!("Safe {}", plan.version);
        // A set that the version does not have at all is P-SAFE's.
        let known = |id| match safe::known(&plan.version, plan.deployment, id) {
            Err(SafeError::NotKnown { why, .. }) => matches!(why, Unknown::Set(_)),
            _ => true,
        };
        contract(draft, &plan.name, &version, &it.chains, known, report);
        one_address(plan, &it.chains, report);
    }
    for (it, plan) in draft.document.split.iter().zip(&draft.plan.splits) {
        let version = format!("0xSplits {} ({})", plan.version, plan.kind);
        let Ok(kind) = plan.kind.parse() else { continue };
        if let Err(SplitError::Counted { name, .. }) = split::known(&plan.version, kind, own) {
            let problem =
                Problem::finding("p-chain-counted").with("contract", &plan.name).with("factory", name);
            report.error(CHAIN, it.version.span(), problem);
            continue;
        }
        let known = |id| split::is_deployed(&plan.version, kind, id);
        contract(draft, &plan.name, &version, &it.chains, known, report);
        one_main(plan, kind, &it.chains, report);
    }
}

/// The manifest lists one address a contract. A plain Safe runs Safe on mainnet and SafeL2 elsewhere, so mainnet's
/// address is another; other choices have the same or a like effect.
fn one_address(plan: &SafePlan, chains: &Chains, report: &mut Report) {
    let Some(first) = plan.chains.first() else { return };
    let one = SafePlan { threshold: 1, ..plan.clone() };
    let alike = one.parameters(*first, vec![SOMEBODY]).map(|parameters| parameters.same_address_chains());
    let Some(Ok(alike)) = alike else { return };
    let other = plan.chains.iter().find(|id| {
        let known = safe::known(&plan.version, plan.deployment, **id).is_ok();
        known && !alike.iter().any(|chain| chain.id == **id)
    });
    let Some(other) = other else { return };
    let id = match plan.preset.as_str() {
        "plain" if plan.singleton == Singleton::Preset && !plan.method.is_chain_specific() => "p-chain-plain",
        _ => "p-chain-addresses",
    };
    let mut problem = Problem::finding(id).with("contract", &plan.name);
    if id == "p-chain-addresses" {
        problem = problem.with("chain", first).with("other", other);
    }
    report.error(CHAIN, chains.span(), problem);
}

/// Version 1 has one SplitMain on most chains, and another on each testnet.
fn one_main(plan: &SplitPlan, kind: Kind, chains: &Chains, report: &mut Report) {
    let code = |id: u64| split::code_hash(&plan.version, kind, id);
    let Some((first, others)) = plan.chains.split_first() else { return };
    let differs = |id: &&u64| code(*first).is_some_and(|hash| code(**id).is_some_and(|other| other != hash));
    if let Some(other) = others.iter().find(differs) {
        let problem = Problem::finding("p-chain-addresses")
            .with("contract", &plan.name)
            .with("chain", first)
            .with("other", other);
        report.error(CHAIN, chains.span(), problem);
    }
}

fn contract(
    draft: &Draft,
    name: &str,
    version: &str,
    chains: &Chains,
    known: impl Fn(u64) -> bool,
    report: &mut Report,
) {
    let own = draft.plan.ceremony.chain;
    if !chains.get_ref().iter().any(|chain| *chain.get_ref() == own.id) {
        let problem = Problem::finding("p-chain-own").with("contract", name).with("chain", own.id);
        report.error(CHAIN, chains.span(), problem);
    }
    for (position, chain) in chains.get_ref().iter().enumerate() {
        let id = *chain.get_ref();
        let problem = if chains.get_ref()[..position].iter().any(|other| *other.get_ref() == id) {
            Problem::finding("p-chain-twice")
        } else if !known(id) {
            Problem::finding("p-chain-not-deployed").with("version", version)
        } else if Chain::by_id(id).is_some_and(|chain| chain.testnet != own.testnet) {
            Problem::finding("p-chain-mixed").with("own", own.name)
        } else {
            continue;
        };
        report.error(CHAIN, chain.span(), problem.with("contract", name).with("chain", id));
    }
}
