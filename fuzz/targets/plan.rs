#![no_main]

#[path = "../../tests/file_bytes/files.rs"]
mod files;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    files::plan(bytes);
});
