//! `run PLAN`: custodians' parts on real devices.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::running::{Faces, carried, read_plan};
use crate::ceremony::{HostFacts, Pins, Scope, Setting, Signers, refuse_placeholders};
use crate::device::simulator::PanelSlot;
use crate::host::bench::{AttachedBench, parse_target};
use crate::host::{FixedFacts, Folder, LaptopFacts, default_folder};
use crate::text::Problem;

/// One custodian's part on the real device (all of them in turn without --custodian)
#[derive(Args)]
pub struct Run {
    /// The plan
    plan: PathBuf,
    /// Only this custodian's part
    #[arg(long, value_name = "NAME")]
    custodian: Option<String>,
    /// Folder for what comes out (otherwise manifests/<ceremony>-<sequence>)
    #[arg(long)]
    out: Option<PathBuf>,
    /// usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine
    #[arg(long, default_value = "usb")]
    device: String,
    /// The folder of the ceremony before this one; needed where there is one
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// Numbered questions instead of a screen
    #[arg(long)]
    plain: bool,
}

impl Run {
    /// Runs the verb.
    ///
    /// # Errors
    /// The plan has errors or placeholders, the folder is there already, or the run did not come to its end.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (plan, plan_bytes) = read_plan(&self.plan)?;
        let target = parse_target(&self.device)?;
        // What answers over UDP is software, so nothing of it is real.
        let rehearsal = target.is_software();
        refuse_placeholders(&plan, rehearsal)?;
        let folder = self.out.unwrap_or_else(|| default_folder(&plan, rehearsal));
        if folder.symlink_metadata().is_ok() {
            return Err(Problem::unusable("folder-exists").with("folder", folder.display()));
        }
        let carried = carried(&plan, rehearsal, self.previous.as_deref(), self.custodian.is_some())?;
        let setting = Setting {
            plan: &plan,
            plan_bytes: &plan_bytes,
            rehearsal,
            scope: if self.custodian.is_some() { Scope::Member } else { Scope::Team },
            only: self.custodian,
            signers: Signers::All,
            pins: Pins::default(),
            carried,
        };
        let faces = Faces { headless: false, plain: self.plain, slot: PanelSlot::default() };
        let bench = Box::new(AttachedBench::new(target));
        let host: Box<dyn HostFacts> =
            if rehearsal { Box::new(FixedFacts) } else { Box::new(LaptopFacts::gather()) };
        faces.run(output, setting, Folder::new(folder), host.as_ref(), bench)
    }
}
