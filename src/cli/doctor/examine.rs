//! What `doctor` asks of laptop and device.

use crate::ceremony::{Bench, HostFacts, Needs};
use crate::contracts;
use crate::device::genuine::{Challenge, Doubt, Root, firmware_hash};
use crate::device::trezor::Target;
use crate::device::trezor::models::ModelFacts;
use crate::device::{Attendant, Device, DeviceError, DeviceFacts, Hindrance};
use crate::host::bench::AttachedBench;
use crate::host::{LaptopFacts, entropy};
use crate::keys::Digest;
use crate::manifest::Tool;
use crate::plan::WalletId;
use crate::text::Problem;

/// What this program is, and whether its own figures hold.
pub struct Laptop {
    pub tool: Tool,
    /// Figures of the registry of contracts that do not follow from the others.
    pub wrong_figures: Vec<String>,
}

impl Laptop {
    /// Computes it all anew.
    pub fn examine() -> Self {
        Self { tool: LaptopFacts::gather().tool(), wrong_figures: contracts::self_check() }
    }

    /// The digest of the running binary, where it could be read.
    pub fn binary(&self) -> Option<Digest> {
        Some(self.tool.binary_sha256).filter(|digest| *digest != Digest::ZERO)
    }

    pub fn problems(&self) -> Vec<Problem> {
        let figures = self.wrong_figures.iter();
        let registry = figures.map(|figure| Problem::finding("doctor-registry").with("figure", figure));
        let unread = self.binary().is_none().then(|| Problem::finding("doctor-binary"));
        registry.chain(unread).collect()
    }
}

/// What the device proved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Genuine {
    /// Its chain leads to this root.
    Proved(Root),
    /// Its model has nothing to prove it with, or nothing that is known.
    Impossible,
    /// Its proof proves nothing.
    Doubted(Doubt),
    /// It did not answer, and why.
    Failed(DeviceError),
    /// In its bootloader it answers nothing of the kind.
    NotAsked,
}

/// How the official image compares with what the device runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Image {
    Same,
    Different,
    /// It fits no firmware area whose hash is known, or the device told no hash.
    Incomparable,
}

/// All that was learnt of a device.
pub struct Examined {
    pub target: Target,
    pub facts: DeviceFacts,
    pub model: Option<&'static ModelFacts>,
    pub challenge: Challenge,
    pub genuine: Genuine,
    pub firmware_hash: Option<[u8; 32]>,
    pub image: Option<Image>,
    /// What the plan needs and this device lacks.
    pub lacks: Vec<Problem>,
    /// A wallet whose passphrase need not be typed on the laptop.
    pub could_type: Option<WalletId>,
    /// Why it is not locked again, though it has a PIN.
    pub unlocked: Option<DeviceError>,
}

/// Asks the device everything, and locks it in the end, however that went. The person allows the proof on it.
///
/// # Errors
/// No device, or it was lost, refused its PIN, or was given up on.
pub fn examine(
    target: Target,
    image: Option<&[u8]>,
    needs: Option<&Needs>,
    beside: &mut dyn Attendant,
) -> Result<Examined, Problem> {
    let entropy = entropy().map_err(|error| Problem::unusable("doctor-entropy").with("reason", error))?;
    let challenge = Challenge::of_entropy(&entropy);
    let mut device = AttachedBench::new(target).plug_in("")?;
    let facts = device.identify(beside)?;
    let locks = ![Hindrance::NoPin, Hindrance::Bootloader].iter().any(|it| facts.hindrances.contains(it));
    let asked = ask(device.as_mut(), target, facts, image, needs, &challenge, beside);
    let unlocked = if locks { device.lock().err() } else { None };
    Ok(Examined { unlocked, ..asked? })
}

fn ask(
    device: &mut dyn Device,
    target: Target,
    facts: DeviceFacts,
    image: Option<&[u8]>,
    needs: Option<&Needs>,
    challenge: &Challenge,
    beside: &mut dyn Attendant,
) -> Result<Examined, DeviceError> {
    let speaks = !facts.hindrances.contains(&Hindrance::Bootloader);
    let firmware_hash = if speaks { hash(device, challenge, beside)? } else { None };
    let genuine = if speaks { prove(device, &facts, challenge, beside)? } else { Genuine::NotAsked };
    Ok(Examined {
        target,
        model: ModelFacts::of_device(&facts),
        genuine,
        image: image.map(|image| compare(&facts.model, image, challenge, firmware_hash)),
        firmware_hash,
        challenge: *challenge,
        lacks: needs.map(|needs| needs.lacks(&facts)).unwrap_or_default(),
        could_type: needs.and_then(|needs| needs.could_type_on(&facts)).cloned(),
        unlocked: None,
        facts,
    })
}

/// Firmware that is too old knows no such question.
fn hash(
    device: &mut dyn Device,
    challenge: &Challenge,
    beside: &mut dyn Attendant,
) -> Result<Option<[u8; 32]>, DeviceError> {
    match device.firmware_hash(challenge, beside) {
        Ok(hash) => Ok(Some(hash)),
        Err(DeviceError::Failure { .. }) => Ok(None),
        Err(error) => Err(error),
    }
}

fn prove(
    device: &mut dyn Device,
    facts: &DeviceFacts,
    challenge: &Challenge,
    beside: &mut dyn Attendant,
) -> Result<Genuine, DeviceError> {
    match device.prove(challenge, beside) {
        Ok(None) => Ok(Genuine::Impossible),
        Ok(Some(proof)) => {
            Ok(proof.root(challenge, &facts.model).map_or_else(Genuine::Doubted, Genuine::Proved))
        }
        Err(error @ (DeviceError::Failure { .. } | DeviceError::Refused)) => Ok(Genuine::Failed(error)),
        Err(error) => Err(error),
    }
}

fn compare(model: &str, image: &[u8], challenge: &Challenge, told: Option<[u8; 32]>) -> Image {
    match (firmware_hash(model, image, challenge.bytes()), told) {
        (Some(expected), Some(told)) if expected == told => Image::Same,
        (Some(_), Some(_)) => Image::Different,
        _ => Image::Incomparable,
    }
}

impl Examined {
    /// Whether the person did not allow what was asked.
    pub fn was_refused(&self) -> bool {
        self.genuine == Genuine::Failed(DeviceError::Refused)
    }

    /// Everything that is wrong with it.
    pub fn problems(&self) -> Vec<Problem> {
        let mut problems: Vec<_> = Hindrance::ALL
            .into_iter()
            .filter(|it| self.facts.hindrances.contains(it))
            .map(Hindrance::problem)
            .collect();
        problems.extend(self.lacks.iter().cloned());
        problems.extend(self.against_genuine());
        problems.extend(match self.image {
            Some(Image::Different) => Some(Problem::finding("doctor-image-differs")),
            Some(Image::Incomparable) => Some(Problem::finding("doctor-image-incomparable")),
            Some(Image::Same) | None => None,
        });
        problems.extend(self.unlocked.as_ref().map(|_| Problem::finding("doctor-unlocked")));
        problems
    }

    /// On USB only a device that is sold is genuine; what answers over UDP never is.
    fn against_genuine(&self) -> Option<Problem> {
        match &self.genuine {
            Genuine::Doubted(doubt) => Some((*doubt).into()),
            Genuine::Failed(error) => Some(error.clone().into()),
            _ if self.target.is_software() => None,
            Genuine::Proved(Root::Production) if self.facts.simulated => {
                Some(Problem::device("device-simulated"))
            }
            Genuine::Proved(Root::Production) => None,
            Genuine::Proved(_) => Some(Problem::device("device-debug")),
            Genuine::Impossible | Genuine::NotAsked => {
                self.facts.simulated.then(|| Problem::device("device-simulated"))
            }
        }
    }
}

#[cfg(test)]
mod tests;
