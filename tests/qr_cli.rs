//! `gishiki qr` and the exports with codes, as people and scripts call them: what is drawn is read by a decoder.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

const BUNDLE: &str = "manifests/rehearsal-bonded-validator-1";
const ADDRESS: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";

fn command(args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    command.current_dir(env!("CARGO_MANIFEST_DIR"));
    command.args(args).env_remove("LC_ALL").env_remove("LC_MESSAGES").env("LANG", "C");
    command
}

fn gishiki(args: &[&str]) -> Output {
    command(args).output().unwrap()
}

/// The same with something on stdin.
fn piped(args: &[&str], input: &[u8]) -> Output {
    let mut command = command(args);
    command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    child.stdin.take().unwrap().write_all(input).unwrap();
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout.clone()).unwrap()
}

/// Exit status and cause.
fn refused(output: &Output) -> (i32, String) {
    assert!(output.stdout.is_empty());
    let text = String::from_utf8(output.stderr.clone()).unwrap();
    let cause = text.lines().rev().nth(1).unwrap().to_owned();
    (output.status.code().unwrap(), cause)
}

/// The texts of the codes in a picture of so many pixels.
fn scanned(width: usize, height: usize, grey: impl Fn(usize, usize) -> u8) -> Vec<String> {
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    picture.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}

/// The same of lines of characters, as ink on paper; what is no block is paper.
fn scanned_lines(lines: &[&str], full: bool) -> Vec<String> {
    const SCALE: usize = 4;
    let cells: Vec<Vec<char>> = lines.iter().map(|line| line.chars().collect()).collect();
    let wide = cells.iter().map(Vec::len).max().unwrap();
    let rows = if full { cells.len() } else { 2 * cells.len() };
    let columns = if full { wide / 2 } else { wide };
    let is_dark = |x: usize, y: usize| {
        let (row, column) = if full { (y, 2 * x) } else { (y / 2, x) };
        match cells[row].get(column) {
            Some('█') => true,
            Some('▀') => y.is_multiple_of(2),
            Some('▄') => y % 2 == 1,
            _ => false,
        }
    };
    scanned(columns * SCALE, rows * SCALE, |x, y| if is_dark(x / SCALE, y / SCALE) { 0 } else { 255 })
}

/// The lines that a code is drawn in, each after each: between them stand others.
fn drawn(text: &str) -> Vec<Vec<&str>> {
    let lines: Vec<_> = text.lines().collect();
    let code = |line: &&str| line.chars().count() > 28 && line.chars().all(|c| " ▀▄█".contains(c));
    lines.chunk_by(|a, b| code(a) == code(b)).filter(|run| code(&run[0])).map(<[_]>::to_vec).collect()
}

fn png(place: &Path) -> Vec<String> {
    let mut decoder = png::Decoder::new(std::io::BufReader::new(fs::File::open(place).unwrap()));
    decoder.set_transformations(png::Transformations::EXPAND);
    let mut reader = decoder.read_info().unwrap();
    let mut grey = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut grey).unwrap();
    let (width, height) = (info.width as usize, info.height as usize);
    scanned(width, height, |x, y| grey[y * width + x])
}

/// The texts of the codes in a text of SVG or HTML, from the rectangles of their paths.
fn svgs(text: &str) -> Vec<String> {
    let one = |svg: &str| {
        let after = |mark: &str| svg.split(mark).nth(1).unwrap();
        let whole: usize = after("viewBox=\"0 0 ").split(' ').next().unwrap().parse().unwrap();
        let mut dark = vec![vec![false; whole]; whole];
        for run in after("<path d=\"").split('"').next().unwrap().split_terminator('z') {
            let numbers: Vec<usize> =
                run.split(['M', ' ', 'h', 'v', '-']).filter_map(|number| number.parse().ok()).collect();
            let [x, y, wide, 1, back] = numbers[..] else { panic!("{run}") };
            assert_eq!(wide, back);
            dark[y][x..x + wide].fill(true);
        }
        let read = scanned(whole * 4, whole * 4, |x, y| if dark[y / 4][x / 4] { 0 } else { 255 });
        assert_eq!(read.len(), 1);
        read[0].clone()
    };
    text.split("<svg").skip(1).map(one).collect()
}

fn written(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("file");
    fs::write(&place, bytes).unwrap();
    (folder, place)
}

#[test]
fn an_address_is_drawn_in_both_kinds_of_blocks_and_said_beside_it() {
    for (blocks, full) in [("half", false), ("full", true)] {
        let text = said(&piped(&["qr", "-", "--blocks", blocks], format!("{ADDRESS}\n").as_bytes()));
        assert_eq!(scanned_lines(&drawn(&text)[0], full), [ADDRESS]);
        assert!(text.contains("0x 73d0 385F 4d8E") && text.contains("error correction M"), "{text}");
        assert!(text.contains("virus     hemisphere"), "{text}");
        assert!(!text.contains('\u{1b}'), "no colours where no terminal is");
    }
}

#[test]
fn an_address_becomes_a_link_and_nothing_else_does() {
    let text = said(&piped(&["qr", "-", "--eip681", "--chain-id", "17000"], ADDRESS.as_bytes()));
    assert_eq!(scanned_lines(&drawn(&text)[0], false), [format!("ethereum:{ADDRESS}@17000")]);
    let other = piped(&["qr", "-", "--eip681", "--chain-id", "1"], b"0xa9059cbb");
    assert_eq!(refused(&other).1, "- is no address, and only addresses make such links.");
    assert_eq!(refused(&piped(&["qr", "-", "--eip681"], b"")).0, 2);
}

#[test]
fn an_address_with_a_wrong_checksum_and_a_secret_become_no_code() {
    let (status, cause) = refused(&piped(&["qr", "-"], ADDRESS.to_lowercase().as_bytes()));
    assert!(status == 2 && cause.ends_with("has a wrong checksum or none: a digit may be wrong."), "{cause}");
    let seed = "all ".repeat(12);
    let output = piped(&["qr", "-"], seed.as_bytes());
    assert_eq!(
        refused(&output),
        (2, "This looks like the words of a seed, and whoever sees its code has it.".into())
    );
}

#[test]
fn every_file_of_the_rehearsal_can_be_shown() {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join(BUNDLE)];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let place = entry.unwrap().path();
            if place.is_dir() {
                folders.push(place);
                continue;
            }
            let lines = said(&gishiki(&["qr", place.to_str().unwrap(), "--parts", "--count", "1"]));
            assert!(lines.starts_with("UR:BYTES/"), "{}", place.display());
            files += 1;
        }
    }
    assert!(files > 20, "{files}");
}

#[test]
fn one_code_becomes_a_picture_and_never_replaces_a_file() {
    let (folder, place) = written(ADDRESS.as_bytes());
    let file = place.to_str().unwrap();
    let picture = |name: &str| folder.path().join(name);
    let (as_png, as_svg) = (picture("a.png"), picture("a.svg"));
    said(&gishiki(&["qr", file, "--png", as_png.to_str().unwrap()]));
    said(&gishiki(&["qr", file, "--svg", as_svg.to_str().unwrap()]));
    assert_eq!(png(&as_png), [ADDRESS]);
    assert_eq!(svgs(&fs::read_to_string(&as_svg).unwrap()), [ADDRESS]);
    let again = gishiki(&["qr", file, "--png", as_png.to_str().unwrap()]);
    assert_eq!(again.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&again.stderr).contains("is there already"));
}

#[test]
fn a_file_crosses_by_pictures_of_its_frames() {
    let bytes: Vec<u8> = (0..1_500_u32).map(|at| (at * at % 253) as u8).collect();
    let (folder, place) = written(&bytes);
    for form in ["png", "svg"] {
        let frames = folder.path().join(form);
        let option = format!("--{form}");
        said(&gishiki(&["qr", place.to_str().unwrap(), &option, frames.to_str().unwrap(), "--count", "24"]));
        let mut names: Vec<_> = fs::read_dir(&frames).unwrap().map(|entry| entry.unwrap().path()).collect();
        names.sort();
        assert_eq!(names.len(), 24);
        // Every third one was missed, and the rest read from behind.
        let seen = names.iter().enumerate().filter(|(at, _)| at % 3 != 1).rev();
        let texts = seen.flat_map(|(_, name)| match form {
            "png" => png(name),
            _ => svgs(&fs::read_to_string(name).unwrap()),
        });
        let texts: Vec<_> = texts.collect();
        let joined = piped(&["qr", "-", "--join"], texts.join("\n").as_bytes());
        assert_eq!(joined.status.code(), Some(0), "{}", String::from_utf8_lossy(&joined.stderr));
        assert_eq!(joined.stdout, bytes);
    }
}

#[test]
fn frames_in_lines_are_read_from_the_text() {
    let bytes = [7; 900];
    let (_folder, place) = written(&bytes);
    let text = said(&gishiki(&["qr", place.to_str().unwrap(), "--plain"]));
    let texts: Vec<_> = drawn(&text).iter().flat_map(|code| scanned_lines(code, false)).collect();
    assert!(texts.len() > 4);
    assert_eq!(piped(&["qr", "-", "--join"], texts.join("\n").as_bytes()).stdout, bytes);
}

#[test]
fn what_was_joined_is_told_apart_and_what_is_missing_is_said() {
    let parts = |bytes: &[u8]| {
        let (_folder, place) = written(bytes);
        said(&gishiki(&["qr", place.to_str().unwrap(), "--parts"]))
    };
    let (one, two) = (parts(&[1; 1_000]), parts(&[2; 1_000]));
    let mixed: String = one.lines().zip(two.lines()).map(|(a, b)| format!("{a}\n{b}\n")).collect();
    let output = piped(&["qr", "-", "--join"], mixed.as_bytes());
    let (status, cause) = refused(&output);
    let names = cause.strip_prefix("It holds parts of several messages: ").unwrap().trim_end_matches('.');
    let names: Vec<_> = names.split(", ").collect();
    assert_eq!((status, names.len()), (2, 2));
    let files: Vec<_> = names
        .iter()
        .map(|name| piped(&["qr", "-", "--join", "--message", name], mixed.as_bytes()).stdout)
        .collect();
    assert!(files.contains(&vec![1; 1_000]) && files.contains(&vec![2; 1_000]));
    let some: String = one.lines().take(2).map(|line| format!("{line}\n")).collect();
    let (status, cause) = refused(&piped(&["qr", "-", "--join"], some.as_bytes()));
    assert!(status == 1 && cause.ends_with("is not whole yet: 2 of 5 fragments are known."), "{cause}");
    assert_eq!(refused(&piped(&["qr", "-", "--join"], b"nothing")).0, 2);
}

#[test]
fn the_sheet_has_every_address_of_the_manifest_with_a_code_that_holds_it() {
    let sheet = |lang: &str| said(&gishiki(&["export", "qr-sheet", BUNDLE, "--rehearsal", "--lang", lang]));
    let (english, japanese) = (sheet("en"), sheet("ja"));
    let manifest: serde_json::Value = serde_json::from_slice(
        &fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join(BUNDLE).join("public/manifest.json")).unwrap(),
    )
    .unwrap();
    let rows = |name: &str| manifest[name].as_array().unwrap().clone();
    let all = [rows("addresses"), rows("contracts"), rows("externals")].concat();
    // A contract's row stands below its kind.
    let row = |row: &serde_json::Value| {
        let inside = ["safe", "split"].into_iter().find_map(|kind| row.get(kind)).unwrap_or(row);
        inside["address"].as_str().unwrap().to_owned()
    };
    let expected: Vec<_> = all.iter().map(row).filter(|it| it != "TBD").collect();
    assert!(expected.len() > all.len() / 2);
    for text in [&english, &japanese] {
        assert_eq!(svgs(text), expected);
        assert_eq!(text.matches("<b>REHEARSAL ").count(), expected.len());
        assert!(!text.contains("<script") && !text.contains("src=") && !text.contains("href="));
        // The only addresses of the web are names of namespaces.
        assert_eq!(text.matches("http").count(), text.matches("http://www.w3.org/2000/svg").count() + 1);
    }
    for row in rows("addresses") {
        let label = row["label"].as_str().unwrap();
        assert!(english.contains(&format!("<b>REHEARSAL {label}</b>")), "{label}");
        assert!(english.contains(row["path"].as_str().unwrap()));
    }
    assert!(japanese.contains("lang=\"ja\"") && japanese.contains("デバイスで確認したアドレス"));
    assert_eq!(english, sheet("en"));
}

#[test]
fn the_guide_to_metamask_has_a_code_for_each_contact() {
    let guide = |lang: &str| said(&gishiki(&["export", "metamask", BUNDLE, "--rehearsal", "--lang", lang]));
    let contacts = said(&gishiki(&["export", "metamask-labels", BUNDLE, "--rehearsal"]));
    let mut expected: Vec<_> = contacts.lines().skip(1).map(|row| row.split(',').nth(1).unwrap()).collect();
    expected.sort_unstable();
    assert!(expected.len() > 20);
    for text in [guide("en"), guide("ja")] {
        let mut read = svgs(&text);
        read.sort_unstable();
        assert_eq!(read, expected);
        assert_eq!(text.matches("http").count(), text.matches("http://www.w3.org/2000/svg").count() + 1);
    }
    assert_eq!(guide("en"), guide("en"));
    let digest = said(&gishiki(&["export", "qr-sheet", BUNDLE, "--rehearsal"]));
    let digest = digest.split("<span class=\"digest\">").nth(1).unwrap().split('<').next().unwrap();
    assert!(guide("ja").matches(digest).count() > 10);
}

#[test]
fn an_account_of_one_wallet_is_one_code_without_an_xpub() {
    let account =
        |args: &[&str]| gishiki(&[&["export", "crypto-account", BUNDLE, "--rehearsal"], args].concat());
    let line = said(&account(&["--custodian", "member-1", "--wallet", "DVTNodeKeys"]));
    let drawn_text = said(&piped(&["qr", "-"], line.as_bytes()));
    assert_eq!(scanned_lines(&drawn(&drawn_text)[0], false), [line.trim_end()]);
    let (form, message) = ur::decode(line.trim_end()).unwrap();
    assert_eq!(form, ur::ur::Kind::SinglePart);
    // Ten keys of 33 bytes, each behind the tags of a key hash and a key (the last also has a name), and no field 4, a chain
    // code of 32 bytes.
    let count = |bytes: &[u8]| message.windows(bytes.len()).filter(|it| *it == bytes).count();
    let keys = |fields: u8| count(&[0xd9, 0x01, 0x93, 0xd9, 0x01, 0x2f, 0xa0 + fields, 0x03, 0x58, 0x21]);
    assert_eq!((keys(3), keys(4)), (9, 1));
    assert_eq!(count(&[0x04, 0x58, 0x20]), 0);
    let four = account(&["--custodian", "member-1", "--wallet", "ProtocolOperations"]);
    assert!(refused(&four).1.starts_with("These are 4 addresses"));
    let five = ["dvt-1", "dvt-2"].map(|role| ["--role", role]).concat();
    let none = account(&[&["--custodian", "member-1", "--wallet", "DVTNodeKeys"], &five[..]].concat());
    assert_eq!(none.status.code(), Some(2));
    assert_eq!(account(&[]).status.code(), Some(2));
    assert_eq!(account(&["--custodian", "member-1", "--wallet", "Nothing"]).status.code(), Some(2));
}
