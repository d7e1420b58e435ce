//! Labels for people, spreadsheets and programs.

use rayon::prelude::*;
use serde::Serialize;

use super::marks;
use crate::manifest::{Manifest, ManifestAddress, canonical};

/// One label: an address on one chain. Texts are empty where a kind has none.
#[derive(Serialize)]
pub struct Label<'m> {
    /// The address, EIP-55.
    pub address: &'m str,
    /// EIP-155 chain id.
    pub chain_id: u64,
    /// `key`, `contract` or `external`.
    pub kind: &'static str,
    /// What people call it.
    pub label: &'m str,
    /// `REHEARSAL`, `TESTNET`, both with a space between them, or empty.
    pub mark: &'m str,
    /// Whose device gave it.
    pub member: &'m str,
    /// The whole path.
    pub path: &'m str,
    /// CAIP-10 account id.
    pub r#ref: &'m str,
    /// Its name in the plan.
    pub role: &'m str,
    /// The wallet's name.
    pub wallet: &'m str,
}

const COLUMNS: [&str; 9] =
    ["label", "address", "chain_id", "kind", "role", "member", "wallet", "path", "mark"];

/// So many rows are written at a time by one processor.
const CHUNK: usize = 1024;

/// So many rows are written at once: what waits to be taken stays small.
const WAVE: usize = 4 * CHUNK;

/// The bytes of some labels that follow each other, in each of the files.
#[derive(Default)]
pub struct Piece {
    /// Of `labels.csv`: RFC 4180 with LF, a header, and no cell that a spreadsheet would take for a formula.
    pub csv: Vec<u8>,
    /// Of `labels.jsonl`: one object a line, in the canonical form.
    pub jsonl: Vec<u8>,
}

impl Piece {
    fn header() -> Self {
        Self { csv: (COLUMNS.join(",") + "\n").into_bytes(), ..Self::default() }
    }

    fn push(&mut self, label: &Label) {
        let chain_id = label.chain_id.to_string();
        let cells = [
            label.label,
            label.address,
            &chain_id,
            label.kind,
            label.role,
            label.member,
            label.wallet,
            label.path,
            label.mark,
        ];
        for (at, text) in cells.into_iter().enumerate() {
            if at > 0 {
                self.csv.push(b',');
            }
            cell(text, &mut self.csv);
        }
        self.csv.push(b'\n');
        // Every text in a manifest is printable ASCII, or the manifest itself would have no canonical form.
        if canonical::append(label, &mut self.jsonl) {
            self.jsonl.push(b'\n');
        }
    }
}

/// Shows both files piece by piece, in order. Pieces are made on all processors.
pub fn pieces(manifest: &Manifest, mut take: impl FnMut(&Piece)) {
    let mark = marks(manifest);
    let of_keys = |rows: &[ManifestAddress]| {
        let mut piece = Piece::default();
        keys(manifest, &mark, rows, &mut |label| piece.push(label));
        piece
    };
    take(&Piece::header());
    for wave in manifest.addresses.chunks(WAVE) {
        let made: Vec<_> = wave.par_chunks(CHUNK).map(of_keys).collect();
        made.iter().for_each(&mut take);
    }
    let mut last = Piece::default();
    others(manifest, &mark, &mut |label| last.push(label));
    take(&last);
}

/// Appends a cell of a CSV file: none that a spreadsheet would take for a formula, and none that breaks its row. `text` is
/// printable ASCII, as every text of a manifest.
pub fn cell(text: &str, out: &mut Vec<u8>) {
    let guard = text.starts_with(['=', '+', '-', '@']);
    if !guard && !text.contains([',', '"', '\'']) {
        return out.extend_from_slice(text.as_bytes());
    }
    out.push(b'"');
    if guard {
        out.push(b'\'');
    }
    out.extend_from_slice(text.replace('"', "\"\"").as_bytes());
    out.push(b'"');
}

/// Shows every label in the order of the files: keys, then contracts on each of their chains, then externals.
pub fn each(manifest: &Manifest, take: &mut dyn FnMut(&Label)) {
    let mark = marks(manifest);
    keys(manifest, &mark, &manifest.addresses, take);
    others(manifest, &mark, take);
}

impl<'m> Label<'m> {
    fn blank(manifest: &Manifest, mark: &'m str) -> Self {
        Self {
            address: "",
            chain_id: manifest.ceremony.chain_id,
            kind: "key",
            label: "",
            mark,
            member: "",
            path: "",
            r#ref: "",
            role: "",
            wallet: "",
        }
    }
}

fn caip10(address: &str, chain_id: u64) -> String {
    format!("eip155:{chain_id}:{address}")
}

fn keys(manifest: &Manifest, mark: &str, rows: &[ManifestAddress], take: &mut dyn FnMut(&Label)) {
    let blank = Label::blank(manifest, mark);
    for row in rows {
        let (address, path) = (row.address.to_string(), row.path.to_string());
        let (label, member, role, wallet) = (&row.label, &row.member, &row.role, &row.wallet);
        let id = caip10(&address, blank.chain_id);
        take(&Label { address: &address, label, member, path: &path, r#ref: &id, role, wallet, ..blank });
    }
}

fn others(manifest: &Manifest, mark: &str, take: &mut dyn FnMut(&Label)) {
    let blank = Label::blank(manifest, mark);
    for contract in &manifest.contracts {
        for &chain_id in contract.chains() {
            let address = contract.address().to_string();
            let (label, role, id) = (contract.label(), contract.name(), caip10(&address, chain_id));
            let kind = "contract";
            take(&Label { address: &address, chain_id, kind, label, r#ref: &id, role, ..blank });
        }
    }
    for external in manifest.externals.iter().filter(|external| external.address != "TBD") {
        let (address, label, role) = (&external.address, &external.label, &external.name);
        let id = caip10(address, blank.chain_id);
        take(&Label { address, kind: "external", label, r#ref: &id, role, ..blank });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_breaks_its_row() {
        let cell = |text: &str| {
            let mut out = Vec::new();
            cell(text, &mut out);
            String::from_utf8(out).unwrap()
        };
        assert_eq!(cell("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(cell("a,b \"c\""), "\"a,b \"\"c\"\"\"");
        assert_eq!(cell("HW - Lido Ops"), "HW - Lido Ops");
    }
}
