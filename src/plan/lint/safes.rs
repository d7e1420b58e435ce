//! P-SAFE: choices that the contracts of a version do not have, or that are not what the preset says.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::SAFE;
use crate::contracts::{SafeError, Unknown};
use crate::keys::Address;
use crate::text::Problem;

/// Stands for every owner: the choices do not depend on them.
const SOMEBODY: Address = Address::from_bytes([0x11; 20]);

/// Set, singleton and method of every Safe.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, plan) in draft.document.safe.iter().zip(&draft.plan.safes) {
        let one = super::super::SafePlan { threshold: 1, ..plan.clone() };
        let chain = plan.chains.first().copied().unwrap_or(draft.plan.ceremony.chain.id);
        let tried = one.parameters(chain, vec![SOMEBODY]).map(|parameters| parameters.deployment());
        if let Some(Err(error)) = tried
            && let Some(problem) = problem(&error)
        {
            let problem = problem.with("safe", &plan.name).with("version", &plan.version);
            report.error(SAFE, it.name.span(), problem);
        }
    }
}

/// What is wrong with the choices; other rules find the rest.
fn problem(error: &SafeError) -> Option<Problem> {
    Some(match error {
        SafeError::NotKnown { why: Unknown::Set(set), .. } => Problem::finding("p-safe-set").with("set", set),
        SafeError::MethodNotIn { method, .. } => Problem::finding("p-safe-method").with("method", method),
        SafeError::SingletonUnusable { singleton, name } => {
            Problem::finding("p-safe-singleton").with("singleton", singleton).with("name", name)
        }
        SafeError::HandlerUnusable { handler, name } => {
            Problem::finding("p-safe-handler").with("handler", handler).with("name", name)
        }
        SafeError::UiSet(_) => Problem::finding("p-safe-ui").with("key", "deployment"),
        SafeError::UiSingleton(..) => Problem::finding("p-safe-ui").with("key", "singleton"),
        SafeError::UiMethod(_) => Problem::finding("p-safe-ui").with("key", "method"),
        _ => return None,
    })
}
