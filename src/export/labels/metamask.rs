//! Contacts of MetaMask. Releases from 10.19 to about 12.1 restored them from a backup of "user data"; newer ones restore nothing,
//! and contacts are typed (metamask-extension, app/scripts/lib/backup.js and pull request 26325).

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::{Row, fitting, guarded, rows_named};
use crate::keys::Address;
use crate::manifest::Manifest;
use crate::manifest::derived::csv_cell;

/// The backup file with nothing but contacts: `{"addressBook":{"addressBook":{CHAIN:{ADDRESS:{address,chainId,isEns,memo,name}}}}}`, where
/// CHAIN is `0x` and lower-case hex digits.
pub fn metamask_contacts(manifest: &Manifest) -> Vec<u8> {
    let mut book: BTreeMap<String, BTreeMap<String, Value>> = BTreeMap::new();
    for row in named(manifest) {
        let chain = format!("{:#x}", row.chain_id);
        let entry = json!({
            "address": row.address,
            "chainId": chain,
            "isEns": false,
            "memo": row.memo(),
            "name": row.name,
        });
        book.entry(chain).or_default().insert(row.address, entry);
    }
    format!("{:#}\n", json!({ "addressBook": { "addressBook": book } })).into_bytes()
}

/// The same as a table to type from, `name,address,chain_id,memo`, with cells as in `labels.csv`.
pub fn metamask_labels(manifest: &Manifest) -> Vec<u8> {
    let mut out = b"name,address,chain_id,memo\n".to_vec();
    for row in named(manifest) {
        for (text, end) in [
            (row.name.clone(), b','),
            (row.address.clone(), b','),
            (row.chain_id.to_string(), b','),
            (row.memo(), b'\n'),
        ] {
            csv_cell(&text, &mut out);
            out.push(end);
        }
    }
    out
}

/// One address under the name that it has among MetaMask's contacts.
pub struct Contact {
    pub address: Address,
    pub name: String,
    pub role: String,
    /// `key`, `contract` or `external`.
    pub kind: &'static str,
    /// Empty for what no device gave.
    pub path: String,
    /// Each of its own contacts there.
    pub chains: Vec<u64>,
}

/// Every contact of a manifest, once for all of its chains, in the order of `labels.csv`.
pub fn contacts(manifest: &Manifest) -> Vec<Contact> {
    let mut contacts: Vec<Contact> = Vec::new();
    for row in named(manifest) {
        match contacts.last_mut() {
            // The chains of a contract follow each other.
            Some(last) if (last.kind, &last.role) == (row.kind, &row.role) => last.chains.push(row.chain_id),
            _ => {
                // Whatever is not open is an address.
                let Ok(address) = row.address.parse() else { continue };
                let (name, chains) = (row.name, vec![row.chain_id]);
                contacts.push(Contact {
                    address,
                    name,
                    role: row.role,
                    kind: row.kind,
                    path: row.path,
                    chains,
                });
            }
        }
    }
    contacts
}

/// A name with a dot could be one of ENS to MetaMask, which then shows it as such.
fn named(manifest: &Manifest) -> Vec<Row> {
    rows_named(manifest, |marks, label, role| {
        guarded(fitting(marks, &label.replace('.', "-"), &role.replace('.', "-")).replace('.', "-"))
    })
}
