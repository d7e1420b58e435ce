//! What a chain's answers say.

use std::collections::BTreeMap;

use serde_json::{Value, json};

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
}

impl ChainReport {
    /// Whether everything is as the manifest says.
    pub fn ok(&self) -> bool {
        !self.findings.is_empty() && self.findings.iter().all(|finding| finding.ok)
    }

    /// Whether these contracts stand so that calls to them do what the manifest says: the one that is changed as it was
    /// before, every other one as it was or shall be; and what answers is the chain that was asked.
    ///
    /// # Errors
    /// [`Problem`] names the first that does not.
    pub fn releases(&self, needs: &[String], changes: Option<&str>) -> Result<(), Problem> {
        let chain = self.findings.iter().find(|finding| finding.id == "chain");
        if chain.is_none_or(|finding| !finding.ok) {
            return Err(Problem::finding("chain-other").with("chain", self.chain_id));
        }
        for name in needs {
            let ready = match self.stands.get(name) {
                Some(Stands::Before) => true,
                Some(Stands::Present) => changes != Some(name),
                _ => false,
            };
            if !ready {
                let done = changes == Some(name) && self.stands.get(name) == Some(&Stands::Present);
                let id = if done { "chain-done" } else { "chain-not-ready" };
                return Err(Problem::finding(id).with("name", name).with("chain", self.chain_id));
            }
        }
        Ok(())
    }

    /// `{"ok","chain_id","block","timestamp","checks":[{"check","ok","detail"}]}`, in English.
    pub fn json(&self) -> Value {
        let english = Catalog::new(Lang::En);
        let checks = self.findings.iter().map(|finding| {
            json!({ "check": finding.id, "ok": finding.ok, "detail": english.say(&finding.detail) })
        });
        json!({
            "ok": self.ok(),
            "chain_id": self.chain_id,
            "block": self.block.map(|(number, _)| number),
            "timestamp": self.block.map(|(_, timestamp)| timestamp),
            "checks": checks.collect::<Vec<_>>(),
        })
    }
}
