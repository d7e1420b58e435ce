#![no_main]

#[path = "../../tests/device_bytes/bytes.rs"]
mod bytes;
#[path = "../../tests/device_bytes/proof.rs"]
mod proof;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    proof::check(bytes);
});
