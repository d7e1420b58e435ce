//! A node's answers, as they were brought back in a file.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use alloy::primitives::B256;
use serde_json::Value;

use crate::text::Problem;

/// No file of answers is longer, in bytes: the code of every contract there is fits many times over.
pub const ANSWERS_MAX: u64 = 16 << 20;

/// The answers by their ids.
#[derive(Clone, Debug, Default)]
pub struct Answers(BTreeMap<String, Option<Value>>);

impl Answers {
    /// Reads a file of answers.
    ///
    /// # Errors
    /// It cannot be read, is too long, or is not the answer to such a batch.
    pub fn load(place: &Path) -> Result<Self, Problem> {
        let mut bytes = Vec::new();
        let unreadable =
            |error| Problem::unusable("file-unreadable").with("file", place.display()).with("reason", error);
        let file = File::open(place).map_err(unreadable)?;
        file.take(ANSWERS_MAX + 1).read_to_end(&mut bytes).map_err(unreadable)?;
        Self::read(&bytes)
            .ok_or_else(|| Problem::unusable("chain-answers-form").with("file", place.display()))
    }

    /// Answers from their bytes: an array of JSON-RPC 2.0 responses in any order, each to another id. None where they are
    /// anything else; a single error that a node gives for the whole batch is that, too.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.len() as u64 > ANSWERS_MAX {
            return None;
        }
        let list: Vec<Value> = serde_json::from_slice(bytes).ok()?;
        let mut answers = BTreeMap::new();
        for answer in list {
            let id = answer.get("id")?.as_str()?.to_owned();
            let result = answer.get("result").filter(|it| !it.is_null()).cloned();
            if answers.insert(id, result).is_some() {
                return None;
            }
        }
        Some(Self(answers))
    }

    /// The result for an id; none where the node gave none.
    pub fn get(&self, id: &str) -> Option<&Value> {
        self.0.get(id)?.as_ref()
    }

    /// A result in hex digits: code, or what a view answers.
    pub fn bytes(&self, id: &str) -> Option<Vec<u8>> {
        hex::decode(self.get(id)?.as_str()?.strip_prefix("0x")?).ok()
    }

    /// A word that a view answers: exactly 32 bytes. A contract that does not know the question answers with none.
    pub fn word(&self, id: &str) -> Option<B256> {
        B256::try_from(self.bytes(id)?.as_slice()).ok()
    }

    /// A word of storage. What is empty is said as 32 zero bytes by nodes, by some as fewer digits.
    pub fn stored(&self, id: &str) -> Option<B256> {
        let digits = self.get(id)?.as_str()?.strip_prefix("0x")?;
        let few = (1..=64).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        few.then(|| format!("0x{digits:0>64}").parse().ok()).flatten()
    }

    /// The ids that were answered, in order.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// A result that is a quantity.
    pub fn number(&self, id: &str) -> Option<u64> {
        quantity(self.get(id)?)
    }

    /// A quantity in a result that is an object.
    pub fn member(&self, id: &str, member: &str) -> Option<u64> {
        quantity(self.get(id)?.get(member)?)
    }
}

fn quantity(value: &Value) -> Option<u64> {
    let digits = value.as_str()?.strip_prefix("0x")?;
    let plain = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    plain.then(|| u64::from_str_radix(digits, 16).ok()).flatten()
}
