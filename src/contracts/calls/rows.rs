//! A call as lines that a person can check, those inside it deeper.

use super::super::Transaction;
use super::super::table::{Row, Table};
use super::{Argument, Call, Exec, Reading};

impl Call {
    /// The calldata, line by line; a single line of bytes where we cannot read it, and none where there is none.
    pub fn rows(&self) -> Vec<Row> {
        let mut rows = Table::default();
        rows.data(0, self);
        rows.0
    }
}

impl Table {
    /// A method, by its name and the first four bytes of the call.
    fn function(&mut self, depth: u8, name: &'static str, tx: &Transaction) {
        let selector = hex::encode(&tx.data[..tx.data.len().min(4)]);
        self.push(depth, name, "function", format!("0x{selector}"));
    }

    fn argument(&mut self, depth: u8, argument: &Argument) {
        self.push(depth, argument.name, argument.solidity_type, argument.text());
    }

    fn data(&mut self, depth: u8, call: &Call) {
        match &call.reading {
            Reading::Empty => {}
            Reading::Unknown | Reading::Garbled => {
                self.push(depth, "data", "bytes", call.tx.data.to_string())
            }
            Reading::Creation(rows) => self.0.extend(rows.iter().cloned().map(|row| deeper(row, depth))),
            Reading::Method { name, arguments } => {
                self.function(depth, name, &call.tx);
                arguments.iter().for_each(|argument| self.argument(depth + 1, argument));
            }
            Reading::Several { name, calls } => {
                self.function(depth, name, &call.tx);
                for (i, call) in calls.iter().enumerate() {
                    self.push(depth + 1, format!("[{i}]"), "call", call.operation.to_string());
                    self.inner(depth + 2, call);
                }
            }
            Reading::Split { name, state, arguments } => {
                self.function(depth, name, &call.tx);
                self.split(depth + 1, "_split", &state.abi());
                arguments.iter().for_each(|argument| self.argument(depth + 1, argument));
            }
            Reading::Exec(exec) => {
                self.function(depth, "execTransaction", &call.tx);
                self.exec(depth + 1, exec);
            }
        }
    }

    /// A call inside another: whom, how much and what.
    fn inner(&mut self, depth: u8, call: &Call) {
        self.address(depth, "to", call.tx.to.to_alloy());
        self.number(depth, "value", call.tx.value);
        match call.reading {
            Reading::Empty => self.push(depth, "data", "bytes", "0x".to_owned()),
            Reading::Unknown | Reading::Garbled => self.data(depth, call),
            _ => {
                self.push(depth, "data", "bytes", format!("{} bytes", call.tx.data.len()));
                self.data(depth + 1, call);
            }
        }
    }

    fn exec(&mut self, depth: u8, exec: &Exec) {
        self.inner(depth, &exec.call);
        self.push(depth, "operation", "uint8", (exec.call.operation as u8).to_string());
        for (name, value) in ["safeTxGas", "baseGas", "gasPrice"].into_iter().zip(exec.gas) {
            self.number(depth, name, value);
        }
        self.address(depth, "gasToken", exec.gas_token.to_alloy());
        self.address(depth, "refundReceiver", exec.refund_receiver.to_alloy());
        self.push(depth, "signatures", "bytes", exec.signatures.to_string());
    }
}

fn deeper(mut row: Row, by: u8) -> Row {
    row.depth += by;
    row
}
