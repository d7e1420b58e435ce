//! True files to begin with: those of the rehearsal that lies in the project.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use gishiki::verify;

/// The whole ceremony, by the files' names.
pub fn shipped() -> BTreeMap<String, Vec<u8>> {
    let home = Path::new(env!("CARGO_MANIFEST_DIR"));
    let home = if home.ends_with("fuzz") { home.parent().unwrap() } else { home };
    let bundle = verify::load(&home.join("manifests/rehearsal-bonded-validator-1")).unwrap();
    bundle.names().map(|name| (name.to_owned(), bundle.get(name).unwrap().to_vec())).collect()
}

/// The files whose names are so.
pub fn of(fits: impl Fn(&str) -> bool) -> Vec<Vec<u8>> {
    let found: Vec<_> =
        shipped().into_iter().filter(|(name, _)| fits(name)).map(|(_, bytes)| bytes).collect();
    assert!(!found.is_empty());
    found
}

/// Every plan of the project.
pub fn plans() -> Vec<Vec<u8>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("ceremonies");
    let mut files: Vec<_> = fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "toml"));
    files.sort();
    files.iter().map(|it| fs::read(it).unwrap()).collect()
}

/// Bundles of one true file each, to be changed and laid over the ceremony.
pub fn bundles() -> Vec<Vec<u8>> {
    let files = shipped().into_iter().filter(|(_, bytes)| u16::try_from(bytes.len()).is_ok());
    files.map(|file| super::files::packed(&BTreeMap::from([file]))).collect()
}
