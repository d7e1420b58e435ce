//! What `doctor` says to a person.

use super::Findings;
use super::examine::{Examined, Genuine, Image};
use crate::ceremony::asks_always;
use crate::cli::Output;
use crate::device::genuine::Root;
use crate::device::trezor::models::{ModelFacts, TypedData};
use crate::device::trezor::{BACKUP_TYPE, UsbPlace};
use crate::device::{DeviceFacts, Hindrance};
use crate::text::Message;

/// Laptop, device, then everything that is wrong with its remedy.
pub(super) fn tell(output: &Output, findings: &Findings) {
    laptop(output, findings);
    if let Ok(examined) = &findings.device {
        device(output, examined);
    }
    let problems = findings.problems();
    output.line("");
    if problems.is_empty() {
        return output.say(&Message::new("doctor-well"));
    }
    output.say(&Message::new("doctor-found").count("count", problems.len()));
    for problem in problems {
        output.line(&format!("  {}", output.catalog().say(&problem.cause())));
        output.line(&format!("    {}", output.catalog().say(&problem.remedy())));
    }
}

fn title(output: &Output, id: &'static str) {
    output.line("");
    output.say(&Message::new(id));
}

fn item(output: &Output, message: &Message) {
    output.line(&format!("  {}", output.catalog().say(message)));
}

fn laptop(output: &Output, findings: &Findings) {
    let laptop = &findings.laptop;
    output.say(&Message::new("doctor-laptop"));
    item(output, &Message::new("doctor-version").with("version", &laptop.tool.version));
    if let Some(digest) = laptop.binary() {
        item(output, &Message::new("doctor-sha256").with("digest", digest));
    }
    if laptop.wrong_figures.is_empty() {
        item(output, &Message::new("doctor-registry-well"));
    }
    if let Some(places) = &findings.usb {
        let places: Vec<_> = places.iter().map(UsbPlace::to_string).collect();
        let id = if places.is_empty() { "doctor-usb-none" } else { "doctor-usb" };
        item(output, &Message::new(id).with("places", places.join(", ")));
    }
}

fn device(output: &Output, it: &Examined) {
    title(output, "doctor-device");
    let facts = &it.facts;
    let name = it.model.map_or("?", |model| model.name);
    item(output, &Message::new("doctor-model").with("name", name).with("model", &facts.model));
    item(output, &Message::new("doctor-firmware").with("version", &facts.firmware));
    item(output, &Message::new("doctor-id").with("id", &facts.device_id));
    if it.target.is_software() || facts.simulated {
        item(output, &Message::new("doctor-software"));
    }
    if let Some(model) = it.model {
        row(output, model);
    }
    settings(output, facts);
    item(output, &Message::new(genuine(&it.genuine)));
    if let Some(hash) = it.firmware_hash {
        let challenge = hex::encode(it.challenge.bytes());
        let message = Message::new("doctor-hash").with("hash", hex::encode(hash));
        item(output, &message.with("challenge", challenge));
    }
    if it.image == Some(Image::Same) {
        item(output, &Message::new("doctor-image-same"));
    }
    if let Some(wallet) = &it.could_type {
        item(output, &Message::new("doctor-could-type").with("wallet", wallet));
    }
}

/// What a plan is compared with. A device that cannot be asked has told nothing of it.
fn settings(output: &Output, facts: &DeviceFacts) {
    if facts.hindrances.iter().any(|it| matches!(it, Hindrance::Bootloader | Hindrance::Uninitialized)) {
        return;
    }
    let backup = facts.details.get(BACKUP_TYPE);
    item(
        output,
        &match backup {
            Some(backup) => Message::new("doctor-backup").with("backup", backup),
            None => Message::new("doctor-backup-unsaid"),
        },
    );
    if asks_always(facts) {
        item(output, &Message::new("doctor-asks-always"));
    }
}

/// The line of `docs/devices.md`.
fn row(output: &Output, model: &ModelFacts) {
    let either = |yes: bool, a, b| Message::new(if yes { a } else { b });
    let (typed, slip39) = ("doctor-typed-on-device", "doctor-slip39");
    item(output, &either(model.keyboard, typed, "doctor-typed-on-laptop").with("most", model.passphrase_max));
    item(output, &either(model.slip39, slip39, "doctor-no-slip39"));
    let fields = model.typed_data == TypedData::Fields;
    item(output, &either(fields, "doctor-data-fields", "doctor-data-hashes"));
    let message = Message::new("doctor-messages").with("bytes", model.message_max);
    item(output, &message.with("characters", model.characters_in_full()));
    item(output, &Message::new("doctor-firmware-min").with("version", model.firmware_min));
}

fn genuine(genuine: &Genuine) -> &'static str {
    match genuine {
        Genuine::Proved(Root::Production) => "doctor-genuine",
        Genuine::Proved(Root::Debug) => "doctor-genuine-debug",
        Genuine::Proved(Root::Simulated) => "doctor-genuine-simulated",
        Genuine::Impossible => "doctor-genuine-impossible",
        Genuine::Doubted(_) => "doctor-genuine-doubted",
        Genuine::Failed(_) => "doctor-genuine-failed",
        Genuine::NotAsked => "doctor-genuine-not-asked",
    }
}
