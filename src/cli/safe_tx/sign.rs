//! `safe-tx sign`: an owner's signature on a batch of a verified bundle, made on the owner's device.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde::Serialize;

use crate::ceremony::{Bench, Face, Ports, Progress, SafeTxOrder, SafeTxRun, sender};
use crate::cli::evidence::{Brought, verified};
use crate::cli::running::{Faces, bench_for};
use crate::cli::values::number;
use crate::cli::{Output, export, save};
use crate::contracts::safe_tx::without_zero;
use crate::contracts::{Batch, SafeTx};
use crate::device::Signed;
use crate::device::simulator::PanelSlot;
use crate::host::FixedFacts;
use crate::host::bench::{SIMULATED, SimulatedBench};
use crate::journal::Memory;
use crate::keys::{Address, Signature};
use crate::manifest::{BatchEntry, Layout, Manifest, Part, canonical};
use crate::plan::{Linted, Role};
use crate::text::Problem;
use crate::ui::presentation::Header;
use crate::verify::Bundle;

/// An owner's signature on a batch of a verified bundle
#[derive(Args)]
pub(super) struct Sign {
    /// The ceremony's folder, its public folder, or the manifest.json in it.
    #[arg(value_name = "DIR|MANIFEST")]
    place: PathBuf,
    #[command(flatten)]
    brought: Brought,
    /// The batch, by its name or that of the contract that it changes.
    #[arg(long, value_name = "NAME", requires = "evidence-plan")]
    batch: String,
    /// The role that signs: an owner of the Safe that sends the batch.
    #[arg(long, value_name = "ROLE")]
    role: String,
    /// The Safe's nonce for it.
    #[arg(long, value_name = "N")]
    nonce: String,
    /// A node's answers to the chain check; of two providers, one after the other.
    #[arg(long, value_name = "FILE")]
    chain_answers: Vec<PathBuf>,
    /// usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine (rehearsals: simulated if left out).
    #[arg(long)]
    device: Option<String>,
    /// Answer yes and press the simulated buttons (rehearsals only).
    #[arg(long, conflicts_with = "plain")]
    headless: bool,
    /// Numbered questions instead of a screen.
    #[arg(long)]
    plain: bool,
    /// Write the signature to a new file; stdout if left out.
    #[arg(long, value_name = "PATH")]
    out: Option<PathBuf>,
    /// The signature on stdout, too, and nothing else there.
    #[arg(long, requires = "headless")]
    json: bool,
}

/// What is written: canonical JSON, fields in alphabetical order.
#[derive(Serialize)]
struct Document<'a> {
    batch: &'a str,
    ceremony: &'a str,
    chain_id: u64,
    message_hash: String,
    nonce: String,
    rehearsal: bool,
    role: &'a str,
    safe: Address,
    safe_tx_hash: String,
    sequence: u64,
    signature: Signature,
    signer: Address,
}

impl Sign {
    /// Exit status 1 where the bundle does not verify, or the signature is not this role's to make.
    pub(super) fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let evidence = self.brought.evidence()?;
        let (bundle, report) = verified(&self.place, &evidence)?;
        let unknown = |name: &str| Problem::unusable("name-unknown").with("name", name);
        let manifest = report.subject.ok_or_else(|| unknown(Layout::MANIFEST))?.manifest;
        let plan = evidence.plan.as_ref().ok_or_else(|| unknown(Layout::PLAN))?;
        if let Some(out) = self.out.as_deref().filter(|out| out.exists()) {
            return Err(Problem::unusable("file-exists").with("file", out.display()));
        }
        let released = export::released(output, &bundle, &manifest, &self.batch, &self.chain_answers)?;
        let (entry, batch) = (released.entry, released.batch);
        let tx = self.transaction(&manifest, entry, &batch)?;
        if let Some(nonce) = released.nonce.filter(|nonce| *nonce != tx.nonce) {
            let problem = Problem::finding("safe-tx-other-nonce").with("safe", &entry.from_name);
            return Err(problem.with("given", tx.nonce).with("nonce", nonce));
        }
        let role = plan.role(&self.role).ok_or_else(|| unknown(&self.role))?;
        let part = part(&bundle, role);
        let order = SafeTxOrder::of(plan, &manifest, part.as_ref(), role, entry, tx.clone())?;
        let bytes = |signed: &Signed| self.document(&manifest, &tx, signed);
        let signed = self.signed(output, &manifest, plan, order, &bytes)?;
        if self.out.is_none() || self.json {
            save::answer(output, None, &bytes(&signed)?)?;
        }
        Ok(ExitCode::SUCCESS)
    }

    /// The batch as the Safe's transaction.
    fn transaction(&self, manifest: &Manifest, entry: &BatchEntry, batch: &Batch) -> Result<SafeTx, Problem> {
        let safe = sender(manifest, entry)?;
        let nonce = number("--nonce", &self.nonce)?;
        let none = || Problem::unusable("safe-tx-no-batch").with("batch", &entry.name);
        without_zero(&batch.calls)?;
        SafeTx::of_calls(&safe.version, batch.chain_id, batch.safe, &batch.calls, nonce).ok_or_else(none)
    }

    /// Has it signed, and keeps the signature as soon as it is made.
    fn signed(
        &self,
        output: &Output,
        manifest: &Manifest,
        plan: &Linted,
        order: SafeTxOrder,
        bytes: &dyn Fn(&Signed) -> Result<Vec<u8>, Problem>,
    ) -> Result<Signed, Problem> {
        let faces = Faces { headless: self.headless, plain: self.plain, slot: PanelSlot::default() };
        let simulated = || Ok(Box::new(SimulatedBench::new(plan, faces.slot.clone())?) as Box<dyn Bench>);
        let mut bench = bench_for(self.device.as_deref(), manifest.ceremony.rehearsal, simulated)?;
        let simulated = bench.name() == SIMULATED;
        let header = Header::of(&manifest.ceremony).without_journal();
        let mut keep = |signed: &Signed| match &self.out {
            Some(out) => save::new_file(out, &bytes(signed)?),
            None => Ok(()),
        };
        faces.with_face(output, header, simulated, |face: &mut dyn Face| {
            // Nothing of this run is kept but the signature.
            let mut ports = Ports {
                storage: &mut Memory::default(),
                face,
                host: &FixedFacts,
                bench: bench.as_mut(),
                progress: Progress::default(),
            };
            SafeTxRun::new(&mut ports, order).run(&mut keep)
        })
    }

    fn document(&self, manifest: &Manifest, tx: &SafeTx, signed: &Signed) -> Result<Vec<u8>, Problem> {
        let document = Document {
            batch: &self.batch,
            ceremony: &manifest.ceremony.id,
            chain_id: tx.chain_id,
            message_hash: tx.message_hash().to_string(),
            nonce: tx.nonce.to_string(),
            rehearsal: manifest.ceremony.rehearsal,
            role: &self.role,
            safe: tx.safe,
            safe_tx_hash: tx.hash().to_string(),
            sequence: manifest.ceremony.sequence,
            signature: signed.signature,
            signer: signed.address,
        };
        let unwritable = |error| Problem::unusable("not-canonical").with("reason", error);
        let mut bytes = canonical::to_bytes(&document).map_err(unwritable)?;
        bytes.push(b'\n');
        Ok(bytes)
    }
}

/// The part of the role's member; none where the member's addresses are all of earlier ceremonies.
fn part(bundle: &Bundle, role: &Role) -> Option<Part> {
    canonical::from_bytes(&bundle.get(&Layout::part(&role.wallet.custodian))?).ok()
}
