//! An amount is of one thing, and has as many digits behind its point as that.

use super::super::super::batches::ETHER_DECIMALS;
use super::super::super::draft::Draft;
use super::super::super::finding::Report;
use super::super::super::schema::{Amount, Call, Text};
use super::super::{BATCH, REF};
use crate::text::Problem;

/// Every amount, by the calls that pay it.
pub fn run(draft: &Draft, report: &mut Report) {
    for amount in &draft.document.amount {
        let pays =
            |call: &&Call| call.amount.as_ref().is_some_and(|it| it.get_ref() == amount.name.get_ref());
        let calls: Vec<_> = draft.document.batch.iter().flat_map(|batch| &batch.call).filter(pays).collect();
        match calls.split_first() {
            None => {
                let problem = about("p-ref-unused", amount).with("what", "amount");
                report.error(REF, amount.name.span(), problem.with("name", amount.name.get_ref()));
            }
            Some((first, others)) => match others.iter().find(|call| token(call) != token(first)) {
                Some(other) => mixed(amount, first, other, report),
                None => decimals(amount, first.token.as_ref(), report),
            },
        }
    }
}

fn about(id: &'static str, amount: &Amount) -> Problem {
    Problem::finding(id).with("amount", amount.name.get_ref())
}

/// The name of what a call pays; none for ether.
fn token(call: &Call) -> Option<&str> {
    call.token.as_ref().map(|token| token.get_ref().as_str())
}

/// One number read with the decimals of two things would be right of one at the most.
fn mixed(amount: &Amount, first: &Call, other: &Call, report: &mut Report) {
    let problem = match (token(first), token(other)) {
        (Some(one), Some(two)) => about("p-batch-two-tokens", amount).with("token", one).with("other", two),
        (one, two) => about("p-batch-ether-and-token", amount).with("token", one.or(two).unwrap_or_default()),
    };
    let place = other.amount.as_ref().unwrap_or(&amount.name);
    report.error(BATCH, place.span(), problem);
}

fn decimals(amount: &Amount, token: Option<&Text>, report: &mut Report) {
    match (token, &amount.decimals) {
        (None, Some(given)) if *given.get_ref() != ETHER_DECIMALS => {
            let problem = about("p-batch-ether-decimals", amount).with("given", *given.get_ref());
            report.error(BATCH, given.span(), problem.with("decimals", ETHER_DECIMALS));
        }
        (Some(token), None) => {
            let problem = about("p-batch-token-decimals", amount).with("token", token.get_ref());
            report.error(BATCH, amount.name.span(), problem);
        }
        _ => {}
    }
}
