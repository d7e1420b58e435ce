//! P-DISPLAY-NAME: the name that a Trezor gives an account is not the address's alone.

use std::collections::HashMap;

use super::super::draft::Draft;
use super::super::finding::Report;
use super::{DISPLAY_NAME, joined, listed};
use crate::text::Problem;

/// One finding a wallet: every name on the device's screen that stands for two roles or more.
pub fn run(draft: &Draft, report: &mut Report) {
    for (it, wallet) in draft.document.wallet.iter().zip(&draft.plan.wallets) {
        let mut names: Vec<(String, Vec<&str>)> = Vec::new();
        let mut places = HashMap::new();
        for role in draft.plan.roles_of(&wallet.id) {
            let shown = role.path.shown_name();
            let at = *places.entry(shown).or_insert_with_key(|shown| {
                names.push((shown.clone(), Vec::new()));
                names.len() - 1
            });
            names[at].1.push(&role.name);
        }
        names.retain(|(_, roles)| roles.len() > 1);
        if names.is_empty() {
            continue;
        }
        let said = names.into_iter().map(|(name, roles)| format!("{name}: {}", listed(roles))).collect();
        let problem =
            Problem::finding("p-display-name").with("wallet", &wallet.id).with("names", joined(said, "; "));
        report.warning(DISPLAY_NAME, it.name.span(), problem);
    }
}
