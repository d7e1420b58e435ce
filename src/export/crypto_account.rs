//! One wallet's addresses for programs that take accounts from a QR code.

use std::collections::BTreeMap;

use crate::codes::account::{Key, PAGE, TYPE, message};
use crate::manifest::{Layout, Manifest, ManifestAddress, Sealed, SealedAccount};
use crate::text::Problem;
use crate::verify::Bundle;

/// Whose addresses, and which.
#[derive(Clone, Copy, Debug)]
pub struct Wanted<'a> {
    /// The member's name.
    pub custodian: &'a str,
    /// The wallet's name.
    pub wallet: &'a str,
    /// Only these roles; all where there is none.
    pub roles: &'a [String],
}

/// A line `UR:CRYPTO-ACCOUNT/…` in capitals, with the public keys of a wallet's addresses at their whole paths, in the manifest's
/// order, and without chain codes: nobody can derive another address from it. Programs take its addresses for those of a device
/// that signs by QR codes, which no Trezor does: they can watch with it and nothing else. The fingerprint in it is the wallet
/// identity's, at m/44'/60', as the master key's is in no file.
///
/// # Errors
/// There is no such wallet or role; the number of addresses is no multiple of [`PAGE`]; or an account's xpub is not in the bundle.
pub fn crypto_account(bundle: &Bundle, manifest: &Manifest, wanted: Wanted) -> Result<Vec<u8>, Problem> {
    let rows = rows(manifest, wanted)?;
    if rows.len() % PAGE != 0 {
        let id = if rows.len() < PAGE { "export-account-few" } else { "export-account-count" };
        let problem = Problem::unusable(id).with("count", rows.len()).with("page", PAGE);
        let roles: Vec<_> = rows.iter().map(|row| row.role.as_str()).collect();
        return Err(problem.with("roles", roles.join(", ")));
    }
    let mut keys = Vec::new();
    let mut fingerprint = [0; 4];
    let mut files = BTreeMap::new();
    for row in rows {
        let account = account(sealed(bundle, row, &mut files)?, row)?;
        let unreadable = || Problem::finding("export-account-key").with("role", &row.role);
        let public = account.xpub.key_at(row.path).map_err(|_| unreadable())?;
        if public.address != row.address {
            return Err(unreadable());
        }
        fingerprint = account.xpub.parent_fingerprint();
        keys.push(Key { path: row.path, public });
    }
    let name = format!("{}{} {}", manifest.ceremony.marks(" "), wanted.custodian, wanted.wallet);
    let resource = ur::encode(&message(fingerprint, &name, &keys), &ur::Type::Custom(TYPE));
    Ok((resource.to_ascii_uppercase() + "\n").into_bytes())
}

fn rows<'m>(manifest: &'m Manifest, wanted: Wanted) -> Result<Vec<&'m ManifestAddress>, Problem> {
    let of_wallet = |row: &&ManifestAddress| row.member == wanted.custodian && row.wallet == wanted.wallet;
    let all: Vec<_> = manifest.addresses.iter().filter(of_wallet).collect();
    if all.is_empty() {
        let problem = Problem::unusable("export-account-wallet").with("custodian", wanted.custodian);
        return Err(problem.with("wallet", wanted.wallet));
    }
    if let Some(role) = wanted.roles.iter().find(|role| !all.iter().any(|row| row.role == **role)) {
        return Err(Problem::unusable("export-account-role").with("role", role));
    }
    let is_wanted =
        |row: &&ManifestAddress| wanted.roles.is_empty() || wanted.roles.iter().any(|role| *role == row.role);
    Ok(all.into_iter().filter(is_wanted).collect())
}

/// What the part of an address sealed, each file read once.
fn sealed<'f>(
    bundle: &Bundle,
    row: &ManifestAddress,
    files: &'f mut BTreeMap<String, Sealed>,
) -> Result<&'f Sealed, Problem> {
    let file = match row.since {
        Some(sequence) => Layout::carried_sealed(sequence, &row.member),
        None => Layout::sealed(&row.member),
    };
    if !files.contains_key(&file) {
        let missing = || Problem::unusable("export-account-sealed").with("file", &file);
        let sealed = serde_json::from_slice(&bundle.get(&file).ok_or_else(missing)?)
            .map_err(|_| Problem::finding("export-account-key").with("role", row.role.as_str()))?;
        files.insert(file.clone(), sealed);
    }
    Ok(&files[&file])
}

/// The account that an address lies in.
fn account<'s>(sealed: &'s Sealed, row: &ManifestAddress) -> Result<&'s SealedAccount, Problem> {
    let path = row.path.account_path();
    let found = sealed.accounts.iter().find(|it| it.wallet == row.wallet && it.path == path);
    found.ok_or_else(|| {
        Problem::unusable("export-account-kept").with("path", path).with("wallet", row.wallet.as_str())
    })
}
