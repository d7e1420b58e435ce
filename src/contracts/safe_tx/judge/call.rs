//! What the calls do.

use alloy::primitives::U256;

use super::super::super::calls::{Argument, Call, Exec, Reading};
use super::super::super::registry::{belongs_to_safe, known_name, named, stands_on};
use super::super::{Operation, SafeTx};
use super::{Circumstances, Findings, Severity};
use crate::keys::Address;
use crate::text::Problem;

/// The methods by which a Safe administrates itself.
const ADMINISTRATION: [&str; 9] = [
    "addOwnerWithThreshold",
    "removeOwner",
    "swapOwner",
    "changeThreshold",
    "enableModule",
    "disableModule",
    "setGuard",
    "setModuleGuard",
    "setFallbackHandler",
];

/// Those of them that no other kind of contract has.
const OWNERS: [&str; 4] = ["addOwnerWithThreshold", "removeOwner", "swapOwner", "changeThreshold"];

/// Judges the calls of one transaction.
pub(super) struct Judge<'a> {
    tx: &'a SafeTx,
    known: &'a Circumstances<'a>,
    findings: &'a mut Findings,
}

impl<'a> Judge<'a> {
    pub(super) fn new(tx: &'a SafeTx, known: &'a Circumstances<'a>, findings: &'a mut Findings) -> Self {
        Self { tx, known, findings }
    }

    /// The call of the transaction itself, and what is inside.
    pub(super) fn whole(&mut self, call: &Call) {
        if self.tx.is_batch(self.known.version) {
            return self.batch(call);
        }
        if call.operation == Operation::DelegateCall {
            let problem = Problem::finding("tx-delegatecall").with("to", named(call.tx.to));
            self.findings.error("", problem);
        }
        self.call("", call);
    }

    fn batch(&mut self, call: &Call) {
        let Reading::Several { name: "multiSend", calls } = &call.reading else {
            return self.findings.error("", Problem::finding("tx-batch-unreadable"));
        };
        if calls.is_empty() {
            self.findings.warning("", Problem::finding("tx-nothing"));
        }
        if !call.tx.value.is_zero() {
            self.findings.warning("", Problem::finding("tx-batch-value").with("value", call.tx.value));
        }
        for (i, inner) in calls.iter().enumerate() {
            let at = format!("[{i}]");
            if inner.operation == Operation::DelegateCall {
                let problem = Problem::finding("tx-inner-delegatecall").with("to", named(inner.tx.to));
                self.findings.error(&at, problem);
            }
            if inner.tx.to == Address::ZERO {
                self.findings.error(&at, Problem::finding("tx-batch-zero"));
            }
            let mut run = inner.clone();
            run.tx.to = self.tx.called(self.known.version, inner.tx.to);
            self.call(&at, &run);
        }
    }

    /// One call that the Safe makes.
    fn call(&mut self, at: &str, call: &Call) {
        let plain = call.operation == Operation::Call;
        if plain && self.known.of_plan.contains(&call.tx) {
            self.findings.push(Severity::Note, at, Problem::finding("tx-of-plan"));
            return;
        }
        self.value(at, call);
        let to = call.tx.to;
        match &call.reading {
            Reading::Empty => self.empty(at, call),
            Reading::Garbled => self.findings.error(at, Problem::finding("tx-garbled").with("to", named(to))),
            Reading::Unknown if to == self.tx.safe => {
                self.findings.error(at, Problem::finding("tx-to-itself"));
            }
            Reading::Unknown => {
                self.findings.warning(at, Problem::finding("tx-unknown").with("to", named(to)));
            }
            Reading::Method { name, arguments } => self.method(at, to, name, arguments),
            Reading::Several { name, calls } => self.several(at, to, name, calls),
            Reading::Exec(exec) => self.exec(at, to, exec),
            Reading::Split { name: "updateSplit", .. } => {
                self.findings.warning(at, Problem::finding("tx-update-split").with("split", to));
            }
            Reading::Split { .. } => {}
            Reading::Creation(_) => {
                if !is_factory(to) {
                    self.findings.error(at, Problem::finding("tx-other-factory").with("to", to));
                } else if !stands_on(to, self.tx.chain_id) {
                    let problem = Problem::finding("tx-factory-chain").with("to", named(to));
                    self.findings.warning(at, problem.with("chain", self.tx.chain_id));
                }
            }
        }
    }

    fn value(&mut self, at: &str, call: &Call) {
        let problem = |id| Problem::finding(id).with("value", call.tx.value).with("to", named(call.tx.to));
        if call.tx.value.is_zero() {
            return;
        }
        if call.tx.to == Address::ZERO {
            self.findings.error(at, problem("tx-burns"));
        } else if known_name(call.tx.to).is_some() {
            self.findings.warning(at, problem("tx-value-to-contract"));
        } else if call.tx.to != self.tx.safe && call.operation == Operation::Call {
            self.findings.warning(at, problem("tx-pays"));
        }
    }

    fn empty(&mut self, at: &str, call: &Call) {
        if call.tx.to == self.tx.safe {
            self.findings.warning(at, Problem::finding("tx-cancels"));
        } else if call.tx.value.is_zero() {
            self.findings.warning(at, Problem::finding("tx-nothing"));
        }
    }

    fn method(&mut self, at: &str, to: Address, name: &str, arguments: &[Argument]) {
        let itself = to == self.tx.safe;
        match (name, arguments) {
            (name, _) if OWNERS.contains(&name) && !itself => {
                let problem =
                    Problem::finding("tx-of-another-safe").with("method", name).with("to", named(to));
                self.findings.error(at, problem);
            }
            (name, arguments) if itself => self.administration(at, name, arguments),
            ("transfer", [to, value]) => self.token(at, "tx-transfer", to, value),
            ("transferFrom", [_, to, value]) => self.token(at, "tx-transfer", to, value),
            ("approve", [spender, value]) if value.as_number() == U256::MAX => {
                self.token(at, "tx-approve-all", spender, value);
            }
            ("approve", [spender, value]) => self.token(at, "tx-approve", spender, value),
            ("approveHash", [hash]) => {
                let problem = Problem::finding("tx-approve-hash").with("to", to).with("hash", hash.text());
                self.findings.warning(at, problem);
            }
            ("transferOwnership", [owner]) if owner.as_address() == Address::ZERO => {
                self.findings.warning(at, Problem::finding("tx-renounces").with("to", to));
            }
            ("transferOwnership" | "transferControl", [.., owner]) => {
                let problem = Problem::finding("tx-transfers-ownership").with("to", to);
                self.findings.warning(at, problem.with("owner", named(owner.as_address())));
            }
            _ => self.findings.warning(at, Problem::finding("tx-method").with("method", name).with("to", to)),
        }
    }

    fn token(&mut self, at: &str, id: &'static str, who: &Argument, value: &Argument) {
        let problem = Problem::finding(id).with("who", named(who.as_address())).with("value", value.text());
        self.findings.warning(at, problem);
    }

    /// A call to the Safe itself.
    fn administration(&mut self, at: &str, name: &str, arguments: &[Argument]) {
        let last = arguments.last().map_or(Address::ZERO, Argument::as_address);
        let removes = last == Address::ZERO;
        let problem = |id| Problem::finding(id).with("method", name).with("address", named(last));
        match name {
            name if OWNERS.contains(&name) => self.findings.warning(at, problem("tx-owners")),
            "enableModule" => self.findings.error(at, problem("tx-module")),
            "setGuard" | "setModuleGuard" if !removes => self.findings.error(at, problem("tx-guard")),
            "setFallbackHandler" if !removes && !is_handler(last) => {
                self.findings.error(at, problem("tx-handler"));
            }
            "setFallbackHandler" if !removes && !self.is_own(last) => {
                let problem = problem("tx-handler-version").with("version", self.known.version);
                self.findings.warning(at, problem.with("chain", self.tx.chain_id));
            }
            name if ADMINISTRATION.contains(&name) => self.findings.warning(at, problem("tx-administration")),
            _ => self.findings.error(at, Problem::finding("tx-to-itself")),
        }
    }

    fn is_own(&self, contract: Address) -> bool {
        belongs_to_safe(contract, self.known.version, self.tx.chain_id)
    }

    /// Calls inside one that is no batch of this Safe: they are made in another's name.
    fn several(&mut self, at: &str, to: Address, name: &str, calls: &[Call]) {
        if name == "multiSend" {
            let problem = Problem::finding("tx-multi-send").with("to", named(to));
            return self.findings.error(at, problem);
        }
        self.findings.warning(at, Problem::finding("tx-exec-calls").with("split", to));
        let known = self.known.of_another();
        for (i, call) in calls.iter().enumerate() {
            let made = SafeTx::call(self.tx.chain_id, to, call.tx.clone(), U256::ZERO);
            Judge::new(&made, &known, self.findings).call(&format!("{at}[{i}]"), call);
        }
    }

    /// `execTransaction` of another Safe is judged as a transaction of its own: what was decided for this Safe says nothing
    /// about what another one does.
    fn exec(&mut self, at: &str, safe: Address, exec: &Exec) {
        if safe == self.tx.safe {
            return self.findings.error(at, Problem::finding("tx-to-itself"));
        }
        self.findings.warning(at, Problem::finding("tx-nested-safe").with("safe", named(safe)));
        let [safe_tx_gas, base_gas, gas_price] = exec.gas;
        let inner = SafeTx {
            operation: exec.call.operation,
            safe_tx_gas,
            base_gas,
            gas_price,
            gas_token: exec.gas_token,
            refund_receiver: exec.refund_receiver,
            ..SafeTx::call(self.tx.chain_id, safe, exec.call.tx.clone(), U256::ZERO)
        };
        let known = self.known.of_another();
        for mut finding in inner.findings(&known) {
            finding.at = format!("{at}[0]{}", finding.at);
            self.findings.0.push(finding);
        }
    }
}

/// A factory of Safes or splits.
fn is_factory(address: Address) -> bool {
    known_name(address).is_some_and(|name| name.contains("Factory") || name.contains("SplitMain"))
}

/// A fallback handler that Safe publishes.
fn is_handler(address: Address) -> bool {
    known_name(address).is_some_and(|name| name.contains("FallbackHandler"))
}
