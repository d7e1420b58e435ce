//! Labels for people, spreadsheets and programs.

use serde::Serialize;

use super::marks;
use crate::manifest::{Manifest, canonical};

/// One label: an address on one chain.
#[derive(Serialize)]
struct Label {
    address: String,
    chain_id: u64,
    kind: &'static str,
    label: String,
    mark: String,
    member: String,
    path: String,
    /// CAIP-10 account id.
    r#ref: String,
    role: String,
    wallet: String,
}

const COLUMNS: [&str; 9] =
    ["label", "address", "chain_id", "kind", "role", "member", "wallet", "path", "mark"];

/// `labels.csv`: RFC 4180 with LF, a header, and no cell that a spreadsheet would take for a formula.
pub fn csv(manifest: &Manifest) -> String {
    let mut out = COLUMNS.join(",") + "\n";
    for label in labels(manifest) {
        let chain_id = label.chain_id.to_string();
        let cells = [
            label.label.as_str(),
            &label.address,
            &chain_id,
            label.kind,
            &label.role,
            &label.member,
            &label.wallet,
            &label.path,
            &label.mark,
        ];
        out += &(cells.map(cell).join(",") + "\n");
    }
    out
}

/// `labels.jsonl`: one object a line, in the canonical form.
pub fn jsonl(manifest: &Manifest) -> String {
    // Every text in a manifest is printable ASCII, or the manifest itself would have no canonical form.
    let line =
        |label: Label| canonical::to_bytes(&label).ok().and_then(|bytes| String::from_utf8(bytes).ok());
    labels(manifest).filter_map(line).map(|line| line + "\n").collect()
}

fn cell(text: &str) -> String {
    let guard = if text.starts_with(['=', '+', '-', '@']) { "'" } else { "" };
    let text = format!("{guard}{text}");
    if text.contains([',', '"', '\'']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

fn labels(manifest: &Manifest) -> impl Iterator<Item = Label> {
    let chain = manifest.ceremony.chain_id;
    let mark = marks(manifest);
    let blank = move |kind, label: &str, address: String, chain_id: u64, role: &str, mark: &str| Label {
        r#ref: format!("eip155:{chain_id}:{address}"),
        address,
        chain_id,
        kind,
        label: label.to_owned(),
        mark: mark.to_owned(),
        member: String::new(),
        path: String::new(),
        role: role.to_owned(),
        wallet: String::new(),
    };
    let mut labels = Vec::new();
    for row in &manifest.addresses {
        labels.push(Label {
            member: row.member.clone(),
            path: row.path.to_string(),
            wallet: row.wallet.clone(),
            ..blank("key", &row.label, row.address.to_string(), chain, &row.role, &mark)
        });
    }
    for contract in &manifest.contracts {
        for &chain_id in contract.chains() {
            let address = contract.address().to_string();
            labels.push(blank("contract", contract.label(), address, chain_id, contract.name(), &mark));
        }
    }
    for external in manifest.externals.iter().filter(|external| external.address != "TBD") {
        labels.push(blank(
            "external",
            &external.label,
            external.address.clone(),
            chain,
            &external.name,
            &mark,
        ));
    }
    labels.into_iter()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_cell_is_a_formula_or_breaks_its_row() {
        assert_eq!(cell("=HYPERLINK(1)"), "\"'=HYPERLINK(1)\"");
        assert_eq!(cell("a,b \"c\""), "\"a,b \"\"c\"\"\"");
        assert_eq!(cell("HW - Lido Ops"), "HW - Lido Ops");
    }
}
