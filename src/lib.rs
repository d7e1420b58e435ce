//! Gishiki (儀式): air-gapped key and address ceremonies for Ethereum staking teams.
//!
//! The map, bottom up. A room knows only the rooms above it in this list;
//! `tests/rooms.rs` holds the house to that order.

#![forbid(unsafe_code)]
#![warn(missing_docs)]

pub mod text;
pub mod keys;
pub mod contracts;
pub mod codes;
pub mod plan;
pub mod journal;
pub mod manifest;
pub mod device;
pub mod ceremony;
pub mod verify;
pub mod export;
pub mod host;
pub mod ui;
pub mod cli;
