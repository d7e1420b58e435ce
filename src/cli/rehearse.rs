//! `rehearse PLAN`: the whole ceremony on simulated Trezors.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::running::{Faces, carried, read_plan};
use crate::ceremony::{Pins, Scope, Setting, Signers};
use crate::device::simulator::PanelSlot;
use crate::host::bench::SimulatedBench;
use crate::host::{FixedFacts, Folder, default_folder, free_folder};
use crate::text::Problem;

/// The whole ceremony, all custodians, on simulated Trezors
#[derive(Args)]
pub struct Rehearse {
    /// The plan
    plan: PathBuf,
    /// Folder for what comes out (otherwise rehearsals/<ceremony>-<sequence>)
    #[arg(long)]
    out: Option<PathBuf>,
    /// Plain progress; answers yes and presses the simulated buttons
    #[arg(long, conflicts_with = "plain")]
    headless: bool,
    /// The folder of the ceremony before this one; needed where there is one
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// Numbered questions instead of a screen
    #[arg(long)]
    plain: bool,
    /// Only this custodian's part
    #[arg(long, value_name = "NAME")]
    custodian: Option<String>,
}

impl Rehearse {
    /// Runs the verb.
    ///
    /// # Errors
    /// The plan has errors, or the rehearsal did not come to its end.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (plan, plan_bytes) = read_plan(&self.plan)?;
        let folder = self.out.unwrap_or_else(|| free_folder(&default_folder(&plan, true)));
        let slot = PanelSlot::default();
        let bench = SimulatedBench::new(&plan, slot.clone())?;
        let carried = carried(&plan, true, self.previous.as_deref(), self.custodian.is_some())?;
        let setting = Setting {
            plan: &plan,
            plan_bytes: &plan_bytes,
            rehearsal: true,
            scope: if self.custodian.is_some() { Scope::Member } else { Scope::Team },
            only: self.custodian,
            signers: Signers::All,
            pins: Pins::default(),
            carried,
        };
        let faces = Faces { headless: self.headless, plain: self.plain, slot };
        faces.run(output, setting, Folder::new(folder), &FixedFacts, Box::new(bench))
    }
}
