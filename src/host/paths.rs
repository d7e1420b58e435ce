//! Where a ceremony's files go when nobody says otherwise.

use std::path::{Path, PathBuf};

use crate::plan::Plan;

/// `manifests/<ceremony>-<sequence>`, or `rehearsals/<ceremony>-<sequence>`.
pub fn default_folder(plan: &Plan, rehearsal: bool) -> PathBuf {
    let home = if rehearsal { "rehearsals" } else { "manifests" };
    Path::new(home).join(format!("{}-{}", plan.ceremony.id, plan.ceremony.sequence))
}

/// Where a drill's files go: `drills/<ceremony>-<sequence>`, or `rehearsals/<ceremony>-<sequence>-drill`.
pub fn drill_folder(plan: &Plan, rehearsal: bool) -> PathBuf {
    let name = format!("{}-{}", plan.ceremony.id, plan.ceremony.sequence);
    if rehearsal { Path::new("rehearsals").join(name + "-drill") } else { Path::new("drills").join(name) }
}

/// The folder itself where there is none yet, else the first free one with -2, -3 … behind it.
pub fn free_folder(folder: &Path) -> PathBuf {
    let numbered = (2_u64..).map(|n| {
        let mut name = folder.as_os_str().to_owned();
        name.push(format!("-{n}"));
        PathBuf::from(name)
    });
    let free = |folder: &PathBuf| folder.symlink_metadata().is_err();
    std::iter::once(folder.to_owned()).chain(numbered).find(free).unwrap_or_else(|| folder.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_name_gets_a_number() {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("solo-1");
        assert_eq!(free_folder(&folder), folder);
        std::fs::create_dir(&folder).unwrap();
        assert_eq!(free_folder(&folder), home.path().join("solo-1-2"));
        std::fs::create_dir(home.path().join("solo-1-2")).unwrap();
        assert_eq!(free_folder(&folder), home.path().join("solo-1-3"));
    }
}
