//! A ceremony's folder on disk: every write durable, nothing ever overwritten.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Read, Write};
use std::path::{Path, PathBuf};

use rustix::fs::{CWD, Mode, OFlags, RenameFlags, openat, renameat_with};

use crate::journal::Storage;

/// The longest file that is read: far above any journal, far below what would fill the memory.
const MOST_BYTES: u64 = 64 << 20;

/// A folder on disk.
pub struct Folder {
    root: PathBuf,
}

impl Folder {
    /// The files below this folder. It need not be there yet.
    pub fn new(root: impl Into<PathBuf>) -> Self {
        Self { root: root.into() }
    }

    /// Where it is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Proves that the medium can be written, before anybody touches a device.
    ///
    /// # Errors
    /// It cannot.
    pub fn probe(&self) -> io::Result<()> {
        make_durably(&self.root)?;
        let probe = self.root.join(".probe");
        write_durably(&probe, b"can this be written?")?;
        fs::remove_file(&probe)
    }

    /// The place of a file, with the folders above it made. Names are ours, but a name that leads out is refused.
    fn place(&self, name: &str) -> io::Result<PathBuf> {
        if name.split('/').any(|step| matches!(step, "" | "." | "..")) {
            return Err(ErrorKind::InvalidInput.into());
        }
        Ok(self.root.join(name))
    }

    fn prepare(&self, name: &str) -> io::Result<PathBuf> {
        let place = self.place(name)?;
        if let Some(parent) = place.parent() {
            make_durably(parent)?;
        }
        Ok(place)
    }
}

/// A folder that is written file by file and appears under its name only when it is whole. Dropped before that, nothing of it
/// is left.
pub struct NewFolder<'p> {
    place: &'p Path,
    draft: Folder,
}

impl<'p> NewFolder<'p> {
    /// Begins a draft of it beside its place.
    ///
    /// # Errors
    /// It, or the draft of it that an interrupted call left, is there already; or it cannot be made.
    pub fn begin(place: &'p Path) -> io::Result<Self> {
        let mut draft = place.to_owned().into_os_string();
        draft.push(".part");
        let draft = PathBuf::from(draft);
        if place.symlink_metadata().is_ok() || draft.symlink_metadata().is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        fs::create_dir(&draft)?;
        Ok(Self { place, draft: Folder::new(draft) })
    }

    /// Writes one of its files.
    ///
    /// # Errors
    /// It was written already, or cannot be.
    pub fn create(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        self.draft.create(name, bytes)
    }

    /// Gives it its name.
    ///
    /// # Errors
    /// Somebody else took it meanwhile, or it cannot be given.
    pub fn settle(self) -> io::Result<()> {
        renameat_with(CWD, self.draft.root(), CWD, self.place, RenameFlags::NOREPLACE)?;
        sync_parent(self.place)
    }
}

impl Drop for NewFolder<'_> {
    fn drop(&mut self) {
        // We made it, and nobody may take half of it for the whole. Under its name it is no draft any more.
        let _ = fs::remove_dir_all(self.draft.root());
    }
}

impl Storage for Folder {
    fn read(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        let file = match open(&self.place(name)?) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(None),
            Err(error) => return Err(error),
        };
        if !file.metadata()?.is_file() {
            return Err(ErrorKind::InvalidInput.into());
        }
        let mut bytes = Vec::new();
        file.take(MOST_BYTES + 1).read_to_end(&mut bytes)?;
        if bytes.len() as u64 > MOST_BYTES {
            return Err(ErrorKind::FileTooLarge.into());
        }
        Ok(Some(bytes))
    }

    fn create(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let place = self.prepare(name)?;
        if place.symlink_metadata().is_ok() {
            return Err(ErrorKind::AlreadyExists.into());
        }
        let mut draft = place.clone().into_os_string();
        draft.push(".part");
        let draft = PathBuf::from(draft);
        let written = write_durably(&draft, bytes).and_then(|()| {
            // Never over another file, even one that came in between.
            Ok(renameat_with(CWD, &draft, CWD, &place, RenameFlags::NOREPLACE)?)
        });
        if let Err(error) = written {
            // The draft is nobody's file; that it stays is no harm worth another error.
            let _ = fs::remove_file(&draft);
            return Err(error);
        }
        sync_parent(&place)
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        let place = self.prepare(name)?;
        let is_new = place.symlink_metadata().is_err();
        let mut file = OpenOptions::new().append(true).create(true).open(&place)?;
        let before = file.metadata()?.len();
        let written = file.write_all(bytes).and_then(|()| file.sync_all());
        let written = written.and_then(|()| if is_new { sync_parent(&place) } else { Ok(()) });
        if written.is_err() {
            // What did not count must not stay: the next line would be joined to half of it, or repeat the whole.
            let _ = file.set_len(before);
        }
        written
    }

    fn truncate(&mut self, name: &str, length: u64) -> io::Result<()> {
        let file = OpenOptions::new().write(true).open(self.place(name)?)?;
        file.set_len(length)?;
        file.sync_all()
    }
}

/// Writes a draft of ours. One that an interrupted run left is made anew; whatever else has the name stays, and a link
/// is not followed.
fn write_durably(place: &Path, bytes: &[u8]) -> io::Result<()> {
    if place.symlink_metadata().is_ok_and(|found| found.is_file()) {
        fs::remove_file(place)?;
    }
    let mut file = OpenOptions::new().write(true).create_new(true).open(place)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// Makes a folder with those above it; each new name durable in the one above.
fn make_durably(folder: &Path) -> io::Result<()> {
    if folder.as_os_str().is_empty() || folder.is_dir() {
        return Ok(());
    }
    if let Some(above) = folder.parent() {
        make_durably(above)?;
    }
    match fs::create_dir(folder) {
        Ok(()) => sync_parent(folder),
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(error) => Err(error),
    }
}

/// A new name is durable only once its folder is.
fn sync_parent(place: &Path) -> io::Result<()> {
    match place.parent() {
        // A relative name of one step lies in the current folder, whose name is not "".
        Some(parent) if parent.as_os_str().is_empty() => File::open(".")?.sync_all(),
        Some(parent) => File::open(parent)?.sync_all(),
        None => Ok(()),
    }
}

/// A pipe that lies in the place of a file is not waited for.
fn open(place: &Path) -> io::Result<File> {
    let flags = OFlags::RDONLY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    Ok(File::from(openat(CWD, place, flags, Mode::empty())?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_overwritten_and_no_draft_stays() {
        let home = tempfile::tempdir().unwrap();
        let mut folder = Folder::new(home.path().join("a"));
        folder.create("public/x.json", b"one").unwrap();
        assert_eq!(folder.create("public/x.json", b"two").unwrap_err().kind(), ErrorKind::AlreadyExists);
        assert_eq!(folder.read("public/x.json").unwrap(), Some(b"one".to_vec()));
        assert_eq!(fs::read_dir(home.path().join("a/public")).unwrap().count(), 1);
    }

    #[test]
    fn a_link_in_the_place_of_a_draft_is_not_followed() {
        let home = tempfile::tempdir().unwrap();
        let precious = home.path().join("precious");
        fs::write(&precious, b"keep").unwrap();
        std::os::unix::fs::symlink(&precious, home.path().join("x.json.part")).unwrap();
        assert!(Folder::new(home.path()).create("x.json", b"new").is_err());
        assert_eq!(fs::read(&precious).unwrap(), b"keep");
    }

    #[test]
    fn a_pipe_in_the_place_of_a_file_is_refused_at_once() {
        let home = tempfile::tempdir().unwrap();
        let kind = rustix::fs::FileType::Fifo;
        rustix::fs::mknodat(CWD, home.path().join("x.json"), kind, Mode::RUSR, 0).unwrap();
        assert_eq!(Folder::new(home.path()).read("x.json").unwrap_err().kind(), ErrorKind::InvalidInput);
    }

    #[test]
    fn a_draft_left_by_an_interrupted_run_is_made_anew() {
        let home = tempfile::tempdir().unwrap();
        fs::write(home.path().join("x.json.part"), b"half a fi").unwrap();
        let mut folder = Folder::new(home.path());
        folder.create("x.json", b"whole").unwrap();
        assert_eq!(folder.read("x.json").unwrap(), Some(b"whole".to_vec()));
    }

    #[test]
    fn a_name_that_leads_out_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let mut folder = Folder::new(home.path().join("a"));
        for name in ["../x", "public/../../x", "/etc/x", "public//x", ""] {
            assert_eq!(folder.create(name, b"").unwrap_err().kind(), ErrorKind::InvalidInput, "{name}");
        }
    }

    #[test]
    fn lines_are_appended_and_a_torn_one_is_cut() {
        let home = tempfile::tempdir().unwrap();
        let mut folder = Folder::new(home.path());
        folder.append("sealed/j", b"one\n").unwrap();
        folder.append("sealed/j", b"tw").unwrap();
        folder.truncate("sealed/j", 4).unwrap();
        assert_eq!(folder.read("sealed/j").unwrap(), Some(b"one\n".to_vec()));
        assert_eq!(folder.read("sealed/none").unwrap(), None);
    }
}
