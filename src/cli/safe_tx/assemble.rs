//! `safe-tx assemble`: the transaction that runs a signed SafeTx.

use std::process::ExitCode;

use alloy::primitives::keccak256;
use clap::Args;
use serde_json::json;

use super::asked::{Asked, state};
use crate::cli::Output;
use crate::cli::sheet::Sheet;
use crate::contracts::Chain;
use crate::keys::Signature;
use crate::text::{Message, Problem};

/// The transaction that runs a signed SafeTx
#[derive(Args)]
pub(super) struct Assemble {
    #[command(flatten)]
    asked: Asked,
    /// The Safe's owners now.
    #[arg(long = "owner", value_name = "ADDR", required = true, num_args = 1..)]
    owners: Vec<String>,
    /// The Safe's threshold now.
    #[arg(long, value_name = "N")]
    threshold: u32,
    /// An owner's signature of 65 bytes; in any order.
    #[arg(long = "signature", value_name = "0x…", required = true, num_args = 1..)]
    signatures: Vec<String>,
    /// One JSON document instead of the sheet.
    #[arg(long)]
    json: bool,
}

impl Assemble {
    /// Exit status 1 where the Safe would not accept the signatures.
    pub(super) fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (tx, _) = self.asked.transaction()?;
        let now = state("--owner", &self.owners, self.threshold)?;
        now.check(tx.safe)?;
        let signatures = self.signatures.iter().map(|text| signature(text)).collect::<Result<Vec<_>, _>>()?;
        let sent = tx.exec_with(&now, &signatures)?;
        let hash = keccak256(&sent.data).to_string();
        if self.json {
            output.json(&json!({
                "safe_tx_hash": tx.hash().to_string(),
                "signatures": signatures.len(),
                "tx": sent,
                "data_hash": hash,
            }));
            return Ok(ExitCode::SUCCESS);
        }
        let sheet = Sheet::new(output);
        let chain = Chain::by_id(tx.chain_id).map_or("", |chain| chain.name);
        let title = Message::new("safe-tx-assembled")
            .with("safe", tx.safe)
            .with("chain", tx.chain_id)
            .with("name", chain)
            .with("signatures", signatures.len())
            .with("threshold", now.threshold);
        sheet.title(&title, tx.chain_id);
        sheet.facts(vec![
            (sheet.label("safe-tx-hash"), tx.hash().to_string()),
            (sheet.label("safe-tx-data-hash"), hash),
        ]);
        sheet.transaction(&sent);
        sheet.notes(&[Message::new("safe-tx-note-anyone"), Message::new("safe-tx-note-nonce")]);
        Ok(ExitCode::SUCCESS)
    }
}

fn signature(text: &str) -> Result<Signature, Problem> {
    text.to_ascii_lowercase()
        .parse()
        .map_err(|error| Problem::unusable("option-signature").with("text", text).with("reason", error))
}
