//! Whether a chain shows what a manifest says: one JSON-RPC batch that anyone posts to a node, and its answers judged
//! without a network.

mod answers;
mod judge;
mod question;
mod report;
#[cfg(test)]
mod tests;

use serde_json::{Value, json};

use super::{Contract, contracts_on};
use crate::contracts::Deployed;
use crate::keys::Address;
use crate::manifest::{BatchEntry, Manifest};
use crate::text::Problem;
use crate::verify::Bundle;

pub use answers::{ANSWERS_MAX, Answers};
pub use report::{ChainFinding, ChainReport, Stands};

use question::Question;

/// The block that is asked about, by its tag in Ethereum's JSON-RPC: the last one that will not be taken back.
const BLOCK: &str = "finalized";

/// What a chain should show of a bundle's contracts.
#[derive(Clone, Debug)]
pub struct ChainCheck {
    chain_id: u64,
    needs: Vec<Deployed>,
    tokens: Vec<Address>,
    contracts: Vec<Contract>,
}

impl ChainCheck {
    /// The contracts that a verified bundle wants on a chain, and what makes them.
    ///
    /// # Errors
    /// The bundle wants nothing there, or its files do not say what was signed.
    pub fn of(bundle: &Bundle, manifest: &Manifest, chain_id: u64) -> Result<Self, Problem> {
        let contracts = contracts_on(bundle, manifest, chain_id)?;
        if contracts.is_empty() {
            return Err(Problem::unusable("export-no-contract").with("chain", chain_id));
        }
        let mut needs: Vec<Deployed> = Vec::new();
        for need in contracts.iter().flat_map(|contract| &contract.needs) {
            if needs.iter().all(|known| known.address != need.address) {
                needs.push(need.clone());
            }
        }
        let mut tokens: Vec<_> = manifest.batches.iter().flat_map(tokens).collect();
        tokens.sort_unstable();
        tokens.dedup();
        // Batches are sent on the ceremony's own chain.
        tokens.retain(|_| chain_id == manifest.ceremony.chain_id);
        Ok(Self { chain_id, needs, tokens, contracts })
    }

    /// The chain that is asked.
    pub fn chain_id(&self) -> u64 {
        self.chain_id
    }

    /// The batch: an array of JSON-RPC 2.0 requests, each with an id that says what it is about.
    pub fn request(&self) -> Vec<u8> {
        let requests: Vec<Value> = self.questions().iter().map(Question::request).collect();
        let mut bytes = b"[\n".to_vec();
        for (at, request) in requests.iter().enumerate() {
            let end = if at + 1 == requests.len() { "\n" } else { ",\n" };
            bytes.extend(format!("  {request}{end}").into_bytes());
        }
        bytes.extend(b"]\n");
        bytes
    }

    /// Every question, in the order of the batch.
    fn questions(&self) -> Vec<Question> {
        let mut questions = vec![
            Question::new("chain", "eth_chainId", json!([])),
            Question::new("block", "eth_getBlockByNumber", json!([BLOCK, false])),
        ];
        for need in &self.needs {
            questions.push(Question::code(&need_id(need), need.address));
        }
        questions.extend(self.tokens.iter().map(|token| Question::code(&token_id(*token), *token)));
        questions.extend(self.contracts.iter().flat_map(judge::questions));
        questions
    }
}

/// The tokens that a batch pays: a call that pays one to an address without code succeeds and pays nothing.
fn tokens(batch: &BatchEntry) -> Vec<Address> {
    let transfers = batch.calls.iter().filter(|call| call.data.starts_with(TRANSFER));
    transfers.map(|call| call.to).collect()
}

/// How the calldata of ERC-20's `transfer(address,uint256)` begins.
const TRANSFER: &str = "0xa9059cbb";

/// What the question about a token's code is called.
fn token_id(token: Address) -> String {
    format!("token.{token}")
}

/// What a question about one of the contracts that make ours is called.
fn need_id(need: &Deployed) -> String {
    format!("needs.{}", need.address)
}
