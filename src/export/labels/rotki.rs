//! The address book of rotki, as its CSV import reads it (usage guide "Address book"; use-address-book-import.ts and
//! use-csv-import-export.ts of its source): lines cut at commas, without quotes.

use super::rows;
use crate::manifest::Manifest;
use crate::text::Problem;

/// The CSV file: header `address,name,blockchain,location`, every name in the private address book.
///
/// # Errors
/// Something is on a testnet, which rotki does not know.
pub fn rotki(manifest: &Manifest) -> Result<Vec<u8>, Problem> {
    let mut out = String::from("address,name,blockchain,location\n");
    for row in rows(manifest) {
        let unknown = || Problem::unusable("export-rotki-chain").with("chain", row.chain_id);
        let chain = blockchain(row.chain_id).ok_or_else(unknown)?;
        out += &format!("{},{},{chain},private\n", row.address, row.name);
    }
    Ok(out.into_bytes())
}

/// What rotki calls a chain (rotkehlchen/chain/evm/types.py and types.py of its source). Never nothing, which would be all chains:
/// reading such a line deletes the address's names on each.
fn blockchain(chain_id: u64) -> Option<&'static str> {
    match chain_id {
        1 => Some("eth"),
        10 => Some("optimism"),
        100 => Some("gnosis"),
        8453 => Some("base"),
        42_161 => Some("arbitrum_one"),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contracts::CHAINS;

    #[test]
    fn every_chain_without_a_testnet_has_a_name_of_its_own_and_no_testnet_has() {
        let mut names = std::collections::BTreeSet::new();
        for chain in CHAINS {
            assert_eq!(blockchain(chain.id).is_none(), chain.testnet, "{}", chain.name);
            assert!(blockchain(chain.id).is_none_or(|name| !name.is_empty() && names.insert(name)));
        }
    }
}
