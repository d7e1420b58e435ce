//! What a verified bundle has a Safe do, beside what it is asked to sign.

use std::path::Path;

use crate::cli::evidence::verified;
use crate::contracts::safe_tx::{Finding, Severity};
use crate::contracts::{SafeTx, Transaction};
use crate::export::batches;
use crate::text::Problem;
use crate::verify::Evidence;

/// A batch that the team decided.
pub(super) struct Decided {
    /// Its name in the manifest.
    pub(super) name: String,
    /// Its calls, in their order.
    pub(super) calls: Vec<Transaction>,
}

/// The batches of the Safe that is to run a transaction.
///
/// # Errors
/// The bundle does not verify, or is of another chain.
pub(super) fn of(place: &Path, evidence: &Evidence, tx: &SafeTx) -> Result<Vec<Decided>, Problem> {
    let (_, report) = verified(place, evidence)?;
    let Some(subject) = report.subject else { return Ok(Vec::new()) };
    let found = subject.manifest.ceremony.chain_id;
    if found != tx.chain_id {
        return Err(Problem::unusable("safe-tx-bundle-chain")
            .with("found", found)
            .with("wanted", tx.chain_id));
    }
    let of_this = subject.manifest.batches.iter().filter(|batch| batch.from == tx.safe);
    of_this.map(|entry| Ok(Decided { name: entry.name.clone(), calls: batches::calls(entry)? })).collect()
}

/// Whether these calls are one batch, whole and in its order.
pub(super) fn judge(decided: &[Decided], calls: &[Transaction]) -> Finding {
    let (severity, problem) = match decided.iter().find(|batch| batch.calls == calls) {
        Some(batch) => (Severity::Note, Problem::finding("tx-batch-of-plan").with("name", &batch.name)),
        None => (Severity::Warning, Problem::finding("tx-no-batch")),
    };
    Finding { severity, at: String::new(), problem }
}
