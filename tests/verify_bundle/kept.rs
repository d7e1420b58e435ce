//! Wallets that keep their xpubs: what is not established is said by name, and nobody else may claim it.

use gishiki::manifest::{KeptAccount, Layout, Sealed, canonical};
use gishiki::verify::Verdict;

use super::maker::*;

/// The team's plan, in which a payout wallet keeps its xpub.
fn kept() -> String {
    let name = TEAM.find("name = \"PersonalPayout1\"").unwrap();
    let signer = name + TEAM[name..].find("signer = ").unwrap();
    format!("{}xpub = \"kept\"\n{}", &TEAM[..signer], &TEAM[signer..])
}

#[test]
fn what_follows_from_nothing_is_named_and_the_rest_established() {
    let files = rehearse(&kept());
    let report = judge_rehearsal(&files);
    assert!(report.ok(), "{}", report.json());
    let unchecked = |check: &str| {
        let of_check = report.of(Verdict::Unchecked).filter(|it| it.check == check);
        of_check.map(|it| it.detail.id().to_owned()).collect::<Vec<_>>()
    };
    for check in ["V-ADDRESS", "V-IDENTITY"] {
        assert_eq!(unchecked(check), ["v-address-kept"], "{check}");
        assert!(report.of(Verdict::Established).any(|it| it.check == check));
    }
    let of_open = judge_rehearsal(team());
    assert!(of_open.of(Verdict::Unchecked).all(|it| it.detail.id() != "v-address-kept"));
}

/// Whoever holds the sealed file and leaves an xpub out of it claims what the plan does not say.
#[test]
fn only_the_plan_lets_a_wallet_keep_its_xpub() {
    let name = Layout::sealed("member-1");
    let mut files = team().clone();
    let mut sealed: Sealed = canonical::from_bytes(&files[&name]).unwrap();
    let gone = sealed.accounts.remove(0);
    sealed.kept.push(KeptAccount { path: gone.path, wallet: gone.wallet });
    files.insert(name, canonical::to_bytes(&sealed).unwrap());
    assert!(judge_rehearsal(&files).failed().contains(&"V-IDENTITY"));
}
