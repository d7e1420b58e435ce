//! Safes and splits in the form the document gives them.

use toml::Spanned;

use super::expand::{form, malformed, name};
use super::finding::Report;
use super::schema::{self, Text};
use super::{Recipient, SafePlan, SplitPlan, forms};

/// A Safe.
pub fn safe(it: &schema::Safe, report: &mut Report) -> Option<SafePlan> {
    let name = name(report, "name", &it.name);
    let salt_nonce = form(report, "salt_nonce", "salt-nonce", &it.salt_nonce, forms::salt_nonce);
    let preset = word(report, "preset", &it.preset, &["ui", "plain"]);
    Some(SafePlan {
        name: name?,
        label: it.label.get_ref().clone(),
        owners: it.owners.get_ref().iter().map(|owner| owner.get_ref().clone()).collect(),
        threshold: *it.threshold.get_ref(),
        version: it.version.get_ref().clone(),
        preset: preset?,
        salt_nonce: salt_nonce?,
        chains: chains(&it.chains),
    })
}

/// A split.
pub fn split(it: &schema::Split, report: &mut Report) -> Option<SplitPlan> {
    let name = name(report, "name", &it.name);
    let salt = form(report, "salt", "salt", &it.salt, forms::salt);
    let kind = word(report, "kind", &it.kind, &["push", "pull"]);
    let recipient =
        |it: &schema::Recipient| Recipient { to: it.to.get_ref().clone(), share: *it.share.get_ref() };
    Some(SplitPlan {
        name: name?,
        label: it.label.get_ref().clone(),
        recipients: it.recipient.iter().map(recipient).collect(),
        owner: Some(it.owner.get_ref().clone()).filter(|owner| owner != "none"),
        kind: kind?,
        version: it.version.get_ref().clone(),
        salt: salt?,
        incentive: *it.incentive.get_ref(),
        chains: chains(&it.chains),
    })
}

/// One of a few words; the catalogs know each list by its key.
fn word(report: &mut Report, key: &'static str, text: &Text, words: &[&str]) -> Option<String> {
    let found = words.contains(&text.get_ref().as_str());
    if !found {
        malformed(report, key, key, text.get_ref(), text.span());
    }
    found.then(|| text.get_ref().clone())
}

fn chains(list: &Spanned<Vec<Spanned<u64>>>) -> Vec<u64> {
    list.get_ref().iter().map(|id| *id.get_ref()).collect()
}
