//! P-WALLET-DUPLICATE: every wallet is another one.

use super::super::draft::Draft;
use super::super::finding::Report;
use super::WALLET_DUPLICATE;
use crate::text::Problem;

/// Two wallets of one custodian with one name, or two wallets with one identity. Names that differ in case only are
/// one name: file systems of some laptops cannot tell their statements apart.
pub fn run(draft: &Draft, report: &mut Report) {
    let wallets = &draft.plan.wallets;
    for (position, (it, wallet)) in draft.document.wallet.iter().zip(wallets).enumerate() {
        let earlier = || wallets[..position].iter().zip(&draft.document.wallet);
        let same_name = earlier().find(|(other, _)| {
            other.id.custodian == wallet.id.custodian && other.id.name.eq_ignore_ascii_case(&wallet.id.name)
        });
        if let Some((other, place)) = same_name {
            let line = report.source().position(place.name.span().start).line;
            let problem = Problem::finding("p-wallet-duplicate-name")
                .with("wallet", &wallet.id)
                .with("other", &other.id)
                .with("line", line);
            report.error(WALLET_DUPLICATE, it.name.span(), problem);
        }
        let Some(identity) = &it.identity else { continue };
        if let Some((other, _)) = earlier().find(|(other, _)| other.identity == wallet.identity) {
            let problem = Problem::finding("p-wallet-duplicate-identity")
                .with("wallet", &wallet.id)
                .with("other", &other.id);
            report.error(WALLET_DUPLICATE, identity.span(), problem);
        }
    }
}
