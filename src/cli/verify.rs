//! `verify DIR|MANIFEST`: the auditor's check, without a device.

mod table;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use serde_json::Value;

use super::evidence::Brought;
use super::watch::watched;
use super::{Output, chain};
use crate::export::{Answers, ChainCheck, ChainReport};
use crate::manifest::derived;
use crate::plan::Linted;
use crate::text::{Message, Problem};
use crate::ui::presentation::Briefing;
use crate::verify::{Bundle, Progress, Report, Verdict, Verifier, load, load_drills};

/// The auditor's check, without a device
#[derive(Args)]
pub struct Verify {
    /// The ceremony's folder, its public folder, or the manifest.json in it
    #[arg(value_name = "DIR|MANIFEST")]
    place: PathBuf,
    #[command(flatten)]
    brought: Brought,
    /// A node's answers to the bundle's chain check; of two providers, one after the other
    #[arg(long, value_name = "FILE")]
    chain_answers: Vec<PathBuf>,
    /// The chain that was asked, where it is not the ceremony's
    #[arg(long, value_name = "N", requires = "chain_answers")]
    chain_id: Option<u64>,
    /// A drill's folder, or one that holds several members'; once for each
    #[arg(long, value_name = "DIR")]
    drill: Vec<PathBuf>,
    /// One JSON document
    #[arg(long)]
    json: bool,
}

impl Verify {
    /// Runs the verb.
    ///
    /// # Errors
    /// Something that was named cannot be used. Whatever is wrong with the bundle is in the answer instead.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let mut evidence = self.brought.evidence()?;
        for place in &self.drill {
            evidence.drills.extend(load_drills(place)?);
        }
        let verifier = Verifier::default();
        let judge = || load(&self.place).map(|bundle| (verifier.verify(&bundle, &evidence), bundle));
        let (report, bundle) = watched(output, judge, || progress(&verifier.progress))?;
        let chain = self.chain(&bundle, &report)?;
        if self.json {
            output.json(&document(&report, &chain));
        } else {
            tell(output, &report, evidence.plan.as_ref());
            chain.iter().for_each(|(file, chain)| chain::tell(output, file, chain));
        }
        // Everything freed is wiped, and none of this is secret: the end of the process frees it, too.
        std::mem::forget(bundle);
        let ok = report.ok() && chain.iter().all(|(_, chain)| chain.ok());
        Ok(if ok { ExitCode::SUCCESS } else { ExitCode::from(1) })
    }

    /// What each file of answers says of the bundle's contracts: apart from the verdict on the manifest, and only of a
    /// manifest that could be read.
    fn chain(&self, bundle: &Bundle, report: &Report) -> Result<Vec<(String, ChainReport)>, Problem> {
        let Some(subject) = report.subject.as_ref().filter(|_| !self.chain_answers.is_empty()) else {
            return Ok(Vec::new());
        };
        let asked = self.chain_id.unwrap_or(subject.manifest.ceremony.chain_id);
        let check = ChainCheck::of(bundle, &subject.manifest, asked)?;
        let judged = self
            .chain_answers
            .iter()
            .map(|place| Ok((place.display().to_string(), check.judge(&Answers::load(place)?))));
        judged.collect()
    }
}

/// How far it came.
fn progress(progress: &Progress) -> Message {
    let ((members, of_members), (checks, of_checks)) = (progress.members(), progress.checks());
    Message::new("verify-progress")
        .with("members", members)
        .with("of_members", of_members)
        .with("checks", checks)
        .with("of_checks", of_checks)
}

/// The verdict on the manifest, and what chains say beside it.
fn document(report: &Report, chain: &[(String, ChainReport)]) -> Value {
    let mut document = report.json();
    if !chain.is_empty() {
        let each = chain.iter().map(|(file, chain)| {
            let mut said = chain.json();
            said["file"] = file.as_str().into();
            said
        });
        document["chain"] = each.collect();
    }
    document
}

/// Everything for a person: the judgement, what went wrong, what holds and why, what nothing tells, the table.
fn tell(output: &Output, report: &Report, plan: Option<&Linted>) {
    let subject = report.subject.as_ref();
    output.say(&judgement(report));
    if let Some(subject) = subject {
        let marks = derived::marks(&subject.manifest);
        if !marks.is_empty() {
            output.say(&Message::new("verify-marks").with("marks", marks));
        }
        output.say(&Message::new("verify-digest").with("digest", subject.digest));
    }
    exceptions(output, report);
    alarms(output, report);
    for (verdict, title) in [
        (Verdict::Failed, "verify-failed"),
        (Verdict::Established, "verify-established"),
        (Verdict::Unchecked, "verify-unchecked"),
    ] {
        outcomes(output, report, verdict, title);
    }
    signed_by(output, report);
    warned_of(output, plan);
    if let Some(subject) = subject {
        title(output, if report.ok() { "verify-table" } else { "verify-table-unproven" });
        table::tell(output, &subject.manifest);
    }
}

fn judgement(report: &Report) -> Message {
    match &report.subject {
        Some(subject) if report.ok() => {
            let heading = &subject.manifest.ceremony;
            Message::new("verify-good")
                .with("organisation", &heading.organisation)
                .with("ceremony", &heading.id)
                .with("sequence", heading.sequence)
        }
        _ if report.lacks_pins_only() => Message::new("verify-unpinned"),
        _ => Message::new("verify-bad"),
    }
}

fn title(output: &Output, id: &'static str) {
    output.line("");
    output.say(&Message::new(id));
}

fn exceptions(output: &Output, report: &Report) {
    if !report.exceptions.is_empty() {
        title(output, "verify-exceptions");
    }
    for noted in &report.exceptions {
        let message = Message::new("verify-exception")
            .with("member", &noted.member)
            .count("then", noted.earlier.unwrap_or(0))
            .with("step", &noted.exception.step)
            .with("expected", &noted.exception.expected)
            .with("happened", &noted.exception.happened)
            .with("decided", &noted.exception.decided);
        output.line(&format!("  {}", output.catalog().say(&message)));
    }
}

fn alarms(output: &Output, report: &Report) {
    if !report.alarms.is_empty() {
        title(output, "verify-alarms");
    }
    for raised in &report.alarms {
        let what = output.catalog().say(&raised.reason.message());
        output.line(&format!("  {}, {}: {what}", raised.member, raised.step));
    }
}

fn outcomes(output: &Output, report: &Report, verdict: Verdict, heading: &'static str) {
    if report.of(verdict).next().is_some() {
        title(output, heading);
    }
    for outcome in report.of(verdict) {
        output.line(&format!("  {:<15} {}", outcome.check, output.catalog().say(&outcome.detail)));
    }
}

fn signed_by(output: &Output, report: &Report) {
    if !report.signers.is_empty() {
        title(output, "verify-signers");
    }
    for (signer, pin) in &report.signers {
        let evidence = pin.map_or(Message::new("verify-signer-unknown"), |pin| pin.message());
        let message = Message::new("verify-signer")
            .with("role", &signer.role)
            .with("wallet", format!("{}/{}", signer.member, signer.wallet))
            .with("address", signer.address)
            .with("evidence", output.catalog().say(&evidence));
        output.line(&format!("  {}", output.catalog().say(&message)));
    }
}

/// What the linter warns of in the plan that the auditor brought, and what that plan accepts.
fn warned_of(output: &Output, plan: Option<&Linted>) {
    let lines = plan.map(|plan| Briefing::of(plan).lines(output.catalog())).unwrap_or_default();
    if !lines.is_empty() {
        title(output, "verify-warned");
    }
    lines.iter().for_each(|line| output.line(&format!("  {line}")));
}
