#![no_main]

#[path = "../../tests/device_bytes/bytes.rs"]
mod bytes;
#[path = "../../tests/device_bytes/answers.rs"]
mod answers;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    answers::check(bytes);
});
