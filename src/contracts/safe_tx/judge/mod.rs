//! What a person should know before signing a SafeTx. Every finding has an id, a cause and a remedy; docs/safe-tx.md lists
//! them.

mod call;
mod fields;
mod owners;
#[cfg(test)]
mod tests;

use alloy::primitives::U256;

use super::super::calls::Call;
use super::super::{SafeState, Transaction};
use super::{Operation, SafeTx, is_multi_send_call_only, zero_is_the_safe};
use crate::keys::Address;
use crate::text::Problem;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// It would revert, lose funds or give the Safe away: not to be signed as it stands.
    Error,
    /// It may be meant: somebody should say so.
    Warning,
    /// The plan has it.
    Note,
}

/// One thing to know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// How grave it is.
    pub severity: Severity,
    /// Where: empty for the transaction itself, `[1]` for the second call inside it, `[1][0]` for the first inside that.
    pub at: String,
    /// What, with a remedy.
    pub problem: Problem,
}

impl Finding {
    /// Its id, and where it is: `tx-transfer [1]`.
    pub fn name(&self) -> String {
        match self.at.as_str() {
            "" => self.problem.id().to_owned(),
            at => format!("{} {at}", self.problem.id()),
        }
    }
}

/// What is known besides the transaction.
#[derive(Clone, Debug, Default)]
pub struct Circumstances<'a> {
    /// Version of the Safe's contracts.
    pub version: &'a str,
    /// How many transactions the Safe has run, where known.
    pub safe_nonce: Option<U256>,
    /// The Safe's owners and threshold now, where known.
    pub now: Option<SafeState>,
    /// The calls that the plan has: they are said to be so instead of warned of.
    pub of_plan: &'a [Transaction],
}

impl Circumstances<'_> {
    /// What of it holds for a contract that another one has make calls.
    fn of_another(&self) -> Self {
        Self { safe_nonce: None, now: None, of_plan: &[], ..self.clone() }
    }
}

impl SafeTx {
    /// The transaction as a call, with those inside it.
    pub fn as_call(&self) -> Call {
        let tx = Transaction { to: self.to, value: self.value, data: self.data.clone() };
        Call::read(self.operation, tx)
    }

    /// The plain calls that come of it, as they are written: those inside MultiSendCallOnly, or itself.
    pub fn plain_calls(&self, version: &str) -> Vec<Transaction> {
        let call = self.as_call();
        match self.is_batch(version) {
            true => call.inside().iter().map(|inner| inner.tx.clone()).collect(),
            false => vec![call.tx],
        }
    }

    /// Whom a call that is written with `to` really goes to: in a batch, MultiSendCallOnly of some versions takes zero for
    /// the Safe ([`zero_is_the_safe`]).
    fn called(&self, version: &str, to: Address) -> Address {
        let zero = to == Address::ZERO && self.is_batch(version);
        if zero && zero_is_the_safe(version) { self.safe } else { to }
    }

    /// Whether it runs the pinned MultiSendCallOnly, which makes several plain calls of it.
    pub fn is_batch(&self, version: &str) -> bool {
        self.operation == Operation::DelegateCall && is_multi_send_call_only(version, self.chain_id, self.to)
    }

    /// Everything to know before signing it, the gravest first.
    pub fn findings(&self, known: &Circumstances) -> Vec<Finding> {
        let mut findings = Findings(Vec::new());
        fields::judge(self, known, &mut findings);
        call::Judge::new(self, known, &mut findings).whole(&self.as_call());
        if let Some(now) = &known.now {
            owners::judge(self, known.version, now, &mut findings);
        }
        findings.0.sort_by_key(|finding| finding.severity);
        findings.0
    }
}

/// Findings as they are made.
struct Findings(Vec<Finding>);

impl Findings {
    fn push(&mut self, severity: Severity, at: &str, problem: Problem) {
        self.0.push(Finding { severity, at: at.to_owned(), problem });
    }

    fn error(&mut self, at: &str, problem: Problem) {
        self.push(Severity::Error, at, problem);
    }

    fn warning(&mut self, at: &str, problem: Problem) {
        self.push(Severity::Warning, at, problem);
    }
}
