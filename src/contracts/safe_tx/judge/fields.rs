//! The fields beside the call: refunds, gas and the nonce.

use alloy::primitives::U256;

use super::super::SafeTx;
use super::{Circumstances, Findings};
use crate::keys::Address;
use crate::text::Problem;

pub(super) fn judge(tx: &SafeTx, known: &Circumstances, findings: &mut Findings) {
    refund(tx, findings);
    if !tx.safe_tx_gas.is_zero() {
        findings.warning("", Problem::finding("tx-gas").with("gas", tx.safe_tx_gas));
    }
    if let Some(now) = known.safe_nonce {
        nonce(tx.nonce, now, findings);
    }
}

/// A refund is paid by the Safe to a receiver of the proposer's choice: funds have been drained so.
fn refund(tx: &SafeTx, findings: &mut Findings) {
    let problem = |id| {
        Problem::finding(id)
            .with("price", tx.gas_price)
            .with("token", tx.gas_token)
            .with("receiver", tx.refund_receiver)
            .with("base", tx.base_gas)
    };
    if !tx.gas_price.is_zero() {
        findings.error("", problem("tx-refund"));
    } else if tx.gas_token != Address::ZERO || tx.refund_receiver != Address::ZERO || !tx.base_gas.is_zero() {
        findings.warning("", problem("tx-refund-unused"));
    }
}

fn nonce(nonce: U256, now: U256, findings: &mut Findings) {
    let problem = |id| Problem::finding(id).with("nonce", nonce).with("now", now);
    if nonce < now {
        findings.error("", problem("tx-nonce-used"));
    } else if nonce > now {
        findings.warning("", problem("tx-nonce-gap"));
    }
}
