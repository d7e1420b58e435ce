//! The data file, as it is read.

use std::sync::LazyLock;

use serde::Deserialize;

use super::way::Find;
use super::{Evidence, Form, Hardware, Program};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Table {
    pub source: Vec<Evidence>,
    pub program: Vec<Program>,
}

/// What is known of a program, a device and a form of path.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Entry {
    pub device: Hardware,
    pub path: Form,
    #[serde(default)]
    pub from: u32,
    #[serde(default = "unbounded")]
    pub to: u32,
    pub how: How,
    pub find: Option<Find>,
    #[serde(default)]
    pub menu: Vec<String>,
    pub page: Option<u32>,
    #[serde(default)]
    pub command: String,
    pub note: Option<String>,
    #[serde(default)]
    pub passphrase_on_host: bool,
    pub source: String,
}

fn unbounded() -> u32 {
    u32::MAX
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum How {
    Listed,
    Used,
    Typed,
    None,
    Unverified,
}

pub(super) static TABLE: LazyLock<Table> = LazyLock::new(|| {
    toml::from_str(include_str!("../data/reach.toml"))
        .expect("the file built in is read by a test of this room")
});
