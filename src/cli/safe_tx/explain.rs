//! `safe-tx explain`: what a transaction does, by which hashes it is known, and what a device will show of it.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use super::asked::{Asked, Source, state};
use super::decided::{self, Decided};
use super::findings;
use crate::cli::evidence::Brought;
use crate::cli::sheet::{Sheet, named};
use crate::cli::values::number;
use crate::cli::{Output, save};
use crate::contracts::batch::Checksum;
use crate::contracts::safe_tx::{Circumstances, Finding, Severity};
use crate::contracts::{Chain, SafeState, SafeTx};
use crate::text::{Message, Problem};

/// What a transaction does, its hashes, and what a Trezor shows of it
#[derive(Args)]
pub(super) struct Explain {
    #[command(flatten)]
    asked: Asked,
    /// The nonce that the Safe is at.
    #[arg(long, value_name = "N")]
    safe_nonce: Option<String>,
    /// The Safe's owners now, in the order of getOwners.
    #[arg(long = "owner", value_name = "ADDR", num_args = 1.., requires = "threshold")]
    owners: Vec<String>,
    /// The Safe's threshold now.
    #[arg(long, value_name = "N", requires = "owners")]
    threshold: Option<u32>,
    /// A ceremony's folder whose batches are what the team decided.
    #[arg(long, value_name = "DIR")]
    bundle: Option<PathBuf>,
    #[command(flatten)]
    brought: Brought,
    /// Write the typed data for trezorctl to a new file.
    #[arg(long, value_name = "PATH")]
    typed_data: Option<PathBuf>,
    /// One JSON document instead of the sheet.
    #[arg(long)]
    json: bool,
}

/// Everything that is said about one transaction.
struct Explained {
    tx: SafeTx,
    source: Option<Source>,
    /// Owners and threshold before and after, where they are known and the calls go through.
    states: Option<(SafeState, SafeState)>,
    findings: Vec<Finding>,
}

impl Explain {
    /// Exit status 1 where an error was found.
    pub(super) fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let explained = self.explained()?;
        if let Some(place) = &self.typed_data {
            let bytes = format!("{:#}\n", explained.tx.typed_data());
            save::answer(output, Some(place), bytes.as_bytes())?;
        }
        if self.json {
            output.json(&explained.document(&self.asked.version));
        } else {
            explained.print(output);
        }
        let wrong = explained.findings.iter().any(|finding| finding.severity == Severity::Error);
        Ok(if wrong { ExitCode::from(1) } else { ExitCode::SUCCESS })
    }

    fn explained(&self) -> Result<Explained, Problem> {
        let (tx, source) = self.asked.transaction()?;
        let now = self.threshold.map(|threshold| state("--owner", &self.owners, threshold)).transpose()?;
        if let Some(now) = &now {
            now.check(tx.safe)?;
        }
        let safe_nonce = self.safe_nonce.as_deref().map(|text| number("--safe-nonce", text)).transpose()?;
        let version = self.asked.version.as_str();
        let after = now.as_ref().and_then(|now| tx.owners_after(version, now).ok());
        let decided = self.decided(&tx)?;
        let of_plan: Vec<_> = decided.iter().flat_map(|batch| batch.calls.clone()).collect();
        let known = Circumstances { version, safe_nonce, now: now.clone(), of_plan: &of_plan };
        let mut findings: Vec<_> = source.iter().flat_map(|source| of_source(source, &tx)).collect();
        findings.extend(self.bundle.as_ref().map(|_| decided::judge(&decided, &tx.plain_calls(version))));
        findings.extend(tx.findings(&known));
        findings.sort_by_key(|finding| finding.severity);
        Ok(Explained { tx, source, states: now.zip(after), findings })
    }

    /// What the bundle has this Safe do, where one is given.
    fn decided(&self, tx: &SafeTx) -> Result<Vec<Decided>, Problem> {
        match &self.bundle {
            Some(place) => decided::of(place, &self.brought.evidence()?, tx),
            None if self.brought.is_empty() => Ok(Vec::new()),
            None => Err(Problem::unusable("safe-tx-no-bundle")),
        }
    }
}

/// What is to be known of the file itself.
fn of_source(source: &Source, tx: &SafeTx) -> Vec<Finding> {
    let warning = |problem| Finding { severity: Severity::Warning, at: String::new(), problem };
    let checksum = match source.checksum {
        Checksum::Right => None,
        Checksum::Missing => Some(Problem::finding("batch-no-checksum")),
        Checksum::Wrong => Some(Problem::finding("batch-checksum")),
    };
    let other = (source.safe != tx.safe)
        .then(|| Problem::finding("batch-safe").with("found", source.safe).with("wanted", tx.safe));
    checksum.into_iter().chain(other).map(warning).collect()
}

impl Explained {
    fn document(&self, version: &str) -> Value {
        let tx = &self.tx;
        let plain = tx.plain_calls(version);
        json!({
            "chain_id": tx.chain_id,
            "safe": tx.safe,
            "version": version,
            "tx": {
                "to": tx.to,
                "value": tx.value.to_string(),
                "data": tx.data.to_string(),
                "operation": tx.operation.to_string(),
                "safe_tx_gas": tx.safe_tx_gas.to_string(),
                "base_gas": tx.base_gas.to_string(),
                "gas_price": tx.gas_price.to_string(),
                "gas_token": tx.gas_token,
                "refund_receiver": tx.refund_receiver,
                "nonce": tx.nonce.to_string(),
            },
            "domain_hash": tx.domain_hash().to_string(),
            "message_hash": tx.message_hash().to_string(),
            "safe_tx_hash": tx.hash().to_string(),
            "calls": plain,
            "decoded": tx.as_call().rows(),
            "screens": tx.screens().iter().map(|(title, lines)| json!({ "title": title, "lines": lines })).collect::<Vec<_>>(),
            "typed_data": tx.typed_data(),
            "batch": self.source.as_ref().map(|source| json!({
                "name": source.name,
                "safe": source.safe,
                "checksum": match source.checksum {
                    Checksum::Right => "right",
                    Checksum::Missing => "missing",
                    Checksum::Wrong => "wrong",
                },
            })),
            "before": self.states.as_ref().map(|(before, _)| before),
            "after": self.states.as_ref().map(|(_, after)| after),
            "errors": findings::of(&self.findings, Severity::Error),
            "warnings": findings::of(&self.findings, Severity::Warning),
            "notes": findings::of(&self.findings, Severity::Note),
        })
    }

    fn print(&self, output: &Output) {
        let (tx, sheet) = (&self.tx, Sheet::new(output));
        let chain = Chain::by_id(tx.chain_id).map_or("", |chain| chain.name);
        let title = Message::new("safe-tx-title")
            .with("safe", tx.safe)
            .with("chain", tx.chain_id)
            .with("name", chain)
            .with("nonce", tx.nonce);
        sheet.title(&title, tx.chain_id);
        sheet.facts(facts(tx, &sheet));
        sheet.decoded(&tx.as_call().rows());
        if let Some((before, after)) = &self.states {
            sheet.states(before, after);
        }
        sheet.screens(&tx.screens());
        findings::print(&self.findings, output);
    }
}

fn facts(tx: &SafeTx, sheet: &Sheet) -> Vec<(String, String)> {
    vec![
        (sheet.label("sheet-to"), named(tx.to)),
        (sheet.label("sheet-value"), format!("{} wei", tx.value)),
        (sheet.label("safe-tx-operation"), format!("{} ({})", tx.operation as u8, tx.operation)),
        (sheet.label("sheet-data"), tx.data.to_string()),
        (sheet.label("safe-tx-domain-hash"), tx.domain_hash().to_string()),
        (sheet.label("safe-tx-message-hash"), tx.message_hash().to_string()),
        (sheet.label("safe-tx-hash"), tx.hash().to_string()),
    ]
}
