//! What is taken over from earlier ceremonies: that their wallets signed it, and that it follows from their xpubs.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use super::bundle::Bundle;
use super::checks::{ADDRESS, CARRIED, IDENTITY};
use super::derivation::{kept_roles, say_kept};
use super::{Case, Evidence, Report};
use crate::ceremony::{Earlier, Flaw, examine, kept_beyond};
use crate::keys::Digest;
use crate::keys::derive::{Child, addresses};
use crate::manifest::{Heading, KeptAccount, Layout, Part, Previous, Sealed, canonical};
use crate::plan::{CarriedPart, Linted, Role};
use crate::text::{Message, Problem};

/// An earlier part in the bundle, read.
pub struct Past {
    /// The sequence of the ceremony that made it.
    pub sequence: u64,
    /// Whose.
    pub member: String,
    /// The part with its digests, or why it does not hold.
    pub earlier: Result<Earlier, Flaw>,
    /// The sealed file; none in a public bundle, or where it is not the one that the part names.
    pub sealed: Option<Sealed>,
}

impl Past {
    /// The part, where it holds.
    pub fn part(&self) -> Option<&Part> {
        self.earlier.as_ref().ok().map(|earlier| &earlier.part)
    }
}

/// Reads every earlier part that a plan carries something from.
pub fn read(bundle: &Bundle, plan: &Linted, heading: &Heading) -> Vec<Past> {
    let past = |from: CarriedPart| {
        let files = |name: &str| bundle.get(name).map(Cow::into_owned);
        let mut earlier = examine(&from, plan, heading, &files);
        let mut sealed = None;
        if let (Ok(part), true) = (&earlier, bundle.has_sealed()) {
            match sealed_of(bundle, &from, part) {
                Ok(found) => sealed = Some(found),
                Err(flaw) => earlier = Err(flaw),
            }
        }
        Past { sequence: from.sequence, member: from.member.to_owned(), earlier, sealed }
    };
    plan.carried_parts().into_iter().map(past).collect()
}

fn sealed_of(bundle: &Bundle, from: &CarriedPart, earlier: &Earlier) -> Result<Sealed, Flaw> {
    let name = Layout::carried_sealed(from.sequence, from.member);
    let flaw = |kind| Flaw { kind, name: name.clone() };
    let bytes = bundle.get(&name).ok_or_else(|| flaw("missing"))?;
    let sealed: Sealed = canonical::from_bytes(&bytes).map_err(|_| flaw("form"))?;
    let same = (&sealed.ceremony, &sealed.member) == (&earlier.part.ceremony, &earlier.part.member);
    if sealed.r#type == Sealed::TYPE && same && Digest::of(bytes) == earlier.digests.sealed_sha256 {
        Ok(sealed)
    } else {
        Err(flaw("sealed"))
    }
}

/// `V-CARRIED`, and of `V-ADDRESS` and `V-IDENTITY` what is about rows that earlier ceremonies confirmed.
pub fn check(case: &Case, evidence: &Evidence, report: &mut Report) {
    let mut failures = Vec::new();
    for past in &case.earlier {
        let about =
            |id: &'static str| Message::new(id).with("member", &past.member).with("sequence", past.sequence);
        match &past.earlier {
            Err(flaw) => {
                failures.push(about("v-carried-flaw").with("flaw", flaw.kind).with("name", &flaw.name))
            }
            Ok(earlier) => {
                let here = (earlier.digests.part_sha256, earlier.digests.sealed_sha256);
                // The manifest of its own ceremony has it, and the last one has it or carried it, too.
                let last = evidence.before(case.manifest.ceremony.sequence).map(|last| last.digest);
                let wrong = |it: &Previous| {
                    let sequence = it.manifest.ceremony.sequence;
                    let must =
                        sequence == past.sequence || (Some(it.digest) == last && past.sequence < sequence);
                    it.part(past.sequence, &past.member).map_or(must, |told| told != here)
                };
                if evidence.previous.iter().any(wrong) {
                    failures.push(about("v-carried-previous"));
                }
            }
        }
    }
    if case.expected().ok().map(|(manifest, _)| &manifest.carried) != Some(&case.manifest.carried) {
        failures.push(Message::new("v-carried-manifest"));
    }
    let rows = case.manifest.addresses.iter().filter(|row| row.since.is_some()).count();
    let ok = Message::new("v-carried-ok").count("rows", rows).count("parts", case.earlier.len());
    report.settle(CARRIED, failures, ok);
    derived(case, report);
}

/// Carried rows from the xpubs of their ceremonies. Where none is carried nothing is said.
fn derived(case: &Case, report: &mut Report) {
    if case.earlier.is_empty() || !case.bundle.has_sealed() {
        return;
    }
    let mut found = Found::default();
    for from in case.plan.carried_parts() {
        let past =
            case.earlier.iter().find(|it| (it.sequence, it.member.as_str()) == (from.sequence, from.member));
        if let Some((part, sealed)) = past.and_then(|it| Some((it.part()?, it.sealed.as_ref()?))) {
            found.rows(&from, part, sealed);
            found.accounts(&from, part, sealed);
            found.kept_beyond(&from, &case.plan, sealed);
        }
    }
    let Found { addresses, identities, kept, rows, accounts } = found;
    report.settle(ADDRESS, addresses, Message::new("v-address-carried").count("rows", rows));
    report.settle(IDENTITY, identities, Message::new("v-identity-carried").count("accounts", accounts));
    let kept: Vec<_> = kept.iter().map(String::as_str).collect();
    say_kept(&kept, report);
}

/// What earlier parts' rows and accounts came to.
#[derive(Default)]
struct Found {
    addresses: Vec<Message>,
    identities: Vec<Message>,
    /// Roles whose wallets keep their xpubs.
    kept: Vec<String>,
    rows: usize,
    accounts: usize,
}

impl Found {
    /// Every carried role follows from its account's xpub.
    fn rows(&mut self, from: &CarriedPart, part: &Part, sealed: &Sealed) {
        let theirs: BTreeSet<&str> = kept_roles(part, sealed).collect();
        let accounts = sealed.accounts.iter();
        let known: BTreeMap<_, _> = accounts.map(|it| ((it.wallet.as_str(), it.path), &it.xpub)).collect();
        let (kept, told): (Vec<&Role>, Vec<&Role>) =
            from.roles.iter().partition(|role| theirs.contains(role.name.as_str()));
        self.kept.extend(kept.into_iter().map(|role| role.name.to_string()));
        self.rows += told.len();
        let child = |role: &Role| {
            let account = (role.wallet.name.as_str(), role.path.account_path());
            Child::at(known.get(&account)?, role.path)
        };
        let children: Vec<_> = told.iter().map(|role| child(role)).collect();
        let wanted: Vec<_> = children.iter().flatten().copied().collect();
        let mut derived = match addresses(&wanted) {
            Ok(derived) => derived.into_iter(),
            Err(disagreement) => return self.addresses.push(Problem::from(disagreement).cause()),
        };
        for (role, child) in told.iter().zip(&children) {
            let address = child.and_then(|_| derived.next()?.ok());
            if address.is_none() || address != role.address {
                let differs = Message::new("v-address-differs").with("role", &role.name);
                let address = role.address.map_or(String::new(), |it| it.to_string());
                self.addresses.push(differs.with("path", role.path).with("address", address));
            }
        }
    }

    /// No wallet keeps what it gives by the plan.
    fn kept_beyond(&mut self, from: &CarriedPart, plan: &Linted, sealed: &Sealed) {
        let differs = |it: &KeptAccount| {
            let wallet = format!("{}/{}", from.member, it.wallet);
            let kept = Message::new("v-identity-kept").with("wallet", wallet).with("path", it.path);
            kept.with("sequence", from.sequence)
        };
        self.identities.extend(kept_beyond(from, plan, sealed).map(differs));
    }

    /// Every account of a wallet that rows are carried from is the child of the wallet's identity.
    fn accounts(&mut self, from: &CarriedPart, part: &Part, sealed: &Sealed) {
        let wallets: BTreeSet<&str> = from.wallets().into_iter().collect();
        for account in sealed.accounts.iter().filter(|it| wallets.contains(it.wallet.as_str())) {
            let wallet = part.wallets.iter().find(|wallet| wallet.name == account.wallet);
            let parent = wallet.map(|wallet| wallet.identity.fingerprint());
            let number = account.xpub.account() == account.path.account();
            self.accounts += 1;
            if parent != Some(account.xpub.parent_fingerprint()) || !number {
                let wallet = format!("{}/{}", part.member, account.wallet);
                let differs = Message::new("v-identity-differs").with("wallet", wallet);
                self.identities.push(differs.with("path", account.path));
            }
        }
    }
}
