//! The address book of rotki, as its CSV import reads it (usage guide "Address book"; use-address-book-import.ts and
//! use-csv-import-export.ts of its source): lines cut at commas, without quotes.

use super::rows;
use crate::contracts::Chain;
use crate::manifest::Manifest;
use crate::text::Problem;

/// The CSV file: header `address,name,blockchain,location`, every name in the private address book.
///
/// # Errors
/// Something is on a testnet, which rotki does not know.
pub fn rotki(manifest: &Manifest) -> Result<Vec<u8>, Problem> {
    let mut out = String::from("address,name,blockchain,location\n");
    for row in rows(manifest) {
        if Chain::by_id(row.chain_id).is_none_or(|chain| chain.testnet) {
            return Err(Problem::unusable("export-rotki-chain").with("chain", row.chain_id));
        }
        out += &format!("{},{},{},private\n", row.address, row.name, blockchain(row.chain_id));
    }
    Ok(out.into_bytes())
}

/// What rotki calls a chain; nothing, which is all chains, where its name is not certain.
fn blockchain(chain_id: u64) -> &'static str {
    match chain_id {
        1 => "eth",
        10 => "optimism",
        _ => "",
    }
}
