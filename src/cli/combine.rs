//! `combine PART…`: the custodians' parts into the team's manifest.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::running::{Faces, carried, edges, read_plan};
use crate::ceremony::{Begun, Gathered, Pins, Scope, Setting, Signers, TeamEvent, ensure, gather};
use crate::device::simulator::PanelSlot;
use crate::host::Folder;
use crate::journal::{Journal, Line};
use crate::keys::Digest;
use crate::manifest::Layout;
use crate::text::{Message, Problem};

/// The custodians' parts into the team's manifest
#[derive(Args)]
pub struct Combine {
    /// The custodians' folders
    #[arg(required = true, value_name = "PART")]
    folders: Vec<PathBuf>,
    /// The plan
    #[arg(long)]
    plan: PathBuf,
    /// Digest of a custodian's part, as told by another channel
    #[arg(long = "part", value_name = "NAME=SHA256", value_parser = parse_pin)]
    pins: Vec<(String, Digest)>,
    /// A custodian whose digest nobody told by another channel: the manifest says so
    #[arg(long, value_name = "NAME")]
    unpinned: Vec<String>,
    /// The folder of the ceremony before this one; needed where there is one
    #[arg(long, value_name = "DIR")]
    previous: Option<PathBuf>,
    /// Folder for what comes out
    #[arg(long)]
    out: PathBuf,
    /// Answer yes to every comparison (rehearsals only)
    #[arg(long, conflicts_with = "plain")]
    headless: bool,
    /// Numbered questions instead of a screen
    #[arg(long)]
    plain: bool,
}

fn parse_pin(text: &str) -> Result<(String, Digest), String> {
    let (name, digest) = text.split_once('=').ok_or("write NAME=SHA256")?;
    Ok((name.to_owned(), digest.parse().map_err(|error: crate::keys::DigestError| error.to_string())?))
}

impl Combine {
    /// Runs the verb.
    ///
    /// # Errors
    /// A part is missing, given twice, or does not hold.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let (plan, plan_bytes) = read_plan(&self.plan)?;
        if self.out.symlink_metadata().is_ok() && !is_unsettled(&self.out) {
            return Err(Problem::unusable("folder-exists").with("folder", self.out.display()));
        }
        let sources: Vec<_> = self.folders.into_iter().map(Folder::new).collect();
        let pins = Pins { told: self.pins, unpinned: self.unpinned };
        let Gathered { files, begun } = gather(&plan, &sources, &pins)?;
        let carried = carried(&plan, begun.ceremony.rehearsal, self.previous.as_deref(), false)?;
        let mut folder = Folder::new(self.out);
        for (name, bytes) in files {
            ensure(&mut folder, &name, &bytes)?;
        }
        let setting = Setting {
            plan: &plan,
            plan_bytes: &plan_bytes,
            rehearsal: begun.ceremony.rehearsal,
            scope: Scope::Combination,
            only: None,
            signers: Signers::Nobody,
            pins,
            carried,
        };
        let faces = Faces { headless: self.headless, plain: self.plain, slot: PanelSlot::default() };
        let begun = Begun { scope: Scope::Combination, ..begun };
        say_unpinned(output, &setting.pins);
        let (bench, host) = edges(&begun, &plan, &faces.slot)?;
        faces.run(output, setting, folder, host.as_ref(), bench)
    }
}

/// Tells of parts that nobody vouched for by another channel.
fn say_unpinned(output: &Output, pins: &Pins) {
    for member in &pins.unpinned {
        output.progress(&Message::new("combine-unpinned").with("member", member));
    }
}

/// Whether a folder is a combination that was cut off before its manifest was settled: it is gone on with, since only
/// this call knows what the members told of their parts.
fn is_unsettled(out: &Path) -> bool {
    let folder = Folder::new(out);
    let settled = Journal::<TeamEvent>::open(&folder, Layout::TEAM_JOURNAL).map_or(true, |(_, reading)| {
        let is_settling = |line: &Line<TeamEvent>| matches!(line.event, TeamEvent::ManifestWritten { .. });
        reading.lines.iter().any(is_settling)
    });
    !settled && out.join("public/parts").is_dir()
}
