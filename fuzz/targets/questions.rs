#![no_main]

#[path = "../../tests/device_bytes/bytes.rs"]
mod bytes;
#[path = "../../tests/device_bytes/questions.rs"]
mod questions;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    questions::check(bytes);
});
