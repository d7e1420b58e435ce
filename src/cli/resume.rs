//! `resume DIR`: goes on after a stop, a crash or a power cut.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::running::{Faces, edges};
use crate::ceremony::{Pins, Scope, Setting, Signers, recall};
use crate::device::simulator::PanelSlot;
use crate::host::Folder;
use crate::journal::Storage;
use crate::manifest::Layout;
use crate::plan;
use crate::text::Problem;

/// Go on after a stop, a crash or a power cut
#[derive(Args)]
pub struct Resume {
    /// The ceremony's folder
    dir: PathBuf,
    /// Plain progress; answers yes and presses the simulated buttons (rehearsals only)
    #[arg(long, conflicts_with = "plain")]
    headless: bool,
    /// Numbered questions instead of a screen
    #[arg(long)]
    plain: bool,
}

impl Resume {
    /// Runs the verb.
    ///
    /// # Errors
    /// Nothing was begun there, a journal is broken, or the run did not come to its end.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let folder = Folder::new(&self.dir);
        let unreadable = |error| {
            Problem::unusable("file-unreadable").with("file", self.dir.display()).with("reason", error)
        };
        let plan_bytes = folder
            .read(Layout::PLAN)
            .map_err(unreadable)?
            .ok_or_else(|| Problem::unusable("nothing-begun"))?;
        let plan = plan::read(&plan_bytes, Layout::PLAN).into_plan()?;
        let (begun, only) = recall(&folder, &plan)?;
        let rehearsal = begun.ceremony.rehearsal;
        let setting = Setting {
            plan: &plan,
            plan_bytes: &plan_bytes,
            rehearsal,
            scope: begun.scope,
            only,
            signers: if begun.scope == Scope::Combination { Signers::Nobody } else { Signers::All },
            pins: Pins::default(),
            carried: Vec::new(),
        };
        let faces = Faces { headless: self.headless, plain: self.plain, slot: PanelSlot::default() };
        let (bench, host) = edges(&begun, &plan, &faces.slot)?;
        faces.run(output, setting, folder, host.as_ref(), bench)
    }
}
