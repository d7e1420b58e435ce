//! Whether the expected signers are who they should be. A bundle cannot tell that of itself.

use std::collections::HashSet;

use super::checks::PINS;
use super::seeds::rehearsed_address;
use super::{Case, Evidence, Report};
use crate::keys::Address;
use crate::manifest::{ByName, Signer};
use crate::text::Message;

/// Where the evidence comes from that an address is its signer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pin {
    /// The signer told it by another channel.
    Told,
    /// It stands in the plan that the auditor brought.
    Plan,
    /// It stands in the trusted previous manifest.
    Previous,
    /// A rehearsal's published test seed gives it.
    TestSeed,
}

impl Pin {
    /// The message that says it.
    pub fn message(self) -> Message {
        Message::new(match self {
            Self::Told => "v-pin-told",
            Self::Plan => "v-pin-plan",
            Self::Previous => "v-pin-previous",
            Self::TestSeed => "v-pin-test-seed",
        })
    }
}

/// `V-PINS`: every required signer is pinned, and no evidence speaks against any address.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let mut failures = contradictions(case, evidence);
    let before = evidence.before(case.manifest.ceremony.sequence);
    let mut before = before.map(|it| ByName::new(&it.manifest.addresses, |row| &row.role));
    let mut previous = |role: &str| before.as_mut()?.get(role).map(|row| row.address);
    let mut pinned = |it: &Signer| (it.clone(), pin(case, evidence, previous(&it.role), it));
    let signers: Vec<_> = required(case).map(&mut pinned).collect();
    for (signer, pin) in &signers {
        if pin.is_none() {
            failures.push(
                Message::new("v-pins-missing")
                    .with("role", &signer.role)
                    .with("wallet", format!("{}/{}", signer.member, signer.wallet))
                    .with("address", signer.address),
            );
        }
    }
    report.settle(PINS, failures, Message::new("v-pins-ok").count("signers", signers.len()));
    report.signers = signers;
}

/// Each wallet's signer and each of the manifest, once.
fn required<'c>(case: &'c Case) -> impl Iterator<Item = &'c Signer> {
    let mut known = HashSet::new();
    let signers = case.manifest.wallet_signers.iter().chain(&case.manifest.policy);
    signers.filter(move |signer| known.insert(signer.role.as_str()))
}

/// The strongest evidence that a signer's address is right, with the one in the previous manifest. The one place that decides.
fn pin(case: &Case, evidence: &Evidence, previous: Option<Address>, signer: &Signer) -> Option<Pin> {
    let planned = || evidence.plan.as_ref()?.role(&signer.role)?.address;
    let test_seed = || evidence.rehearsal.then(|| rehearsed_address(case, &signer.role)).flatten();
    let says = |address: Option<Address>, pin| (address == Some(signer.address)).then_some(pin);
    says(evidence.signers.get(&signer.role).copied(), Pin::Told)
        .or_else(|| says(planned(), Pin::Plan))
        .or_else(|| says(previous, Pin::Previous))
        .or_else(|| says(test_seed(), Pin::TestSeed))
}

/// What a signer told by another channel, or the auditor's plan says, and the manifest does not.
fn contradictions(case: &Case, evidence: &Evidence) -> Vec<Message> {
    let told = evidence.signers.iter().map(|(role, address)| (role.as_str(), *address));
    let roles = evidence.plan.iter().flat_map(|plan| &plan.roles);
    let planned = roles.filter_map(|role| Some((role.name.as_str(), role.address?)));
    let mut rows = ByName::new(&case.manifest.addresses, |row| &row.role);
    let differs = |(role, address): (&str, Address)| {
        let row = rows.get(role);
        let Some(row) = row else { return Some(Message::new("v-pins-unknown").with("role", role)) };
        (row.address != address).then(|| {
            Message::new("v-pins-differ")
                .with("role", role)
                .with("told", address)
                .with("address", row.address)
        })
    };
    told.chain(planned).filter_map(differs).collect()
}
