//! The address book of Safe{Wallet}: as the CSV file that adds to it, and as the data file that replaces it.

use std::collections::BTreeMap;

use serde_json::json;

use super::rows;
use crate::manifest::Manifest;
use crate::text::Problem;

/// Safe{Wallet} reads no larger address book, in bytes (ImportDialog/validation.ts of its source).
const CSV_MAX: usize = 1_000_000;

/// The CSV file for "Import" in the address book: header `address,name,chainId`, EIP-55 addresses, decimal chain ids. No name has
/// a comma or a quote, so nothing is quoted.
///
/// # Errors
/// It would be larger than Safe{Wallet} reads.
pub fn safe_address_book(manifest: &Manifest) -> Result<Vec<u8>, Problem> {
    let mut out = String::from("address,name,chainId\n");
    for row in rows(manifest) {
        out += &format!("{},{},{}\n", row.address, row.name, row.chain_id);
    }
    if out.len() > CSV_MAX {
        return Err(Problem::unusable("export-address-book-size").with("bytes", CSV_MAX));
    }
    Ok(out.into_bytes())
}

/// The data file for Settings, Data: version 3.0 with the address book only, `{"version","data":{"addressBook":{CHAIN:{ADDRESS:NAME}}}}`.
pub fn safe_data(manifest: &Manifest) -> Vec<u8> {
    let mut book: BTreeMap<u64, BTreeMap<String, String>> = BTreeMap::new();
    for row in rows(manifest) {
        book.entry(row.chain_id).or_default().insert(row.address, row.name);
    }
    format!("{:#}\n", json!({ "data": { "addressBook": book }, "version": "3.0" })).into_bytes()
}
