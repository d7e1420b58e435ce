//! P-CHAIN: contracts only where what makes them is known to be deployed.

use toml::Spanned;

use super::super::SafePlan;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::CHAIN;
use crate::contracts::{Chain, Kind, safe, split};
use crate::text::Problem;

type Chains = Spanned<Vec<Spanned<u64>>>;

/// The chains of every Safe and split.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, plan) in draft.document.safe.iter().zip(&draft.plan.safes) {
        let version = format!("Safe {}", plan.version);
        let known = |id| safe::is_deployed(&plan.version, id);
        contract(draft, &plan.name, &version, &it.chains, known, report);
        one_address(plan, &it.chains, report);
    }
    for (it, plan) in draft.document.split.iter().zip(&draft.plan.splits) {
        let version = format!("0xSplits {} ({})", plan.version, plan.kind);
        let kind: Option<Kind> = plan.kind.parse().ok();
        let known = |id| kind.is_some_and(|kind| split::is_deployed(&plan.version, kind, id));
        contract(draft, &plan.name, &version, &it.chains, known, report);
    }
}

/// A plain Safe runs Safe on mainnet and SafeL2 elsewhere, so mainnet's address is another; the manifest lists one
/// address a contract.
fn one_address(plan: &SafePlan, chains: &Chains, report: &mut Report) {
    let mainnet = plan.chains.contains(&1);
    if plan.preset == "plain" && mainnet && plan.chains.iter().any(|chain| *chain != 1) {
        let problem = Problem::finding("p-chain-plain").with("contract", &plan.name);
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
