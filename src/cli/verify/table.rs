//! The table of a manifest: every address with its label and where it comes from.

use std::fmt::Write;

use rayon::prelude::*;
use unicode_width::UnicodeWidthStr;

use crate::cli::Output;
use crate::manifest::{Manifest, ManifestAddress};
use crate::text::cleaned;

/// So many rows are written by one thread at a time, and so many such pieces are held before they are printed.
const PIECE: usize = 1_000;
const PIECES: usize = 8;

/// Prints it. There may be a hundred thousand rows: their text is made on all processors, and never held whole.
pub(super) fn tell(output: &Output, manifest: &Manifest) {
    let text = |id: &'static str| output.catalog().text(id);
    let head = ["verify-column-label", "verify-column-address", "verify-column-origin"].map(text);
    let contract = text("verify-origin-contract");
    let external = text("verify-origin-external");
    let contracts = manifest.contracts.iter();
    let contracts = contracts.map(|it| [it.label(), &it.address().to_string(), &contract].map(str::to_owned));
    let externals =
        manifest.externals.iter().map(|it| [&it.label, &it.address, &external].map(String::clone));
    let others: Vec<[String; 3]> = contracts.chain(externals).collect();

    let columns = Columns::of(&head, manifest, &others);
    let mut lines = String::new();
    columns.line(&mut lines, &head.each_ref().map(String::as_str));
    for rows in manifest.addresses.chunks(PIECE * PIECES) {
        output.text(&lines);
        lines.clear();
        let pieces: Vec<String> = rows.par_chunks(PIECE).map(|rows| columns.keys(rows)).collect();
        pieces.iter().for_each(|piece| output.text(piece));
    }
    others.iter().for_each(|row| columns.line(&mut lines, &row.each_ref().map(String::as_str)));
    output.text(&lines);
}

/// How wide all columns but the last are.
struct Columns {
    label: usize,
    address: usize,
}

impl Columns {
    fn of(head: &[String; 3], manifest: &Manifest, others: &[[String; 3]]) -> Self {
        let key = manifest.addresses.par_iter().map(|row| width(&cleaned(&row.label))).max();
        let address = manifest.addresses.first().map(|row| row.address.to_string().len());
        let widest = |at: usize| others.iter().chain([head]).map(|row| width(&cleaned(&row[at]))).max();
        let most = |one: Option<usize>, other: Option<usize>| one.max(other).unwrap_or(0);
        Self { label: most(key, widest(0)), address: most(address, widest(1)) }
    }

    fn keys(&self, rows: &[ManifestAddress]) -> String {
        let mut lines = String::new();
        let (mut address, mut origin) = (String::new(), String::new());
        for row in rows {
            address.clear();
            origin.clear();
            // Memory takes whatever is written to it.
            let _ = write!(address, "{}", row.address);
            let _ = write!(origin, "{}/{} {}", row.member, row.wallet, row.path);
            self.line(&mut lines, &[&row.label, &address, &origin]);
        }
        lines
    }

    fn line(&self, lines: &mut String, row: &[&str; 3]) {
        let [label, address, origin] = row.map(cleaned);
        for (cell, wide) in [(label, self.label), (address, self.address)] {
            lines.push_str("  ");
            lines.push_str(&cell);
            lines.extend(std::iter::repeat_n(' ', wide.saturating_sub(width(&cell))));
        }
        lines.push_str("  ");
        lines.push_str(&origin);
        lines.push('\n');
    }
}

/// Columns of a terminal. What is cleaned and ASCII has one for each character.
fn width(cell: &str) -> usize {
    if cell.is_ascii() { cell.len() } else { cell.width() }
}
