//! What a person reads: Fluent messages in English and Japanese, problems with a cause and a remedy,
//! cleaning of text from outside, digests as words.

mod catalog;
mod clean;
#[cfg(test)]
pub mod form;
mod message;
mod problem;
mod words;

pub use catalog::{Catalog, Lang};
pub use clean::{clean, cleaned};
pub use message::{Arg, Message};
pub use problem::{Kind, Problem};
pub use words::words;
