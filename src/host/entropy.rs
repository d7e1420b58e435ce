//! The kernel's randomness.

use std::io;

use rustix::rand::{GetRandomFlags, getrandom};

/// Sixteen random bytes.
///
/// # Errors
/// The kernel gives none.
pub fn entropy() -> io::Result<[u8; 16]> {
    let mut bytes = [0; 16];
    // So few bytes come whole or not at all (getrandom(2)).
    getrandom(&mut bytes, GetRandomFlags::empty())?;
    Ok(bytes)
}
