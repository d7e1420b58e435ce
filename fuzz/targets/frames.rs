#![no_main]

#[path = "../../tests/device_bytes/bytes.rs"]
mod bytes;
#[path = "../../tests/device_bytes/frames.rs"]
mod frames;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    frames::check(bytes);
});
