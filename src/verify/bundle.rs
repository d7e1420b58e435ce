//! The files to be judged, within limits.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::io::{self, ErrorKind};
use std::sync::OnceLock;

use rayon::prelude::*;

use super::held::{Held, Opened};
use crate::journal::Storage;
use crate::keys::Digest;
use crate::text::Problem;

/// No bundle has more files.
pub const FILES_MAX: usize = 10_000;
/// No file of a bundle is longer, in bytes.
pub const FILE_BYTES_MAX: u64 = 64 << 20;
/// No bundle is larger, in bytes.
pub const BYTES_MAX: u64 = 256 << 20;
/// No name has more steps: `public/statements/member.wallet.sig`.
pub const DEPTH_MAX: usize = 3;
/// Where the files of a drill lie while they are read; no bundle has such names.
pub(super) const DRILL_HOME: &str = "drill";
/// No step of a name is longer.
const STEP_MAX: usize = 200;

/// A ceremony's files by their names, e.g. `public/manifest.json`. With the sealed folder or without.
#[derive(Clone, Debug)]
pub struct Bundle {
    files: BTreeMap<String, Held>,
    has_sealed: bool,
    /// The first file that could not be read as it was.
    lost: OnceLock<String>,
}

impl Bundle {
    /// Takes files that are in memory.
    ///
    /// # Errors
    /// Too many, too large, or with a name that no ceremony gives.
    pub fn new(files: BTreeMap<String, Vec<u8>>) -> Result<Self, Problem> {
        Self::of(files.into_iter().map(|(name, bytes)| (name, Held::kept(bytes))).collect())
    }

    /// Takes files wherever they are.
    ///
    /// # Errors
    /// As [`Bundle::new`].
    pub(super) fn of(files: BTreeMap<String, Held>) -> Result<Self, Problem> {
        let mut room = Room::default();
        for (name, file) in &files {
            if name.starts_with(DRILL_HOME) {
                return Err(Problem::unusable("bundle-name").with("file", name));
            }
            room.admit(name, file.length())?;
        }
        let has_sealed = files.keys().any(|name| name.starts_with("sealed/"));
        Ok(Self { files, has_sealed, lost: OnceLock::new() })
    }

    /// Whether the part for auditors is there.
    pub fn has_sealed(&self) -> bool {
        self.has_sealed
    }

    /// A file's bytes; of a long one that lies on a disk, read anew. None where there is no such file, or where it cannot be read
    /// any more as it was: then nothing here verifies.
    pub fn get(&self, name: &str) -> Option<Cow<'_, [u8]>> {
        self.unless_lost(name, Held::bytes)
    }

    /// Whether a file is there and has exactly these bytes.
    pub fn holds(&self, name: &str, bytes: &[u8]) -> bool {
        self.get(name).is_some_and(|there| there == bytes)
    }

    /// SHA-256 of a file, made once.
    pub fn digest(&self, name: &str) -> Option<Digest> {
        self.unless_lost(name, Held::digest)
    }

    /// Makes the digests of all files that are in memory, on all processors. Others get theirs as they are read.
    pub(super) fn digest_kept(&self) {
        let kept = self.files.par_iter().filter(|(_, file)| file.in_memory().is_some());
        kept.for_each(|(name, _)| {
            self.digest(name);
        });
    }

    /// A file to be compared from its beginning.
    pub(super) fn open(&self, name: &str) -> Option<Opened<'_>> {
        self.unless_lost(name, Held::open)
    }

    /// The first file that could not be read any more as it was.
    pub(super) fn lost(&self) -> Option<&str> {
        self.lost.get().map(String::as_str)
    }

    fn unless_lost<'b, T>(&'b self, name: &str, read: impl Fn(&'b Held) -> io::Result<T>) -> Option<T> {
        let found = read(self.files.get(name)?);
        if found.is_err() {
            self.lost.get_or_init(|| name.to_owned());
        }
        found.ok()
    }

    /// Every name, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.files.keys().map(String::as_str)
    }

    /// As a ceremony reads its folder.
    pub(super) fn storage(&self) -> ReadOnly<'_> {
        ReadOnly(self)
    }
}

/// A bundle as a ceremony reads its folder; nothing can be written.
pub(super) struct ReadOnly<'b>(&'b Bundle);

impl Storage for ReadOnly<'_> {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let file = self.0.files.get(name);
        file.map(|file| file.bytes().map(Cow::into_owned)).transpose()
    }

    fn create(&mut self, _: &str, _: &[u8]) -> io::Result<()> {
        Err(ErrorKind::ReadOnlyFilesystem.into())
    }

    fn append(&mut self, _: &str, _: &[u8]) -> io::Result<()> {
        Err(ErrorKind::ReadOnlyFilesystem.into())
    }

    fn truncate(&mut self, _: &str, _: u64) -> io::Result<()> {
        Err(ErrorKind::ReadOnlyFilesystem.into())
    }
}

/// What was admitted so far.
#[derive(Default)]
pub(super) struct Room {
    files: usize,
    bytes: u64,
}

impl Room {
    /// Counts one more file of this many bytes.
    pub(super) fn admit(&mut self, name: &str, bytes: u64) -> Result<(), Problem> {
        check_name(name)?;
        self.files += 1;
        self.bytes = self.bytes.saturating_add(bytes);
        if self.files > FILES_MAX {
            return Err(Problem::unusable("bundle-files").with("most", FILES_MAX));
        }
        if bytes > FILE_BYTES_MAX || self.bytes > BYTES_MAX {
            return Err(Problem::unusable("bundle-bytes").with("file", name));
        }
        Ok(())
    }
}

/// Names are made of steps of letters, digits, `.`, `_` and `-`; none is hidden or leads elsewhere.
pub(super) fn check_name(name: &str) -> Result<(), Problem> {
    let fits = |step: &str| {
        let letters = step.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'));
        !step.is_empty() && step.len() <= STEP_MAX && !step.starts_with('.') && letters
    };
    let steps = name.split('/').count();
    let home = name.split('/').next().unwrap_or_default();
    if ["public", "sealed", DRILL_HOME].contains(&home)
        && steps > 1
        && steps <= DEPTH_MAX
        && name.split('/').all(fits)
    {
        Ok(())
    } else {
        Err(Problem::unusable("bundle-name").with("file", name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(files: &[(&str, usize)]) -> Option<String> {
        let files = files.iter().map(|(name, size)| ((*name).to_owned(), vec![0; *size])).collect();
        Bundle::new(files).err().map(|problem| problem.id().to_owned())
    }

    #[test]
    fn names_that_no_ceremony_gives_are_refused() {
        for name in [
            "manifest.json",
            "public",
            "public/",
            "drill/drill.json",
            "public/../x",
            "public/./x",
            "/etc/passwd",
            "public//x",
            "public/.hidden",
            "public/a/b/c",
            "public/a\nb",
            "public/\u{202e}a",
            "other/x",
        ] {
            assert_eq!(refused(&[(name, 0)]).as_deref(), Some("bundle-name"), "{name:?}");
        }
        assert_eq!(refused(&[(&format!("public/{}", "a".repeat(201)), 0)]).as_deref(), Some("bundle-name"));
        assert_eq!(refused(&[("public/statements/member-1.Vault.sig", 1)]), None);
    }

    #[test]
    fn sizes_and_numbers_have_limits() {
        let mut room = Room::default();
        assert!(room.admit("public/x", FILE_BYTES_MAX).is_ok());
        assert_eq!(room.admit("public/y", FILE_BYTES_MAX + 1).unwrap_err().id(), "bundle-bytes");
        let mut room = Room::default();
        let full = BYTES_MAX / FILE_BYTES_MAX;
        assert!((0..full).all(|_| room.admit("public/x", FILE_BYTES_MAX).is_ok()));
        assert_eq!(room.admit("public/x", 1).unwrap_err().id(), "bundle-bytes");
        let mut room = Room::default();
        assert!((0..FILES_MAX).all(|_| room.admit("public/x", 0).is_ok()));
        assert_eq!(room.admit("public/x", 0).unwrap_err().id(), "bundle-files");
    }
}
