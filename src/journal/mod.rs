//! The hash-chained, append-only event file: one JSON object a line, each with the hash of the line before,
//! durable before anything goes on. Replaying it is the only way to know how far a ceremony came.

mod chain;
mod memory;
mod plain;
mod storage;

pub use chain::{Journal, Line, Reader, Reading, Unwritten, read};
pub use memory::Memory;
pub use plain::Plain;
pub use storage::Storage;
