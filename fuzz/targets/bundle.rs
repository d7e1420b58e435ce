#![no_main]

use std::collections::BTreeMap;
use std::sync::LazyLock;

#[path = "../../tests/file_bytes/files.rs"]
mod files;
#[path = "../../tests/file_bytes/seeds.rs"]
#[allow(dead_code)]
mod seeds;

static SHIPPED: LazyLock<BTreeMap<String, Vec<u8>>> = LazyLock::new(seeds::shipped);

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    files::bundle(bytes, &SHIPPED);
});
