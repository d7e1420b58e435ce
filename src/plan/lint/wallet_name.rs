//! P-WALLET-NAME: a wallet's name stands in files that may be published, so it must not be the passphrase.

use super::super::EntryPlace;
use super::super::draft::Draft;
use super::super::finding::Report;
use super::{WALLET_NAME, listed};
use crate::text::Problem;

/// One finding a plan: its new wallets whose passphrases are typed on the device, where nothing can compare them with
/// the name. What is typed on the laptop is compared there, and a known wallet has its passphrase already.
pub fn run(draft: &Draft, report: &mut Report) {
    let wallets = draft.document.wallet.iter().zip(&draft.plan.wallets);
    let unseen =
        wallets.filter(|(_, wallet)| wallet.entry == EntryPlace::Device && wallet.identity.is_none());
    let unseen: Vec<_> = unseen.collect();
    let Some((it, _)) = unseen.first() else { return };
    let names: Vec<String> = unseen.iter().map(|(_, wallet)| wallet.id.to_string()).collect();
    let problem = Problem::finding("p-wallet-name").with("wallets", listed(names.iter().map(String::as_str)));
    report.warning(WALLET_NAME, it.name.span(), problem);
}
