//! Codes as they stand on a terminal, read from its cells by their colours.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;
use vt100::{Color, Screen};

use super::person::CONTROL_C;
use super::terminal::{ENTERED, LEFT, Picture, Terminal, count};

const ADDRESS: &str = "0x73d0385F4d8E00C5e6504C6030F47BF6212736A8";

/// A file in a folder of its own.
fn file(bytes: &[u8]) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("file");
    fs::write(&place, bytes).unwrap();
    (folder, place)
}

/// A few kilobytes that are no text.
fn bytes() -> Vec<u8> {
    (0..2_000_u32).map(|at| (at * at % 251) as u8).collect()
}

/// The halves of every cell: whether each is black, or none where it has another colour than black or white.
fn halves(screen: &Screen, row: u16, column: u16) -> Option<[bool; 2]> {
    let cell = screen.cell(row, column)?;
    if (cell.fgcolor(), cell.bgcolor()) != (Color::Idx(16), Color::Idx(231)) {
        return None;
    }
    Some(match cell.contents() {
        "▀" => [true, false],
        "▄" => [false, true],
        "█" => [true, true],
        _ => [false, false],
    })
}

/// What a camera reads of the screen, where everything outside the code is as dark as a terminal.
fn scanned(screen: &Screen) -> Vec<String> {
    const SCALE: usize = 6;
    let (rows, columns) = screen.size();
    let grey = |x: usize, y: usize| {
        let (column, row) = (x / SCALE, y / SCALE);
        let halves = halves(screen, (row / 2) as u16, column as u16);
        if halves.is_some_and(|halves| !halves[row % 2]) { 255 } else { 0 }
    };
    let (wide, high) = (usize::from(columns) * SCALE, usize::from(rows) * 2 * SCALE);
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(wide, high, grey);
    picture.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

fn frame(picture: &Picture) -> Option<String> {
    scanned(&picture.screen).pop()
}

#[test]
fn a_still_code_is_read_from_the_terminal() {
    let (_folder, place) = file(ADDRESS.as_bytes());
    let mut terminal = Terminal::lines(&["qr", place.to_str().unwrap()]);
    assert_eq!(terminal.status(), 0);
    assert_eq!(scanned(&terminal.picture().screen), [ADDRESS]);
}

#[test]
fn a_moving_code_brings_the_file_across_and_a_key_ends_it() {
    let (folder, place) = file(&bytes());
    let mut terminal = Terminal::start((100, 50), &["qr", place.to_str().unwrap()], &[]);
    let (mut read, mut last) = (String::new(), 0);
    let joined = folder.path().join("joined");
    for _ in 0..12 {
        let picture = terminal.wait("the next frame", |picture| picture.number > last);
        last = picture.number;
        read += &format!("{}\n", frame(&picture).unwrap_or_default());
    }
    fs::write(folder.path().join("read"), &read).unwrap();
    terminal.keys("q");
    assert_eq!(terminal.status(), 0);
    let raw = terminal.raw_at_the_end();
    assert_eq!((count(&raw, ENTERED), count(&raw, LEFT)), (1, 1));
    let mut join = Command::new(env!("CARGO_BIN_EXE_gishiki"));
    join.args(["qr", "--join"]).arg(folder.path().join("read")).arg("--out").arg(&joined);
    assert!(join.status().unwrap().success(), "{read}");
    assert_eq!(fs::read(joined).unwrap(), bytes());
}

#[test]
fn the_space_bar_halts_it_and_control_c_gives_the_terminal_back() {
    let (_folder, place) = file(&bytes());
    let mut terminal = Terminal::start((80, 24), &["qr", place.to_str().unwrap()], &[]);
    terminal.wait("the first frame", |picture| frame(picture).is_some());
    terminal.keys(" ");
    let halted = frame(&terminal.wait_for("HALTED")).unwrap();
    std::thread::sleep(std::time::Duration::from_millis(800));
    assert_eq!(frame(&terminal.picture()).unwrap(), halted, "it stands still");
    terminal.keys(" ");
    terminal.wait("another frame", |picture| {
        frame(picture).is_some_and(|next| next != halted) && !picture.shows("HALTED")
    });
    terminal.keys(CONTROL_C);
    let (status, left) = terminal.ends();
    assert_eq!(status, 130);
    assert!(left.contains("Stopped."), "{left}");
}

#[test]
fn a_terminal_that_is_too_small_is_told_what_is_needed() {
    let (_folder, place) = file("a statement of many words, ".repeat(12).as_bytes());
    let mut terminal = Terminal::start((80, 24), &["qr", place.to_str().unwrap()], &[]);
    assert_eq!(terminal.status(), 2);
    let shown = terminal.picture().text().replace('\n', " ");
    assert!(shown.contains("and the terminal has 80 and 24"), "{shown}");
    let mut tiny = Terminal::start((30, 12), &["qr", "--frames", place.to_str().unwrap()], &[]);
    assert_eq!(tiny.status(), 2);
    assert!(
        tiny.picture().text().replace('\n', "").contains("needs 41 columns"),
        "{}",
        tiny.picture().text()
    );
}
