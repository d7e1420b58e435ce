//! `doctor`: the laptop and the device, before a ceremony relies on them. Opens no wallet and writes nothing.

mod document;
mod examine;
mod page;

use std::fs;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use self::examine::{Examined, Laptop, examine};
use super::Output;
use super::running::read_plan;
use crate::ceremony::Needs;
use crate::device::trezor::{Target, UsbPlace, usb_places};
use crate::host::bench::parse_target;
use crate::text::{Kind, Problem};
use crate::ui::Beside;

/// The laptop and the device: self-checks, model, firmware, settings, proof of being genuine
#[derive(Args)]
pub struct Doctor {
    /// usb, usb:BUS:ADDRESS of several, or udp:HOST:PORT for an emulator on this machine
    #[arg(long, default_value = "usb")]
    device: String,
    /// The official firmware image that the device should run
    #[arg(long, value_name = "FILE")]
    firmware: Option<PathBuf>,
    /// A plan that the device should fit
    #[arg(long, requires = "custodian")]
    plan: Option<PathBuf>,
    /// Whose device it is, in that plan
    #[arg(long, value_name = "NAME", requires = "plan")]
    custodian: Option<String>,
    /// One JSON document
    #[arg(long)]
    json: bool,
}

/// All that was found.
struct Findings {
    laptop: Laptop,
    /// Every Trezor on USB; none where USB was not asked.
    usb: Option<Vec<UsbPlace>>,
    /// The device, or why nothing is known of it.
    device: Result<Examined, Problem>,
}

impl Findings {
    /// Everything that is wrong.
    fn problems(&self) -> Vec<Problem> {
        let device = match &self.device {
            Ok(examined) => examined.problems(),
            Err(problem) => vec![problem.clone()],
        };
        self.laptop.problems().into_iter().chain(device).collect()
    }

    /// No device, one that was lost, or one whose person refused, counts as such; anything else as found.
    fn exit_status(&self) -> u8 {
        let refused = self.device.as_ref().map_or(true, Examined::was_refused);
        match (refused, self.problems().is_empty()) {
            (true, _) => Kind::Device.exit_status(),
            (false, false) => Kind::Finding.exit_status(),
            (false, true) => 0,
        }
    }
}

impl Doctor {
    /// Runs the verb.
    ///
    /// # Errors
    /// Something that was named cannot be used, or the person stopped. Whatever is wrong is in the answer instead.
    pub fn run(self, output: &Output) -> Result<ExitCode, Problem> {
        let target = parse_target(&self.device)?;
        let image = self.firmware.as_ref().map(read).transpose()?;
        let needs = self.needs()?;
        // USB that cannot be asked is the device's problem, told below.
        let usb = (!target.is_software()).then(|| usb_places().unwrap_or_default());
        let device = examine_at(target, image.as_deref(), needs.as_ref(), output);
        if let Err(problem) = &device
            && problem.kind() == Kind::Stopped
        {
            return Err(problem.clone());
        }
        let findings = Findings { laptop: Laptop::examine(), usb, device };
        if self.json {
            output.json(&document::of(&findings));
        } else {
            page::tell(output, &findings);
        }
        Ok(ExitCode::from(findings.exit_status()))
    }

    fn needs(&self) -> Result<Option<Needs>, Problem> {
        let (Some(plan), Some(member)) = (&self.plan, &self.custodian) else { return Ok(None) };
        let (plan, _) = read_plan(plan)?;
        if !plan.members().iter().any(|known| known == member) {
            return Err(Problem::unusable("custodian-unknown").with("name", member));
        }
        Ok(Some(Needs::of(&plan, member)))
    }
}

fn examine_at(
    target: Target,
    image: Option<&[u8]>,
    needs: Option<&Needs>,
    output: &Output,
) -> Result<Examined, Problem> {
    let mut beside = Beside::on_terminal(output.catalog());
    let examined = examine(target, image, needs, &mut beside);
    beside.device_is_done();
    examined
}

fn read(path: &PathBuf) -> Result<Vec<u8>, Problem> {
    fs::read(path).map_err(|error| {
        Problem::unusable("file-unreadable").with("file", path.display()).with("reason", error)
    })
}
