//! `sign DIR`: an owner's signature on the team's manifest.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::diff::manifest_in;
use super::running::{Faces, edges, read_plan};
use crate::ceremony::{Begun, Owner, Pins, Scope, Setting, Signers, own_member, recall};
use crate::device::simulator::PanelSlot;
use crate::host::Folder;
use crate::host::bench::SIMULATED;
use crate::text::Problem;
use crate::verify::load_previous;

/// An owner's signature on the team's manifest
#[derive(Args)]
pub struct Sign {
    /// The team's folder
    dir: PathBuf,
    /// The plan
    #[arg(long)]
    plan: PathBuf,
    /// One's own part's folder: the manifest must still hold exactly that part
    #[arg(long, value_name = "OWN")]
    part: PathBuf,
    /// Whose part is one's own, where the folder holds several
    #[arg(long, value_name = "NAME")]
    custodian: Option<String>,
    /// The manifest before this one, as one kept it, or its folder; needed where there is one
    #[arg(long, value_name = "MANIFEST")]
    previous: Option<PathBuf>,
    /// usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine (rehearsals simulate the device)
    #[arg(long, default_value = "usb")]
    device: String,
    /// Answer yes and press the simulated buttons (rehearsals only)
    #[arg(long, conflicts_with = "plain")]
    headless: bool,
    /// Numbered questions instead of a screen
    #[arg(long)]
    plain: bool,
}

impl Sign {
    /// Runs the verb.
    ///
    /// # Errors
    /// The part in the team's folder is not one's own, the manifest does not follow from the parts, or the signature
    /// was not made.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (plan, plan_bytes) = read_plan(&self.plan)?;
        let folder = Folder::new(&self.dir);
        let own = Folder::new(&self.part);
        refuse_same(&own, &folder)?;
        let previous =
            self.previous.as_deref().map(|place| load_previous(&manifest_in(place))).transpose()?;
        let name = own.root().display().to_string();
        let member = own_member(&plan, &own, &folder, &name, self.custodian.as_deref())?;
        let (begun, _) = recall(&folder, &plan)?;
        let rehearsal = begun.ceremony.rehearsal;
        let device = if rehearsal { SIMULATED.to_owned() } else { self.device };
        let setting = Setting {
            plan: &plan,
            plan_bytes: &plan_bytes,
            rehearsal,
            scope: Scope::Combination,
            only: None,
            signers: Signers::Only(Box::new(Owner { member, previous })),
            pins: Pins::default(),
            carried: Vec::new(),
        };
        let faces = Faces { headless: self.headless, plain: self.plain, slot: PanelSlot::default() };
        let (bench, host) = edges(&Begun { bench: device, ..begun }, &plan, &faces.slot)?;
        faces.run(output, setting, folder, host.as_ref(), bench)
    }
}

/// The team's folder given as one's own would compare a thing with itself.
fn refuse_same(own: &Folder, team: &Folder) -> Result<(), Problem> {
    match (own.root().canonicalize(), team.root().canonicalize()) {
        (Ok(a), Ok(b)) if a == b => {
            Err(Problem::unusable("part-own-ambiguous").with("folder", own.root().display()))
        }
        _ => Ok(()),
    }
}
