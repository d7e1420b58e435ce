//! What the verbs that run a ceremony have in common: reading the plan, choosing a face, saying what came out.

use std::path::Path;
use std::process::ExitCode;

use super::Output;
use crate::ceremony::{Bench, HostFacts, Setting, Whole};
use crate::device::simulator::PanelSlot;
use crate::host::Folder;
use crate::plan::{self, Linted};
use crate::text::{Message, Problem};
use crate::ui::Headless;

/// Which face a ceremony gets.
pub struct Faces {
    /// Nobody is asked.
    pub headless: bool,
    /// Numbered questions.
    pub plain: bool,
    /// Where simulated devices are plugged in, if they are.
    pub slot: Option<PanelSlot>,
}

/// Reads and lints a plan, keeping the bytes that were linted.
///
/// # Errors
/// It cannot be read, or has errors.
pub fn read_plan(path: &Path) -> Result<(Linted, Vec<u8>), Problem> {
    let unreadable =
        |error| Problem::unusable("file-unreadable").with("file", path.display()).with("reason", error);
    let bytes = std::fs::read(path).map_err(unreadable)?;
    let plan = plan::read(&bytes, &path.display().to_string()).into_plan()?;
    Ok((plan, bytes))
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
        mut bench: impl Bench,
    ) -> Result<ExitCode, Problem> {
        let root = folder.root().display().to_string();
        let unwritable =
            |error| Problem::unusable("file-unwritable").with("file", &root).with("reason", error);
        folder.probe().map_err(unwritable)?;
        let slot = self.slot.unwrap_or_default();
        let mut tell = |message: &Message| output.progress(message);
        let mut face = Headless::new(slot, &mut tell);
        let over = Whole::new(setting, &mut folder, &mut face, host, &mut bench).run()?;
        let id = if over { "run-complete" } else { "run-others-sign" };
        output.say(&Message::new(id).with("folder", root));
        Ok(ExitCode::SUCCESS)
    }
}
