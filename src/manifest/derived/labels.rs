//! Labels for people, spreadsheets and programs.

use std::io::{self, Write};

use serde::Serialize;

use super::marks;
use crate::manifest::{Manifest, canonical};

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

/// So many bytes go out at once.
const CHUNK: usize = 1 << 16;

/// `labels.csv`: RFC 4180 with LF, a header, and no cell that a spreadsheet would take for a formula.
///
/// # Errors
/// The writer's.
pub fn csv(manifest: &Manifest, to: &mut dyn Write) -> io::Result<()> {
    let mut out = (COLUMNS.join(",") + "\n").into_bytes();
    each(manifest, &mut |label| {
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
                out.push(b',');
            }
            cell(text, &mut out);
        }
        out.push(b'\n');
        flushed(&mut out, CHUNK, to)
    })?;
    flushed(&mut out, 0, to)
}

/// `labels.jsonl`: one object a line, in the canonical form.
///
/// # Errors
/// The writer's.
pub fn jsonl(manifest: &Manifest, to: &mut dyn Write) -> io::Result<()> {
    let mut out = Vec::new();
    each(manifest, &mut |label| {
        // Every text in a manifest is printable ASCII, or the manifest itself would have no canonical form.
        if canonical::append(label, &mut out) {
            out.push(b'\n');
        }
        flushed(&mut out, CHUNK, to)
    })?;
    flushed(&mut out, 0, to)
}

fn flushed(out: &mut Vec<u8>, from: usize, to: &mut dyn Write) -> io::Result<()> {
    if out.len() >= from {
        to.write_all(out)?;
        out.clear();
    }
    Ok(())
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
///
/// # Errors
/// The first of `take`'s.
pub fn each(manifest: &Manifest, take: &mut dyn FnMut(&Label) -> io::Result<()>) -> io::Result<()> {
    let chain_id = manifest.ceremony.chain_id;
    let mark = marks(manifest);
    let blank = Label {
        address: "",
        chain_id,
        kind: "key",
        label: "",
        mark: &mark,
        member: "",
        path: "",
        r#ref: "",
        role: "",
        wallet: "",
    };
    let at = |address: &str, chain_id: u64| format!("eip155:{chain_id}:{address}");
    for row in &manifest.addresses {
        let (address, path) = (row.address.to_string(), row.path.to_string());
        let (label, member, role, wallet) = (&row.label, &row.member, &row.role, &row.wallet);
        let id = at(&address, chain_id);
        take(&Label { address: &address, label, member, path: &path, r#ref: &id, role, wallet, ..blank })?;
    }
    for contract in &manifest.contracts {
        for &chain_id in contract.chains() {
            let address = contract.address().to_string();
            let (label, role, id) = (contract.label(), contract.name(), at(&address, chain_id));
            let kind = "contract";
            take(&Label { address: &address, chain_id, kind, label, r#ref: &id, role, ..blank })?;
        }
    }
    for external in manifest.externals.iter().filter(|external| external.address != "TBD") {
        let (address, label, role) = (&external.address, &external.label, &external.name);
        take(&Label { address, kind: "external", label, r#ref: &at(address, chain_id), role, ..blank })?;
    }
    Ok(())
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
