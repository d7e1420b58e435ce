//! The bundle's Safes for Safe{Wallet}, which shows them before they stand.

use super::labels::fitting;
use super::{Form, contracts_on};
use crate::contracts::SafeParameters;
use crate::contracts::safe::{WalletSafe, wallet_file};
use crate::manifest::Manifest;
use crate::text::Problem;
use crate::verify::Bundle;

/// The file that Safe{Wallet} imports: every Safe on every chain that it is wanted on, under its name in the address book.
///
/// # Errors
/// There is no Safe, or one that Safe{Wallet} could not activate as planned.
pub fn safe_wallet(bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
    let mut chains: Vec<u64> = manifest.contracts.iter().flat_map(|it| it.chains().to_vec()).collect();
    chains.sort_unstable();
    chains.dedup();
    let marks = manifest.ceremony.marks(" ");
    let mut safes = Vec::new();
    for chain in chains {
        for contract in contracts_on(bundle, manifest, chain)? {
            let Form::Safe(form) = &contract.form else { continue };
            let unreadable = |_| Problem::finding("export-contract").with("name", &contract.name);
            let made = SafeParameters::read(&contract.tx, chain).map_err(unreadable)?.deployment()?;
            safes.push((made, fitting(&marks, &form.entry.label, &contract.name)));
        }
    }
    if safes.is_empty() {
        return Err(Problem::unusable("export-no-safe"));
    }
    let safes: Vec<_> = safes.iter().map(|(deployment, label)| WalletSafe { deployment, label }).collect();
    Ok(wallet_file(&safes)?)
}
