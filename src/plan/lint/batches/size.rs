//! What a device is to show of a batch must fit into a message to it.

use alloy::primitives::U256;

use super::super::super::draft::Draft;
use super::super::super::finding::Report;
use super::super::super::{BatchPlan, CallPlan, Plan};
use super::super::BATCH;
use crate::contracts::safe_tx::multi_send;
use crate::contracts::{NATIVE_TOKEN, Transaction, pay, split};
use crate::keys::Address;

/// The most calldata, in bytes, that a Trezor takes with a SafeTx which it shows field by field; the device room's table
/// of models is held equal to it.
pub const CALLDATA_MAX: usize = 7000;

/// Stands for every address: the size does not depend on them.
const SOMEBODY: Address = Address::from_bytes([0x11; 20]);

/// Every batch.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, batch) in draft.document.batch.iter().zip(&draft.plan.batches) {
        let size = size(&draft.plan, batch);
        if size > CALLDATA_MAX {
            let problem = super::about("p-batch-size", it).with("size", size).with("max", CALLDATA_MAX);
            report.error(BATCH, it.name.span(), problem);
        }
    }
}

/// Bytes of its calldata: one call's own, or those of several in MultiSendCallOnly.
fn size(plan: &Plan, batch: &BatchPlan) -> usize {
    let calls: Vec<_> = batch.calls.iter().map(|it| call(plan, it)).collect();
    match &calls[..] {
        [call] => call.data.len(),
        calls => multi_send(calls).len(),
    }
}

/// A call of the same size as the one that will be made.
fn call(plan: &Plan, it: &CallPlan) -> Transaction {
    match it {
        CallPlan::Pay { token, .. } => pay(SOMEBODY, U256::ONE, token.as_ref().map(|_| SOMEBODY)),
        CallPlan::Distribute { split: name, .. } => {
            let planned = plan.splits.iter().find(|split| split.name == *name);
            let recipients = planned.map_or(0, |split| split.after().recipients.len());
            split::distribute(SOMEBODY, &vec![(SOMEBODY, U256::ONE); recipients], 0, NATIVE_TOKEN, SOMEBODY)
        }
    }
}
