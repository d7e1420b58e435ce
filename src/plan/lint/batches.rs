//! P-BATCH: what a Safe is to send must be something that it can send, to somebody who can receive it.

mod amounts;
mod size;

pub use size::CALLDATA_MAX;

use super::super::draft::{Draft, Thing};
use super::super::finding::Report;
use super::super::schema::{Batch, Call, Text};
use super::{BATCH, REF};
use crate::contracts::known_name;
use crate::keys::Address;
use crate::text::Problem;

/// A transaction of more calls nears the gas that one may use (EIP-7825), and nobody would read it on a device.
const CALLS_MAX: usize = 100;

/// Every batch, and every amount.
pub fn run(draft: &Draft, report: &mut Report) {
    for batch in &draft.document.batch {
        if !matches!(draft.plan.thing(batch.safe.get_ref()), Some(Thing::Safe)) {
            unknown(report, "safe", &batch.safe);
        }
        let calls = batch.call.len();
        if !(1..=CALLS_MAX).contains(&calls) {
            let problem = about("p-batch-calls", batch).with("calls", calls).with("max", CALLS_MAX);
            report.error(BATCH, batch.name.span(), problem);
        }
        batch.call.iter().for_each(|it| call(draft, batch, it, report));
    }
    amounts::run(draft, report);
    size::run(draft, report);
}

fn about(id: &'static str, batch: &Batch) -> Problem {
    Problem::finding(id).with("batch", batch.name.get_ref())
}

fn unknown(report: &mut Report, what: &'static str, name: &Text) {
    let problem = Problem::finding("p-ref-unknown").with("name", name.get_ref()).with("what", what);
    report.error(REF, name.span(), problem);
}

fn call(draft: &Draft, batch: &Batch, it: &Call, report: &mut Report) {
    if let Some(to) = &it.pay {
        recipient(draft, batch, to, report);
        if let Some(token) = it.token.as_ref().filter(|token| token.get_ref() == to.get_ref()) {
            report.error(BATCH, to.span(), about("p-batch-own-token", batch).with("token", token.get_ref()));
        }
    }
    if let Some(amount) = it.amount.as_ref().filter(|it| draft.plan.amount(it.get_ref()).is_none()) {
        unknown(report, "amount", amount);
    }
    if let Some(token) = &it.token {
        match draft.plan.thing(token.get_ref()) {
            Some(Thing::External(external)) => filled(batch, token, external.address, report),
            _ => unknown(report, "token", token),
        }
    }
    if let Some(split) = &it.distribute {
        match draft.plan.splits.iter().find(|it| it.name == *split.get_ref()) {
            None => unknown(report, "split", split),
            Some(plan) if plan.version == "1" => {
                let problem = about("p-batch-v1", batch).with("split", &plan.name);
                report.error(BATCH, split.span(), problem);
            }
            Some(_) => {}
        }
    }
}

fn recipient(draft: &Draft, batch: &Batch, to: &Text, report: &mut Report) {
    match draft.plan.thing(to.get_ref()) {
        None => unknown(report, "thing", to),
        Some(Thing::External(external)) => {
            filled(batch, to, external.address, report);
            if let Some(contract) = external.address.and_then(known_name) {
                let problem = about("p-batch-library", batch).with("name", to.get_ref());
                report.error(BATCH, to.span(), problem.with("contract", contract));
            }
        }
        Some(_) if to.get_ref() == batch.safe.get_ref() => {
            report.error(BATCH, to.span(), about("p-batch-itself", batch).with("safe", to.get_ref()));
        }
        Some(_) => {}
    }
}

/// Money for an address that is not there yet, or for nobody.
fn filled(batch: &Batch, name: &Text, address: Option<Address>, report: &mut Report) {
    if address.is_none_or(|address| address == Address::ZERO) {
        report.error(BATCH, name.span(), about("p-batch-nobody", batch).with("name", name.get_ref()));
    }
}
