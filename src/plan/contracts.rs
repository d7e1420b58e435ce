//! Safes and splits in the form the document gives them.

use toml::Spanned;

use super::expand::{form, malformed, name};
use super::finding::Report;
use super::schema::{self, Text};
use super::{Recipient, SafePlan, SafeState, SplitPlan, SplitSalt, SplitState, forms};
use crate::contracts::Method;
use crate::keys::Digest;

/// A Safe.
pub fn safe(it: &schema::Safe, report: &mut Report) -> Option<SafePlan> {
    let name = name(report, "name", &it.name);
    let salt_nonce = form(report, "salt_nonce", "salt-nonce", &it.salt_nonce, forms::salt_nonce);
    let preset = word(report, "preset", &it.preset, &["ui", "plain"]);
    let deployment = optional(report, "deployment", &it.deployment, |text| text.parse().ok());
    let singleton = optional(report, "singleton", &it.singleton, forms::singleton);
    let fallback_handler =
        optional(report, "fallback_handler", &it.fallback_handler, forms::fallback_handler);
    let method = optional(report, "method", &it.method, |text| Method::read(text).ok());
    Some(SafePlan {
        name: name?,
        label: it.label.get_ref().clone(),
        owners: texts(&it.owners),
        threshold: *it.threshold.get_ref(),
        version: it.version.get_ref().clone(),
        preset: preset?,
        deployment: deployment?,
        singleton: singleton?,
        fallback_handler: fallback_handler?,
        method: method?,
        salt_nonce: salt_nonce?,
        chains: chains(&it.chains),
        now: it.now.as_ref().map(safe_state),
        next: it.next.as_ref().map(safe_state),
    })
}

/// A split.
pub fn split(it: &schema::Split, plan: &Digest, report: &mut Report) -> Option<SplitPlan> {
    let name = name(report, "name", &it.name);
    let salt = form(report, "salt", "salt", &it.salt, |text| match text {
        "derived" => Some(SplitSalt::derived(plan, it.name.get_ref())),
        "none" => Some(SplitSalt::None),
        _ => forms::salt(text).map(SplitSalt::Given),
    });
    let kind = word(report, "kind", &it.kind, &["push", "pull"]);
    Some(SplitPlan {
        name: name?,
        label: it.label.get_ref().clone(),
        recipients: recipients(&it.recipient),
        owner: owner(&it.owner),
        kind: kind?,
        version: it.version.get_ref().clone(),
        salt: salt?,
        pays: it.pays.iter().flatten().map(|token| token.get_ref().clone()).collect(),
        incentive: *it.incentive.get_ref(),
        chains: chains(&it.chains),
        now: it.now.as_ref().map(split_state),
        next: it.next.as_ref().map(split_state),
    })
}

fn safe_state(it: &schema::SafeState) -> SafeState {
    SafeState { owners: texts(&it.owners), threshold: *it.threshold.get_ref() }
}

fn split_state(it: &schema::SplitState) -> SplitState {
    SplitState {
        recipients: recipients(&it.recipient),
        owner: owner(&it.owner),
        incentive: *it.incentive.get_ref(),
    }
}

fn recipients(list: &[schema::Recipient]) -> Vec<Recipient> {
    list.iter().map(|it| Recipient { to: it.to.get_ref().clone(), share: *it.share.get_ref() }).collect()
}

fn owner(text: &Text) -> Option<String> {
    Some(text.get_ref().clone()).filter(|owner| owner != "none")
}

fn texts(list: &Spanned<Vec<Text>>) -> Vec<String> {
    list.get_ref().iter().map(|text| text.get_ref().clone()).collect()
}

/// A value that has a default; the catalogs know its form by its key.
fn optional<T: Default>(
    report: &mut Report,
    key: &'static str,
    text: &Option<Text>,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    text.as_ref().map_or_else(|| Some(T::default()), |text| form(report, key, key, text, read))
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
