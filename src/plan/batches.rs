//! Amounts and batches in the form the document gives them.

use super::expand::{form, malformed, name};
use super::finding::Report;
use super::schema::{self, Text};
use super::{Amount, BatchPlan, CallPlan, forms, lint};
use crate::text::Problem;

/// Digits behind the point of ether, and of most tokens.
pub const ETHER_DECIMALS: u8 = 18;

/// 10^77 is the largest power of ten in a uint256.
const DECIMALS_MAX: u8 = 77;

/// An amount.
pub fn amount(it: &schema::Amount, report: &mut Report) -> Option<Amount> {
    let name = name(report, "name", &it.name);
    let decimals = it.decimals.as_ref().map_or(ETHER_DECIMALS, |it| *it.get_ref());
    if let Some(given) = it.decimals.as_ref().filter(|_| decimals > DECIMALS_MAX) {
        malformed(report, "decimals", "decimals", decimals, given.span());
        return None;
    }
    let value = form(report, "value", "amount", &it.value, |text| forms::amount(text, decimals));
    Some(Amount { name: name?, text: it.value.get_ref().clone(), value: value? })
}

/// A batch.
pub fn batch(it: &schema::Batch, report: &mut Report) -> Option<BatchPlan> {
    let name = name(report, "name", &it.name);
    let calls: Vec<_> = it.call.iter().filter_map(|call| self::call(it, call, report)).collect();
    Some(BatchPlan { name: name?, label: it.label.get_ref().clone(), safe: it.safe.get_ref().clone(), calls })
}

/// Exactly one of the two things that a call can be.
fn call(batch: &schema::Batch, it: &schema::Call, report: &mut Report) -> Option<CallPlan> {
    let text = |text: &Text| text.get_ref().clone();
    let token = it.token.as_ref().map(text);
    match (&it.pay, &it.amount, &it.distribute) {
        (Some(to), Some(amount), None) => Some(CallPlan::Pay { to: text(to), amount: text(amount), token }),
        (None, None, Some(split)) => Some(CallPlan::Distribute { split: text(split), token }),
        _ => {
            let at = [&it.pay, &it.amount, &it.distribute].into_iter().flatten().next();
            let problem = Problem::finding("p-schema-call").with("batch", batch.name.get_ref());
            report.error(lint::SCHEMA, at.unwrap_or(&batch.name).span(), problem);
            None
        }
    }
}
