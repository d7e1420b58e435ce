//! What is taken over from earlier ceremonies: that their wallets signed it, and that it follows from their xpubs.

use super::bundle::Bundle;
use super::checks::{ADDRESS, CARRIED, IDENTITY};
use super::derivation::{kept_roles, say_kept};
use super::{Case, Evidence, Report};
use crate::ceremony::{Earlier, Flaw, examine};
use crate::keys::Digest;
use crate::manifest::{Heading, Layout, Part, Sealed, SealedAccount, canonical};
use crate::plan::{CarriedPart, Linted};
use crate::text::Message;

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
        let files = |name: &str| bundle.get(name).map(<[u8]>::to_vec);
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
    let sealed: Sealed = canonical::from_bytes(bytes).map_err(|_| flaw("form"))?;
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
                let mut told = evidence.previous.iter().filter_map(|it| it.part(past.sequence, &past.member));
                if told.any(|told| told != here) {
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
    let (mut addresses, mut identities, mut rows, mut accounts) = (Vec::new(), Vec::new(), 0, 0);
    let mut kept: Vec<&str> = Vec::new();
    for from in case.plan.carried_parts() {
        let past =
            case.earlier.iter().find(|it| (it.sequence, it.member.as_str()) == (from.sequence, from.member));
        let Some((part, sealed)) = past.and_then(|it| Some((it.part()?, it.sealed.as_ref()?))) else {
            continue;
        };
        let theirs: Vec<_> = kept_roles(part, sealed).collect();
        for role in &from.roles {
            if theirs.contains(&role.name.as_str()) {
                kept.push(role.name.as_str());
                continue;
            }
            let of =
                |it: &&SealedAccount| it.wallet == role.wallet.name && it.path == role.path.account_path();
            let account = sealed.accounts.iter().find(of);
            let address = account.and_then(|it| it.xpub.address_at(role.path).ok());
            rows += 1;
            if address.is_none() || address != role.address {
                let differs =
                    Message::new("v-address-differs").with("role", &role.name).with("path", role.path);
                addresses
                    .push(differs.with("address", role.address.map_or(String::new(), |it| it.to_string())));
            }
        }
        for account in sealed.accounts.iter().filter(|it| from.wallets().contains(&it.wallet.as_str())) {
            let wallet = part.wallets.iter().find(|wallet| wallet.name == account.wallet);
            let parent = wallet.map(|wallet| wallet.identity.fingerprint());
            accounts += 1;
            if parent != Some(account.xpub.parent_fingerprint())
                || account.xpub.account() != account.path.account()
            {
                let wallet = format!("{}/{}", past.map_or("", |it| it.member.as_str()), account.wallet);
                let differs = Message::new("v-identity-differs").with("wallet", wallet);
                identities.push(differs.with("path", account.path));
            }
        }
    }
    report.settle(ADDRESS, addresses, Message::new("v-address-carried").count("rows", rows));
    report.settle(IDENTITY, identities, Message::new("v-identity-carried").count("accounts", accounts));
    say_kept(&kept, report);
}
