//! Labels in the manner of BIP-329 for any chain: one JSON object a line.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::manifest::derived::each_label;
use crate::manifest::{Layout, Manifest, Part, canonical};
use crate::text::Problem;
use crate::verify::Bundle;

/// One label. `docs/labels.md` says what each member is.
#[derive(Serialize)]
struct Line {
    fingerprint: String,
    kind: &'static str,
    label: String,
    path: String,
    r#ref: String,
    role: String,
    r#type: &'static str,
}

/// The members of a line that BIP-329 has (`type`, `ref` as CAIP-10, `label` with the marks before it), and where the address comes from: the
/// fingerprint of the wallet's identity, the path, the role. In the canonical form, each line ended by a line feed.
///
/// # Errors
/// A part that an address comes from is not there.
pub fn labels(bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
    let marks = manifest.ceremony.marks(" ");
    let fingerprints = fingerprints(bundle, manifest)?;
    let mut out = Vec::new();
    each_label(manifest, &mut |label| {
        let wallet = (label.member.to_owned(), label.wallet.to_owned());
        let line = Line {
            fingerprint: fingerprints.get(&wallet).cloned().unwrap_or_default(),
            kind: label.kind,
            label: format!("{marks}{}", label.label),
            path: label.path.to_owned(),
            r#ref: label.r#ref.to_owned(),
            role: label.role.to_owned(),
            r#type: "addr",
        };
        // Every text in a manifest is printable ASCII.
        if canonical::append(&line, &mut out) {
            out.push(b'\n');
        }
    });
    Ok(out)
}

/// The fingerprint of each wallet, by member and name. A wallet is the same one in every ceremony that it takes part in.
fn fingerprints(bundle: &Bundle, manifest: &Manifest) -> Result<BTreeMap<(String, String), String>, Problem> {
    let mut files: Vec<_> = manifest
        .addresses
        .iter()
        .map(|row| {
            row.since.map_or_else(|| Layout::part(&row.member), |it| Layout::carried_part(it, &row.member))
        })
        .collect();
    files.sort();
    files.dedup();
    let mut found = BTreeMap::new();
    for file in files {
        let part: Option<Part> = bundle.get(&file).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        let part = part.ok_or_else(|| Problem::finding("bundle-missing").with("file", &file))?;
        for wallet in part.wallets {
            found.insert((part.member.clone(), wallet.name), wallet.identity.short());
        }
    }
    Ok(found)
}
