//! Statements and signatures. Any signature recovers to some address: what counts is the one expected.

use std::collections::HashMap;

use rayon::prelude::*;

use super::case::Member;
use super::checks::{SIGNATURE, STATEMENT};
use super::{Case, Report};
use crate::keys::{Address, Digest, Signature};
use crate::manifest::{Heading, Layout, Signer, Statement, StatementKind};
use crate::text::Message;

/// A statement as it must be, and who must have signed it.
struct Wanted {
    file: String,
    text: String,
    signer: Address,
}

/// `V-STATEMENT`, `V-SIGNATURE`.
pub fn check(case: &Case, report: &mut Report) {
    let most = case.plan.wallets.len() + case.plan.roles.len();
    if case.manifest.wallet_signers.len() + case.manifest.policy.len() > most {
        // Whoever wrote such a list would have an auditor recover signatures for hours.
        let many = || vec![Message::new("v-signature-many").with("most", most)];
        report.settle(STATEMENT, many(), Message::new("v-statement-ok"));
        return report.settle(SIGNATURE, many(), Message::new("v-signature-ok"));
    }
    let wanted: Vec<_> = of_parts(case).chain(of_manifest(case)).collect();
    let count = wanted.len();
    let differs = |it: &&Wanted| !case.bundle.holds(&it.file, it.text.as_bytes());
    let failures = wanted.iter().filter(differs);
    let failures = failures.map(|it| Message::new("v-statement-differs").with("file", &it.file)).collect();
    report.settle(STATEMENT, failures, Message::new("v-statement-ok").count("statements", count));
    let failures = wanted.par_iter().filter_map(|it| signed(case, it).err()).collect();
    report.settle(SIGNATURE, failures, Message::new("v-signature-ok").count("signatures", count));
}

fn of_parts<'c>(case: &'c Case) -> impl Iterator<Item = Wanted> + 'c {
    let opened = opened(case);
    case.manifest.wallet_signers.iter().filter_map(move |signer| {
        // What a wallet signed that is not opened stands among what is carried.
        let (member, rows) = *opened.get(&(signer.member.as_str(), signer.wallet.as_str()))?;
        let file = Layout::part_statement(&signer.member, &signer.wallet);
        Some(wanted(StatementKind::Part, file, &member.part.ceremony, signer, rows, member.digest))
    })
}

/// Every wallet that a part names, by its member and its name, with how many rows of the part are its own.
fn opened<'c>(case: &'c Case) -> HashMap<(&'c str, &'c str), (&'c Member, usize)> {
    let mut opened = HashMap::new();
    for member in &case.members {
        let name = member.name.as_str();
        let wallets = member.part.wallets.iter();
        opened.extend(wallets.map(|wallet| ((name, wallet.name.as_str()), (member, 0))));
        // Rows of one wallet mostly stand together.
        for run in member.part.addresses.chunk_by(|one, next| one.wallet == next.wallet) {
            if let Some((_, rows)) = opened.get_mut(&(name, run[0].wallet.as_str())) {
                *rows += run.len();
            }
        }
    }
    opened
}

fn of_manifest<'c>(case: &'c Case) -> impl Iterator<Item = Wanted> + 'c {
    let rows = case.manifest.addresses.len();
    case.manifest.policy.iter().map(move |signer| {
        let file = Layout::manifest_statement(&signer.role);
        wanted(StatementKind::Manifest, file, &case.manifest.ceremony, signer, rows, case.digest)
    })
}

fn wanted(
    kind: StatementKind,
    file: String,
    ceremony: &Heading,
    signer: &Signer,
    addresses: usize,
    sha256: Digest,
) -> Wanted {
    let (member, wallet) = (signer.member.as_str(), signer.wallet.as_str());
    let statement = Statement { kind, ceremony, member, wallet, addresses, sha256 };
    Wanted { file, text: statement.to_string(), signer: signer.address }
}

fn signed(case: &Case, wanted: &Wanted) -> Result<(), Message> {
    let file = Layout::signature(&wanted.file);
    let malformed =
        |reason: &str| Message::new("v-signature-form").with("file", &file).with("reason", reason);
    let bytes = case.bundle.get(&file).ok_or_else(|| Message::new("v-missing").with("file", &file))?;
    let text = std::str::from_utf8(&bytes).map_err(|_| malformed("not text"))?;
    let signature: Signature = text.parse().map_err(|error| malformed(&format!("{error}")))?;
    match signature.signer(wanted.text.as_bytes()) {
        Ok(signer) if signer == wanted.signer => Ok(()),
        Ok(signer) => Err(Message::new("v-signature-other")
            .with("file", &file)
            .with("signer", signer)
            .with("expected", wanted.signer)),
        Err(error) => Err(malformed(&error.to_string())),
    }
}
