//! Answers that are files: never over one that is there.

use std::fs::OpenOptions;
use std::io::{self, Write};
use std::path::Path;

use super::Output;
use crate::text::{Message, Problem};

/// Writes an answer to a new file, or to stdout where none is named.
///
/// # Errors
/// The file is there already, or cannot be written.
pub(super) fn answer(output: &Output, place: Option<&Path>, bytes: &[u8]) -> Result<(), Problem> {
    let Some(place) = place else {
        // A reader that went away is no problem of ours.
        let _ = io::stdout().write_all(bytes);
        return Ok(());
    };
    new_file(place, bytes)?;
    output.progress(&Message::new("saved").with("file", place.display()));
    Ok(())
}

/// Writes a file that is not there yet, to the disk.
///
/// # Errors
/// It is there already, or cannot be written; then nothing of it is left behind.
pub(super) fn new_file(place: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let unwritable = |error: io::Error| {
        Problem::unusable("file-unwritable").with("file", place.display()).with("reason", error)
    };
    let mut file = OpenOptions::new().write(true).create_new(true).open(place).map_err(|error| {
        if error.kind() == io::ErrorKind::AlreadyExists {
            Problem::unusable("file-exists").with("file", place.display())
        } else {
            unwritable(error)
        }
    })?;
    file.write_all(bytes).and_then(|()| file.sync_all()).map_err(|error| {
        // What is half written is worse than nothing; where even that fails, the first error is the one to tell.
        let _ = std::fs::remove_file(place);
        unwritable(error)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_written_once() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("a.json");
        new_file(&place, b"one").unwrap();
        assert_eq!(new_file(&place, b"two").unwrap_err().id(), "file-exists");
        assert_eq!(std::fs::read(&place).unwrap(), b"one");
        let nowhere = folder.path().join("no/a.json");
        assert_eq!(new_file(&nowhere, b"one").unwrap_err().id(), "file-unwritable");
    }
}
