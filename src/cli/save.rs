//! Answers that are files: never over one that is there.

use std::ffi::OsStr;
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use super::Output;
use crate::host::{Folder, NewFolder};
use crate::journal::Storage;
use crate::text::{Message, Problem};

/// Writes an answer to a new file, or to stdout where none is named.
///
/// # Errors
/// The file is there already, or cannot be written; stdout cannot, e.g. onto a full disk. A reader that went away is no
/// problem of ours.
pub(super) fn answer(output: &Output, place: Option<&Path>, bytes: &[u8]) -> Result<(), Problem> {
    let Some(place) = place else {
        return to_stdout(bytes).map(drop);
    };
    new_file(place, bytes)?;
    output.progress(&Message::new("saved").with("file", place.display()));
    Ok(())
}

/// Writes a piece of an answer to stdout. False where its reader went away (`| head`): nobody needs the rest.
///
/// # Errors
/// It cannot be written, e.g. onto a full disk.
pub(super) fn to_stdout(bytes: &[u8]) -> Result<bool, Problem> {
    let mut stdout = io::stdout();
    match stdout.write_all(bytes).and_then(|()| stdout.flush()) {
        Ok(()) => Ok(true),
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(false),
        Err(error) => Err(Problem::unusable("stdout-unwritable").with("reason", error)),
    }
}

/// Writes a file that is not there yet: whole and on the disk under its name, or not at all.
///
/// # Errors
/// It, or the draft of it that an interrupted call left, is there already; its folder is not; or it cannot be written.
pub(super) fn new_file(place: &Path, bytes: &[u8]) -> Result<(), Problem> {
    let unwritable = |error: io::Error| not_written(place, &error);
    let name = place.file_name().and_then(OsStr::to_str);
    let name = name.ok_or_else(|| unwritable(ErrorKind::InvalidInput.into()))?;
    let above = place.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !above.is_dir() {
        return Err(unwritable(ErrorKind::NotFound.into()));
    }
    // In a folder that is not ours such a name may be anybody's.
    let draft = above.join(format!("{name}.part"));
    if draft.symlink_metadata().is_ok() {
        return Err(Problem::unusable("file-exists").with("file", draft.display()));
    }
    Folder::new(above).create(name, bytes).map_err(unwritable)
}

/// Writes a folder that is not there yet, each file as it is made: whole under its name, or not at all.
///
/// # Errors
/// It, or the draft of it that an interrupted call left, is there already; it cannot be written; or a file cannot be made.
pub(super) fn new_folder<N: AsRef<str>, B: AsRef<[u8]>>(
    place: &Path,
    files: impl IntoIterator<Item = Result<(N, B), Problem>>,
) -> Result<(), Problem> {
    let unwritten = |error: io::Error| not_written(place, &error);
    let mut folder = NewFolder::begin(place).map_err(unwritten)?;
    for file in files {
        let (name, bytes) = file?;
        folder.create(name.as_ref(), bytes.as_ref()).map_err(unwritten)?;
    }
    folder.settle().map_err(unwritten)
}

fn not_written(place: &Path, error: &io::Error) -> Problem {
    let id = if error.kind() == ErrorKind::AlreadyExists { "file-exists" } else { "output-unwritable" };
    Problem::unusable(id).with("file", place.display()).with("reason", error)
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
        assert_eq!(std::fs::read_dir(folder.path()).unwrap().count(), 1);
        // Whatever is called as a draft would be, stays.
        std::fs::write(folder.path().join("b.json.part"), b"somebody's").unwrap();
        assert_eq!(new_file(&folder.path().join("b.json"), b"one").unwrap_err().id(), "file-exists");
        assert_eq!(std::fs::read(folder.path().join("b.json.part")).unwrap(), b"somebody's");
        let nowhere = folder.path().join("no/a.json");
        assert_eq!(new_file(&nowhere, b"one").unwrap_err().id(), "output-unwritable");
    }
}
