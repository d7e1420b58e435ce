//! A room knows only the rooms above it.

use std::fs;
use std::path::{Path, PathBuf};

const ROOMS: [&str; 15] = [
    "text",
    "keys",
    "contracts",
    "codes",
    "plan",
    "journal",
    "manifest",
    "device",
    "ceremony",
    "verify",
    "wiring",
    "export",
    "host",
    "ui",
    "cli",
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            found.push(path);
        }
    }
}

/// The rooms that a source text names as `crate::<room>`, also in `use crate::{a::…, b::…}`.
fn named(source: &str) -> Vec<usize> {
    let names = |room: &str| {
        source.match_indices("crate::").any(|(at, _)| {
            let rest = &source[at + "crate::".len()..];
            let whole = |text: &str| {
                text.strip_prefix(room)
                    .is_some_and(|after| !after.starts_with(|c: char| c.is_alphanumeric() || c == '_'))
            };
            match rest.strip_prefix('{') {
                Some(group) => group
                    .split(&['}', ';'][..])
                    .next()
                    .unwrap_or("")
                    .split(',')
                    .any(|item| whole(item.trim())),
                None => whole(rest),
            }
        })
    };
    (0..ROOMS.len()).filter(|&room| names(ROOMS[room])).collect()
}

#[test]
fn a_room_knows_only_the_rooms_above_it() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut checked = 0;
    for (position, room) in ROOMS.iter().enumerate() {
        let mut files = Vec::new();
        if src.join(room).is_dir() {
            sources(&src.join(room), &mut files);
        }
        for file in files {
            for known in named(&fs::read_to_string(&file).unwrap()) {
                assert!(known <= position, "{} knows {}", file.display(), ROOMS[known]);
                checked += 1;
            }
        }
    }
    assert!(checked > 0, "the scan found no use of any room");
}

/// Whether a source text names this word outside comments and strings.
fn says(source: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    source.lines().any(|line| {
        let mut code = line.split("//").next().unwrap_or("").split('"').step_by(2);
        code.any(|code| code.split(|c| !part(c)).any(|it| it == word))
    })
}

#[test]
fn libsecp256k1_is_called_in_one_file_and_without_keys_that_sign() {
    let mut files = Vec::new();
    sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut files);
    let text = |file: &PathBuf| fs::read_to_string(file).unwrap();
    let callers: Vec<_> = files.iter().filter(|file| says(&text(file), "secp256k1")).collect();
    assert!(matches!(&callers[..], [file] if file.ends_with("keys/recovery.rs")), "{callers:?}");
    let source = text(callers[0]);
    let (ours, _tests) = source.split_once("#[cfg(test)]").unwrap();
    for word in ["SecretKey", "Keypair", "SigningKey", "Secret", "Root", "Signing", "SignOnly", "All"] {
        assert!(!says(ours, word), "{word} stands in {}", callers[0].display());
    }
}

#[test]
fn every_folder_of_the_house_is_a_room() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    for entry in fs::read_dir(src).unwrap() {
        let entry = entry.unwrap();
        if entry.path().is_dir() {
            let name = entry.file_name();
            assert!(ROOMS.contains(&name.to_str().unwrap()), "{name:?} is in no order");
        }
    }
}

#[test]
fn the_scan_sees_every_way_to_name_a_room() {
    assert_eq!(named("use crate::keys::Address;"), [1]);
    assert_eq!(named("use crate::{text::clean, cli};"), [0, 14]);
    assert_eq!(named("let a = crate::ui::tui::run();"), [13]);
    assert_eq!(named("use crate::keysmith;"), Vec::<usize>::new());
    assert!(says("use secp256k1::Message;", "secp256k1") && says("extern crate secp256k1;", "secp256k1"));
    assert!(!says("is(CURVE, \"secp256k1\")", "secp256k1"));
    assert!(!says("// secp256k1's\nuse k256::Secp256k1;", "secp256k1"));
}
