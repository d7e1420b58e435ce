//! A SafeTx as what is read on the page beside another machine, and beside a device.

use super::{Fact, Value};
use crate::ceremony::SafeTxPage;
use crate::contracts::safe_tx::{DOMAIN, FIELDS, Finding};
use crate::contracts::{Chain, SafeTx};
use crate::keys::Digest;
use crate::text::{Catalog, clean};

/// What the second machine is told and computes first, then what is warned of, then everything else.
pub(super) fn compared(catalog: &Catalog, page: &SafeTxPage) -> Vec<Fact> {
    let fact = |id: &'static str, value: Value| Fact { label: catalog.text(id), value };
    let tx = &page.tx;
    let chain = match Chain::by_id(tx.chain_id) {
        Some(chain) => format!("{} ({})", tx.chain_id, chain.name),
        None => tx.chain_id.to_string(),
    };
    let mut facts = vec![
        fact("fact-nonce", Value::Exact(tx.nonce.to_string())),
        fact("fact-chain", Value::Exact(chain)),
        fact("fact-safe", Value::address(&tx.safe)),
        fact("fact-safe-tx-hash", Value::digest(&Digest::from(tx.hash().0))),
    ];
    facts.extend(page.warnings.iter().map(|finding| fact("fact-warning", warning(catalog, finding))));
    facts.extend(signer(catalog, page));
    facts.extend(calls(catalog, page));
    facts.extend(fields(tx));
    facts.push(fact("fact-domain-hash", Value::digest(&Digest::from(tx.domain_hash().0))));
    facts.push(fact("fact-message-hash", Value::digest(&Digest::from(tx.message_hash().0))));
    facts
}

/// What is warned of, where, and what to do about it.
fn warning(catalog: &Catalog, finding: &Finding) -> Value {
    let [cause, remedy] = [finding.problem.cause(), finding.problem.remedy()].map(|it| catalog.say(&it));
    Value::Text(clean(&format!("{}: {cause} {remedy}", finding.name())))
}

/// What the device shows, in its order and by its names: who signs, chain and Safe, every field. The nonce, which it shows
/// last, and the message hash stand before the fields, too, where a small screen has them.
pub(super) fn signed(catalog: &Catalog, page: &SafeTxPage) -> Vec<Fact> {
    let fact = |id: &'static str, value: Value| Fact { label: catalog.text(id), value };
    let tx = &page.tx;
    let mut facts = signer(catalog, page);
    facts.push(field(DOMAIN[0].0, Value::Exact(tx.chain_id.to_string())));
    facts.push(field(DOMAIN[1].0, Value::address(&tx.safe)));
    facts.push(fact("fact-nonce", Value::Exact(tx.nonce.to_string())));
    facts.extend(calls(catalog, page));
    facts.push(fact("fact-message-hash", Value::digest(&Digest::from(tx.message_hash().0))));
    facts.extend(fields(tx));
    facts.push(fact("fact-domain-hash", Value::digest(&Digest::from(tx.domain_hash().0))));
    facts.push(fact("fact-safe-tx-hash", Value::digest(&Digest::from(tx.hash().0))));
    facts
}

fn signer(catalog: &Catalog, page: &SafeTxPage) -> Vec<Fact> {
    let fact = |id: &'static str, value: Value| Fact { label: catalog.text(id), value };
    vec![
        fact("fact-signer", Value::address(&page.signer)),
        fact("fact-path", Value::Exact(page.path.to_string())),
    ]
}

fn calls(catalog: &Catalog, page: &SafeTxPage) -> Vec<Fact> {
    let call = |call: &String| Fact { label: catalog.text("fact-call"), value: Value::Text(clean(call)) };
    page.calls.iter().map(call).collect()
}

/// The fields of a SafeTx by the names of its type.
fn fields(tx: &SafeTx) -> Vec<Fact> {
    let of = |((name, kind), value): (&(&'static str, &str), String)| match *kind {
        "address" => field(name, value.parse().map_or(Value::Exact(value), |it| Value::address(&it))),
        "bytes" if tx.data.is_empty() => field(name, Value::Text("-".to_owned())),
        // As the device shows it: without a prefix.
        "bytes" => field(name, Value::Exact(hex::encode(&tx.data))),
        _ => field(name, Value::Exact(value)),
    };
    FIELDS.iter().zip(tx.values()).map(of).collect()
}

fn field(name: &str, value: Value) -> Fact {
    Fact { label: name.to_owned(), value }
}
