//! Reading a bundle from a disk that may be hostile: no link is followed, nothing but plain files is opened.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

use rayon::prelude::*;

use super::bundle::{DRILL_HOME, Room, check_name};
use super::held::{Held, KEPT_MAX, NotPlain, Place, open};
use super::{Bundle, DrillFiles, FILE_BYTES_MAX, Previous};
use crate::manifest::Layout;
use crate::text::Problem;

/// Reads the ceremony's folder (`public/` and, if there, `sealed/`), a public folder alone, or the folder that a
/// `manifest.json` lies in: with it the `sealed/` that lies beside it where it is called `public`.
///
/// # Errors
/// Nothing of a ceremony is there; a link, a device, or a name that no ceremony gives; too much of anything.
pub fn load(place: &Path) -> Result<Bundle, Problem> {
    let mut reader = Reader::default();
    let is_file = fs::metadata(place).map_err(|error| unreadable(place, &error))?.is_file();
    if is_file && place.file_name().is_none_or(|name| name != "manifest.json") {
        return Err(Problem::unusable("bundle-nothing").with("folder", place.display()));
    }
    let folder = if is_file { parent(place) } else { place };
    if is_file || !folder.join("public").is_dir() {
        if !folder.join("manifest.json").is_file() {
            return Err(Problem::unusable("bundle-nothing").with("folder", place.display()));
        }
        reader.folder(folder, "public")?;
        let home = fs::canonicalize(folder).map_err(|error| unreadable(folder, &error))?;
        let beside = home.parent().map(|above| above.join("sealed"));
        if let Some(sealed) = beside.filter(|it| is_file && home.ends_with("public") && it.is_dir()) {
            reader.real_folder(&sealed, "sealed")?;
        }
    } else {
        reader.ceremony(folder)?;
    }
    Bundle::of(reader.hold()?)
}

/// Reads the drill in a folder, or those in the folders in it.
///
/// # Errors
/// No drill is there; a link, a device, or a name that no drill gives; too much of anything.
pub fn load_drills(place: &Path) -> Result<Vec<DrillFiles>, Problem> {
    let is_drill = |folder: &Path| folder.join(Layout::DRILL_JOURNAL).symlink_metadata().is_ok();
    let within = || -> Result<Vec<_>, Problem> {
        Ok(entries(place)?.into_iter().map(|name| place.join(name)).filter(|it| is_drill(it)).collect())
    };
    let folders = if is_drill(place) { vec![place.to_owned()] } else { within()? };
    if folders.is_empty() {
        return Err(Problem::unusable("drill-nothing").with("folder", place.display()));
    }
    let mut drills = Vec::new();
    for folder in folders {
        let mut reader = Reader::default();
        reader.real_folder(&folder, DRILL_HOME)?;
        let inside = |(name, bytes): (String, Vec<u8>)| {
            Some((name.strip_prefix(DRILL_HOME)?.strip_prefix('/')?.to_owned(), bytes))
        };
        drills.push(DrillFiles(reader.read()?.into_iter().filter_map(inside).collect()));
    }
    Ok(drills)
}

/// Reads a manifest that the auditor trusts: the file, or a ceremony's folder or public folder that has it.
///
/// # Errors
/// It cannot be read, or is no manifest in its one encoding.
pub fn load_previous(place: &Path) -> Result<Previous, Problem> {
    let inside = ["public/manifest.json", "manifest.json"].map(|name| place.join(name));
    let place = inside.iter().find(|it| it.is_file()).map_or(place, |it| it.as_path());
    let mut bytes = Vec::new();
    // A link that the auditor names is meant; what it leads to must be a plain file all the same.
    let file = fs::canonicalize(place).and_then(|real| open(&real));
    let file = file.map_err(|error| unreadable(place, &error))?;
    if !file.metadata().map_err(|error| unreadable(place, &error))?.is_file() {
        return Err(Problem::unusable("bundle-not-a-file").with("file", place.display()));
    }
    file.take(FILE_BYTES_MAX).read_to_end(&mut bytes).map_err(|error| unreadable(place, &error))?;
    Previous::new(&bytes).map_err(|error| {
        Problem::unusable("previous-unusable").with("file", place.display()).with("reason", error)
    })
}

fn parent(place: &Path) -> &Path {
    place.parent().filter(|above| !above.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

fn unreadable(place: &Path, error: &dyn std::fmt::Display) -> Problem {
    Problem::unusable("file-unreadable").with("file", place.display()).with("reason", error)
}

#[derive(Default)]
struct Reader {
    found: Vec<Found>,
    room: Room,
}

struct Found {
    name: String,
    place: Place,
}

impl Reader {
    /// A ceremony's folder: nothing but the two that we know may lie in it.
    fn ceremony(&mut self, folder: &Path) -> Result<(), Problem> {
        for name in entries(folder)? {
            match name.as_str() {
                "public" | "sealed" => self.real_folder(&folder.join(&name), &name)?,
                _ => return Err(Problem::unusable("bundle-name").with("file", name)),
            }
        }
        Ok(())
    }

    fn real_folder(&mut self, folder: &Path, name: &str) -> Result<(), Problem> {
        let kind = fs::symlink_metadata(folder).map_err(|error| unreadable(folder, &error))?.file_type();
        if !kind.is_dir() {
            return Err(Problem::unusable("bundle-not-a-file").with("file", name));
        }
        self.folder(folder, name)
    }

    fn folder(&mut self, folder: &Path, prefix: &str) -> Result<(), Problem> {
        for entry in entries(folder)? {
            let (place, name) = (folder.join(&entry), format!("{prefix}/{entry}"));
            check_name(&name)?;
            let about = fs::symlink_metadata(&place).map_err(|error| unreadable(&place, &error))?;
            let kind = about.file_type();
            if kind.is_dir() {
                self.room.admit(&name, 0)?;
                self.folder(&place, &name)?;
            } else if kind.is_file() {
                let length = about.len();
                self.room.admit(&name, length)?;
                self.found.push(Found { name, place: Place { path: place, length } });
            } else {
                return Err(Problem::unusable("bundle-not-a-file").with("file", name));
            }
        }
        Ok(())
    }

    /// The files' bytes, on all processors; of several that cannot be read the first by its name.
    fn read(self) -> Result<BTreeMap<String, Vec<u8>>, Problem> {
        let files: Vec<_> = self.found.into_par_iter().map(Found::read).collect();
        files.into_iter().collect()
    }

    /// The files, of which the long ones are left where they lie.
    fn hold(self) -> Result<BTreeMap<String, Held>, Problem> {
        let files: Vec<_> = self.found.into_par_iter().map(Found::hold).collect();
        files.into_iter().collect()
    }
}

impl Found {
    fn read(self) -> Result<(String, Vec<u8>), Problem> {
        let bytes = self.place.read().map_err(|error| self.refused(&error))?;
        Ok((self.name, bytes))
    }

    fn hold(self) -> Result<(String, Held), Problem> {
        if self.place.length <= KEPT_MAX {
            return self.read().map(|(name, bytes)| (name, Held::kept(bytes)));
        }
        // Nobody should learn in the middle that it may not be read.
        self.place.open().map_err(|error| self.refused(&error))?;
        Ok((self.name, Held::lying(self.place)))
    }

    fn refused(&self, error: &io::Error) -> Problem {
        if error.get_ref().is_some_and(|it| it.is::<NotPlain>()) {
            return Problem::unusable("bundle-not-a-file").with("file", &self.name);
        }
        unreadable(&self.place.path, error)
    }
}

/// The names in a folder, in order.
fn entries(folder: &Path) -> Result<Vec<String>, Problem> {
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
        let name = entry.map_err(|error| unreadable(folder, &error))?.file_name();
        let text = name.to_str().map(str::to_owned);
        names.push(text.ok_or_else(|| {
            Problem::unusable("bundle-name").with("file", folder.join(&name).to_string_lossy())
        })?);
        if names.len() > super::FILES_MAX {
            return Err(Problem::unusable("bundle-files").with("most", super::FILES_MAX));
        }
    }
    names.sort_unstable();
    Ok(names)
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::symlink;

    use rustix::fs::{CWD, Mode};

    use super::*;

    fn home() -> tempfile::TempDir {
        let home = tempfile::tempdir().unwrap();
        for folder in ["public/parts", "sealed"] {
            fs::create_dir_all(home.path().join(folder)).unwrap();
        }
        for file in ["public/manifest.json", "public/parts/a.json", "sealed/a.json"] {
            fs::write(home.path().join(file), file).unwrap();
        }
        home
    }

    fn names(place: &Path) -> Vec<String> {
        load(place).unwrap().names().map(str::to_owned).collect()
    }

    #[test]
    fn a_folder_its_public_half_and_its_manifest_name_the_same_files() {
        let home = home();
        let all = ["public/manifest.json", "public/parts/a.json", "sealed/a.json"];
        assert_eq!(names(home.path()), all);
        assert_eq!(names(&home.path().join("public/manifest.json")), all);
        assert_eq!(names(&home.path().join("public")), all[..2]);
        assert!(!load(&home.path().join("public")).unwrap().has_sealed());
    }

    #[test]
    fn links_pipes_and_strange_names_are_refused() {
        let refused = |change: &dyn Fn(&Path)| {
            let home = home();
            change(home.path());
            load(home.path()).unwrap_err().id().to_owned()
        };
        assert_eq!(refused(&|at| symlink("/etc/passwd", at.join("public/x")).unwrap()), "bundle-not-a-file");
        assert_eq!(refused(&|at| symlink("/etc", at.join("public/etc")).unwrap()), "bundle-not-a-file");
        assert_eq!(refused(&|at| fs::write(at.join("README"), "").unwrap()), "bundle-name");
        assert_eq!(refused(&|at| fs::write(at.join("public/.x"), "").unwrap()), "bundle-name");
        assert_eq!(refused(&|at| fs::create_dir_all(at.join("public/a/b/c")).unwrap()), "bundle-name");
        assert_eq!(
            refused(&|at| {
                fs::remove_dir_all(at.join("sealed")).unwrap();
                symlink(at.join("public"), at.join("sealed")).unwrap();
            }),
            "bundle-not-a-file"
        );
        let pipe = |at: &Path| {
            let kind = rustix::fs::FileType::Fifo;
            rustix::fs::mknodat(CWD, at.join("public/pipe"), kind, Mode::RUSR, 0).unwrap();
        };
        assert_eq!(refused(&pipe), "bundle-not-a-file");
    }

    #[test]
    fn a_pipe_in_the_place_of_the_previous_manifest_is_refused_at_once() {
        let home = tempfile::tempdir().unwrap();
        let pipe = home.path().join("manifest.json");
        rustix::fs::mknodat(CWD, &pipe, rustix::fs::FileType::Fifo, Mode::RUSR, 0).unwrap();
        assert_eq!(load_previous(&pipe).err().unwrap().id(), "bundle-not-a-file");
        let link = home.path().join("link.json");
        fs::write(home.path().join("part.json"), "{}").unwrap();
        symlink(home.path().join("part.json"), &link).unwrap();
        assert_eq!(load_previous(&link).err().unwrap().id(), "previous-unusable");
    }

    #[test]
    fn what_is_no_ceremony_is_said_to_be_none() {
        let home = tempfile::tempdir().unwrap();
        assert_eq!(load(home.path()).unwrap_err().id(), "bundle-nothing");
        assert_eq!(load(&home.path().join("none")).unwrap_err().id(), "file-unreadable");
        fs::write(home.path().join("part.json"), "{}").unwrap();
        assert_eq!(load(&home.path().join("part.json")).unwrap_err().id(), "bundle-nothing");
        assert_eq!(load_previous(&home.path().join("part.json")).err().unwrap().id(), "previous-unusable");
    }
}
