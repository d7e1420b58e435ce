//! Files that follow from the journals: written once, never over another.

use std::fmt::Display;
use std::io::ErrorKind;

use crate::journal::Storage;
use crate::keys::Digest;
use crate::text::Problem;

/// Makes sure that a file is there with exactly these bytes, and reads it back.
///
/// # Errors
/// Another file has the name, or the disk refuses.
pub fn ensure(storage: &mut dyn Storage, name: &str, bytes: &[u8]) -> Result<(), Problem> {
    let unwritable = |reason| Problem::unusable("file-unwritable").with("file", name).with("reason", reason);
    match storage.create(name, bytes) {
        Ok(()) => {}
        Err(error) if error.kind() == ErrorKind::AlreadyExists => {}
        Err(error) => return Err(unwritable(error.to_string())),
    }
    match storage.read(name) {
        Ok(Some(found)) if found == bytes => Ok(()),
        Ok(_) => Err(Problem::unusable("file-differs").with("file", name)),
        Err(error) => Err(unwritable(error.to_string())),
    }
}

/// Reads a file that may be missing.
///
/// # Errors
/// It cannot be read.
pub fn optional(storage: &dyn Storage, name: &str) -> Result<Option<Vec<u8>>, Problem> {
    storage.read(name).map_err(|error| unreadable(name, &error))
}

/// Whether a file that must be there has exactly these bytes.
///
/// # Errors
/// It is not there, or cannot be read.
pub fn is_there(storage: &dyn Storage, name: &str, bytes: &[u8]) -> Result<bool, Problem> {
    let same = storage.holds(name, bytes).map_err(|error| unreadable(name, &error))?;
    same.ok_or_else(|| unreadable(name, &ErrorKind::NotFound))
}

/// Reads a file that must be there.
///
/// # Errors
/// It is not, or cannot be read.
pub fn required(storage: &dyn Storage, name: &str) -> Result<Vec<u8>, Problem> {
    optional(storage, name)?.ok_or_else(|| unreadable(name, &ErrorKind::NotFound))
}

fn unreadable(name: &str, reason: &dyn Display) -> Problem {
    Problem::unusable("file-unreadable").with("file", name).with("reason", reason)
}

/// The digest of a file as it is on disk now.
///
/// # Errors
/// It is not there, or cannot be read.
pub fn digest(storage: &dyn Storage, name: &str) -> Result<Digest, Problem> {
    required(storage, name).map(Digest::of)
}
