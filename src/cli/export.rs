//! `export FORMAT DIR`: what others need, from a bundle that verifies.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use alloy::primitives::U256;
use clap::Args;

use super::evidence::{Brought, verified};
use super::{Output, save};
use crate::contracts::Batch;
use crate::export::{
    Answers, ChainCheck, ChainReport, Handover, Policy, Wanted, batches, crypto_account, deployments, labels,
    metamask_contacts, metamask_guide, metamask_labels, notes_obol, notes_ssv, public, qr_sheet, rotki,
    safe_address_book, safe_data, safe_wallet,
};
use crate::keys::Digest;
use crate::manifest::{BatchEntry, Layout, Manifest};
use crate::text::{Message, Problem};
use crate::verify::Bundle;

/// What others need, from a bundle that verifies
#[derive(Args)]
pub struct Export {
    /// What is wanted; --list names everything
    #[arg(required_unless_present = "list")]
    format: Option<String>,
    /// The ceremony's folder, its public folder, or the manifest.json in it
    #[arg(value_name = "DIR", required_unless_present = "list")]
    place: Option<PathBuf>,
    #[command(flatten)]
    brought: Brought,
    /// The batch that is wanted, by its name or that of the contract that it changes
    #[arg(long, value_name = "NAME")]
    batch: Option<String>,
    /// Another chain than the ceremony's
    #[arg(long, value_name = "N")]
    chain_id: Option<u64>,
    /// A node's answers to the chain check; of two providers, one after the other
    #[arg(long, value_name = "FILE")]
    chain_answers: Vec<PathBuf>,
    /// Whose validators a machine runs: own, lido-csm or rocket-pool
    #[arg(long, value_name = "NAME")]
    policy: Option<String>,
    /// The Safe that the team's own validators pay, by its name in the plan
    #[arg(long, value_name = "NAME")]
    safe: Option<String>,
    /// Whose addresses, for crypto-account
    #[arg(long, value_name = "NAME")]
    custodian: Option<String>,
    /// Which of their wallets
    #[arg(long, value_name = "NAME")]
    wallet: Option<String>,
    /// Only these roles of it
    #[arg(long = "role", value_name = "NAME")]
    roles: Vec<String>,
    /// A file that is not there yet (a folder for public); stdout if left out
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// Name the formats
    #[arg(long, conflicts_with_all = LISTED_ALONE)]
    list: bool,
}

/// What has no meaning beside --list.
const LISTED_ALONE: [&str; 15] = [
    "format",
    "place",
    "batch",
    "chain_id",
    "chain_answers",
    "policy",
    "safe",
    "custodian",
    "wallet",
    "roles",
    "out",
    "evidence-plan",
    "evidence-signer",
    "evidence-previous",
    "evidence-rehearsal",
];

/// A format: its name, and what is written.
type Format = (&'static str, fn(&Export, &Output, &Bundle, &Manifest) -> Result<Vec<u8>, Problem>);

/// Every format, in the order in which they are listed; `export-NAME` in the catalogs says what each is.
const FORMATS: [Format; 19] = [
    ("batch", Export::batch),
    ("chain-check", Export::chain_check),
    (CRYPTO_ACCOUNT, Export::crypto_account),
    ("deployments", Export::deployments),
    ("ethstaker-deposit", |it, output, bundle, manifest| {
        it.handover(output, bundle, manifest)?.ethstaker_deposit()
    }),
    ("labels", |_, _, bundle, manifest| labels(bundle, manifest)),
    ("lighthouse", |it, output, bundle, manifest| Ok(it.handover(output, bundle, manifest)?.lighthouse())),
    ("lodestar", |it, output, bundle, manifest| Ok(it.handover(output, bundle, manifest)?.lodestar())),
    ("metamask", Export::metamask),
    ("metamask-contacts", |_, _, _, manifest| Ok(metamask_contacts(manifest))),
    ("metamask-labels", |_, _, _, manifest| Ok(metamask_labels(manifest))),
    ("nimbus", |it, output, bundle, manifest| Ok(it.handover(output, bundle, manifest)?.nimbus())),
    ("notes-obol", |it, output, bundle, manifest| notes_obol(&it.handover(output, bundle, manifest)?)),
    ("notes-ssv", |it, output, bundle, manifest| {
        notes_ssv(&it.handover(output, bundle, manifest)?, bundle, manifest)
    }),
    ("qr-sheet", Export::qr_sheet),
    ("rotki", |_, _, _, manifest| rotki(manifest)),
    ("safe-address-book", |_, _, _, manifest| safe_address_book(manifest)),
    ("safe-data", |_, _, _, manifest| Ok(safe_data(manifest))),
    ("safe-wallet", |_, _, bundle, manifest| safe_wallet(bundle, manifest)),
];

/// The formats that are about one policy of validators.
const HANDOVER: [&str; 6] =
    ["ethstaker-deposit", "lighthouse", "lodestar", "nimbus", "notes-obol", "notes-ssv"];

/// The format that is of one wallet.
const CRYPTO_ACCOUNT: &str = "crypto-account";

/// The format that is a folder.
const PUBLIC: &str = "public";

/// What whoever takes a file of a format must know.
const NOTES: [(&str, &str); 8] = [
    (CRYPTO_ACCOUNT, "export-note-crypto-account"),
    ("deployments", "export-note-deployments"),
    ("metamask-contacts", "export-note-metamask-contacts"),
    ("metamask-labels", "export-note-metamask-labels"),
    ("rotki", "export-note-rotki"),
    ("safe-address-book", "export-note-safe-address-book"),
    ("safe-data", "export-note-safe-data"),
    ("safe-wallet", "export-note-safe-wallet"),
];

impl Export {
    /// Runs the verb.
    ///
    /// # Errors
    /// The bundle does not verify, there is no such format, or the output is there already.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        if self.list {
            let mut names: Vec<_> = FORMATS.iter().map(|(name, _)| *name).chain([PUBLIC]).collect();
            names.sort_unstable();
            for name in names {
                let what = output.catalog().say(&Message::new(format!("export-{name}")));
                output.line(&format!("{name:<17} {what}"));
            }
            return Ok(ExitCode::SUCCESS);
        }
        let format = self.format.as_deref().unwrap_or_default();
        let unknown = || Problem::unusable("export-format").with("format", format);
        if format == PUBLIC {
            return self.public(output, self.place.as_deref().ok_or_else(unknown)?);
        }
        let (_, write) = FORMATS.iter().find(|(name, _)| *name == format).ok_or_else(unknown)?;
        let place = self.place.as_deref().ok_or_else(unknown)?;
        self.refuse_unused(format)?;
        self.refuse_inside(place)?;
        let (bundle, report) = verified(place, &self.brought.evidence()?)?;
        let subject = report.subject.ok_or_else(unknown)?;
        let bytes = write(&self, output, &bundle, &subject.manifest)?;
        save::answer(output, self.out.as_deref(), &bytes)?;
        for note in NOTES.iter().filter(|(name, _)| *name == format).map(|(_, id)| *id) {
            output.progress(&Message::new(note).with("file", user_data(&subject.manifest)));
        }
        if HANDOVER.contains(&format) {
            let id =
                if subject.manifest.ceremony.rehearsal { "handover-note-rehearsal" } else { "handover-note" };
            output.progress(&Message::new(id));
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The public folder, copied whole under a new name.
    fn public(&self, output: &Output, place: &Path) -> Result<ExitCode, Problem> {
        self.refuse_unused(PUBLIC)?;
        let out = self.out.as_deref().ok_or_else(|| Problem::unusable("export-needs-out"))?;
        self.refuse_inside(place)?;
        let evidence = self.brought.evidence()?;
        let (bundle, _) = verified(place, &evidence)?;
        let files = public(&bundle, &evidence)?;
        save::new_folder(out, files.iter().map(|(name, bytes)| Ok((name, bytes))))?;
        output.progress(
            &Message::new("export-public-saved").with("folder", out.display()).count("files", files.len()),
        );
        Ok(ExitCode::SUCCESS)
    }

    /// A file more in the folder of a ceremony makes it one that does not verify.
    fn refuse_inside(&self, place: &Path) -> Result<(), Problem> {
        let Some(out) = &self.out else { return Ok(()) };
        let parent = out.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let (Ok(parent), Ok(place)) = (parent.canonicalize(), place.canonicalize()) else { return Ok(()) };
        let folder = if place.is_file() { place.parent().unwrap_or(&place) } else { &place };
        // The public folder may lie in the ceremony's.
        let whole = folder.parent().filter(|it| folder.ends_with("public") && it.join("sealed").is_dir());
        if parent.starts_with(whole.unwrap_or(folder)) {
            return Err(Problem::unusable("export-inside").with("file", out.display()));
        }
        Ok(())
    }

    /// An option that a format has no use for is a misunderstanding.
    fn refuse_unused(&self, format: &str) -> Result<(), Problem> {
        let of_batch = format == "batch";
        let of_chain = ["chain-check", "deployments"].contains(&format);
        let of_policy = HANDOVER.contains(&format);
        let of_own = of_policy && self.policy.as_deref() == Some(Policy::Own.name());
        let of_wallet = format == CRYPTO_ACCOUNT;
        let options = [
            ("--custodian", self.custodian.is_some() && !of_wallet),
            ("--wallet", self.wallet.is_some() && !of_wallet),
            ("--role", !self.roles.is_empty() && !of_wallet),
            ("--batch", self.batch.is_some() && !of_batch),
            ("--chain-answers", !self.chain_answers.is_empty() && !of_batch && !of_own),
            ("--chain-id", self.chain_id.is_some() && !of_chain),
            ("--policy", self.policy.is_some() && !of_policy),
            ("--safe", self.safe.is_some() && !of_policy),
        ];
        match options.into_iter().find(|(_, unused)| *unused) {
            Some((option, _)) => {
                Err(Problem::unusable("export-option").with("option", option).with("format", format))
            }
            None => Ok(()),
        }
    }

    fn chain_check(&self, _: &Output, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        Ok(self.check(bundle, manifest)?.request())
    }

    fn deployments(&self, _: &Output, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        deployments(bundle, manifest, self.chain_id.unwrap_or(manifest.ceremony.chain_id))
    }

    fn crypto_account(&self, _: &Output, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        let (Some(custodian), Some(wallet)) = (&self.custodian, &self.wallet) else {
            return Err(Problem::unusable("export-account-whose"));
        };
        crypto_account(bundle, manifest, Wanted { custodian, wallet, roles: &self.roles })
    }

    fn qr_sheet(&self, output: &Output, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        qr_sheet(manifest, manifest_digest(bundle)?, output.catalog())
    }

    fn metamask(&self, output: &Output, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        metamask_guide(manifest, manifest_digest(bundle)?, output.catalog())
    }

    fn check(&self, bundle: &Bundle, manifest: &Manifest) -> Result<ChainCheck, Problem> {
        ChainCheck::of(bundle, manifest, self.chain_id.unwrap_or(manifest.ceremony.chain_id))
    }

    /// A policy; the team's own is released as a batch is: what is paid to a Safe that is not there may be lost.
    fn handover(&self, output: &Output, bundle: &Bundle, manifest: &Manifest) -> Result<Handover, Problem> {
        let unknown = || {
            let known: Vec<_> = Policy::ALL.iter().map(|policy| policy.name()).collect();
            Problem::unusable("handover-policy").with("known", known.join(", "))
        };
        let policy = self.policy.as_deref().and_then(|name| name.parse().ok()).ok_or_else(unknown)?;
        let handover = Handover::of(bundle, manifest, policy, self.safe.as_deref())?;
        let Some(safe) = handover.safe() else { return Ok(handover) };
        if self.chain_answers.is_empty() && !manifest.ceremony.rehearsal {
            return Err(Problem::unusable("handover-unseen").with("name", safe));
        }
        if !self.chain_answers.is_empty() {
            let check = ChainCheck::of(bundle, manifest, manifest.ceremony.chain_id)?;
            for report in reports(output, &check, &self.chain_answers)? {
                report.receives(safe)?;
            }
        }
        Ok(handover)
    }

    fn batch(&self, output: &Output, bundle: &Bundle, manifest: &Manifest) -> Result<Vec<u8>, Problem> {
        let name = self.batch.as_deref().unwrap_or_default();
        Ok(released(output, bundle, manifest, name, &self.chain_answers)?.batch.bytes())
    }
}

fn manifest_digest(bundle: &Bundle) -> Result<Digest, Problem> {
    let missing = || Problem::finding("bundle-missing").with("file", Layout::MANIFEST);
    bundle.digest(Layout::MANIFEST).ok_or_else(missing)
}

/// What MetaMask's own backups are called, with the ceremony in place of the time.
fn user_data(manifest: &Manifest) -> String {
    let heading = &manifest.ceremony;
    let marks = heading.marks("-");
    format!("MetaMaskUserData.{marks}{}-{}.json", heading.id, heading.sequence)
}

/// A batch of a verified bundle by its name, once a chain's answers show what it needs. A rehearsal's contracts stand on
/// no chain: there is nothing to ask, and nobody can import or send it by mistake.
///
/// # Errors
/// There is none of this name, no answers were brought, or they do not show what it needs.
pub(super) fn released<'m>(
    output: &Output,
    bundle: &Bundle,
    manifest: &'m Manifest,
    name: &str,
    chain_answers: &[PathBuf],
) -> Result<Released<'m>, Problem> {
    let entry = batches::batch(manifest, name)?;
    if chain_answers.is_empty() && !manifest.ceremony.rehearsal {
        return Err(Problem::unusable("export-unreleased"));
    }
    let check = ChainCheck::of(bundle, manifest, manifest.ceremony.chain_id)?;
    let reports = reports(output, &check, chain_answers)?;
    let batch = batches::released(manifest, entry, &reports)?;
    let mut nonces = reports.iter().filter_map(|report| report.nonces.get(&entry.from_name).copied());
    let nonce = nonces.next();
    if nonces.any(|other| Some(other) != nonce) {
        return Err(Problem::finding("chain-nonces").with("name", &entry.from_name));
    }
    // What a change does can be seen afterwards; a payment leaves nothing to be recognised by.
    if let Some(nonce) = nonce.filter(|nonce| !nonce.is_zero() && entry.changes.is_none()) {
        output.progress(&Message::new("export-ran").with("safe", &entry.from_name).with("nonce", nonce));
    }
    Ok(Released { entry, batch, nonce })
}

/// What the nodes that were asked say of a chain, each with its block; that one node alone was asked is said.
fn reports(output: &Output, check: &ChainCheck, files: &[PathBuf]) -> Result<Vec<ChainReport>, Problem> {
    let mut reports = Vec::new();
    for file in files {
        let report = check.judge(&Answers::load(file)?);
        if let Some((number, timestamp)) = report.block {
            let message = Message::new("export-answers").with("file", file.display());
            output.progress(&message.with("number", number).with("timestamp", timestamp));
        }
        reports.push(report);
    }
    if reports.len() == 1 {
        output.progress(&Message::new("export-one-node"));
    }
    Ok(reports)
}

/// A batch that a chain allows.
pub(super) struct Released<'m> {
    /// As the manifest lists it.
    pub entry: &'m BatchEntry,
    /// Its calls.
    pub batch: Batch,
    /// How many transactions its Safe ran, as every node says; none where no chain was asked.
    pub nonce: Option<U256>,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Catalog, Lang};

    #[test]
    fn every_format_is_listed_by_name_with_what_it_is() {
        assert!(FORMATS.is_sorted_by_key(|(name, _)| *name));
        for name in FORMATS.iter().map(|(name, _)| *name).chain([PUBLIC]) {
            for lang in [Lang::En, Lang::Ja] {
                assert!(Catalog::new(lang).has(&format!("export-{name}")), "{name}");
            }
        }
    }
}
