//! What a chain's answers say.

use std::collections::BTreeMap;

use alloy::primitives::U256;
use serde_json::{Value, json};

use super::{token_id, tokens};
use crate::manifest::BatchEntry;
use crate::text::{Catalog, Lang, Message, Problem};

/// How a contract stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stands {
    /// As it shall stand once everything that the manifest decides is done.
    Present,
    /// As before the change that the manifest decides.
    Before,
    /// Nothing is there.
    Nowhere,
    /// Otherwise, or nobody knows.
    Otherwise,
}

/// What one answer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChainFinding {
    /// The question's id.
    pub id: String,
    /// Whether it is as it should be.
    pub ok: bool,
    /// What is there.
    pub detail: Message,
}

/// What all answers say.
#[derive(Clone, Debug, Default)]
pub struct ChainReport {
    /// The chain that was asked.
    pub chain_id: u64,
    /// Number and time (seconds since 1970) of the block that was asked about, as the node says.
    pub block: Option<(u64, u64)>,
    /// One finding a question, in their order; for a contract that is not there, one.
    pub findings: Vec<ChainFinding>,
    /// How each contract stands, by name.
    pub stands: BTreeMap<String, Stands>,
    /// How many transactions each Safe that is there ran, by name.
    pub nonces: BTreeMap<String, U256>,
    /// Whether each split of version 2 that is there is paused, by name.
    pub(super) paused: BTreeMap<String, bool>,
    /// The ids of what each contract needs, by name.
    pub(super) relies: BTreeMap<String, Vec<String>>,
}

impl ChainReport {
    /// Whether everything is as the manifest says once all that it decides is done.
    pub fn ok(&self) -> bool {
        self.sound() && self.pending().is_empty()
    }

    /// The contracts whose change is not done yet, where nothing else is wrong.
    pub fn pending(&self) -> Vec<&str> {
        let before = self.stands.iter().filter(|(_, stands)| **stands == Stands::Before);
        before.map(|(name, _)| name.as_str()).collect()
    }

    /// Whether nothing is otherwise than before or after what the manifest decides.
    pub fn sound(&self) -> bool {
        !self.findings.is_empty() && self.findings.iter().all(|finding| finding.ok)
    }

    /// Whether the calls of a batch do what the manifest says of them: the answers are this chain's and say of which block;
    /// what each contract needs is there; the one that the batch changes stands as before the change, and every other one
    /// as it shall stand; each token that is paid is there.
    ///
    /// # Errors
    /// The first that is not so.
    pub fn releases(&self, batch: &BatchEntry) -> Result<(), Problem> {
        self.is_of_its_chain()?;
        let about = |id: &'static str, name: &str| self.about(id, name);
        for name in &batch.needs {
            let changed = batch.changes.as_ref() == Some(name);
            match self.stands.get(name) {
                Some(Stands::Before) if changed => {}
                Some(Stands::Present) if !changed => {}
                Some(Stands::Present) => return Err(about("chain-done", name)),
                Some(Stands::Before) => return Err(about("chain-pending-first", name)),
                _ => return Err(about("chain-not-ready", name)),
            }
            // A paused split pays nobody; it can be changed, but renounced it would be locked for ever.
            if self.paused.get(name) == Some(&true) && (!changed || renounces(batch)) {
                return Err(about("chain-paused", name));
            }
            if !self.has_what_it_relies_on(name) {
                return Err(about("chain-not-ready", name));
            }
        }
        for token in tokens(batch) {
            if !self.holds(&token_id(token)) {
                return Err(about("chain-no-token", &token.to_string()));
            }
        }
        Ok(())
    }

    /// Whether a Safe of the manifest can be paid there: it stands, with its owners as they are or as they shall be.
    ///
    /// # Errors
    /// The answers are of another chain, or do not show that.
    pub fn receives(&self, safe: &str) -> Result<(), Problem> {
        self.is_of_its_chain()?;
        let stands = matches!(self.stands.get(safe), Some(Stands::Present | Stands::Before));
        let ready = stands && self.has_what_it_relies_on(safe);
        if ready { Ok(()) } else { Err(self.about("chain-not-ready", safe)) }
    }

    fn is_of_its_chain(&self) -> Result<(), Problem> {
        let is = self.holds("chain") && self.holds("block");
        if is { Ok(()) } else { Err(Problem::finding("chain-other").with("chain", self.chain_id)) }
    }

    fn has_what_it_relies_on(&self, name: &str) -> bool {
        let relies = self.relies.get(name).map(Vec::as_slice).unwrap_or_default();
        relies.iter().all(|id| self.holds(id))
    }

    fn about(&self, id: &'static str, name: &str) -> Problem {
        Problem::finding(id).with("name", name).with("chain", self.chain_id)
    }

    fn holds(&self, id: &str) -> bool {
        self.findings.iter().any(|finding| finding.id == id && finding.ok)
    }

    /// `{"ok","chain_id","block","timestamp","stands":{…},"checks":[{"check","ok","detail"}]}`, in English.
    pub fn json(&self) -> Value {
        let english = Catalog::new(Lang::En);
        let checks = self.findings.iter().map(|finding| {
            json!({ "check": finding.id, "ok": finding.ok, "detail": english.say(&finding.detail) })
        });
        let stands = self.stands.iter().map(|(name, stands)| (name.clone(), stands.word().into()));
        json!({
            "ok": self.ok(),
            "chain_id": self.chain_id,
            "block": self.block.map(|(number, _)| number),
            "timestamp": self.block.map(|(_, timestamp)| timestamp),
            "stands": stands.collect::<serde_json::Map<String, Value>>(),
            "checks": checks.collect::<Vec<_>>(),
        })
    }
}

/// Whether a call gives a contract to nobody: `transferOwnership(0)`.
fn renounces(batch: &BatchEntry) -> bool {
    let nobody = format!("0xf2fde38b{}", "0".repeat(64));
    batch.calls.iter().any(|call| call.data == nobody)
}

impl Stands {
    fn word(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Before => "before",
            Self::Nowhere => "nowhere",
            Self::Otherwise => "otherwise",
        }
    }
}
