//! What the verbs that run a ceremony have in common: reading the plan, choosing a face, saying what came out.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::process::ExitCode;

use super::Output;
use crate::ceremony::{
    Begun, Bench, Face, HostFacts, STOPPED_AT_WARNINGS, Setting, Signers, USB, Whole, carried_files,
    exceptions_in, follows, previous_in, waiting_for,
};
use crate::device::simulator::PanelSlot;
use crate::host::bench::{AttachedBench, SIMULATED, SimulatedBench, parse_target};
use crate::host::{FixedFacts, Folder, LaptopFacts};
use crate::manifest::{Exception, Heading};
use crate::plan::{self, Linted, Plan};
use crate::text::{Kind, Message, Problem};
use crate::ui::presentation::Header;
use crate::ui::{Headless, Plain, tui};

/// Which face a ceremony gets.
pub struct Faces {
    /// Nobody is asked.
    pub headless: bool,
    /// Numbered questions.
    pub plain: bool,
    /// Where simulated devices are plugged in.
    pub slot: PanelSlot,
}

/// Reads and lints a plan, keeping the bytes that were linted.
///
/// # Errors
/// It cannot be read, or has errors.
pub fn read_plan(path: &Path) -> Result<(Linted, Vec<u8>), Problem> {
    let checked = plan::load(path)?;
    // A plan without errors is UTF-8, so its text is its bytes.
    let bytes = checked.source.text().as_bytes().to_vec();
    Ok((checked.into_plan()?, bytes))
}

/// The files that a plan carries from earlier ceremonies, from the folder of the one before, once it is certain that the
/// plan can follow that one. A member who is `alone` may go without: the part is nothing before the team combines it.
///
/// # Errors
/// The folder was not named though there is one before, the plan cannot follow its manifest, or what it has does not hold.
pub fn carried(
    plan: &Plan,
    rehearsal: bool,
    previous: Option<&Path>,
    alone: bool,
) -> Result<Vec<(String, Vec<u8>)>, Problem> {
    match previous {
        Some(folder) => {
            let folder = Folder::new(folder);
            follows(plan, rehearsal, &previous_in(&folder)?)?;
            carried_files(plan, &folder)
        }
        None if alone || plan.ceremony.previous.is_none() => Ok(Vec::new()),
        None => Err(Problem::unusable("previous-missing").with("sequence", plan.ceremony.sequence)),
    }
}

/// Where devices are plugged in, and the laptop.
type Edges = (Box<dyn Bench>, Box<dyn HostFacts>);

/// The devices and the laptop that a ceremony was begun with.
///
/// # Errors
/// The journal names a device that this program does not know.
pub fn edges(begun: &Begun, plan: &Plan, slot: &PanelSlot) -> Result<Edges, Problem> {
    let bench: Box<dyn Bench> = if begun.bench == SIMULATED {
        Box::new(SimulatedBench::new(plan, slot.clone())?)
    } else {
        Box::new(AttachedBench::new(parse_target(&begun.bench)?))
    };
    // A rehearsal's bytes are the same everywhere, so its time stands still on a real device, too.
    let host: Box<dyn HostFacts> =
        if begun.ceremony.rehearsal { Box::new(FixedFacts) } else { Box::new(LaptopFacts::gather()) };
    Ok((bench, host))
}

/// Where the device of somebody who works with a bundle is plugged in: in a rehearsal it is simulated, by this program
/// or, at the target that was named, by another one on this machine.
///
/// # Errors
/// The target is none, or a real device for a rehearsal.
pub(super) fn bench_for(
    device: Option<&str>,
    rehearsal: bool,
    simulated: impl FnOnce() -> Result<Box<dyn Bench>, Problem>,
) -> Result<Box<dyn Bench>, Problem> {
    if rehearsal && device.is_none() {
        return simulated();
    }
    let bench = AttachedBench::new(parse_target(device.unwrap_or(USB))?);
    if rehearsal && !bench.is_software() {
        return Err(Problem::unusable("safe-tx-rehearsal-device"));
    }
    Ok(Box::new(bench))
}

impl Faces {
    /// Runs a ceremony with the face that was asked for, and says where its files are.
    ///
    /// # Errors
    /// As the ceremony's.
    pub fn run(
        self,
        output: &Output,
        setting: Setting,
        mut folder: Folder,
        host: &dyn HostFacts,
        mut bench: Box<dyn Bench>,
    ) -> Result<ExitCode, Problem> {
        let root = folder.root().display().to_string();
        let unwritable =
            |error| Problem::unusable("file-unwritable").with("file", &root).with("reason", error);
        folder.probe().map_err(unwritable)?;
        let heading = Heading::of(setting.plan, setting.rehearsal);
        let simulated = bench.name() == SIMULATED;
        // An owner who stops goes on by `sign`, not by `resume`.
        let signs = matches!(setting.signers, Signers::Only(_));
        let plan = setting.plan;
        let ceremony =
            |face: &mut dyn Face| Whole::new(setting, &mut folder, face, host, bench.as_mut()).run();
        let header = Header::of(&heading).in_folder(&root);
        let over = self.with_face(output, header, simulated, ceremony);
        let over =
            over.map_err(|problem| if signs { problem } else { in_folder(problem, "stopped-in", &root) })?;
        for (member, exception) in exceptions_in(&folder, plan)? {
            output.say(&told(&member, &exception));
        }
        if over {
            output.say(&Message::new("run-complete").with("folder", root));
        } else {
            let lacks = waiting_for(&folder, plan)?.join(", ");
            output.say(&Message::new("run-lacks").with("names", lacks));
            output.say(&Message::new("run-others-sign").with("folder", root));
        }
        Ok(ExitCode::SUCCESS)
    }

    /// Calls a ceremony with the face that was asked for; without a word about it, the screen on a terminal, and
    /// elsewhere nobody for simulated devices, numbered questions for real ones. Nobody answers for people in a real
    /// ceremony, whatever was asked for.
    pub(super) fn with_face<T>(
        self,
        output: &Output,
        header: Header,
        simulated: bool,
        ceremony: impl FnOnce(&mut dyn Face) -> Result<T, Problem>,
    ) -> Result<T, Problem> {
        let terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        if header.rehearsal && (self.headless || (simulated && !self.plain && !terminal)) {
            let mut tell = |message: &Message| output.progress(message);
            ceremony(&mut Headless::new(self.slot, &mut tell))
        } else if self.plain || !terminal {
            ceremony(&mut Plain::on_terminal(output.catalog(), header, self.slot))
        } else {
            tui::run(output.catalog(), header, &self.slot, ceremony)
        }
    }
}

/// A stop in the midst, with the folder that it can be gone on with; any other problem as it is.
pub(super) fn in_folder(problem: Problem, id: &'static str, folder: &str) -> Problem {
    if problem.kind() == Kind::Stopped && problem.id() != STOPPED_AT_WARNINGS {
        Problem::stopped(id).with("folder", folder)
    } else {
        problem
    }
}

/// An exception in one line.
fn told(member: &str, exception: &Exception) -> Message {
    Message::new("run-exception")
        .with("member", member)
        .with("step", &exception.step)
        .with("expected", &exception.expected)
        .with("happened", &exception.happened)
        .with("decided", &exception.decided)
}
