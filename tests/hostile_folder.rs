//! Folders that somebody made to do harm: at the limits of `docs/verification.md` and beyond, with names, links and devices
//! that no ceremony leaves. They are refused by name, or judged and found wrong; nothing hangs, and memory stays bounded.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::symlink;
use std::os::unix::net::UnixListener;
use std::path::{Path, PathBuf};
use std::process::Command;

use gishiki::manifest::{Manifest, Part, Sealed, canonical};
use gishiki::text::{Catalog, Lang, Problem};
use gishiki::verify::{self, BYTES_MAX, Bundle, Evidence, FILE_BYTES_MAX, FILES_MAX, Verifier};
use rustix::fs::{CWD, FileType, Mode, mknodat};

fn shipped() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("manifests/rehearsal-bonded-validator-1")
}

/// The shipped ceremony's folder, copied.
fn home() -> tempfile::TempDir {
    let (from, home) = (verify::load(&shipped()).unwrap(), tempfile::tempdir().unwrap());
    for name in from.names() {
        let place = home.path().join(name);
        fs::create_dir_all(place.parent().unwrap()).unwrap();
        fs::write(place, from.get(name).unwrap()).unwrap();
    }
    home
}

/// What refuses the folder after this was done to it; what is said of it shows no sign that is none.
fn refused(harm: impl Fn(&Path)) -> String {
    let home = home();
    harm(home.path());
    said(&verify::load(home.path()).unwrap_err())
}

fn said(problem: &Problem) -> String {
    for lang in [Lang::En, Lang::Ja] {
        let text = Catalog::new(lang).say(&problem.cause());
        assert!(!text.chars().any(|c| c.is_control() || ('\u{202a}'..='\u{202e}').contains(&c)), "{text:?}");
    }
    problem.id().to_owned()
}

/// A file of so many bytes that takes no room.
fn sparse(place: PathBuf, bytes: u64) {
    File::create(place).unwrap().set_len(bytes).unwrap();
}

#[test]
fn a_file_at_the_limit_is_read_and_one_byte_more_is_not() {
    let home = home();
    let place = home.path().join("public/labels.csv");
    sparse(place.clone(), FILE_BYTES_MAX);
    let bundle = verify::load(home.path()).unwrap();
    assert_eq!(bundle.get("public/labels.csv").unwrap().len() as u64, FILE_BYTES_MAX);
    drop(bundle);
    sparse(place, FILE_BYTES_MAX + 1);
    assert_eq!(said(&verify::load(home.path()).unwrap_err()), "bundle-bytes");
    // Files that are small enough alone, and too many bytes together, before one of them is read.
    let together = |at: &Path| {
        let full = BYTES_MAX / FILE_BYTES_MAX;
        (0..full).for_each(|n| sparse(at.join(format!("public/{n}.json")), FILE_BYTES_MAX));
    };
    assert_eq!(refused(together), "bundle-bytes");
}

#[test]
fn very_many_files_are_refused_wherever_they_lie() {
    let many = |at: &Path, number: usize| {
        (0..number).for_each(|n| drop(File::create(at.join(n.to_string())).unwrap()));
    };
    assert_eq!(refused(|at| many(&at.join("public/statements"), 2 * FILES_MAX)), "bundle-files");
    let spread = |at: &Path| {
        let folders = ["public", "public/statements", "public/parts", "sealed"];
        folders.iter().for_each(|folder| many(&at.join(folder), FILES_MAX / folders.len()));
    };
    assert_eq!(refused(spread), "bundle-files");
}

#[test]
fn names_that_lead_elsewhere_or_deceive_are_refused() {
    let shipped = verify::load(&shipped()).unwrap();
    let with = |name: &str| {
        let mut files: std::collections::BTreeMap<_, _> =
            shipped.names().map(|it| (it.to_owned(), shipped.get(it).unwrap().to_vec())).collect();
        files.insert(name.to_owned(), Vec::new());
        Bundle::new(files).err().map(|problem| said(&problem))
    };
    for name in
        ["public/..", "public/../../x", "public/a\0b", "public/\u{202e}nosj", "public/a\u{200b}", "..", ""]
    {
        assert_eq!(with(name).as_deref(), Some("bundle-name"), "{name:?}");
    }
    let long = "a".repeat(255);
    let names: [&[u8]; 8] = [
        long.as_bytes(),
        &long.as_bytes()[..201],
        b"\xff\xfe.json",
        b"a\nb",
        "\u{202e}nosj.tsefinam".as_bytes(),
        "ｍanifest.json".as_bytes(),
        b"manifest.json ",
        b"...",
    ];
    for name in names {
        for folder in ["public", "public/parts", "sealed", ""] {
            let harm = |at: &Path| fs::write(at.join(folder).join(OsStr::from_bytes(name)), b"{}").unwrap();
            assert_eq!(refused(harm), "bundle-name", "{folder} {}", name.escape_ascii());
        }
    }
    assert_eq!(refused(|at| fs::create_dir_all(at.join("public/a/b/c/d/e")).unwrap()), "bundle-name");
}

#[test]
fn links_are_not_followed_however_they_turn() {
    let links: [(&str, &str); 6] = [
        ("public/parts/loop", "../parts"),
        ("public/loop", "loop"),
        ("sealed/up", "../.."),
        ("public/zero.json", "/dev/zero"),
        ("public/nowhere.json", "/nowhere"),
        ("sealed/other.json", "member-1.json"),
    ];
    for (link, to) in links {
        assert_eq!(refused(|at| symlink(to, at.join(link)).unwrap()), "bundle-not-a-file", "{link}");
    }
    let home = tempfile::tempdir().unwrap();
    let place = home.path().join("loop");
    symlink("loop", &place).unwrap();
    assert_eq!(said(&verify::load(&place).unwrap_err()), "file-unreadable");
    assert_eq!(said(&verify::load_previous(&place).err().unwrap()), "file-unreadable");
}

/// Puts something in the place of a file.
fn instead(place: &Path, make: fn(&Path)) {
    fs::remove_file(place).unwrap();
    make(place);
}

#[test]
fn pipes_sockets_and_devices_are_refused_in_the_place_of_any_file() {
    let pipe = |place: &Path| mknodat(CWD, place, FileType::Fifo, Mode::RUSR, 0).unwrap();
    let socket = |place: &Path| drop(UnixListener::bind(place).unwrap());
    for name in ["public/manifest.json", "public/parts/member-1.json", "sealed/journal-team.jsonl"] {
        for make in [pipe as fn(&Path), socket] {
            assert_eq!(refused(|at| instead(&at.join(name), make)), "bundle-not-a-file", "{name}");
        }
    }
    assert_eq!(said(&verify::load(Path::new("/dev/zero")).unwrap_err()), "bundle-nothing");
    assert_eq!(said(&verify::load_previous(Path::new("/dev/zero")).err().unwrap()), "bundle-not-a-file");
}

#[test]
fn a_folder_in_the_place_of_a_file_is_a_file_that_is_missing() {
    let home = home();
    let names: Vec<_> = verify::load(home.path()).unwrap().names().map(str::to_owned).collect();
    let verifier = Verifier::default();
    // Every third: of each kind some.
    for name in names.into_iter().step_by(3) {
        let place = home.path().join(&name);
        let bytes = fs::read(&place).unwrap();
        instead(&place, |place| fs::create_dir(place).unwrap());
        let evidence = Evidence { rehearsal: true, ..Evidence::default() };
        let bundle = verify::load(home.path()).unwrap();
        assert!(bundle.get(&name).is_none() && !verifier.verify(&bundle, &evidence).ok(), "{name}");
        fs::remove_dir(&place).unwrap();
        fs::write(&place, bytes).unwrap();
    }
}

/// Every writing of a text in which one number is written in this way instead.
fn renumbered<'a>(text: &'a str, other: &'a str) -> impl Iterator<Item = String> + 'a {
    let digit = |at: usize| text.as_bytes()[at].is_ascii_digit();
    let starts = text.match_indices(':').map(|(at, _)| at + 1).filter(move |at| digit(*at));
    starts.map(move |start| {
        let end = text[start..].find([',', '}', ']']).unwrap() + start;
        format!("{}{}{}", &text[..start], other.replace('#', &text[start..end]), &text[end..])
    })
}

/// Whether these bytes are a file of some kind.
type Reader = fn(&[u8]) -> bool;

#[test]
fn numbers_have_one_writing() {
    let bundle = verify::load(&shipped()).unwrap();
    let files: [(&str, Reader); 3] = [
        ("public/manifest.json", |bytes| canonical::from_bytes::<Manifest>(bytes).is_ok()),
        ("public/parts/member-1.json", |bytes| canonical::from_bytes::<Part>(bytes).is_ok()),
        ("sealed/member-1.json", |bytes| canonical::from_bytes::<Sealed>(bytes).is_ok()),
    ];
    for (name, reads) in files {
        let bytes = bundle.get(name).unwrap();
        let text = std::str::from_utf8(&bytes).unwrap();
        assert!(renumbered(text, "#").all(|same| same == text && reads(same.as_bytes())));
        let others =
            ["1e999", "-1e999", "1e-999", "-0", "-#", "#.0", "#e0", "0#", "+#", "#E0", "NaN", "Infinity"];
        let more = ["9007199254740992", "18446744073709551616", "1\u{0660}", "0x1"];
        for other in others.into_iter().chain(more) {
            let mut made = 0;
            for changed in renumbered(text, other) {
                assert!(!reads(changed.as_bytes()), "{name}: {other}");
                made += 1;
            }
            assert!(made >= 3, "{name}: {made}");
        }
    }
}

/// So much address space, in KiB, has a verifier who judges the longest files: threads, the program and its libraries included.
const SPACE: u32 = 1 << 20;

#[test]
fn a_file_that_changes_while_it_is_judged_is_told() {
    let home = home();
    let bundle = verify::load(home.path()).unwrap();
    let evidence = Evidence { rehearsal: true, ..Evidence::default() };
    assert_eq!(Verifier::default().verify(&bundle, &evidence).failed(), Vec::<&str>::new());
    for name in ["public/manifest.json", "sealed/journal-member-1.jsonl", "public/plan.toml"] {
        let (place, bundle) = (home.path().join(name), verify::load(home.path()).unwrap());
        assert!(bundle.digest(name).is_some());
        let before = fs::read(&place).unwrap();
        let mut after = before.clone();
        let last = after.iter().rposition(u8::is_ascii_lowercase).unwrap();
        after[last] = if after[last] == b'a' { b'b' } else { b'a' };
        fs::write(&place, after).unwrap();
        assert!(Verifier::default().verify(&bundle, &evidence).failed().contains(&"V-FILES"), "{name}");
        assert_eq!(bundle.get(name), None);
        fs::write(&place, before).unwrap();
    }
}

#[test]
fn the_longest_files_are_judged_in_bounded_memory() {
    let length = usize::try_from(FILE_BYTES_MAX).unwrap();
    let full = |piece: &str| piece.repeat(length / piece.len());
    let cases = [
        ("public/manifest.json", full("[")),
        ("public/parts/member-1.json", full("{\"a\":")),
        ("sealed/journal-member-1.jsonl", full("\n")),
        ("public/SHA256SUMS", full("\n")),
        ("public/plan.toml", full("x=[1]\n")),
    ];
    for (name, bytes) in cases {
        let home = home();
        fs::write(home.path().join(name), bytes).unwrap();
        let limited = format!("ulimit -v {SPACE} && exec \"$0\" \"$@\"");
        let mut command = Command::new("sh");
        command.args(["-c", &limited, env!("CARGO_BIN_EXE_gishiki"), "verify"]).arg(home.path());
        let output = command.arg("--rehearsal").output().unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
