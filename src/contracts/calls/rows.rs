//! A call as lines that a person can check, those inside it deeper.

use alloy::primitives::U256;

use super::super::table::Row;
use super::super::{SplitState, Transaction};
use super::{Argument, Call, Exec, Reading};

impl Call {
    /// The calldata, line by line; a single line of bytes where we cannot read it, and none where there is none.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Rows(Vec::new());
        rows.data(0, self);
        rows.0
    }
}

struct Rows(Vec<Row>);

impl Rows {
    fn push(
        &mut self,
        depth: u8,
        name: impl Into<String>,
        solidity_type: &'static str,
        value: impl ToString,
    ) {
        self.0.push(Row { depth, name: name.into(), solidity_type, value: value.to_string() });
    }

    /// A method, by its name and the first four bytes of the call.
    fn function(&mut self, depth: u8, name: &'static str, tx: &Transaction) {
        let selector = hex::encode(&tx.data[..tx.data.len().min(4)]);
        self.push(depth, name, "function", format!("0x{selector}"));
    }

    fn argument(&mut self, depth: u8, argument: &Argument) {
        self.push(depth, argument.name, argument.solidity_type, argument.text());
    }

    fn number(&mut self, depth: u8, name: impl Into<String>, value: U256) {
        self.push(depth, name, "uint256", value);
    }

    fn data(&mut self, depth: u8, call: &Call) {
        match &call.reading {
            Reading::Empty => {}
            Reading::Unknown | Reading::Garbled => self.push(depth, "data", "bytes", &call.tx.data),
            Reading::Creation(rows) => self.0.extend(rows.iter().cloned().map(|row| deeper(row, depth))),
            Reading::Method { name, arguments } => {
                self.function(depth, name, &call.tx);
                arguments.iter().for_each(|argument| self.argument(depth + 1, argument));
            }
            Reading::Several { name, calls } => {
                self.function(depth, name, &call.tx);
                for (i, call) in calls.iter().enumerate() {
                    self.push(depth + 1, format!("[{i}]"), "call", call.operation);
                    self.call(depth + 2, call);
                }
            }
            Reading::Split { name, state, arguments } => {
                self.function(depth, name, &call.tx);
                self.split(depth + 1, state);
                arguments.iter().for_each(|argument| self.argument(depth + 1, argument));
            }
            Reading::Exec(exec) => {
                self.function(depth, "execTransaction", &call.tx);
                self.exec(depth + 1, exec);
            }
        }
    }

    /// A call inside another: whom, how much and what.
    fn call(&mut self, depth: u8, call: &Call) {
        self.push(depth, "to", "address", call.tx.to);
        self.number(depth, "value", call.tx.value);
        match call.reading {
            Reading::Empty => self.push(depth, "data", "bytes", "0x"),
            Reading::Unknown | Reading::Garbled => self.data(depth, call),
            _ => {
                self.push(depth, "data", "bytes", format!("{} bytes", call.tx.data.len()));
                self.data(depth + 1, call);
            }
        }
    }

    fn exec(&mut self, depth: u8, exec: &Exec) {
        self.call(depth, &exec.call);
        self.push(depth, "operation", "uint8", exec.call.operation as u8);
        for (name, value) in ["safeTxGas", "baseGas", "gasPrice"].into_iter().zip(exec.gas) {
            self.number(depth, name, value);
        }
        self.push(depth, "gasToken", "address", exec.gas_token);
        self.push(depth, "refundReceiver", "address", exec.refund_receiver);
        self.push(depth, "signatures", "bytes", &exec.signatures);
    }

    fn split(&mut self, depth: u8, state: &SplitState) {
        self.push(depth, "_split", "(address[],uint256[],uint256,uint16)", "4 items");
        self.list(depth + 1, "recipients", "address", &state.recipients);
        self.list(depth + 1, "allocations", "uint256", &state.allocations);
        self.number(depth + 1, "totalAllocation", state.total_allocation);
        self.push(depth + 1, "distributionIncentive", "uint16", state.incentive);
    }

    fn list(&mut self, depth: u8, name: &str, solidity_type: &'static str, items: &[impl ToString]) {
        let of_list = if solidity_type == "address" { "address[]" } else { "uint256[]" };
        self.push(depth, name, of_list, format!("{} items", items.len()));
        for (i, item) in items.iter().enumerate() {
            self.push(depth + 1, format!("[{i}]"), solidity_type, item.to_string());
        }
    }
}

fn deeper(mut row: Row, by: u8) -> Row {
    row.depth += by;
    row
}
