//! `safe-tx change`: the calls that give a Safe other owners or another threshold.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;
use serde_json::{Value, json};

use super::asked::{known, state};
use crate::cli::sheet::Sheet;
use crate::cli::values::address;
use crate::cli::{Output, save};
use crate::contracts::{Batch, Chain, SafeChange};
use crate::text::{Catalog, Lang, Message, Problem};

/// The calls that give a Safe other owners or another threshold
#[derive(Args)]
pub(super) struct Change {
    /// EIP-155 chain id.
    #[arg(long, value_name = "N")]
    chain_id: u64,
    /// The Safe.
    #[arg(long, value_name = "ADDR")]
    safe: String,
    /// An owner now, in the order of getOwners.
    #[arg(long = "owner", value_name = "ADDR", required = true, num_args = 1..)]
    owners: Vec<String>,
    /// How many owners must sign now.
    #[arg(long, value_name = "N")]
    threshold: u32,
    /// An owner afterwards, in any order.
    #[arg(long = "next-owner", value_name = "ADDR", required = true, num_args = 1..)]
    next_owners: Vec<String>,
    /// How many owners must sign afterwards.
    #[arg(long, value_name = "N")]
    next_threshold: u32,
    /// Version of the Safe's contracts.
    #[arg(long, default_value = "1.4.1")]
    version: String,
    /// Write the batch for the Transaction Builder to a new file.
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// One JSON document instead of the sheet.
    #[arg(long)]
    json: bool,
}

impl Change {
    pub(super) fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        known(&self.version, self.chain_id)?;
        let safe = address("--safe", &self.safe)?;
        let now = state("--owner", &self.owners, self.threshold)?;
        let next = state("--next-owner", &self.next_owners, self.next_threshold)?;
        let change = now.change(safe, &next)?;
        let batch = Batch {
            chain_id: self.chain_id,
            safe,
            name: "Owners and threshold".to_owned(),
            description: description(&change),
            calls: change.calls(),
        };
        batch_file(output, self.out.as_deref(), &batch)?;
        if self.json {
            output.json(&document(&change, &batch));
        } else {
            print(&change, &batch, output);
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// Writes a batch where a file for it is named.
///
/// # Errors
/// There is nothing to write, or the file is there already.
pub(in crate::cli) fn batch_file(output: &Output, out: Option<&Path>, batch: &Batch) -> Result<(), Problem> {
    match out {
        Some(place) if batch.calls.is_empty() => {
            Err(Problem::unusable("batch-empty").with("file", place.display()))
        }
        Some(place) => save::answer(output, Some(place), &batch.bytes()),
        None => Ok(()),
    }
}

/// In English whatever the language: it enters the batch's checksum.
fn description(change: &SafeChange) -> String {
    let catalog = Catalog::new(Lang::En);
    let sentences: Vec<_> = change.steps.iter().map(|step| catalog.say(&step.message())).collect();
    sentences.join("; ")
}

fn document(change: &SafeChange, batch: &Batch) -> Value {
    let catalog = Catalog::new(Lang::En);
    json!({
        "chain_id": batch.chain_id,
        "safe": change.safe,
        "before": change.before,
        "after": change.after,
        "steps": change.steps.iter().zip(&batch.calls).map(|(step, tx)| json!({
            "what": catalog.say(&step.message()),
            "after": step.after,
            "tx": tx,
        })).collect::<Vec<_>>(),
        "batch": batch.document(),
    })
}

fn print(change: &SafeChange, batch: &Batch, output: &Output) {
    let sheet = Sheet::new(output);
    let chain = Chain::by_id(batch.chain_id).map_or("", |chain| chain.name);
    let title = Message::new("safe-change-title").with("chain", batch.chain_id).with("name", chain);
    sheet.title(&title, batch.chain_id);
    sheet.facts(vec![(sheet.label("sheet-safe"), change.safe.to_string())]);
    sheet.states(&change.before, &change.after);
    let words: Vec<_> = change.steps.iter().map(|step| output.catalog().say(&step.message())).collect();
    sheet.calls(&words, batch);
    if !batch.calls.is_empty() {
        sheet.notes(&["safe-change-note-order", "safe-change-note-once"].map(Message::new));
    }
}
