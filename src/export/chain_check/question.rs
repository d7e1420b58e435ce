//! One question to a node.

use alloy::primitives::B256;
use serde_json::{Value, json};

use super::BLOCK;
use crate::contracts::view::View;
use crate::keys::Address;

/// A JSON-RPC request.
#[derive(Clone, Debug)]
pub struct Question {
    /// What it is about, one in the batch: `treasury.owners`.
    pub id: String,
    method: &'static str,
    params: Value,
}

impl Question {
    /// Any question.
    pub fn new(id: &str, method: &'static str, params: Value) -> Self {
        Self { id: id.to_owned(), method, params }
    }

    /// Which code stands there.
    pub fn code(id: &str, address: Address) -> Self {
        Self::new(id, "eth_getCode", json!([address, BLOCK]))
    }

    /// What a contract's storage holds.
    pub fn storage(id: &str, address: Address, slot: B256) -> Self {
        Self::new(id, "eth_getStorageAt", json!([address, slot.to_string(), BLOCK]))
    }

    /// What a contract answers.
    pub fn view(id: &str, to: Address, view: View) -> Self {
        Self::new(id, "eth_call", json!([{ "to": to, "data": view.calldata().to_string() }, BLOCK]))
    }

    /// As it is sent.
    pub fn request(&self) -> Value {
        json!({ "jsonrpc": "2.0", "id": self.id, "method": self.method, "params": self.params })
    }
}
