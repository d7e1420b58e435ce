//! Files in memory that remember every write.

use std::io;

use gishiki::journal::{Memory, Storage};

/// One write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    Create(String),
    Append(String),
    Truncate(String),
}

/// Files in memory, with what they were after each write.
#[derive(Clone, Default)]
pub struct Recorder {
    pub memory: Memory,
    pub ops: Vec<Op>,
    /// After as many writes as the position says; the first is what there was before any.
    pub snapshots: Vec<Memory>,
}

impl Recorder {
    pub fn on(memory: Memory) -> Self {
        Self { snapshots: vec![memory.clone()], memory, ops: Vec::new() }
    }

    fn took(&mut self, result: io::Result<()>, op: Op) -> io::Result<()> {
        if result.is_ok() {
            self.ops.push(op);
            self.snapshots.push(self.memory.clone());
        }
        result
    }
}

impl Storage for Recorder {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.memory.read(name)
    }

    fn create(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let result = self.memory.create(name, bytes);
        self.took(result, Op::Create(name.to_owned()))
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let result = self.memory.append(name, bytes);
        self.took(result, Op::Append(name.to_owned()))
    }

    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()> {
        let result = self.memory.truncate(name, length);
        self.took(result, Op::Truncate(name.to_owned()))
    }
}
