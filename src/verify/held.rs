//! A file of a bundle: its bytes where they are few or in memory anyway, otherwise where it lies on the disk. What lies there is read
//! anew whenever it is asked for, and is the same file only with the same SHA-256: a bundle is far larger than what is needed of it at
//! one time.

use std::borrow::Cow;
use std::fs::File;
use std::io::{self, BufRead, BufReader, ErrorKind, Read, Take};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

use rustix::fs::{CWD, Mode, OFlags, openat};
use sha2::{Digest as _, Sha256};

use crate::keys::Digest;
use crate::manifest::canonical::{Sink, Wanted};

/// Files up to this many bytes are kept: statements and signatures, most of a bundle's files and few of its bytes.
pub(super) const KEPT_MAX: u64 = 1 << 12;

/// So many bytes are read at a time of a file that is not kept.
const WINDOW: usize = 1 << 16;

/// A file.
#[derive(Clone, Debug)]
pub(super) struct Held {
    content: Content,
    digest: OnceLock<Digest>,
}

#[derive(Clone, Debug)]
enum Content {
    Kept(Vec<u8>),
    Lying(Place),
}

/// A plain file as it was when it was looked at.
#[derive(Clone, Debug)]
pub(super) struct Place {
    pub path: PathBuf,
    pub length: u64,
}

impl Held {
    pub fn kept(bytes: Vec<u8>) -> Self {
        Self { content: Content::Kept(bytes), digest: OnceLock::new() }
    }

    pub fn lying(place: Place) -> Self {
        Self { content: Content::Lying(place), digest: OnceLock::new() }
    }

    /// Its bytes, if they are in memory.
    pub fn in_memory(&self) -> Option<&[u8]> {
        match &self.content {
            Content::Kept(bytes) => Some(bytes),
            Content::Lying(_) => None,
        }
    }

    /// Its length in bytes.
    pub fn length(&self) -> u64 {
        match &self.content {
            Content::Kept(bytes) => bytes.len() as u64,
            Content::Lying(place) => place.length,
        }
    }

    /// All of its bytes.
    ///
    /// # Errors
    /// It cannot be read, or is not the file that it was.
    pub fn bytes(&self) -> io::Result<Cow<'_, [u8]>> {
        let place = match &self.content {
            Content::Kept(bytes) => return Ok(Cow::Borrowed(bytes)),
            Content::Lying(place) => place,
        };
        let bytes = place.read()?;
        if bytes.len() as u64 != place.length {
            return Err(ErrorKind::InvalidData.into());
        }
        self.is(Digest::of(&bytes))?;
        Ok(Cow::Owned(bytes))
    }

    /// Its SHA-256, made once.
    ///
    /// # Errors
    /// It cannot be read, or is not the file that it was.
    pub fn digest(&self) -> io::Result<Digest> {
        match (self.digest.get(), &self.content) {
            (Some(digest), _) => Ok(*digest),
            (None, Content::Kept(bytes)) => Ok(*self.digest.get_or_init(|| Digest::of(bytes))),
            (None, Content::Lying(_)) => {
                let mut opened = self.open()?;
                while opened.skip()? {}
                opened.end()?;
                self.digest.get().copied().ok_or_else(|| ErrorKind::InvalidData.into())
            }
        }
    }

    /// The file from its beginning, to be read once.
    ///
    /// # Errors
    /// It cannot be opened, or is no plain file any more.
    pub fn open(&self) -> io::Result<Opened<'_>> {
        let rest = match &self.content {
            Content::Kept(bytes) => Rest::Kept(bytes),
            Content::Lying(place) => {
                let hashed = Hashed { file: place.open()?, read: 0, hash: Sha256::new() };
                Rest::Lying(BufReader::with_capacity(WINDOW, hashed))
            }
        };
        Ok(Opened { held: self, rest })
    }

    /// That it has this digest, now as before.
    fn is(&self, digest: Digest) -> io::Result<()> {
        let same = *self.digest.get_or_init(|| digest) == digest;
        if same { Ok(()) } else { Err(ErrorKind::InvalidData.into()) }
    }
}

/// A file that is being read.
pub struct Opened<'h> {
    held: &'h Held,
    rest: Rest<'h>,
}

enum Rest<'h> {
    Kept(&'h [u8]),
    Lying(BufReader<Hashed>),
}

impl Opened<'_> {
    /// Passes over what was read; false at the end.
    fn skip(&mut self) -> io::Result<bool> {
        match &mut self.rest {
            Rest::Kept(rest) => Ok(!std::mem::take(rest).is_empty()),
            Rest::Lying(file) => {
                let read = file.fill_buf()?.len();
                file.consume(read);
                Ok(read > 0)
            }
        }
    }

    /// That nothing is left, and that all of it was the file that it is whenever it is read.
    fn end(self) -> io::Result<()> {
        match self.rest {
            Rest::Kept([]) => Ok(()),
            Rest::Kept(_) => Err(ErrorKind::InvalidData.into()),
            Rest::Lying(mut file) => {
                if !file.fill_buf()?.is_empty() {
                    return Err(ErrorKind::InvalidData.into());
                }
                let Hashed { read, hash, .. } = file.into_inner();
                if read != self.held.length() {
                    return Err(ErrorKind::InvalidData.into());
                }
                self.held.is(Digest::from(<[u8; 32]>::from(hash.finalize())))
            }
        }
    }
}

impl Sink for Opened<'_> {
    fn put(&mut self, bytes: &[u8]) -> Option<()> {
        let file = match &mut self.rest {
            Rest::Kept(rest) => return rest.put(bytes),
            Rest::Lying(file) => file,
        };
        let mut bytes = bytes;
        while !bytes.is_empty() {
            let there = file.fill_buf().ok()?;
            let length = there.len().min(bytes.len());
            // At the end of the file there is nothing to compare with.
            if length == 0 || there[..length] != bytes[..length] {
                return None;
            }
            file.consume(length);
            bytes = &bytes[length..];
        }
        Some(())
    }
}

impl Wanted for Opened<'_> {
    fn ends(self) -> bool {
        self.end().is_ok()
    }
}

/// A file whose bytes are hashed as they are read.
struct Hashed {
    file: Take<File>,
    read: u64,
    hash: Sha256,
}

impl Read for Hashed {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.file.read(buffer)?;
        self.hash.update(&buffer[..read]);
        self.read += read as u64;
        Ok(read)
    }
}

impl Place {
    /// Its bytes: no more than were there, so that what grows meanwhile is cut behind its first new byte and found to be another file.
    pub fn read(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::with_capacity(usize::try_from(self.length).unwrap_or(0) + 1);
        self.open()?.read_to_end(&mut bytes)?;
        Ok(bytes)
    }

    /// The file, to be read up to one byte more than were there.
    pub fn open(&self) -> io::Result<Take<File>> {
        let file = open(&self.path)?;
        if file.metadata()?.is_file() {
            Ok(file.take(self.length + 1))
        } else {
            Err(io::Error::new(ErrorKind::InvalidInput, NotPlain))
        }
    }
}

/// Something else came in the place of a plain file.
#[derive(Debug)]
pub(super) struct NotPlain;

impl std::fmt::Display for NotPlain {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("it is no plain file")
    }
}

impl std::error::Error for NotPlain {}

/// A link that came in the place of a file since it was looked at is not followed, and a pipe is not waited for.
pub(super) fn open(place: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NOFOLLOW | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(openat(CWD, place, flags, Mode::empty())?))
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::os::unix::fs::symlink;

    use super::*;

    const BYTES: &[u8] = b"a manifest, a part or a journal";

    /// A file that lies in a folder of its own.
    fn lying() -> (tempfile::TempDir, PathBuf, Held) {
        let home = tempfile::tempdir().unwrap();
        let path = home.path().join("file");
        fs::write(&path, BYTES).unwrap();
        let held = Held::lying(Place { path: path.clone(), length: BYTES.len() as u64 });
        (home, path, held)
    }

    #[test]
    fn a_file_is_the_same_in_memory_and_where_it_lies() {
        let (_home, _, there) = lying();
        for held in [&Held::kept(BYTES.to_vec()), &there] {
            assert_eq!(held.bytes().unwrap(), BYTES);
            assert_eq!((held.digest().unwrap(), held.length()), (Digest::of(BYTES), BYTES.len() as u64));
            for (pieces, ends) in [
                (&[BYTES][..], true),
                (&[&BYTES[..9], b"", &BYTES[9..]], true),
                (&[&BYTES[..9]], false),
                (&[&BYTES[..9], &BYTES[..9]], false),
                (&[BYTES, b"x"], false),
            ] {
                let mut opened = held.open().unwrap();
                let fits = pieces.iter().all(|piece| opened.put(piece).is_some());
                assert_eq!(fits && opened.ends(), ends, "{pieces:?}");
            }
        }
    }

    #[test]
    fn whatever_it_becomes_after_it_was_read_is_another_file() {
        let becomes: [fn(&Path); 6] = [
            |path| fs::write(path, BYTES.to_ascii_uppercase()).unwrap(),
            |path| fs::write(path, [BYTES, b"x"].concat()).unwrap(),
            |path| fs::write(path, &BYTES[1..]).unwrap(),
            |path| fs::remove_file(path).unwrap(),
            |path| {
                fs::rename(path, path.with_extension("old")).unwrap();
                symlink(path.with_extension("old"), path).unwrap();
            },
            |path| {
                fs::remove_file(path).unwrap();
                rustix::fs::mknodat(CWD, path, rustix::fs::FileType::Fifo, Mode::RUSR, 0).unwrap();
            },
        ];
        for change in becomes {
            for first in [|held: &Held| held.digest(), |held: &Held| held.bytes().map(Digest::of)] {
                let (_home, path, held) = lying();
                assert_eq!(first(&held).unwrap(), Digest::of(BYTES));
                change(&path);
                assert!(held.bytes().is_err());
                let same = held.open().is_ok_and(|mut opened| opened.put(BYTES).is_some() && opened.ends());
                assert!(!same);
            }
        }
    }

    #[test]
    fn what_grew_before_it_was_read_at_all_is_another_file() {
        let (_home, path, held) = lying();
        fs::write(&path, [BYTES, b"x"].concat()).unwrap();
        assert!(held.digest().is_err());
        assert!(held.bytes().is_err(), "nor are its first bytes taken for it");
    }
}
