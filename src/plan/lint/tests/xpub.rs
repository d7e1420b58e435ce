//! P-XPUB: wallets that keep what everybody needs.

use super::{edited, errors};
use crate::plan::read;

/// The first line of the base's first wallet of this signer, with the key before it.
fn keeps(signer: &str) -> (String, String) {
    let line = format!("signer = \"{signer}\"");
    (line.clone(), format!("xpub = \"kept\"\n{line}"))
}

#[test]
fn an_owner_and_signer_gives_its_xpub() {
    let (from, to) = keeps("owner-a");
    let found = errors(&edited(&[(&from, &to)]));
    let ids: Vec<_> =
        found.iter().map(|it| (it[0].as_str(), it[1].as_str(), it[2].contains("owner-a"))).collect();
    assert!(ids.contains(&("P-XPUB", "\"kept\"", true)), "{found:?}");
    let said: String = found.iter().map(|it| it[2].clone() + "\n").collect();
    assert!(said.contains("owner-a signs the manifest.") && said.contains("owner-a owns the Safe"), "{said}");
}

#[test]
fn there_is_one_other_use() {
    let (from, to) = keeps("owner-a");
    let to = to.replace("kept", "burnt");
    let found = errors(&edited(&[(&from, &to)]));
    assert!(matches!(&found[..], [one] if one[0] == "P-SCHEMA" && one[1] == "\"burnt\""), "{found:?}");
}

#[test]
fn a_payout_wallet_may_keep_it() {
    let plan = include_str!("../../../../ceremonies/bonded-validator.toml");
    let name = plan.find("name = \"PersonalPayout1\"").unwrap();
    let signer = name + plan[name..].find("signer = ").unwrap();
    let text = format!("{}xpub = \"kept\"\n{}", &plan[..signer], &plan[signer..]);
    let checked = read(text.as_bytes(), "plan.toml");
    assert_eq!(checked.errors, []);
    let keep: Vec<_> = checked
        .plan
        .unwrap()
        .wallets
        .iter()
        .filter(|wallet| wallet.keeps_xpub)
        .map(|wallet| wallet.id.name.clone())
        .collect();
    assert_eq!(keep, ["PersonalPayout1"]);
}
