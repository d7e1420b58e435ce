//! `drill MANIFEST`: the recovery exercise, every wallet opened again on a spare device.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::Args;

use super::Output;
use super::evidence::{Brought, verified};
use super::running::{Faces, bench_for, in_folder};
use crate::ceremony::{Bench, DrillOrder, DrillRun, Face, HostFacts, Ports, Progress};
use crate::device::simulator::PanelSlot;
use crate::host::bench::{SIMULATED, SimulatedBench};
use crate::host::{FixedFacts, Folder, LaptopFacts, drill_folder};
use crate::manifest::{Layout, Part, canonical};
use crate::plan::Plan;
use crate::text::{Message, Problem};
use crate::ui::presentation::Header;
use crate::verify::{Bundle, Subject};

/// The recovery exercise on a spare device
#[derive(Args)]
pub struct Drill {
    /// The ceremony's folder, its public folder, or the manifest.json in it
    #[arg(value_name = "DIR|MANIFEST")]
    place: PathBuf,
    #[command(flatten)]
    brought: Brought,
    /// Only this custodian's wallets (all of them in turn without it)
    #[arg(long, value_name = "NAME", requires = "evidence-plan")]
    custodian: Option<String>,
    /// usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine (rehearsals: simulated if left out)
    #[arg(long)]
    device: Option<String>,
    /// Folder for what comes out (otherwise drills/<ceremony>-<sequence>); the same call goes on after a stop
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Answer yes and press the simulated buttons (rehearsals only)
    #[arg(long, conflicts_with = "plain")]
    headless: bool,
    /// Numbered questions instead of a screen
    #[arg(long)]
    plain: bool,
}

/// One member's drill, and where its files go.
struct Turn {
    order: DrillOrder,
    folder: Folder,
    /// What stands before its files' names in what a person reads.
    prefix: String,
}

impl Drill {
    /// Runs the verb. Exit status 1 where the bundle does not verify, or a wallet was left out.
    ///
    /// # Errors
    /// A file cannot be used, the folder holds another drill, or the drill did not come to its end.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let evidence = self.brought.evidence()?;
        let missing = |name: &str| Problem::unusable("name-unknown").with("name", name);
        let plan = evidence.plan.as_ref().ok_or_else(|| missing("--plan"))?;
        let (bundle, report) = verified(&self.place, &evidence)?;
        let subject = report.subject.ok_or_else(|| missing(Layout::MANIFEST))?;
        let rehearsal = subject.manifest.ceremony.rehearsal;
        let out = self.out.clone().unwrap_or_else(|| drill_folder(plan, rehearsal));
        refuse_ceremony(&out, &self.place)?;
        let turns = self.turns(plan, &bundle, &subject, &out)?;
        let faces = Faces { headless: self.headless, plain: self.plain, slot: PanelSlot::default() };
        let spares = || Ok(Box::new(SimulatedBench::spares(plan, faces.slot.clone())?) as Box<dyn Bench>);
        let mut bench = bench_for(self.device.as_deref(), rehearsal, spares)?;
        let host: Box<dyn HostFacts> =
            if rehearsal { Box::new(FixedFacts) } else { Box::new(LaptopFacts::gather()) };
        let root = out.display().to_string();
        let header = Header::of(&subject.manifest.ceremony).in_folder(&root).gone_on_with_again();
        let simulated = bench.name() == SIMULATED;
        let left_out = faces.with_face(output, header, simulated, |face: &mut dyn Face| {
            take_turns(turns, face, host.as_ref(), bench.as_mut())
        });
        let left_out = left_out.map_err(|problem| in_folder(problem, "drill-stopped", &root))?;
        output.say(&Message::new("run-complete").with("folder", root));
        match left_out {
            Some(problem) => Err(problem),
            None => Ok(ExitCode::SUCCESS),
        }
    }

    /// The members' drills, in the plan's order: of one alone in the folder itself, of several each in one of its own.
    fn turns(
        &self,
        plan: &Plan,
        bundle: &Bundle,
        subject: &Subject,
        out: &Path,
    ) -> Result<Vec<Turn>, Problem> {
        let parts = parts(bundle);
        let parts: Vec<_> = parts.iter().collect();
        let order = |member: &str| {
            let sealed =
                bundle.get(&Layout::sealed(member)).and_then(|bytes| canonical::from_bytes(&bytes).ok());
            DrillOrder::of(plan, &subject.manifest, subject.digest, member, &parts, sealed.as_ref())
        };
        let turn = |member: &str, folder: PathBuf, prefix: String| {
            let folder = Folder::new(folder);
            let root = folder.root().display().to_string();
            let unwritable =
                |error| Problem::unusable("file-unwritable").with("file", root).with("reason", error);
            let order = order(member)?;
            folder.probe().map_err(unwritable)?;
            Ok(Turn { order, folder, prefix })
        };
        if let Some(only) = &self.custodian {
            return Ok(vec![turn(only, out.to_owned(), String::new())?]);
        }
        let rows = &subject.manifest.addresses;
        let names = plan.custodians.iter().map(|custodian| custodian.name.as_str());
        let with_rows = names.filter(|name| rows.iter().any(|row| row.member == *name));
        with_rows.map(|name| turn(name, out.join(name), format!("{name}/"))).collect()
    }
}

/// One after the other; what is to be said in the end where a wallet was left out.
fn take_turns(
    mut turns: Vec<Turn>,
    face: &mut dyn Face,
    host: &dyn HostFacts,
    bench: &mut dyn Bench,
) -> Result<Option<Problem>, Problem> {
    let all = turns.len();
    let mut found = None;
    for (at, Turn { order, folder, prefix }) in turns.iter_mut().enumerate() {
        let mut ports = Ports { storage: folder, face, host, bench, progress: Progress::default() };
        let member = order.member.clone();
        let left_out = DrillRun::open(&mut ports, order.clone(), (at, all), std::mem::take(prefix))?.run()?;
        if !left_out.is_empty() && found.is_none() {
            let problem = Problem::finding("drill-left-out").with("member", member);
            found = Some(problem.with("wallets", left_out.join(", ")));
        }
    }
    Ok(found)
}

/// A ceremony's own folder would not verify any more with a drill in it, wherever in it that lies.
fn refuse_ceremony(out: &Path, place: &Path) -> Result<(), Problem> {
    let is_home = out.join("public").exists() || out.join("manifest.json").exists();
    let within = home_of(place).is_some_and(|home| real(out).is_some_and(|out| out.starts_with(home)));
    if is_home || within {
        return Err(Problem::unusable("drill-in-ceremony").with("folder", out.display()));
    }
    Ok(())
}

/// The folder of the bundle at a place, by its real name: of a `public` with its `sealed` beside it, the one above.
fn home_of(place: &Path) -> Option<PathBuf> {
    let place = place.canonicalize().ok()?;
    let folder = if place.is_file() { place.parent()? } else { &place };
    let above = folder.parent().filter(|it| folder.ends_with("public") && it.join("sealed").is_dir());
    Some(above.unwrap_or(folder).to_owned())
}

/// The real name of a folder that need not be there yet.
fn real(folder: &Path) -> Option<PathBuf> {
    let whole = std::path::absolute(folder).ok()?;
    whole.ancestors().find_map(|above| {
        let rest = whole.strip_prefix(above).ok()?;
        Some(above.canonicalize().ok()?.join(rest))
    })
}

/// Every part in a verified bundle, this ceremony's first.
fn parts(bundle: &Bundle) -> Vec<Part> {
    let of = |home: &'static str| bundle.names().filter(move |name| name.starts_with(home));
    let names = of("public/parts/").chain(of("public/carried/"));
    names.filter_map(|name| canonical::from_bytes(&bundle.get(name)?).ok()).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn nothing_within_the_bundle_is_a_place_for_a_drill() {
        let home = tempfile::tempdir().unwrap();
        let at = |name: &str| home.path().join(name);
        fs::create_dir_all(at("a/public/parts")).unwrap();
        fs::create_dir_all(at("a/sealed")).unwrap();
        fs::write(at("a/public/manifest.json"), "{}").unwrap();
        std::os::unix::fs::symlink(at("a"), at("link")).unwrap();
        for place in ["a", "a/public", "a/public/manifest.json", "link"] {
            let is_refused = |out: &str| refuse_ceremony(&at(out), &at(place)).is_err();
            for out in
                ["a", "a/drill", "a/drills/x-1", "a/public", "a/public/drill", "a/sealed/x", "link/drill"]
            {
                assert!(is_refused(out), "{place} {out}");
            }
            for out in ["drill", "a-drill", "b/drills/x-1"] {
                assert!(!is_refused(out), "{place} {out}");
            }
        }
    }
}
